"""The ways in which the last characters of a text can be the beginning of a lost one, each once a process.

There are a few thousand such ends at most, so each is an object that is remembered, and is asked by what it is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipelines.repair.encodings.readings import LOST, PRIOR, Tail, characters, tails
from pipelines.repair.ends.questions import CUT_PRIOR, MARK_PRIOR
from pipelines.repair.marks import MARK_BASE

END = 4
"""Characters that hold the beginning of a lost one."""
LIST_PRIOR = 0.1
"""Share of teasers that end inside a character in a list that has some."""
LIST_MARK = 5
"""How much likelier a question mark is a loss in a list that has one: a question in it is one all the same."""
LIST_OTHER = 0.01
"""How much rarer another codec is in a list that proves one."""
_FIRST_MARK = chr(MARK_BASE)
_INSIDE = characters(0x80, 0xC0)
"""What bytes inside a character become in any codec."""


@dataclass(frozen=True, slots=True, eq=False)  # one object for each, remembered by itself
class Ending:
    """One way to see the last characters of a text as the beginning of a lost one.

    Attributes:
        shown: those characters.
        kept: the bytes they are; b"" for a question mark.
        reading: the first codec that shows them so.
        codecs: every codec that does.
    """

    shown: str
    kept: bytes
    reading: tuple[str, ...]
    codecs: tuple[str, ...]

    def of(self, text: str) -> Tail:
        """The tail of a text that ends so."""
        return Tail(text[: -len(self.shown)], self.shown, self.reading, self.kept)


@lru_cache(maxsize=8192)
def _endings(end: str) -> tuple[Ending, ...]:
    found: dict[tuple[str, bytes], Ending] = {}
    for tail in tails(end):
        codec = tail.reading[0] if tail.reading else ""
        known = found.get((tail.shown, tail.kept))
        codecs = (*known.codecs, codec) if known else (codec,)
        found[tail.shown, tail.kept] = Ending(
            tail.shown, tail.kept, known.reading if known else tail.reading, codecs
        )
    return tuple(found.values())


def endings(text: str) -> tuple[Ending, ...]:
    """The endings of a text, of which its last characters decide, as far back as they can be inside one character."""
    last = text[-1:]
    if last < "\x80" or (last not in _INSIDE and last < LOST):
        return _endings(last)
    if last < LOST and text[-2:-1] not in _INSIDE:
        return _endings(text[-2:])
    return _endings(text[-END:])


@lru_cache(maxsize=8192)
def lost_bytes(ways: tuple[Ending, ...]) -> tuple[tuple[int, int], ...]:
    """For endings that kept bytes: how many characters they show, and how many bytes those were; each pair once."""
    return tuple(dict.fromkeys((len(way.shown), len(way.kept)) for way in ways if way.kept))


def possible(text: str) -> bool:
    """Whether the end of a text can be the beginning of a lost character."""
    return bool(endings(text))


def lone_bytes(text: str) -> Tail | None:
    """The cut that proves itself: marks or `�` at the end; None where there are none."""
    if not text or not (text[-1] == LOST or text[-1] >= _FIRST_MARK):
        return None
    tail = next(tails(text), None)
    return tail if tail is not None and not tail.reading else None


@lru_cache(maxsize=8192)
def log_prior(ending: Ending, proven: tuple[str, ...], marked: bool) -> float:
    """How likely the ending's codecs are the wrong one, before the text is looked at; twice so before a marker."""
    return math.log(_prior(ending, proven) * (1 + marked))


def _prior(ending: Ending, proven: Sequence[str]) -> float:
    if not proven:
        return sum(PRIOR[codec] if codec else MARK_PRIOR for codec in ending.codecs)
    inside = LIST_PRIOR / CUT_PRIOR / len(proven)
    if ending.shown == "?":
        return MARK_PRIOR * (LIST_MARK if "" in proven else LIST_OTHER)
    return sum(inside if codec in proven else PRIOR[codec] * LIST_OTHER for codec in ending.codecs)


@lru_cache(maxsize=8192)
def most_gained(ways: tuple[Ending, ...], proven: tuple[str, ...]) -> float:
    """How much likelier a list's proven codecs make any of some endings, as log-odds."""
    return max([log_prior(way, proven, False) - log_prior(way, (), False) for way in ways], default=0.0)
