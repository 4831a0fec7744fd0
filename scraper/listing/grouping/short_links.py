"""Entries of a list of plain links that say too little to be looked at by themselves: `May` among `January` and `February`."""

from __future__ import annotations

import re
from dataclasses import replace

from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts
from scraper.listing.records.labels import is_more


def with_short(tree: Tree, counts: Counts, one: Candidate) -> Candidate:
    """A list in several containers, whose records are a link each and nothing else, with the records of that kind that were left out.

    These are children of the same elements, where at most as many were left out as found, and all of an element that has a heading
    above it as most others have.
    """
    if one.shape != "cousins" or one.token or not all(_is_link(tree, counts, node) for node in one.starts):
        return one
    held = set(one.starts)
    holders = list(dict.fromkeys(tree.parents[node] for node in one.starts))
    links = [_links_of(tree, counts, holder, one.tag) for holder in holders]
    closing = {tree.text(kids[-1]) for kids in links}
    found = list(one.starts)
    for kids in links:
        named = [kid for kid in kids if kid in held or _names(tree.text(kid), closing)]
        left = [kid for kid in named if kid not in held]
        found += left if 2 * len(left) <= len(named) else []
    found += _below_like_headings(tree, counts, one, holders)
    if len(found) == len(one.starts):
        return one
    found.sort()
    return replace(one, starts=found, ends=[tree.ends[node] for node in found])


def _names(text: str, closing: set[str]) -> bool:
    """Whether a link names something: it is no `More`, no page's number, nothing that all containers end with."""
    return closing != {text} and _LETTERS.search(text) is not None and not is_more(text)


_LETTERS = re.compile(r"[^\W\d_]{2}")


def _below_like_headings(tree: Tree, counts: Counts, one: Candidate, holders: list[int]) -> list[int]:
    """The records of elements that are built as most of the list's are, heading and all, and of which none was found."""
    way = {(_heading_before(tree, holder), _path(tree, holder, one.holder)) for holder in holders}
    if len(holders) < HEADED_MIN or len(way) > 1 or not min(way)[0]:
        return []
    known = set(holders)
    other = (
        node
        for node in called(tree, (tree.tags[holders[0]],))
        if one.holder < node < tree.ends[one.holder] and node not in known and not tree.unseen[node]
    )
    found = []
    for node in other:
        if (_heading_before(tree, node), _path(tree, node, one.holder)) in way:
            kids = _links_of(tree, counts, node, one.tag)
            if len(kids) == sum(tree.tags[kid] == one.tag for kid in tree.kids(node)):
                found += kids
    return found


HEADED_MIN = 3
"""Elements with a heading each that tell how the list is built."""


def _links_of(tree: Tree, counts: Counts, holder: int, tag: str) -> list[int]:
    return [
        kid
        for kid in tree.kids(holder)
        if tree.tags[kid] == tag and not tree.unseen[kid] and _is_link(tree, counts, kid)
    ]


def _is_link(tree: Tree, counts: Counts, node: int) -> bool:
    """Whether an element has one link, which is all that it says."""
    end, links = tree.ends[node], counts.links
    if links[end] - links[node] != 1:
        return False
    said, linked = counts.chars, counts.totals["link_chars"]
    return bool(0 < said[end] - said[node] <= linked[end] - linked[node])


def _heading_before(tree: Tree, node: int) -> str:
    """The tag of the heading right before an element, or ""."""
    kids = [kid for kid in tree.kids(tree.parents[node]) if tree.tags[kid]]
    at = kids.index(node)
    return tree.tags[kids[at - 1]] if at and tree.tags[kids[at - 1]] in HEADINGS else ""


def _path(tree: Tree, node: int, top: int) -> tuple[str, ...]:
    """The tags from an element up to another one around it."""
    tags = []
    while node > top:
        tags.append(tree.tags[node])
        node = tree.parents[node]
    return tuple(tags)
