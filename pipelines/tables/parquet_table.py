"""A Parquet file, read in batches and written with the same schema, metadata and compression.

Columns that are not mended pass through as Arrow arrays, of whatever type. A mended column keeps its type (string,
large_string, string_view, dictionary of strings); its repairs are a list of strings, as in `records.parquet`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipelines.repair.columns.flat import replaced
from pipelines.tables.encoding import texts_of
from pipelines.tables.table import Edits, TableError, Write

_ROWS = 4096
"""Rows of a batch: at 500 characters a row, the 2 MB of the other formats."""
_MAGIC = b"PAR1"
_REPAIRS = pa.list_(pa.string())

Moved = defaultdict[str, dict[str, str]]
"""By column of a dictionary, its values that were mended so far and what each became."""


@dataclass(frozen=True, slots=True)
class ParquetChunk:
    """A batch of rows.

    Attributes:
        batch: its columns.
        read: bytes of the file that are behind, by the share of its rows.
    """

    batch: pa.RecordBatch
    read: int

    @property
    def rows(self) -> int:
        """How many rows."""
        return int(self.batch.num_rows)

    def column(self, name: str) -> pa.Array:
        """A column of strings; null where it holds no text."""
        column = self.batch.column(name)
        if pa.types.is_dictionary(column.type):
            column = column.cast(column.type.value_type)
        return texts_of(column.cast(pa.large_binary()))

    def keys(self, name: str) -> pa.Array:
        """A column of any type as text."""
        column = self.batch.column(name)
        if pa.types.is_dictionary(column.type):
            column = column.cast(column.type.value_type)
        if _is_text(column.type):
            return texts_of(column.cast(pa.large_binary()))
        return pa.array(
            [None if value is None else str(value) for value in column.to_pylist()], pa.large_string()
        )


@dataclass(frozen=True)
class ParquetTable:
    """A Parquet file.

    Attributes:
        path: where it is.
        shown: its name in messages.
    """

    path: Path
    shown: str
    format: str = "Parquet"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns."""
        with self._file() as file:
            names = tuple(file.schema_arrow.names)
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise TableError(
                f"{self.shown}: several columns are called {twice[0]!r}", "give each column its own name"
            )
        return names

    @cached_property
    def types(self) -> Mapping[str, str]:
        """Columns that are not of strings, and their type."""
        with self._file() as file:
            return {
                field.name: f"type {field.type}" for field in file.schema_arrow if not _is_text(field.type)
            }

    @property
    def notes(self) -> tuple[str, ...]:
        """Nothing."""
        return ()

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return self.path.stat().st_size

    def chunks(self) -> Iterator[ParquetChunk]:
        """Read from the start; a page that cannot be read is named by its row group and the byte it starts at."""
        with self._file() as file:
            rows, size = file.metadata.num_rows, self.size
            done = 0
            for group in range(file.num_row_groups):
                batches = file.iter_batches(_ROWS, row_groups=[group], use_threads=False)
                while True:
                    try:
                        batch = next(batches, None)
                    except (pa.ArrowException, OSError) as fault:
                        raise self._broken(file, group, fault) from None
                    if batch is None:
                        break
                    done += batch.num_rows
                    yield ParquetChunk(batch, size * done // rows)

    @contextmanager
    def writing(self, path: Path, added: Mapping[str, str]) -> Iterator[Write]:
        """Write batches as row groups of about the size they came in."""
        with self._file() as file:
            schema, metadata = file.schema_arrow, file.metadata
        for name in added.values():
            schema = schema.append(pa.field(name, _REPAIRS))
        size = max(1, -(-metadata.num_rows // max(1, metadata.num_row_groups)))
        waiting: list[pa.RecordBatch] = []
        moved: Moved = defaultdict(dict)
        with (
            path.open("wb") as target,
            pq.ParquetWriter(target, schema, compression=_compression(metadata)) as out,
        ):

            def flush() -> None:
                if waiting:
                    out.write_table(pa.Table.from_batches(waiting, schema), row_group_size=size)
                    waiting.clear()

            def write(chunk: object, edits: Edits) -> None:
                if not isinstance(chunk, ParquetChunk):
                    raise TypeError(f"got a {type(chunk).__name__}, expected a ParquetChunk")
                waiting.append(_edited(chunk.batch, edits, added, schema, moved))
                if (
                    sum(batch.num_rows for batch in waiting) >= size
                    or sum(batch.nbytes for batch in waiting) > _HELD
                ):
                    flush()

            yield write
            flush()

    @contextmanager
    def _file(self) -> Iterator[pq.ParquetFile]:
        with self.path.open("rb") as source:
            try:
                file = pq.ParquetFile(source, pre_buffer=False, buffer_size=1 << 20)
            except (pa.ArrowException, OSError) as fault:
                size = self.size
                source.seek(max(0, size - 4))
                end = source.read(4)
                if end != _MAGIC:
                    what = f"byte {max(0, size - 4):,}: ends in {end!r}, expected {_MAGIC!r}: the file is cut off or no Parquet"
                else:
                    what = f"byte {max(0, size - 8):,}: its footer cannot be read ({_short(fault)})"
                raise TableError(f"{self.shown}: {what}", "fetch or write the file again") from None
            with file:
                yield file

    def _broken(self, file: pq.ParquetFile, group: int, fault: Exception) -> TableError:
        columns = [
            file.metadata.row_group(group).column(number) for number in range(file.metadata.num_columns)
        ]
        start = min((c.dictionary_page_offset or c.data_page_offset for c in columns), default=0)
        return TableError(
            f"{self.shown}: row group {group}, which starts at byte {start:,}, cannot be read ({_short(fault)})",
            "fetch or write the file again",
        )


_HELD = 8 << 20
"""Bytes that wait for a row group: a larger one is written in parts, so that memory stays bounded."""


def _short(fault: Exception) -> str:
    return str(fault).splitlines()[0][:120]


def _is_text(kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _compression(metadata: pq.FileMetaData) -> str:
    if not metadata.num_row_groups or not metadata.num_columns:
        return "snappy"
    name = str(metadata.row_group(0).column(0).compression).lower()
    return "none" if name == "uncompressed" else name


def _edited(
    batch: pa.RecordBatch, edits: Edits, added: Mapping[str, str], schema: pa.Schema, moved: Moved
) -> pa.RecordBatch:
    columns = [
        _column(batch.column(name), edits.texts.get(name, {}), moved[name]) for name in batch.schema.names
    ]
    rows = range(batch.num_rows)
    told = [edits.repairs.get(name, {}) for name in added]
    columns += [pa.array([list(one.get(row, ())) for row in rows], _REPAIRS) for one in told]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def _column(column: pa.Array, new: Mapping[int, str], moved: dict[str, str]) -> pa.Array:
    kind = column.type
    coded = pa.types.is_dictionary(kind)
    if not new and not (coded and moved):
        return column
    rows = sorted(new)
    plain = column.cast(kind.value_type) if coded else column
    values = pa.array([new[row] for row in rows], pa.large_string())
    mended = replaced(plain.cast(pa.large_binary()), rows, values.cast(pa.large_binary()))
    if not coded:
        return mended.cast(kind)
    moved.update(zip(plain.take(pa.array(rows, pa.int64())).to_pylist(), values.to_pylist(), strict=True))
    return _coded(column.dictionary, mended.cast(kind.value_type), kind, moved)


def _coded(values: pa.Array, mended: pa.Array, kind: pa.DictionaryType, moved: Mapping[str, str]) -> pa.Array:
    """A mended column as a dictionary again: each value stays in its place, unused ones too, under its new name."""
    kept = [moved.get(value, value) for value in values.to_pylist()]
    levels = pa.array(dict.fromkeys([*kept, *mended.unique().drop_null().to_pylist()]), kind.value_type)
    codes = pc.index_in(mended, levels).cast(kind.index_type)
    return pa.DictionaryArray.from_arrays(codes, levels, ordered=kind.ordered)
