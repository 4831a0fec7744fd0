"""Whether what stands behind other words in each line of a list are headlines behind their categories.

A play that is given again stands before the link to its tickets as a category does before a headline; nothing but what they say
tells them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from scraper.listing.records.counts import width

HEADLINE_MIN, LONGER = 20, 1.5
"""Median width of headlines, and how many times that of the categories before them. Of 77 lists of captured pages 71 have titles so wide;
the links behind returning plays, bills and packages of nine composed lists have 5 to 14, but for one that begins with a stock word."""
STOCK_SHARE = 0.8
"""Of the texts behind, those that begin with one word, or that name the one before them, are buttons: `Book Hamlet on 20 November`."""


def are_headlines(said: Sequence[str], before: Sequence[Sequence[str]]) -> bool:
    """Whether texts are longer than those before them, and no buttons that say what these lead to.

    Args:
        said: the text of each line, not empty.
        before: what stands before it there.
    """
    if not said:
        return False
    wide = median(map(width, said))
    if wide < HEADLINE_MIN or wide < LONGER * median(width(one) for some in before for one in some):
        return False
    first = Counter(text.split(maxsplit=1)[0] for text in said if text.strip()).most_common(1)[0][1]
    naming = sum(any(one and one in text for one in some) for text, some in zip(said, before, strict=True))
    return max(first, naming) < STOCK_SHARE * len(said)
