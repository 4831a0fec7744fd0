"""The words and signs of a site's own texts: what goes on how, what stands behind what.

Counted once per site from texts joined to one string, each part when it is first asked for. The last word of a text
may be half and the last characters may be left of a lost one, so neither is counted. A lexicon that has all texts of
another counts only what it has beside them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, islice
from typing import NamedTuple

import numpy as np

MOST_CHARACTERS = 60_000
"""Characters of a site that are counted, about 300 teasers: more change no figure of the repair set by 0.1 %."""
LONGEST = 2_000
"""Characters of one text that are counted."""
UNKNOWN_ASKS = 0.3
"""What a text counts for that ends in `?` behind a word the site has nowhere else, as a question."""
LEAST_GAP = 2e-3
"""Share of question marks after a gap where a site sets none so: slips."""
SLIPS, SLIPS_COUNTED = 0.05, 20
"""The same before a site's own signs are counted, and how many of them that counts for."""
END = 3
"""Characters at the end of a text that may be left of a lost one."""

_HURT = "?\ufffd\U0010f780-\U0010f7ff"
_WORD = re.compile(rf"(?<![{_HURT}])[^\W\d_]++(?!\n|[{_HURT}][^\W\d_])")
_SIGN = re.compile(r"[^\x00-\x7f\w]|[ªº'?]")
_RARE = 0x10000  # first code point that few texts have: counted by sorting
_NEAR = 24  # characters before a sign that hold its word
_CLOSING = "?!;:"
_GAPS = " \u00a0\u202f"
_INNER_QUESTION = re.compile(r"(?<![\w/&=.#?])[^\W\d_]+\?[^\W\d_]*[a-zß-öø-ÿ](?![\w/=])")
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s\u00a0\u202f]*\?\Z")


class Questions(NamedTuple):
    """What question marks do in a site's texts.

    Attributes:
        share: of the texts, those that end in one, mostly after a known word.
        gap: of the question marks, those after a gap, as in French; the other signs that are set alike count, too.
        slip: the same behind words that end a sentence, where a slip or another language explains a gap.
        losses: how likely a broken character became one; words with one inside are the sign.
    """

    share: float
    gap: float
    slip: float
    losses: float


class Onward(NamedTuple):
    """What a site's words do after a beginning.

    Attributes:
        words: how many words begin so, repeats counted.
        seen: how often each letter above ASCII, or sign, follows.
    """

    words: int
    seen: dict[str, float]


def last_word(before: str) -> str:
    """The letters that end a text, small."""
    word = before.rpartition(" ")[2]
    if not word.isalpha():
        start = len(word)
        while start and word[start - 1].isalpha():
            start -= 1
        word = word[start:]
    return word.lower()


def pair_of(before: str) -> str:
    """The last two letters before a place, small; what is no letter is a gap."""
    first = before[-2:-1]
    return (first.lower() if first.isalpha() else " ") + before[-1:].lower()


def _counted(text: str) -> list[tuple[str, int]]:
    """The characters of a text with their counts, in order."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    common = np.bincount(codes[codes < _RARE])
    rare, often = np.unique(codes[codes >= _RARE], return_counts=True)
    known = np.flatnonzero(common)
    found = zip([*known.tolist(), *rare.tolist()], [*common[known].tolist(), *often.tolist()], strict=True)
    return [(chr(code), count) for code, count in found]


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
        self._former, self._added = None, self.texts
        if former is not None and former.texts:
            counted, all_texts = Counter(former.texts), Counter(kept)
            if counted <= all_texts:
                self._former, self._added = former, tuple((all_texts - counted).elements())
        self._onward: dict[str, Onward] = {}

    @cached_property
    def _beheaded(self) -> str:
        """The texts that no former lexicon has counted."""
        return "".join([text[:-END] + "\n" for text in self._added]).lower()

    @cached_property
    def words(self) -> Counter[str]:
        """Words in small letters with their counts."""
        found = Counter(self._former.words if self._former else ())
        found.update(_WORD.findall(self._beheaded))
        return found

    @cached_property
    def _places(self) -> Counter[tuple[str, str]]:
        """Signs with the characters before them, the last word at most."""
        text, found = self._beheaded, Counter(self._former._places if self._former else ())
        found.update(
            [(text[max(0, at - _NEAR) : at], text[at]) for at in map(re.Match.start, _SIGN.finditer(text))]
        )
        return found

    @cached_property
    def _size(self) -> tuple[int, int]:
        """How many characters are letters, and how many are none."""
        letters, others = self._former._size if self._former else (0, 0)
        lettered = sum([count for sign, count in _counted(self._beheaded) if sign.isalpha()])
        return letters + lettered, others + len(self._beheaded) - lettered

    @cached_property
    def followed(self) -> Counter[tuple[str, str]]:
        """Words in small letters with the sign right after them."""
        found: Counter[tuple[str, str]] = Counter()
        for (before, sign), count in self._places.items():
            if before[-1:].isalpha():
                found[last_word(before), sign] += count
        return found

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """Two letters, or a gap and a letter, with the sign right after them."""
        found: Counter[tuple[str, str]] = Counter()
        for (before, sign), count in self._places.items():
            if before[-1:].isalpha():
                found[pair_of(before), sign] += count
        return found

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
        after: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        for (before, sign), count in self._places.items():
            after[before[-1:].isalpha()][sign] += count
        return {True: (after[True], self._size[0]), False: (after[False], self._size[1])}

    @cached_property
    def typographic(self) -> float:
        """Share of the typographic among the apostrophes inside words."""
        curly = sum(count for (_, sign), count in self.pairs.items() if sign == "’")
        straight = sum(count for (_, sign), count in self.pairs.items() if sign == "'")
        return (curly + 0.5) / (curly + straight + 1.0)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Characters above ASCII, without private ones and replacement characters."""
        found = [
            c
            for c, _ in _counted("".join(self._added))
            if c > "\x7f" and not "\ue000" <= c <= "\uf8ff" and c < "\U000f0000" and c != "\ufffd"
        ]
        return (self._former.characters if self._former else frozenset()).union(found)

    @cached_property
    def questions(self) -> Questions:
        """What question marks do here."""
        last = [_LAST_WORD.search(text[-60:]) for text in self.texts if text.endswith("?")]
        ends = sum(1.0 if found and self.words[found[1].lower()] else UNKNOWN_ASKS for found in last)
        asking = [text for text in self.texts if "?" in text]
        inside = len(_INNER_QUESTION.findall("\0".join(asking)))
        joined = "\0".join(self.texts)
        marks = sum([joined.count(sign + " ") for sign in _CLOSING])
        gaps = sum([joined.count(f"{gap}{sign} ") for sign in _CLOSING for gap in _GAPS])
        size = len(self.texts)
        return Questions(
            (ends + 0.4) / (size + 20),
            max(LEAST_GAP, (gaps + 0.05) / (marks + 5)),
            max(LEAST_GAP, (gaps + SLIPS * SLIPS_COUNTED) / (marks + SLIPS_COUNTED)),
            min(0.3, 0.02 + 0.1 * inside),
        )

    @cached_property
    def _sorted(self) -> list[str]:
        if self._former is None:
            return sorted(self.words)
        added = islice(self.words, len(self._former.words), None)  # a word seen first comes last
        return sorted([*self._former._sorted, *added])  # which is quick where most is sorted already

    @cached_property
    def _sums(self) -> list[int]:
        """How many words stand before each place of the sorted ones, repeats counted."""
        return [0, *accumulate(map(self.words.__getitem__, self._sorted))]

    @cached_property
    def _behind(self) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = {}
        for (word, sign), count in self.followed.items():
            signs = found.setdefault(word, {})
            if sign in "’'":
                signs["’"] = signs.get("’", 0.0) + count * self.typographic
            else:
                signs[sign] = signs.get(sign, 0.0) + count
        return found

    def onward(self, beginning: str) -> Onward:
        """What goes on after the beginning of a word."""
        known = self._onward.get(beginning)
        if known is None:
            words, sums, size = self._sorted, self._sums, len(beginning)
            first = bisect_left(words, beginning)
            last = bisect_left(words, beginning + "\U0010ffff", first)
            seen: dict[str, float] = dict(self._behind.get(beginning, ()))
            for word in words[bisect_left(words, beginning + "\x80", first, last) : last]:
                seen[word[size]] = seen.get(word[size], 0.0) + self.words[word]
            known = self._onward[beginning] = Onward(sums[last] - sums[first], seen)
        return known

    def goes_on(self, beginning: str, letter: str) -> int:
        """How often an ASCII letter follows the beginning of a word."""
        words = self._sorted
        first = bisect_left(words, beginning + letter)
        last = bisect_left(words, beginning + chr(ord(letter) + 1), first)
        return self._sums[last] - self._sums[first]
