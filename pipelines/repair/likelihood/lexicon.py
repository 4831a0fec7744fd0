"""The words and signs of a site's own texts: what goes on how, what stands behind what.

Counted once per site from texts joined to one string, each part when it is first asked for. The last word of a text
may be half and the last characters may be left of a lost one, so neither is counted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from pipelines.repair.likelihood.question_marks import Questions, question_marks
from pipelines.repair.likelihood.tally import Tally, code_points

MOST_CHARACTERS = 60_000
"""Characters of a site that are counted, about 300 teasers: more change no figure of the repair set by 0.1 %."""
LONGEST = 2_000
"""Characters of one text that are counted."""
LOOKED = 400
"""Beginnings of words that are looked for among all words, before these are counted and sorted: which takes as long."""
END = 3
"""Characters at the end of a text that may be left of a lost one."""


class Onward(NamedTuple):
    """What a site's words do after a beginning.

    Attributes:
        words: how many words begin so, repeats counted.
        seen: how often each letter above ASCII, or sign, follows.
        whole: how many words are the beginning itself.
    """

    words: int
    seen: dict[str, float]
    whole: int = 0


class Lexicon:
    """The words and signs of some texts.

    Args:
        texts: what it is counted from, in order.

    Attributes:
        texts: those that are counted.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        kept, size = [], 0
        for text in texts:
            kept.append(text[:LONGEST])
            size += len(kept[-1])
            if size > MOST_CHARACTERS:
                break
        self.texts = tuple(kept)
        self._onward: dict[str, Onward] = {}

    @cached_property
    def _tally(self) -> Tally:
        return Tally("".join([text[:-END] + "\n" for text in self.texts]).lower())

    @cached_property
    def words(self) -> Counter[str]:
        """Words in small letters with their counts."""
        return Counter(self._tally.words())

    @cached_property
    def followed(self) -> Counter[tuple[str, str]]:
        """Words in small letters with the sign right after them."""
        return Counter(self._tally.followed())

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """Two letters, or a gap and a letter, with the sign right after them."""
        return Counter(self._tally.pairs())

    @cached_property
    def paired(self) -> dict[str, dict[str, float]]:
        """By two letters, or a gap and a letter: the signs right after them, straight apostrophes as the site has them."""
        found: dict[str, dict[str, float]] = {}
        for (pair, sign), count in self.pairs.items():
            signs = found.setdefault(pair, {})
            signs[sign] = signs.get(sign, 0.0) + count
        for signs in found.values():
            both = signs.get("’", 0.0) + signs.get("'", 0.0)
            if both:
                signs["’"] = both * self.typographic
        return found

    @cached_property
    def signs(self) -> dict[bool, tuple[Counter[str], int]]:
        """Signs after a letter (True) and after anything else, with how many places of that kind there are."""
        letters, size = self._tally.letters(), len(self._tally.text)
        return {True: (self._signs[True], letters), False: (self._signs[False], size - letters)}

    @cached_property
    def _signs(self) -> dict[bool, Counter[str]]:
        tally = self._tally
        return {behind: Counter(map(tally.text.__getitem__, tally.signs[behind])) for behind in (True, False)}

    @cached_property
    def typographic(self) -> float:
        """Share of the typographic among the apostrophes inside words."""
        curly, straight = self._signs[True]["’"], self._signs[True]["'"]
        return (curly + 0.5) / (curly + straight + 1.0)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Characters above ASCII, without private ones and replacement characters."""
        codes = code_points("".join(self.texts))
        codes = codes[codes > 0x7F]
        seen = np.zeros(int(codes.max(initial=0)) + 1, dtype=bool)
        seen[codes] = True
        found = map(chr, np.flatnonzero(seen).tolist())
        return frozenset(
            [c for c in found if not "\ue000" <= c <= "\uf8ff" and c < "\U000f0000" and c != "\ufffd"]
        )

    @cached_property
    def questions(self) -> Questions:
        """What question marks do here."""
        return question_marks(self.texts, lambda word: bool(self.onward(word).whole))

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.words)

    @cached_property
    def _sums(self) -> list[int]:
        """How many words stand before each place of the sorted ones, repeats counted."""
        return [0, *accumulate(map(self.words.__getitem__, self._sorted))]

    def _behind(self, word: str) -> dict[str, float]:
        """The signs right behind a word, with their counts; apostrophes as the site has them."""
        found: dict[str, float] = {}
        for sign in self._tally.signs_behind(word):
            found[sign] = found.get(sign, 0.0) + 1
        both = found.pop("'", 0.0) + found.get("’", 0.0)
        if both:
            found["’"] = both * self.typographic
        return found

    def onward(self, beginning: str) -> Onward:
        """What goes on after the beginning of a word."""
        known = self._onward.get(beginning)
        if known is None:
            known = (self._looked if len(self._onward) < LOOKED else self._found)(beginning)
            self._onward[beginning] = known
        return known

    def _looked(self, beginning: str) -> Onward:
        begun, seen = self._tally.begun(beginning), self._behind(beginning)
        for letter in begun.then:
            seen[letter] = seen.get(letter, 0.0) + 1
        return Onward(begun.words, seen, begun.whole)

    def _found(self, beginning: str) -> Onward:
        words, sums, size = self._sorted, self._sums, len(beginning)
        first = bisect_left(words, beginning)
        last = bisect_left(words, beginning + "\U0010ffff", first)
        seen = self._behind(beginning)
        for word in words[bisect_left(words, beginning + "\x80", first, last) : last]:
            seen[word[size]] = seen.get(word[size], 0.0) + self.words[word]
        return Onward(sums[last] - sums[first], seen, self.words[beginning])

    def goes_on(self, beginning: str, letter: str) -> int:
        """How often an ASCII letter follows the beginning of a word."""
        return self.onward(beginning + letter).words
