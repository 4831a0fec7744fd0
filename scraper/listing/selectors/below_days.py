"""Entries that each stand alone below the heading of their day: `h2 day, h3 title, p`, `h2 day, ul > li`, `<div><h2>day</h2><div>entry</div></div>`.

While a site writes once a day, its days and its entries are the same. Named by the day, all that a day brings later but the
first is lost; named by what stands below it, with the date left to structure, each is found.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from scraper.listing.dates.day_headings import day_headings
from scraper.listing.entry import FoundList
from scraper.listing.markup.tree import HEADINGS, Tree


def below_days(tree: Tree, one: FoundList) -> FoundList | None:
    """Return a list as the entries below its days; None where not each record begins with one, another than that above it.

    Args:
        tree: the page.
        one: a list found in it, each record an entry.
    """
    if any(entry.date == above.date or not entry.date for above, entry in pairwise(one.entries)):
        return None
    places = [_below_day(tree, place) for place in one.places]
    if -1 in places:
        return None
    whole = all(
        entry.title in text and entry.excerpt in text
        for entry, text in zip(one.entries, map(tree.text, places), strict=True)
    )
    return replace(one, places=tuple(places), shape="siblings" if whole else "segments")


def _below_day(tree: Tree, record: int) -> int:
    """The element behind the heading that a record begins with, where that is its day and no heading of its rank follows; else -1."""
    day = record if tree.tags[record] in HEADINGS else _first(tree, record + 1, tree.ends[record])
    if day not in day_headings(tree):
        return -1
    inner = _first(tree, tree.ends[day], tree.ends[tree.parents[day]])
    if inner >= 0 and tree.tags[inner] in HEADINGS and tree.tags[inner] <= tree.tags[day]:
        return -1
    return _only_part(tree, inner) if inner >= 0 else -1


def _only_part(tree: Tree, node: int) -> int:
    """The one item or row of a list or a table, where that is what stands below a day; else the element itself."""
    only = _first(tree, node + 1, tree.ends[node])
    if only < 0 or tree.tags[only] not in _PARTS or _first(tree, tree.ends[only], tree.ends[node]) >= 0:
        return node
    return _only_part(tree, only)


_PARTS = frozenset("li tbody tr article".split())


def _first(tree: Tree, at: int, end: int) -> int:
    """The first element from a node on, beside it, else -1."""
    while at < end and not tree.tags[at]:
        at = tree.ends[at]
    return at if at < end else -1
