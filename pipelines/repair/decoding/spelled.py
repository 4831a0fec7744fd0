"""What valid UTF-8 costs as text, and a page taken apart into what is valid UTF-8, cut, and of another encoding.

A valid sequence is a character like any other, so its cost is that of its letters in the language that reads them
best, in the same nats as those of every other reading. Languages without a model, and pages in several, pay a flat
price for each character and one for each change of script, which chance makes often and text rarely.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pipelines.repair.decoding import eastasian
from pipelines.repair.decoding.bytepairs import CANDIDATES, LATIN, MIXED, Moves, char_moves, costs
from pipelines.repair.marks import MARK_BASE, MARKS, bytes_of

VALID = 6.0
"""Nats for a valid sequence of UTF-8 in no language we know: a letter outside ASCII and the pair before it."""

CUT = 11.0
"""Nats for a lead byte at a word's end, which may be a cut. 6 to 14 give the same 530 of 531 legacy pages; at 11 an
accented last letter (`caf` + E9) still costs less as windows-1252, and `exhort` + C3 more."""

BROKEN = 18.0
"""Nats for any other byte that is no UTF-8. 10 to 24 give the same."""

# Begun only where a word begins: tried from each letter, 100 kB of base64 beside one letter outside ASCII took minutes.
_WORD = re.compile(r"""(?:(?<![^\s<>&;,"])|(?=\s))[^\s<>&;,"]*[^\x00-\x7f][^\s<>&;,"]*""")
_RUN = re.compile(f"[{MARKS}]+")
_CUT_PLACE = re.compile(f"[{MARKS}]+(?![A-Za-z{MARKS}])")
_CUT_BYTES = re.compile(
    "([\U0010f7c2-\U0010f7df])|([\U0010f7e0-\U0010f7ef])[\U0010f780-\U0010f7bf]?"
    "|([\U0010f7f0-\U0010f7f4])[\U0010f780-\U0010f7bf]{0,2}"
)
_EMOJI = re.compile("\U0010f7f0\U0010f79f")
"""How every emoji begins, which any page may have: two bytes that no word of an old encoding ends in."""

_LATIN_LEADS = frozenset(b"\xc2\xc3\xc4\xc5\xc6\xe2")
_HAN_LEADS = frozenset(range(0xE3, 0xEE))  # kana, Han and Hangul


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says about its language beside the bytes judged, in nats.

    Attributes:
        languages: by language; one that is not named costs nothing.
        foreign: for every language that is not written in Latin letters.
    """

    languages: Mapping[str, float]
    foreign: float

    def cost(self, language: str) -> float:
        """Return what a language costs."""
        return self.languages.get(language, 0.0) + (0.0 if language in LATIN else self.foreign)


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of a page outside ASCII, read as UTF-8.

    Attributes:
        whole: those in valid UTF-8, cut ones without what is left of their last character.
        cuts: how many are cut.
        broken: those with bytes that no cut explains, one node a line.
        nodes: how many nodes hold words outside ASCII.
        broken_nodes: how many of these hold broken words.
    """

    whole: str
    cuts: int
    broken: str
    nodes: int
    broken_nodes: int


def leads_of(text: str) -> frozenset[int]:
    """Return the bytes that begin characters outside ASCII in a text, those that Latin text may have, and their kin."""
    own = {letter.encode()[0] for letter in set(_RUN.sub("", text)) if letter > "\x7f"}
    return _LATIN_LEADS | own | (_HAN_LEADS if own & _HAN_LEADS else frozenset())


def take_apart(text: str) -> Parts:
    """Take apart a page read as UTF-8, lone bytes as marks, one node a line."""
    leads = leads_of(text)
    whole: list[str] = []
    broken: list[str] = []
    cuts = nodes = 0
    for node in text.split("\n"):
        if node.isascii():
            continue
        nodes += 1
        bad: list[str] = []
        for word in _WORD.findall(node):
            if not _RUN.search(word):
                whole.append(word)
            elif (left := without_cuts(word, leads)) is None:
                bad.append(word)
            else:
                whole.append(left[0])
                cuts += left[1]
        if bad:
            broken.append(" ".join(bad))
    return Parts(" ".join(whole), cuts, "\n".join(broken), nodes, len(broken))


def without_cuts(word: str, leads: frozenset[int]) -> tuple[str, int] | None:
    """Return a word without the cut characters in it and their number; None where a lone byte is no cut."""
    cuts = 0
    for run in _CUT_PLACE.findall(word):
        if not _CUT_BYTES.fullmatch(run) or not (ord(run[0]) - MARK_BASE in leads or _EMOJI.match(run)):
            return None
        cuts += 1
    left = _CUT_PLACE.sub("", word)
    return None if _RUN.search(left) else (left, cuts)


def damaged_cost(text: str, language: str, leads: frozenset[int]) -> float:
    """Return the cost of a text with lone bytes as UTF-8 of one language that is damaged."""
    lost, valid = losses(text, leads)
    return lost + min(spelled_in(valid, language), MIXED + _anywhere(valid))


def losses(text: str, leads: frozenset[int] | None = None) -> tuple[float, str]:
    """Return what the lone bytes of a text cost, and the words around them without these."""
    leads = leads_of(text) if leads is None else leads
    total, valid = 0.0, []
    for word in _WORD.findall(text):
        left = without_cuts(word, leads)
        if left is None:
            total += BROKEN * sum(map(len, _RUN.findall(word)))
            valid.append(_RUN.sub("", word))
        else:
            total += CUT * left[1]
            valid.append(left[0])
    return total, " ".join(valid)


def bytes_behind(text: str) -> bytes:
    """Return the bytes of a text read as UTF-8, those of its marks as they were."""
    return b"".join(
        bytes_of(part) if number % 2 else part.encode()
        for number, part in enumerate(re.split(f"([{MARKS}]+)", text))
    )


def spelled_cost(text: str, page: Page) -> float:
    """Return the cost of text in valid UTF-8 as what it costs least: one of our languages, or any other."""
    if text.isascii():
        return 0.0
    known = language_spelled_costs(text)
    return min(_anywhere(text), *(cost + page.cost(language) for language, cost in known.items()))


def _anywhere(text: str) -> float:
    foreign = [character for character in text if character > "\x7f"]
    scripts = [_script(character) for character in foreign if character.isalpha()]
    return VALID * len(foreign) + MIXED * sum(one != two for one, two in pairwise(scripts))


def language_spelled_costs(text: str) -> dict[str, float]:
    """Return what everything outside ASCII in a text costs in each language that has a model."""
    words, moved = _moves(text)
    least: dict[str, float] = {}
    for languages in _GROUPS:
        for language, cost in costs(moved, languages).items():
            least[language] = min(least.get(language, math.inf), cost + moved.fixed)
    for script in eastasian.scripts():
        cost = eastasian.cost(words, script)
        least[script.language] = min(least.get(script.language, math.inf), cost)
    return least


def spelled_in(text: str, language: str) -> float:
    """Return what everything outside ASCII in a text costs in one language; bytes of no character cost, too."""
    words, moved = _moves(text)
    scripts = [script for script in eastasian.scripts() if script.language == language]
    if scripts:
        return min(eastasian.cost(words, script) for script in scripts)
    return moved.fixed + min(costs(moved, group)[language] for group in _GROUPS if language in group)


def _moves(text: str) -> tuple[str, Moves]:
    words = " ".join(_WORD.findall(text))
    pairs = pairwise(f" {words} ")
    return words, char_moves(Counter(pair for pair in pairs if pair[0] > "\x7f" or pair[1] > "\x7f"))


_GROUPS = sorted({languages for _, languages in CANDIDATES.values()})


@cache
def _script(character: str) -> str:
    return unicodedata.name(character, "?").split(" ")[0]
