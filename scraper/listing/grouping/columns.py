"""Cells of a table that are columns of its rows rather than entries each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from scraper.listing.dates.date_alone import is_date
from scraper.listing.markup.spans import cells_of
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import RECORDS_MIN
from scraper.listing.records.counts import Counts
from scraper.listing.records.labels import label

COLUMNS_MIN = 3
"""Heads that tell columns; a table of two may be the page's layout."""


def columns(tree: Tree, counts: Counts, cells: list[int], linked: Collection[int]) -> bool:
    """Whether cells are columns: most rows link some words in another cell or tell days under heads, or one column is of buttons.

    Args:
        tree: the page.
        counts: its running totals.
        cells: the cells of several rows.
        linked: the elements that have a link and say something.
    """
    held = set(cells)
    rows = list(dict.fromkeys(tree.parents[cell] for cell in cells))
    told = sum(any(kid in linked and kid not in held for kid in tree.kids(row)) for row in rows)
    return 2 * told > len(rows) or _days_under_heads(tree, counts, rows) or _has_buttons(tree, held, rows)


BUTTON_CHARS_MAX = 40
"""Characters of a column's button with its size: `Download (PDF, 1.2 MB)`."""


def _has_buttons(tree: Tree, held: Collection[int], rows: list[int]) -> bool:
    """Whether of several columns one says the same in all rows but for a size or a format, and another does not: `Word Perfect` beside a case."""
    if len(held) < 2 * len(rows) * USUAL:
        return False
    placed = [tuple(at for at, kid in enumerate(cells_of(tree, row)) if kid in held) for row in rows]
    usual, times = Counter(placed).most_common(1)[0]
    if len(usual) < 2 or times < max(COLUMNS_MIN, USUAL * len(rows)):
        return False
    alike = [cells_of(tree, row) for row, places in zip(rows, placed, strict=True) if places == usual]
    beside = [[cells[at] for cells in alike] for at in usual]
    if not any(_say_one(tree, column) for column in beside):  # most: two cells tell
        return False
    return max(len({_said(tree, cell) for cell in column}) for column in beside) > USUAL * times


USUAL = 0.8
"""Of the rows: some have no file, two cases one name."""


def _say_one(tree: Tree, cells: Sequence[int]) -> bool:
    """Whether all cells of a column say the same."""
    first = _said(tree, cells[0])
    return all(_said(tree, cell) == first for cell in cells[1:])


def _said(tree: Tree, cell: int) -> str:
    """What a cell says, without sizes and formats; a long text is taken for its cell's own."""
    return label(tree.text(cell)) if tree.fits(cell, BUTTON_CHARS_MAX) else str(cell)


def _days_under_heads(tree: Tree, counts: Counts, rows: list[int]) -> bool:
    """Whether a table's first row heads its columns and most others have days in several: the deadline, the meeting, the minutes."""
    table = tree.parents[rows[0]]
    if len(rows) < RECORDS_MIN or table != tree.parents[rows[-1]]:
        return False
    first, *others = (kid for kid in tree.kids(table) if tree.tags[kid] == "tr")
    if first == rows[0] or len(cells_of(tree, first)) < COLUMNS_MIN:
        return False
    several = sum(_of_days(tree, counts, cells_of(tree, row)) for row in others)
    return 2 * several > len(others)


def _of_days(tree: Tree, counts: Counts, cells: list[int]) -> bool:
    """Whether cells tell several days and what leads somewhere is a day alone: a month's sheet has titles beside its days."""
    several = sum(_says(tree, counts.dates, cell) for cell in cells) > 1
    return several and all(is_date(tree.text(cell)) for cell in cells if _says(tree, counts.links, cell))


def _says(tree: Tree, totals: Sequence[float], cell: int) -> bool:
    return totals[tree.ends[cell]] > totals[cell]
