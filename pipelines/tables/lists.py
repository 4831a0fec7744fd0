"""Rows of one list brought together, however far apart they stand in the file.

A table of any size is dealt out into temporary parts by the checksum of its list; a part holds whole lists and fits
in memory. Each part is mended, its changes are kept in row order, and the parts' changes are merged while the file is
read a last time. What a row becomes depends on its list alone then, not on the order of the rows.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
import pyarrow as pa

from pipelines.tables.column_mender import Change, Languages, RowMender

PART = 2 << 20
"""Bytes of the file for each part: with 2 MB a CSV of 300 MB took 277 MB of memory, as much as one of 20 MB."""
MOST_PARTS = 400  # files open at a time; 1,024 is a common limit
LARGEST = 4 << 20
"""Bytes of text that are mended together: a larger part, which one huge list makes, goes in slices of it."""
_KEPT = pa.schema(
    [
        ("row", pa.int64()),
        ("column", pa.int32()),
        ("after", pa.large_string()),
        ("steps", pa.list_(pa.string())),
    ]
)
_AT_ONCE = 128  # changes read ahead for each part


class Changed(NamedTuple):
    """A change of one cell: the row of the file, the number of the column among the mended ones, and what it became."""

    row: int
    column: int
    change: Change


class Parts:
    """The texts of a table, dealt out by list into a folder."""

    def __init__(self, folder: Path, columns: Sequence[str], size: int) -> None:
        self._folder = folder
        self._columns = tuple(columns)
        self._count = min(MOST_PARTS, max(1, size // PART))
        kinds = [
            ("row", pa.int64()),
            ("list", pa.large_string()),
            *((f"c{n}", pa.large_string()) for n in range(len(columns))),
        ]
        self._schema = pa.schema(kinds)
        self._rows = 0

    def deal(self, chunks: Iterable[tuple[pa.Array, Sequence[pa.Array]]]) -> None:
        """Deal out chunks, each the lists of its rows and its columns."""
        with ExitStack() as files:
            parts = [
                files.enter_context(
                    pa.ipc.new_stream(str(self._folder / f"{n}.part"), self._schema, options=_PACKED)
                )
                for n in range(self._count)
            ]
            for lists, columns in chunks:
                rows = np.arange(self._rows, self._rows + len(lists))
                self._rows += len(lists)
                batch = pa.record_batch([pa.array(rows), lists.fill_null(""), *columns], schema=self._schema)
                places = self._places(batch.column("list"))
                order = np.argsort(places, kind="stable")
                bounds = np.searchsorted(places[order], np.arange(self._count + 1))
                dealt = batch.take(pa.array(order))
                for number in np.flatnonzero(np.diff(bounds)).tolist():
                    parts[number].write_batch(
                        dealt.slice(bounds[number], bounds[number + 1] - bounds[number])
                    )

    def mend(self, languages: Languages) -> Iterator[int]:
        """Mend part by part; yields the number of parts that are done."""
        for number in range(self._count):
            self._mend_part(number, languages)
            yield number + 1

    @property
    def count(self) -> int:
        """How many parts there are."""
        return self._count

    def changes(self) -> Iterator[Changed]:
        """The changes of all parts in the order of the file's rows."""
        return heapq.merge(
            *(_read(self._folder / f"{number}.changes") for number in range(self._count)), key=_place
        )

    def _places(self, lists: pa.Array) -> np.ndarray:
        coded = lists.dictionary_encode()
        parts = [crc32(name.encode("utf-8")) % self._count for name in coded.dictionary.to_pylist()]
        return np.array(parts, np.int64)[coded.indices.to_numpy()] if parts else np.array([], np.int64)

    def _mend_part(self, number: int, languages: Languages) -> None:
        mender = RowMender([f"c{place}" for place in range(len(self._columns))], languages)
        found: list[Changed] = []
        with pa.ipc.open_stream(str(self._folder / f"{number}.part")) as batches:
            for table in _slices(batches):
                lists, rows = table.column("list").to_pylist(), table.column("row").to_numpy()
                cells = {f"c{place}": table.column(f"c{place}") for place in range(len(self._columns))}
                for name, changes in mender.mend(cells, lists).items():
                    found += [
                        Changed(int(rows[row]), int(name[1:]), change) for row, change in changes.items()
                    ]
        (self._folder / f"{number}.part").unlink()
        _write(self._folder / f"{number}.changes", sorted(found, key=_place))


_PACKED = pa.ipc.IpcWriteOptions(compression="lz4")


def _place(changed: Changed) -> tuple[int, int]:
    return changed.row, changed.column


def _slices(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    waiting: list[pa.RecordBatch] = []
    size = 0
    for batch in batches:
        waiting.append(batch)
        size += batch.nbytes
        if size > LARGEST:
            yield pa.Table.from_batches(waiting).combine_chunks().to_batches()[0]
            waiting, size = [], 0
    if waiting:
        yield pa.Table.from_batches(waiting).combine_chunks().to_batches()[0]


def _write(path: Path, found: Sequence[Changed]) -> None:
    with pa.ipc.new_stream(str(path), _KEPT, options=_PACKED) as out:
        for start in range(0, len(found), _AT_ONCE):
            some = found[start : start + _AT_ONCE]
            columns: Mapping[str, list[object]] = {
                "row": [each.row for each in some],
                "column": [each.column for each in some],
                "after": [each.change.after for each in some],
                "steps": [list(each.change.steps) for each in some],
            }
            out.write_batch(pa.RecordBatch.from_pydict(columns, schema=_KEPT))


def _read(path: Path) -> Iterator[Changed]:
    with pa.ipc.open_stream(str(path)) as batches:
        for batch in batches:
            for each in batch.to_pylist():
                yield Changed(each["row"], each["column"], Change(each["after"], tuple(each["steps"])))
