"""The texts of a column by the numbers of their rows: a short column is held by Python as a whole.

Each call of Arrow costs some 30 µs where much else has run since the last one, which is what a short list's text costs as a
whole. Lists of 50 texts take a tenth less time so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.repair.columns.flat import as_series, drawn, first_sorted, replaced, whole
from pipelines.repair.columns.groups import Groups, firsts_of

SHORT = 300
"""Texts of a column that is short: as many as stand for a list (`evidence.REPRESENTED`), which Python holds in any case."""
SMALL = 1 << 21
"""Their bytes: a few cells of many megabytes are not held twice."""


def some_of(texts: Sequence[str], most: int) -> list[str]:
    """`Texts.sample` of texts that Python holds."""
    if len(texts) <= most:
        return list(texts)
    different = pa.array(sorted(set(texts)), pa.large_string())
    found: list[str] = different.take(drawn(different, most)).to_pylist()
    return found


class Texts:
    """A `str` column.

    Args:
        series: the column as pandas has it.

    Attributes:
        column: the column as Arrow has it.
    """

    def __init__(self, series: pd.Series) -> None:
        self.series = series
        self.column: pa.Array = whole(series)

    def __len__(self) -> int:
        return len(self.column)

    @cached_property
    def is_short(self) -> bool:
        """Whether Python holds all texts."""
        return len(self.column) <= SHORT and self.column.nbytes <= SMALL

    @cached_property
    def listed(self) -> list[str | None]:
        """All texts, None for a missing one."""
        found: list[str | None] = self.column.to_pylist()
        return found

    def of(self, rows: NDArray[np.int64]) -> list[str]:
        """The texts of some rows that have one."""
        return self.or_missing(rows)  # type: ignore[return-value]  # the caller knows that none is missing

    def or_missing(self, rows: NDArray[np.int64] | list[int]) -> list[str | None]:
        """The texts of some rows, None where one is missing."""
        if self.is_short:
            return list(map(self.listed.__getitem__, rows if isinstance(rows, list) else rows.tolist()))
        found: list[str | None] = self.column.take(pa.array(rows, pa.int64())).to_pylist()
        return found

    def in_order(self, rows: NDArray[np.int64], most: int) -> Iterator[str]:
        """The texts above ASCII of some rows, each once, in order.

        Args:
            rows: their numbers, each once.
            most: texts of a long column that are sorted before all others are, for one who takes no more.
        """
        if self.is_short:
            yield from sorted({text for text in self.or_missing(rows) if text and not text.isascii()})
            return
        column = self.column if len(rows) == len(self) else self.column.take(pa.array(rows))
        above = column.filter(pc.invert(pc.string_is_ascii(column)))
        if len(above) > most:
            first = above.take(first_sorted(above, most))
            yield from dict.fromkeys(first.to_pylist())
            above = above.filter(pc.greater(above, first[-1]))
        yield from sorted(pc.unique(above).to_pylist())

    def above_ascii(self, rows: NDArray[np.int64]) -> int:
        """How many of some rows have a text that is not all ASCII."""
        if self.is_short:
            return sum([not text.isascii() for text in self.or_missing(rows) if text])
        ascii_alone = pc.string_is_ascii(pc.drop_null(self.column.take(pa.array(rows))))
        return len(ascii_alone) - int(pc.sum(ascii_alone).as_py() or 0)

    def sample(self, most: int) -> list[str]:
        """All texts where there are few; of more than so many a sample of the different ones."""
        if self.is_short:
            return some_of([text for text in self.listed if text is not None], most)
        column = pc.drop_null(self.column)
        if len(column) > most:
            some = column.take(drawn(column, most))
            if len(pc.unique(some)) < most:
                different = pc.unique(column)
                some = different.take(drawn(different, most))
            column = some
        found: list[str] = column.to_pylist()
        return found

    def numbers(self, rows: NDArray[np.int64], numbered: pa.DictionaryArray | None) -> NDArray[np.integer]:
        """For each of some rows a number that those of the same text share, in the order of their first ones.

        Args:
            rows: their numbers.
            numbered: the whole column with its numbers, where it has been numbered.
        """
        found: NDArray[np.integer]
        if numbered is not None:
            found = numbered.indices.take(pa.array(rows)).to_numpy()
        elif self.is_short:
            known: dict[str, int] = {}
            found = np.array([known.setdefault(text, len(known)) for text in self.of(rows)], np.int64)
        else:
            found = pc.dictionary_encode(self.column.take(pa.array(rows))).indices.to_numpy()
        return found

    def once(
        self, rows: NDArray[np.int64], lists: Groups | None, numbered: pa.DictionaryArray | None
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Of rows that have one text and one list the first, and how many each stands for.

        Args:
            rows: their numbers, ascending.
            lists: which list each row of the column is from; all one if None.
            numbered: the whole column with its numbers, where texts come back; else every row counts.
        """
        if numbered is None or not len(rows):
            return rows, np.ones_like(rows)
        names = lists.codes[rows] if lists else np.zeros_like(rows)
        firsts, _, times = firsts_of(names, self.numbers(rows, numbered))
        return rows[firsts], times

    def replaced(self, rows: NDArray[np.int64], texts: list[str], which: NDArray[np.int64]) -> pd.Series:
        """The column with the texts of some rows replaced.

        Args:
            rows: their numbers, ascending.
            texts: what is put there.
            which: for each row the place of its text among these.
        """
        if not self.is_short:
            values = pa.array(texts, self.column.type).take(pa.array(which))
            return as_series(replaced(self.column, rows, values), self.series)
        now = self.listed.copy()
        for row, place in zip(rows.tolist(), which.tolist(), strict=True):
            now[row] = texts[place]
        return as_series(pa.array(now, self.column.type), self.series)
