"""Lines that head parts of a list, by no tag of one, and differ in their year alone: `2019 AGENDAS`, `2018 AGENDAS`."""

from __future__ import annotations

import re
from collections import defaultdict

from scraper.listing.dates.dated import BOX_MAX
from scraper.listing.markup.tree import Tree

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SPAN = re.compile(r"(?:19|20)\d\d\s?[-–—/]\s?\d\d|\d\s?[-–—/]\s?(?:19|20)\d\d")
"""Two years, of which neither is meant: `2025/26`."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_PRESSED = frozenset({"a", "button", "label", "option"})
SEVERAL = 2
"""Years that the lines name; the words of one alone head nothing for certain."""


def worded_years(tree: Tree, first: int, last: int) -> list[tuple[int, str]]:
    """Find the lines between two nodes that say the same but for their year.

    Returns:
        The text nodes with their years, in page order; empty where fewer than `SEVERAL` years are named, or where several kinds of
        lines name so many.
    """
    alike: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for node in range(first, last):
        piece = tree.pieces[node]
        if tree.tags[node] or tree.unseen[node] or not _YEAR.search(piece) or len(piece) > 2 * BOX_MAX:
            continue
        text = " ".join(piece.split())
        years = _YEAR.findall(text)
        # a year alone is a heading of its own, or one to choose (`year_headings`)
        if len(years) != 1 or len(text) > BOX_MAX or not _LETTERS.search(text) or SPAN.search(text):
            continue
        if tree.inside(node, _PRESSED):
            continue
        line = tree.block(node)
        if tree.text(line) == text:
            alike[tree.tags[line], _YEAR.sub("", text)].append((node, years[0]))
    heads = [lines for lines in alike.values() if len({year for _, year in lines}) >= SEVERAL]
    return heads[0] if len(heads) == 1 else []
