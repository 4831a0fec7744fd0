"""The build's stage: a frame of raw entries in, the same rows with `date`, `date_certain` and `published_at` out.

In: `list position url date_raw`, and where they are there `datetime_raw page_language language own_date feed_date`.
The crawl (`site.crawled`) is the only clock. Issue codes: `date_missing`, `date_unreadable`, `date_incomplete` (a year
alone), `date_impossible`, `date_ambiguous`, `date_approximate` (told from the crawl), `date_day_missing`,
`date_contradicts_markup`, `date_from_url`, `date_calendar_missing`, `date_order_contradicts_site`.
A day converted from another calendar leaves a step, `date:jalali` and so on.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from pipelines.dates.columns import read_dates
from pipelines.site import Site
from pipelines.trail import Step, add_issues, add_steps, fresh


def dates(frame: pd.DataFrame, site: Site) -> pd.DataFrame:
    """Return the frame with `date` (date32), `date_certain` (bool) and `published_at` (UTC seconds) added."""
    frame = fresh(frame)
    rows = _list_order(frame)
    back = np.empty(len(rows), dtype=np.int64)
    back[rows] = np.arange(len(rows))
    read = _read(frame.take(rows), site).take(back).reset_index(drop=True)
    out = frame.assign(
        date=read["date"].array,
        date_certain=read["certain"].to_numpy(),
        published_at=read["published_at"].array,
    )
    for code in sorted(read["reason"].dropna().unique()):
        out = add_issues(
            out,
            str(code),
            np.flatnonzero((read["reason"] == code).to_numpy(dtype=bool, na_value=False)).tolist(),
        )
    if site.date_order is not None:
        against = (read["order"].notna() & (read["order"] != site.date_order)).to_numpy(
            dtype=bool, na_value=False
        )
        out = add_issues(out, "date_order_contradicts_site", np.flatnonzero(against).tolist())
    converted = np.flatnonzero(read["era"].notna().to_numpy())
    steps = {
        int(row): (
            Step(
                "date",
                str(read["era"].iloc[row]),
                _text(frame["date_raw"].iloc[row]),
                _text(read["date"].iloc[row]),
            ),
        )
        for row in converted
    }
    return add_steps(out, steps)


def _list_order(frame: pd.DataFrame) -> Any:
    """Row numbers sorted by list and position."""
    lists, _ = pd.factorize(frame["list"])
    position = (
        frame["position"].to_numpy(dtype=np.int64) if "position" in frame.columns else np.arange(len(frame))
    )
    return np.lexsort((position, lists))


def _read(frame: pd.DataFrame, site: Site) -> pd.DataFrame:
    return read_dates(
        frame["date_raw"],
        groups=frame["list"],
        languages=_languages(frame, site),
        crawled=site.crawled,
        hints=_hints(frame),
        urls=frame["url"] if "url" in frame.columns else None,
        tlds=site.host.rpartition(".")[2] if "." in site.host else None,
        order=site.date_order,
        events=site.events,
        timezone=site.timezone,
    )


def _languages(frame: pd.DataFrame, site: Site) -> Any:
    """The language each row's page declares, else the site file's, else each list's most frequent one."""
    declared = (
        frame["page_language"]
        if "page_language" in frame.columns
        else pd.Series(None, index=frame.index, dtype="str")
    )
    if declared.notna().all():
        return declared
    if site.languages:
        return declared.fillna(site.languages[0])
    if "language" not in frame.columns:
        return declared
    spoken = frame[["list", "language"]][frame["language"] != "und"]
    counts = spoken.value_counts(sort=True).reset_index().drop_duplicates("list")
    return declared.fillna(frame["list"].map(dict(zip(counts["list"], counts["language"], strict=True))))


def _hints(frame: pd.DataFrame) -> pd.Series | None:
    """The first machine-readable date of each row: in the listing, on the entry's page, in the feed."""
    hints: pd.Series | None = None
    for name in ("datetime_raw", "own_date", "feed_date"):
        if name in frame.columns:
            hints = frame[name] if hints is None else hints.fillna(frame[name])
    return hints


def _text(value: Any) -> str | None:
    return None if value is None or value is pd.NA or value != value else str(value)
