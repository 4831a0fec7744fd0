"""List by list: how many entries, how the list cuts its teasers, what it is written in, how its dates were read.

Told is what the build decided and what speaks for it, as `run.json` holds it. Dates come with an example, the raw one
beside the day it was read as, because a reader checks an order fastest on a date.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pipelines.report.html import Html, el, shown
from pipelines.report.overview import section, table

Decision = Mapping[str, Any]
"""One list of a verdict: `entries cut dates language`, as `pipelines.decisions` has them."""

_HEADS = ("list", "entries", "cut", "teasers cut", "language", "dates", "read as", "order", "certain")
_UNITS = {"utf16": "UTF-16 units"}


def lists(records: pd.DataFrame, decided: Mapping[str, Decision]) -> Html:
    """The table of lists, in the order they were found.

    Args:
        records: the entries of the run.
        decided: the verdict's `lists`.
    """
    by_list = {str(name): rows for name, rows in records.groupby("list", sort=False)}
    rows = [_row(name, rows, decided[name]) for name, rows in by_list.items() if name in decided]
    return section("Lists", table(_HEADS, rows)) if rows else Html("")


def cut_told(cut: Decision) -> str:
    """How a list cuts, such as `210 bytes (20 of 24); […] 9`, with the teasers that prove it and the marker taken off."""
    rule = "no rule seen" if cut["cut"] else "none"
    if cut["unit"] != "none":
        unit = _UNITS.get(cut["unit"], cut["unit"])
        rule = f"{cut['budget']} {unit} ({cut['proved_by']} of {cut['teasers']})"
    return f"{rule}; {cut['marker']} {cut['marked']}" if cut["marked"] else rule


def order_told(dates: Decision) -> str:
    """The order a list's dates were read in and what the least settled day keeps of the probability."""
    if dates["order"] is None:
        return "as written" if dates["read"] else ""
    evidence = [f"{dates['no_month']} days above 12"] if dates["no_month"] else []
    steps = {"newest first": dates["newest_first"], "oldest first": dates["oldest_first"]}
    way, most = max(steps.items(), key=lambda step: step[1])
    if most:
        evidence.append(f"{most} of {sum(steps.values())} steps {way}")
    return f"{dates['order']}, {_percent(dates['share'])}" + (f" ({', '.join(evidence)})" if evidence else "")


def language_told(spoken: Decision) -> str:
    """The language of most entries, such as `fr 23 of 28, declared fr-FR`."""
    told = f"{spoken['language']} {spoken['entries']} of {spoken['entries'] + sum(spoken['others'].values())}"
    return f"{told}, declared {spoken['declared']}" if spoken["declared"] else told


def date_told(rows: pd.DataFrame) -> tuple[str, str]:
    """A raw date of the list and the day it was read as, one that other orders would read otherwise if there is one."""
    read = rows.loc[rows["date"].notna() & rows["date_raw"].notna(), ["date_raw", "date"]]
    if read.empty:
        return "", ""
    small = read["date_raw"].str.fullmatch(r"(?:0?\d|1[0-2])\D(?:0?\d|1[0-2])\D.*").fillna(False).astype(bool)
    raw, date = (read[small] if small.any() else read).iloc[0]
    return str(raw), str(date)


def _row(name: str, rows: pd.DataFrame, decided: Decision) -> Html:
    raw, date = date_told(rows)
    cut, dates = decided["cut"], decided["dates"]
    return el(
        "tr",
        el("th", name, scope="row"),
        el("td", str(decided["entries"]), class_="number"),
        el("td", shown(cut_told(cut))),
        el("td", str(cut["cut"]), class_="number"),
        el("td", shown(language_told(decided["language"]))),
        el("td", shown(raw), dir="auto"),
        el("td", date, class_="number"),
        el("td", order_told(dates)),
        el("td", f"{dates['certain']} of {dates['read']}", class_="number"),
    )


def _percent(share: float) -> str:
    """A share for reading; doubt never rounds away."""
    return "over 99.9 %" if share >= 0.999 else f"{share:.1%}".replace("%", " %")
