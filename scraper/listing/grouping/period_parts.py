"""Records that are months or years of an archive, each with its entries: the entries are the list, however short their titles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from scraper.listing.dates.periods_alone import ALONE_MAX, period_alone
from scraper.listing.markup.tree import BLOCKS, Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts, holding

MOST = 0.9
"""Of the records begin with their month: one may be headed "Older"."""
_CELLS = frozenset({"td", "th"})


def entries_of_periods(
    tree: Tree, counts: Counts, outer: Candidate, others: Iterable[Candidate]
) -> Candidate | None:
    """Find the entries of records that each begin with a month or a year.

    Args:
        tree: the page.
        counts: its running totals.
        outer: the records.
        others: the page's candidates, best first.

    Returns:
        The best of those that hold linked entries in all these records, more in some than in others; None where the records are no
        months, or each holds as many: a card of a month, its title and its button.
    """
    named = sum(_begins_with_period(tree, start, end) for start, end in outer.spans)
    if len(outer.starts) < 2 or named < MOST * len(outer.starts):
        return None
    for one in others:
        if (
            len(one.starts) <= len(outer.starts)
            or one.starts[0] < outer.starts[0]
            or one.ends[-1] > outer.ends[-1]
        ):
            continue
        held = [bisect_left(one.starts, end) - bisect_left(one.starts, start) for start, end in outer.spans]
        linked = holding(counts.links, one.spans) == len(one.starts)
        if linked and sum(held) == len(one.starts) and 0 < min(held) < max(held):
            return one
    return None


def _begins_with_period(tree: Tree, start: int, end: int) -> bool:
    """Whether the first block of a record that says something says a month, a year or both, and leads nowhere."""
    node = next(
        (
            node
            for node in range(start, end)
            if not tree.tags[node] and tree.pieces[node].strip() and not tree.unseen[node]
        ),
        -1,
    )
    node = tree.within(node, BLOCKS)
    if node <= start or tree.tags[node] in _CELLS or not tree.fits(node, ALONE_MAX):
        return False
    return period_alone(tree.text(node))
