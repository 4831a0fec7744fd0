r"""Mojibake that lost bytes on its way: `Ä�` for `č`, `Ã ` whose no-break space became a space.

A byte that Windows-1252 does not know comes out as `�`, and the no-break space is taken for a space by half the
programs it meets. ftfy decodes such a sequence to one `�`, and keeps the space except before a few words. Here the
missing byte is filled in first, as the language and the site's words have it, so that the text then reads back as a
whole. What cannot be told apart stays for ftfy.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

from pipelines.repair.corpus import Corpus
from pipelines.repair.readings import LOST, byte_of, needs

_CODEC = "sloppy-windows-1252"
_UNKNOWN = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
"""Bytes that Windows-1252 does not define."""
SURE = 0.9
"""Share of the weight that one character must hold; what it replaces is lost for certain."""
_SPACED = re.compile(r"Ã (?=-?[^\W\d_])")
_WORD_BEFORE = re.compile(r"[^\W\d_]*\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]*")
_NEAR = 40


@cache
def _sequence() -> re.Pattern[str]:
    leads = "".join(c for c, byte in byte_of(_CODEC).items() if byte >= 0xC2 and needs(byte))
    more = "".join(re.escape(c) for c, byte in byte_of(_CODEC).items() if byte < 0xC0) + LOST
    return re.compile(f"[{leads}][{more}]{{1,3}}")


def refill(text: str, corpus: Corpus) -> str:
    """Fill in the missing bytes of a text that is mojibake in Windows-1252."""
    if LOST in text:
        text = _sequence().sub(lambda found: _byte(found, corpus), text)
    return _SPACED.sub(lambda found: _space(found, corpus), text)


def read_loosely(text: str) -> str:
    """A stretch of mojibake read back, what does not fit left out."""
    return text.encode(_CODEC, "ignore").decode("utf-8", "ignore")


def _byte(found: re.Match[str], corpus: Corpus) -> str:
    size = needs(byte_of(_CODEC)[found[0][0]])
    shown, more = found[0][:size], found[0][size:]
    if LOST not in shown or len(shown) < size:
        return found[0]
    before, after = _around(found.string, found.start(), found.start() + size)
    weights: dict[str, float] = {}
    for character, whole in _possible(corpus.candidates, shown):
        weights[whole] = in_place(character, before, after, corpus)
    best = max(weights, key=lambda whole: weights[whole], default="")
    return best + more if best and weights[best] >= SURE * sum(weights.values()) else found[0]


@lru_cache(maxsize=512)
def _possible(candidates: tuple[str, ...], shown: str) -> tuple[tuple[str, str], ...]:
    """The characters that can have left some bytes, each as the codec shows it whole."""
    wholes = [(character, character.encode("utf-8").decode(_CODEC)) for character in candidates]
    return tuple(
        (character, whole)
        for character, whole in wholes
        if len(whole) == len(shown) and all(_may_be(s, w) for s, w in zip(shown, whole, strict=True))
    )


def _may_be(shown: str, whole: str) -> bool:
    return shown == whole or (shown == LOST and byte_of(_CODEC)[whole] in _UNKNOWN)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return read_loosely(text[max(0, start - _NEAR) : start]), read_loosely(text[end : end + _NEAR])


def in_place(character: str, before: str, after: str, corpus: Corpus) -> float:
    """Weight of a character between two texts: the letters around it, and the whole word where the site knows it."""
    left, right = _word_before(before), _word_after(after)
    weight, context = corpus.chance(character, before), before[-3:] + character
    for letter in right[:2] or after[:1]:
        weight *= corpus.chance(letter, context) if letter.isalpha() else corpus.letters.ends(context) + 1e-4
        context += letter
    return weight * (1 + 200 * min(3, corpus.lexicon.words[(left + character + right).lower()]))


def _space(found: re.Match[str], corpus: Corpus) -> str:
    before, after = _around(found.string, found.start(), found.end())
    if after.startswith("-"):
        return "Ã\u00a0"  # `là-bas`: behind a word of its own there would be one more
    left, right = (_word_before(before) + "à").lower(), _word_after(after).lower()
    joined, apart = (
        corpus.lexicon.words[left + right],
        min(corpus.lexicon.words[left], corpus.lexicon.words[right]),
    )
    if not right:
        return found[0]  # what follows is no letter, read back
    if not joined and not apart:
        goes_on = corpus.chance(right[0], before + "à")
        ends = corpus.letters.ends(before + "à") * corpus.chance(right[0], " ")
        joined, apart = math.ceil(goes_on > ends), math.ceil(goes_on <= ends)
    return "Ã\u00a0" if joined > apart else "Ã\u00a0 "


def _word_before(text: str) -> str:
    found = _WORD_BEFORE.search(text)
    return found[0] if found else ""


def _word_after(text: str) -> str:
    found = _WORD_AFTER.match(text)
    return found[0] if found else ""
