"""Known entries that are others now in the run's eyes: another title, another day, or a teaser that is everybody's.

An editor rewrites an entry or two in a night. When half of a list comes back so, a selector took the neighbour's cell, the site
answered in another language, lost its dates in a move, or put its notice on cookies where the teasers were. Only what the site
wrote counts: cells whose raw text is the same and which this version reads in another way are no news of the site's.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipelines.history.former import Former, InMemory

_ASKED = (
    "id",
    "title",
    "title_raw",
    "date",
    "date_raw",
    "date_certain",
    "last_seen",
    "excerpt",
    "excerpt_raw",
)
_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
"""A word; in scripts that write none apart, a letter."""
_DAY = np.timedelta64(1, "D")
_ZONES = _DAY
"""A day told in another zone, or by the clock of another, is the same one."""
_SOON = 62 * _DAY
"""How far ahead the next day of what returns may lie: a course of every second month."""
_SPREAD = 14 * _DAY
"""Entries of days farther apart have not all the same one a night later."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """How many known entries are others now.

    Attributes:
        retitled: under a title that shares less than half of the words of the shorter one.
        redated: of another day, although theirs was certain and had passed when it was seen last. A later day that has come,
            or comes soon, is that of a last answer or of the next course, unless it is everybody's now.
        retold: with the teaser that most of this run's entries have.
    """

    retitled: int = 0
    redated: int = 0
    retold: int = 0


def rewritten(frame: pd.DataFrame, former: Former | InMemory, wanted: NDArray[np.bool_]) -> Rewritten:
    """Count the entries of this run that are others than in the dataset.

    Args:
        frame: rows of this run with `id`, each id once.
        former: the dataset published last.
        wanted: which of its records came back with a cell changed.
    """
    places, common = pd.Index(frame["id"]), _common(frame["excerpt"])
    counts: Counter[str] = Counter()
    moves: list[NDArray[np.datetime64]] = []
    for then in former.batches(_ASKED, wanted):
        now = frame.iloc[places.get_indexer(then["id"])]
        counts["retitled"] += _sum(_others(now, then), _came_new(now, then, "title_raw"))
        moves.append(_moves(now, then)[:, _came_new(now, then, "date_raw")])
        if common:
            told = (now["excerpt"] == common).to_numpy(dtype=bool) & then["excerpt"].notna().to_numpy()
            counts["retold"] += _sum(told, _came_new(now, then, "excerpt_raw"))
    counts["redated"] = _redated(moves, frame["last_seen"].max())
    return Rewritten(**counts)


def _redated(moves: list[NDArray[np.datetime64]], crawled: pd.Timestamp) -> int:
    """How many of the moves, each from a day to another, are no last answers and no next courses."""
    was, is_ = np.concatenate(moves, axis=1) if moves else np.empty((2, 0), dtype="datetime64[D]")
    moved = np.abs(is_ - was) > _ZONES
    if not moved.any():  # a run without entries has no day either
        return 0
    was, is_ = was[moved], is_[moved]
    soon = np.datetime64(crawled.date(), "D") + _SOON
    on = (is_ > was) & (is_ <= soon)
    stamped = on.any() and len(np.unique(is_[on])) == 1 and was[on].max() - was[on].min() > _SPREAD
    return int(len(was) - (0 if stamped else on.sum()))


def _sum(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> int:
    return int((one & other).sum())


def _common(excerpts: pd.Series) -> str:
    """The teaser that most entries have, "" where there is none."""
    most = excerpts.value_counts().head(1)
    return str(most.index[0]) if len(most) and 2 * most.iloc[0] >= len(excerpts) > 1 else ""


def _came_new(now: pd.DataFrame, then: pd.DataFrame, name: str) -> NDArray[np.bool_]:
    differs: NDArray[np.bool_] = now[name].fillna("").to_numpy() != then[name].fillna("").to_numpy()
    return differs


def _others(now: pd.DataFrame, then: pd.DataFrame) -> NDArray[np.bool_]:
    pairs = zip(now["title"].fillna(""), then["title"].fillna(""), strict=True)
    return np.array([_no_kin(_words(one), _words(other)) for one, other in pairs], dtype=bool)


def _words(title: str) -> set[str]:
    return set(_WORD.findall(title.casefold()))


def _no_kin(one: set[str], other: set[str]) -> bool:
    shorter = min(len(one), len(other))
    return bool(shorter) and 2 * len(one & other) < shorter


def _moves(now: pd.DataFrame, then: pd.DataFrame) -> NDArray[np.datetime64]:
    """The day each entry had and has, in two rows; no day at all where its own was open or still to come."""
    is_, was = (pd.to_datetime(cells["date"]).to_numpy().astype("datetime64[D]") for cells in (now, then))
    seen = then["last_seen"].dt.tz_localize(None).to_numpy().astype("datetime64[D]")
    certain = then["date_certain"].fillna(False).to_numpy(dtype=bool)
    known = certain & (was < seen)
    return np.stack([np.where(known, was, _NONE), np.where(known, is_, _NONE)])


_NONE = np.datetime64("NaT", "D")
