"""Which list of a page its pager turns, by the page behind it: a box that both show links the same, a list links other entries.

A box of dated stories beside a few undated entries looks more like a list than these. Where all that was found on the second
page was found on the first, both are looked at without it: what is built alike on both, leads to entries that the other page
does not link, and stands with the pager where the box does not, is the list.

Two things look alike and are left. A site that shows its first page again whatever is asked for may have a box of other links
each time: there the pager stands with the list. A list without a pager may stand beside a box with one: so the box that gives
way has no teasers, stands behind what the pager turns, and has less than twice as many entries. Two of 48 composed sites had
such a box taken for their list, none has since.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser

from scraper.listing import induce, paginate
from scraper.listing.entry import FoundList
from scraper.listing.markup.tree import Tree, bounded, parse
from scraper.listing.selectors.freeze import Shown
from scraper.listing.selectors.pinned import elements_by_number
from scraper.pages.large_page import is_large

_LEAST = 2
"""Entries of a list on a page; its last one may show one, but tells nothing."""


@dataclass(frozen=True, slots=True)
class Turned:
    """The list that a pager turns, on the first page and on the second one."""

    first: FoundList
    second: FoundList


def turned(first: Shown, second: Shown) -> Turned | None:
    """Return the list that the pager of two pages turns; None where what was found is right, or nothing tells.

    Args:
        first: a page by whose pager the second one was reached.
        second: that page.
    """
    known, again = _addresses(first.lists), _addresses(second.lists)
    if not again or not again <= known or is_large(first.html) or is_large(second.html):
        return None
    if any(entry.excerpt for one in first.lists for entry in one.entries):
        return None
    one, other = _rest(first), _rest(second)
    linked, linked_there = _links(parse(first.html, first.url)), _links(parse(second.html, second.url))
    for there in other:
        new = _addresses([there])
        for here in one:
            old = _addresses([here])
            alike = (here.name, here.shape) == (there.name, there.shape)
            apart = new.isdisjoint(linked) and old.isdisjoint(linked_there)
            stands = alike and apart and min(len(old), len(new)) >= _LEAST and _comes_first(first, here)
            if stands and _turns(first, old, known):
                return Turned(here, there)
    return None


def _comes_first(page: Shown, one: FoundList) -> bool:
    """Whether a list stands before all that was found, in no box of the frame, and has more than half as many entries."""
    places = [place for other in page.lists for place in other.places]
    if not (one.places and places) or one.places[0] > min(places):
        return False
    framed = parse(page.html, page.url).inside(one.places[0], _FRAME)
    return not framed and 2 * len(one.entries) > sum(len(other.entries) for other in page.lists)


_FRAME = frozenset("aside nav footer".split())


def _turns(page: Shown, entries: Collection[str], others: Collection[str]) -> bool:
    """Whether the link to the next page stands with entries in an element that holds no other ones."""
    tree = parse(page.html, page.url)
    following = paginate.next_page(page.html, page.url)
    linked = _links(tree)
    for node in linked.get(following or "", ()):
        at = node
        while at >= 0:
            inside = range(at, tree.ends[at])
            if any(_within(linked, others, inside)):
                break
            if any(_within(linked, entries, inside)):
                return True
            at = tree.parents[at]
    return False


def _within(linked: dict[str, list[int]], addresses: Iterable[str], inside: range) -> Iterable[bool]:
    return (place in inside for address in addresses for place in linked.get(address, ()))


def _rest(page: Shown) -> list[FoundList]:
    """What is found on a page without the entries found before; places are those of the whole page."""
    tree, parser = parse(page.html, page.url), LexborHTMLParser(bounded(page.html))
    if parser.root is None:
        return []
    nodes = elements_by_number(tree, parser.root)
    gone: set[int] = set()
    for place in sorted({place for one in page.lists for place in one.places}, reverse=True):
        if place in nodes:
            nodes[place].decompose()
            gone.update(range(place, tree.ends[place]))
    rest = parser.html or ""
    found, left = induce.induce(rest, page.url), parse(rest, page.url)
    whole = [number for number, tag in enumerate(tree.tags) if tag and number not in gone]
    part = [number for number, tag in enumerate(left.tags) if tag]
    if [tree.tags[number] for number in whole] != [left.tags[number] for number in part]:
        return [replace(one, places=()) for one in found]
    place_of = dict(zip(part, whole, strict=True))
    return [
        replace(one, places=tuple(place_of[place] for place in one.places))
        if all(place in place_of for place in one.places)
        else replace(one, places=())
        for one in found
    ]


def _addresses(lists: Iterable[FoundList]) -> set[str]:
    return {entry.url for one in lists for entry in one.entries if entry.url}


def _links(tree: Tree) -> dict[str, list[int]]:
    """The places of a page's links, by address."""
    found: dict[str, list[int]] = {}
    for node, tag in enumerate(tree.tags):
        if tag == "a" and (address := tree.link(tree.attr(node, "href"))):
            found.setdefault(address, []).append(node)
    return found
