"""UTF-8 read as a Chinese, Japanese or Korean encoding (`鍥芥皯`, `caf茅`), and its bytes back.

Such an encoding reads bytes in pairs, so a character of three bytes shares one with its neighbour, and an ASCII letter
may be swallowed by the byte before it (`It鈥檚`). Only pairs that UTF-8 can hold are in the tables here: a text with any
other character cannot have come so. A byte that had no partner became `�` or `?`; the character that it was part of is lost.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import cache, reduce
from operator import and_
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.repair.marks import marked

FAMILIES: dict[str, tuple[str, ...]] = {
    "gb18030": ("gb18030", "gbk"),
    "cp932": ("cp932", "shift_jis"),
    "cp949": ("cp949",),
    "big5": ("cp950", "big5"),
    "euc_jp": ("euc_jp",),
}
"""By the name of a reading, the codecs that a program may mean by it; the commoner encodings come first."""

FIRST = "\u3000"
"""No character that shows the first byte of UTF-8 in these encodings has a code point below."""
_EAST = re.compile("[\u3000-\uffef]")
_TRIED = 6
"""Characters that are encoded before the whole: most other texts hold one that no UTF-8 shows among them."""
_LOST = "\N{REPLACEMENT CHARACTER}"
_UNKNOWN = b"\xff"
_BASIC = 0x10000
_LEADS = np.arange(0xC2, 0xF5, dtype=np.uint8)
_MORE = np.arange(0x80, 0xC0, dtype=np.uint8)
_SWALLOWED = np.arange(0x40, 0x7F, dtype=np.uint8)
_TRIPLE = np.array([0x8F], dtype=np.uint8)
_ALONE = re.compile(f"{_LOST}(?=[^\x00-\x7f{_LOST}])")
"""In GB 18030 every other byte has a partner in what is no ASCII, so what is lost there is byte 80."""
_PIECE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
    rb"|(?P<broken>(?:[\xc2-\xf4][\x80-\xbf]{0,2})?\xff{1,2}[\x80-\xbf]{0,2}|[\xc2-\xdf]\?|[\xe0-\xf4][\x80-\xbf]{0,2}\?)"
)
"""A whole character, or one of which a byte was lost."""
_HALF = re.compile(rb"((?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2}))[\xff?]{1,2}\Z")
"""Half a character at the end, the byte behind it lost."""


class Whole(NamedTuple):
    """A text read back.

    Attributes:
        text: lost characters as `�`, half of one at the end as marks.
        sequences: how many characters of several bytes it holds whole.
        broken: how many were lost.
        half: whether half of one is left at the end.
    """

    text: str
    sequences: int
    broken: int
    half: bool


def may_be(text: str) -> bool:
    """A quick look: whether some encoding can have read the first character that it has to have read."""
    found = None if text.isascii() else _EAST.search(text)
    return found is not None and found[0] in _beginnings()


def families_of(text: str) -> list[str]:
    """The encodings that may have shown a text for UTF-8, by its first characters beyond what all of them have."""
    first = _EAST.search(text)
    some = map(ord, text[first.start() : first.start() + _TRIED] if first else "")
    held = _held()
    able = reduce(and_, (held[code] if code < _BASIC else 0 for code in some), (1 << len(FAMILIES)) - 1)
    return [family for bit, family in enumerate(FAMILIES) if able >> bit & 1] if able and first else []


def read_as(text: str, family: str) -> Whole | None:
    """What a text was before a program took its UTF-8 for an encoding; None where it cannot have come so."""
    data = encode(text, family)
    if data is None:
        return None
    broken = 0
    if _UNKNOWN in data or b"?" in data:
        data = _HALF.sub(_kept, data)
        broken = sum([piece["broken"] is not None for piece in _PIECE.finditer(data)])
        data = _PIECE.sub(_as_lost, data) if broken else data
    opened = _opened(data)
    if opened is None:
        return None
    whole, left = opened
    above = sum([character > "\x7f" for character in whole])
    return Whole(whole + marked(left), above - whole.count(_LOST), broken, bool(left))


def _kept(half: re.Match[bytes]) -> bytes:
    return half[1]


def _as_lost(piece: re.Match[bytes]) -> bytes:
    return piece[0] if piece["broken"] is None else _LOST.encode()


def _opened(data: bytes) -> tuple[str, bytes] | None:
    """UTF-8 that may end inside a character, and the bytes left over; None if broken before."""
    try:
        text, read = codecs.utf_8_decode(data, "strict", False)
    except UnicodeDecodeError:
        return None
    return text, data[read:]


def encode(text: str, family: str) -> bytes | None:
    """The bytes of a text, a lost one as FF; None where it holds what UTF-8 read so never shows."""
    if family == "gb18030" and _LOST in text:
        text = _ALONE.sub("\x80", text)
    try:
        return text.translate(_table(family)).encode("latin-1")
    except UnicodeEncodeError:
        return None


@cache
def _held() -> bytes:
    """By code point, the families by which `encode` has bytes for a character, a bit each."""
    found = np.zeros(_BASIC, dtype=np.uint8)
    for bit, family in enumerate(FAMILIES):
        found[shown(family).codes] |= np.uint8(1 << bit)
    found[:0x81] = found[ord(_LOST)] = (1 << len(FAMILIES)) - 1
    return found.tobytes()


@cache
def _table(family: str) -> dict[int, str]:
    read = shown(family)
    each = read.data.astype(np.uint32).view(f"U{read.data.shape[1]}")  # zeros at the end are none of a text
    found = dict.fromkeys(range(0x81, 0x100), FIRST)  # no byte: `encode` fails
    found |= dict(zip(read.codes.tolist(), each.ravel().tolist(), strict=True))
    return found | {ord(_LOST): "\xff"}


class Shown(NamedTuple):
    """What an encoding shows for what UTF-8 can hold.

    Attributes:
        codes: code points, each once.
        data: for each a row of its bytes, filled up with zeros.
    """

    codes: NDArray[np.uint32]
    data: NDArray[np.uint8]


@cache
def shown(family: str) -> Shown:
    """The characters that an encoding shows for what UTF-8 can hold; worked out once, in 3 ms."""
    parts = [_read_each(some, codec) for codec in FAMILIES[family] for some in _candidates(codec)]
    codes = np.concatenate([part.codes for part in parts])
    data = np.concatenate([part.data for part in parts])
    first = np.sort(np.unique(codes, return_index=True)[1])
    return Shown(codes[first], data[first])


def _candidates(codec: str) -> Iterator[NDArray[np.uint8]]:
    """Rows of the bytes that UTF-8 can hold and that may be a character: one, two, and three where an encoding has such."""
    high = np.concatenate([_MORE, _LEADS])
    yield high[:, np.newaxis]
    yield _product(_LEADS, _MORE)
    yield _product(_MORE, np.concatenate([high, _SWALLOWED]))
    if codec == "euc_jp":
        yield _product(_TRIPLE, high, high)


def _product(*sets: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.stack(np.meshgrid(*sets, indexing="ij"), axis=-1).reshape(-1, len(sets))


def _read_each(some: NDArray[np.uint8], codec: str) -> Shown:
    """Those of some rows that a codec reads as one character above ASCII."""
    lines = np.pad(some, ((0, 0), (0, 1)), constant_values=0x0A)
    codes = np.frombuffer(lines.tobytes().decode(codec, "replace").encode("utf-32-le"), dtype=np.uint32)
    ends = np.flatnonzero(codes == 0x0A)
    first = codes[np.concatenate([[0], ends[:-1] + 1])]
    one = (np.diff(ends, prepend=-1) == 2) & (first > 0x7F) & (first != ord(_LOST))
    return Shown(first[one], np.pad(some[one], ((0, 0), (0, 3 - some.shape[1]))))


@cache
def _beginnings() -> frozenset[str]:
    """The characters that show the beginning of one of several bytes in some encoding."""
    found = (read.codes[read.data[:, 0] >= 0xC2] for read in map(shown, FAMILIES))
    return frozenset(map(chr, np.concatenate(list(found)).tolist()))
