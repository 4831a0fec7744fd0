"""Where a whole text may stand: on the entry's page, in its feed, for a teaser also as a longer one of the same link.

Nothing is made of a row until a suspect asks for it: on a clean list no source is ever looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.repair import markers
from pipelines.repair.columns.flat import written
from pipelines.repair.columns.groups import Groups
from pipelines.repair.ends.restore import CONTEXTS, SHORTEST, Source
from pipelines.repair.ladder import ALL_STEPS, Mended, mend_column

Column = tuple[str, str, bool, int]
"""A column, what a record calls it, whether its texts end where their authors ended, and how much of a teaser must stand there."""
COLUMNS: tuple[Column, ...] = (
    ("own_text", "page", True, SHORTEST), ("own_summary", "page", False, SHORTEST),
    ("feed_text", "feed", True, SHORTEST), ("feed_summary", "feed", False, SHORTEST),
    ("own_beside", "page", False, CONTEXTS[2]),
)  # fmt: skip
"""Columns that may hold a teaser's whole text, best first."""
TITLES: tuple[Column, ...] = (("own_title", "page", True, SHORTEST), ("feed_title", "feed", True, SHORTEST))
"""The same for a title."""


def cells_of(frame: pd.DataFrame, name: str) -> pd.Series:
    """A column of a frame as `str`, all missing where the frame has none."""
    if name in frame.columns:
        return frame[name].astype("str")
    return pd.Series(pd.NA, index=frame.index, dtype="str", name=name)


def mend_sources(frame: pd.DataFrame, languages: Groups) -> dict[str, Mended]:
    """The columns of sources, mended by themselves: they are what gives back lost text."""
    found = {name: _mended(cells_of(frame, name), name, languages) for name, *_ in COLUMNS}
    untrimmed = ALL_STEPS - {"trim"}  # what witnesses that a letter stands keeps its own
    for name, *_ in TITLES:
        found[name] = _mended(cells_of(frame, name), name, languages, untrimmed)
    return found


def _mended(texts: pd.Series, name: str, languages: Groups, steps: frozenset[str] = ALL_STEPS) -> Mended:
    if not texts.notna().any():
        return Mended(texts, {}, {})
    return mend_column(texts, sites=Groups.one(len(texts), name), languages=languages, steps=steps)


def mended_texts(texts: Iterable[str], name: str) -> list[str]:
    """Some texts of a column, mended by themselves."""
    column = pd.Series(list(texts), dtype="str")
    return mend_column(column, sites=Groups.one(len(column), name)).texts.tolist()


class Sources(Mapping[int, Sequence[Source]]):
    """Sources by row, made when a suspect asks: of titles in the rows before `first`, then of teasers.

    Args:
        frame: raw rows, for their links.
        teasers: as shown on the listing pages.
        backing: the mended columns of sources.
        first: number of the first teaser; 0 where there are no titles before them.
    """

    def __init__(
        self, frame: pd.DataFrame, teasers: pd.Series, backing: Mapping[str, Mended], first: int
    ) -> None:
        self._first = first
        self._teasers = pa.array(teasers.array)
        self._columns = _filled(backing, COLUMNS)
        self._titles = _filled(backing, TITLES) if first else []
        self._titled = _any(self._titles, len(frame))
        self._links = pa.array(cells_of(frame, "url").array)
        self._twins = _twins(self._links, self._teasers)
        self.any = _any(self._columns, len(frame))
        """Rows whose teaser has a source."""
        for rows in self._twins.values():
            self.any[rows] = True

    def of(self, row: int) -> list[Source]:
        """The sources of a teaser by its row of the frame, best first."""
        return _sources(self._columns, row) + self._longer(row) if self.any[row] else []

    def _longer(self, row: int) -> list[Source]:
        rows = self._twins.get(self._links[row].as_py(), ())
        if not rows:
            return []
        size = len(self._teasers[row].as_py() or "")
        others = [self._teasers[other].as_py() for other in rows if other != row]
        return [Source("listing", markers.split(text)[0], whole=False) for text in others if len(text) > size]

    def __getitem__(self, row: int) -> Sequence[Source]:
        if row not in self:
            raise KeyError(row)
        return _sources(self._titles, row) if row < self._first else self.of(row - self._first)

    def __contains__(self, row: object) -> bool:
        if not isinstance(row, int) or not 0 <= row < self._first + len(self.any):
            return False
        return bool(self._titled[row] if row < self._first else self.any[row - self._first])

    def __iter__(self) -> Iterator[int]:
        titles = np.flatnonzero(self._titled)
        return iter([*titles.tolist(), *(np.flatnonzero(self.any) + self._first).tolist()])

    def __len__(self) -> int:
        return int(self._titled.sum() + self.any.sum())


Columns = list[tuple[str, pa.Array, bool, int]]


def _filled(backing: Mapping[str, Mended], names: Sequence[Column]) -> Columns:
    """The columns that hold anything, with what `Column` says of them."""
    found = [
        (called, pa.array(backing[name].texts.array), whole, least) for name, called, whole, least in names
    ]
    return [column for column in found if column[1].null_count < len(column[1])]


def _any(columns: Columns, rows: int) -> np.ndarray:
    """Rows that any of some columns fills."""
    found = np.zeros(rows, dtype=bool)
    for _, column, *_ in columns:
        found |= written(column)
    return found


def _sources(columns: Columns, row: int) -> list[Source]:
    found = [Source(called, column[row].as_py(), whole, least) for called, column, whole, least in columns]
    return [source for source in found if source.text]


def _twins(links: pa.Array, teasers: pa.Array) -> dict[str, list[int]]:
    """Rows of the links that more than one teaser has."""
    shown = pc.and_(pc.greater(pc.binary_length(links), 0), pc.greater(pc.binary_length(teasers), 0))
    rows = pc.indices_nonzero(shown)
    numbered = pc.dictionary_encode(links.take(rows))
    codes = numbered.indices.to_numpy()
    double = np.flatnonzero(np.bincount(codes, minlength=1)[codes] > 1)
    found: dict[str, list[int]] = defaultdict(list)
    for place in double.tolist():
        found[numbered[place].as_py()].append(rows[place].as_py())
    return found
