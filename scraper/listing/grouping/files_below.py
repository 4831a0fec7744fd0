"""Records that hold several links and are entries all the same: a text with its files and formats below it.

A day or a short heading over entries is opened (`induce`); a text that says more than each of the links below it is not, where
these are files and buttons.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import chain

from scraper.listing.dates.notations import date_share
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts
from scraper.listing.records.labels import label, names_file

# "Committee for quays and basins, Sunday, 15 November 2026" heads entries; half of it is a day.
HEADING_CHARS_MAX, DAY_SHARE = 40, 0.5


def says_more(tree: Tree, counts: Counts, outer: Candidate, inner: Candidate) -> bool:
    """Whether most records say more than what stands in them, files and buttons, and no day: a title, no heading over entries."""
    texts = [tree.text(start, end) for start, end in inner.spans]
    times = Counter(map(label, texts))
    if 2 * sum(names_file(text) or times[label(text)] > 1 for text in texts) < len(texts):
        return False
    chars = counts.chars
    more = 0
    for start, end in outer.spans:
        low, high = bisect_left(inner.starts, start), bisect_left(inner.starts, end)
        within = list(zip(inner.starts[low:high], inner.ends[low:high], strict=True))
        said = sum(chars[last] - chars[first] for first, last in within)
        own = chars[end] - chars[start] - said
        if own > max(HEADING_CHARS_MAX, said / max(len(within), 1)):
            edges = [start, *chain.from_iterable(within), end]
            text = " ".join(
                tree.text(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True)
            )
            more += date_share(text) < DAY_SHARE
    return 2 * more > len(outer.starts)
