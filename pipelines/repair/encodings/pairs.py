"""Whether neighbours in a text look like the bytes of one character: the question before any reading back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from pipelines.repair.columns.flat import Flat
from pipelines.repair.encodings import multibyte, windows_874
from pipelines.repair.encodings.readings import (
    CYRILLIC_BEFORE_CONTROL,
    LOST,
    SENTENCE_SIGNS,
    WHOLE,
    byte_of,
    characters,
    drawn,
    indic_in_cyrillic,
    patches,
    signed,
)

_FIRST, _SECOND, _EASTERN = 1, 2, 4
_BESIDE = re.compile("[^\x00-\x7f]{2}")
_LONE = re.compile(f"[^\x00-\x7f{LOST}](?<![^\x00-\x7f].)(?=[\x00-\x7f])")


def has_pair(text: str, known: Sequence[str] = ()) -> bool:
    """Whether neighbours look like the bytes of one character in any codec, or are such in one that the list proves.

    By themselves letters before signs that text has there, too, tell nothing (`25 м²`, `слово»`).
    """
    return paired(text) or multibyte.may_be(text) or (len(known) > 0 and shows(text, known))


def has_lone(text: str) -> bool:
    """Whether a character above ASCII stands between ASCII ones: then the bytes of the text are UTF-8 in no one-byte codec."""
    return _LONE.search(text) is not None


def paired_among(texts: Sequence[str]) -> list[bool]:
    """`has_pair` of each of some texts, asked together."""
    flat = Flat.of_texts(texts)
    flags = _flags().take(flat.codes)
    places = np.flatnonzero(((flags[:-1] & _FIRST) & (flags[1:] >> 1)) | (flags[:-1] & _EASTERN))
    found = [False] * len(texts)
    for number in np.unique(flat.rows(places)).tolist():
        found[number] = has_pair(texts[number])
    return found


@cache
def _flags() -> NDArray[np.uint8]:
    """By code point whether it can begin a pair, or be its second character, or be what `multibyte` asks for."""
    found = np.zeros(1 << 16, dtype=np.uint8)
    thai = (windows_874.TWO | windows_874.THREE, windows_874.MORE)
    sides = _sides(*(way[:2] for way in _ways()), signed(), thai, patches(), indic_in_cyrillic()[:2])
    for bit, some in zip((_FIRST, _SECOND), sides, strict=True):
        found[list(map(ord, some))] |= bit
    found[ord(multibyte.FIRST) :] |= _EASTERN
    return found


def shows(text: str, codecs: Sequence[str]) -> bool:
    """Whether a text holds the bytes of a whole character in one of some codecs."""
    return any(codec in WHOLE and sequences(codec).search(text) is not None for codec in codecs)


def is_made_of(text: str, codecs: Sequence[str]) -> bool:
    """Whether most of a text above ASCII are the bytes of whole characters in one of some codecs; a few are by chance (`ејќ`)."""
    above = sum(c > "\x7f" for c in text)
    return any(
        codec in WHOLE and 2 * sum(len(found) for found in sequences(codec).findall(text)) > above
        for codec in codecs
    )


def paired(text: str) -> bool:
    """Whether two neighbours look like the bytes of one character in any one-byte codec."""
    if text.isascii():
        return False
    beside = _BESIDE.search(text)
    if beside is None:
        return False
    first = beside.start()
    return (
        _pair().search(text, first) is not None
        or _signed().search(text, first) is not None
        or _behind_letter().search(text, max(0, first - 1)) is not None
    )


def _ways() -> list[tuple[frozenset[str], frozenset[str], int]]:
    """What begins a pair, what follows, and how many of these."""
    more = characters(0x80, 0xC0)
    sizes = ((0xC2, 0xE0, 1), (0xE0, 0xF0, 2), (0xF0, 0xF5, 3))
    two, three, lines = drawn()
    ways = [(characters(low, high) - SENTENCE_SIGNS, more, size) for low, high, size in sizes]
    return [*ways, (two | three, lines, 1), (*CYRILLIC_BEFORE_CONTROL, 1)]


@cache
def _pair() -> re.Pattern[str]:
    each = [
        f"(?<={class_of(leads)}{class_of(more)}){class_of(more)}{{{size - 1}}}"
        for leads, more, size in _ways()
    ]
    pairs = [(leads, more) for leads, more, _ in _ways()]
    for first, second, *third in (*windows_874.parts(), indic_in_cyrillic()):
        each.append(f"(?<={class_of(first)}{class_of(second)}){''.join(map(class_of, filter(None, third)))}")
        pairs.append((first, second))
    before, behind = map(class_of, _sides(*pairs))
    # the second one first, which a search skips to: letters of any alphabet begin a pair, and few go on with it
    return re.compile(f"{behind}(?<={before}.)(?:{'|'.join(each)})")


@cache
def _behind_letter() -> re.Pattern[str]:
    each = [class_of(first) + class_of(second) for first, second in _beside_letters()]
    return re.compile(f"[A-Za-z](?:{'|'.join(each)})")


def _beside_letters() -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """What is a pair behind a letter of ASCII alone."""
    yield windows_874.TWO, windows_874.MORE - windows_874.UNTHAI
    yield patches()


def _sides(*pairs: tuple[frozenset[str], frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """All that begins any of some pairs, and all that follows."""
    first, second = zip(*pairs, strict=True)
    return frozenset[str]().union(*first), frozenset[str]().union(*second)


@cache
def _signed() -> re.Pattern[str]:
    return re.compile("".join(map(class_of, signed())))


def class_of(some: frozenset[str]) -> str:
    """A pattern of any of some characters."""
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
