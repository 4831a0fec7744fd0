r"""Mojibake that lost bytes on its way: `Ä�` and `Ä?` for `č`, `Ã` whose soft hyphen was taken out, or whose gap became a space.

A byte that Windows-1252 does not know comes out as `�` or `?`, or not at all; a soft hyphen is invisible, and half the programs
that meet it take it out; the no-break space is taken for a space. ftfy decodes such a sequence to one `�`, and keeps the space
except before a few words. Here the missing byte is filled in first, as the language and the site's words have it, so
that the text then reads back as a whole. What cannot be told apart stays for ftfy.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from pipelines.repair.encodings.readings import LOST, byte_of, needs
from pipelines.repair.likelihood.corpus import Corpus

_CODEC = "sloppy-windows-1252"
_UNKNOWN = "\x81\x8d\x8f\x90\x9d"
"""What a lenient decoder makes of the bytes that Windows-1252 does not define."""
_DROPPED = _UNKNOWN + "\xad"
SURE = 0.9
"""Share of the weight that one character must hold; what it replaces is lost for certain."""
ANY_ASKED = 0.002
"""Share of the question marks that stand for each byte that Windows-1252 does define."""
DROPPED_SHARE = 0.02
"""Bytes that are gone for each no-break space that became a space, in a text that shows none to be gone."""
SMALL_FIRST = 0.1
"""Small letters that a text begins with for each capital."""
_PLACE = re.compile(f"[ ?{LOST}]")
"""What stands in the place of a lost byte."""
_SPACED = re.compile(r"Ã (?=-?[^\W\d_])")
_WORD_BEFORE = re.compile(r"[^\W\d_]*\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]*")
_NEAR = 40
"""Characters read on each side of a broken sequence: the words it stands in or between. 20 and 80 give the same letters."""


class Filled(NamedTuple):
    """What a broken sequence may have been.

    Attributes:
        character: the character that it showed.
        whole: its sequence, nothing lost.
        taken: how much of the text it replaces.
        share: how often that byte is lost so.
    """

    character: str
    whole: str
    taken: int
    share: float


@cache
def _sequence() -> re.Pattern[str]:
    """A whole sequence, or the first byte of a broken one as a group."""
    chars = {byte: re.escape(c) for c, byte in byte_of(_CODEC).items()}
    more = "[" + "".join(chars[byte] for byte in range(0x80, 0xC0)) + "]"
    leads: dict[int, str] = {2: "", 3: "", 4: ""}
    for byte in range(0xC2, 0xF5):
        leads[needs(byte)] += chars[byte]
    wholes = [f"[{some}]{more}{{{size - 1}}}" for size, some in leads.items()]
    return re.compile(f"{'|'.join(wholes)}|([{''.join(leads.values())}])")


def refill(text: str, corpus: Corpus) -> str:
    """Fill in the missing bytes of a text that is mojibake in Windows-1252."""
    done, end = [], 0
    sequences = list(_sequence().finditer(text))
    broken = [found.start() for found in sequences if found[1]]
    dropped = 1.0 if any(_without_trace(text, start) for start in broken) else DROPPED_SHARE
    if len(broken) == len(sequences):  # nothing whole tells that it is mojibake
        dropped = 0.0
    for start in broken:
        filled = _filled(text, start, dropped, corpus) if start >= end else None
        if filled is not None:
            done += [text[end:start], filled.whole]
            end = start + filled.taken
    return _SPACED.sub(lambda found: _space(found, corpus), "".join([*done, text[end:]]))


def read_loosely(text: str) -> str:
    """A stretch of mojibake read back, what does not fit left out."""
    return text.encode(_CODEC, "ignore").decode("utf-8", "ignore")


def _without_trace(text: str, start: int) -> bool:
    """Whether a byte of a broken sequence is gone: nothing stands in its place."""
    end = start + 1
    while 0x80 <= byte_of(_CODEC).get(text[end : end + 1], 0) < 0xC0:
        end += 1
    return text[end : end + 1] not in (" ", "?", LOST)


def _filled(text: str, start: int, dropped: float, corpus: Corpus) -> Filled | None:
    """What a broken sequence was, where one character holds enough of the weight; `à` before a word is left to `_space`."""
    size = needs(byte_of(_CODEC)[text[start]])
    window = text[start : start + size]
    if not dropped and not _PLACE.search(window):
        return None
    options = _options(window)
    before = read_loosely(text[max(0, start - _NEAR) : start])
    weights: dict[Filled, float] = {}
    for option in options:
        end = start + option.taken
        after = read_loosely(text[end : end + _NEAR])
        share = option.share if option.taken == size else option.share * dropped
        if not before and option.character.islower():
            share *= SMALL_FIRST
        weights[option] = share * in_place(option.character, before, after, corpus)
    best = max(weights, key=lambda option: weights[option], default=None)
    if best is None or not weights[best] or weights[best] < SURE * sum(weights.values()):
        return None
    if best.character == "à" and text[start + size : start + size + 1] not in (" ", ",", ".", ")"):
        return None  # `à` ends words, and their gap may have been one with it
    knows = corpus.letters.knows
    own = knows(text[start]) and best.character.isalpha() and not knows(best.character)
    return None if own else best


@lru_cache(maxsize=512)
def _options(window: str) -> tuple[Filled, ...]:
    """The characters that can have left what stands in the place of a sequence of so many bytes."""
    size = needs(byte_of(_CODEC)[window[0]])
    found: dict[str, Filled] = {}
    if len(window) == size:
        for bytes_ in product(*map(_may_be, window)):
            _add(found, "".join(c for c, _ in bytes_), size, math.prod(share for _, share in bytes_))
    kept = window[: size - 1]
    if LOST not in window and "?" not in window and all(c in byte_of(_CODEC) for c in kept):
        for at in range(1, size):
            for dropped in _DROPPED:
                _add(found, kept[:at] + dropped + kept[at:], size - 1, 1.0)
    return tuple(found.values())


def _may_be(shown: str) -> tuple[tuple[str, float], ...]:
    """What a character of a broken sequence was, and how often."""
    if shown == " ":
        return (("\xa0", 1.0),)
    if shown not in ("?", LOST):
        return ((shown, 1.0),)
    unknown = tuple((c, 1.0) for c in _UNKNOWN)
    if shown == LOST:
        return unknown
    known = [c for c, byte in byte_of(_CODEC).items() if byte < 0xC0 and c not in _UNKNOWN]
    return unknown + tuple((c, ANY_ASKED) for c in known)


def _add(found: dict[str, Filled], whole: str, taken: int, share: float) -> None:
    """Add what a whole sequence is, where it is a character that text is made of."""
    data = bytes(byte_of(_CODEC).get(c, 0) for c in whole)
    try:
        character = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    if unicodedata.category(character)[0] in "LMNPS":
        found.setdefault(whole, Filled(character, whole, taken, share))


def in_place(character: str, before: str, after: str, corpus: Corpus) -> float:
    """Weight of a character between two texts: the letters around it, and the whole word where the site knows it."""
    left, right = _word_before(before), _word_after(after)
    weight, context = corpus.chance(character, before), before[-3:] + character
    for letter in after[: 2 if right else 3]:  # as many letters in any case
        weight *= corpus.chance(letter, context) if letter.isalpha() else corpus.letters.ends(context) + 1e-4
        context += letter
    return weight * (1 + 200 * min(3, corpus.lexicon.words[(left + character + right).lower()]))


def _space(found: re.Match[str], corpus: Corpus) -> str:
    text = found.string
    before, after = (
        read_loosely(text[max(0, found.start() - _NEAR) : found.start()]),
        read_loosely(text[found.end() : found.end() + _NEAR]),
    )
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
