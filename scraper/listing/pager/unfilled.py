"""What stands empty for a script to fill: a list and its pager beside each other, or the mark at which an endless list goes on."""

from __future__ import annotations

import re

from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import Tree
from scraper.listing.pager.claims import LABEL_MAX, PAGER_NAME
from scraper.listing.pager.numbered import page_number

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


def awaited(tree: Tree) -> str:
    """The name of the mark that a first page's script waits for to come into view, to load more; "" where there is none."""
    if page_number(tree.url) is not None:
        return ""
    for names, nodes in (*tree.classes.items(), *tree.ids.items()):
        if (mark := _MARK.search(names.lower())) and any(_is_mark(tree, node) for node in nodes):
            return mark[0]
    return ""


_MARK = re.compile(
    r"(?:infinite|scroll)[-_]?(?:scroll[-_]?)?(?:sentinel|loader|trigger|observer)|load[-_]?more[-_]?(?:sentinel|trigger)"
)


def _is_mark(tree: Tree, node: int) -> bool:
    return tree.fits(node, LABEL_MAX) and not any(
        tree.tags[at] in ("a", "img") for at in range(node, tree.ends[node])
    )
