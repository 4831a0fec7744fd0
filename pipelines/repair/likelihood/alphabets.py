"""Which alphabet a letter is of, as far as the ladder must tell: Latin, Greek, Cyrillic, any other."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

NEAR = 40
"""Characters before a place that hold its word."""

OTHER = 3
"""The alphabet that is none of the three."""


def alphabet(letter: str) -> int:
    """0 Latin, 1 Greek, 2 Cyrillic, 3 any other."""
    code = ord(letter)
    if code < 0x370:
        return 0
    return 1 if code < 0x400 else 2 if code < 0x530 else 0 if 0x1E00 <= code < 0x1F00 else 3


_NOBODYS = ((0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x2000, 0x2C00), (0x2DE0, 0x2E7F), (0x3000, 0x303F), (0xFE00, 0xFE6F),
            (0xFF00, 0xFFEF), (0x1F000, 0x1FFFF))  # fmt: skip
"""Signs and marks that any text may have."""


@lru_cache(maxsize=8192)
def foreign_sign(character: str) -> bool:
    """Whether a character that is no letter, such as a vowel sign or a danda, is of a script beyond the three."""
    code = ord(character)
    return (
        code >= 0x530 and not character.isalpha() and not any(low <= code <= high for low, high in _NOBODYS)
    )


def alphabet_of(text: str) -> int:
    """The alphabet of the last letter of a text; behind a Latin name and a gap Greek or Cyrillic, where that prevails."""
    near = text[-NEAR:]
    if near.isascii():
        return 0
    if near[-1].isalpha():
        return alphabet(near[-1])
    return _behind_gap(near)


_CEDILLAS, _COMMAS = "şţŞŢ", "șțȘȚ"


def as_romanian(letters: Collection[str], written: Collection[str]) -> list[str]:
    """Letters that a Romanian text may lose: with commas below, or with cedillas where its site writes those alone.

    Args:
        letters: as the profile and the site have them, often in both ways.
        written: the characters of the site.
    """
    old = not any(map(written.__contains__, _COMMAS)) and any(map(written.__contains__, _CEDILLAS))
    table = str.maketrans(*((_COMMAS, _CEDILLAS) if old else (_CEDILLAS, _COMMAS)))
    return list(dict.fromkeys([letter.translate(table) for letter in letters]))


_NAME = re.compile(r"[A-Za-z]+[^A-Za-z]*\Z")


@lru_cache(maxsize=4096)
def _behind_gap(near: str) -> int:
    found = [alphabet(letter) for letter in near if letter.isalpha()]
    if not found or found[-1]:
        return found[-1] if found else 0
    name = _NAME.search(near)
    most = max((1, 2), key=found.count)
    return most if name and not name[0].isupper() and found.count(most) > len(found) / 2 else 0
