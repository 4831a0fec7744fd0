"""List by list: how many entries, how the list cuts its teasers, how its dates were read.

The cut is told as the teasers show it: the length at which most of the cut ones end. Dates are told by an example,
the raw one beside the day it was read as, because a reader checks an order fastest on a date.
"""

from __future__ import annotations

import re
from collections import Counter

import pandas as pd

from pipelines.report.html import MARK_FIRST, MARK_LAST, Html, el, shown
from pipelines.report.overview import section, table

SHARE_MIN = 0.5  # of the cut teasers: a length that fewer share is no rule worth telling
WITNESSES_MIN = 3  # two teasers of one length happen by chance in a list of 20
_MARKER = re.compile(r"\s*[\[(]?(?:…|\.{3}|&[a-z]{0,6};?)?[\])]?$")
_MARK = re.compile(f"[{chr(MARK_FIRST)}-{chr(MARK_LAST)}]")


def lists(records: pd.DataFrame) -> Html:
    """The table of lists, in the order they were found."""
    rows = [_row(str(name), rows) for name, rows in records.groupby("list", sort=False)]
    heads = ("list", "entries", "cut", "teasers cut", "dates", "read as", "certain")
    return section("Lists", table(heads, rows))


def cut_told(rows: pd.DataFrame) -> str:
    """How a list cuts, such as `210 bytes (20 of 24)`; `no rule seen` where the cut teasers share no length."""
    cut = rows.loc[rows["excerpt_cut"].ne("no"), "excerpt_raw"].dropna()
    if cut.empty:
        return "none"
    measured = [_lengths(text) for text in cut]
    best = max(
        (Counter(each[unit] for each in measured).most_common(1)[0] + (unit,) for unit in measured[0]),
        key=lambda found: found[1],
    )
    budget, hits, unit = best
    if hits < WITNESSES_MIN or hits < SHARE_MIN * len(cut):
        return "no rule seen"
    return f"{budget} {unit} ({hits} of {len(cut)})"


def date_told(rows: pd.DataFrame) -> tuple[str, str]:
    """A raw date of the list and the day it was read as, one that other orders would read otherwise if there is one."""
    read = rows.loc[rows["date"].notna() & rows["date_raw"].notna(), ["date_raw", "date"]]
    if read.empty:
        return "", ""
    small = read["date_raw"].str.fullmatch(r"(?:0?\d|1[0-2])\D(?:0?\d|1[0-2])\D.*").fillna(False).astype(bool)
    raw, date = (read[small] if small.any() else read).iloc[0]
    return str(raw), str(date)


def _row(name: str, rows: pd.DataFrame) -> Html:
    raw, date = date_told(rows)
    dated = rows["date"].notna()
    certain = int((rows["date_certain"].fillna(False).astype(bool) & dated).sum())
    return el(
        "tr",
        el("th", name, scope="row"),
        el("td", str(len(rows)), class_="number"),
        el("td", cut_told(rows)),
        el("td", str(int(rows["excerpt_cut"].ne("no").sum())), class_="number"),
        el("td", shown(raw), dir="auto"),
        el("td", date, class_="number"),
        el("td", f"{certain} of {int(dated.sum())}", class_="number"),
    )


def _lengths(raw: str) -> dict[str, int]:
    text = _MARKER.sub("", raw)
    marks = len(_MARK.findall(text))
    return {
        "bytes": len(text.encode("utf-8", "surrogatepass")) - 3 * marks,
        "characters": len(text),
        "words": len(text.split(" ")),
    }
