"""Looking the marks of `neighbours` up in a whole column: words by a running hash, letters by a table.

Every text is asked, so it must cost next to nothing (0.5 µs): a word's hash is the difference of one running sum at its
ends, scaled back to its place, and a sieve of the hashes' first bits leaves one word in seventy to be compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from unicodedata import category, unidata_version

import numpy as np
from numpy.typing import NDArray

from pipelines.language.cache import cached
from pipelines.language.folding import Stream
from pipelines.language.neighbours import LETTERS, WORDS
from pipelines.language.profiles import POINTS

_LAYOUT = "1"
UNKNOWN = -1  # the place of a language that no detector knows
PLAIN = 1
_BEYOND = 0x10000  # the first code point beyond the basic plane: no marked language is written there
_BASE = np.uint64(0x9E3779B97F4A7C15)  # of the polynomial a word is hashed by: odd, so it has an inverse
_INVERSE = np.uint64(pow(int(_BASE), -1, 1 << 64))
_SIEVE = np.uint64(64 - 16)


@dataclass(frozen=True, slots=True)
class Marks:
    """The tables, laid out for looking a column up.

    Attributes:
        letters: uint8 by code point: 0 stands between words, `PLAIN` in them; a marking letter has its number above that.
        hashes: uint64, the marking words' hashes, ascending; their numbers follow those of the letters.
        sieve: by the first 16 bits of a hash, whether any marking word has them.
        first: by number of a mark, its first row in `betrays` and `speaks_for`; one more entry than marks.
        betrays: rows by languages, whether the mark speaks against the language.
        speaks_for: place of the language that the mark speaks for, -1 for one that no detector knows.
    """

    letters: NDArray[np.uint8]
    hashes: NDArray[np.uint64]
    sieve: NDArray[np.bool_]
    first: NDArray[np.int64]
    betrays: NDArray[np.bool_]
    speaks_for: NDArray[np.int64]

    @property
    def signs(self) -> int:
        """How many marking letters there are: the number of the first word."""
        return len(self.first) - 1 - len(self.hashes)


@dataclass(frozen=True, slots=True)
class Found:
    """Marks against the languages that texts are taken for.

    Attributes:
        texts: the text of each.
        speaks_for: place of the language it speaks for, -1 for one that no detector knows.
    """

    texts: NDArray[np.int64]
    speaks_for: NDArray[np.int64]


@cache
def marks(languages: tuple[str, ...]) -> Marks:
    """The marks against and for the languages named, by their places; from the user's cache, or laid out (20 ms)."""
    names = ("letters", "hashes", "sieve", "first", "betrays", "speaks_for")
    key = f"{_LAYOUT} {unidata_version} {languages} {WORDS} {LETTERS}"
    return Marks(**cached("marks", key, names, lambda: _build(languages)))  # type: ignore[arg-type]


def _build(languages: tuple[str, ...]) -> Mapping[str, NDArray[np.generic]]:
    place = {code: number for number, code in enumerate(languages)}
    letters: dict[str, list[tuple[int, str]]] = {}
    for against, signs in LETTERS:
        for sign in signs:
            letters.setdefault(sign, []).append((UNKNOWN, against))
    words: dict[int, list[tuple[int, str]]] = {}
    for code, against, spoken in WORDS:
        for word in spoken.split():
            words.setdefault(_hash(word), []).append((place.get(code, UNKNOWN), against))
    hashes = np.array(sorted(words), dtype=np.uint64)
    held = [*letters.values(), *(words[value] for value in sorted(words))]
    rows = [row for of_one in held for row in of_one]
    betrays = np.zeros((len(rows), len(languages)), dtype=bool)
    for row, (_, against) in enumerate(rows):
        betrays[row, [place[code] for code in against.split() if code in place]] = True
    plane = np.zeros(POINTS, dtype=np.uint8)
    plane[:_BEYOND] = [PLAIN * (category(chr(point))[0] in "LM") for point in range(_BEYOND)]
    plane[[ord(sign) for sign in letters]] = PLAIN + 1 + np.arange(len(letters))
    sieve = np.zeros(1 << 16, dtype=bool)
    sieve[hashes >> _SIEVE] = True
    return {
        "letters": plane,
        "hashes": hashes,
        "sieve": sieve,
        "first": np.cumsum([0, *map(len, held)]),
        "betrays": betrays,
        "speaks_for": np.array([own for own, _ in rows]),
    }


def found(text: Stream, favourites: NDArray[np.int64], table: Marks) -> Found:
    """Marks in each text against the language it is taken for.

    Args:
        text: folded texts.
        favourites: place of that language, by text.
        table: from `marks`.
    """
    letters = table.letters[text.points]
    signs = np.flatnonzero(letters > PLAIN)
    begins, words = _words(text.points, letters > 0, table)
    at = np.concatenate([signs, begins])
    held = np.concatenate([letters[signs].astype(np.int64) - PLAIN - 1, words])
    owners = np.searchsorted(text.ends[1:], at, side="right")
    many = table.first[held + 1] - table.first[held]
    owners = np.repeat(owners, many)
    rows = np.arange(len(owners)) - np.repeat(np.cumsum(many) - many - table.first[held], many)
    speaking = table.betrays[rows, favourites[owners]]
    return Found(owners[speaking], table.speaks_for[rows[speaking]])


def _words(
    points: NDArray[np.uint32], wordly: NDArray[np.bool_], table: Marks
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where a marking word begins, and its number: the words' hashes are differences of one running sum."""
    edges = np.flatnonzero(wordly[1:] != wordly[:-1]) + 1  # a stream begins and ends with a space
    begins, ends = edges[::2], edges[1::2]
    powers, inverses = _powers(1 << len(points).bit_length())
    sums = np.zeros(len(points) + 1, dtype=np.uint64)
    np.cumsum(points * powers[: len(points)], out=sums[1:])
    hashes = (sums[ends] - sums[begins]) * inverses[begins]
    asked = np.flatnonzero(table.sieve[hashes >> _SIEVE])
    rows = np.searchsorted(table.hashes, hashes[asked])
    same = table.hashes[np.minimum(rows, len(table.hashes) - 1)] == hashes[asked]
    return begins[asked[same]], rows[same] + table.signs


@cache
def _powers(size: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Powers of the base, and of its inverse, modulo 2**64."""
    both = (np.full(size, base, dtype=np.uint64) for base in (_BASE, _INVERSE))
    powers, inverses = (np.multiply.accumulate(of) for of in both)
    return powers, inverses


def _hash(word: str) -> int:
    return sum(ord(sign) * pow(int(_BASE), place, 1 << 64) for place, sign in enumerate(word)) % (1 << 64)
