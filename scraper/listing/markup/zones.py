"""Where on a page an element lies: in navigation or the like, in the main part, by HTML5 roles and by names."""

from __future__ import annotations

import re
from functools import lru_cache

from scraper.listing.markup.bearers import between, headings
from scraper.listing.markup.tree import Tree

_ASIDE_TAGS = frozenset({"nav", "aside", "footer", "header", "figure"})
_ASIDE_ROLES = frozenset(
    {"navigation", "complementary", "contentinfo", "banner", "search", "menu", "menubar"}
)
_MAIN_TAGS = frozenset({"main", "article"})


def zone(tree: Tree, node: int) -> tuple[float, float]:
    """Whether a node lies in navigation or the like, and whether in the main part, by HTML5 roles and names."""
    known = _found(tree)
    at = known.get(node)
    return at if at is not None else _find(tree, node, known)


def named_aside(tree: Tree, node: int) -> bool:
    """Whether an element is by its own role, id or classes navigation or the like; one may be named so that holds the page."""
    given = tree.attrs[node]
    if not given:
        return False
    return _role("", given.get("role") or "", given.get("id") or "", given.get("class") or "")[0] > 0


@lru_cache(maxsize=1)
def _found(tree: Tree) -> dict[int, tuple[float, float]]:  # the key: what is found of one page is kept
    return {}


def _find(tree: Tree, node: int, known: dict[int, tuple[float, float]]) -> tuple[float, float]:
    chain = []
    while node >= 0 and node not in known:
        chain.append(node)
        node = tree.parents[node]
    aside, main = known.get(node, (0.0, 0.0))
    for inner in reversed(chain):
        given = tree.attrs[inner]
        own_aside, own_main = _role(
            tree.tags[inner], given.get("role") or "", given.get("id") or "", given.get("class") or ""
        )
        if (
            own_aside
            and _PAGER.search(given.get("class") or "")
            and between(headings(tree), inner, tree.ends[inner])
        ):
            own_aside = (
                0.0  # what has headings holds the pages that a pager turns: `ajax_pagination_container`
            )
        aside, main = max(aside, own_aside), max(main, own_main)
        known[inner] = (aside, main)
    return aside, main


@lru_cache(maxsize=4096)
def _role(tag: str, role: str, identity: str, classes: str) -> tuple[float, float]:
    said = f" {identity} {classes}".lower()
    words = said.replace("-", " ").replace("_", " ").split()
    named_aside, named_main = not _ASIDE_WORDS.isdisjoint(words), not _MAIN_WORDS.isdisjoint(words)
    named_aside = named_aside or " widget" in said
    if tag in _WHOLE or named_aside == named_main:  # `content-sidebar` says how the columns stand
        named_aside, named_main = tag not in _WHOLE and _CONTENT_OF.search(said) is not None, False
    aside = tag in _ASIDE_TAGS or role.lower() in _ASIDE_ROLES or named_aside
    main = tag in _MAIN_TAGS or role.lower() == "main" or named_main
    return float(aside), float(main)


_WHOLE = frozenset({"html", "body"})
# `sidebar-content` is what a sidebar holds, and `content-sidebar-wrap` the columns
_CONTENT_OF = re.compile(
    r" (?:sidebar|aside|nav|navbar|navigation|menu|footer|related)[-_](?:[a-z]+[-_])?(?:main|content|primary)(?= |$)"
)
_PAGER = re.compile(r"pag(?:ination|er)", re.IGNORECASE)
# Parts of id and class names that many makers of themes share. A `widget` or a `widget-area` stands beside the page, too, but page builders
# make all of it of `elementor-widget`.
_ASIDE_WORDS = frozenset(
    "sidebar aside nav navbar navigation menu footer breadcrumb breadcrumbs pagination pager tagcloud share sharing "
    "social related comments cookie cookies carousel ticker submenu".split()
)
_MAIN_WORDS = frozenset("main content primary maincontent".split())
