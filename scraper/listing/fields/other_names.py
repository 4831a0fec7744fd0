"""What else a page calls the entries of its lists: the texts of other links to the same address.

A box of the latest, a slider or a list of the most read names an entry again, and mostly in the same words. Where the
words differ, one of the two is cut, old, or no title at all; the entry's own page can tell which. What a page says of
several addresses ("read more", "PDF") names none of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from pipelines.read_more import PHRASES
from pipelines.same_news import bare
from scraper.listing.entry import Entry
from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import Tree
from scraper.listing.records.labels import is_more
from scraper.listing.records.pictured import hidden_in, label_of

# A headline; a longer link is a card with its teaser.
NAME_MIN, NAME_MAX = 8, 200
# So many different names are those of a page with many parts: a calendar, a map.
NAMES_MAX = 3

_BUTTONS = frozenset(PHRASES)
_BUTTON_MAX = max(map(len, _BUTTONS)) + 20  # with arrows and spaces around
_LETTER = re.compile(r"[^\W\d_]")


def other_names(tree: Tree, entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """Find the other names of entries.

    Args:
        tree: the page.
        entries: those found on it.

    Returns:
        Names by the entry's address, in page order, only where they neither repeat its title nor are part of it, nor the
        title of them.
    """
    titles = {page_of(entry.url): entry for entry in entries if entry.url and entry.title}
    if not titles:
        return {}
    named = _names(tree, set(titles))
    places: dict[str, set[str]] = defaultdict(set)
    for address, names in named.items():
        for name in names:
            places[name].add(address)
    found = {}
    for address, names in named.items():
        entry = titles[address]
        other = [name for name in names if len(places[name]) == 1 and _differs(name, entry.title)]
        if 0 < len(other) <= NAMES_MAX:
            found[entry.url] = tuple(other)
    return found


def _names(tree: Tree, wanted: set[str]) -> dict[str, list[str]]:
    """The texts of links that may be names of what they lead to, each once and in page order, by address (`page_of`).

    What "read more" says to those who hear links without what stands around them counts, its label or hidden text.
    """
    named: dict[str, dict[str, None]] = defaultdict(dict)
    links = linked(tree)
    for node, address in sorted((at, led) for led in wanted & links.keys() for at in links[led]):
        text = tree.text(node)
        if is_more(text):
            text = label_of(tree, node) or hidden_in(tree, node)
        if _is_name(text):
            named[address][text] = None
    return {address: list(names) for address, names in named.items()}


@lru_cache(maxsize=1)
def linked(tree: Tree) -> dict[str, list[int]]:
    """The links that a reader sees, in page order, by where they lead (`page_of`)."""
    pages: dict[str, str] = {}
    found: dict[str, list[int]] = defaultdict(list)
    for node in called(tree, ("a",)):
        if not tree.unseen[node] and (href := tree.attrs[node].get("href")):
            if href not in pages:
                pages[href] = page_of(tree.link(href))
            found[pages[href]].append(node)
    return found


def page_of(address: str) -> str:
    """An address without what names a place on its page."""
    return address.partition("#")[0].rstrip("/")


def _is_name(text: str) -> bool:
    if not NAME_MIN <= len(text) <= NAME_MAX or _LETTER.search(text) is None:
        return False
    return len(text) > _BUTTON_MAX or bare(text) not in _BUTTONS


def _differs(name: str, title: str) -> bool:
    if name == title:  # nearly all
        return False
    one, other = bare(name), bare(title)
    return one not in other and other not in one
