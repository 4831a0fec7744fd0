"""Table cells that stand in several rows: `rowspan`, and the columns as a reader sees them.

A date cell over three rows is the date of all three, and pushes the other cells of the later two rows one column to the
right. The grid is only worked out where a page has such cells.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.tree import Tree

CELLS = frozenset({"td", "th"})
SPAN_MAX = 200  # rows or columns of one cell; more is a mistake of the page
SPAN_DIGITS = 6  # that are read of their number: any of so many is more than `SPAN_MAX`


def cells_of(tree: Tree, row: int) -> list[int]:
    """The cells of a row."""
    return [kid for kid in tree.kids(row) if tree.tags[kid] in CELLS]


@dataclass(slots=True)
class Grid:
    """What spans rows on a page.

    Attributes:
        columns: column of each cell of a table that has spanning cells.
        carried: for a row, the cells of earlier rows that stand in it too.
    """

    columns: dict[int, int] = field(default_factory=dict)
    carried: dict[int, list[int]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def grid(tree: Tree) -> Grid:
    """The spanning cells of a page, worked out once."""
    found = Grid()
    holders = {
        tree.parents[tree.parents[node]]
        for node in bearing(tree, ("rowspan",))
        if tree.tags[node] in CELLS and _span(tree, node, "rowspan") > 1
    }
    for holder in holders:
        open_cells: dict[int, tuple[int, int]] = {}  # column to cell and how many rows it still covers
        for row in tree.kids(holder):
            if tree.tags[row] == "tr":
                open_cells = _row(tree, found, row, open_cells)
    return found


def _row(tree: Tree, found: Grid, row: int, above: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
    if above:
        found.carried[row] = list(dict.fromkeys(cell for cell, _ in above.values()))
    below = {column: (cell, rows - 1) for column, (cell, rows) in above.items() if rows > 1}
    column = 0
    for cell in tree.kids(row):
        if tree.tags[cell] not in CELLS:
            continue
        while column in above:
            column += 1
        found.columns[cell] = column
        rows = _span(tree, cell, "rowspan")
        for _ in range(_span(tree, cell, "colspan")):
            if rows > 1:
                below[column] = (cell, rows - 1)
            column += 1
    return below


def _span(tree: Tree, cell: int, name: str) -> int:
    given = tree.attr(cell, name).strip().lstrip("0")[:SPAN_DIGITS]
    return min(int(given), SPAN_MAX) if given.isdecimal() and int(given) > 0 else 1
