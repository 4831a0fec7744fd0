"""How UTF-8 looks where a program took it for Windows-874, the encoding of Thai (`เธชเธงเธฑเธชเธ”เธต`, `termรฉk`, `ะฟะปะฐะฝ`).

Most bytes become letters and vowels of Thai, and in Thai text any two of these stand side by side. What does not stand in
it tells: a control or `€` behind a letter (the codec has nothing else for most bytes below A0), two characters that Thai's own
bytes come as, again and again, and a pair beside a letter of ASCII. Python and ftfy have no such codec that keeps
bytes without a character, so it is registered here.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from ftfy.bad_codecs.sloppy import make_sloppy_codec

NAME = "sloppy-windows-874"


def _find(name: str) -> codecs.CodecInfo | None:
    return make_sloppy_codec("cp874") if name == NAME.replace("-", "_") else None


codecs.register(_find)
_TABLE = bytes(range(256)).decode(NAME)


def _some(low: int, high: int) -> frozenset[str]:
    return frozenset(_TABLE[low:high])


TWO, THREE = _some(0xC2, 0xE0), _some(0xE0, 0xF0)
"""First bytes of two and of three."""
MORE = _some(0x80, 0xC0)
UNTHAI = frozenset(map(chr, range(0x80, 0xA0))) | {"€"}
"""What no Thai letter has behind it: a control, and the currency's sign."""


def parts() -> Iterator[tuple[frozenset[str], ...]]:
    """What can be the bytes of one character, place by place: first, second, third (any if empty).

    `เนต`, `เนน` and `เนป` are in words: `เนติ`, `คอมโพเนนต์`, `เนปาล`.
    """
    yield TWO, UNTHAI, frozenset()
    yield THREE, MORE, UNTHAI
    yield frozenset("เ"), frozenset("ธน"), _some(0xA1, 0xC0) - frozenset("ตนป")
