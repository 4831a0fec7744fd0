"""Runs that end with the heading of the next day, which is not theirs."""

from __future__ import annotations

from scraper.listing.dates.dated import BOX_MAX
from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import Counts


def days_of_next(
    tree: Tree, counts: Counts, kids: list[int], heads: list[int], stops: list[int]
) -> list[bool]:
    """Whether each run ends with the heading of the next day rather than with the end of its entry.

    Where only some end so, it is a heading, but for a date that stands where most runs have theirs: `h3 p.date` among
    `h3 p.date p` is an entry without a teaser.

    Args:
        tree: the page.
        counts: its running totals.
        kids: an element's children.
        heads: where each run begins, by number of the child.
        stops: where it ends, likewise.
    """
    runs = list(zip(heads, stops, strict=True))
    last = [stop - head > 1 and _date_alone(tree, counts, kids[stop - 1]) for head, stop in runs]
    if 2 * sum(last) >= len(heads):
        return [False] * len(heads)
    usual: dict[tuple[int, str], int] = {}
    for place in {stop - 1 - head for (head, stop), alone in zip(runs, last, strict=True) if alone}:
        for head, stop in runs:
            if head + place < stop and _date_alone(tree, counts, kids[head + place]):
                key = place, tree.tags[kids[head + place]]
                usual[key] = usual.get(key, 0) + 1
    return [
        alone and 2 * usual[stop - 1 - head, tree.tags[kids[stop - 1]]] <= len(heads)
        for (head, stop), alone in zip(runs, last, strict=True)
    ]


def _date_alone(tree: Tree, counts: Counts, kid: int) -> bool:
    """Whether a block is a date and little else, without a link."""
    end = tree.ends[kid]
    dated, linked = counts.dates[end] > counts.dates[kid], counts.links[end] > counts.links[kid]
    return dated and not linked and counts.chars[end] - counts.chars[kid] <= BOX_MAX
