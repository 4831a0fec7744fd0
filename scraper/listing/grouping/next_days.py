"""Runs that end with the heading of the next day, which is not theirs."""

from __future__ import annotations

from scraper.listing.dates.dated import BOX_MAX
from scraper.listing.markup.elements import BREAKS
from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import Counts


def before_next_day(
    tree: Tree, counts: Counts, kids: list[int], heads: list[int], stops: list[int]
) -> list[int]:
    """Where each run ends, before the heading of the next day where it ends with that, and the breaks behind it.

    Where only some end so it is a heading, but for a date that stands where most runs have theirs: `h3 p.date` among
    `h3 p.date p` is an entry without a teaser, and where a second row says who asks and until when, few names are short.

    Args:
        tree: the page.
        counts: its running totals.
        kids: an element's children.
        heads: where each run begins, by number of the child.
        stops: where it ends, likewise.
    """
    runs = list(zip(heads, stops, strict=True))
    last = [_last_said(tree, kids, head, stop) for head, stop in runs]
    alone = [at > head and _date_alone(tree, counts, kids[at]) for head, at in zip(heads, last, strict=True)]
    if 2 * sum(alone) >= len(heads):
        return stops  # a date below each entry is its own
    usual: dict[tuple[int, str], int] = {}
    for place in {at - head for head, at, day in zip(heads, last, alone, strict=True) if day}:
        for head, stop in runs:
            if head + place < stop and _dated(tree, counts, kids[head + place]):
                key = place, tree.tags[kids[head + place]]
                usual[key] = usual.get(key, 0) + 1
    return [
        at if day and 2 * usual[at - head, tree.tags[kids[at]]] <= len(heads) else stop
        for (head, stop), at, day in zip(runs, last, alone, strict=True)
    ]


def _last_said(tree: Tree, kids: list[int], head: int, stop: int) -> int:
    """The last child of a run that is no break."""
    return next((at for at in range(stop - 1, head, -1) if tree.tags[kids[at]] not in BREAKS), head)


def _date_alone(tree: Tree, counts: Counts, kid: int) -> bool:
    """Whether a block is a date and little else, without a link."""
    return _dated(tree, counts, kid) and counts.chars[tree.ends[kid]] - counts.chars[kid] <= BOX_MAX


def _dated(tree: Tree, counts: Counts, kid: int) -> bool:
    """Whether a block has a date and no link."""
    end = tree.ends[kid]
    return counts.dates[end] > counts.dates[kid] and counts.links[end] == counts.links[kid]
