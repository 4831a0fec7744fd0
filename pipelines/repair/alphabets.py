"""Which alphabet a letter is of, as far as the ladder must tell: Latin, Greek, Cyrillic, any other."""

from __future__ import annotations

NEAR = 40
"""Characters before a place that hold its word."""


def alphabet(letter: str) -> int:
    """0 Latin, 1 Greek, 2 Cyrillic, 3 any other."""
    code = ord(letter)
    if code < 0x370:
        return 0
    return 1 if code < 0x400 else 2 if code < 0x530 else 0 if 0x1E00 <= code < 0x1F00 else 3


def alphabet_of(text: str) -> int:
    """The alphabet of the last letter of a text."""
    for letter in reversed(text[-NEAR:]):
        if letter.isalpha():
            return alphabet(letter)
    return 0
