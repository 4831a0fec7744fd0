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
_BASIC = 0x10000
"""First code point behind the table."""
_CLOSING = np.array([ord(sign) for sign in "?!;:"], dtype=np.uint32)
_GAPS = np.array([0x20, 0xA0, 0x202F], dtype=np.uint32)
_CLASSES = np.zeros(_BASIC, dtype=np.uint8)


_Headed = tuple[list[int], NDArray[np.int64], NDArray[np.int64]]
Codes = NDArray[np.uint16] | NDArray[np.uint32]


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
    def _spans(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
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
    def _sorted(self) -> _Headed:
        """The heads of words, sorted, and the words' spans."""
        return self._by_head(*self._spans)

    def _by_head(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> _Headed:
        """The first `_HEAD` characters of some spans as one number, 0 for those that a short one lacks, sorted; and the spans."""
        heads = np.zeros(len(starts), dtype=np.int64)
        for place in range(_HEAD):
            codes = self._codes.take(starts + place, mode="clip").astype(np.int64)
            heads = (heads << _BITS) | np.where(starts + place < ends, codes, 0)
        order = np.argsort(heads)
        return heads[order].tolist(), starts[order], ends[order]

    def begun(self, beginning: str) -> Begun:
        """What the words do that begin so."""
        size, head = len(beginning), _head(beginning[:_HEAD])
        behind = head + (1 << (_BITS * (_HEAD - min(size, _HEAD))))
        heads, starts, ends = self._sorted
        first = bisect_left(heads, head)
        last = bisect_left(heads, behind, first)
        if first == last:
            return _NOTHING
        starts, ends = starts[first:last], ends[first:last]
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
    def _signed(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where the letters before each sign begin that stands behind some, up to `NEAR` of them, and where the sign stands."""
        places = np.array(self.signs[True], dtype=np.int64)
        gaps = np.flatnonzero(self._classes & _ALPHA == 0)  # one further than in the text, that at 0 included
        return np.maximum(gaps[np.searchsorted(gaps, places) - 1], places - NEAR), places

    def followed(self) -> list[tuple[str, str]]:
        """The letters before each sign that stands behind some, and the sign."""
        return list(zip(self._cut(*self._signed), map(self.text.__getitem__, self.signs[True]), strict=True))

    @cached_property
    def _signed_sorted(self) -> _Headed:
        return self._by_head(*self._signed)

    def signs_behind(self, word: str) -> list[str]:
        """The signs that stand behind the letters of a word, in any order."""
        heads, starts, places = self._signed_sorted
        head = _head(word[:_HEAD])
        first = bisect_left(heads, head)
        last = bisect_left(heads, head + 1, first)
        if first == last:
            return []
        spans = zip(starts[first:last].tolist(), places[first:last].tolist(), strict=True)
        text = self.text
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
