"""Teasers whose first line the site cut: the lines below it are another block of the entry, and no part of the teaser.

A site cuts the lead after a number of bytes or characters and sets the entry's next paragraph, or its small print, below.
Read as one they have half a word in their middle. Where most first lines of a list that end in mid-sentence are of one
length, and none is longer, a rule cut them there, and those at that length are the whole of their teasers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set

from pipelines.repair.marks import MARKS
from scraper.listing.fields.stock_teasers import reads_ended

# Lines of one length that make a rule, and their share of the lines that end in mid-sentence. Subtitles of 60 to 90
# characters, five of them, have three of their greatest length by chance in one list of a hundred, ten in none.
WITNESSES, SHARE = 3, 0.5
# Units of a budget; lines of one length that are shorter are names, codes and stock phrases.
LEAST = 80
# Share of their characters that are digits, above which lines are stamps: number, writer, day and hour of a post.
STAMPED = 0.1
_HALF = re.compile(rf"[{MARKS}]")


def joined(lines: Sequence[Sequence[str]]) -> list[str]:
    """Join the lines of each teaser, without those behind a cut.

    Args:
        lines: what the lines of each entry's teaser say, in page order, lone bytes as marks.

    Returns:
        One text an entry, "" where it has none.
    """
    behind = sum(len(said) > 1 for said in lines)
    cut = _cut([said[0] for said in lines if said]) if behind >= WITNESSES else frozenset()
    return [said[0] if said and said[0] in cut else " ".join(said) for said in lines]


def _cut(firsts: Sequence[str]) -> Set[str]:
    """The lines that a rule of the list cut, or none."""
    broken = [line for line in firsts if _HALF.match(line[-1:]) or not reads_ended(line)]
    if sum(sum(map(str.isdigit, line)) for line in broken) > STAMPED * sum(map(len, broken)):
        return frozenset()
    for length in _UNITS:
        lengths = Counter(map(length, broken))
        budget = max(lengths, default=0)
        if budget >= LEAST and lengths[budget] >= max(WITNESSES, SHARE * len(broken)):
            # the site kept a space that the page does not show, where one is missing
            short = {line for line in broken if length(line) == budget - 1}
            return short.union(line for line in firsts if length(line) == budget)
    return frozenset()


def _bytes(text: str) -> int:
    """Length in bytes; a mark stands for one."""
    return len(_HALF.sub("?", text).encode("utf-8", "surrogatepass"))


def _characters(text: str) -> int:
    """Length in characters, one that is half gone among them."""
    return len(_HALF.sub("", text)) + (_HALF.search(text) is not None)


_UNITS: tuple[Callable[[str], int], ...] = (_bytes, _characters)
