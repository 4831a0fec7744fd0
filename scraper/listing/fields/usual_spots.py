"""Of several dates that one text of an entry tells, the one that stands and is written as those of the other entries.

`New opening hours from 1 September (3 September 2026)` stands among titles with one whole day each, at their end.
"""

from __future__ import annotations

from scraper.listing.dates.dated import FULL, Spot
from scraper.listing.markup.tree import Tree

MOST = 0.8
"""Dates stand at the end of their texts, or are whole, where more than this share of those without another one beside them is."""
_MARKS = " .,;:)]|–-"


def usual_spots(tree: Tree, rows: list[list[Spot]]) -> list[Spot | None]:
    """Choose one date of each entry.

    Args:
        tree: the page.
        rows: the dates of each entry in the place that the list has its days in, in page order.

    Returns:
        The date of each, the first where the list does not tell; None where it has none.
    """
    single = [row[0] for row in rows if len(row) == 1]
    if len(single) == sum(map(bool, rows)):  # nearly all lists
        return [row[0] if row else None for row in rows]
    whole = sum(spot.strength == FULL for spot in single) > MOST * len(single)
    last = sum(_ends(tree, spot) for spot in single) > MOST * len(single)

    def unlike(spot: Spot) -> tuple[bool, bool]:
        return whole and spot.strength != FULL, last and not _ends(tree, spot)

    return [min(row, key=unlike) if row else None for row in rows]


def _ends(tree: Tree, spot: Spot) -> bool:
    """Whether a date ends its text, with nothing but marks behind it."""
    return tree.pieces[spot.last].rstrip().rstrip(_MARKS).endswith(spot.text.rstrip(_MARKS))
