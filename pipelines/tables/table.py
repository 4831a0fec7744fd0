"""The shape every format has: chunks to read, edits to write.

A chunk is a run of rows that fits in memory. A column of it is an Arrow array of strings in which a byte that belongs to
no character is a mark. `Edits` name only what differs, so a writer copies everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from pipelines.errors import UsageError

CHUNK = 2 << 20
"""Bytes of a text format that are one chunk. With 4, 2 and 1 MB a CSV of 20 MB took 294, 276 and 259 MB of memory; a
chunk of 2 MB is some 5,000 rows, enough to be a list."""
LONGEST_ROW = 64 << 20
"""Bytes of the longest row: a cell of 50 MB passes; a quoted field that never closes is found before memory is."""


@dataclass(frozen=True, slots=True)
class Edits:
    """What differs in one chunk; rows count from 0 within it.

    Attributes:
        texts: the new text by column and row.
        repairs: by column and row, the names of the steps that led there.
    """

    texts: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    repairs: Mapping[str, Mapping[int, tuple[str, ...]]] = field(default_factory=dict)


class Chunk(Protocol):
    """A run of rows."""

    @property
    def rows(self) -> int:
        """How many rows."""

    @property
    def read(self) -> int:
        """Bytes of the file that are behind once this chunk is."""

    def column(self, name: str) -> pa.Array:
        """A column as large_string; a cell that holds no text is null."""

    def keys(self, name: str) -> pa.Array:
        """A column of any type as large_string: what names a list."""


Write = Callable[[Chunk, Edits], None]


class Table(Protocol):
    """A file that can be read in chunks, any number of times, and written again with edits."""

    @property
    def format(self) -> str:
        """CSV, JSONL or Parquet."""

    @property
    def path(self) -> Path:
        """Where it is."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its columns in order."""

    @property
    def types(self) -> Mapping[str, str]:
        """In words, what the format itself says of each column that holds no text or not only text."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What a user should hear about how the file was read."""

    @property
    def size(self) -> int:
        """Bytes to read."""

    def chunks(self) -> Iterator[Chunk]:
        """Read from the start."""

    def writing(self, path: Path, added: Mapping[str, str]) -> AbstractContextManager[Write]:
        """Write a file of the same kind; `added` maps a mended column to the name of its repairs column."""


class TableError(UsageError):
    """A file is not the table it seems to be; nothing was written."""
