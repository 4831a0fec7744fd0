"""The dataset published before this run, read no more than a build needs.

A run compares a few columns of it and keeps the rows it did not see; all of it at once would stand in memory beside the
frame that is being built: at 100,000 known entries a second run then peaked at 490 MB, and so at 400.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.errors import UsageError
from pipelines.loading import opened
from pipelines.next_command import listmend
from pipelines.record import NAMES, arrow_schema

_ROWS = 16_384
"""Rows read at a time when some are kept: 15 MB."""
_FEW = 4_096
"""Rows read at a time when they are looked at one by one: with their texts 77 MB of 100,000, where `_ROWS` takes 143."""


@dataclass(frozen=True, slots=True)
class Former:
    """Records published last, in a file."""

    file: Path

    def ids(self) -> pd.Index:
        """The ids of all rows, each once.

        Raises:
            UsageError: the file cannot be read, or an id stands in it twice.
        """
        ids: pd.Index = pd.Index(self.columns(("id",))["id"])
        if not ids.is_unique:
            raise UsageError(
                f"{self.file}: two rows with the id {ids[ids.duplicated()][0]}",
                listmend("build", self.file.absolute().parents[2], "--run", self.file.absolute().parent.name),
            )
        return ids

    def columns(self, names: Sequence[str]) -> pd.DataFrame:
        """Some columns of all rows.

        Raises:
            UsageError: no such file, it is no Parquet file, or lacks a column.
        """
        with opened(self.file, names) as records:
            frame: pd.DataFrame = _typed(records.read(columns=list(names), use_threads=False)).to_pandas()
        return frame

    def rows(self, wanted: np.ndarray) -> pd.DataFrame:
        """All columns of the rows marked in a boolean array; the file is read only where one is.

        Raises:
            UsageError: no such file, it is no Parquet file, or lacks a column.
        """
        with opened(self.file, NAMES) as records:
            parts = list(_marked(records, wanted, list(NAMES), _ROWS))
            frame: pd.DataFrame = pa.Table.from_batches(parts, schema=arrow_schema()).to_pandas()
        return frame

    def batches(self, names: Sequence[str], wanted: np.ndarray) -> Iterator[pd.DataFrame]:
        """Some columns of the rows marked in a boolean array, no more than `_FEW` at a time.

        Raises:
            UsageError: no such file, it is no Parquet file, or lacks a column.
        """
        with opened(self.file, names) as records:
            for batch in _marked(records, wanted, list(names), _FEW):
                if len(batch):
                    yield batch.to_pandas()


def _marked(
    records: pq.ParquetFile, wanted: np.ndarray, names: list[str] | None, rows: int
) -> Iterator[pa.RecordBatch]:
    at = 0
    for batch in records.iter_batches(rows, columns=names, use_threads=False) if wanted.any() else ():
        marked = pa.Table.from_batches([batch.filter(pa.array(wanted[at : at + len(batch)]))])
        yield from _typed(marked).to_batches()
        at += len(batch)


def _typed(rows: pa.Table) -> pa.Table:
    """The rows in the types of a record; a program that wrote the file again may have chosen others."""
    return rows.cast(pa.schema(arrow_schema().field(name) for name in rows.column_names))


@dataclass(frozen=True, slots=True)
class InMemory:
    """The same over records at hand."""

    records: pd.DataFrame

    def ids(self) -> pd.Index:
        """The ids of all rows."""
        ids: pd.Index = pd.Index(self.records["id"])
        return ids

    def columns(self, names: Sequence[str]) -> pd.DataFrame:
        """Some columns of all rows."""
        return self.records[list(names)].reset_index(drop=True)

    def rows(self, wanted: np.ndarray) -> pd.DataFrame:
        """All columns of the rows marked in a boolean array."""
        return self.records[wanted]

    def batches(self, names: Sequence[str], wanted: np.ndarray) -> Iterator[pd.DataFrame]:
        """Some columns of the rows marked in a boolean array."""
        if wanted.any():
            yield self.records.loc[wanted, list(names)]
