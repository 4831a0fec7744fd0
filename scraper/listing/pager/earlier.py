"""Links called previous that can only mean older entries: `Previous 20` on the first page, `?before=4711` behind one.

On a list's first page there is nothing before it; what asks there for a number or a cursor under the name "previous" leads
back in time. On later pages the same parameter moves the same way. And files are counted from the newest on: behind `/` stands
`/index1.html`, behind that `/index2.html`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl

from scraper.listing.fields.date_labels import of_events
from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.resolve import parts_of
from scraper.listing.markup.slots import only_asks
from scraper.listing.markup.tree import Tree
from scraper.listing.pager import next_words
from scraper.listing.pager.claims import LABEL_MAX, labels_of, leads_to
from scraper.listing.pager.numbered import BEFORE, counts_pages, page_number
from scraper.listing.pager.onward import PLAIN

_STARTS = frozenset({"start_from", "startfrom", "start_at", "ofs"})


def by_previous(tree: Tree) -> Iterator[tuple[int, str]]:
    """Links and buttons, with their addresses, that are called previous and lead to older entries; of events these are over."""
    for node in bearing(tree, ("href", *PLAIN)):
        href = leads_to(tree.tags[node], tree.attrs[node])
        if "?" not in href:
            if (
                _INDEX.search(href)
                and is_next_index(tree.url, tree.link(href))
                and _calls_previous(tree, node)
            ):
                yield node, tree.link(href)
            continue
        address = tree.link(href)
        if not only_asks(tree.url, address) or not asks_before(tree.url, address):
            continue
        if _is_previous(tree, node, address):
            if of_events(tree):
                return
            yield node, address


def is_next_index(url: str, address: str) -> bool:
    """Whether an address is the folder's index with the number behind the page's own, 1 or 2 behind one without."""
    here, there = _INDEX.search(parts_of(url).path), _INDEX.search(parts_of(address).path)
    path = parts_of(url).path
    folder = path[: here.start()] if here else path if path.endswith("/") else None
    if there is None or parts_of(address).path[: there.start()] != folder:
        return False
    own, number = int((here and here[1]) or 0), int(there[1] or 0)
    return number == own + 1 or (own, number) == (0, 2)


_INDEX = re.compile(r"(?<![^/])(?:index|default)[-_]?(\d{0,4})\.\w{2,5}$", re.IGNORECASE)


def asks_before(url: str, address: str) -> bool:
    """Whether an address asks a page for what is older: by one parameter that it has not, or that moves back in time."""
    here = dict(parse_qsl(parts_of(url).query, keep_blank_values=True))
    there = dict(parse_qsl(parts_of(address).query, keep_blank_values=True))
    asked = [(name, value) for name, value in there.items() if here.get(name) != value]
    if len(asked) != 1 or not here.keys() <= there.keys():
        return False
    [(name, value)] = asked
    own, before = here.get(name, ""), name.lower() in BEFORE
    if before:  # a number, a moment, a cursor
        behind = (
            len(own) == len(value) and own[0].isdecimal() and value < own if own else page_number(url) is None
        )
        return behind and not value.isalpha()
    counted = counts_pages(name.lower()) or name.lower() in _STARTS
    if not counted or not (value.isdecimal() and own.isdecimal()):
        of_post = name.lower() == "p" and value != "2"  # `?p=4711` is where WordPress keeps a post
        first = not own and value.isdecimal() and int(value) > 1 and page_number(url) is None
        return counted and first and not of_post
    return int(value) > int(own)


def _is_previous(tree: Tree, node: int, address: str) -> bool:
    """Whether a link is called previous, by its words or, of its address, in the page's head."""
    if any("prev" in rel and tree.link(href) == address for rel, href, _ in tree.rels):
        return True
    return _calls_previous(tree, node)


def _calls_previous(tree: Tree, node: int) -> bool:
    text = tree.text(node)
    return len(text) <= LABEL_MAX and any(map(next_words.back, labels_of(tree, node, text)))
