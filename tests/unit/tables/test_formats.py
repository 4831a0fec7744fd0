"""Each format: nothing but the edited cells differs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipelines.tables.opening import Wanted, opened
from pipelines.tables.table import Edits, Table, TableError

NONE = Edits()
EDITS = Edits({"t": {1: "né"}}, {"t": {1: ("mojibake", "trim")}})
ADDED = {"t": "t_repairs"}


def table_of(folder: Path, data: bytes | str, name: str = "in.csv", **wanted: object) -> Table:
    """The table that some bytes are."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return opened(path, name, Wanted(**wanted))  # type: ignore[arg-type]


def texts_in(table: Table, name: str) -> list[str]:
    """The cells of a column, all chunks."""
    return [text for chunk in table.chunks() for text in chunk.column(name).to_pylist()]


def rewritten(table: Table, edits: Edits = NONE, added: Mapping[str, str] = {}) -> bytes:
    """The bytes that come out; the edits are those of the first chunk."""
    out = table.path.with_name("out")
    with table.writing(out, added) as write:
        for chunk in table.chunks():
            write(chunk, edits)
            edits = NONE
    return out.read_bytes()


@pytest.mark.parametrize(
    "data",
    [
        b"t,u\n1.10,007\n,x\n",
        b"\xef\xbb\xbft;u\r\n\"a;b\";1\r\n\r\n'x';1e400\r\n",
        b'"t"\t"u"\n"1"\t"say ""hi"""\n',
        b't,u\n"two\nlines",2',
        b"t|u\rold mac|2\r",
        b't,u\n5" pipe,a\n"b,c",d\n',
        "t,u\nété,caf".encode() + b"\xe9\n",
        b"t,u\na,b,c\nd\n",
        b"sep=;\r\nt;u\r\na, b;c\r\n",
    ],
    ids=["numbers", "bom-crlf-blank", "all-quoted-tab", "line-in-cell", "old-mac", "stray-quote", "lone-byte", "ragged", "sep"],
)  # fmt: skip
def test_a_csv_without_edits_is_the_same_bytes(tmp_path: Path, data: bytes) -> None:
    """Delimiter, quoting, line ends, byte order mark, empty lines and lone bytes stay."""
    assert rewritten(table_of(tmp_path, data)) == data


def test_a_csv_gets_its_edit_and_its_column(tmp_path: Path) -> None:
    """One cell is replaced in its own quoting, every row ends in its repairs."""
    data = 'id;t;n\r\n1;"a;b";1.0\r\n\r\n2;"n\u00c3\u00a9";2.50\r\n3;x'
    want = 'id;t;n;t_repairs\r\n1;"a;b";1.0;\r\n\r\n2;"né";2.50;"mojibake;trim"\r\n3;x;;'
    assert rewritten(table_of(tmp_path, data, delimiter=";"), EDITS, ADDED).decode() == want


def test_a_line_that_names_the_delimiter_is_no_header(tmp_path: Path) -> None:
    """Spreadsheets write `sep=;` first: it is believed and kept, and lines are counted with it."""
    table = table_of(tmp_path, "\ufeffsep=;\nt;u\na, b, c;1\n")
    assert table.names == ("t", "u")
    assert rewritten(table, Edits({"t": {0: "x"}}, {"t": {0: ("trim",)}}), {"t": "r"}) == (
        b"\xef\xbb\xbfsep=;\nt;u;r\nx;1;trim\n"
    )
    with pytest.raises(TableError, match="line 3 has 3 fields, expected 2"):
        rewritten(table_of(tmp_path, "sep=;\nt;u\na;b;c\n"), Edits(), ADDED)


def test_an_edit_is_quoted_where_it_must_be(tmp_path: Path) -> None:
    """A new text with a delimiter, a quote or a line end is quoted."""
    table = table_of(tmp_path, "t,u\na,1\nb,2\n")
    assert rewritten(table, Edits({"t": {0: 'x, "y"\nz'}})) == b't,u\n"x, ""y""\nz",1\nb,2\n'


def test_quotes_behind_backslashes_stay_so(tmp_path: Path) -> None:
    """Spark and MySQL write a quote in a field as a backslash and a quote: a delimiter behind it ends nothing, and a new cell is written alike."""
    data = 't,u\n"a \\"b, c\\" d",1\n"C:\\\\",2\n'
    table = table_of(tmp_path, data)
    assert texts_in(table, "t") == ['a \\"b, c\\" d', "C:\\\\"]
    assert rewritten(table, Edits()).decode() == data
    edited = rewritten(table, Edits({"t": {0: 'a \\"é" d'}}, {"t": {0: ("trim",)}}), ADDED).decode()
    assert edited == 't,u,t_repairs\n"a \\"é\\" d",1,trim\n"C:\\\\",2,\n'


def test_a_backslash_before_a_closing_quote_is_one(tmp_path: Path) -> None:
    """Where quotes are doubled, as by most programs, a folder ends its field."""
    table = table_of(tmp_path, 't,u\n"C:\\",1\n"a ""b""",2\n')
    assert texts_in(table, "t") == ["C:\\", 'a "b"']
    assert rewritten(table, Edits({"t": {1: 'x "y"'}})) == b't,u\n"C:\\",1\n"x ""y""",2\n'


def test_a_row_with_more_fields_than_the_header_takes_no_repairs(tmp_path: Path) -> None:
    """Repairs would land in the wrong column, so the line is named."""
    with pytest.raises(TableError, match="line 3 has 3 fields, expected 2"):
        rewritten(table_of(tmp_path, "t,u\na,1\nb,2,3\n"), Edits(), ADDED)


def test_a_csv_without_header_has_numbered_columns(tmp_path: Path) -> None:
    """The first line is a row."""
    table = table_of(tmp_path, "été,1\nb,2\n", header=False)
    assert table.names == ("1", "2")
    assert rewritten(table, Edits({"1": {0: "x"}}, {"1": {0: ("trim",)}}), {"1": "r"}) == b"x,1,trim\nb,2,\n"


def test_columns_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """A repeated name gets its number, a missing one is its number; the header is written as it came."""
    table = table_of(tmp_path, "t,t,,u\na,b,c,d\n")
    assert table.names == ("t", "t.2", "3", "u")
    assert rewritten(table, Edits({"t.2": {0: "x"}})) == b"t,t,,u\na,x,c,d\n"


@pytest.mark.parametrize(("codec", "bom"), [("cp1252", b""), ("utf-16", b"\xef\xbb\xbf"), ("koi8-r", b"")])
def test_other_encodings_come_out_as_utf8(tmp_path: Path, codec: str, bom: bytes) -> None:
    """A mended text may need any character; a byte order mark is kept as UTF-8's."""
    text = "t,u\n" + (
        "Школа приглашает всех жителей на праздник\n"
        if codec == "koi8-r"
        else "Une réunion à l'école près d'ici\n"
    )
    wanted = {"encoding": codec} if codec == "koi8-r" else {}
    table = table_of(tmp_path, text.encode(codec), **wanted)
    assert rewritten(table) == bom + text.encode()
    assert "written as UTF-8" in table.notes[0]


@pytest.mark.parametrize("page", ["cp850", "CP437", "mac-latin2"])
def test_a_code_page_that_no_browser_knows_can_be_named(tmp_path: Path, page: str) -> None:
    """Spreadsheets save `CSV (MS-DOS)` in one of these."""
    text = "t,u\nDer Bürgermeister eröffnet die Brücke,1\n"
    assert rewritten(table_of(tmp_path, text.encode(page), encoding=page)) == text.encode()


@pytest.mark.parametrize("name", ["cp037", "utf-7", "idna", "rot13", "cp9", ""])
def test_what_is_no_encoding_of_tables_is_refused(tmp_path: Path, name: str) -> None:
    """EBCDIC has its commas and line ends elsewhere; others are no encodings of text."""
    with pytest.raises(TableError, match="expected the name of an encoding"):
        table_of(tmp_path, "t,u\na,1\n", encoding=name)


def test_jsonl_keeps_its_spelling(tmp_path: Path) -> None:
    """Numbers, spacing, key order, escapes, nested values, empty lines and line ends stay."""
    lines = '{"n": 1.10, "t": "a", "x": {"t": "b"}}\r\n\n{"t":"n\\u00c3\\u00a9","n":1e400}\n{"n":[]}'
    table = table_of(tmp_path, lines, "in.jsonl")
    assert rewritten(table) == lines.encode()
    want = (
        '{"n": 1.10, "t": "a", "x": {"t": "b"}, "t_repairs": []}\r\n\n'
        '{"t":"n\\u00e9","n":1e400,"t_repairs":["mojibake","trim"]}\n{"n":[]}'
    )
    assert rewritten(table, EDITS, ADDED).decode() == want


def test_half_a_surrogate_pair_is_a_lost_character(tmp_path: Path) -> None:
    """A text cut by UTF-16 units and escaped can be read, and is shown as lost."""
    chunk = next(iter(table_of(tmp_path, '{"t":"smile \\ud83d"}\n', "in.jsonl").chunks()))
    assert chunk.column("t").to_pylist() == ["smile \ufffd"]


def test_repairs_stand_beside_keys_that_a_row_has(tmp_path: Path) -> None:
    """An object without the key gets none of its repairs: with 5,000 keys each row grew by 100 kB."""
    assert rewritten(table_of(tmp_path, '{"t":"a"}\n{"u":1}\n{}\n', "in.jsonl"), Edits(), ADDED) == (
        b'{"t":"a","t_repairs":[]}\n{"u":1}\n{}\n'
    )


def test_parquet_keeps_schema_values_and_metadata(tmp_path: Path) -> None:
    """Types, metadata, compression and other columns stay; a dictionary column keeps its type."""
    path = tmp_path / "in.parquet"
    frame = pd.DataFrame(
        {
            "t": ["a", "nÃ©", None],
            "k": pd.Categorical(["x", "y", "x"]),
            "d": pd.to_datetime(["2026-01-01"] * 3),
            "n": [1.5, None, 2],
        }
    )
    frame.to_parquet(path, compression="zstd")
    table = opened(path, "in.parquet")
    edits = Edits({"t": {1: "né"}, "k": {0: "z"}}, EDITS.repairs)
    rewritten(table, edits, ADDED)
    before, after = pq.ParquetFile(path), pq.ParquetFile(tmp_path / "out")
    assert after.schema_arrow.names == [*before.schema_arrow.names, "t_repairs"]
    assert list(after.schema_arrow)[:-1] == list(before.schema_arrow)
    assert after.schema_arrow.metadata == before.schema_arrow.metadata
    assert after.metadata.row_group(0).column(0).compression == "ZSTD"
    read = pd.read_parquet(tmp_path / "out")
    assert read["t"].tolist()[:2] == ["a", "né"]
    assert read["k"].tolist() == ["z", "y", "x"]
    pd.testing.assert_frame_equal(read[["d", "n"]], frame[["d", "n"]])
    assert [list(each) for each in read["t_repairs"]] == [[], ["mojibake", "trim"], []]


@pytest.mark.parametrize("ordered", [True, False])
def test_categories_keep_their_order_when_one_is_mended(tmp_path: Path, ordered: bool) -> None:
    """Unused ones stay, and a damaged name is nowhere left, were it in a row group that does not use it."""
    kind = pd.CategoricalDtype(["faible", "modÃ©rÃ©", "fort", "inconnu"], ordered=ordered)
    cells = pd.Series(["fort", "modÃ©rÃ©", None, "faible", "fort"], dtype=kind)
    path = tmp_path / "in.parquet"
    cells.to_frame("t").to_parquet(path, row_group_size=2)
    rewritten(opened(path, "in.parquet"), Edits({"t": {1: "modéré"}}))
    read = pd.read_parquet(tmp_path / "out")["t"]
    assert read.cat.categories.tolist() == ["faible", "modéré", "fort", "inconnu"]
    assert read.cat.ordered == ordered
    assert read.astype(object).where(read.notna(), None).tolist() == [
        "fort",
        "modéré",
        None,
        "faible",
        "fort",
    ]
    assert pq.ParquetFile(tmp_path / "out").num_row_groups == 3


def test_rows_that_end_in_a_carriage_return_may_hold_line_feeds(tmp_path: Path) -> None:
    """A line feed in quotes is no line end: such a table was all header."""
    data = 'sep=;\rid;t\r1;"a\nb"\r2;"c"\r'
    table = table_of(tmp_path, data)
    assert [chunk.rows for chunk in table.chunks()] == [2]
    assert rewritten(table, Edits({"t": {1: "d"}}, {"t": {1: ("trim",)}}), ADDED).decode() == (
        'sep=;\rid;t;t_repairs\r1;"a\nb";\r2;"d";trim\r'
    )


def test_a_quote_that_never_closes_hides_no_delimiter(tmp_path: Path) -> None:
    """A table cut by tabs with one stray quote is none of a single column."""
    with pytest.raises(TableError, match=r"line 3.*never closes"):
        read_bytes(tmp_path, b'id\tt\n1\ta b\n2\t"c d\n', "in.tsv")


@pytest.mark.parametrize(("header", "said"), [(True, "called 'a b' (--no-header"), (False, "as one column;")])
def test_a_table_of_one_column_says_so(tmp_path: Path, header: bool, said: str) -> None:
    """A list without a header, or a delimiter that is none of the usual, looks the same."""
    assert said in table_of(tmp_path, "a b\nc d\n", header=header).notes[-1]


def test_an_integer_longer_than_python_reads_stays(tmp_path: Path) -> None:
    """5,000 digits are JSON, beside a text that is mended too."""
    line = '{"t":"a","n":' + "7" * 5000 + "}\n"
    assert rewritten(table_of(tmp_path, line, "in.jsonl")) == line.encode()
    mended = line.replace('"a"', '"x"').encode()
    assert rewritten(table_of(tmp_path, line, "in.jsonl"), Edits({"t": {0: "x"}})) == mended


def test_parquet_keeps_its_row_groups(tmp_path: Path) -> None:
    """Row groups come out in the number and size they came in."""
    path = tmp_path / "in.parquet"
    pq.write_table(pa.table({"t": [f"row {n}" for n in range(9)]}), path, row_group_size=3)
    rewritten(opened(path, "in.parquet"))
    assert pq.ParquetFile(tmp_path / "out").num_row_groups == 3


BAD = {
    "empty": ("in.csv", b"", "empty"),
    "blank": ("in.csv", b"\n\n", "empty"),
    "gzip": ("in.csv", b"\x1f\x8b\x08aaaa", "gzip"),
    "binary": ("in.csv", bytes(range(32)) * 9, "control characters"),
    "bzip2": ("in.csv", b"BZh91AY&SY", "a bzip2 file"),
    "feather": ("in.arrow", b"ARROW1\x00\x00", "an Arrow or Feather file"),
    "page": ("in.csv", b"\n<!DOCTYPE html>\n<table>\n", "a page of HTML or XML"),
    "spread": ("in.jsonl", b'{\n "a": 1\n}\n', "line 1, byte 0: not JSON"),
    "array": ("in.jsonl", b'[{"a":1},\n{"a":2}]', "got a list|not JSON"),
    "array in no lines": (
        "in.json",
        b'[\n  {\n    "a": 1\n  }\n]',
        "a JSON array of objects, expected one object a line",
    ),
    "array of nothing": ("in.json", b"[]\n", "a JSON array"),
    "broken": ("in.jsonl", b'{"a":"b"}\n{"a":"b\n', "line 2, byte 10: not JSON"),
    "scalar": ("in.jsonl", b'{"a":1}\n5\n', "line 2, byte 8: got a int"),
    "no footer": ("in.parquet", b"PAR1abcdef", "byte 6: ends in b'cdef'"),
}


def read_bytes(folder: Path, data: bytes, name: str) -> list[int]:
    """The rows of every chunk of some bytes."""
    table = table_of(folder, data, name)
    assert table.names
    return [chunk.rows for chunk in table.chunks()]


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_table_is_named(tmp_path: Path, case: str) -> None:
    """An unreadable file is named with its place, and the next step."""
    name, data, said = BAD[case]
    with pytest.raises(TableError, match=said) as caught:
        read_bytes(tmp_path, data, name)
    assert caught.value.next


@pytest.mark.parametrize(
    ("shown", "named"),
    [("new list.csv", "'new list.csv'"), ("standard input", "FILE")],
    ids=["file", "stream"],
)
@pytest.mark.parametrize(
    ("head", "then"), [(b"\x1f\x8b\x08aaaa", "gunzip -c {} |"), (b'[{"a":1},\n{"a":2}]', "jq -c '.[]' {} >")]
)
def test_the_command_that_makes_a_table_of_it_can_be_typed(
    tmp_path: Path, head: bytes, then: str, shown: str, named: str
) -> None:
    """A name with a space is quoted, and a stream is none."""
    path = tmp_path / "in"
    path.write_bytes(head)
    with pytest.raises(TableError) as caught:
        opened(path, shown)
    assert then.format(named) in caught.value.next


def test_a_damaged_page_is_named_by_its_byte(tmp_path: Path) -> None:
    """A row group that cannot be read is named with where it starts."""
    path = tmp_path / "in.parquet"
    pq.write_table(pa.table({"t": [f"a text of row {n}" for n in range(50)]}), path, use_dictionary=False)
    data = bytearray(path.read_bytes())
    data[4:60] = b"\xff" * 56
    table = table_of(tmp_path, bytes(data), "in.parquet")
    with pytest.raises(TableError, match="row group 0, which starts at byte 4"):
        list(table.chunks())
