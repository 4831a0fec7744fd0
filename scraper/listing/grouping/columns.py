"""Cells of a table that are columns of its rows rather than entries each."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scraper.listing.dates.date_alone import is_date
from scraper.listing.markup.spans import cells_of
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import RECORDS_MIN
from scraper.listing.records.counts import Counts

COLUMNS_MIN = 3
"""Heads that tell columns; a table of two may be the page's layout."""


def columns(tree: Tree, counts: Counts, cells: list[int], linked: Collection[int]) -> bool:
    """Whether most rows have a link with some words in a cell that is none of these, or stand under heads and tell several days each.

    Args:
        tree: the page.
        counts: its running totals.
        cells: the cells of several rows.
        linked: the elements that have a link and say something.
    """
    held = set(cells)
    rows = list(dict.fromkeys(tree.parents[cell] for cell in cells))
    told = sum(any(kid in linked and kid not in held for kid in tree.kids(row)) for row in rows)
    return 2 * told > len(rows) or _days_under_heads(tree, counts, rows)


def _days_under_heads(tree: Tree, counts: Counts, rows: list[int]) -> bool:
    """Whether a table's first row heads its columns and most others have days in several: the deadline, the meeting, the minutes."""
    table = tree.parents[rows[0]]
    if len(rows) < RECORDS_MIN or table != tree.parents[rows[-1]]:
        return False
    first, *others = (kid for kid in tree.kids(table) if tree.tags[kid] == "tr")
    heads = cells_of(tree, first)
    if (
        first == rows[0]
        or len(heads) < COLUMNS_MIN
        or not all(_is_head(tree, counts, cell) for cell in heads)
    ):
        return False
    several = sum(_of_days(tree, counts, cells_of(tree, row)) for row in others)
    return 2 * several > len(others)


def _of_days(tree: Tree, counts: Counts, cells: list[int]) -> bool:
    """Whether cells tell several days and what leads somewhere is a day alone: a month's sheet has titles beside its days."""
    several = sum(_says(tree, counts.dates, cell) for cell in cells) > 1
    return several and all(is_date(tree.text(cell)) for cell in cells if _says(tree, counts.links, cell))


def _is_head(tree: Tree, counts: Counts, cell: int) -> bool:
    """Whether a cell says something that is no date and leads nowhere."""
    return _says(tree, counts.chars, cell) and not (
        _says(tree, counts.dates, cell) or _says(tree, counts.links, cell)
    )


def _says(tree: Tree, totals: Sequence[float], cell: int) -> bool:
    return totals[tree.ends[cell]] > totals[cell]
