"""Looking the words of `neighbours` and `frequent` up in a whole column by a running hash, letters by a table.

Every text is asked, so it must cost next to nothing (0.5 µs): a word's hash is the difference of one running sum at its
ends, scaled back to its place, and a sieve of the hashes' first bits leaves one word in seventy to be compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import category, unidata_version

import numpy as np
from numpy.typing import NDArray

from pipelines.language.cache import cached
from pipelines.language.folding import Stream
from pipelines.language.frequent import FREQUENT
from pipelines.language.neighbours import LETTERS, WORDS
from pipelines.language.profiles import POINTS

_LAYOUT = "2"
UNKNOWN = -1  # the place of a language that no detector knows
PLAIN = 1
# what a mark speaks for, what against, and the language that it is a common word of
_Row = tuple[int, str, int]
_BEYOND = 0x10000  # the first code point beyond the basic plane: no marked language is written there
_BASE = np.uint64(0x9E3779B97F4A7C15)  # of the polynomial a word is hashed by: odd, so it has an inverse
_INVERSE = np.uint64(pow(int(_BASE), -1, 1 << 64))
_SIEVE = np.uint64(64 - 16)
# Scripts that no known language is written in: a letter of one speaks against them all
_UNREAD: tuple[tuple[int, int], ...] = (
    (0x700, 0x74F),  # Syriac
    (0x780, 0x7FF),  # Thaana, N'Ko
    (0x13A0, 0x167F),  # Cherokee, Canadian syllabics
    (0x18B0, 0x18FF),  # Canadian syllabics
    (0x1900, 0x19DF),  # Limbu, Tai Le, New Tai Lue
    (0x1A00, 0x1AAF),  # Buginese, Tai Tham
    (0x1B00, 0x1C7F),  # Balinese to Ol Chiki
    (0x2C00, 0x2C5F),  # Glagolitic
    (0x2C80, 0x2CFF),  # Coptic
    (0x2D30, 0x2D7F),  # Tifinagh
    (0xA000, 0xA63F),  # Yi, Lisu, Vai
    (0xA6A0, 0xA6FF),  # Bamum
    (0xA800, 0xA82F),  # Syloti Nagri
    (0xA840, 0xA8DF),  # Phags-pa, Saurashtra
    (0xA900, 0xA95F),  # Kayah Li, Rejang
    (0xA980, 0xA9DF),  # Javanese
    (0xAA00, 0xAA5F),  # Cham
    (0xAA80, 0xAAFF),  # Tai Viet, Meetei Mayek
    (0xAB70, 0xABFF),  # Cherokee, Meetei Mayek
    (0x10000, 0x1AFFF),  # historic scripts, Adlam, Chakma and others
    (0x1E000, 0x1E95F),  # Glagolitic, Mende Kikakui, Adlam
)


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
        usual: by row, place of the language that the word is among the commonest of; -1 where it is a mark.
        rates: float32, by language, the share of its words that are among its commonest; 0 where none are listed.
    """

    letters: NDArray[np.uint8]
    hashes: NDArray[np.uint64]
    sieve: NDArray[np.bool_]
    first: NDArray[np.int64]
    betrays: NDArray[np.bool_]
    speaks_for: NDArray[np.int64]
    usual: NDArray[np.int64]
    rates: NDArray[np.float32]

    @property
    def signs(self) -> int:
        """How many marking letters there are: the number of the first word."""
        return len(self.first) - 1 - len(self.hashes)


@dataclass(frozen=True, slots=True)
class Held:
    """Marks in some texts.

    Attributes:
        texts: the text of each.
        rows: its row in `Marks.betrays` and `Marks.speaks_for`.
    """

    texts: NDArray[np.int64]
    rows: NDArray[np.int64]


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
    names = ("letters", "hashes", "sieve", "first", "betrays", "speaks_for", "usual", "rates")
    key = f"{_LAYOUT} {unidata_version} {languages} {WORDS} {LETTERS} {_UNREAD} {FREQUENT}"
    return Marks(**cached("marks", key, names, lambda: _build(languages)))  # type: ignore[arg-type]


def _build(languages: tuple[str, ...]) -> Mapping[str, NDArray[np.generic]]:
    place = {code: number for number, code in enumerate(languages)}
    letters: dict[str, list[_Row]] = {}
    for against, signs in LETTERS:
        for sign in signs:
            letters.setdefault(sign, []).append((UNKNOWN, against, UNKNOWN))
    words: dict[int, list[_Row]] = {}
    for code, against, spoken in WORDS:
        for word in spoken.split():
            words.setdefault(hash_of(word), []).append((place.get(code, UNKNOWN), against, UNKNOWN))
    rates = np.zeros(len(languages), dtype=np.float32)
    for code, rate, spoken in FREQUENT:
        if code in place:
            rates[place[code]] = rate
            for word in spoken.split():
                words.setdefault(hash_of(word), []).append((UNKNOWN, "", place[code]))
    hashes = np.array(sorted(words), dtype=np.uint64)
    unread: list[_Row] = [(UNKNOWN, " ".join(languages), UNKNOWN)]
    held = [*letters.values(), unread, *(words[value] for value in sorted(words))]
    rows = [row for of_one in held for row in of_one]
    betrays = np.zeros((len(rows), len(languages)), dtype=bool)
    for row, (_, against, _) in enumerate(rows):
        betrays[row, [place[code] for code in against.split() if code in place]] = True
    plane = np.zeros(POINTS, dtype=np.uint8)
    plane[:_BEYOND] = [PLAIN * (category(chr(point))[0] in "LM") for point in range(_BEYOND)]
    plane[[ord(sign) for sign in letters]] = PLAIN + 1 + np.arange(len(letters))
    for start, end in _UNREAD:
        places = [point for point in range(start, end + 1) if category(chr(point))[0] in "LM"]
        plane[places] = PLAIN + 1 + len(letters)
    sieve = np.zeros(1 << 16, dtype=bool)
    sieve[hashes >> _SIEVE] = True
    return {
        "letters": plane,
        "hashes": hashes,
        "sieve": sieve,
        "first": np.cumsum([0, *map(len, held)]),
        "betrays": betrays,
        "speaks_for": np.array([own for own, _, _ in rows]),
        "usual": np.array([usual for _, _, usual in rows]),
        "rates": rates,
    }


def held(text: Stream, table: Marks) -> Held:
    """All marks in each text, whatever they speak against."""
    letters = table.letters[text.points]
    signs = np.flatnonzero(letters > PLAIN)
    begins, words = _words(text.points, letters > 0, table)
    at = np.concatenate([signs, begins])
    marks = np.concatenate([letters[signs].astype(np.int64) - PLAIN - 1, words])
    owners = np.searchsorted(text.ends[1:], at, side="right")
    many = table.first[marks + 1] - table.first[marks]
    rows = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many - table.first[marks], many)
    return Held(np.repeat(owners, many), rows)


def against(marks: Held, favourites: NDArray[np.int64], table: Marks) -> Found:
    """Those of the marks that speak against the language their text is taken for."""
    speaking = table.betrays[marks.rows, favourites[marks.texts]]
    return Found(marks.texts[speaking], table.speaks_for[marks.rows[speaking]])


def _words(
    points: NDArray[np.uint32], wordly: NDArray[np.bool_], table: Marks
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where a marking word begins, and its number: the words' hashes are differences of one running sum."""
    begins, ends = runs(wordly)
    hashes = hashed(points, begins, ends)
    asked = np.flatnonzero(table.sieve[hashes >> _SIEVE])
    rows = np.searchsorted(table.hashes, hashes[asked])
    same = table.hashes[np.minimum(rows, len(table.hashes) - 1)] == hashes[asked]
    return begins[asked[same]], rows[same] + table.signs


def runs(inside: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each run of true begins and ends; a stream begins and ends outside."""
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    return edges[::2], edges[1::2]


LEAST_POWERS = 1 << 16
"""Powers laid out at once, 1 MB; with a table for each smaller size, too, 15 MB stayed."""


def hashed(
    points: NDArray[np.uint32], begins: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.uint64]:
    """Hash of each piece of a stream: the difference of one running sum at its ends, scaled back to its place."""
    powers, inverses = _powers(max(LEAST_POWERS, 1 << len(points).bit_length()))
    sums = np.zeros(len(points) + 1, dtype=np.uint64)
    np.cumsum(points * powers[: len(points)], out=sums[1:])
    hashes: NDArray[np.uint64] = (sums[ends] - sums[begins]) * inverses[begins]
    return hashes


@lru_cache(maxsize=2)
def _powers(size: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Powers of the base, and of its inverse, modulo 2**64."""
    both = (np.full(size, base, dtype=np.uint64) for base in (_BASE, _INVERSE))
    powers, inverses = (np.multiply.accumulate(of) for of in both)
    return powers, inverses


def hash_of(word: str) -> int:
    """Hash of a folded word, as `hashed` gives it."""
    return sum(ord(sign) * pow(int(_BASE), place, 1 << 64) for place, sign in enumerate(word)) % (1 << 64)
