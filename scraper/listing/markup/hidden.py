"""What a page hides by attribute, style or class, and what of it only waits for a click."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from scraper.listing.markup.elements import UNSEEN, Attributes

if TYPE_CHECKING:
    from scraper.listing.markup.tree import Tree

# A hidden element with this many links is a tab or the rest of a list; one with fewer is a menu of formats, a tooltip.
LINKS_WAITING = 5


def lift(tree: Tree, veils: list[int], veiled: dict[int, str]) -> None:
    """Show again what only waits for a click: a tab or the rest of a list, hidden by style but full of links.

    With fewer links it still is one that calls itself a panel, or where the page shows another element of the same class.
    What is for screen readers only stays so when the click shows what is around it.

    Args:
        tree: the page; its texts and what is seen of it change.
        veils: elements hidden by attribute, style or class.
        veiled: their text nodes, and what these would say.
    """
    linked = [(veil, links) for veil in veils if (links := tree.tags[veil : tree.ends[veil]].count("a"))]
    few = any(links < LINKS_WAITING for _, links in linked)
    seen = _seen_kinds(tree) if few else frozenset()
    for veil, links in linked:
        end = tree.ends[veil]
        panel = (tree.tags[veil], tree.attr(veil, "class")) in seen or tree.attr(veil, "role") == "tabpanel"
        if (links < LINKS_WAITING and not panel) or tree.tags[veil] in UNSEEN:
            continue
        for node in range(veil, end):
            tree.unseen[node] = tree.tags[node] in UNSEEN or (
                node != veil
                and (tree.unseen[tree.parents[node]] or _for_readers_only(tree.attr(node, "class")))
            )
            if not tree.unseen[node] and node in veiled:
                tree.pieces[node] = veiled[node]


def _seen_kinds(tree: Tree) -> frozenset[tuple[str, str]]:
    """Tag and class of the elements with a class that are shown."""
    return frozenset(
        (tag, names)
        for tag, given, unseen in zip(tree.tags, tree.attrs, tree.unseen, strict=True)
        if given and not unseen and (names := given.get("class"))
    )


_DISPLAY_NONE = re.compile(r"display\s*:\s*none")


# Classes by which style sheets show text to screen readers only ("(opens in a new window)").
_READERS_ONLY = re.compile(
    r"(?:[\w-]*(?:-|__))?(?:visually-?hidden|(?<!not-)sr-only|screen-?reader-(?:text|only)|assistive-text|hidden-visually|hidden-accessible)"
    r"|sound[-_]only|element-invisible|u-hidden-visually|offscreen|a11y-hidden|show-for-sr|elementor-screen-only"
)
"""With the prefix that a design system puts before it: `govuk-visually-hidden`, `usa-sr-only`, `slds-assistive-text`."""


def is_hidden(given: Attributes) -> bool:
    """Whether an element's own attributes hide it from a reader."""
    if "style" in given and _is_undrawn(given["style"] or ""):
        return True
    names = given.get("class")
    return "hidden" in given or (names is not None and _for_readers_only(names))


def _is_undrawn(style: str) -> bool:
    folded = style.lower()
    return "none" in folded and _DISPLAY_NONE.search(folded) is not None


@lru_cache(maxsize=4096)
def _for_readers_only(names: str) -> bool:
    return any(map(_READERS_ONLY.fullmatch, names.split()))
