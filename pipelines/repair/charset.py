"""Which encoding undeclared bytes are in: the one whose reading costs least as text of some language.

Each candidate is a code: under it the bytes are pairs of letters of some language (`letterpairs`), East Asian
characters (`eastasian`), or UTF-8 with broken sequences. All are judged on the same bytes, those outside ASCII and
their neighbours, in nats, so their costs compare. The declared encoding and the page's `lang` count as evidence, not
as an answer. Nothing is read at all for pages in valid UTF-8, so the language tables load only when they are needed.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from pipelines.repair import eastasian
from pipelines.repair.labels import CODECS
from pipelines.repair.letterpairs import CAPITAL_INSIDE, USUAL, Pairs, fold, is_vowel_sign, pairs, sign_cost
from pipelines.repair.marks import MARK_BASE, MARKS, count_marks

MULTIBYTE = frozenset(script.name for script in eastasian.SCRIPTS)

_WEST = "fr de es pt it nl da sv no fi ca af id sq en et is ga gl eu cy".split()
_EAST = "cs pl hu sk sl hr ro sq de".split()
_CYRILLIC = "ru uk bg mk be sr".split()
_LATIN = frozenset([*_WEST, *_EAST, "tr", "lt", "lv"])
CANDIDATES: Mapping[str, tuple[float, tuple[str, ...]]] = {
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
}
"""Single-byte encodings, each with what it costs to think of it and the languages written in it."""

_MOST_PAIRS = 400
_MOST_OFTEN = 30


@dataclass(frozen=True, slots=True)
class Verdict:
    """One candidate's cost in nats, with the language that reads it best."""

    cost: float
    name: str
    language: str


def detect(body: bytes) -> str:
    """Return the name of the encoding that reads the bytes best."""
    return ranking(body)[0].name


def ranking(body: bytes) -> list[Verdict]:
    """Return every candidate, cheapest first."""
    shown = _shown(body)
    found, plain = _byte_pairs(shown)
    likely = _language_costs(plain, body)
    foreign = min(_FOREIGN_MOST, _FOREIGN * len(_ASCII_WORD.findall(shown)))
    verdicts = [Verdict(_utf8_cost(shown), "utf-8", "")]
    for name, (prior, languages) in CANDIDATES.items():
        moved = _moves(found, name)
        costs = _costs(moved, languages)
        best = min((cost + likely.get(language, 0.0), language) for language, cost in costs.items())
        latin = 0.0 if best[1] in _LATIN else foreign
        verdicts.append(Verdict(prior + latin + moved.fixed + best[0], name, best[1]))
    for script in eastasian.SCRIPTS:
        text = shown.decode(CODECS[script.name], "listmend.marks")
        verdicts.append(Verdict(2.0 + foreign + eastasian.cost(text, script), script.name, script.language))
    return sorted(verdicts, key=lambda verdict: verdict.cost)


_HIDDEN = re.compile(rb"<(script|style)\b.*?</\1|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)
_ASCII_WORD = re.compile(rb"(?<![A-Za-z\x80-\xff])[A-Za-z]{2,}(?![A-Za-z\x80-\xff])")
_FOREIGN = 0.1
_FOREIGN_MOST = 25.0


def _shown(body: bytes) -> bytes:
    """Return the text of a page without its markup; the whole page where all that matters stands in markup."""
    shown = _HIDDEN.sub(b"\n", body)
    return body if shown.isascii() else shown


def contradicted(body: bytes, name: str) -> bool:
    """Whether a declared encoding is not what the bytes are in: another one reads them far better.

    A page that declares UTF-8 and is none has said all there is to say; any better reading counts.
    """
    costs = {verdict.name: verdict.cost for verdict in ranking(body)}
    if name not in costs:  # one the detector does not know: only bytes it does not have speak against it
        text = body.decode(CODECS[name], "listmend.marks")
        return count_marks(text) * 10 > sum(not character.isascii() for character in text)
    return costs[name] > min(costs.values()) + (UTF8_MARGIN if name == "utf-8" else MARGIN)


MARGIN = 60.0
UTF8_MARGIN = 6.0


def chance_utf8(body: bytes, text: str, name: str) -> bool:
    """Whether valid UTF-8 is so short that it is text of the declared East Asian encoding by chance.

    Two bytes of a common Chinese character are a UTF-8 sequence in one case of four, so a headline of a few characters
    may be valid. As UTF-8 it would be a jumble of scripts.
    """
    foreign = [character for character in text if not character.isascii()]
    if len(foreign) > _CHANCE_MOST or max(foreign) > "\u07ff":
        return False
    scripts = [unicodedata.name(character, "?").split(" ")[0] for character in foreign]
    changes = sum(one != two for one, two in zip(scripts, scripts[1:], strict=False))
    script = next(script for script in eastasian.SCRIPTS if script.name == name)
    read = body.decode(CODECS[name], "listmend.marks")
    return eastasian.cost(read, script) < _VALID * len(foreign) + MIXED * changes


_CHANCE_MOST = 24


def nul_pattern(body: bytes) -> str | None:
    """Return utf-16le or utf-16be where NUL stands at every other byte of markup, else None."""
    head = body[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.1 * len(head) and even * 20 <= odd:
        return "utf-16le"
    if even > 0.1 * len(head) and odd * 20 <= even:
        return "utf-16be"
    return None


@dataclass(frozen=True, slots=True)
class _Moves:
    """The byte pairs of a page under one encoding: from letter to letter, and the cost no language changes."""

    fixed: float
    letters: tuple[tuple[str, str, int], ...]


def _byte_pairs(body: bytes) -> tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]:
    """Count pairs of bytes: those with one outside ASCII, and those of ASCII letters."""
    data = np.frombuffer(b" " + body + b" ", np.uint8)
    codes, often = np.unique(data[:-1].astype(np.uint16) << 8 | data[1:], return_counts=True)
    high = ((codes >> 8) >= 0x80) | ((codes & 0xFF) >= 0x80)
    return _counter(codes[high], often[high]), _counter(codes[~high], often[~high])


def _counter(codes: np.ndarray, often: np.ndarray) -> Counter[tuple[int, int]]:
    order = np.argsort(-often, kind="stable")[:_MOST_PAIRS]
    return Counter({(int(codes[n]) >> 8, int(codes[n]) & 0xFF): int(often[n]) for n in order})


def _language_costs(plain: Counter[tuple[int, int]], body: bytes) -> dict[str, float]:
    """Return what each Latin language costs by the page's ASCII letters and its declaration, bounded on both."""
    letters = Counter[tuple[str, str]]()
    for (one, two), count in plain.items():
        first, second = chr(one), chr(two)
        if first.isalpha() or second.isalpha():
            pair = (first.lower() if first.isalpha() else " ", second.lower() if second.isalpha() else " ")
            letters[pair] += min(count, _MOST_OFTEN)
    moves = _Moves(0.0, tuple((first, second, count) for (first, second), count in letters.items()))
    costs = _costs(moves, tuple(sorted(_LATIN)))
    least = min(costs.values())
    told = {language: min(_LANGUAGE_MOST, _LANGUAGE * (cost - least)) for language, cost in costs.items()}
    declared = _LANG.search(body[:4096])
    if declared is None:
        return told
    named = declared[1].decode("ascii").lower()
    others = {language for _, languages in CANDIDATES.values() for language in languages} - {named}
    return told | {language: told.get(language, 0.0) + _UNDECLARED for language in others}


_LANG = re.compile(rb"""<html[^>]*?\blang\s*=\s*["']?([a-z]{2})\b""", re.IGNORECASE)
_LANGUAGE = 0.2
_LANGUAGE_MOST = 14.0
_UNDECLARED = 3.0


def pair_cost(found: Counter[tuple[str, str]], name: str) -> float:
    """Return the cost of pairs of characters as text of one single-byte encoding's languages, the best of them.

    Args:
        found: pairs of characters with their counts.
        name: the encoding; one that is not a candidate of ours costs nothing to rule out and everything to believe.
    """
    if name not in CANDIDATES:
        return math.inf
    moved = _char_moves(found)
    return moved.fixed + min(_costs(moved, CANDIDATES[name][1]).values())


@cache
def repertoire(name: str) -> frozenset[str]:
    """Return the letters outside ASCII that an encoding has; for East Asian encodings nothing is ruled out."""
    if name in MULTIBYTE:
        return frozenset(map(chr, range(0x80, 0x110000)))
    return frozenset(character for character in _table(name) if character > "\x7f" and character.isalpha())


def unmark(found: re.Match[bytes]) -> bytes:
    """Return the byte of a mark spelled in UTF-8, for `re.sub` with groups for its last two bytes."""
    return bytes([((found[1][0] & 3) << 6) | (found[2][0] & 0x3F)])


@cache
def _table(name: str) -> tuple[str, ...]:
    return tuple(bytes([byte]).decode(CODECS[name], "listmend.marks") for byte in range(256))


def _moves(found: Counter[tuple[int, int]], name: str) -> _Moves:
    table = _table(name)
    return _char_moves(Counter({(table[one], table[two]): count for (one, two), count in found.items()}))


def _char_moves(found: Counter[tuple[str, str]]) -> _Moves:
    fixed, letters = 0.0, Counter[tuple[str, str]]()
    for (first, second), count in found.items():
        often = min(count, _MOST_OFTEN)
        first_letter, second_letter = _is_letter(first), _is_letter(second)
        fixed += often * _fixed(first, second, first_letter=first_letter, second_letter=second_letter)
        if first_letter or second_letter:
            letters[fold(first) if first_letter else " ", fold(second) if second_letter else " "] += often
    return _Moves(fixed, tuple((first, second, count) for (first, second), count in letters.items()))


def _fixed(first: str, second: str, *, first_letter: bool, second_letter: bool) -> float:
    """Return what a pair costs in any language: signs, and letters where no text has them."""
    cost = 0.0
    if not second.isascii() and not second_letter:
        cost += CONTROL if "\U0010f700" <= second else sign_cost(second)
        if second in _CLOSING and first in _OPEN_BEFORE:
            cost += MISPLACED
    if (first_letter and _is_rare(second)) or (second_letter and _is_rare(first)):
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
"""Nats for a sign where no text has it: a closing quote after a gap, a fraction or a currency sign inside a word."""

_CLOSING = frozenset("»”’…")
_OPEN_BEFORE = frozenset(" \n\t>(")


def _is_rare(character: str) -> bool:
    return not character.isascii() and not _is_letter(character) and (sign_cost(character) > USUAL or character in "©®§°")


@cache
def _is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith("LATIN") or character in "ªº"


def _is_letter(character: str) -> bool:
    return character.isalpha() or "\u0e31" <= character <= "\u0e4e"


def _costs(moves: _Moves, languages: tuple[str, ...]) -> dict[str, float]:
    """Return each language's cost; every text has names and words of the others."""
    if not moves.letters:
        return dict.fromkeys(languages, 0.0)
    shares = np.array([[pairs(language).share(*move[:2]) for move in moves.letters] for language in languages])
    often = np.array([count for _, _, count in moves.letters])
    costs = -np.log((1 - OTHERS) * shares + OTHERS * shares.mean(axis=0)) @ often
    return dict(zip(languages, costs.tolist(), strict=True))


OTHERS = 0.05
"""Share of a text that is names and words of the encoding's other languages; swept 0.01 to 0.2."""

MIXED = 7.0
"""Nats for an ASCII letter next to a letter of another script within one word."""

_VALID = 6.0
_CUT = 11.0
_BROKEN = 18.0
_CUT_PLACE = re.compile(f"[{MARKS}]+(?![A-Za-z{MARKS}])")
_CUT_BYTES = re.compile(
    "([\U0010f7c2-\U0010f7df])|([\U0010f7e0-\U0010f7ef])[\U0010f780-\U0010f7bf]?"
    "|([\U0010f7f0-\U0010f7f4])[\U0010f780-\U0010f7bf]{0,2}"
)
_LATIN_LEADS = frozenset(b"\xc2\xc3\xc4\xc5\xe2")


def _utf8_cost(shown: bytes) -> float:
    """Return the cost of UTF-8 with losses.

    A lead byte at the end of a word may be a cut, if it is one that Latin text has or that the page has in whole
    characters, too. Any other byte is broken.
    """
    text = shown.decode("utf-8", "listmend.marks")
    lone = count_marks(text)
    valid = _LONE_OR_ASCII.sub("", text)
    leads = _LATIN_LEADS | {character.encode()[0] for character in set(valid)}
    cuts = 0
    for run in _CUT_PLACE.findall(text):
        if _CUT_BYTES.fullmatch(run) and ord(run[0]) - MARK_BASE in leads:
            cuts += 1
            lone -= len(run)
    return _VALID * len(valid) + _CUT * cuts + _BROKEN * lone


_LONE_OR_ASCII = re.compile(f"[\\x00-\\x7f{MARKS}]+")
