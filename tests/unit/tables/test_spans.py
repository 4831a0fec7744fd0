"""CSV bytes cut into rows and fields."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from pipelines.tables.spans import OpenQuoteError, Spans, cut


def rows_of(data: bytes, delimiter: bytes = b",") -> list[list[str]]:
    """Every cell of some CSV as text."""
    spans, taken = cut(data, delimiter, b"\n", last=True)
    assert taken == len(data)
    return [
        [cell(spans, row, number) for number in range(int(spans.fields[row]))]
        for row in range(len(spans.first))
    ]


def cell(spans: Spans, row: int, number: int) -> str:
    """One cell as text."""
    return (spans.column(number, np.array([row]))[0].as_py() or b"").decode()


def written(rows: list[list[str]], quoting: int, line_end: str) -> bytes:
    """The rows as Python's csv module writes them."""
    out = io.StringIO(newline="")
    csv.writer(out, quoting=quoting, lineterminator=line_end).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue().encode()


texts = some.text(some.sampled_from('ab é,;"\n'), max_size=6)


@settings(max_examples=300)
@given(
    some.lists(some.lists(texts, min_size=1, max_size=4), min_size=1, max_size=5),
    some.sampled_from(["\n", "\r\n"]),
    some.sampled_from([0, 1]),
)
def test_what_csv_writes_is_read(rows: list[list[str]], line_end: str, quoting: int) -> None:
    """Whatever Python's csv module writes comes back, quoted or not, over either line end."""
    data = written(rows, quoting, line_end)
    assert rows_of(data) == [row or [""] for row in csv.reader(io.StringIO(data.decode(), newline=""))]


@settings(max_examples=300)
@given(some.lists(some.sampled_from([b"a", b",", b'"', b"\n", b"b c"]), max_size=14).map(b"".join))
def test_stray_quotes_cut_as_csv_cuts(data: bytes) -> None:
    """Bytes of any shape have the fields that Python's csv module finds, or are refused."""
    try:
        found = [len(row) for row in rows_of(data)]
    except OpenQuoteError:
        return
    assert found == [len(row) or 1 for row in csv.reader(io.StringIO(data.decode(), newline=""))]


@settings(max_examples=200)
@given(some.lists(some.lists(texts, min_size=1, max_size=3), min_size=1, max_size=6), some.data())
def test_blocks_do_not_matter(rows: list[list[str]], data: some.DataObject) -> None:
    """A table read in two blocks has the rows of the table read in one."""
    whole = written(rows, 0, "\n")
    at = data.draw(some.integers(0, len(whole)))
    spans, taken = cut(whole[:at], b",", b"\n", last=False)
    first = [[cell(spans, row, n) for n in range(int(spans.fields[row]))] for row in range(len(spans.first))]
    assert first + rows_of(whole[taken:]) == rows_of(whole)


def test_a_quote_inside_a_field_is_a_sign() -> None:
    """Inches in an unquoted field swallow nothing."""
    assert rows_of(b'5" pipe,x\n"q,r",3" y\n') == [['5" pipe', "x"], ["q,r", '3" y']]


def test_a_quote_that_never_closes_is_named() -> None:
    """The place of the opening quote is known."""
    with pytest.raises(OpenQuoteError) as caught:
        rows_of(b'a,b\n1,"never\n2,c\n')
    assert caught.value.at == 6


def test_a_quote_that_closes_in_another_row_is_refused() -> None:
    """A forgotten quote must not swallow the rows up to the next one."""
    with pytest.raises(OpenQuoteError) as caught:
        rows_of(b'a,b\n1,"never\n2,"c"\n')
    assert caught.value.then == b'c"'


def test_text_after_a_closing_quote_stays_where_it_is() -> None:
    """Within one line, a torn field keeps its bytes."""
    spans, _ = cut(b'"a"b,c\n', b",", b"\n", last=True)
    assert spans.raw(0) == [b'"a"b', b"c"]
