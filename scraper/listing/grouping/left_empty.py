"""Rows of a table that are filled as another one is but for its day, which the row above has told."""

from __future__ import annotations

from scraper.listing.markup.spans import cells_of
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts
from scraper.listing.records.labels import is_more

FILLED_MIN = 2
"""Cells filled in both rows besides the day's: with one the second row may be the teaser of the first."""


def carries_days(tree: Tree, counts: Counts, one: Candidate) -> bool:
    """Whether records are rows of a table of which only some tell their day: the first does, and one below it is left empty."""
    if one.tag != "tr" or one.shape != "siblings" or counts.dates[one.ends[0]] == counts.dates[one.starts[0]]:
        return False
    bare = (at for at, (start, end) in enumerate(one.spans) if counts.dates[end] == counts.dates[start])
    at = next(bare, 0)
    return at > 0 and left_empty(tree, counts, one.starts[at - 1], one.starts[at])


def left_empty(tree: Tree, counts: Counts, dated: int, row: int) -> bool:
    """Whether a row has a link and the cells of a dated one, filled where they are, but for one that is a day there and empty here.

    Args:
        tree: the page.
        counts: its running totals.
        dated: the row with the day.
        row: another row of the table.
    """
    cells, own = cells_of(tree, dated), cells_of(tree, row)
    if len(cells) != len(own) or counts.links[tree.ends[row]] == counts.links[row]:
        return False
    if _leads_on(tree, dated, row):
        return False
    said = [
        (_says(counts, tree, one), _says(counts, tree, other)) for one, other in zip(cells, own, strict=True)
    ]
    both = sum(one and other for one, other in said)
    odd = [cell for cell, (one, other) in zip(cells, said, strict=True) if one != other]
    return both >= FILLED_MIN and len(odd) == 1 and counts.dates[tree.ends[odd[0]]] > counts.dates[odd[0]]


def _leads_on(tree: Tree, dated: int, row: int) -> bool:
    """Whether a row leads where the dated one does, or by nothing but a button: then it says more of that one."""
    own, links = _links(tree, dated), _links(tree, row)
    places = {tree.attr(node, "href") for node in own}
    if any(tree.attr(node, "href") in places for node in links):
        return True
    return bool(links) and all(is_more(tree.text(node)) for node in links)


def _links(tree: Tree, row: int) -> list[int]:
    return [node for node in range(row, tree.ends[row]) if tree.tags[node] == "a"]


def _says(counts: Counts, tree: Tree, cell: int) -> bool:
    return counts.chars[tree.ends[cell]] > counts.chars[cell]
