"""Of several dates that one text of an entry tells, the one that stands and is written as those of the other entries.

`New opening hours from 1 September (3 September 2026)` stands among titles with one whole day each, at their end;
`Culture | 3 September 2026 | A. Berg` stands below a teaser that tells of a day, between the marks of the others.
"""

from __future__ import annotations

from collections import Counter

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
    marks, times = Counter(_between(tree, spot) for spot in single).most_common(1)[0] if single else ("", 0)
    marked = bool(marks.strip()) and times > MOST * len(single)

    def unlike(spot: Spot) -> tuple[bool, bool, bool]:
        return (
            whole and spot.strength != FULL,
            last and not _ends(tree, spot),
            marked and _between(tree, spot) != marks,
        )

    return [min(row, key=unlike) if row else None for row in rows]


def _between(tree: Tree, spot: Spot) -> str:
    """The marks right before and right behind a date, `||`; a space for the edge of its text or for a word."""
    text = tree.text(spot.first, spot.last + 1)
    before, _, behind = text.partition(spot.text)
    ends = before.rstrip()[-1:], behind.lstrip()[:1]
    return "".join(" " if not end or end.isalnum() else end for end in ends)


def _ends(tree: Tree, spot: Spot) -> bool:
    """Whether a date ends its text, with nothing but marks behind it."""
    return tree.pieces[spot.last].rstrip().rstrip(_MARKS).endswith(spot.text.rstrip(_MARKS))
