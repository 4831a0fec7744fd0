"""Menus that look like lists of undated entries where nothing names them navigation.

One is of two storeys: lists of plain links, each below an item of a list that opens with a link or a button of its own.
Entries stand below a heading, a month, a day; below a link stand the pages of that part of the site. Another leads to
first pages: of the site's languages, of partners. Undated lists in `<nav>` and `<footer>` are menus by their place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from scraper.listing.dates.date_alone import is_period
from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts, amount
from scraper.listing.words.wording import is_root

# Lists that are looked at; what has more is no menu.
LISTS_SEEN = 2_000
# Characters that a row of a menu may say outside its link: an arrow, how many pages there are.
BESIDE_LINK_MAX = 6.0
MOST = 0.9  # of the records


def menus(tree: Tree, counts: Counts, found: Sequence[Candidate]) -> list[bool]:
    """Tell which candidates are menus."""
    below, fronts = _below_items(tree), _to_fronts(tree, counts)
    items = frozenset(below.values())
    plain: dict[int, bool] = {}
    frames = [(node, tree.ends[node]) for node in called(tree, _FRAME)]
    framed = {
        holder: any(first <= holder < end for first, end in frames)
        for holder in {one.holder for one in found}
    }
    return [
        counts.dates[one.ends[-1]] == counts.dates[one.starts[0]]
        and (
            framed[one.holder]
            or _two_storeys(tree, counts, one, below, items, plain)
            or _in_columns(tree, counts, one, plain)
            or (fronts != [] and _leads_to_fronts(counts, one, fronts))
        )
        for one in found
    ]


_FRAME = frozenset({"nav", "footer"})


def _two_storeys(
    tree: Tree,
    counts: Counts,
    one: Candidate,
    below: dict[int, int],
    items: frozenset[int],
    plain: dict[int, bool],
) -> bool:
    """Whether most records are plain links in lists below linked items, or these items."""
    if not below or one.tag != "li" or one.shape == "segments":
        return False
    most = MOST * len(one.starts)
    return sum(start in items for start in one.starts) >= most or (
        sum(tree.parents[start] in below and _plain(tree, counts, start, plain) for start in one.starts)
        >= most
    )


def _in_columns(tree: Tree, counts: Counts, one: Candidate, plain: dict[int, bool]) -> bool:
    """Whether records are brief links in several lists, none of them below a month or a year: the columns of an open menu."""
    if one.tag != "li" or one.shape != "cousins" or len(one.starts) < COLUMNS_MIN * ROWS_MIN:
        return False
    said = amount(counts.chars, one.spans)
    if said > BRIEF_MAX * len(one.starts) or not all(
        _plain(tree, counts, start, plain) for start in one.starts
    ):
        return False
    if sum(any(map(str.isdigit, tree.text(start))) for start in one.starts) > NUMBERED_SHARE * len(
        one.starts
    ):
        return False
    lists = dict.fromkeys(tree.parents[start] for start in one.starts)
    return len(lists) >= COLUMNS_MIN and not any(is_period(_head(tree, node)) for node in lists)


def _head(tree: Tree, node: int) -> str:
    """What stands right before a list in its element."""
    parent = tree.parents[node]
    before = [kid for kid in tree.kids(parent) if kid < node] if parent >= 0 else []
    return tree.text(before[-1]) if before else ""


NUMBERED_SHARE = 0.2  # of its rows: opinions of a year are called `2026-14`
COLUMNS_MIN, ROWS_MIN = 3, 4  # a menu's columns, and the rows of each in the mean
BRIEF_MAX = 24.0  # characters of its rows in the mean


@lru_cache(maxsize=1)
def _to_fronts(tree: Tree, counts: Counts) -> list[int]:
    """The links that lead to the first page of a site, or of one of its languages; `/?p=12` is an entry's."""
    fronts = {
        href
        for href in {*counts.hrefs.values()}  # an entry leads to one address twice and three times
        if _FRONT.fullmatch(href) and is_root(tree.link(href) or "-")
    }
    return [node for node, href in counts.hrefs.items() if href in fronts] if fronts else []


# How the address of a first page is written, `https://port.example/en-GB/default.aspx#top`: others need not be resolved to tell.
_FRONT = re.compile(
    r"(?:[a-z]{0,6}:?//[^/?#]*+)?/*(?:[a-z]{2}(?:[-_][a-zA-Z]{2})?/?)?(?:(?:index|home|default)(?:\.\w+)?/?)?(?:#.*)?"
)


def _leads_to_fronts(counts: Counts, one: Candidate, fronts: list[int]) -> bool:
    """Whether most records have links to first pages only."""
    most = MOST * len(one.starts)
    if bisect_left(fronts, one.ends[-1]) - bisect_left(fronts, one.starts[0]) < most:
        return False
    led = sum(
        0 < counts.links[end] - counts.links[start] == bisect_left(fronts, end) - bisect_left(fronts, start)
        for start, end in one.spans
    )
    return led >= most


def _plain(tree: Tree, counts: Counts, item: int, known: dict[int, bool]) -> bool:
    """Whether an item of a list is one link and nothing else."""
    if item not in known:
        end = tree.ends[item]
        known[item] = (
            counts.links[end] - counts.links[item] == 1
            and counts.dates[end] == counts.dates[item]
            and counts.headings[end] == counts.headings[item]
            and counts.unlinked(item, end) <= BESIDE_LINK_MAX
        )
    return known[item]


@lru_cache(maxsize=1)
def _below_items(tree: Tree) -> dict[int, int]:
    """The lists that stand in an item of another list below what opens it, a link or a button that is no period; and the items."""
    found = {node: _item(tree, node) for node in called(tree, ("ul", "ol"))[:LISTS_SEEN]}
    return {node: item for node, item in found.items() if item >= 0}


def _item(tree: Tree, node: int) -> int:
    """The item that a list opens from, -1 where it is none of a menu."""
    item = tree.parents[node]
    while item >= 0 and tree.tags[item] == "div":  # a panel that opens
        item = tree.parents[item]
    if item < 0 or tree.tags[item] != "li":
        return -1
    opener = next((at for at in range(item + 1, node) if tree.tags[at] in _OPENERS), -1)
    if opener < 0:
        return -1
    if _OPENERS.isdisjoint(tree.tags[node : tree.ends[node]]) and tree.text(node) != "":
        return -1  # what is said of an entry: who wrote it, and when
    said = tree.text(opener)
    return item if said != "" and tree.text(item, node) == said and not is_period(said) else -1


_OPENERS = frozenset({"a", "button"})
