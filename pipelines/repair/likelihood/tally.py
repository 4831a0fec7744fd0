r"""Words and signs of a text, told by all its code points at once.

A regular expression asks three categories of every letter; a table asks one number. It knows the characters that were
seen in this process, and learns others when they come. Letters here are what `[^\W\d_]` matches.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.repair.encodings.readings import LOST

_LETTER, _SIGN, _HURT, _ALPHA, _LINE, _SEEN = 1, 2, 4, 8, 16, 128
_LETTERS = re.compile(r"[^\W\d_]")
_SIGNS = re.compile(r"[^\x00-\x7f\w]|[ªº'?]")
_LOSS = re.compile(f"[?{LOST}\U0010f780-\U0010f7ff]")
NEAR = 24
"""Characters before a sign that hold its word."""
_HEAD, _BITS = 3, 21  # characters of a word that are looked at together, and bits of a code point
LOOKED_THROUGH = 16
"""Questions for which all heads are looked through, 4 to 7 µs each, before they are sorted, which takes 250 to 550."""
_BASIC = 0x10000
"""First code point behind the table."""
_CLOSING = np.array([ord(sign) for sign in "?!;:"], dtype=np.uint32)
_GAPS = np.array([0x20, 0xA0, 0x202F], dtype=np.uint32)
_CLASSES = np.zeros(_BASIC, dtype=np.uint8)


Codes = NDArray[np.uint16] | NDArray[np.uint32]
Spans = tuple[NDArray[np.int64], NDArray[np.int64]]


class Begun(NamedTuple):
    """The words of a text that begin alike.

    Attributes:
        words: how many.
        whole: how many of them are the beginning itself.
        then: what follows it in the others, above ASCII.
    """

    words: int
    whole: int
    then: Sequence[str]


_NOTHING = Begun(0, 0, ())


class _Headed:
    """Spans of a text that are asked for by their first characters.

    Args:
        codes: of the text.
        starts: where each span begins.
        ends: where it ends.
    """

    def __init__(self, codes: Codes, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> None:
        self._heads = np.zeros(len(starts), dtype=np.int64)
        for place in range(_HEAD):
            here = codes.take(starts + place, mode="clip").astype(np.int64)
            self._heads = (self._heads << _BITS) | np.where(starts + place < ends, here, 0)
        self._starts, self._ends = starts, ends
        self._asked = 0

    @cached_property
    def _sorted(self) -> tuple[list[int], NDArray[np.int64], NDArray[np.int64]]:
        order = np.argsort(self._heads)
        return self._heads[order].tolist(), self._starts[order], self._ends[order]

    def between(self, first: int, behind: int) -> Spans:
        """The spans whose heads are `first` or more and less than `behind`, in any order.

        Args:
            first: the first `_HEAD` characters as one number, 0 for those that a short span lacks.
            behind: the same.
        """
        self._asked += 1
        if self._asked <= LOOKED_THROUGH:
            one = behind == first + 1
            met = self._heads == first if one else (self._heads >= first) & (self._heads < behind)
            found = np.flatnonzero(met)
            return self._starts[found], self._ends[found]
        heads, starts, ends = self._sorted
        at = bisect_left(heads, first)
        to = bisect_left(heads, behind, at)
        return starts[at:to], ends[at:to]


class Tally:
    """A text whose words and signs are asked for.

    Args:
        text: small letters; the last word of a line is none.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _codes(self) -> Codes:
        return code_points(self.text)

    @cached_property
    def _classes(self) -> NDArray[np.uint8]:
        """What each character is, with a gap before the first and two behind the last."""
        found = np.zeros(len(self._codes) + 3, dtype=np.uint8)
        found[1:-2] = _classes(self._codes)
        return found

    @cached_property
    def _spans(self) -> Spans:
        """Where words start and end, but those beside a loss, which may be half, and those that end a line."""
        classes = self._classes
        letters = classes & _LETTER
        edges = np.flatnonzero(letters[1:] != letters[:-1])
        starts, ends = edges[::2], edges[1::2]
        starts = starts + (classes[starts] & _HURT != 0)
        behind = classes[ends + 1]
        broken = (behind & _HURT != 0) & (classes[ends + 2] & _LETTER != 0)
        kept = (starts < ends) & ~broken & (behind & _LINE == 0)
        return starts[kept], ends[kept]

    def words(self) -> list[str]:
        """The words, in their order."""
        return self._cut(*self._spans)

    def _cut(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> list[str]:
        text = self.text
        return [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]

    @cached_property
    def _headed(self) -> _Headed:
        return _Headed(self._codes, *self._spans)

    def begun(self, beginning: str) -> Begun:
        """What the words do that begin so."""
        size, head = len(beginning), _head(beginning[:_HEAD])
        behind = head + (1 << (_BITS * (_HEAD - min(size, _HEAD))))
        starts, ends = self._headed.between(head, behind)
        if not len(starts):
            return _NOTHING
        if size > _HEAD:
            words = [word for word in self._cut(starts, ends) if word.startswith(beginning)]
            then = [word[size] for word in words if word[size : size + 1] > "\x7f"]
            return Begun(len(words), words.count(beginning), then)
        longer = ends - starts > size
        codes = self._codes[starts[longer] + size]
        then = list(map(chr, codes[codes > 0x7F].tolist()))
        return Begun(len(starts), len(starts) - len(codes), then)

    @cached_property
    def signs(self) -> dict[bool, list[int]]:
        """Where signs stand behind a letter (True), and behind anything else."""
        classes = self._classes
        places = np.flatnonzero(classes & _SIGN) - 1
        behind = classes[places] & _ALPHA != 0
        return {True: places[behind].tolist(), False: places[~behind].tolist()}

    def letters(self) -> int:
        """How many characters are letters of an alphabet."""
        return int(np.count_nonzero(self._classes & _ALPHA))

    @cached_property
    def _signed(self) -> Spans:
        """Where the letters before each sign begin that stands behind some, up to `NEAR` of them, and where the sign stands."""
        places = np.array(self.signs[True], dtype=np.int64)
        gaps = np.flatnonzero(self._classes & _ALPHA == 0)  # one further than in the text, that at 0 included
        return np.maximum(gaps[np.searchsorted(gaps, places) - 1], places - NEAR), places

    def followed(self) -> list[tuple[str, str]]:
        """The letters before each sign that stands behind some, and the sign."""
        return list(zip(self._cut(*self._signed), map(self.text.__getitem__, self.signs[True]), strict=True))

    @cached_property
    def _signed_headed(self) -> _Headed:
        return _Headed(self._codes, *self._signed)

    def signs_behind(self, word: str) -> list[str]:
        """The signs that stand behind the letters of a word, in any order."""
        head, text = _head(word[:_HEAD]), self.text
        starts, places = self._signed_headed.between(head, head + 1)
        spans = zip(starts.tolist(), places.tolist(), strict=True)
        return [text[place] for start, place in spans if text[start:place] == word]

    def pairs(self) -> list[tuple[str, str]]:
        """The two letters, or the gap and the letter, before each sign that stands behind one, and the sign."""
        text, places = self.text, self.signs[True]
        lettered = (self._classes[np.array(places, dtype=np.int64) - 1] & _ALPHA != 0).tolist()
        return [
            (text[place - 2 : place] if two else " " + text[place - 1], text[place])
            for place, two in zip(places, lettered, strict=True)
        ]


@lru_cache(maxsize=1024)
def _head(word: str) -> int:
    return sum([ord(c) << (_BITS * (_HEAD - 1 - place)) for place, c in enumerate(word)])


def code_points(text: str) -> Codes:
    """The code points of a text, in two bytes each where none takes more: new memory costs more than what is done with it."""
    basic = text.encode("utf-16-le", "surrogatepass")
    if len(basic) == 2 * len(text):
        return np.frombuffer(basic, dtype=np.uint16)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def closing_signs(text: str) -> tuple[int, int]:
    """How many of `?!;:` stand before a space, and how many of them behind a gap, too."""
    codes = code_points(f"\0{text}\0")
    places = np.flatnonzero(np.isin(codes, _CLOSING))
    places = places[codes[places + 1] == 0x20]
    return len(places), int(np.isin(codes[places - 1], _GAPS).sum())


def _classes(codes: Codes) -> NDArray[np.uint8]:
    basic = codes.dtype == np.uint16
    low = codes if basic else np.minimum(codes, _BASIC - 1)
    found: NDArray[np.uint8] = _CLASSES[low]
    if len(found) and not found.min():
        for code in np.unique(low[found == 0]).tolist():
            _CLASSES[code] = _class(code)
        found = _CLASSES[low]
    for place in () if basic else np.flatnonzero(codes >= _BASIC).tolist():
        found[place] = _class(int(codes[place]))
    return found


@lru_cache(maxsize=4096)
def _class(code: int) -> int:
    character = chr(code)
    found = _SEEN | _ALPHA * character.isalpha() | _LINE * (character == "\n")
    for bit, expression in ((_LETTER, _LETTERS), (_SIGN, _SIGNS), (_HURT, _LOSS)):
        if expression.match(character):
            found |= bit
    return found
