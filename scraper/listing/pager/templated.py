"""The next page of a pager that a script draws from a pattern of addresses: `href-template="/news?page={page}" total="9"`.

The page's own number is what its address has in the pattern's place; one that does not fit the pattern is the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.tree import Tree
from scraper.listing.pager.numbered import counts_pages
from scraper.listing.pager.onward import SILENT

_PLACE = re.compile(
    r"\{\{?\s*(\w+)\s*\}\}?|%7B(\w+)%7D|%(\w+)%|__(\w+?)__|\[(\w+)\]|(?<=[/=]):(\w+)", re.IGNORECASE
)
_BEGINS = ("{", "%", "[", "__", "/:", "=:")
"""What such a place begins with: looked for in a fifth of the time."""
_NUMBERS = frozenset("n nr no num number".split())
_TOTALS = frozenset("total pages last max".split())
_SHOWN = frozenset("visible shown display buttons size per items".split())
_WORD = re.compile(r"[a-z]+")


def templated(tree: Tree) -> Iterator[str]:
    """Addresses of the page behind the page's own by the patterns that its elements keep, where they tell of no end before it."""
    for node in bearing(tree, [name for name in tree.bearers if name not in SILENT]):
        given = tree.attrs[node]
        for said in given.values():
            if said and said.startswith(("/", "./", "?", "http")) and (place := _place(said)) is not None:
                number = _own(tree, said, place) + 1
                if number <= _end(given):
                    yield f"{said[: place.start()]}{number}{said[place.end() :]}"


def _place(pattern: str) -> re.Match[str] | None:
    """The one place that a pattern has for a page's number; None where it has none, or another one, too."""
    if not any(sign in pattern for sign in _BEGINS):  # nearly all
        return None
    places = list(_PLACE.finditer(pattern))
    if len(places) != 1:
        return None
    name = next(filter(None, places[0].groups())).lower()
    return places[0] if name in _NUMBERS or counts_pages(name) else None


def _own(tree: Tree, pattern: str, place: re.Match[str]) -> int:
    """The page's own number, 1 where its address has none."""
    made = re.escape(tree.link(pattern.replace(place[0], "0123456789")))
    found = re.fullmatch(made.replace("0123456789", r"(\d{1,5})"), tree.url)
    return int(found[1]) if found else 1


def _end(given: dict[str, str | None]) -> int:
    """The last page that an element's attributes may mean: no list has more pages than entries."""
    ends = [
        int(said)
        for name, said in given.items()
        if said and said.isdecimal() and len(said) < 7
        if not _TOTALS.isdisjoint(words := _WORD.findall(name)) and _SHOWN.isdisjoint(words)
    ]
    return min(ends, default=10**6)
