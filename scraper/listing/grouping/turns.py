"""Records of two siblings alike in tag, class, date and link: `<p><a>title</a></p><p>teaser <a>More</a></p>`, again and again."""

from __future__ import annotations

from collections import Counter

from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import TITLE_MIN, Counts

TURNS_MIN = 4
"""Pairs that show a turn; two or three may be entries of which every other has no link on its title."""
STOCK_SHARE = 0.8
"""Of the second ones lead on by the same words, as buttons do: what has words of its own may be an entry of its own."""


def turns(tree: Tree, counts: Counts, kids: list[int], orders: list[int]) -> list[int]:
    """Find the titles among siblings that nothing but their text tells apart.

    Args:
        tree: the page.
        counts: its running totals.
        kids: an element's children.
        orders: those of them, by number, that are alike.

    Returns:
        Those that are titles, where titles and what is told of each take turns without a gap; else nothing.
    """
    if len(orders) < 2 * TURNS_MIN or len(orders) % 2 or orders[-1] - orders[0] != len(orders) - 1:
        return []
    words: Counter[str] = Counter()
    titles: set[str] = set()
    for place, order in enumerate(orders):
        kid = kids[order]
        end = tree.ends[kid]
        held = [node for node in range(kid, end) if node in counts.hrefs]
        longest = max((counts.link_lengths.get(link, 0.0) for link in held), default=0.0)
        titled = longest >= TITLE_MIN and 2 * longest > counts.chars[end] - counts.chars[kid]
        if titled != (place % 2 == 0) or not held:
            return []
        last = tree.text(held[-1], tree.ends[held[-1]])
        if titled:
            titles.add(last)
        else:
            words[last] += 1
    stock, times = words.most_common(1)[0]
    if times < STOCK_SHARE * len(orders) / 2 or stock in titles:  # a button that all have: each is an entry
        return []
    return orders[::2]
