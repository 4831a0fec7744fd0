"""Entries with an end tag too many: it ends the element around them, so that the first ones lie deeper than the others.

Each such tag ends one element more, until none is open that it could end. Where a page's text has more end tags than start tags,
elements of one class of which the first lie deeper, each in an element that ends with it, are put beside the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scraper.listing.markup.tree import Tree

ENTRIES_MIN = 4
"""As many elements of one class."""
ENTRIES = frozenset({"article", "div", "li", "section"})


def gather(tree: Tree) -> None:
    """Put entries that were closed out of their list beside those that follow."""
    named: dict[tuple[str, str], list[int]] = {}
    for node, tag in enumerate(tree.tags):
        if tag in ENTRIES:
            for token in dict.fromkeys(tree.attr(node, "class").split()) or ("",):
                named.setdefault((tag, token), []).append(node)
    for (tag, token), nodes in named.items():
        if len(nodes) >= ENTRIES_MIN and (token or tag != "div"):
            _gather(tree, nodes)


def _gather(tree: Tree, nodes: list[int]) -> None:
    """Put those that lie deeper, each in an element that ends with it, into the level of the first that does not."""
    deeper: list[int] = []
    for node, after in zip(nodes, [*nodes[1:], -1], strict=True):
        if after >= 0 and tree.parents[node] != tree.parents[after] and _ends_around(tree, node, after):
            deeper.append(node)
            continue
        for one in deeper:
            _raise(tree, one, tree.parents[node])
        deeper = []


def _ends_around(tree: Tree, node: int, after: int) -> bool:
    """Whether an element ends behind an entry and has the next one behind it, with no entry of its kind between the two levels."""
    end, up = tree.ends[node], tree.parents[node]
    stop = tree.ends[up]
    while up >= 0 and up != tree.parents[after]:
        if tree.tags[up] == tree.tags[node] != "div":  # a menu below an item of a menu
            return False
        up = tree.parents[up]
    # asked last and up to the first word: what stands behind may be most of the page
    return up >= 0 and not any(tree.pieces[at].strip() for at in range(end, stop))


def _raise(tree: Tree, node: int, holder: int) -> None:
    """Make a node, and what stands behind it in the elements around it, children of an element around all of them."""
    parents, ends = tree.parents, tree.ends
    moved, at, up = [node], ends[node], parents[node]
    while up != holder:
        while at < ends[up]:
            moved.append(at)
            at = ends[at]
        ends[up], up = min(node, ends[up]), parents[up]
    for one in moved:
        parents[one] = holder
