"""Ends that are likelier a name, a label or a plain word than half a character: `VIDA SÃ`, `Résidence Â`, `Ä`.

Odds of letters are made for running text, where `Ã` behind a word is damage. Titles, names, labels and texts in capitals
end in any letter. Half a character shows itself by its case (`exhortÃ`: a capital behind a small letter) or by its
alphabet (`клипов Ð`). Without such a sign a letter of a short text, and a capital of a text in capitals, is taken off only
where the text stops exactly at a budget of bytes that its list proves.
"""

from __future__ import annotations

from functools import lru_cache

from pipelines.repair.encodings.readings import Tail
from pipelines.repair.likelihood.alphabets import NEAR, alphabet, alphabet_of
from pipelines.repair.likelihood.heads import in_capitals
from pipelines.repair.likelihood.signs import is_quoting

SHORTEST_TEASER = 50
"""Characters of the shortest teaser. Of 933 texts cut inside a character, the shortest whose end shows neither by case
nor by alphabet what it is has 69; of 27,884 names of territories and languages in 33 languages, 99.97 % have fewer."""
CAPITALS = 0.7
"""Share of a text's last letters that makes it a text in capitals."""

GUILLEMET = b"\xc2"
"""First byte of `«` and `»`."""
_OWN_WORDS = frozenset("Ñ")
"""A letter that titles name by itself (`EL Ñ`), and the first byte of half the Cyrillic letters."""
_GERESH, _HEBREW = "\u05f3", frozenset(map(chr, range(0x5D0, 0x5EB)))
"""Windows-1255 has Hebrew's sign of abbreviation (`וכו׳`) for the first byte of its letters."""


def shows_nothing(tail: Tail, marked: bool = False) -> bool:
    """Whether the end of a text is as likely a letter of a short text or of capitals as what is left of a character.

    Args:
        tail: the end, seen as the beginning of a lost character through a wrong reading.
        marked: whether a marker follows, which says that the site cut here, however short the text.
    """
    if not any(map(str.isalnum, tail.head[-NEAR:])) and len(tail.head) < SHORTEST_TEASER:
        return True  # never empty a text
    letter = tail.shown
    if letter == _GERESH and tail.head[-1:] in _HEBREW:
        return True
    if len(letter) != 1 or not letter.isalpha():
        return False
    if letter.isupper() and tail.head[-1:].islower():
        return False
    if letter in _OWN_WORDS and not marked and _last_letter(tail.head) < "\u0250":
        return True  # behind a name in Latin letters it may be one more
    if 0 != alphabet_of(tail.head) != alphabet(letter):
        return False
    if tail.kept == GUILLEMET and tail.head[-1:].isupper() and is_quoting(tail.head):
        return False  # `«GNUÂ`
    short = len(tail.head) < SHORTEST_TEASER and not marked
    return short or (letter.isupper() and _all_capitals(tail.head[-NEAR:]))


def _last_letter(text: str) -> str:
    return next(filter(str.isalpha, reversed(text[-NEAR:])), "\uffff")


@lru_cache(maxsize=4096)
def _all_capitals(near: str) -> bool:
    if near[-1:].isalpha():
        return in_capitals(near)
    letters = [character for character in near if character.isalpha()]
    return sum(map(str.isupper, letters)) > CAPITALS * len(letters)
