"""Where a teaser's whole text may stand: the entry's page, its feed, a longer teaser of the same link.

Nothing is made of a row until a suspect asks for it: on a clean list no source is ever looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.repair import markers
from pipelines.repair.groups import Groups
from pipelines.repair.ladder import Mended, mend_column
from pipelines.repair.restore import Source

COLUMNS: tuple[tuple[str, str], ...] = (
    ("own_text", "page"), ("own_summary", "page"), ("feed_text", "feed"), ("feed_summary", "feed"),
)  # fmt: skip
"""Columns that may hold a teaser's whole text, best first, and what a record calls them."""


def cells_of(frame: pd.DataFrame, name: str) -> pd.Series:
    """A column of a frame as `str`, all missing where the frame has none."""
    if name in frame.columns:
        return frame[name].astype("str")
    return pd.Series(pd.NA, index=frame.index, dtype="str", name=name)


def mend_sources(frame: pd.DataFrame, languages: Groups) -> dict[str, Mended]:
    """The columns of sources, mended by themselves: they are what gives back lost text."""
    return {name: _mended(cells_of(frame, name), name, languages) for name, _ in COLUMNS}


def _mended(texts: pd.Series, name: str, languages: Groups) -> Mended:
    if not texts.notna().any():
        return Mended(texts, {}, {})
    return mend_column(texts, sites=Groups.one(len(texts), name), languages=languages)


class Sources(Mapping[int, Sequence[Source]]):
    """Sources by row, made when a suspect asks.

    Args:
        frame: raw rows, for their links.
        teasers: as shown on the listing pages.
        backing: the mended columns of sources.
        first: number of the first row, where the rows are part of a longer column.
    """

    def __init__(
        self, frame: pd.DataFrame, teasers: pd.Series, backing: Mapping[str, Mended], first: int
    ) -> None:
        self._first = first
        self._teasers = pa.array(teasers.array)
        texts = [(called, pa.array(backing[name].texts.array)) for name, called in COLUMNS]
        self._columns = [(called, column) for called, column in texts if column.null_count < len(column)]
        self._links = pa.array(cells_of(frame, "url").array)
        self._twins = _twins(self._links, self._teasers)
        self.any = np.zeros(len(frame), dtype=bool)
        """Rows that have a source."""
        for _, column in self._columns:
            self.any |= pc.fill_null(pc.greater(pc.binary_length(column), 0), False).to_numpy(
                zero_copy_only=False
            )
        for rows in self._twins.values():
            self.any[rows] = True

    def of(self, row: int) -> list[Source]:
        """The sources of a row of the frame, best first."""
        if not self.any[row]:
            return []
        texts = [(called, column[row].as_py()) for called, column in self._columns]
        return [Source(called, text) for called, text in texts if text] + self._longer(row)

    def _longer(self, row: int) -> list[Source]:
        rows = self._twins.get(self._links[row].as_py(), ())
        if not rows:
            return []
        size = len(self._teasers[row].as_py() or "")
        others = [self._teasers[other].as_py() for other in rows if other != row]
        return [Source("listing", markers.split(text)[0]) for text in others if len(text) > size]

    def __getitem__(self, row: int) -> Sequence[Source]:
        if row not in self:
            raise KeyError(row)
        return self.of(row - self._first)

    def __contains__(self, row: object) -> bool:
        return (
            isinstance(row, int)
            and 0 <= row - self._first < len(self.any)
            and bool(self.any[row - self._first])
        )

    def __iter__(self) -> Iterator[int]:
        return iter((np.flatnonzero(self.any) + self._first).tolist())

    def __len__(self) -> int:
        return int(self.any.sum())


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
