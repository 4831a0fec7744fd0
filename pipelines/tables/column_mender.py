"""One column's texts through the ladder, chunk by chunk, with the evidence of the chunks before.

The ladder asks the list: which wrong reading it proves, where it cuts, which words it knows. A chunk alone would
answer differently at its edges, so a small sample of what came before goes with it (`Witnesses`). Clean rows
that no suspect needs never reach the ladder.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from zlib import crc32

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.repair.columns.flat import with_texts
from pipelines.repair.ends.restore import Source
from pipelines.repair.ladder import mend_column
from pipelines.repair.looks.suspects import suspects
from pipelines.repair.marks import MARKS, count_marks

WITNESSES = 1000
"""Texts of former chunks that go along, and rows of a chunk that its suspects are shown beside."""
BESIDE = 200
"""The same for each of many lists."""
PIECE = 100_000
"""Characters that the ladder sees at once. A longer cell is mended in pieces, cut at a line end or a space: ftfy stops
after 1,000,000. A cell of 50 MB of mojibake took 19 s of CPU so."""
CALLS = 16
"""Columns from which several are mended together: 1 MB of objects of 5,000 keys took 60 s of CPU column by column, 5 s in
64 groups."""
SOURCES = 16
"""Texts of its row that a cell is held against."""
PROVEN_BY = "column"
"""What a step is named after where another column of the row proves a lost character: `character_column`."""
UNREAD = "unread"
"""Name of the step that writes U+FFFD for bytes which no step could explain."""

_LONE = str.maketrans(
    {chr(code): "\N{REPLACEMENT CHARACTER}" for code in range(ord(MARKS[0]), ord(MARKS[-1]) + 1)}
)

_COLUMN = "\x1f"  # between a column's place and the name of a list

Languages = Callable[[Sequence[str], Sequence[str]], Sequence[str]]
"""Names the language of texts, each with its list."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a cell: its new text and the steps that led there."""

    after: str
    steps: tuple[str, ...]


class Witnesses:
    """A sample of the texts seen so far, the same whatever order they came in: those with the smallest checksums."""

    def __init__(self, most: int = WITNESSES) -> None:
        self._most = most
        self._kept: dict[tuple[str, str], int] = {}

    def add(self, texts: Sequence[str], lists: Sequence[str]) -> None:
        """Let some texts in, each once a list."""
        for each in zip(lists, texts, strict=True):
            self._kept.setdefault(each, crc32("\n".join(each).encode("utf-8", "surrogatepass")))
        if len(self._kept) > self._most:
            smallest = sorted(self._kept.items(), key=lambda item: (item[1], item[0]))[: self._most]
            self._kept = dict(smallest)

    def rows(self) -> tuple[list[str], list[str]]:
        """Texts and their lists."""
        return [text for _, text in self._kept], [each for each, _ in self._kept]


class ColumnMender:
    """Mends one column of a table, or several that have few cells: each is a list, or lists, of its own.

    Args:
        languages: names the language of texts.
    """

    def __init__(self, languages: Languages) -> None:
        self._languages = languages
        self._witnesses = Witnesses()

    def mend(
        self, columns: Sequence[pa.Array], lists: Sequence[str] | None = None, proofs: Proofs | None = None
    ) -> list[dict[int, Change]]:
        """Mend the texts of one chunk.

        Args:
            columns: large_string, missing allowed.
            lists: which list each row is from; one list if None.
            proofs: the columns mended so far.

        Returns:
            The changed rows of each column.
        """
        filled = _Filled.of(columns, lists)
        found = suspects(_series(filled.texts)).astype(np.int64)
        changes: list[dict[int, Change]] = [{} for _ in columns]
        if not len(found):
            self._remember(filled, _evenly(np.arange(len(filled.texts))))
            return changes
        places = _with_beside(
            found, filled.lists if lists is not None or len(columns) > 1 else None, len(filled.texts)
        )
        cells = filled.texts.take(pa.array(places)).to_pylist()
        named = [filled.lists[place] for place in places.tolist()]
        longer = {
            int(at): sources
            for at, row in zip(np.searchsorted(places, found), filled.rows[found].tolist(), strict=True)
            if proofs and (sources := proofs.longer(cells[at], row))
        }
        mended = self._through_the_ladder(cells, named, longer, by=lists is not None)
        self._remember(filled, _evenly(places))
        for at, change in mended.items():
            place = int(places[at])
            changes[int(filled.columns[place])][int(filled.rows[place])] = change
        return changes

    def _remember(self, filled: _Filled, places: np.ndarray) -> None:
        cells = filled.texts.take(pa.array(places)).to_pylist()
        kept = [
            (cell[:PIECE], filled.lists[place])
            for cell, place in zip(cells, places.tolist(), strict=True)
            if cell
        ]
        self._witnesses.add([cell for cell, _ in kept], [each for _, each in kept])

    def _through_the_ladder(
        self, cells: list[str], lists: list[str], proofs: Mapping[int, list[Source]], *, by: bool
    ) -> dict[int, Change]:
        pieces, owners, names = _in_pieces(cells, lists)
        size = len(pieces)
        beside, beside_lists = self._witnesses.rows()
        names += beside_lists
        known = self._languages([*pieces, *beside], names if by else [""] * len(names))
        mended = mend_column(
            pd.Series([*pieces, *beside], dtype="str"),
            lists=names,
            sites=[name.partition(_COLUMN)[0] if _COLUMN in name else "" for name in names],
            languages=known,
            sources={place: proofs[row] for place, row in enumerate(owners) if row in proofs},
        )
        steps: dict[int, list[str]] = {}
        for place, cell in mended.cells.items():
            if place < size and cell.steps:
                told = steps.setdefault(owners[place], [])
                told += [step for step, _, _ in cell.steps if step not in told]
        after = mended.texts.tolist()[:size]
        changes: dict[int, Change] = {}
        for row in sorted(
            {*steps, *(owner for owner, piece in zip(owners, after, strict=True) if _has_mark(piece))}
        ):
            text = "".join(after[bisect_left(owners, row) : bisect_right(owners, row)])
            told = steps.get(row, [])
            whole = text.translate(_LONE) if _has_mark(text) else text
            if whole != cells[row]:
                changes[row] = Change(whole, (*told, UNREAD) if whole != text else tuple(told))
        return changes


class RowMender:
    """Mends several columns of a table, the longest first: a text may hold the whole of its teaser.

    A call of the ladder costs as much as some hundred texts, so a table of many columns goes up several columns at a time.

    Args:
        columns: their names.
        languages: names the language of texts.
    """

    def __init__(self, columns: Sequence[str], languages: Languages) -> None:
        groups = range(min(CALLS, len(columns)))  # columns side by side, as of one text, go to different ones
        self._menders = {tuple(columns[at::CALLS]): ColumnMender(languages) for at in groups}

    def mend(
        self, cells: Mapping[str, pa.Array], lists: Sequence[str] | None = None
    ) -> dict[str, Mapping[int, Change]]:
        """Mend one chunk, its columns by name; returns the changed rows of each."""
        size = {name: pc.sum(pc.binary_length(column)).as_py() or 0 for name, column in cells.items()}
        found: dict[str, Mapping[int, Change]] = {}
        proofs = Proofs()
        for names in sorted(self._menders, key=lambda some: max(size[name] for name in some), reverse=True):
            columns = [cells[name] for name in names]
            changes = self._menders[names].mend(columns, lists, proofs)
            found |= zip(names, changes, strict=True)
            if len(found) < len(cells):
                for column, changed in zip(columns, changes, strict=True):
                    proofs.add(with_texts(column, {row: one.after for row, one in changed.items()}))
        return found


class Proofs:
    """The texts of the columns mended so far, by row: where one is longer than a cut cell, it may prove how that goes on."""

    def __init__(self) -> None:
        self._texts: dict[int, list[str]] = {}

    def add(self, column: pa.Array) -> None:
        """Take in a column, but for texts longer than the ladder reads at once."""
        short = pc.fill_null(pc.less_equal(pc.utf8_length(column), PIECE), False)
        rows = np.flatnonzero(short.to_numpy(zero_copy_only=False)).tolist()
        for row, text in zip(rows, column.filter(short).to_pylist(), strict=True):
            self._texts.setdefault(row, []).append(text)

    def longer(self, cell: str, row: int) -> list[Source]:
        """The first texts of a row that are longer than a cell, `SOURCES` at most."""
        longer = (text for text in self._texts.get(row, ()) if len(cell) < len(text))
        return [Source(PROVEN_BY, text) for text in islice(longer, SOURCES)]


@dataclass(frozen=True, slots=True)
class _Filled:
    """The filled cells of some columns, one column after the other.

    Attributes:
        texts: large_string without nulls.
        columns: the place of each one's column.
        rows: its row.
        lists: its list; where there are several columns, with the column's place.
    """

    texts: pa.Array
    columns: np.ndarray
    rows: np.ndarray
    lists: Sequence[str]

    @classmethod
    def of(cls, columns: Sequence[pa.Array], lists: Sequence[str] | None) -> _Filled:
        there = [np.flatnonzero(column.is_valid().to_numpy(zero_copy_only=False)) for column in columns]
        texts = [column.drop_null() for column in columns]
        rows = np.concatenate(there)
        numbers = np.repeat(np.arange(len(columns)), [len(each) for each in there])
        named = [lists[row] for row in rows.tolist()] if lists is not None else [""] * len(rows)
        if len(columns) > 1:
            named = [f"{number}{_COLUMN}{each}" for number, each in zip(numbers.tolist(), named, strict=True)]
        return cls(texts[0] if len(texts) == 1 else pa.concat_arrays(texts), numbers, rows, named)


def _has_mark(text: object) -> bool:
    return isinstance(text, str) and not text.isascii() and count_marks(text) > 0


def _series(texts: pa.Array) -> pd.Series:
    kind = pd.StringDtype("pyarrow", na_value=np.nan)
    return pd.Series(pd.arrays.ArrowStringArray(texts, dtype=kind))  # type: ignore[call-arg]  # pandas 3


def _with_beside(found: np.ndarray, lists: Sequence[str] | None, rows: int) -> np.ndarray:
    """The suspects, rows of their lists for the cut rule, and rows of any list for the words."""
    if lists is None:
        return np.union1d(found, _evenly(np.arange(rows)))
    wanted = {lists[row] for row in found.tolist()}
    by_list: dict[str, list[int]] = {}
    for row, each in enumerate(lists):
        if each in wanted:
            by_list.setdefault(each, []).append(row)
    beside = [_evenly(np.array(members), BESIDE) for members in by_list.values()]
    return np.union1d(found, np.concatenate([*beside, _evenly(np.arange(rows))]))


def _evenly(rows: np.ndarray, most: int = WITNESSES) -> np.ndarray:
    """At most so many of the rows, evenly spread."""
    return rows if len(rows) <= most else rows[np.linspace(0, len(rows) - 1, most).astype(np.int64)]


def _in_pieces(cells: list[str], lists: list[str]) -> tuple[list[str], list[int], list[str]]:
    pieces: list[str] = []
    owners: list[int] = []
    for row, cell in enumerate(cells):
        for piece in _cut(cell) if len(cell) > PIECE else [cell]:
            pieces.append(piece)
            owners.append(row)
    # a long text cuts nowhere but at its own end, so its pieces are a list of their own
    names = (
        [f"{lists[row]}\n{row}" if owners.count(row) > 1 else lists[row] for row in owners]
        if len(pieces) > len(cells)
        else [*lists]
    )
    return pieces, owners, names


def _cut(cell: str) -> list[str]:
    pieces, at = [], 0
    while len(cell) - at > PIECE:
        end = _gap(cell, at + PIECE // 2, at + PIECE)
        pieces.append(cell[at:end])
        at = end
    return [*pieces, cell[at:]]


def _gap(cell: str, low: int, high: int) -> int:
    """The last place after a gap that follows an ASCII sign: elsewhere the gap may be half of a character (`Ã `)."""
    at = high
    while (at := max(cell.rfind(" ", low, at), cell.rfind("\n", low, at))) > 0:
        if cell[at - 1].isascii():
            return at + 1
    return high
