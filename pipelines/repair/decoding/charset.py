"""Which encoding undeclared bytes are in: the one whose reading costs least as text of some language.

Each candidate is a code: under it the bytes are pairs of letters of some language (`bytepairs`), East Asian characters
(`eastasian`), or UTF-8 (`spelled`): damaged, or pasted together with rows of one old encoding. What is valid UTF-8 costs
what its letters cost in their language, so that a third of a page in an old encoding does not outweigh the other two; which
rows are old costs what it takes to say so. All are judged on the same bytes, those outside ASCII and their neighbours, in
nats, so their costs compare. The page's `lang` counts as evidence, not as an answer. Nothing is read at all for pages in
valid UTF-8, so the language tables load only when they are needed.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from pipelines.repair.decoding import eastasian
from pipelines.repair.decoding.bytepairs import (
    CANDIDATES,
    DOS,
    MIXED,
    BytePairs,
    Candidates,
    byte_pairs,
    costs,
    declared_language,
    frequent,
    language_costs,
    languages_of,
    moves,
)
from pipelines.repair.decoding.fallbacks import read_as
from pipelines.repair.decoding.spelled import (
    CUT,
    VALID,
    Page,
    bytes_behind,
    language_spelled_costs,
    losses,
    spelled_cost,
    spelled_in,
    take_apart,
)
from pipelines.repair.marks import count_marks

MULTIBYTE = frozenset(eastasian.NAMES)


@dataclass(frozen=True, slots=True)
class Ranked:
    """One candidate's cost in nats, with the language that reads it best."""

    cost: float
    name: str
    language: str


def detect(body: bytes) -> str:
    """Return the name of the encoding that reads the bytes best."""
    return ranking(body)[0].name


def ranking(body: bytes) -> list[Ranked]:
    """Return every candidate, cheapest first; those close to the best are judged on all their pairs."""
    shown = _shown(body)
    page = Page(language_costs(byte_pairs(shown)[1], body), _ascii_cost(shown))
    legacy = _legacy(shown, page)
    return sorted([_utf8(shown, page, legacy[0]), *legacy], key=lambda one: one.cost)


def dos_page(body: bytes, found: str) -> tuple[str, float]:
    """Return the code page of DOS that reads a file best, and by how many nats it beats the encoding that was found.

    A reading whose bytes outside ASCII are no letters of words, most of them, beats none: `£12` is `ú12` in cp852.

    Args:
        body: lines of a file; pages are in no such encoding.
        found: the encoding that `detect` found.
    """
    shown = _shown(body)
    page = Page(language_costs(byte_pairs(shown)[1], body), _ascii_cost(shown))
    legacy = _legacy(shown, page, {**CANDIDATES, **DOS})
    ranked = [*legacy, _utf8(shown, page, legacy[0])]
    best = next(one for one in ranked if one.name in DOS)
    text = read_as(shown, best.name)
    if 2 * len(_IN_WORD.findall(text)) < sum(character > "\x7f" for character in text):
        return best.name, -math.inf
    return best.name, next(one.cost for one in ranked if one.name == found) - best.cost


_IN_WORD = re.compile(r"(?<=[^\W\d_])(?![\x00-\x7f])[^\W\d_]|(?![\x00-\x7f])[^\W\d_](?=[^\W\d_])")
"""A letter outside ASCII beside another letter."""


def fragments_ranking(broken: str, body: bytes) -> list[Ranked]:
    """Return every old encoding for the words of a page of UTF-8 that are not, cheapest first.

    Args:
        broken: the words, read as UTF-8 with lone bytes as marks.
        body: the page; the language of its UTF-8 is likely theirs.
    """
    shown = _shown(body)
    page = Page(language_costs(byte_pairs(shown)[1], body), _ascii_cost(shown))
    rest = take_apart(shown.decode("utf-8", "listmend.marks")).whole
    return _legacy(bytes_behind(broken), _told(page, rest))


def _legacy(shown: bytes, page: Page, candidates: Candidates = CANDIDATES) -> list[Ranked]:
    found, _ = byte_pairs(shown)
    few = frequent(found)
    ranked = [_single_byte(name, few, page, candidates) for name in candidates]
    for script in eastasian.scripts():
        text = read_as(shown, script.name)
        cost = _EAST_ASIAN_PRIOR + page.cost(script.language) + eastasian.cost(text, script)
        ranked.append(Ranked(cost, script.name, script.language))
    best = min(one.cost for one in ranked)
    close = [one for one in ranked if one.cost <= best + _CLOSE and one.name in candidates]
    if len(found) > len(few) and len(close) > 1:
        again = {one.name: _single_byte(one.name, found, page, candidates) for one in close}
        ranked = [again.get(one.name, one) for one in ranked]
    return sorted(ranked, key=lambda one: one.cost)


def _utf8(shown: bytes, page: Page, rival: Ranked) -> Ranked:
    """Judge UTF-8 with losses: damaged, or pasted together with text of one old encoding, whichever costs less."""
    parts = take_apart(shown.decode("utf-8", "listmend.marks"))
    lost, left = losses(parts.broken)
    if not parts.whole and lost > rival.cost + MARGIN:
        return Ranked(lost, "utf-8", "")
    sound = spelled_cost(parts.whole, page) + CUT * parts.cuts
    damaged = sound + lost
    if damaged <= rival.cost + MARGIN:
        damaged += spelled_cost(left, page)
    pasted = sound + PASTED + _choice(parts.nodes, parts.broken_nodes)
    by_chance = spelled_in(read_as(parts.whole.encode(), rival.name), rival.language)
    if not parts.whole or pasted >= min(rival.cost, damaged, by_chance + _CHANCE_SLACK):
        return Ranked(damaged, "utf-8", "")
    fragments = _legacy(bytes_behind(parts.broken), _told(page, parts.whole))
    return Ranked(min(damaged, pasted + fragments[0].cost), "utf-8", "")


_CHANCE_SLACK = 20.0
"""Nats by which words in valid UTF-8 may cost more so than in the best old encoding before they are chance."""


def _choice(nodes: int, chosen: int) -> float:
    """Return the nats that it takes to say which of some nodes are chosen, where any share is as likely."""
    return math.lgamma(nodes + 2) - math.lgamma(chosen + 1) - math.lgamma(nodes - chosen + 1)


def _told(page: Page, text: str) -> Page:
    """What a page says about its language with what some text of it says, bounded like its ASCII letters."""
    found = language_spelled_costs(text)
    least = min(found.values())
    return Page(
        {
            language: page.languages.get(language, 0.0) + min(TOLD_MOST, TOLD * (cost - least))
            for language, cost in found.items()
        },
        page.foreign,
    )


def _single_byte(name: str, found: BytePairs, page: Page, candidates: Candidates) -> Ranked:
    prior, languages = candidates[name]
    moved = moves(found, name)
    read = costs(moved, languages)
    cost, language = min((cost + page.cost(language), language) for language, cost in read.items())
    return Ranked(prior + moved.fixed + cost, name, language)


def _ascii_cost(shown: bytes) -> float:
    words = len(_ASCII_WORD.findall(shown))
    return min(_FOREIGN_MOST, _FOREIGN * words) if _BESIDE.search(shown) else _ALONE * words


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
_BESIDE = re.compile(rb"[\x80-\xff]{2}")
_ASCII_WORD = re.compile(rb"(?<![A-Za-z\x80-\xff])[A-Za-z]{2,}(?![A-Za-z\x80-\xff])")

_FOREIGN = 0.1
"""Nats that a non-Latin encoding costs for each word of plain ASCII: a lone `è` is a Russian word, too. 0.05 and 0.2 give
the same 530 of 531 pages, 0 gives 529."""

_FOREIGN_MOST = 25.0
"""Nats at most for that: a Russian page may be half English. 10 and 50 give the same."""

_ALONE = 1.0
"""The same, without a bound, on a page with no two bytes outside ASCII side by side: words of other alphabets have more letters than
one. Welsh pages whose only such letter is `â` for `with` were Russian with 0.1 and a bound."""


def _shown(body: bytes) -> bytes:
    """Return the text of a page without its markup; the whole page where all that matters stands in markup."""
    first = _HIGH.search(body)
    start = max(0, first.start() - _SAMPLE // 4) if first else 0
    sample = body[start : start + 2 * _SAMPLE]
    shown = _HIDDEN.sub(b"\n", sample)
    return (sample if shown.isascii() else shown)[:_SAMPLE]


def contradicted(body: bytes, name: str) -> bool:
    """Whether a declared encoding is not what the bytes are in: another one reads them far better.

    A page that declares UTF-8 and is none has said all there is to say, and so has one whose `lang` is a language that
    the declared encoding does not write, and one that would hold control characters where the other has letters, or
    has quotes and is the same elsewhere (ISO-8859-2 beside windows-1250): any better reading counts.
    """
    ranked = ranking(body)
    costs = {one.name: one.cost for one in ranked}
    if name not in costs:  # one the detector does not know: only bytes it does not have speak against it
        text = read_as(body, name)
        return count_marks(text) * 10 > sum(not character.isascii() for character in text)
    best = ranked[0]
    if (
        "utf-8" in (name, best.name)
        or _fills_controls(_shown(body), name, best.name)
        or best.language == declared_language(body) not in languages_of(name)
    ):
        return costs[name] > best.cost + LITTLE
    return costs[name] > best.cost + max(MARGIN, MISFIT * best.cost)


def _fills_controls(shown: bytes, name: str, other: str) -> bool:
    """Whether another encoding has letters where one has control characters, or has signs there and reads the rest alike.

    One quote pasted from elsewhere is no reason to take `œ` of ISO-8859-15 for `½`.
    """
    text = read_as(shown, name)
    read = read_as(shown, other)
    if not _CONTROLS.search(text) or len(text) != len(read):
        return False
    pairs = set(zip(text, read, strict=True))
    filled = [theirs for ours, theirs in pairs if _CONTROLS.match(ours)]
    alike = all(ours == theirs or _CONTROLS.match(ours) for ours, theirs in pairs)
    return alike or any(map(str.isalpha, filled))


_CONTROLS = re.compile("[\x80-\x84\x86-\x9f]")
"""Control characters that no page has on purpose; 85 is a line's end."""

PASTED = 6.0
"""Nats that a page pasted together costs to think of."""

TOLD = 0.2
"""Share of the cost of a page's UTF-8 that speaks for or against a language of its fragments, as of its ASCII letters."""

TOLD_MOST = 14.0
"""Nats at most for that."""

MARGIN = 12.0
"""Nats by which another encoding must beat a declared one. A true declaration of 1,504 pages of 1 to 10 scraps of two to
four words in 37 languages is beaten by 10.5 at most (`byť v`); of 650 in languages without a model by 15.4 (Gaelic). False
ones are beaten by more than 10 in 83 to 98 cases of 100, by the kind of both encodings."""

MISFIT = 0.2
"""Share of the best reading's cost by which it must beat the declared one: in a language without a model both fit badly,
and what one fits worse grows with the page. Over 30 to 60 titles true declarations are beaten by 17 % of it at most
(Breton), false ones by 23 % at least (ISO-8859-2 declared as windows-1250)."""

LITTLE = 6.0
"""Nats by which UTF-8 must beat another encoding that is declared, and another one UTF-8. True declarations of the same
pages are beaten by UTF-8 by 3.1 at most. At 10 four more of 5,472 legacy titles
and 2 of 13,000 of cut pages are wrong; at 6 one Gaelic page of two titles in 600 is."""


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
    read = read_as(body, name)
    return eastasian.cost(read, script) < VALID * len(foreign) + MIXED * changes


_CHANCE_MOST = 24
"""Characters outside ASCII at most for that: with one case of four for each, more are no chance. Half and twice as many read
3,384 small pages in 33 languages alike."""


def nul_pattern(body: bytes) -> str | None:
    """Return utf-16le or utf-16be where NUL stands at every other byte of markup, else None."""
    head = body[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.1 * len(head) and even * 20 <= odd:
        return "utf-16le"
    if even > 0.1 * len(head) and odd * 20 <= even:
        return "utf-16be"
    return None
