"""Which encoding a table's bytes are in, asked of the whole file before a cell is read.

The rule is the one for pages (`repair.decode`), over a file of any size: a byte order mark; UTF-8 wherever it is valid or
far more valid than broken, each lone byte a mark; else what the lines with bytes above ASCII are found to be, which for a
file may be a code page of DOS, too. A table in
UTF-8 is cut on its own bytes; anything else is read into UTF-8 block by block, and written as UTF-8, because a mended
text may need a character that the old encoding lacks. So are the words of an old encoding in a table of UTF-8, where
it is not the Western one: those the repair reads itself, cell by cell, and shows each.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from pipelines.repair.decoding.charset import dos_page
from pipelines.repair.decoding.decode import DISGUISE, decode
from pipelines.repair.decoding.fragments import Old, old_encoding, read_old
from pipelines.repair.decoding.labels import CODECS
from pipelines.repair.decoding.spelled import bytes_behind
from pipelines.repair.marks import count_losses, count_marks
from pipelines.tables.table import CHUNK

_HEAD = 64 << 10  # enough for a byte order mark, NUL bytes, escape sequences
_SAMPLE = 512 << 10  # bytes of telling lines that the detector sees
_BROKEN_ENOUGH = 20_000  # broken characters after which the share of valid ones is clear
_TELLING = re.compile(rb"^[^\n]*[\x80-\xff][^\n]*\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file's bytes are read.

    Attributes:
        name: the Encoding Standard's name.
        bom: the byte order mark at the start, or b"".
        lone: bytes of a UTF-8 file that belong to no character.
        sure: False where nothing but a detector spoke.
        rival: a code page of DOS that its few letters outside ASCII fit as well.
        old: what words of a UTF-8 file are in that are not, if that is known and not windows-1252 or its like.
    """

    name: str
    bom: bytes = b""
    lone: int = 0
    sure: bool = True
    old: Old | None = None
    rival: str = ""

    @property
    def note(self) -> str:
        """What a user should know, "" for plain UTF-8."""
        if self.name != "utf-8":
            how = "" if self.sure else ", as far as its bytes tell (--encoding says otherwise)"
            if self.rival:
                how = (
                    f", but its few letters outside ASCII fit {self.rival} as well (--encoding {self.rival})"
                )
            return f"read as {self.name}{how}; written as UTF-8"
        if self.lone:
            several = "bytes belong" if self.lone > 1 else "byte belongs"
            kept = (
                f"those of words in {self.old.name} as such" if self.old else "each kept apart for the repair"
            )
            return f"not valid UTF-8: {self.lone:,} {several} to no character; read as UTF-8, {kept}"
        return ""


def encoding_of(path: Path, forced: str | None = None) -> Encoding:
    """Find a file's encoding.

    Args:
        path: any file.
        forced: name of the Encoding Standard, or a code page, that the user gave; a byte order mark is still taken off.
    """
    with path.open("rb") as file:
        head = decode(file.read(_HEAD).rpartition(b"\n")[0], html=False)
        if forced or head.reason in ("bom", "nul", "escape"):
            name = forced or head.encoding
            bom = head.bom if name == head.encoding else b""
            return Encoding(name, bom, _lone(path) if name == "utf-8" else 0)
        return _weighed(path)


def utf8_blocks(path: Path, encoding: Encoding, size: int = CHUNK) -> Iterator[bytes]:
    """Read a file in blocks of UTF-8 (with lone bytes as they are), without its byte order mark."""
    if encoding.old:
        yield from _read_with(path, encoding.bom, encoding.old)
        return
    with path.open("rb") as file:
        file.seek(len(encoding.bom))
        if encoding.name == "utf-8":
            while block := file.read(size):
                yield block
            return
        decoder = codecs.getincrementaldecoder(CODECS.get(encoding.name, encoding.name))("listmend.marks")
        while block := file.read(size):
            yield decoder.decode(block).encode("utf-8", "replace")
        yield decoder.decode(b"", True).encode("utf-8", "replace")


def _read_with(path: Path, bom: bytes, old: Old) -> Iterator[bytes]:
    for block in _blocks_of_lines(path, len(bom)):
        text = _marked(block)
        yield bytes_behind(read_old(text, old)) if text else block


def texts_of(cells: pa.Array) -> pa.Array:
    """Read cells of bytes (large_binary) as large_string; a byte that belongs to no character becomes a mark."""
    try:
        return cells.cast(pa.large_string())
    except pa.ArrowInvalid:  # some cell is not UTF-8
        return pa.array(
            [None if cell is None else cell.decode("utf-8", "listmend.marks") for cell in cells.to_pylist()],
            type=pa.large_string(),
        )


def _blocks_of_lines(path: Path, start: int = 0) -> Iterator[bytes]:
    """Blocks that do not end inside a character."""
    left = b""
    with path.open("rb") as file:
        file.seek(start)
        while block := file.read(CHUNK):
            cut = block.rfind(b"\n") + 1 or len(block) - _unfinished(block)
            yield left + block[:cut]
            left = block[cut:]
    yield left


def _unfinished(block: bytes) -> int:
    """How many bytes at the end may be the start of a character."""
    return len(block) - codecs.utf_8_decode(block, "ignore", False)[1]


def _lone(path: Path) -> int:
    return sum(count_marks(_marked(block)) for block in _blocks_of_lines(path))


def _marked(block: bytes) -> str:
    """The text of a block where it holds lone bytes, else nothing to look at."""
    try:
        block.decode("utf-8")
    except UnicodeDecodeError:
        return block.decode("utf-8", "listmend.marks")
    return ""


def _weighed(path: Path) -> Encoding:
    valid = broken = lone = 0
    sample: list[bytes] = []
    room = _SAMPLE
    for block in _blocks_of_lines(path):
        if block.isascii():
            continue
        text = _marked(block)
        if not text:
            valid += len(block.decode("utf-8")) - len(block.translate(None, _ABOVE))
            continue
        marks = count_marks(text)
        lone += marks
        broken += count_losses(text)
        valid += len(text) - len(block.translate(None, _ABOVE)) - marks
        if room > 0:
            telling = b"".join(
                found[0] for found, _ in zip(_TELLING.finditer(block), range(2000), strict=False)
            )[:room]
            sample.append(telling)
            room -= len(telling)
        if broken > _BROKEN_ENOUGH and valid < DISGUISE * broken:
            break
    telling = b"".join(sample)
    if valid >= DISGUISE * broken:
        return Encoding("utf-8", lone=lone, old=_old(telling) if broken else None)
    found = decode(telling, html=False)
    name, rival = _or_dos(telling, found.encoding) if found.reason == "detected" else (found.encoding, "")
    if name != "utf-8":
        return Encoding(name, sure=found.reason != "detected", rival=rival)
    return Encoding("utf-8", lone=lone, old=_old(telling))


def _or_dos(telling: bytes, found: str) -> tuple[str, str]:
    """Name a code page of DOS where a file reads far better so; where that is open, what was found, with the page as its rival."""
    page, lead = dos_page(telling, found)
    if page == found or lead <= -_OPEN:
        return found, ""
    return (page, "") if lead >= _OPEN else (found, page)


_OPEN = 6.0
"""Nats between two readings of a file that leave it open."""


def _old(telling: bytes) -> Old | None:
    old = old_encoding(telling.decode("utf-8", "listmend.marks"), telling)
    return None if old is None or old.name in _WESTERN else old


_WESTERN = frozenset({"windows-1252", "iso-8859-15"})
_ABOVE = bytes(range(0x80, 0x100))
