"""What the build decided about each list as a whole, for a reader to check: its cut, its order of dates, its language.

The stages hand on what they decided (`handed_on`). What the rows themselves show (markers taken off, steps from date to date)
is counted here, from the mended frame.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.cut_witnesses import LOOKED_AT, Proved, proved
from pipelines.handed_on import CUT, ORDER, Decided
from pipelines.language.codes import UNDETERMINED
from pipelines.repair.columns.groups import Groups

LEAST_DOUBT = 1e-9
"""Doubt below which a margin says no more: 21 nats. Doubles end at 1e-16, and no list's evidence is that good."""
MONTHS = 12

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cut:
    """How a list cuts its teasers.

    Attributes:
        unit: `bytes`, `utf16`, `characters` or `words`; `none` where no rule was proved.
        budget: how many of them; 0 where there is no rule.
        proved_by: raw teasers that end exactly there, their marker taken off.
        teasers: how many were looked at.
        marker: the marker taken off most often, "" where there is none.
        marked: teasers it was taken off.
        cut: teasers that lost something: a sentence's end, a word, a character.
    """

    unit: str
    budget: int
    proved_by: int
    teasers: int
    marker: str
    marked: int
    cut: int


@dataclass(frozen=True, slots=True)
class Dates:
    """How a list's dates were read.

    Attributes:
        order: `dmy`, `mdy`, `ymd` and so on; None where every date says itself what is day and month.
        share: of the probability, what the list's least settled day keeps; None without an order.
        margin: the same as log-odds in nats, at most 20.7.
        read: entries with a date.
        certain: of these, no other reading survives.
        no_month: of these, the day is above 12: no other order of day and month can read it.
        newest_first: steps from one entry to the next that go back in time.
        oldest_first: steps that go forward.
    """

    order: str | None
    share: float | None
    margin: float | None
    read: int
    certain: int
    no_month: int
    newest_first: int
    oldest_first: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a list is written in.

    Attributes:
        language: the language of most entries, `und` where none was named.
        entries: how many are in it.
        others: the rest, by language, the most frequent first.
        confidence: median confidence of the entries in it.
        declared: what most of its pages declare, "" where they say nothing.
    """

    language: str
    entries: int
    others: dict[str, int]
    confidence: float
    declared: str


@dataclass(frozen=True, slots=True)
class ListDecision:
    """One list: how many entries, how it cuts, how its dates were read, what it is written in."""

    entries: int
    cut: Cut
    dates: Dates
    language: Spoken


def decisions(frame: pd.DataFrame, decided: Decided) -> dict[str, ListDecision]:
    """What was decided about every list, in the order the lists were found.

    Args:
        frame: the rows after all stages.
        decided: what the stages handed on.
    """
    markers, columns = _markers(frame), _Columns(frame)
    rules, orders = decided.get(CUT, {}), decided.get(ORDER, {})
    lists = Groups.of(frame["list"])
    found = {}
    for key in lists.names:
        name, rows = str(key), lists.rows(key)
        found[name] = ListDecision(
            len(rows),
            _cut(columns, rows, rules.get(name, {}), markers.get(name, Counter())),
            _dates(columns, rows, orders.get(name, {})),
            _spoken(columns, rows),
        )
    return found


class _Columns:
    """The columns that are counted, as arrays: a site may have a list for each of a thousand headings."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.teasers = pa.array(frame["excerpt_raw"].array, type=pa.large_string())
        self.cut = frame["excerpt_cut"].ne("no").to_numpy(dtype=bool)
        days = pa.array(frame["date"].array).cast(pa.int32())
        self.dated = frame["date"].notna().to_numpy(dtype=bool)
        self.days = days.fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
        self.certain = frame["date_certain"].to_numpy(dtype=bool) & self.dated
        self.confidence = frame["language_confidence"].to_numpy(dtype=np.float64)
        self.languages, self.named = pd.factorize(frame["language"])
        pages = (
            frame["page_language"] if "page_language" in frame else pd.Series(None, frame.index, dtype="str")
        )
        self.declared, self.tags = pd.factorize(pages)


def _cut(columns: _Columns, rows: Rows, rule: Mapping[str, Any], markers: Counter[str]) -> Cut:
    cut = int(columns.cut[rows].sum())
    teasers = columns.teasers.take(pa.array(rows[:LOOKED_AT])).drop_null()
    none = Proved("none", 0, 0)  # whole teasers of one length are no rule
    found = (
        proved(teasers, str(rule.get("unit", "none")), int(rule.get("budget", 0)), markers) if cut else none
    )
    marker, marked = markers.most_common(1)[0] if markers else ("", 0)
    return Cut(found.unit, found.budget, found.by, len(teasers), marker, marked, cut)


def _markers(frame: pd.DataFrame) -> dict[str, Counter[str]]:
    """Markers taken off, by list: what the step left out at the end."""
    found: dict[str, Counter[str]] = {}
    for name, steps in zip(frame["list"], frame["steps"], strict=True):
        for step in steps:
            if step.name == "marker" and step.column == "excerpt":
                marker = (step.before or "").removeprefix(step.after or "").strip()
                found.setdefault(str(name), Counter())[marker] += 1
    return found


def _dates(columns: _Columns, rows: Rows, decided: Mapping[str, Any]) -> Dates:
    days = columns.days[rows[columns.dated[rows]]]
    steps = np.diff(days)
    share = decided.get("share")
    return Dates(
        order=decided.get("order"),
        share=None if share is None else math.floor(share * 1e4) / 1e4,
        margin=None if share is None else round(_nats(share), 1),
        read=len(days),
        certain=int(columns.certain[rows].sum()),
        no_month=_above_twelve(days),
        newest_first=int((steps < 0).sum()),
        oldest_first=int((steps > 0).sum()),
    )


def _nats(share: float) -> float:
    doubt = min(max(1.0 - share, LEAST_DOUBT), 1.0 - LEAST_DOUBT)
    return math.log((1.0 - doubt) / doubt)


def _above_twelve(numbers: NDArray[np.int64]) -> int:
    days = numbers.astype("datetime64[D]")
    return int(((days - days.astype("datetime64[M]")).astype(np.int64) >= MONTHS).sum())


def _spoken(columns: _Columns, rows: Rows) -> Spoken:
    counts = _counted(columns.languages[rows], columns.named)
    language = next((name for name in counts if name != UNDETERMINED), UNDETERMINED)
    of_it = columns.named[columns.languages[rows]] == language
    tags = _counted(columns.declared[rows], columns.tags)
    return Spoken(
        language=language,
        entries=counts.get(language, 0),
        others={name: count for name, count in counts.items() if name != language},
        confidence=round(float(np.median(columns.confidence[rows[of_it]])), 3),
        declared=next(iter(tags), ""),
    )


def _counted(codes: NDArray[np.int64], names: pd.Index) -> dict[str, int]:
    """How often each name stands, the most frequent first, then the one met first; missing cells (-1) count for none."""
    counts = np.bincount(codes[codes >= 0], minlength=len(names))
    order = np.argsort(-counts, kind="stable")
    return {str(names[place]): int(counts[place]) for place in order.tolist() if counts[place]}
