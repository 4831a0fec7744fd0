"""What a page hides by attribute, style or class, and what of it only waits for a click."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from scraper.listing.markup.elements import UNSEEN

if TYPE_CHECKING:
    from scraper.listing.markup.tree import Tree

# A hidden element with this many links is a tab or the rest of a list; one with fewer is a menu of formats, a tooltip.
LINKS_WAITING = 5


def hide(tree: Tree) -> list[int]:
    """Take out of sight what elements hide by an attribute, a style or a class, each class asked once; return these elements.

    What their text nodes would say is kept in `Tree.veiled`. An element inside another hidden one is not told.
    """
    hidden = {*tree.bearers.get("hidden", ())}
    hidden.update(node for node in tree.bearers.get("style", ()) if _is_undrawn(tree.attr(node, "style")))
    every = "\n".join(tree.classes).lower()
    parts = [part for part in _READERS_PARTS if part in every]  # one or two, mostly
    for names, nodes in tree.classes.items() if parts else ():
        if any(map(names.lower().__contains__, parts)) and _for_readers_only(names):
            hidden.update(nodes)
    veils = []
    for node in sorted(hidden):
        if node and tree.unseen[tree.parents[node]]:
            continue
        veils.append(node)
        for at in range(node, tree.ends[node]):
            tree.unseen[at] = True
            if not tree.tags[at]:
                tree.veiled[at], tree.pieces[at] = tree.pieces[at], ""
    return veils


def lift(tree: Tree, veils: list[int]) -> None:
    """Show again what only waits for a click: a tab or the rest of a list, hidden by style but full of links.

    With fewer links it still is one that calls itself a panel, or where the page shows another element of the same class.
    What is for screen readers only stays so when the click shows what is around it.

    Args:
        tree: the page; its texts and what is seen of it change.
        veils: elements hidden by attribute, style or class.
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
            if not tree.unseen[node] and node in tree.veiled:
                tree.pieces[node] = tree.veiled[node]


def _seen_kinds(tree: Tree) -> frozenset[tuple[str, str]]:
    """Tag and class of the elements with a class that are shown."""
    return frozenset(
        (tree.tags[node], names)
        for names, nodes in tree.classes.items()
        for node in nodes
        if names and not tree.unseen[node]
    )


_DISPLAY_NONE = re.compile(r"display\s*:\s*none")


# Classes by which style sheets show text to screen readers only ("(opens in a new window)").
_READERS_ONLY = re.compile(
    r"(?:[\w-]*(?:-|_))?(?:visually-?hidden|(?<!not[-_])sr-?only|screen-?reader-?(?:text|only)|assistive-text|hidden-visually|hid(?:den|e)-accessible)"
    r"(?:__[\w-]{4,8})?"
    r"|sound[-_]only|ms-accessible|blind|screen_out|element-invisible|u-hidden-visually|(?:[a-z]{2,5}-)?u-vh|wb-inv|offscreen|a11y-hidden|show-for-sr|elementor-screen-only",
    re.IGNORECASE,
)
"""With the prefix that a design system puts before it, and what a bundler puts around it: `govuk-visually-hidden`, `au-sronly`,
`Tag-module_visuallyHidden__GwvLb`."""

_READERS_PARTS = (
    "hidden only reader accessible blind screen_out assistive invisible u-vh wb-inv offscreen for-sr".split()
)
"""Of each such name a part that is found fast."""


def _is_undrawn(style: str) -> bool:
    folded = style.lower()
    return "none" in folded and _DISPLAY_NONE.search(folded) is not None


@lru_cache(maxsize=4096)
def _for_readers_only(names: str) -> bool:
    return _SHOWN_AGAIN.search(names) is None and any(map(_READERS_ONLY.fullmatch, names.split()))


_SHOWN_AGAIN = re.compile(r"(?:^|\s)(?:sm|md|lg|xl|2xl):not-sr-only(?:$|\s)")
"""On a wider screen, by a prefix of Tailwind's: `sr-only sm:not-sr-only`; `focus:not-sr-only` is a link to skip to."""
