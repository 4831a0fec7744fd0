r"""Where a site cuts its teasers, and whether a text ends in half a character.

One rule cuts a whole list: N bytes, N UTF-16 units, N characters, N words, or none. It is inferred from all entries
together (`infer`), never from one string. Whether a text ends inside a character is weighed (`judge`): the chance of
the characters as they stand in this language, against the chance of a character that leaves exactly them, under
each wrong reading, and under the list's rule. Lone bytes and `�` at the end are their own proof.
Not here: giving text back (`restore`), mojibake (`mojibake`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipelines.repair.corpus import Corpus
from pipelines.repair.mojibake import stands
from pipelines.repair.readings import LOST, PRIOR, Tail, tails

CUT_PRIOR = 0.02
"""Share of teasers that end inside a character before any evidence: a byte cut hits one text in ten to twenty of a
Latin alphabet, and few sites cut by bytes."""
SURE = 3.5
"""Log-odds that a cut must have."""
MARK_PRIOR = 0.02
"""How often a broken character became one question mark."""
LIST_PRIOR = 0.1
"""Share of teasers that end inside a character in a list that has some."""
LIST_OTHER = 0.01
"""How much rarer another codec is in a list that proves one."""
IN_PART = 0.05
"""Share of mojibake texts that are so only in part."""
MARKED = 0.2
"""Share of cut teasers that end in a marker."""
QUESTION_SIGN = 1e-3
"""Share of question marks among the characters of a text: how often a cut falls right behind one."""
MIN_WITNESSES = 3
"""Entries at the same length that make a rule."""
TRIMMED = 0.2
"""Share of the texts at the budget that lose a space to trimming: every fifth character of a text is a space."""
SPREAD = 100
"""Lengths over which the texts shorter than the budget spread."""
MOST_LONGER = 0.2
"""Of the texts that reach the budget, the share that may be longer: promoted entries, other templates."""
MIN_SHARE = 0.25
"""Of the entries that are long enough, the share that a rule must explain."""


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
        return self.unit != "none" and lengths(text)[self.unit] == self.budget

    def chance(self, measured: dict[str, int]) -> float:
        """Relative chance of a text of these lengths under the rule; 1 where there is no rule.

        One unit less than the budget is what remains where the last unit was a space and the site trimmed it.
        """
        if self.unit == "none":
            return 1.0
        short = self.budget - measured[self.unit]
        if short == 0:
            return max(self.share, 0.05)
        return self.share * TRIMMED if short == 1 else (1.0 - min(self.share, 0.95)) / SPREAD


NONE = Rule("none", 0, 0.0, 0)


def lengths(text: str, extra_bytes: int = 0) -> dict[str, int]:
    """Length of a text in every unit a site may count; `extra_bytes` are those of a character that is half gone."""
    return {
        "bytes": len(text.encode("utf-8", "surrogatepass")) + extra_bytes,
        "utf16": len(text.encode("utf-16-le", "surrogatepass")) // 2 + (extra_bytes > 0),
        "characters": len(text) + (extra_bytes > 0),
        "words": len(text.split()),
    }


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
        if rule.share > best.share + 1e-9:
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


def lone_bytes(text: str) -> Tail | None:
    """The cut that proves itself: marks or `�` at the end; None where there are none."""
    for tail in tails(text):
        if not tail.reading and (tail.kept or LOST in tail.shown):
            return tail
    return None


def judge(text: str, corpus: Corpus, rule: Rule = NONE, proven: Sequence[str] = (), marked: bool = False) -> tuple[Tail, float] | None:
    """The most likely cut at the end of a text, with its log-odds; None where the text more likely stands as it is.

    Args:
        text: without its marker.
        corpus: the site's words and signs.
        rule: of the text's list.
        proven: codecs that other cuts of the list went through; "" where `?` stands for the lost bytes.
        marked: whether a marker follows, which says that the site cut here.
    """
    options: dict[tuple[str, bytes], tuple[Tail, float]] = {}
    for tail in tails(text):
        codec = tail.reading[0] if tail.reading else ""
        prior = PRIOR[codec] if codec else MARK_PRIOR
        if proven:
            prior = LIST_PRIOR / CUT_PRIOR / len(proven) if codec in proven else prior * LIST_OTHER
        key = (tail.shown, tail.kept)
        former = options.get(key)
        options[key] = (former[0] if former else tail, (former[1] if former else 0.0) + prior)
    best: tuple[Tail, float] | None = None
    for tail, prior in options.values():
        if tail.shown == "?":
            odds = _question_odds(tail, prior * (1 + marked), corpus, marked or rule.reaches(text))
        else:
            odds = _odds(text, tail, prior * (1 + marked), corpus, rule)
        if odds > (best[1] if best else SURE):
            best = (tail, odds)
    return best


def _odds(text: str, tail: Tail, prior: float, corpus: Corpus, rule: Rule) -> float:
    mass = corpus.mass(tail)
    if mass <= 0.0:
        return -math.inf
    cut = math.log(CUT_PRIOR * prior * mass * rule.chance(lengths(tail.head, len(tail.kept))))
    return cut - stands(tail.shown, tail.head, corpus) - math.log(rule.chance(lengths(text)))


def _question_odds(tail: Tail, prior: float, corpus: Corpus, cut_here: bool) -> float:
    """Log-odds that a question mark at the end stands for a lost character and not for a question."""
    asks = corpus.questions
    cut = CUT_PRIOR * max(prior, prior / MARK_PRIOR * asks.losses) * corpus.mass(tail)
    whole = QUESTION_SIGN if cut_here else asks.share
    whole *= asks.gap if tail.head[-1:].isspace() else corpus.ends_word(tail.head)
    return math.log(max(cut, 1e-12)) - math.log(whole)
