"""A listing page of many thousand entries: its structure is sought where it begins, and read to its end by selectors.

The search for a structure takes a second for 42,000 nodes and reads no further (`NODES_MAX`). A page that has more shows
how it is built in its first part; the selectors of that part then read all of it, in a tenth of the time.
"""

from __future__ import annotations

import re

from scraper.listing import induce
from scraper.listing.entry import FoundList
from scraper.listing.markup.bounds import bounded
from scraper.listing.markup.tree import Tree, parse
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists
from scraper.pages.told_in_text import told_in_text

LARGE = 17_000
"""Start tags, about, from which a page is read so: with their texts they are up to 42,000 nodes."""
_PART, _PART_LINKS = 6_000, 1_500
"""Start tags of the first part, and links: 500 entries and more, found in .2 s. Lines parted by `<br>` have few tags each."""
DEEP = 128
"""Levels; of 78 captured pages the deepest has 31. With 1,000 entries in each other selectors took minutes."""
SECTIONS_MAX = 2
"""More lists of one build are read as one: the first part does not show what those below it are called."""


def is_large(html: str) -> bool:
    """Whether a page has more nodes than the search for a structure reads."""
    return bounded(html).count("<") > 2 * LARGE


def read_large(html: str, url: str) -> list[FoundList]:
    """The lists of a large page by the selectors of its first part.

    Args:
        html: the page; lone bytes as marks.
        url: where it was found.

    Returns:
        Its lists, whole; empty where the first part shows none, or none that selectors describe.
    """
    part = html[: _end_of_part(html)]
    if _is_deep(parse(part, url)):
        return []
    likely = induce.chosen(induce.induce(part, url))
    frozen = freeze(part, url, likely, SECTIONS_MAX)
    selectors = [one.selectors for one in frozen if one.selectors is not None]
    if not likely or len(selectors) < len(frozen):
        return []
    told = [told_in_text(html, part, url, one) for one in frozen]
    left = iter(
        read_lists(
            html, url, [one for one, told_one in zip(selectors, told, strict=True) if told_one is None]
        )
    )
    whole = [one or next(left) for one in told]
    return [one for one in whole if one.entries]


def _is_deep(tree: Tree) -> bool:
    """Whether elements lie in each other as they do where each entry was left open: selectors of one find all that follow, too."""
    levels: list[int] = []
    for up in tree.parents:
        levels.append(levels[up] + 1 if up >= 0 else 0)
    return max(levels, default=0) > DEEP


def _end_of_part(html: str) -> int:
    """Where the first part ends: behind a whole line or block, so that its last entry is like the others."""
    at = 0
    for _ in range(2 * _PART):
        at = html.find("<", at) + 1
        if not at:
            return len(html)
    at = min(at, _after_links(html, at))
    ends = [found.end() for found in _ENDS.finditer(html, max(0, at - _NEAR), at - 1)]
    return ends[-1] if ends else at - 1


def _after_links(html: str, end: int) -> int:
    """Where the part's last link begins, at the end where it holds fewer."""
    at = -1
    for _ in range(_PART_LINKS):
        at = html.find("<a ", at + 1, end)
        if at < 0:
            return end
    return at + 1


_ENDS = re.compile(r"<[bh]r\s*/?>|</(?:li|tr|dd|p|div|article|section|table)>", re.IGNORECASE)
_NEAR = 20_000
"""Characters before the end of the first part in which a block is likely to end."""
