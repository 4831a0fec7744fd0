"""Letters of another alphabet that look the same: Cyrillic `а` in a Latin word, Latin `c` in a Cyrillic one.

A word of one alphabet with a few twins of the other in it is a slip of a keyboard or a way around a filter. It is
put right only where every foreign letter has a twin, the rest of the word decides the alphabet by more letters than
it lends, and nothing but the twins changes. `CO₂-экв`, `ЛДПР-online` and other honest mixtures meet none of that.
"""

from __future__ import annotations

import re

_LATIN = "aceijopsxyABCEHIJKMOPSTXYëïËÏ"
_CYRILLIC = "асеіјорѕхуАВСЕНІЈКМОРЅТХУёїЁЇ"
_TO_LATIN = dict(zip(_CYRILLIC, _LATIN, strict=True))
_TO_CYRILLIC = {latin: c for c, latin in _TO_LATIN.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")


def unmix(text: str) -> str:
    """Put the twins of the other alphabet right, word by word."""
    return _WORD.sub(lambda found: _one(found[0]), text)


def _one(word: str) -> str:
    latin, cyrillic = len(_LATIN_LETTER.findall(word)), len(_CYRILLIC_LETTER.findall(word))
    if not latin or not cyrillic or latin == cyrillic:
        return word
    if latin > cyrillic:
        return _swap(word, _CYRILLIC_LETTER, _TO_LATIN)
    return _swap(word, _LATIN_LETTER, _TO_CYRILLIC)


def _swap(word: str, foreign: re.Pattern[str], twins: dict[str, str]) -> str:
    if any(letter not in twins for letter in foreign.findall(word)):
        return word
    return foreign.sub(lambda found: twins[found[0]], word)
