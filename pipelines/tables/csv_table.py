"""A CSV of any dialect, read in chunks of spans and written from its own bytes.

Kept as they are: delimiter, quoting, line ends, a byte order mark, empty lines, the spelling of every number. A row
is written as it came, with the new fields before its line end; only a row with an edited cell is put together anew,
and there only that cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.repair.columns.flat import with_texts
from pipelines.tables.dialect import HEAD, Dialect, sniff
from pipelines.tables.encoding import texts_of, utf8_blocks
from pipelines.tables.spans import OpenQuoteError, Places, Spans, between, cut
from pipelines.tables.table import CHUNK, LONGEST_ROW, Edits, TableError, Write
from pipelines.tables.text_file import TextFile

_JOIN = ";"
_PREAMBLE = re.compile(rb'"?sep=(?P<sign>[,;\t|])"?(?:\r\n?|\n)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CsvChunk:
    """Rows of a CSV; empty lines are no rows but are written again.

    Attributes:
        spans: all lines.
        at: which lines are rows.
        names: the columns.
        read: bytes of the file that are behind.
        line: number of the line before the chunk's first.
    """

    spans: Spans
    at: Places
    names: tuple[str, ...]
    read: int
    line: int

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.at)

    def column(self, name: str) -> pa.Array:
        """The cells of a column; an empty cell is null."""
        return texts_of(self.spans.column(self.names.index(name), self.at))

    def keys(self, name: str) -> pa.Array:
        """The same: every cell is text."""
        return self.column(name)


@dataclass(frozen=True)
class CsvTable(TextFile):
    """A CSV file.

    Attributes:
        delimiter: where the user names it.
        header: whether the first line names the columns; else they are called 1, 2, 3 …
    """

    delimiter: bytes | None = None
    header: bool = True
    format: str = "CSV"

    @cached_property
    def preamble(self) -> bytes:
        """The line `sep=;` before the header, which spreadsheets write and read, or b""."""
        head = next(utf8_blocks(self.path, self.encoding, HEAD), b"")
        found = _PREAMBLE.match(head)
        return found[0] if found else b""

    @cached_property
    def dialect(self) -> Dialect:
        """How it is written."""
        head = b""
        for block in self._blocks(HEAD):
            head += block
            if len(head) >= HEAD - len(self.preamble):
                break
        said = _PREAMBLE.match(self.preamble)
        delimiter = self.delimiter or (said["sign"] if said else None)
        return sniff(head, last=len(head) < HEAD - len(self.preamble), delimiter=delimiter)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns."""
        lines = (
            (spans, line) for spans, _ in self._cut() for line in np.flatnonzero(~spans.blank())[:1].tolist()
        )
        first = next(lines, None)
        if first is None:
            raise TableError(f"{self.shown}: empty, expected a line of column names", "give a file with rows")
        fields = _texts(*first)
        return _distinct(fields) if self.header else tuple(str(number + 1) for number in range(len(fields)))

    @property
    def notes(self) -> tuple[str, ...]:
        """The encoding, where it is not plain UTF-8, and what a table of one column may be instead."""
        if len(self.names) > 1:
            return super().notes
        name = self.names[0]
        other = f", called {name[:40]!r} (--no-header makes that a row)" if self.header else ""
        alone = f"read as one column{other}; --delimiter names what stands between several"
        return *super().notes, alone

    @property
    def types(self) -> Mapping[str, str]:
        """Nothing: every cell of a CSV is text."""
        return {}

    def chunks(self) -> Iterator[CsvChunk]:
        """Read from the start, without the header."""
        names, header, line = self.names, self.header, self.preamble.count(b"\n")
        for spans, read in self._cut():
            rows = np.flatnonzero(~spans.blank())
            if header and len(rows):
                rows, header = rows[1:], False
            yield CsvChunk(spans, rows, names, read, line)
            line += spans.data.count(b"\n", 0, int(spans.after[-1])) if len(spans.after) else 0

    @contextmanager
    def writing(self, path: Path, added: Mapping[str, str]) -> Iterator[Write]:
        """Write the header with the added names, then chunks as they come."""
        head = self.header
        with path.open("wb") as out:
            out.write(self.mark + self.preamble)

            def write(chunk: object, edits: Edits) -> None:
                nonlocal head
                if not isinstance(chunk, CsvChunk):
                    raise TypeError(f"got a {type(chunk).__name__}, expected a CsvChunk")
                out.write(self._written(chunk, edits, added, head=head))
                head = head and not len(chunk.spans.first)

            yield write

    def _blocks(self, size: int) -> Iterator[bytes]:
        """The file in blocks, without its preamble."""
        blocks = utf8_blocks(self.path, self.encoding, size)
        yield next(blocks, b"").removeprefix(self.preamble)
        yield from blocks

    def _cut(self) -> Iterator[tuple[Spans, int]]:
        """Blocks of whole rows, and the bytes behind each."""
        dialect, left, read, line = self.dialect, b"", len(self.preamble), self.preamble.count(b"\n")
        blocks = self._blocks(CHUNK)
        last = False
        while not last:
            more, last = _gather(blocks, max(CHUNK, len(left)))
            data = left + more
            read += len(more)
            try:
                spans, taken = cut(
                    data, dialect.delimiter, dialect.newline, last=last, escapes=dialect.escapes
                )
            except OpenQuoteError as quote:
                raise self._open_quote(data, quote, read - len(data), line) from None
            left = data[taken:]
            if len(left) > LONGEST_ROW:
                at = max(left.find(b'"'), 0)
                raise self._open_quote(
                    left, OpenQuoteError(at), read - len(left), line + data.count(b"\n", 0, taken)
                )
            line += data.count(b"\n", 0, taken)
            del data, more
            if taken:
                yield spans, min(read - len(left), self.size)

    def _open_quote(self, data: bytes, quote: OpenQuoteError, before: int, line: int) -> TableError:
        number = line + data.count(b"\n", 0, quote.at) + 1
        place = before + quote.at + len(self.encoding.bom)
        plain = self.encoding.name == "utf-8" and not self.encoding.old
        byte = f"byte {place:,}" if plain else f"byte {place:,} of its UTF-8"
        begins = data[quote.at : quote.at + 40].decode("utf-8", "replace").splitlines()[0]
        ends = (
            f"goes on after the line it is on and is followed by {quote.then[:10].decode('utf-8', 'replace')!r} where it closes"
            if quote.then
            else f"never closes (looked at {min(len(data) - quote.at, LONGEST_ROW):,} bytes)"
        )
        return TableError(
            f"{self.shown}: line {number:,}, {byte}: the quoted field {begins!r} {ends}",
            f'close the quote in line {number:,}, or double it ("") if it belongs to the text',
        )

    def _written(self, chunk: CsvChunk, edits: Edits, added: Mapping[str, str], *, head: bool) -> bytes:
        spans = chunk.spans
        if not len(spans.first):
            return b""
        edited = {name: cells for name, cells in edits.texts.items() if cells}
        if not edited and not added:
            return spans.data[: int(spans.after[-1])]
        bodies = between(spans.data, spans.row_starts, spans.row_ends)
        line_ends = between(spans.data, spans.row_ends, spans.after)
        rows = sorted(set().union(*edited.values()))
        bodies = with_texts(bodies, {int(chunk.at[row]): self._row(chunk, row, edited) for row in rows})
        if not added:
            return _joined(bodies, line_ends)
        tails = self._tails(chunk, edits, added)
        if head and self.header:
            header = int(np.flatnonzero(~spans.blank())[0])
            tails[header] = b"".join(
                self.dialect.delimiter + self.dialect.field(name) for name in added.values()
            )
        return _joined(bodies, pa.array(tails, pa.large_binary()), line_ends)

    def _row(self, chunk: CsvChunk, row: int, edited: Mapping[str, Mapping[int, str]]) -> bytes:
        fields = chunk.spans.raw(int(chunk.at[row]))
        for name, cells in edited.items():
            if row in cells:
                number = chunk.names.index(name)
                fields[number] = self.dialect.field(cells[row], quoted=fields[number][:1] == b'"')
        return self.dialect.delimiter.join(fields)

    def _tails(self, chunk: CsvChunk, edits: Edits, added: Mapping[str, str]) -> list[bytes]:
        """What is written after each line: the fields it lacks, then its repairs."""
        spans, width, delimiter = chunk.spans, len(chunk.names), self.dialect.delimiter
        long = chunk.at[spans.fields[chunk.at] > width]
        if len(long):
            raise self._too_long(chunk, int(long[0]))
        nothing = b"".join(delimiter + self.dialect.field("") for _ in added)
        tails = [nothing] * len(spans.first)
        for line in np.flatnonzero(spans.blank()).tolist():
            tails[line] = b""
        for line in chunk.at[spans.fields[chunk.at] < width].tolist():
            tails[line] = delimiter * (width - int(spans.fields[line])) + nothing
        for row in sorted({row for cells in edits.repairs.values() for row in cells}):
            line = int(chunk.at[row])
            told = (_JOIN.join(edits.repairs.get(name, {}).get(row, ())) for name in added)
            tails[line] = delimiter * (width - int(spans.fields[line])) + b"".join(
                delimiter + self.dialect.field(each) for each in told
            )
        return tails

    def _too_long(self, chunk: CsvChunk, line: int) -> TableError:
        spans = chunk.spans
        number = chunk.line + spans.data.count(b"\n", 0, int(spans.row_starts[line])) + 1
        return TableError(
            f"{self.shown}: line {number:,} has {int(spans.fields[line])} fields, expected {len(chunk.names)}"
            " as in the first line; a column of repairs would land in the wrong place",
            "quote the field that holds a delimiter, or add --no-repairs",
        )


def _gather(blocks: Iterator[bytes], size: int) -> tuple[bytes, bool]:
    """The next bytes, at least `size` of them, and whether they are the last."""
    parts, have = [], 0
    for block in blocks:
        parts.append(block)
        have += len(block)
        if have >= size:
            return b"".join(parts), False
    return b"".join(parts), True


def _distinct(names: list[str]) -> tuple[str, ...]:
    """Names to call columns by: a missing one is its number, a repeated one gets its number behind a dot."""
    named = [name or str(number + 1) for number, name in enumerate(names)]
    return tuple(
        f"{name}.{number + 1}" if name in named[:number] else name for number, name in enumerate(named)
    )


def _texts(spans: Spans, line: int) -> list[str]:
    cells = (
        texts_of(spans.column(number, np.array([line])))[0].as_py()
        for number in range(int(spans.fields[line]))
    )
    return [cell or "" for cell in cells]


def _joined(*parts: pa.Array) -> bytes:
    """The parts of every line side by side, all lines in a row: the value buffer of the joined array is the file."""
    lines = pc.binary_join_element_wise(*parts, pa.scalar(b"", pa.large_binary()))
    offsets = np.frombuffer(lines.buffers()[1], np.int64)
    first, last = int(offsets[lines.offset]), int(offsets[lines.offset + len(lines)])
    return memoryview(lines.buffers()[2])[first:last].tobytes()
