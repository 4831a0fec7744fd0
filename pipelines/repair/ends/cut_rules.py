r"""The cut: after how many bytes, characters or words a list breaks its teasers off, and which texts end inside a character.

A rule is a unit and a budget, or none, and takes a whole list to see (`infer`). Whether a text ends inside a character is
weighed (`weighing`): the chance of the characters as they stand in this language, against the chance of a character that
leaves exactly them, under each wrong reading, and under the list's rule; lone bytes and `�` at the end need no weighing.
Question marks are weighed in `questions`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.repair.columns.gaps import GAP
from pipelines.repair.encodings.readings import Tail

SURE = 3.3
"""Log-odds that a cut must have. Of 10,930 clean ends in 45 languages the highest reaches 3.2; of 4,953 cut ones 6 % stay
below, half of them question marks."""
MIN_WITNESSES = 3
"""Entries at the same length that make a rule."""
LEAST_WHOLE = 2
"""Of these those whose end is whole for certain, before a letter that is as likely a title's own is half of one: two titles of five that
end in Icelandic `ð` are as long as a third is, and were cut."""
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
    "characters": lambda text, extra: len(text) + (extra > 0),
    "utf16": lambda text, extra: len(text.encode("utf-16-le", "surrogatepass")) // 2 + (extra > 0),
    "words": lambda text, extra: len(text.split()),
}
"""Length in each unit a site may count; the bytes of a character that is half gone are extra."""
UNITS = tuple(_LENGTHS)
"""The units, in the order in which they are asked: of two that explain as many texts the first counts."""
_TWO_UNITS = r"[\x{10000}-\x{10FFFF}]"  # characters of two UTF-16 units


class Rule(NamedTuple):
    """How a list cuts its teasers.

    Attributes:
        unit: bytes, utf16, characters, words, or none.
        budget: the number of units; 0 for none.
        share: share of the list's texts that end exactly there.
        texts: how many texts the list has.
        whole: how many end there in a whole character for certain.
    """

    unit: str
    budget: int
    share: float
    texts: int
    whole: int = 0

    def halves(self, tail: Tail) -> bool:
        """Whether a budget of bytes, which other ends prove, ends exactly inside the character that left this."""
        return (
            self.unit == "bytes"
            and self.whole >= LEAST_WHOLE
            and _LENGTHS["bytes"](tail.head, len(tail.kept)) == self.budget
        )

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
        found = pc.binary_length(texts)
    elif unit == "words":
        found = pc.count_substring_regex(texts, f"[^{GAP}]+")
    else:
        found = pc.utf8_length(texts)
    if unit == "utf16":
        found = pc.add(found, pc.count_substring_regex(texts, _TWO_UNITS))
    measured: np.ndarray = found.to_numpy(zero_copy_only=False)
    return measured


def infer(texts: Iterable[Sequence[tuple[str, int]]], units: Sequence[str] = UNITS) -> Rule:
    """Infer the rule of a list from its texts, markers taken off.

    Args:
        texts: for each text the ways its end can be seen, the text up to its last whole character and the bytes of a
            lost one (0 if none): one way where the end is certain, more where it may be half a character.
        units: those of `UNITS`, in their order, that a rule may be in.
    """
    every = list(texts)
    best = NONE
    for unit in units:
        length = _LENGTHS[unit]
        rule = _rule(unit, [{length(text, extra) for text, extra in ways} for ways in every])
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
    whole = sum(ways == {budget} for ways in measured)
    return Rule(unit, budget, hits / len(measured), len(measured), whole)
