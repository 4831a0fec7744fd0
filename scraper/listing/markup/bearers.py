"""Which elements of a page have which name and bear which attribute, worked out once for all who look for one.

Most questions about attributes concern few elements (a role, a moment, an address kept for a script); asked of every node
of a page each of them costs as much as reading the page's links.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from scraper.listing.markup.tree import HEADINGS, Tree


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


@lru_cache(maxsize=1)
def bearers(tree: Tree) -> Mapping[str, list[int]]:
    """The elements that bear an attribute, in page order; none for a name nobody bears."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for node, given in enumerate(tree.attrs):
        if given:
            for name in given:
                found[name].append(node)
    found.default_factory = None
    return found


def bearing(tree: Tree, names: Iterable[str]) -> list[int]:
    """The elements that bear one of the attributes, in page order."""
    return _any_of(bearers(tree), names)


@lru_cache(maxsize=2)  # the class and the id of one page
def by_value(tree: Tree, name: str) -> Mapping[str, list[int]]:
    """The elements that bear an attribute, by what it says, in page order: a page has a few times fewer classes than elements."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    attrs = tree.attrs
    for node in bearing(tree, (name,)):
        found[attrs[node][name] or ""].append(node)
    found.default_factory = None
    return found


def _any_of(known: Mapping[str, list[int]], names: Iterable[str]) -> list[int]:
    lists = [known[name] for name in names if name in known]
    if len(lists) < 2:
        return lists[0] if lists else []
    return sorted(set().union(*lists))
