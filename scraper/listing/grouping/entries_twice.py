"""Entries that each hold two copies of themselves, one for wide screens and one for narrow ones."""

from __future__ import annotations

import re
from itertools import pairwise

from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import Counts


def entries_twice(tree: Tree, counts: Counts, parts: list[list[int]]) -> bool:
    """Whether elements on one path are copies inside entries, not entries.

    Args:
        tree: the page.
        counts: its running totals.
        parts: the elements, by the element that they stand in.

    Returns:
        Whether all of a part lead to one address and tell no two days, as sessions of a course do, and no two parts lead to the
        same: what holds them is the entry.
    """
    size = len(parts[0])
    if size < 2 or len(parts) < 2 or any(len(part) != size for part in parts):
        return False
    targets = set()
    for part in parts:
        told = {_led_to(tree, counts, node) for node in part}
        target = told.pop()
        if told or not target or target in targets or _on_several_days(tree, counts, part):
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


def _on_several_days(tree: Tree, counts: Counts, part: list[int]) -> bool:
    """Whether two elements of a part are dated otherwise: `20.04.` is `20 April 2026` shown in short, and no other day."""
    days = [found for node in part if (found := _days_in(tree, counts, node))]
    return any(not (one <= other or other <= one) for one, other in pairwise(days))


def _days_in(tree: Tree, counts: Counts, node: int) -> set[int]:
    """The numbers in an element's dates that may be days."""
    shown = (at for at in range(node, tree.ends[node]) if counts.dates[at + 1] > counts.dates[at])
    numbers = (int(number) for at in shown for number in _NUMBER.findall(tree.text(at)))
    return {number for number in numbers if number <= DAYS_MAX}


_NUMBER = re.compile(r"\d{1,8}")
DAYS_MAX = 31
