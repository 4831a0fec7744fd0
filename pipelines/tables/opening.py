"""From what a user typed to a table: a file or a stream, its format by its content, its encoding by its bytes.

A stream is first copied to a temporary file, because encoding, columns and lists are decided over all of it. The
content decides the format, the ending only where the content leaves it open.
"""

from __future__ import annotations

import difflib
import errno
import os
import re
import shlex
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipelines.errors import OutputError
from pipelines.repair.decoding.labels import CODECS, code_page, named
from pipelines.tables.csv_table import CsvTable
from pipelines.tables.encoding import Encoding, encoding_of
from pipelines.tables.jsonl_table import JsonlTable
from pipelines.tables.parquet_table import ParquetTable
from pipelines.tables.table import Table, TableError

Format = Literal["csv", "jsonl", "parquet"]
ENDINGS: dict[str, Format] = {
    ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip
STREAM, STREAM_SHOWN = "-", "standard input"
_FOREIGN = (
    (b"\x1f\x8b", "a gzip file", "gunzip -c FILE | listmend mend - -o OUT"),
    (b"PK\x03\x04", "a zip file, as spreadsheets are", "save the sheet as CSV"),
    (b"\x28\xb5\x2f\xfd", "a zstd file", "zstd -dc FILE | listmend mend - -o OUT"),
    (b"\xfd7zXZ\x00", "an xz file", "xz -dc FILE | listmend mend - -o OUT"),
    (b"BZh", "a bzip2 file", "bzip2 -dc FILE | listmend mend - -o OUT"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "save the sheet as CSV"),
    (
        b"SQLite format 3\x00",
        "an SQLite database",
        "sqlite3 -csv -header FILE 'SELECT …' | listmend mend - -o OUT",
    ),
    (b"ARROW1\x00\x00", "an Arrow or Feather file", "write it as Parquet"),
    (b"%PDF", "a PDF", "export a table as CSV"),
)

_JSON_ARRAY = re.compile(rb"\[\s*(?:\{\s*[\"}]|\]\s*\Z)")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml)\b", re.IGNORECASE)
MOST_CONTROLS = 0.05
"""Share of control characters in a text: 56 executables, images, arrays and databases had 0.10 to 0.99, 224 text files
none at all."""
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\r"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user said about how to read.

    Attributes:
        format: instead of by content.
        encoding: a label such as windows-1250, instead of by evidence.
        delimiter: of a CSV, instead of by counting.
        header: whether a CSV's first line names its columns.
    """

    format: Format | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header: bool = True


def is_stream(file: str) -> bool:
    """Whether a file can be read only once: standard input, a pipe, what `<(command)` gives."""
    if file == STREAM:
        return True
    try:
        mode = Path(file).stat().st_mode
    except OSError:  # which is told where it is opened
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


@contextmanager
def on_disk(file: str) -> Iterator[Path]:
    """The file's path; a stream is copied to a temporary file that goes away afterwards.

    Raises:
        TableError: there is no such file, or it may not be read.
        OutputError: the temporary folder has no room for the stream.
    """
    if not is_stream(file):
        yield _found(Path(file))
        return
    with tempfile.TemporaryDirectory(prefix="listmend-") as folder:
        path = Path(folder) / "stream"
        _copied(file, path)
        yield path


def _copied(file: str, path: Path) -> None:
    shown = STREAM_SHOWN if file == STREAM else file
    with no_room(path.parent, shown), ExitStack() as files:
        try:
            read = sys.stdin.buffer if file == STREAM else files.enter_context(Path(file).open("rb"))
        except PermissionError as fault:
            raise TableError(
                f"{shown}: cannot be opened ({fault.strerror})", "check its permissions"
            ) from None
        shutil.copyfileobj(read, files.enter_context(path.open("wb")), 1 << 20)


@contextmanager
def no_room(folder: Path, what: str) -> Iterator[None]:
    """Say that the temporary folder has no room for what is put there.

    Raises:
        OutputError: the disk is full.
    """
    try:
        yield
    except OSError as fault:
        if fault.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        raise OutputError(
            f"{what}: no room in the temporary folder {folder} ({os.strerror(fault.errno)})",
            "set TMPDIR to a folder with room for a copy of all rows",
        ) from fault


def opened(path: Path, shown: str, wanted: Wanted = Wanted()) -> Table:
    """Open a file as the table it is.

    Args:
        path: where it is.
        shown: its name in messages.
        wanted: what the user said.

    Raises:
        TableError: it is empty, or no table.
    """
    with path.open("rb") as file:
        head = file.read(4096)
    if not head:
        raise TableError(f"{shown}: empty (0 bytes), expected a table", "give a file with rows")
    forced = _forced_encoding(wanted.encoding)
    kind = wanted.format or _kind(head, path, shown)
    if kind == "parquet":
        return ParquetTable(path, shown)
    encoding = encoding_of(path, forced)
    if kind == "jsonl":
        return JsonlTable(path, shown, encoding)
    _no_binary(head, encoding, shown)
    return CsvTable(path, shown, encoding, _delimiter(wanted.delimiter), wanted.header)


def _found(path: Path) -> Path:
    try:
        if stat.S_ISDIR(path.stat().st_mode):
            raise TableError(
                f"{path}: a folder, expected a file",
                f"listmend mend {shlex.quote(f'{path}/NAME.csv')} -o OUT",
            )
        with path.open("rb"):
            return path
    except (FileNotFoundError, NotADirectoryError):
        there = [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else []
        near = difflib.get_close_matches(path.name, there, 1)
        raise TableError(
            f"{path}: no such file" + (f"; nearest is {near[0]!r}" if near else ""), "check the path"
        ) from None
    except OSError as fault:
        raise TableError(
            f"{path}: cannot be opened ({fault.strerror})", "check its path and its permissions"
        ) from None


def _kind(head: bytes, path: Path, shown: str) -> Format:
    named = "FILE" if shown == STREAM_SHOWN else shlex.quote(shown)
    if head.startswith(b"PAR1"):
        return "parquet"
    for magic, what, then in _FOREIGN:
        if head.startswith(magic):
            raise TableError(
                f"{shown}: {what}, expected CSV, JSON lines or Parquet", then.replace("FILE", named)
            )
    _no_markup(head, shown)
    ending = ENDINGS.get(path.suffix.lower())
    if ending:
        return ending
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _JSON_ARRAY.match(start):
        raise TableError(
            f"{shown}: a JSON array of objects, expected one object a line",
            f"jq -c '.[]' {named} > LINES.jsonl",
        )
    return "jsonl" if start.startswith(b"{") else "csv"


def _no_markup(head: bytes, shown: str) -> None:
    if _MARKUP.match(head):
        raise TableError(
            f"{shown}: a page of HTML or XML, expected CSV, JSON lines or Parquet",
            "save its table as CSV; a listing page is read by: listmend run ADDRESS",
        )


def _forced_encoding(label: str | None) -> str | None:
    if label is None:
        return None
    name = named(label) or code_page(label)
    if name is None:
        near = difflib.get_close_matches(label.lower(), CODECS, 1)
        raise TableError(
            f"--encoding: got {label!r}, expected the name of an encoding such as utf-8, windows-1250 or cp850"
            + (f"; nearest is {near[0]!r}" if near else ""),
            "leave --encoding out to go by the bytes",
        )
    return name


def _delimiter(given: str | None) -> bytes | None:
    if given is None:
        return None
    sign = {"\\t": "\t", "tab": "\t"}.get(given, given)
    if len(sign.encode()) != 1 or sign in '"\r\n':
        raise TableError(
            f"--delimiter: got {given!r}, expected one ASCII character or 'tab'",
            "for example --delimiter ';'",
        )
    return sign.encode()


def _no_binary(head: bytes, encoding: Encoding, shown: str) -> None:
    if encoding.name.startswith(("utf-16", "utf-32")):
        return
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > MOST_CONTROLS * len(head):
        raise TableError(
            f"{shown}: {controls} of its first {len(head)} bytes are control characters: a binary file,"
            " expected CSV, JSON lines or Parquet",
            "export it as CSV",
        )
