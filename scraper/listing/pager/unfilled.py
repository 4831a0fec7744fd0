"""A list and its pager that stand empty beside each other: a script fills both, and what the page shows besides is another list."""

from __future__ import annotations

from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import Tree
from scraper.listing.pager.claims import PAGER_NAME

_NAMED_BY = ("class", "id", "aria-label")


def unfilled(tree: Tree) -> bool:
    """Whether a list without a row is followed by an element that is named as a pager and says nothing."""
    for node in called(tree, ("ul", "ol", "tbody")):
        behind = tree.ends[node]
        if behind != node + 1 or tree.unseen[node] or behind >= len(tree):
            continue
        if tree.parents[behind] == tree.parents[node] and tree.tags[behind] and not tree.text(behind).strip():
            names = " ".join(tree.attr(behind, name) for name in _NAMED_BY)
            if PAGER_NAME.search(names.lower()):
                return True
    return False
