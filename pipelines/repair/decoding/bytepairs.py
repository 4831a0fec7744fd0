"""Bytes as letters of a single-byte encoding: what a page's pairs of neighbouring bytes cost as text of a language.

Only pairs with a byte outside ASCII tell encodings apart; pairs of ASCII letters tell languages apart, and so which
letters to expect beside them. Costs are nats; the pairs of letters themselves are costed by `letterpairs`.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

import numpy as np

from pipelines.repair.decoding.labels import CODECS
from pipelines.repair.decoding.letterpairs import CAPITAL_INSIDE, USUAL, fold, is_vowel_sign, pairs, sign_cost

_WEST = "fr de es pt it nl da sv no fi ca af id sq en et is ga gl eu cy".split()
_EAST = "cs pl hu sk sl hr ro sq de".split()
_CYRILLIC = "ru uk bg mk be sr".split()
LATIN = frozenset([*_WEST, *_EAST, "tr", "lt", "lv"])
Candidates = Mapping[str, tuple[float, tuple[str, ...]]]
CANDIDATES: Candidates = {
    "windows-1252": (0.0, tuple(_WEST)),
    "windows-1251": (1.0, tuple(_CYRILLIC)),
    "windows-1250": (2.0, tuple(_EAST)),
    "iso-8859-2": (2.5, tuple(_EAST)),
    "windows-1254": (2.0, ("tr",)),
    "windows-1253": (2.0, ("el",)),
    "iso-8859-7": (3.0, ("el",)),
    "iso-8859-15": (2.0, tuple(_WEST)),
    "windows-1257": (3.0, ("lt", "lv", "et")),
    "koi8-r": (2.5, ("ru",)),
    "koi8-u": (3.0, ("uk",)),
    "windows-1255": (3.0, ("he",)),
    "windows-1256": (3.0, ("ar", "fa", "ur")),
    "windows-874": (3.0, ("th",)),
    "iso-8859-5": (4.0, tuple(_CYRILLIC)),
    "ibm866": (5.0, ("ru",)),
    "macintosh": (4.0, tuple(_WEST)),
    "x-mac-cyrillic": (5.0, tuple(_CYRILLIC)),
}
"""Single-byte encodings, each with what it costs to think of it and the languages written in it."""

DOS: Candidates = {
    "cp850": (3.0, tuple(_WEST)),
    "cp437": (3.5, tuple(_WEST)),
    "cp852": (4.0, tuple(_EAST)),
    "ibm866": (4.0, ("ru", "uk", "bg", "be")),
    "cp855": (6.0, ("sr", "mk", "bg")),
    "cp857": (4.0, ("tr",)),
    "cp737": (4.0, ("el",)),
    "cp775": (5.0, ("lt", "lv", "et")),
    "cp862": (4.0, ("he",)),
    "cp720": (5.0, ("ar",)),
}
"""Code pages of DOS, in which spreadsheets still save `CSV (MS-DOS)`: files are in them, pages are not (but for ibm866)."""

_MOST_PAIRS = 200
"""Pairs of a page that are judged at first, the most frequent. Of 531 generated pages 530 are right with 200 and with 400,
528 with 100."""


BytePairs = dict[tuple[int, int], float]
"""Pairs of neighbouring bytes with how often they stand in a page."""


def byte_pairs(body: bytes) -> tuple[BytePairs, BytePairs]:
    """Count pairs of bytes: those with one outside ASCII, and those of ASCII."""
    data = np.frombuffer(b" " + body + b" ", np.uint8)
    codes, often = np.unique(data[:-1].astype(np.uint16) << 8 | data[1:], return_counts=True)
    high = ((codes >> 8) >= 0x80) | ((codes & 0xFF) >= 0x80)
    return _pairs_of(codes[high], often[high]), _pairs_of(codes[~high], often[~high])


def _pairs_of(codes: np.ndarray, often: np.ndarray) -> BytePairs:
    order = np.argsort(-often, kind="stable")
    return {
        (code >> 8, code & 0xFF): float(n)
        for code, n in zip(codes[order].tolist(), often[order].tolist(), strict=True)
    }


def frequent(found: BytePairs) -> BytePairs:
    """Return the most frequent pairs, weighted to stand for all: costs compare with those of whole East Asian texts."""
    if len(found) <= _MOST_PAIRS:
        return found
    kept = dict(list(found.items())[:_MOST_PAIRS])
    scale = sum(found.values()) / sum(kept.values())
    return {pair: scale * count for pair, count in kept.items()}


@dataclass(frozen=True, slots=True)
class Moves:
    """The byte pairs of a page under one encoding: from letter to letter, and the cost no language changes."""

    fixed: float
    letters: tuple[tuple[str, str, float], ...]


def language_costs(plain: BytePairs, body: bytes) -> dict[str, float]:
    """Return what each Latin language costs by the page's ASCII letters and its declaration, bounded on both."""
    letters: dict[tuple[str, str], float] = {}
    for (one, two), count in plain.items():
        first, second = chr(one), chr(two)
        if first.isalpha() or second.isalpha():
            pair = (first.lower() if first.isalpha() else " ", second.lower() if second.isalpha() else " ")
            letters[pair] = letters.get(pair, 0.0) + count
    seen = Moves(0.0, tuple((first, second, count) for (first, second), count in letters.items()))
    found = costs(seen, tuple(sorted(LATIN)))
    least = min(found.values())
    told = {language: min(_LANGUAGE_MOST, _LANGUAGE * (cost - least)) for language, cost in found.items()}
    named = declared_language(body)
    if not named:
        return told
    others = {language for _, languages in CANDIDATES.values() for language in languages} | _EAST_ASIAN
    others -= {named}
    return told | {language: told.get(language, 0.0) + _UNDECLARED for language in others}


def declared_language(body: bytes) -> str:
    """Return the language that a page says it is in, "" where it says none."""
    found = _LANG.search(body[:4096])
    return found[1].decode("ascii").lower() if found else ""


_LANG = re.compile(rb"""<html[^>]*?\blang\s*=\s*["']?([a-z]{2})\b""", re.IGNORECASE)
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})
_LANGUAGE = 0.2
"""Share of the cost of a page's ASCII letters that speaks for or against a Latin language: the rest may be menus in
another. 0.1 and 0.4 give the same 530 of 531 pages."""

_LANGUAGE_MOST = 14.0
"""Nats at most for that. Before it was raised from 8, Italian pages with a few accents were read as Czech."""

_UNDECLARED = 3.0
"""Nats for a language that the page's `lang` does not name; templates often name the wrong one."""


def pair_cost(found: Mapping[tuple[str, str], float], name: str) -> float:
    """Return the cost of pairs of characters as text of one single-byte encoding's languages, the best of them.

    Args:
        found: pairs of characters with their counts.
        name: the encoding; one that is not a candidate of ours costs nothing to rule out and everything to believe.
    """
    if name not in CANDIDATES:
        return math.inf
    moved = char_moves(found)
    return moved.fixed + min(costs(moved, CANDIDATES[name][1]).values())


def languages_of(name: str) -> tuple[str, ...]:
    """Return the languages that one of our single-byte encodings is read in."""
    return CANDIDATES[name][1] if name in CANDIDATES else ()


def lacking(letters: Set[str], name: str) -> int:
    """Return how many of some letters an encoding has not; for East Asian encodings nothing is ruled out."""
    return len(letters - _repertoire(name)) if name in CANDIDATES else 0


@cache
def _repertoire(name: str) -> frozenset[str]:
    return frozenset(character for character in _table(name) if character > "\x7f" and character.isalpha())


@cache
def _table(name: str) -> tuple[str, ...]:
    return tuple(bytes([byte]).decode(CODECS.get(name, name), "listmend.marks") for byte in range(256))


def moves(found: BytePairs, name: str) -> Moves:
    """Return a page's byte pairs as one encoding reads them."""
    table = _table(name)
    return char_moves({(table[one], table[two]): count for (one, two), count in found.items()})


def char_moves(found: Mapping[tuple[str, str], float]) -> Moves:
    """Return pairs of neighbouring characters as moves from letter to letter."""
    fixed = 0.0
    letters: dict[tuple[str, str], float] = {}
    for (first, second), count in found.items():
        first_letter, second_letter = _is_letter(first), _is_letter(second)
        fixed += count * _fixed(first, second, first_letter=first_letter, second_letter=second_letter)
        if first_letter or second_letter:
            pair = (fold(first) if first_letter else " ", fold(second) if second_letter else " ")
            letters[pair] = letters.get(pair, 0.0) + count
    return Moves(fixed, tuple((first, second, count) for (first, second), count in letters.items()))


def _fixed(first: str, second: str, *, first_letter: bool, second_letter: bool) -> float:
    """Return what a pair costs in any language: signs, and letters where no text has them."""
    cost = 0.0
    if not second.isascii() and not second_letter:
        cost += CONTROL if second >= "\U0010f700" else sign_cost(second)
        if second in _CLOSING and first in _OPEN_BEFORE:
            cost += MISPLACED
    if (first in _CURRENCIES and second.isdecimal()) or (second in _CURRENCIES and first.isdecimal()):
        cost += USUAL - sign_cost("£")  # at an amount it is no rare sign
    if (first in _OPENING and second in _OPEN_BEFORE) or (first == "’" and _is_greek(second)):
        cost += MISPLACED
    if (first_letter and _is_rare(second)) or (second_letter and (_is_rare(first) or first in "»”…")):
        cost += MISPLACED
    if second_letter and first in _BEFORE_NO_LETTER:
        cost += MISPLACED
    if is_vowel_sign(second) and (first.isascii() or not first_letter):
        cost += 2 * MISPLACED
    if (is_vowel_sign(first) and second.isascii() and second_letter) or (
        is_vowel_sign(second) and first.isascii() and first_letter
    ):
        cost += MIXED
    if first_letter and second_letter:
        if first.islower() and second.isupper():
            cost += CAPITAL_INSIDE
        if first.isascii() != second.isascii() and not _is_latin(second if first.isascii() else first):
            cost += MIXED
    return cost


CONTROL = 16.0
"""Nats for a byte the encoding does not know."""

MISPLACED = 4.0
"""Nats for a sign where no text has it: a closing quote after a gap, a fraction or a currency sign inside a word. 2 and 8
give the same 530 of 531 pages, 0 gives 529."""

_CLOSING = frozenset("»”…")
"""Signs that stand behind a letter. `’` stands before one, too (`’n` is Afrikaans for a), but seldom of Greek, where it has the place of `Ά`."""
_CURRENCIES = frozenset("¢£¥")
"""At the places of `Ł` and `Ą`, which no amount follows: a hundred prices in pounds were a Polish page."""
_OPENING = frozenset("‚„")
"""Signs that no gap follows: `‚` is `â` in another encoding, a Welsh word."""
_BEFORE_NO_LETTER = frozenset("¼½¾¨´¸¤¦")
"""Signs at the places of ISO-8859-15's letters, `½uvre`: one right before a letter is misplaced twice."""

_OPEN_BEFORE = frozenset(" \n\t>(")


def _is_rare(character: str) -> bool:
    return (
        not character.isascii()
        and not _is_letter(character)
        and (sign_cost(character) > USUAL or character in "©®§°№")
    )


@cache
def _is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith("LATIN") or character in "ªº"


def _is_greek(character: str) -> bool:
    return "\u0370" <= character < "\u0400" or "\u1f00" <= character < "\u2000"


def _is_letter(character: str) -> bool:
    return character.isalpha() or "\u0e31" <= character <= "\u0e4e"


def costs(read: Moves, languages: tuple[str, ...]) -> dict[str, float]:
    """Return each language's cost; every text has names and words of the others."""
    if not read.letters:
        return dict.fromkeys(languages, 0.0)
    shares = np.array([[pairs(language).share(*move[:2]) for move in read.letters] for language in languages])
    often = np.array([count for _, _, count in read.letters])
    nats = -np.log((1 - OTHERS) * shares + OTHERS * shares.mean(axis=0)) @ often
    return dict(zip(languages, nats.tolist(), strict=True))


OTHERS = 0.05
"""Share of a text that is names and words of the encoding's other languages. 0.005 to 0.2 give the same; without it a
French page on a Spanish family is Hungarian."""

MIXED = 7.0
"""Nats for an ASCII letter next to a letter of another script within one word. 14 gives the same 530 of 531 pages, 3
gives 529, 0 gives 527."""
