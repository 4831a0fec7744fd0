"""Which elements of a page have which name and bear which attribute, worked out once for all who look for one.

Most questions about attributes concern few elements (a role, a moment, an address kept for a script); asked of every node
of a page each of them costs as much as reading the page's links.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from scraper.listing.markup.elements import HEADINGS

if TYPE_CHECKING:
    from scraper.listing.markup.tree import Tree


@lru_cache(maxsize=1)
def by_tag(tree: Tree) -> Mapping[str, list[int]]:
    """The elements of each name, in page order."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for node, tag in enumerate(tree.tags):
        if tag:
            found[tag].append(node)
    found.default_factory = None
    return found


def called(tree: Tree, tags: Iterable[str]) -> list[int]:
    """The elements of one of the names, in page order."""
    return _any_of(by_tag(tree), tags)


@lru_cache(maxsize=1)
def headings(tree: Tree) -> list[int]:
    """The headings that a reader sees, in page order."""
    return [node for node in called(tree, HEADINGS) if not tree.unseen[node]]


def between(nodes: list[int], start: int, end: int) -> list[int]:
    """Those of some nodes in page order that stand in a stretch of the page."""
    return nodes[bisect_left(nodes, start) : bisect_left(nodes, end)]


def index(tree: Tree) -> None:
    """Fill the columns of which elements bear which attribute, and which class or id."""
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for node, given in enumerate(tree.attrs):
        if given:
            for name in given:
                bearers[name].append(node)
    bearers.default_factory = None
    tree.bearers = bearers
    tree.classes, tree.ids = _by_value(tree, "class"), _by_value(tree, "id")


def bearing(tree: Tree, names: Iterable[str]) -> list[int]:
    """The elements that bear one of the attributes, in page order."""
    return _any_of(tree.bearers, names)


def _by_value(tree: Tree, name: str) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    attrs = tree.attrs
    for node in tree.bearers.get(name, ()):
        found[attrs[node][name] or ""].append(node)
    found.default_factory = None
    return found


def _any_of(known: Mapping[str, list[int]], names: Iterable[str]) -> list[int]:
    lists = [known[name] for name in names if name in known]
    if len(lists) < 2:
        return lists[0] if lists else []
    return sorted(set().union(*lists))
