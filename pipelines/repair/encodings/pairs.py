"""Whether neighbours in a text look like the bytes of one character: the question before any reading back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipelines.repair.encodings import multibyte
from pipelines.repair.encodings.readings import (
    CYRILLIC_BEFORE_CONTROL,
    SENTENCE_SIGNS,
    WHOLE,
    byte_of,
    characters,
    drawn,
    signed,
)

_BESIDE = re.compile("[^\x00-\x7f]{2}")


def has_pair(text: str, known: Sequence[str] = ()) -> bool:
    """Whether neighbours look like the bytes of one character in any codec, or are such in one that the list proves.

    By themselves letters before signs that text has there, too, tell nothing (`25 м²`, `слово»`).
    """
    return paired(text) or multibyte.may_be(text) or (len(known) > 0 and shows(text, known))


def shows(text: str, codecs: Sequence[str]) -> bool:
    """Whether a text holds the bytes of a whole character in one of some codecs."""
    return any(codec in WHOLE and sequences(codec).search(text) is not None for codec in codecs)


def paired(text: str) -> bool:
    """Whether two neighbours look like the bytes of one character in any one-byte codec."""
    if text.isascii():
        return False
    beside = _BESIDE.search(text)
    if beside is None:
        return False
    start = beside.start()
    return _pair().search(text, start) is not None or _signed().search(text, start) is not None


@cache
def _pair() -> re.Pattern[str]:
    more = characters(0x80, 0xC0)
    sizes = ((0xC2, 0xE0, 1), (0xE0, 0xF0, 2), (0xF0, 0xF5, 3))
    two, three, lines = drawn()
    ways = [(characters(low, high) - SENTENCE_SIGNS, more, size) for low, high, size in sizes]
    ways += [(two | three, lines, 1), (*CYRILLIC_BEFORE_CONTROL, 1)]
    first, second = (frozenset().union(*sets) for sets in list(zip(*ways, strict=True))[:2])
    each = [f"(?<={_class(leads)}){_class(others)}{{{size}}}" for leads, others, size in ways]
    # most text fails by two sets
    return re.compile(f"{_class(first)}(?={_class(second)})(?:{'|'.join(each)})")


@cache
def _signed() -> re.Pattern[str]:
    return re.compile("".join(map(_class, signed())))


def _class(some: frozenset[str]) -> str:
    return "[" + "".join(map(re.escape, sorted(some))) + "]"


@cache
def sequences(codec: str) -> re.Pattern[str]:
    """Matches whole UTF-8 sequences as they look in a codec."""
    table = byte_of(codec)
    chars = {byte: character for character, byte in table.items()}

    def some(low: int, high: int) -> str:
        return "[" + "".join(re.escape(chars[b]) for b in range(low, high) if b in chars) + "]"

    more = some(0x80, 0xC0)
    return re.compile(f"{some(0xC2, 0xE0)}{more}|{some(0xE0, 0xF0)}{more}{{2}}|{some(0xF0, 0xF5)}{more}{{3}}")


def half_read(text: str) -> bool:
    """Whether a text may hold mojibake of a Cyrillic encoding that could not be read back."""
    return _signed().search(text) is not None or any(
        sequences(codec).search(text) is not None for codec in ("sloppy-windows-1251", "koi8-r")
    )
