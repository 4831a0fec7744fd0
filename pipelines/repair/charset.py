"""Which encoding undeclared bytes are in: the one whose reading costs least as text of some language.

Each candidate is a code: under it the bytes are pairs of letters of some language (`bytepairs`), East Asian
characters (`eastasian`), or UTF-8 with broken sequences. All are judged on the same bytes, those outside ASCII and
their neighbours, in nats, so their costs compare. The page's `lang` counts as evidence, not as an answer. Nothing is read at all for pages in valid UTF-8, so the language tables load only when they are needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from pipelines.repair import eastasian
from pipelines.repair.bytepairs import (
    CANDIDATES,
    LATIN,
    MIXED,
    BytePairs,
    byte_pairs,
    costs,
    frequent,
    language_costs,
    moves,
)
from pipelines.repair.labels import CODECS
from pipelines.repair.marks import MARK_BASE, MARKS, count_marks

MULTIBYTE = frozenset(eastasian.NAMES)


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
    """Return every candidate, cheapest first; those close to the best are judged on all their pairs."""
    shown = _shown(body)
    found, plain = byte_pairs(shown)
    page = _Page(language_costs(frequent(plain), body), _ascii_cost(shown))
    few = frequent(found)
    verdicts = [Verdict(_utf8_cost(shown), "utf-8", "")]
    verdicts += [_single_byte(name, few, page) for name in CANDIDATES]
    for script in eastasian.scripts():
        text = shown.decode(CODECS[script.name], "listmend.marks")
        cost = _EAST_ASIAN_PRIOR + page.foreign + eastasian.cost(text, script)
        verdicts.append(Verdict(cost, script.name, script.language))
    best = min(verdict.cost for verdict in verdicts)
    close = [verdict for verdict in verdicts if verdict.cost <= best + _CLOSE and verdict.name in CANDIDATES]
    if len(found) > len(few) and len(close) > 1:
        again = {verdict.name: _single_byte(verdict.name, found, page) for verdict in close}
        verdicts = [again.get(verdict.name, verdict) for verdict in verdicts]
    return sorted(verdicts, key=lambda verdict: verdict.cost)


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page says about its language beside its bytes outside ASCII, in nats: by language, and for non-Latin ones."""

    languages: Mapping[str, float]
    foreign: float


def _single_byte(name: str, found: BytePairs, page: _Page) -> Verdict:
    prior, languages = CANDIDATES[name]
    moved = moves(found, name)
    read = costs(moved, languages)
    cost, language = min(
        (cost + page.languages.get(language, 0.0), language) for language, cost in read.items()
    )
    latin = 0.0 if language in LATIN else page.foreign
    return Verdict(prior + latin + moved.fixed + cost, name, language)


def _ascii_cost(shown: bytes) -> float:
    return min(_FOREIGN_MOST, _FOREIGN * len(_ASCII_WORD.findall(shown)))


_EAST_ASIAN_PRIOR = 2.0
"""Nats that an East Asian encoding costs to think of, as `CANDIDATES` has them for the others."""

_CLOSE = 60.0
"""Nats within which candidates are judged again on all pairs: what tells ISO-8859-7 from windows-1253 is one letter."""

# Every alternative takes what it has looked at, so that a page of unclosed comments is read once, not once for each.
_HIDDEN = re.compile(
    rb"<(script|style)\b.*?(?:</\1|\Z)|<!--.*?(?:-->|\Z)|<[^<>]*>?", re.DOTALL | re.IGNORECASE
)
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 200_000
"""Bytes of a page that are judged, from a little before its first byte outside ASCII: a thousand teasers."""
_ASCII_WORD = re.compile(rb"(?<![A-Za-z\x80-\xff])[A-Za-z]{2,}(?![A-Za-z\x80-\xff])")

_FOREIGN = 0.1
"""Nats that a non-Latin encoding costs for each word of plain ASCII: a lone `è` is a Russian word, too. 0.05 and 0.2 give
the same 530 of 531 pages, 0 gives 529."""

_FOREIGN_MOST = 25.0
"""Nats at most for that: a Russian page may be half English. 10 and 50 give the same."""


def _shown(body: bytes) -> bytes:
    """Return the text of a page without its markup; the whole page where all that matters stands in markup."""
    first = _HIGH.search(body)
    start = max(0, first.start() - _SAMPLE // 4) if first else 0
    sample = body[start : start + 2 * _SAMPLE]
    shown = _HIDDEN.sub(b"\n", sample)
    return (sample if shown.isascii() else shown)[:_SAMPLE]


def contradicted(body: bytes, name: str) -> bool:
    """Whether a declared encoding is not what the bytes are in: another one reads them far better.

    A page that declares UTF-8 and is none has said all there is to say; any better reading counts.
    """
    costs = {verdict.name: verdict.cost for verdict in ranking(body)}
    if name not in costs:  # one the detector does not know: only bytes it does not have speak against it
        text = body.decode(CODECS[name], "listmend.marks")
        return count_marks(text) * 10 > sum(not character.isascii() for character in text)
    return costs[name] > min(costs.values()) + (UTF8_MARGIN if name == "utf-8" else MARGIN)


MARGIN = 35.0
"""Nats by which another encoding must beat a declared one. Measured on 737 generated pages of 1 to 4 teasers in 38
languages: a true declaration is beaten by 16.3 at most, and 97 % of false ones by more than 40."""

UTF8_MARGIN = 6.0
"""Nats by which another encoding must beat UTF-8 where UTF-8 is declared and the bytes are not valid."""


def chance_utf8(body: bytes, text: str, name: str) -> bool:
    """Whether valid UTF-8 is so short that it is text of the declared East Asian encoding by chance.

    Two bytes of a common Chinese character are a UTF-8 sequence in one case of four, so a headline of a few characters
    may be valid. As UTF-8 it would be a jumble of scripts.
    """
    foreign = [character for character in text if not character.isascii()]
    if len(foreign) > _CHANCE_MOST or max(foreign) > "\u07ff":
        return False
    scripts = [unicodedata.name(character, "?").split(" ")[0] for character in foreign]
    changes = sum(one != two for one, two in pairwise(scripts))
    script = next(script for script in eastasian.scripts() if script.name == name)
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


_VALID = 6.0
"""Nats for a valid sequence of UTF-8: a letter outside ASCII and the pair before it."""

_CUT = 11.0
"""Nats for a lead byte at a word's end, which may be a cut. 6 to 14 give the same 530 of 531 legacy pages; at 11 an
accented last letter (`caf` + E9) still costs less as windows-1252, and `exhort` + C3 more."""

_BROKEN = 18.0
"""Nats for any other byte that is no UTF-8. 10 to 24 give the same."""

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
