"""Entries that each hold two copies of themselves, one for wide screens and one for narrow ones."""

from __future__ import annotations

from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import Counts


def entries_twice(tree: Tree, counts: Counts, parts: list[list[int]]) -> bool:
    """Whether elements on one path are copies inside entries, not entries.

    Args:
        tree: the page.
        counts: its running totals.
        parts: the elements, by the element that they stand in.

    Returns:
        Whether all of a part lead to one address, and no two parts to the same: what holds them is the entry.
    """
    size = len(parts[0])
    if size < 2 or len(parts) < 2 or any(len(part) != size for part in parts):
        return False
    targets = set()
    for part in parts:
        told = {_led_to(tree, counts, node) for node in part}
        target = told.pop()
        if told or not target or target in targets:
            return False
        targets.add(target)
    return True


def _led_to(tree: Tree, counts: Counts, node: int) -> str:
    """The one address that all links of an element lead to, or ""."""
    end = tree.ends[node]
    if counts.links[end] == counts.links[node]:
        return ""
    told = {counts.hrefs[at] for at in range(node, end) if at in counts.hrefs}
    return told.pop() if len(told) == 1 else ""
