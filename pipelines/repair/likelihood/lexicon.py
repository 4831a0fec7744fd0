"""The words and signs of a site's own texts: what goes on how, what stands behind what.

Counted once per site from texts joined to one string, each part when it is first asked for. The last word of a text
may be half and the last characters may be left of a lost one, so neither is counted. A lexicon that has all texts of
another counts only what it has beside them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, TypeVar

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

_MOST_CHANGED = 0.5
"""Share of a former lexicon's texts that may have gone where its counts are taken over."""
_Counted = TypeVar("_Counted", bound=Hashable)


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


def _tally(texts: Iterable[str]) -> Tally:
    return Tally("".join([text[:-END] + "\n" for text in texts]).lower())


def _moved(found: Counter[_Counted], come: Iterable[_Counted], gone: Iterable[_Counted]) -> Counter[_Counted]:
    """Counts with what has come and without what has gone; what has no count left is not there."""
    found.update(come)
    for each, count in Counter(gone).items():
        found[each] -= count
        if not found[each]:
            del found[each]
    return found


class Lexicon:
    """The words and signs of some texts.

    Args:
        texts: what it is counted from, in order.
        former: a lexicon of some of them, whose counts are taken over.

    Attributes:
        texts: those that are counted.
    """

    def __init__(self, texts: Iterable[str], former: Lexicon | None = None) -> None:
        kept, size = [], 0
        for text in texts:
            kept.append(text[:LONGEST])
            size += len(kept[-1])
            if size > MOST_CHARACTERS:
                break
        self.texts = tuple(kept)
        self._former: Lexicon | None = None
        self._come, self._gone = self.texts, tuple[str, ...]()
        if former is not None and former.texts:
            before, now = Counter(former.texts), Counter(kept)
            gone = before - now
            if gone.total() <= _MOST_CHANGED * before.total():
                self._former = former
                self._come, self._gone = tuple((now - before).elements()), tuple(gone.elements())
        self._onward: dict[str, Onward] = {}

    @cached_property
    def _new(self) -> Tally:
        """The texts that no former lexicon has counted."""
        return _tally(self._come)

    @cached_property
    def _old(self) -> Tally:
        """The texts that a former lexicon has counted and this one has not."""
        return _tally(self._gone)

    @cached_property
    def _new_words(self) -> list[str]:
        return self._new.words()

    @cached_property
    def words(self) -> Counter[str]:
        """Words in small letters with their counts."""
        found = Counter(self._former.words if self._former else ())
        return _moved(found, self._new_words, self._old.words())

    @cached_property
    def _size(self) -> tuple[int, int]:
        """How many characters are letters, and how many are none."""
        letters, others = self._former._size if self._former else (0, 0)
        new, old = self._new.letters(), self._old.letters()
        others += (len(self._new.text) - new) - (len(self._old.text) - old)
        return letters + new - old, others

    @cached_property
    def followed(self) -> Counter[tuple[str, str]]:
        """Words in small letters with the sign right after them."""
        found = Counter(self._former.followed if self._former else ())
        return _moved(found, self._new.followed(), self._old.followed())

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """Two letters, or a gap and a letter, with the sign right after them."""
        found = Counter(self._former.pairs if self._former else ())
        return _moved(found, self._new.pairs(), self._old.pairs())

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
        sizes = self._size
        return {behind: (self._signs[behind], sizes[not behind]) for behind in (True, False)}

    @cached_property
    def _signs(self) -> dict[bool, Counter[str]]:
        found: dict[bool, Counter[str]] = {}
        for behind in (True, False):
            counts = Counter(self._former._signs[behind] if self._former else ())
            new, old = (map(part.text.__getitem__, part.signs[behind]) for part in (self._new, self._old))
            found[behind] = _moved(counts, new, old)
        return found

    @cached_property
    def typographic(self) -> float:
        """Share of the typographic among the apostrophes inside words."""
        curly, straight = self._signs[True]["’"], self._signs[True]["'"]
        return (curly + 0.5) / (curly + straight + 1.0)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Characters above ASCII, without private ones and replacement characters."""
        former = self._former.characters if self._former and not self._gone else frozenset()
        codes = code_points("".join(self._come if self._former and not self._gone else self.texts))
        seen = np.zeros(int(codes.max(initial=0)) + 1, dtype=bool)
        seen[codes] = True
        found = map(chr, (np.flatnonzero(seen[0x80:]) + 0x80).tolist())
        own = [c for c in found if not "\ue000" <= c <= "\uf8ff" and c < "\U000f0000" and c != "\ufffd"]
        return former.union(own)

    @cached_property
    def questions(self) -> Questions:
        """What question marks do here."""
        return question_marks(self.texts, lambda word: bool(self.onward(word).whole))

    @cached_property
    def _sorted(self) -> list[str]:
        former = self._former
        if former is None or "_sorted" not in vars(former):
            return sorted(self.words)
        known = filter(self.words.__contains__, former._sorted) if self._gone else former._sorted
        new = [word for word in dict.fromkeys(self._new_words) if word not in former.words]
        return sorted([*known, *new])  # which is quick where most is sorted already

    @cached_property
    def _sums(self) -> list[int]:
        """How many words stand before each place of the sorted ones, repeats counted."""
        return [0, *accumulate(map(self.words.__getitem__, self._sorted))]

    @cached_property
    def _parts(self) -> tuple[tuple[Tally, int], ...]:
        """What this lexicon and the former ones have counted, and what each part counts for: -1 where it has gone."""
        former = self._former._parts if self._former is not None else ()
        return ((self._new, 1), *former, *(((self._old, -1),) if self._gone else ()))

    def _behind(self, word: str) -> dict[str, float]:
        """The signs right behind a word, with their counts; apostrophes as the site has them."""
        found: dict[str, float] = {}
        for part, each in self._parts:
            for sign in part.signs_behind(word):
                found[sign] = found.get(sign, 0.0) + each
        both = found.pop("'", 0.0) + found.get("’", 0.0)
        if both:
            found["’"] = both * self.typographic
        return found

    def onward(self, beginning: str) -> Onward:
        """What goes on after the beginning of a word."""
        known = self._onward.get(beginning)
        if known is None:
            known = (self._looked if len(self._onward) < LOOKED else self._found)(beginning)
            if self._gone:  # what came and went counts for nothing
                known = known._replace(seen={each: count for each, count in known.seen.items() if count})
            self._onward[beginning] = known
        return known

    def _looked(self, beginning: str) -> Onward:
        words = whole = 0
        seen = self._behind(beginning)
        for part, each in self._parts:
            begun = part.begun(beginning)
            words += each * begun.words
            whole += each * begun.whole
            for letter in begun.then:
                seen[letter] = seen.get(letter, 0.0) + each
        return Onward(words, seen, whole)

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
