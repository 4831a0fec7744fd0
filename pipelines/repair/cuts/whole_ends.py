"""Ends that look like half a character and are none beyond doubt: the `é` of a French teaser cut by characters.

They are the most common suspects of a clean column and need nothing but their last letters and the language. So they
are settled by those, each kind of end once a process, before anything is made of their rows. What a list's rule
and codec may still turn (8 log-odds and more, `Weighed.judge`) is not settled here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import numpy as np

from pipelines.repair.cuts.weighing import most_odds
from pipelines.repair.ends.cut_rules import SURE
from pipelines.repair.ends.endings import endings, possible
from pipelines.repair.ends.glued import glued
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.letters_alone import kind_of_end
from pipelines.repair.likelihood.lexicon import Lexicon

SEEN = 12
"""Characters at the end that are looked at: the suspicious ones, and the letters before them."""
_EASTERN = re.compile("[\u2e80-\U0010ffff]")  # no character before is Chinese, Japanese or Korean
MOST_TURNED = 8.0
"""Log-odds that list and words may turn: 5.6 for the rule, 2.5 for a proven codec."""


def all_stand(ends: Iterable[str], languages: np.ndarray, names: Sequence[str]) -> np.ndarray:
    """Which of some ends are letters that stand beyond doubt; each kind of end is asked once a process.

    Args:
        ends: the last `SEEN` characters of texts without a marker.
        languages: for each its place in `names`.
        names: ISO 639-1 codes or tags; "" where unknown.
    """
    said = [_stand(end, names[place]) for end, place in zip(ends, languages.tolist(), strict=True)]
    return np.array(said, dtype=bool)


def _stand(end: str, language: str) -> bool:
    if not end[-1:].isalpha():
        return False
    before = end[:-1]
    if "a" <= before[-1:] <= "z" and (before.isascii() or _EASTERN.search(before) is None):
        return stands(end[-3:], language)  # three characters decide (`kind_of_end`)
    return glued(end) is None and stands(_kind(end), language)


def _kind(end: str) -> str:
    """The few characters that decide, where a letter before them says which alphabet it is, else all."""
    size = max([len(way.shown) for way in endings(end)], default=1)
    kind = kind_of_end(end, size)
    return kind if kind[-size - 1 : -size].isalpha() else end


@lru_cache(maxsize=1 << 16)
def stands(end: str, language: str) -> bool:
    """Whether an end, without its marker, stands as it is beyond doubt.

    Args:
        end: the last `SEEN` characters of a text.
        language: ISO 639-1 code or tag; "" where unknown.
    """
    if glued(end) is not None:
        return False
    corpus = bare(language)
    if not corpus.letters.knows(end[-1]) or not possible(end):
        return False  # the site may write a letter that explains it
    before = end[:-1]
    plain = before.isascii() and before[-2:].islower() and before[-2:].isalpha()
    if plain and _nothing_lost(end[-1], language):
        return True
    return most_odds(end, corpus) < SURE - MOST_TURNED


@cache
def _nothing_lost(last: str, language: str) -> bool:
    """Whether a letter behind Latin ones is the first byte of no character that the language or a sign could be."""
    corpus = bare(language)
    return not any(corpus.options(way.of("a" + last)) for way in endings("a" + last))


@cache
def bare(language: str) -> Corpus:
    """The language without any site's words: what it says is remembered for the whole process."""
    return Corpus(Lexicon(()), language)
