"""Which letters a word lost, by the language's frequent words: `Ñ?ÐµÑ‚Ñ?` is `сеть`, and no other word.

A word with broken sequences is read in every way that it may have been. A way weighs what its losses do, times how often its word is
written: the table's share of it, and for words that no table has the language's letters, one in twenty. A broken sequence whose
last byte may be a gap parts the word or does not; so all ways are followed to the next gap that none of them fills. What one letter
holds nine tenths of the ways for is told; a word that the table has and that may have been several is told lost.

In: a text, where its sequences are broken, and what each may have been. Out: by place, what it was, or that nothing tells.
"""

from __future__ import annotations

import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from heapq import heappush, heappushpop
from typing import NamedTuple

from pipelines.repair.encodings.readings import byte_of, needs
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.frequent_words import Frequent, listed
from pipelines.repair.likelihood.letters_alone import EAST
from pipelines.repair.mojibake.between import INDIC, chance_of_indic
from pipelines.repair.mojibake.lost_bytes import Filled, sequences_of

SURE = 0.9
"""Share of the ways that one character must hold: of 478 texts that lost bytes 253 come back whole and 59 have a wrong letter, 260 and 65
at 0.8, 247 and 57 at 0.95."""
UNLISTED = 0.05
"""Share of words that the table has not: at 0.02 as many of the 478 texts come back whole, and 61 have a wrong letter."""
SURE_INDIC = 0.97
"""The same for signs of India."""
SURE_CONSONANT = 0.97
"""The same for letters of Hebrew and Arabic, where words without vowels that differ in one letter are many: of 179 texts that lost bytes 92
come back whole and 46 have a wrong letter, 97 and 52 at 0.9."""
_WITHOUT_VOWELS = re.compile("[\u0590-\u06ff]")
LISTED = 0.5
"""Share of the ways whose words the table has, from which on it is believed that nothing tells. Of 561 other texts in the twelve languages
363 come back whole and 49 have a wrong letter, with 0.2 and 0.8, too, and 50 without it."""
STRANGE, STRANGE_FROM = 0.5, 3
"""Share of a text's broken words that its language must have, where there are so many and all controls are gone: a text that lost half its
letters is often taken for one in a kindred language, Belarusian or Kazakh for Russian. Of 414 texts in eleven languages, looked at last,
85 letters are told wrongly so and 812 rightly, 133 and 904 otherwise, and as many come back whole."""
CUT = 0.1
"""Share of the texts that end inside a word. Of the 478 texts 254 come back whole with 0.01, and 253 with 0.5."""
DOTTED = 0.01
"""Share of the Russian words that are written with `ё`, among those that the table has with `е`: `ёсть` is none. As likely as `е`,
it costs one of 156 texts a letter."""
SIGN = 1e-3
"""Share of the words that a sign of several bytes ends: a hundredth as much leaves one of the 561 a wrong letter less, a hundred times as
much one more."""
APOSTROPHES = "'’ʼ"
"""Inside words of Ukrainian; the tables have the straight one."""
_LEFT_BEHIND = 9.0
"""Nats behind the best way, from which on one is followed no further."""
_HOPELESS = _LEFT_BEHIND + 0.1
"""The same before one more character is read: none makes a way weigh more, but for `UNLISTED` where a word ends."""
_WAYS = 100
"""Ways followed at once: with 60 of them a Russian title whose controls are all gone shows more wrong letters than with these or 200."""
_LEAST = 1e-9
_ROUNDED = 1e-6  # by which a sum of weights may differ
_DOTTED = math.log(DOTTED)
_OF_TABLES = "\u0370"
"""First letter of the alphabets that have tables of words."""
_NEAR = 2


class Read(NamedTuple):
    """One character of a word, or what ends it, and where the text goes on."""

    character: str
    at: int
    weight: float
    filled: Filled | None


class Way(NamedTuple):
    """A word as far as it was read.

    Attributes:
        weight: logarithm of what was lost and of the words before.
        word: letters so far.
        letters: logarithm of what the language's letters say of these.
        low, high: the table's words that begin so.
        filled: what was filled in where.
    """

    weight: float
    word: str
    letters: float
    low: int
    high: int
    filled: tuple[tuple[int, Filled], ...]


class _Promised:
    """What the ways to one place promise.

    Attributes:
        most: the best of them.
        least: that another one must promise to be followed.
    """

    __slots__ = ("_best", "least", "most")

    def __init__(self) -> None:
        self.most = self.least = -math.inf
        self._best: list[float] = []

    def add(self, promise: float) -> None:
        """Count one more way."""
        if promise > self.most:
            self.most, self.least = promise, max(self.least, promise - _LEFT_BEHIND)
        (heappush if len(self._best) < _WAYS else heappushpop)(self._best, promise)
        if len(self._best) == _WAYS and self._best[0] > self.least:
            self.least = self._best[0]


class Told(NamedTuple):
    """What the broken sequences of a text were.

    Attributes:
        found: by place; None where a word of the table may have had several letters there.
        strange: whether so few of the words are the table's that the text is probably in another language.
    """

    found: Mapping[int, Filled | None]
    strange: bool


class BrokenWords:
    """The words of one text that lost letters.

    Args:
        text: as it came.
        codec: that it went through.
        broken: where its sequences are broken, in order.
        lost: what the broken sequence at a place may have been, each with its weight.
        corpus: the language's letters and the site's words.
        frequent: the language's words.
    """

    def __init__(
        self,
        text: str,
        codec: str,
        broken: list[int],
        lost: Callable[[int], Iterable[Filled]],
        corpus: Corpus,
        frequent: Frequent,
    ) -> None:
        self._text = text
        self._broken = frozenset(broken)
        self._lost = lost
        self._corpus = corpus
        self._frequent = frequent
        self._size = {start: needs(byte_of(codec)[text[start]]) for start in broken}
        self._whole: dict[int, tuple[str, int]] = {}
        for found in sequences_of(codec).finditer(text):
            if not found[1]:
                character = found[0].encode(codec, "ignore").decode("utf-8", "ignore")
                if character:  # `à\x8f§` has the length of a character and is none
                    self._whole[found.start()] = (character, found.end())
        self._starts = {end: start for start, (_, end) in self._whole.items()}
        self._reads: dict[int, list[Read]] = {}
        self._chances: dict[tuple[str, str], float] = {}

    def told(self) -> Told:
        """What the broken sequences were."""
        found: dict[int, Filled | None] = {}
        done, asked, listed_ones = -1, 0, 0
        for start in sorted(self._broken):
            if start > done:
                ways, done = self._ways(self._word_start(start))
                decided = _decided(ways)
                asked += 1
                listed_ones += decided is not None
                found |= decided or {}
        return Told(found, strange=asked >= STRANGE_FROM and listed_ones < STRANGE * asked)

    def _word_start(self, at: int) -> int:
        """Where the word begins that has a place."""
        while at > 0:
            start = self._starts.get(at, at - 1)
            read = self._read(start)
            if start in self._broken or len(read) != 1 or not self._goes_through(read[0]):
                break
            at = start
        return at

    def _goes_through(self, read: Read) -> bool:
        """Whether a word goes on through a character: a letter, a sign on one, or an apostrophe before more of the word (`з'явився`)."""
        if read.character not in APOSTROPHES or "'" not in self._frequent.letters:
            return _is_of_word(read.character)
        return any(_is_of_word(following.character) for following in self._read(read.at))

    def _read(self, at: int) -> list[Read]:
        """What may stand at a place; a character that ends a word as it is."""
        known = self._reads.get(at)
        if known is None:
            known = self._reads[at] = list(self._read_anew(at))
        return known

    def _read_anew(self, at: int) -> Iterable[Read]:
        if at in self._broken:
            for filled in self._lost(at):
                if filled.share and self._may_stand(filled, at):
                    yield Read(filled.character, at + filled.taken, math.log(filled.share), filled)
        elif at in self._whole:
            yield Read(*self._whole[at], 0.0, None)
        elif at < len(self._text):
            yield Read(self._text[at], at + 1, 0.0, None)

    def _may_stand(self, filled: Filled, at: int) -> bool:
        """Whether a character is written in the language, or is a digit beside another one: `و` alone is a word, and `٠` seldom anything."""
        character = filled.character
        if character.isdigit():
            before = self._whole.get(self._starts.get(at, -1), ("", 0))[0]
            after = self._whole.get(at + filled.taken, ("", 0))[0]
            return before.isdigit() or after.isdigit()
        if not character.isalpha():
            return True
        if EAST.match(character):
            return False  # no language with a table writes it, and there are thousands
        return self._corpus.letters.knows(character) or character.lower() in self._frequent.letters

    def _ways(self, start: int) -> tuple[list[tuple[float, bool, Way]], int]:
        """All ways to read the words from a place to the next gap that is one in each of them, with their weights; and where that is."""
        ways = {start: [(0.0, Way(0.0, "", 0.0, 0, len(self._frequent), ()))]}
        ended: list[tuple[float, bool, Way]] = []
        promised: dict[int, _Promised] = defaultdict(_Promised)
        reach = at = start
        while ways:
            at = min(ways)
            if at in self._broken:
                reach = max(reach, at + self._size[at])
            reads = [(read, self._goes_through(read)) for read in self._read(at)]
            ends = not reads or (at not in self._broken and not reads[0][1])
            for promise, way in _best(ways.pop(at)):
                if ends and (at >= reach or not reads):
                    ended += self._ends(way, at)
                    continue
                share = self._frequent.share_of_all(way.low, way.high)
                for read, through in reads:
                    known = promised[read.at]
                    if promise + read.weight < known.most - _HOPELESS:
                        continue
                    if through and (way.word or read.character not in APOSTROPHES):
                        following = self._goes_on(way, at, read, share, known.least)
                    else:
                        following = self._closed(way, at, read)
                    if following is not None:
                        known.add(following[0])
                        ways.setdefault(read.at, []).append(following)
        return ended, at

    def _closed(self, way: Way, at: int, read: Read) -> tuple[float, Way]:
        """A way whose word ends before a character, and what it promises."""
        filled = (*way.filled, (at, read.filled)) if read.filled is not None else way.filled
        closed = max((one for one, _, _ in self._ends(way, at)), default=way.weight)
        weight = closed + read.weight + (math.log(SIGN) if read.filled is not None else 0.0)
        size = len(self._frequent)
        promise = _promise(weight, 0.0, self._frequent.share_of_all(0, size))
        return promise, Way(weight, "", 0.0, 0, size, filled)

    def _goes_on(self, way: Way, at: int, read: Read, share: float, least: float) -> tuple[float, Way] | None:
        """A way with one more letter and what it promises; None where no word has it there, or it promises less than the least.

        Args:
            way: so far.
            at: where the letter stands.
            read: the letter.
            share: how often the table's words are written that begin as the way's does; longer they are as often at most.
            least: that it must promise.
        """
        weight, word, letters, low, high, filled = way
        letter, before = read.character, word
        if letter.isupper():
            if word[-1:].islower():
                return None
            if word[-1:].isupper() or not word:
                letter, before = letter.lower(), word.lower()
        weight += read.weight
        letters += self._chance(letter, before)
        if read.filled is not None:
            filled = (*filled, (at, read.filled))
            weight += _DOTTED if letter == "ё" else 0.0
        if _promise(weight, letters, share) < least - _ROUNDED:
            return None
        word += read.character
        if low < high:
            low, high = self._frequent.going_on(listed(word), low, high)
            share = self._frequent.share_of_all(low, high)
        promise = _promise(weight, letters, share)
        return (promise, Way(weight, word, letters, low, high, filled)) if promise >= least else None

    def _chance(self, letter: str, word: str) -> float:
        """Logarithm of the chance of a letter behind the letters of a word."""
        key = (letter, word[-_NEAR:])
        known = self._chances.get(key)
        if known is None:
            if INDIC.match(letter):
                chance = chance_of_indic(letter, key[1], self._corpus)
            else:
                chance = self._corpus.chance(letter, key[1] or " ")
            known = self._chances[key] = math.log(max(chance, _LEAST))
        return known

    def _ends(self, way: Way, at: int) -> list[tuple[float, bool, Way]]:
        """What a way weighs whose word ends here, as a word of the table and as another one; one that its text cuts may go on."""
        if not way.word:
            return [(way.weight, False, way)]
        found = []
        if way.low < way.high:
            share = self._frequent.share(listed(way.word), way.low)
            if at >= len(self._text):
                share += CUT * self._frequent.share_of_all(way.low, way.high)
            if share:
                found.append((way.weight + math.log(share), True, way))
        ends = math.log(max(self._corpus.letters.ends(way.word), _LEAST)) if at < len(self._text) else 0.0
        found.append((way.weight + math.log(UNLISTED) + way.letters + ends, False, way))
        return found


def _promise(weight: float, letters: float, share: float) -> float:
    """What a way weighs with all words that begin so: those of the table, which are written so often, and others."""
    return weight + math.log(max(share + UNLISTED * math.exp(letters), sys.float_info.min))


def _best(ways: list[tuple[float, Way]]) -> list[tuple[float, Way]]:
    """The ways that may still win, best first, each with its promise."""
    ranked = sorted(ways, key=lambda each: -each[0])[:_WAYS]
    return [each for each in ranked if each[0] >= ranked[0][0] - _LEFT_BEHIND]


def _is_of_word(character: str) -> bool:
    """Whether a character is part of a word: a letter, or a sign on one."""
    return character.isalpha() or unicodedata.category(character)[0] == "M"


def _decided(ways: list[tuple[float, bool, Way]]) -> Mapping[int, Filled | None] | None:
    """What the ways agree on, by place; None where none of the table's words accounts for them."""
    if not ways:
        return None
    most = max(weight for weight, _, _ in ways)
    total = of_tables = 0.0
    by_place: dict[int, dict[Filled, float]] = defaultdict(lambda: defaultdict(float))
    for weight, of_table, way in ways:
        share = math.exp(weight - most)
        total += share
        of_tables += share * of_table
        for at, filled in way.filled:
            by_place[at][filled] += share
    if of_tables <= LISTED * total:
        return None
    found: dict[int, Filled | None] = {}
    for at, fillings in by_place.items():
        if all(filled.character < _OF_TABLES for filled in fillings):
            continue
        best = max(fillings, key=lambda filled: fillings[filled])
        alike = sum(share for filled, share in fillings.items() if filled.character == best.character)
        if alike >= _least(best.character) * total:
            found[at] = best
        else:
            found[at] = None
    return found


def _least(character: str) -> float:
    """Share of the ways that a character must hold."""
    if _WITHOUT_VOWELS.match(character):
        return SURE_CONSONANT
    return SURE_INDIC if INDIC.match(character) else SURE
