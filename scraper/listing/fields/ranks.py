"""The place of an entry in a row, before its title in its link: what is read most, 1 to 10."""

from __future__ import annotations

import re
from dataclasses import replace

from scraper.listing.markup.tree import Tree
from scraper.listing.records.label_fronts import front_of
from scraper.listing.records.lines import Piece

RANKS_MIN = 3  # entries; two numbers in a row may be anything


def without_ranks(tree: Tree, titles: list[Piece | None]) -> list[Piece | None]:
    """Titles without the place in a row that each begins with in an element of its own: `<b>1</b> …`, `<b>2</b> …`, to the last.

    Args:
        tree: the page.
        titles: the piece of each entry that is its title.
    """
    ranks: list[int] = []
    starts = []
    for title in titles:
        first, second = front_of(tree, title) if title and title.kind in ("link", "line") else (-1, -1)
        rank = _RANK.fullmatch(tree.pieces[first].strip()) if first >= 0 else None
        if rank is None or (ranks and int(rank[1]) != ranks[-1] + 1):
            return titles
        ranks.append(int(rank[1]))
        starts.append(second)
    if len(ranks) < RANKS_MIN:
        return titles
    return [
        title and replace(title, first=start, text=tree.text(start, title.last + 1), dated=None)
        for title, start in zip(titles, starts, strict=True)
    ]


_RANK = re.compile(r"(\d{1,3})[.)]?")
