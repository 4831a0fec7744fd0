"""Excerpts that were proved before and are not this time: the earlier proof stands.

A run on a day when the entries' pages time out knows less than the run before it. Where the teaser is the same, its marker aside,
and nothing says otherwise now, the words that a page or the feed proved then are still the site's words.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from pipelines.history.former import Former, InMemory
from pipelines.repair import markers
from pipelines.repair.ends.restore import rest
from pipelines.trail import Step, add_issues, add_steps

_ASKED = ("own_text", "own_summary", "feed_text", "feed_summary", "own_beside")
_PROVEN, _OPEN = ("page", "feed"), ("trimmed", "lexicon")
_LOST = ("word_lost", "character_lost")
_COLUMNS = ("id", "excerpt_raw", "excerpt", "excerpt_cut", "excerpt_source")
_WITH_PROOF = (*_COLUMNS, "text", "repairs")
"""Where the record does not say who proved its last word: texts are dear, so they are read for these only."""
KEPT = "kept"


class Proved(NamedTuple):
    """An excerpt as it was published."""

    excerpt: str
    excerpt_cut: str
    excerpt_source: str


def keep_proofs(frame: pd.DataFrame, former: Former | InMemory | None) -> pd.DataFrame:
    """Put excerpts back that were proved before, as a step `kept` and an issue `proof_kept`.

    Args:
        frame: mended rows of this run with `id` and `repairs`, each id once.
        former: the dataset published last, or None.
    """
    weak = np.flatnonzero(_unproven(frame))
    if former is None or not len(weak):
        return frame
    found = dict(_proved_before(frame, weak, former))
    if not found:
        return frame
    rows = sorted(found)
    steps = {
        row: [Step("excerpt", KEPT, before, found[row].excerpt)]
        for row, before in zip(rows, frame["excerpt"].iloc[rows], strict=True)
        if before != found[row].excerpt
    }
    for name in Proved._fields:
        column = frame[name].copy()
        column.iloc[rows] = [getattr(found[row], name) for row in rows]
        frame = frame.assign(**{name: column})
    frame = add_issues(add_steps(_without_losses(frame, rows), steps), "proof_kept", rows)
    repairs = frame["repairs"].to_numpy(dtype=object, copy=True)
    for row in steps:
        repairs[row] = sorted({*repairs[row], f"excerpt:{KEPT}"})
    return frame.assign(repairs=pd.Series(repairs, index=frame.index, dtype=object))


def _unproven(frame: pd.DataFrame) -> np.ndarray:
    """Rows whose excerpt ends as no source said in this run."""
    reached = np.zeros(len(frame), dtype=bool)
    for name in _ASKED:
        if name in frame.columns:
            reached |= frame[name].notna().to_numpy()
    source = frame["excerpt_source"]
    weak = source.isin(_OPEN).to_numpy() | ((source == "listing").to_numpy() & ~reached)
    return weak & frame["excerpt_raw"].notna().to_numpy()


def _proved_before(
    frame: pd.DataFrame, weak: np.ndarray, former: Former | InMemory
) -> Iterator[tuple[int, Proved]]:
    """Of some rows those that the former dataset proved, with what it proved."""
    old = former.columns(("id", "excerpt_source"))
    place = pd.Index(frame["id"].iloc[weak]).get_indexer(old["id"])
    seen = np.flatnonzero(place >= 0)
    rows = weak[place[seen]]
    then, now = old["excerpt_source"].iloc[seen], frame["excerpt_source"].iloc[rows]
    told = then.isin(_PROVEN).to_numpy()
    trimmed = (now == "trimmed").to_numpy() & (then == "listing").to_numpy()
    teasers = dict(zip(frame["id"].iloc[rows], rows.tolist(), strict=True))
    for names, asked in ((_COLUMNS, told), (_WITH_PROOF, trimmed)):
        wanted = np.zeros(len(old), dtype=bool)
        wanted[seen[asked]] = True
        for batch in former.batches(names, wanted):
            for record in batch.to_dict("records"):
                row = teasers[record["id"]]
                if _same(record["excerpt_raw"], frame["excerpt_raw"].iloc[row]) and _was_proved(record):
                    yield row, Proved(*(record[name] for name in Proved._fields))


def _same(before: object, now: str) -> bool:
    return isinstance(before, str) and markers.split(before)[0] == markers.split(now)[0]


def _was_proved(record: Mapping[Hashable, object]) -> bool:
    """Whether a page or the feed proved a record's excerpt; a whole last word by the page's text, which is in the record."""
    if record["excerpt_source"] in _PROVEN:
        return True
    excerpt, text, repairs = record["excerpt"], record["text"], record["repairs"]
    if not isinstance(excerpt, str):
        return False
    if f"excerpt:{KEPT}" in (repairs if isinstance(repairs, (list, np.ndarray)) else ()):
        return True
    return isinstance(text, str) and bool(rest(excerpt, text))


def _without_losses(frame: pd.DataFrame, rows: list[int]) -> pd.DataFrame:
    """The frame without the issues of what is no longer lost."""
    issues = frame["issues"].to_numpy(dtype=object, copy=True)
    for row in rows:
        issues[row] = tuple(code for code in issues[row] if code not in _LOST)
    return frame.assign(issues=pd.Series(issues, index=frame.index, dtype=object))
