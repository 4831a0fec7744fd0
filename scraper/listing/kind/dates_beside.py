"""Dates that a page shows beside its list: an article's own day, days that head the records, and those of boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.day_headings import DAY_CHARS_MAX, day_above
from scraper.listing.kind.own_part import own_part
from scraper.listing.markup.tree import Tree
from scraper.listing.markup.zones import named_aside, zone
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts, amount

# Two dates outside the records and above them are headings that hold for them; one may be the page's own.
DATES_ABOVE_MIN = 2


def dates_beside(tree: Tree, counts: Counts, best: Candidate | None, *, boxes: bool) -> int:
    """Count the dates outside a list's records that head none of them.

    Args:
        tree: the page.
        counts: its running totals.
        best: the list; None where nothing repeats.
        boxes: whether those of boxes beside it count; beside few entries the box of the newest shows as many.
    """
    number = outside(tree, counts, counts.dates, best) - _days_between(tree, counts, best)
    return number if boxes or best is None else number - _boxed(tree, counts, best)


def outside(tree: Tree, counts: Counts, totals: Sequence[int], best: Candidate | None) -> int:
    """How much of something the page has outside the records: in its own part, where the list stands in one.

    What a box beside that part or the footer shows says nothing of a list in it.
    """
    if best is None:
        return totals[-1]
    first, end = own_part(tree, counts, best.holder) or (0, len(totals) - 1)
    return totals[end] - totals[first] - int(amount(totals, best.spans))


def _boxed(tree: Tree, counts: Counts, best: Candidate) -> int:
    """How many dates stand in boxes that are named so beside a list, two or more in each: the newest, the months of an archive.

    One alone may be an article's day.
    """
    first, end = own_part(tree, counts, best.holder) or (0, len(counts.dates) - 1)
    boxed = Counter[int]()
    for node in (
        *range(first, min(best.holder, best.starts[0], end)),
        *range(max(best.ends[-1], first), end),
    ):
        if counts.dates[node + 1] > counts.dates[node] and zone(tree, node)[0]:
            around = [at for at in tree.around(node) if not at <= best.starts[0] < tree.ends[at]]
            boxes = (at for at in reversed(around) if tree.tags[at] == "aside" or named_aside(tree, at))
            boxed[next(boxes, -1)] += counts.dates[node + 1] - counts.dates[node]
    return sum(number for box, number in boxed.items() if box >= 0 and number > 1)


def _days_between(tree: Tree, counts: Counts, best: Candidate | None) -> int:
    """How many dates of a list's element that stand before a record, and in none, are lines of a day alone: they head its records."""
    if best is None:
        return 0
    days, dates, end = 0, counts.dates, best.holder
    for start, stop in best.spans:
        if dates[start] > dates[end]:
            shown = (node for node in range(end, start) if dates[node + 1] > dates[node])
            days += sum(_is_day_line(tree, node) for node in shown)
        end = stop
    return days


def _is_day_line(tree: Tree, node: int) -> bool:
    node = tree.block(node)
    # with an hour it says when a box was last filled: `2026/11/24 10:39:21`
    return tree.fits(node, DAY_CHARS_MAX) and ":" not in (text := tree.text(node)) and is_date(text)


def dates_above(tree: Tree, counts: Counts, best: Candidate) -> float:
    """Share of undated records that have a date above them in their holder, where it has several or a heading is one."""
    if day_above(tree, best.starts[0]) >= 0:
        return 1.0
    first = counts.dates[best.holder]
    if counts.dates[tree.ends[best.holder]] - first < DATES_ABOVE_MIN:
        return 0.0
    # of several in a row none heads what follows them all
    if counts.dates[best.starts[-1]] == counts.dates[best.starts[0]]:
        return 0.0
    return sum(counts.dates[start] > first for start in best.starts) / len(best.starts)
