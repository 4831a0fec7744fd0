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
_PARTS = ((2_000, 500), (6_000, 1_500))
"""Start tags of the first part, and links: 170 entries, found in .07 s, and where these do not tell, 500 and more in .2 s. Lines
parted by `<br>` have few tags each."""
_TELLING, _DATED, _GOES_ON = 100, 0.8, 0.5
"""Entries that the smaller part holds at least, the share of them that is dated, since a menu of 900 links may fill that part, and how
far the list has to grow as the page's links do."""
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
    small, large = _PARTS
    part = _part_of(html, *small)
    return _by_part(html, part, url, known=False) or _by_part(html, _part_of(html, *large), url, known=True)


def _by_part(html: str, part: str, url: str, *, known: bool) -> list[FoundList]:
    """The lists by the selectors of a part, of one that is `known` to be large enough whatever it holds, else where it tells enough."""
    if _is_deep(parse(part, url)):
        return []
    likely = induce.chosen(induce.induce(part, url))
    entries = [entry for one in likely for entry in one.entries]
    dated = sum(entry.dated for entry in entries)
    if not known and (len(likely) > 1 or dated < max(_TELLING, _DATED * len(entries))):
        return []  # of several lists the smaller part shows less how they stand to each other
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
    read = sum(len(one.entries) for one in whole)
    if not known and read * part.count(_LINK) < _GOES_ON * len(entries) * html.count(_LINK):
        return []
    return [one for one in whole if one.entries]


def _is_deep(tree: Tree) -> bool:
    """Whether elements lie in each other as they do where each entry was left open: selectors of one find all that follow, too."""
    levels: list[int] = []
    for up in tree.parents:
        levels.append(levels[up] + 1 if up >= 0 else 0)
    return max(levels, default=0) > DEEP


def _part_of(html: str, tags: int, links: int) -> str:
    """The page up to the end of a whole line or block, so that its last entry is like the others, with so many start tags or links."""
    at = 0
    for _ in range(2 * tags):
        at = html.find("<", at) + 1
        if not at:
            return html
    at = min(at, _after_links(html, at, links))
    ends = [found.end() for found in _ENDS.finditer(html, max(0, at - _NEAR), at - 1)]
    return html[: ends[-1] if ends else at - 1]


def _after_links(html: str, end: int, links: int) -> int:
    """Where the last of so many links begins, at the end where there are fewer."""
    at = -1
    for _ in range(links):
        at = html.find(_LINK, at + 1, end)
        if at < 0:
            return end
    return at + 1


_LINK = "<a "
_ENDS = re.compile(r"<[bh]r\s*/?>|</(?:li|tr|dd|p|div|article|section|table)>", re.IGNORECASE)
_NEAR = 20_000
"""Characters before the end of the first part in which a block is likely to end."""
