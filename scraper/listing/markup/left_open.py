"""Entries whose elements were left open: each holds all that follow it, as a template with one end tag too few prints them.

A browser draws them below each other, and so does its author mean them. Where elements of one name and class hold each other in a
row, each just one of them and a link of its own before it, each ends where the next one begins, as HTML has it for `<li>` and `<p>`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scraper.listing.markup.tree import Tree

NESTING = frozenset({"article", "div", "dl", "ol", "section", "table", "ul"})
"""Elements that are no line's part and that nothing ends but their own end tag."""
# Of 78 captured pages two hold four or five elements of one name and class in each other; none of them has links of its own before
# each. Threads of replies and outlines branch.
CHAIN_MIN = 4
# `.item > .body > .item` where the end of the body is missing, `ul > li > ul`, `table > tbody > tr > td > table`
APART_MAX, TABLES_APART = 2, 4


def around(tree: Tree, node: int) -> int:
    """The element around a node, one or two levels up, four of a table, that has its name and class, else -1."""
    tags, attrs, parents = tree.tags, tree.attrs, tree.parents
    tag, name, up = tags[node], attrs[node].get("class"), parents[node]
    if not name and tag == "div":  # wrappers
        return -1
    for _ in range(TABLES_APART if tag == "table" else APART_MAX):
        if tags[up] == tag and attrs[up].get("class") == name:
            return up
        up = parents[up]
        if up < 0:
            break
    return -1


def close(tree: Tree) -> None:
    """End each element of a chain of entries left open where the next one begins."""
    inner: dict[int, int] = {}  # the one below each, -1 where there are several
    below: set[int] = set()
    for node, tag in enumerate(tree.tags):
        if tag in NESTING and (outer := around(tree, node)) >= 0:
            inner[outer] = -1 if outer in inner else node
            below.add(node)
    for head in [node for node in inner if node not in below]:
        chain = [head]
        while (node := inner.get(chain[-1], -1)) >= 0 and around(tree, node) == chain[
            -1
        ]:  # not ended already
            chain.append(node)
        if len(chain) >= CHAIN_MIN and all(_has_link(tree, *pair) for pair in pairwise(chain)):
            _set_apart(tree, chain)


def _has_link(tree: Tree, start: int, end: int) -> bool:
    """Whether a link that says something stands between two nodes."""
    return any(
        tree.tags[node] == "a" and tree.attrs[node].get("href") and tree.text(node, min(tree.ends[node], end))
        for node in range(start, end)
    )


def _set_apart(tree: Tree, chain: list[int]) -> None:
    holder = tree.parents[chain[0]]
    for outer, node in pairwise(chain):
        stop, behind = tree.ends[outer], tree.ends[node]
        up = tree.parents[node]
        while up != holder:  # the elements on the way down to the next one end with the one before
            tree.ends[up] = node
            up = tree.parents[up]
        tree.parents[node] = holder
        while behind < stop:  # what stands behind was meant for the page
            tree.parents[behind] = holder
            behind = tree.ends[behind]
