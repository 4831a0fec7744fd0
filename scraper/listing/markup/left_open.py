"""Entries whose elements were left open: each holds all that follow it, as a template with one end tag too few prints them.

A browser draws them below each other, and so does their author mean them. Where a page's text has fewer end tags of a name than
start tags, and elements of that name hold each other in a row, each with a link of its own before the next, each ends where
the next one begins, as HTML has it for `<li>` and `<p>`. Bold, icons and the like that nobody ends go through all that follows
in pieces, around whole entries; those around blocks are taken out of the way. An element written as an empty one of XHTML is ended.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from scraper.listing.markup.bounds import RAW
from scraper.listing.markup.elements import BLOCKS

if TYPE_CHECKING:
    from scraper.listing.markup.tree import Tree

OFTEN = "div"
"""The element that is left open most, and that lies in others of its name on every page: its tags are counted instead."""
NESTING = frozenset({"article", "dl", "ol", "section", "table", "ul"})
"""Other elements that nothing ends but their own end tag."""
FORMATTING = frozenset({"b", "big", "em", "font", "i", "small", "strong", "u"})
"""Elements that a browser opens again in every block where they were not ended."""
# So many elements in each other, of which one more may have its end tag; of 78 captured pages two have five elements in each
# other, and one has four end tags too few, of a few layers of its frame.
CHAIN_MIN = 4
UNENDED_MIN = CHAIN_MIN - 1
# `.item > .row > .body > .item` where the end of the body is missing, `ul > li > ul`, `table > tbody > tr > td > table`
APART_MAX = 4


# as XHTML has it; in HTML it is a start tag. A slash may end an address without quotes: `<div data-to=/news/>`
_EMPTY = re.compile(r"""(<(div)(?:\s[^<>]*[\s"'])?)/>""", re.IGNORECASE)


def with_ends(source: str) -> str:
    """A page's text with an end tag behind each `<div class="clear" />`, after which all that follows would lie in it."""
    return _EMPTY.sub(r"\1></\2>", source)


def unended(source: str, tag: str) -> int:
    """How many more start tags of a name than end tags of it a page's text has, comments and scripts included."""
    name = tag if f"<{tag}" in source else tag.upper()
    # `<b` begins `<br` and `<body` as well, and `<i` begins `<img`
    starts = (
        source.count(f"<{name} ") + source.count(f"<{name}>")
        if tag in FORMATTING
        else source.count(f"<{name}")
    )
    return starts - source.count(f"</{name}>")


def many_unended(source: str, tag: str, missing: int) -> int:
    """As `unended`, which gave `missing`, of what is shown alone; 0 for as few as the layers of a frame."""
    if abs(missing) < UNENDED_MIN:
        return 0
    shown = unended(RAW.sub(" ", source), tag)  # `</div-->` ends nothing
    return shown if abs(shown) >= UNENDED_MIN else 0


def around(tree: Tree, node: int) -> int:
    """The nearest element around a node, some levels up, that has its name and one of its classes, else -1."""
    tags, attrs, parents = tree.tags, tree.attrs, tree.parents
    tag, names, up = tags[node], (attrs[node].get("class") or "").split(), parents[node]
    if not names and tag == OFTEN:  # wrappers
        return -1
    for _ in range(APART_MAX):
        if up < 0:
            break
        if tags[up] == tag:
            others = (attrs[up].get("class") or "").split()
            if others == names or not set(names).isdisjoint(others):
                return up
        up = parents[up]
    return -1


def close(tree: Tree, tag: str) -> None:
    """End each element of a name where the next one begins that was meant to follow it."""
    inner: dict[int, list[int]] = {}
    below: set[int] = set()
    for node, name in enumerate(tree.tags):
        if name == tag and (outer := around(tree, node)) >= 0:
            inner.setdefault(outer, []).append(node)
            below.add(node)
    heads = {node: len(_chain(tree, node, inner)) for node in inner if node not in below}
    # entries are more than the layers of the page's frame
    for head in sorted(heads, key=lambda node: -heads[node]):
        chain = _chain(tree, head, inner)
        if len(chain) >= CHAIN_MIN:
            _set_apart(tree, chain, inner)


def _chain(tree: Tree, head: int, inner: dict[int, list[int]]) -> list[int]:
    """The elements that hold each other from one down, each with a link of its own before the next."""
    chain, node = [head], head
    while held := [one for one in inner.get(node, ()) if one < tree.ends[node]]:  # not ended by another chain
        node = max(held, key=lambda one: tree.ends[one] - one)  # what follows is in it, not in those that end
        if _has_link(tree, chain[-1], node):  # else a layer of the entry around it
            chain.append(node)
    return chain


def _has_link(tree: Tree, start: int, end: int) -> bool:
    """Whether a link that says something stands between two nodes."""
    return any(
        tree.tags[node] == "a" and tree.attrs[node].get("href") and tree.text(node, min(tree.ends[node], end))
        for node in range(start, end)
    )


def _set_apart(tree: Tree, chain: list[int], inner: dict[int, list[int]]) -> None:
    """Make the elements of a chain, and what stands behind each in the one around it, children of the element around all."""
    holder, parents, ends = tree.parents[chain[0]], tree.parents, tree.ends
    for outer, node in pairwise(chain):
        # one of another kind that was ended: `.item`, `.item.wide`
        beside = [one for one in inner.get(outer, ()) if parents[one] == parents[node] and one < node]
        first = min((one for one in beside if _has_link(tree, outer, one)), default=node)
        stop, up = ends[outer], parents[node]
        after = [first, *_siblings(tree, first, ends[up])]
        while up != outer:
            after += _siblings(tree, up, ends[parents[up]])
            up = parents[up]
        up = parents[node]
        while up != holder:  # the elements on the way down end with the entry
            ends[up] = first
            up = parents[up]
        for one in after:
            if one < stop:
                parents[one] = holder


def _siblings(tree: Tree, node: int, stop: int) -> list[int]:
    """What stands behind a node in the element that it lies in, which ends at `stop`."""
    found = []
    at = tree.ends[node]
    while at < stop:
        found.append(at)
        at = tree.ends[at]
    return found


def dissolve(tree: Tree, tag: str) -> None:
    """Take the elements of a name that hold blocks out of the way: what they hold stands where they stood."""
    blocks = [0, *accumulate(name in BLOCKS for name in tree.tags)]
    gone: dict[int, int] = {}
    for node, up in enumerate(tree.parents):
        if up in gone:
            tree.parents[node] = up = gone[up]
        end = tree.ends[node]
        if tree.tags[node] == tag and blocks[end] > blocks[node]:
            gone[node] = up
            tree.ends[node] = node + 1
