"""Entries that each hold two copies of themselves, one for wide screens and one for narrow ones, or two cells of their row."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import itemgetter

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
        same; or whether the later ones lead below the title in the first: what holds them is the entry.
    """
    size = len(parts[0])
    if size < 2 or len(parts) < 2 or any(len(part) != size for part in parts):
        return False
    if _lead_below_titles(tree, counts, parts):
        return True
    targets = set()
    for part in parts:
        told = {_led_to(tree, counts, node) for node in part}
        target = told.pop()
        if told or not target or target in targets or _on_several_days(tree, counts, part):
            return False
        targets.add(target)
    return True


def _lead_below_titles(tree: Tree, counts: Counts, parts: list[list[int]]) -> bool:
    """Whether of most parts each later element leads below the page that the widest link of the first leads to.

    A forum's row has its topic in one cell and the topic's last post, `/topic-7/latest` or `/topic-7#p9`, in another. Sessions of a
    course lead to the same page, each on a day of its own.
    """
    told = []
    for first, *others in parts:
        links = [_links_in(tree, counts, node) for node in (first, *others)]
        if not all(links):
            continue
        title = max(links[0], key=itemgetter(1))[0].rstrip("/")
        if title and all(any(_lies_below(href, title) for href, _ in some) for some in links[1:]):
            told.append(title)
    return len(told) == len(set(told)) >= MOST * len(parts)


def _links_in(tree: Tree, counts: Counts, node: int) -> list[tuple[str, float]]:
    """The addresses in an element, and how wide their texts are."""
    end = tree.ends[node]
    if counts.links[end] == counts.links[node]:
        return []
    inside = (at for at in range(node, end) if at in counts.hrefs)
    return [(counts.hrefs[at], counts.chars[tree.ends[at]] - counts.chars[at]) for at in inside]


def _lies_below(href: str, page: str) -> bool:
    return href.startswith(page) and href[len(page) : len(page) + 1] in _STEPS and len(href) > len(page) + 1


_STEPS = frozenset("/#?&")
MOST = 0.8
"""Of the rows: one may have no last post."""


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
