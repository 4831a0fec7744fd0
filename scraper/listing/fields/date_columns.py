"""What the heads of a table's columns say of its dates: the day of publication is meant beside the day a document was made, or a deadline.

Only these pairs are told apart. Of 78 captured pages two are courts' tables with a day "posted" beside the day of the decision,
and the decision's is meant.
"""

from __future__ import annotations

from functools import lru_cache

from scraper.listing.markup.spans import CELLS, cells_of, grid
from scraper.listing.markup.tree import Tree
from scraper.listing.words.wording import says_created, says_other_day, says_published

HEADS_TRIED = 3  # rows: a table's title may stand above them


def column_is(tree: Tree, node: int) -> str:
    """What the head of a node's column says: "published", "created", "other", or "" for anything else and outside tables."""
    head = head_over(tree, node)
    if says_published(head):
        return "published"
    if says_created(head):
        return "created"
    return "other" if says_other_day(head) else ""


def head_over(tree: Tree, node: int) -> str:
    """The head of the column of the table that a node stands in, "" where there is none."""
    cell = tree.within(node, CELLS)
    table = tree.within(cell, ("table",))
    if table < 0:
        return ""
    row = tree.parents[cell]
    return _heads(tree, table).get(_column(tree, row, cell), "")


@lru_cache(maxsize=8)
def _heads(tree: Tree, table: int) -> dict[int, str]:
    """The texts of a table's first row of heads by column, empty where it has none."""
    rows = [node for node in range(table, tree.ends[table]) if tree.tags[node] == "tr"][:HEADS_TRIED]
    for row in rows:
        cells = cells_of(tree, row)
        if len(cells) > 1 and all(tree.tags[cell] == "th" for cell in cells):
            return {_column(tree, row, cell): tree.text(cell) for cell in cells}
    return {}


def _column(tree: Tree, row: int, cell: int) -> int:
    known = grid(tree).columns.get(cell)
    if known is not None:
        return known
    return sum(kid < cell and tree.tags[kid] in CELLS for kid in tree.kids(row))
