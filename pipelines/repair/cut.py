r"""The cut: after how many bytes, characters or words a list breaks its teasers off, and which texts end inside a character.

A rule is a unit and a budget, or none, and takes a whole list to see (`infer`). Whether a text ends inside a character is
weighed (`judge`): the chance of the characters as they stand in this language, against the chance of a character that
leaves exactly them, under each wrong reading, and under the list's rule; lone bytes and `�` at the end need no weighing.
Question marks are weighed in `questions`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.repair import questions
from pipelines.repair.alone import kind_of_end
from pipelines.repair.corpus import Corpus
from pipelines.repair.gaps import GAP
from pipelines.repair.marks import MARK_BASE
from pipelines.repair.mojibake import stands, stands_alone
from pipelines.repair.odd_ends import shows_nothing
from pipelines.repair.questions import CUT_PRIOR, MARK_PRIOR
from pipelines.repair.questions import QUESTION_SIGN as QUESTION_SIGN
from pipelines.repair.readings import LOST, PRIOR, Tail, tails

SURE = 3.3
"""Log-odds that a cut must have. Of 10,930 clean ends in 45 languages the highest reaches 3.2; of 4,953 cut ones 6 % stay
below, half of them question marks."""
DOUBT, DOUBT_STANDS = 4.5, 6.5
"""Log-odds that words, signs and rules may still move: beyond, the language alone decides that an end is cut, or stands."""
END = 4
"""Characters that hold the beginning of a lost one."""
LIST_PRIOR = 0.1
"""Share of teasers that end inside a character in a list that has some."""
LIST_MARK = 5
"""How much likelier a question mark is a loss in a list that has one: a question in it is one all the same."""
LIST_OTHER = 0.01
"""How much rarer another codec is in a list that proves one."""
MIN_WITNESSES = 3
"""Entries at the same length that make a rule."""
TRIMMED = 0.2
"""Share of the texts at the budget that lose a space to trimming: every fifth character of a text is a space."""
SPREAD = 100
"""Lengths over which the texts shorter than the budget spread."""
MOST_LONGER = 0.2
"""Of the texts that reach the budget, the share that may be longer: promoted entries, other templates."""
LEAST_WORDS = 5
"""Words of a budget: a column of Chinese teasers has one each, because nothing parts them."""
LEAST_LENGTH = 16
"""Of any other budget: a column of letters, codes or years is of one length because they are."""
MIN_SHARE = 0.25
"""Of the entries that are long enough, the share that a rule must explain."""


_LENGTHS: dict[str, Callable[[str, int], int]] = {
    "bytes": lambda text, extra: len(text.encode("utf-8", "surrogatepass")) + extra,
    "utf16": lambda text, extra: len(text.encode("utf-16-le", "surrogatepass")) // 2 + (extra > 0),
    "characters": lambda text, extra: len(text) + (extra > 0),
    "words": lambda text, extra: len(text.split()),
}
"""Length in each unit a site may count; the bytes of a character that is half gone are extra."""
_FIRST_MARK = chr(MARK_BASE)
_TWO_UNITS = r"[\x{10000}-\x{10FFFF}]"  # characters of two UTF-16 units


class Rule(NamedTuple):
    """How a list cuts its teasers.

    Attributes:
        unit: bytes, utf16, characters, words, or none.
        budget: the number of units; 0 for none.
        share: share of the list's texts that end exactly there.
        texts: how many texts the list has.
    """

    unit: str
    budget: int
    share: float
    texts: int

    def reaches(self, text: str) -> bool:
        """Whether a text is as long as the budget allows."""
        return self.unit != "none" and _LENGTHS[self.unit](text, 0) == self.budget

    def halves(self, tail: Tail) -> bool:
        """Whether a budget of bytes ends exactly inside the character that left this."""
        return self.unit == "bytes" and _LENGTHS["bytes"](tail.head, len(tail.kept)) == self.budget

    def chance(self, text: str, extra_bytes: int = 0) -> float:
        """Relative chance of a text of this length under the rule; 1 where there is no rule.

        One unit less than the budget is what remains where the last unit was a space and the site trimmed it.
        """
        if self.unit == "none":
            return 1.0
        short = self.budget - _LENGTHS[self.unit](text, extra_bytes)
        if short == 0:
            return max(self.share, 0.05)
        return self.share * TRIMMED if short == 1 else (1.0 - min(self.share, 0.95)) / SPREAD


NONE = Rule("none", 0, 0.0, 0)


def lengths(text: str, extra_bytes: int = 0) -> dict[str, int]:
    """Length of a text in every unit a site may count; `extra_bytes` are those of a character that is half gone."""
    return {unit: length(text, extra_bytes) for unit, length in _LENGTHS.items()}


def measured(texts: pa.Array, unit: str) -> np.ndarray:
    """Length of each text of a column in one unit, as `lengths` has it."""
    if unit == "bytes":
        return pc.binary_length(texts).to_numpy(zero_copy_only=False)  # type: ignore[no-any-return]
    if unit == "words":
        words = pc.count_substring_regex(texts, f"[^{GAP}]+")
        return words.to_numpy(zero_copy_only=False)  # type: ignore[no-any-return]
    found = pc.utf8_length(texts).to_numpy(zero_copy_only=False)
    if unit == "utf16":
        found = found + pc.count_substring_regex(texts, _TWO_UNITS).to_numpy(zero_copy_only=False)
    return found  # type: ignore[no-any-return]


def infer(texts: Iterable[Sequence[tuple[str, int]]]) -> Rule:
    """Infer the rule of a list from its texts, markers taken off.

    Args:
        texts: for each text the ways its end can be seen, the text up to its last whole character and the bytes of a
            lost one (0 if none): one way where the end is certain, more where it may be half a character.
    """
    measured = [[lengths(text, extra) for text, extra in ways] for ways in texts]
    best = NONE
    for unit in ("bytes", "characters", "utf16", "words"):
        rule = _rule(unit, [{way[unit] for way in ways} for ways in measured])
        least = LEAST_WORDS if unit == "words" else LEAST_LENGTH
        if rule.share > best.share + 1e-9 and rule.budget >= least:
            best = rule
    return best


def _rule(unit: str, measured: list[set[int]]) -> Rule:
    counts = Counter(length for ways in measured for length in ways)
    if not counts:
        return NONE
    budget, hits = max(counts.items(), key=lambda item: (item[1], item[0]))
    longer = sum(min(ways) > budget for ways in measured)
    reaching = sum(max(ways) >= budget for ways in measured)
    if hits < MIN_WITNESSES or hits < MIN_SHARE * len(measured) or longer > MOST_LONGER * reaching:
        return NONE
    return Rule(unit, budget, hits / len(measured), len(measured))


class Ending(NamedTuple):
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
    """The endings of a text, of which the characters behind the last ASCII one decide."""
    if text[-2:-1] < "\x80":
        return _endings(text[-1:])
    return _endings(text[-2:] if text[-3:-2] < "\x80" else text[-END:])


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
def _log_prior(ending: Ending, proven: tuple[str, ...], marked: bool) -> float:
    return math.log(_prior(ending, proven) * (1 + marked))


def _prior(ending: Ending, proven: Sequence[str]) -> float:
    """How likely the ending's codecs are the wrong one, before the text is looked at."""
    if not proven:
        return sum(PRIOR[codec] if codec else MARK_PRIOR for codec in ending.codecs)
    inside = LIST_PRIOR / CUT_PRIOR / len(proven)
    if ending.shown == "?":
        return MARK_PRIOR * (LIST_MARK if "" in proven else LIST_OTHER)
    return sum(inside if codec in proven else PRIOR[codec] * LIST_OTHER for codec in ending.codecs)


class Weighed:
    """One end in the balance: its ways to be a cut, each worked out once and weighed under whatever the list proves.

    Args:
        text: without its marker.
        corpus: the site's words and signs.
        marked: whether a marker follows, which says that the site cut here.
    """

    __slots__ = ("_alone", "_corpus", "_marked", "_odds", "_text", "_ways")

    def __init__(self, text: str, corpus: Corpus, marked: bool = False) -> None:
        self._text, self._corpus, self._marked = text, corpus, marked
        self._ways = [(ending, ending.of(text)) for ending in endings(text)]
        self._alone: list[float] | None = None
        self._odds: list[float] | None = None

    def glance(self, proven: Sequence[str] = ()) -> tuple[Tail | None, float]:
        """The most likely cut as the language alone has it, and its log-odds."""
        if self._alone is None:
            kind = kind_of_end(self._text)
            known = self._corpus.odds_alone.get(kind)
            if known is None:
                known = [_odds_alone(tail, self._corpus) for _, tail in self._ways]
                if kind is not self._text:
                    self._corpus.odds_alone[kind] = known
            self._alone = known
        return self._most(self._alone, proven, -math.inf)

    def at_a_glance(self, proven: Sequence[str] = ()) -> Tail | bool | None:
        """What the language alone says: a cut or (True) a stand beyond doubt, None for doubt."""
        if self._text[-1:] == "?":
            return None
        best, odds = self.glance(proven)
        if odds < SURE - DOUBT_STANDS:
            return True
        if best is None or odds <= SURE + DOUBT or shows_nothing(best, self._marked):
            return None
        last = best.shown[-1]
        strange = self._corpus.letters.knows(last) or self._corpus.foreign_share(best.head, last) > 0
        return None if strange else best

    def judge(self, rule: Rule = NONE, proven: Sequence[str] = ()) -> Tail | None:
        """The most likely cut; None where the text more likely stands as it is.

        Args:
            rule: of the text's list, the same at every call.
            proven: codecs that other cuts of the list went through; "" where `?` stands for the lost bytes.
        """
        if self._odds is None:
            self._odds = [self._under(tail, rule) for _, tail in self._ways]
        return self._most(self._odds, proven, SURE)[0]

    def _most(self, odds: list[float], proven: Sequence[str], least: float) -> tuple[Tail | None, float]:
        best, most, proven = None, least, tuple(proven)
        for (ending, tail), each in zip(self._ways, odds, strict=True):
            weight = each + _log_prior(ending, proven, self._marked)
            if weight > most:
                best, most = tail, weight
        return best, most

    def _under(self, tail: Tail, rule: Rule) -> float:
        if tail.shown == "?":
            return questions.odds(tail, self._corpus, _place(rule, self._text, self._marked))
        if shows_nothing(tail, self._marked) and not rule.halves(tail):
            return -math.inf
        mass = self._corpus.mass(tail)
        if mass <= 0.0:
            return -math.inf
        cut = math.log(CUT_PRIOR * mass * rule.chance(tail.head, len(tail.kept)))
        return cut - stands(tail.shown, tail.head, self._corpus) - math.log(rule.chance(self._text))


def _odds_alone(tail: Tail, corpus: Corpus) -> float:
    mass = corpus.mass_alone(tail)
    return math.log(CUT_PRIOR * mass) - stands_alone(tail, corpus) if mass > 0 else -math.inf


def most_odds(text: str, corpus: Corpus) -> float:
    """Log-odds of the most likely cut as the language alone has it; infinite where it cannot tell."""
    if text[-1:] == "?" or lone_bytes(text) is not None:
        return math.inf
    return Weighed(text, corpus).glance()[1]


def judge(
    text: str, corpus: Corpus, rule: Rule = NONE, proven: Sequence[str] = (), marked: bool = False
) -> Tail | None:
    """`Weighed.judge` of one text."""
    return Weighed(text, corpus, marked).judge(rule, proven)


def _place(rule: Rule, text: str, marked: bool) -> questions.Place:
    """Where a text that ends in `?` stands under its list's rule."""
    whole = questions.BEFORE_MARKER if marked else 1.0
    if rule.unit == "none":
        return questions.Place(asked=whole, cut_here=marked)
    short, chance = (
        rule.budget - lengths(text)[rule.unit],
        (1.0 - min(rule.share, 0.95)) / SPREAD / rule.share,
    )
    if rule.unit != "bytes" or not 0 <= short <= questions.LOST_PLACES:
        return questions.Place(chance, whole, cut_here=marked or short == 0)
    asked = chance + (TRIMMED * QUESTION_SIGN if short else 0.0)
    return questions.Place(questions.BY_BYTES, asked, cut_here=short == 0, near=True)
