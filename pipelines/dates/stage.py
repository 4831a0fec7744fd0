"""The build's stage: a frame of raw entries in, the same rows with `date`, `date_certain` and `published_at` out.

In: `list position url date_raw`, and where they are there `datetime_raw page_language language own_date feed_date`.
The crawl (`site.crawled`) is the only clock. Issue codes: `date_missing`, `date_unreadable`, `date_incomplete` (a year
alone), `date_impossible`, `date_ambiguous`, `date_approximate` (the zone leaves the day open), `date_day_missing`,
`date_contradicts_markup`, `date_from_url`, `date_calendar_missing`, `date_order_contradicts_site`.
A day converted from another calendar leaves a step, `date:jalali` and so on; one moved from UTC to the site's zone `date:zone`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from pipelines.dates.columns.reading import Read, read_columns
from pipelines.handed_on import ORDER, hand_on, orders_of
from pipelines.site import Site
from pipelines.trail import Step, add_issues, add_steps, fresh

ASKED = ("list", "date_raw", "page_language", "language", "url", "datetime_raw", "own_date", "feed_date")
"""Columns that are read in list order; titles and texts need no copy in it."""


def dates(frame: pd.DataFrame, site: Site) -> pd.DataFrame:
    """Return the frame with `date` (date32), `date_certain` (bool) and `published_at` (UTC seconds) added."""
    frame = fresh(frame)
    rows = list_order(frame)
    back = np.empty(len(rows), dtype=np.int64)
    back[rows] = np.arange(len(rows))
    ordered = frame[[name for name in ASKED if name in frame.columns]]
    if not (rows == np.arange(len(rows))).all():
        ordered = ordered.take(rows)
    read = read_columns(ordered["date_raw"], **context_of(ordered, site)).take(back)
    out = frame.assign(date=read.dates(), date_certain=read.certain, published_at=read.stamps())
    for code in sorted({str(reason) for reason in read.reasons if reason is not None}):
        out = add_issues(out, code, np.flatnonzero(read.reasons == code).tolist())
    if site.date_order is not None:
        said = np.array([order is not None for order in read.orders], dtype=bool)
        out = add_issues(
            out,
            "date_order_contradicts_site",
            np.flatnonzero(said & (read.orders != site.date_order)).tolist(),
        )
    return hand_on(add_steps(out, _conversions(frame, read)), ORDER, orders_of(out, read.orders, read.share))


def _conversions(frame: pd.DataFrame, read: Read) -> dict[int, tuple[Step, ...]]:
    """A step for each day that was converted from another calendar, or from UTC to the site's own."""
    steps = np.where(read.moved, "zone", read.eras)
    rows = [row for row, step in enumerate(steps.tolist()) if step is not None]
    if not rows:
        return {}
    raw, days = frame["date_raw"].to_numpy(dtype=object), read.days.astype("datetime64[D]")
    return {row: (Step("date", str(steps[row]), str(raw[row]), str(days[row])),) for row in rows}


def list_order(frame: pd.DataFrame) -> Any:
    """Row numbers sorted by list and position."""
    lists, _ = pd.factorize(frame["list"])
    position = (
        frame["position"].to_numpy(dtype=np.int64) if "position" in frame.columns else np.arange(len(frame))
    )
    return np.lexsort((position, lists))


def context_of(frame: pd.DataFrame, site: Site) -> dict[str, Any]:
    """Everything the rows of a frame and their site say beside the date cells: the arguments of `prepare`."""
    return {
        "groups": frame["list"],
        "languages": _languages(frame, site),
        "crawled": site.crawled,
        "hints": _hints(frame),
        "urls": frame["url"] if "url" in frame.columns else None,
        "tlds": site.host.rpartition(".")[2] if "." in site.host else None,
        "order": site.date_order,
        "events": site.events,
        "timezone": site.timezone,
    }


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
