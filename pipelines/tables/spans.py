r"""CSV bytes cut into rows and fields without copying one: positions in arrays, found column-wise.

Quotes, delimiters and line ends are found by comparing a whole block at once; a separator counts where the number of quotes
before it is even. That is right exactly if each opening quote follows a separator and each closing one precedes a separator or is
doubled; where one does not (`5" pipe`), the rest of the block is cut row by row with the rule of Python's csv module: a quote
opens a field only at its start. A quoted field that spans lines must close before a delimiter or a line end: otherwise a
forgotten quote would swallow rows in silence.

Spark and MySQL write a quote inside a field as `\"` and not as `""`. Where a file does, what is escaped counts as no quote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
_QUOTE = 0x22
_RETURN = 0x0D
_ESCAPED = re.compile(rb'\\["\\]')


@dataclass(frozen=True, slots=True)
class Spans:
    """Rows of a block of CSV.

    Attributes:
        data: the block.
        starts: first byte of every field.
        ends: byte after every field, its quotes included, a line end not.
        first: place of each row's first field in `starts` and `ends`.
        fields: number of fields of each row.
        after: first byte after each row and its line end.
    """

    data: bytes
    starts: Places
    ends: Places
    first: Places
    fields: Places
    after: Places

    @property
    def row_starts(self) -> Places:
        """First byte of each row."""
        places: Places = self.starts[self.first]
        return places

    @property
    def row_ends(self) -> Places:
        """Byte after each row, without its line end."""
        places: Places = self.ends[self.first + self.fields - 1]
        return places

    def blank(self) -> Flags:
        """Which rows are empty lines."""
        empty: Flags = (self.fields == 1) & (self.row_starts == self.row_ends)
        return empty

    def raw(self, row: int) -> list[bytes]:
        """The fields of a row as they stand, quotes included."""
        fields = slice(int(self.first[row]), int(self.first[row] + self.fields[row]))
        return [
            self.data[a:b]
            for a, b in zip(self.starts[fields].tolist(), self.ends[fields].tolist(), strict=True)
        ]

    def column(self, number: int, rows: Places) -> pa.Array:
        """The cells of a column as large_binary, quotes taken off; null where a row is too short or the cell empty."""
        there = self.fields[rows] > number
        places = np.where(there, self.first[rows] + number, 0)
        starts, ends = self.starts[places], np.where(there, self.ends[places], self.starts[places])
        quoted = self._quoted(starts, ends)
        cells = between(self.data, starts + quoted, ends - quoted)
        doubled = pc.and_(pa.array(quoted), pc.match_substring(cells, b'""'))
        if pc.any(doubled).as_py():
            cells = pc.if_else(doubled, pc.replace_substring(cells, b'""', b'"'), cells)
        return pc.if_else(pa.array(ends > starts), cells, pa.scalar(None, pa.large_binary()))

    def _quoted(self, starts: Places, ends: Places) -> Flags:
        data = np.frombuffer(self.data, np.uint8)
        if not len(data):
            return np.zeros(len(starts), np.bool_)
        long = ends - starts >= 2
        both: Flags = (
            long & (data[np.where(long, starts, 0)] == _QUOTE) & (data[np.where(long, ends - 1, 0)] == _QUOTE)
        )
        return both


class OpenQuoteError(Exception):
    """A quoted field that does not close where it must.

    Attributes:
        at: its first byte in the block.
        then: what stands after the quote that should close it, b"" where there is no such quote.
    """

    def __init__(self, at: int, then: bytes = b"") -> None:
        super().__init__(at, then)
        self.at = at
        self.then = then


def between(data: bytes, starts: Places, ends: Places) -> pa.Array:
    """The parts of a block from each start to its end as large_binary; the starts must not fall."""
    if not len(starts):
        return pa.array([], pa.large_binary())
    offsets = np.empty(2 * len(starts), np.int64)
    offsets[0::2], offsets[1::2] = starts, ends
    np.maximum.accumulate(offsets, out=offsets)  # a missing cell stands at place 0 and is empty
    parts = pa.LargeBinaryArray.from_buffers(
        pa.large_binary(), len(offsets) - 1, [None, pa.py_buffer(offsets), pa.py_buffer(data)]
    )
    return parts.take(pa.array(np.arange(0, len(offsets) - 1, 2)))


def without_escaped(data: bytes) -> bytes:
    """A block in which other bytes stand for quotes and backslashes behind a backslash, and for that."""
    return _ESCAPED.sub(b"__", data)


def cut(
    data: bytes, delimiter: bytes, newline: bytes, *, last: bool, escapes: bool = False
) -> tuple[Spans, int]:
    """Cut a block into its whole rows.

    Args:
        data: begins at the start of a row.
        delimiter: one byte.
        newline: the byte that ends a row; a carriage return before it belongs to the line end.
        last: True at the end of the file: what is left is a row, too.
        escapes: whether a quote inside a field has a backslash before it.

    Returns:
        The rows, and how many bytes they take.

    Raises:
        OpenQuoteError: a quoted field does not close.
    """
    if escapes:
        spans, taken = cut(without_escaped(data), delimiter, newline, last=last)
        return replace(spans, data=data), taken
    view = np.frombuffer(data, np.uint8)
    quotes = np.flatnonzero(view == _QUOTE)
    found = np.flatnonzero((view == delimiter[0]) | (view == newline[0]))
    if len(quotes):
        found = found[np.searchsorted(quotes, found) % 2 == 0]
    ends_row = view[found] == newline[0]
    if last and len(data) and (not len(found) or found[-1] != len(data) - 1 or not ends_row[-1]):
        found, ends_row = np.append(found, len(data)), np.append(ends_row, True)
    rows = np.flatnonzero(ends_row)
    size = int(rows[-1]) + 1 if len(rows) else 0
    spans = _spans(data, found[:size], rows, newline)
    taken = int(spans.after[-1]) if len(rows) else 0
    bad = _first_bad(spans, view, quotes, (delimiter[0], newline[0]))
    if bad is None and last and len(quotes) % 2:
        bad = int(np.searchsorted(spans.after, quotes[-1], side="right"))
    if bad is None:
        return spans, taken
    return _row_by_row(data, spans, bad, delimiter, newline, last)


def _spans(data: bytes, separators: Places, rows: Places, newline: bytes) -> Spans:
    starts = np.concatenate(([0], separators[:-1] + 1)).astype(np.int64) if len(separators) else separators
    ends = separators.astype(np.int64)
    first = np.concatenate(([0], rows[:-1] + 1)).astype(np.int64) if len(rows) else rows
    after = np.minimum(ends[rows] + 1, len(data))
    if newline == b"\n" and len(rows):
        lined = ends[rows]
        padded = np.frombuffer(data, np.uint8)[np.maximum(lined - 1, 0)] == _RETURN
        ends = ends.copy()
        ends[rows] = lined - (padded & (lined > starts[rows]))
    return Spans(data, starts, ends, first, rows - first + 1, after)


def _first_bad(
    spans: Spans, view: npt.NDArray[np.uint8], quotes: Places, separators: tuple[int, int]
) -> int | None:
    """The first row with a quote where the even count is wrong; the row after the last whole one counts, too."""
    if not len(quotes):
        return None
    opening, closing = quotes[0::2], quotes[1::2]
    before = view[np.maximum(opening - 1, 0)]
    beyond = view[np.minimum(closing + 1, len(view) - 1)]
    opens = (opening == 0) | np.isin(before, (*separators, _QUOTE))
    closes = (closing == len(view) - 1) | np.isin(beyond, (*separators, _QUOTE, _RETURN))
    wrong = np.concatenate((opening[~opens], closing[~closes]))
    return int(np.searchsorted(spans.after, wrong.min(), side="right")) if len(wrong) else None


def _row_by_row(
    data: bytes, spans: Spans, bad: int, delimiter: bytes, newline: bytes, last: bool
) -> tuple[Spans, int]:
    size = int(spans.first[bad]) if bad < len(spans.first) else len(spans.starts)
    starts, ends = spans.starts[:size].tolist(), spans.ends[:size].tolist()
    first, fields, after = spans.first[:bad].tolist(), spans.fields[:bad].tolist(), spans.after[:bad].tolist()
    at = after[-1] if after else 0
    pattern = _field(delimiter, newline)
    while at < len(data):
        row, place = [], at
        while True:
            found = pattern.match(data, place)
            if found is None:
                if last:
                    raise OpenQuoteError(place)
                return _arrays(data, starts, ends, first, fields, after), at
            if found["torn"] and newline in found["torn"]:
                raise OpenQuoteError(place, found["then"])
            row.append(found.span(1))
            place = found.end()
            if found["end"] != delimiter:
                break
        if not found["end"] and not last:
            return _arrays(data, starts, ends, first, fields, after), at
        first.append(len(starts))
        fields.append(len(row))
        starts += [a for a, _ in row]
        ends += [b for _, b in row]
        after.append(place)
        at = place
    return _arrays(data, starts, ends, first, fields, after), at


def _arrays(data: bytes, *lists: list[int]) -> Spans:
    return Spans(data, *(np.array(each, np.int64) for each in lists))


@lru_cache(maxsize=8)
def _field(delimiter: bytes, newline: bytes) -> re.Pattern[bytes]:
    """Matches one field and what ends it: whole, plain, or torn (text after the quote that should close it)."""
    line_end = rb"\r" if newline == b"\r" else rb"\r?\n"
    other = rb"[^" + re.escape(delimiter) + (rb"\r]" if newline == b"\r" else rb"\n]")
    end = re.escape(delimiter) + rb"|" + line_end
    closed = rb'"[^"]*(?:""[^"]*)*"'
    return re.compile(
        rb"((?P<whole>" + closed + rb")(?=" + end + rb"|\Z)"
        rb'|(?P<plain>(?!")' + other + rb"*?)"
        rb"|(?P<torn>" + closed + rb'(?P<then>(?!")' + other + rb"+?)))"
        rb"(?:(?P<end>" + end + rb")|\Z)"
    )
