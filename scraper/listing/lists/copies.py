"""Lists that stand on a page twice, for wide screens and for narrow ones: one of the copies is the list.

Read together every title would stand there twice, and where some of a year's meetings are called alike, no place of titles
seemed to hold any.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from scraper.listing.markup.tree import Tree, collapse
from scraper.listing.records.lines import Record

COPIED_MIN = 2
"""Entries of a copy; of one entry twice nothing tells that it is a list."""


def once(tree: Tree, records: list[Record]) -> list[Record]:
    """The records of a list without its copies.

    A copy says the same in the same order, with the same links and days, and below the same words. A programme whose hours
    return below another day, in another hall or year is none.

    Args:
        tree: the page.
        records: a list's records with their dates, in page order.
    """
    half, odd = divmod(len(records), 2)
    if odd or half < COPIED_MIN or not all(record.spots or record.machine for record in records):
        return records
    said = [([href for _, href in one.hrefs], [line.text for line in one.lines]) for one in records]
    if said[:half] != said[half:] or not _below_the_same(tree, records[0], records[half - 1], records[half]):
        return records
    return records[:half]


def _below_the_same(tree: Tree, first: Record, last: Record, again: Record) -> bool:
    """Whether what stands between two halves of a list, its heading or a table's head, stands above the first one too."""
    between = [*_shown(tree, range(again.start - 1, last.end - 1, -1))]
    above = _shown(tree, range(first.start - 1, -1, -1))
    return between == [*islice(above, len(between))]


def _shown(tree: Tree, nodes: Iterable[int]) -> Iterable[str]:
    """What nodes show."""
    return (said for node in nodes if not tree.unseen[node] and (said := collapse(tree.pieces[node] or "")))
