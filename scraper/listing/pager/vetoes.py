"""What calls itself next and is not the list's next page.

The next comments, a link that is switched off, one order of several, the next month of a calendar, a label that stands under
every entry. Each is told by the page itself: by names around the link, by its address, by the number of places the same
words lead to.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from scraper.listing.markup.bearers import bearing, called
from scraper.listing.markup.resolve import parts_of
from scraper.listing.markup.slots import chosen_words, only_shown, other_days
from scraper.listing.markup.tree import Tree
from scraper.listing.pager import next_words
from scraper.listing.pager.archive_front import leads_into
from scraper.listing.pager.claims import PAGER_NAME, labels_of, names_around
from scraper.listing.pager.earlier import asks_before
from scraper.listing.pager.numbered import counts_pages, page_number
from scraper.listing.pager.periods import period_of

PLACES_MAX = 2
"""Addresses that one label may lead to: a page's pager and another list's; `Read more` leads to every entry's."""
_COMMENTS = re.compile(r"comments?[-_]*(?:nav|pag|link)|(?:nav|pag)\w{0,40}[-_]comments?")
_COMMENTS_ADDRESS = re.compile(r"[?&]cpage=|/comment-page-\d|#comments?\b|#respond\b", re.IGNORECASE)
# Switched off, or kept only for its room; `hidden` is not: scripts that load more hide the pager they read.
_OFF = re.compile(r"(?<![a-z])(?:(?:is-|item-)?disabled|(?:is-)?invisible)(?![a-z])")
_CAROUSEL = re.compile(
    r"carousel|slick-|swiper|owl-(?<![a-z]owl-)|splide|glide__|flickity|lightbox|slideshow|slider(?<![a-z]slider)"
)
_OFF_AROUND = 3
"""Elements that may say a link is switched off: the link, its item, and one around it."""


def everywhere(claims: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The labels, of `(label, address)`, that lead to more places than a pager does."""
    places: dict[str, set[str]] = defaultdict(set)
    for label, address in claims:
        places[next_words.bare(label)].add(address)
    return frozenset(label for label, led in places.items() if len(led) > PLACES_MAX)


def is_vetoed(tree: Tree, node: int, address: str) -> bool:
    """Whether a link that claims to be the next page is another thing's, or switched off."""
    if is_off(tree, node) or _of_comments(tree, node) or of_carousel(tree, node):
        return True
    if page_number(address) is not None:
        return False
    if not _of_pager(tree, node) and (only_shown(tree.url, address) or _of_a_choice(tree, address)):
        return True
    if any(map(next_words.of_calendar, labels_of(tree, node, tree.text(node)))):
        return True
    return of_calendar(tree.url, address) and not leads_into(tree, address, node)


def _of_a_choice(tree: Tree, address: str) -> bool:
    """Whether an address is one of several that ask the page for the same in other words: `?o=recent` beside `?o=oldest`."""
    path, asked = chosen_words(tree.url, address)
    if not asked or any(len(word) == 1 and counts_pages(name.lower()) for name, word in asked.items()):
        return False
    words = _choices(tree).get((path, *sorted(asked)), set())
    return len(words) > 1 and _DIRECTIONS.isdisjoint(word.lower() for row in words for word in row)


_DIRECTIONS = frozenset("next prev previous first last forward back backward older newer".split())
"""What a pager asks with instead of a number or a cursor, in any language; an order is of the oldest or the newest."""


def _of_pager(tree: Tree, node: int) -> bool:
    """Whether a link calls itself, or is called by names around it, a pager's: those lead on by words and cursors, too."""
    rel = (tree.attrs[node].get("rel") or "").lower().split()
    return "next" in rel or PAGER_NAME.search(names_around(tree, node)) is not None


@lru_cache(maxsize=1)
def _choices(tree: Tree) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """The words that a page's links ask with, by path and parameters, worked out once."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for node in bearing(tree, ("href",)):
        href = tree.attrs[node]["href"] or ""
        if tree.tags[node] == "a" and "?" in href:
            path, asked = chosen_words(tree.url, tree.link(href))
            if asked:
                found[path, *sorted(asked)].add(tuple(asked[name] for name in sorted(asked)))
    return found


def of_calendar(url: str, address: str) -> bool:
    """Whether an address is another day, week or month, by its path or a parameter, and no later page of one."""
    return page_number(address) is None and (_another_month(url, address) or other_days(url, address))


def called_previous(tree: Tree) -> frozenset[str]:
    """Addresses that the head calls the page before: a row of numbers may run backwards."""
    return frozenset(tree.link(href) for rel, href, _ in tree.rels if "prev" in rel and href)


def is_off(tree: Tree, node: int) -> bool:
    """Whether a link or button is switched off, itself or by the item it stands in."""
    for _ in range(_OFF_AROUND):
        if node < 0:
            return False
        given = tree.attrs[node]
        if given and ("disabled" in given or (given.get("aria-disabled") or "").lower() == "true"):
            return True
        if given and (names := given.get("class")) and _is_off(names):
            return True
        node = tree.parents[node]
    return False


@lru_cache(maxsize=1024)
def _is_off(names: str) -> bool:
    return _OFF.search(names.lower()) is not None


def of_carousel(tree: Tree, node: int) -> bool:
    """Whether a link or button turns pictures, also those of a viewer that opens over the page and holds no heading of a page's."""
    if _CAROUSEL.search(names_around(tree, node)) is not None:
        return True
    over = next(
        (at for at in tree.around(node) if tree.tags[at] == "dialog" or tree.attr(at, "role") == "dialog"), -1
    )
    return over >= 0 and not any(over < at < tree.ends[over] for at in called(tree, ("h1", "main")))


def _of_comments(tree: Tree, node: int) -> bool:
    href = tree.attr(node, "href")
    return bool(_COMMENTS_ADDRESS.search(href) or _COMMENTS.search(names_around(tree, node)))


def _another_month(url: str, address: str) -> bool:
    """Whether an address is a month, week or day of a calendar; only pages of the same period continue it.

    A calendar has a next month for ever, and an archive's earlier periods are followed by their addresses (`periods`).
    """
    if "20" not in address and "19" not in address:
        return False
    there = period_of(address)
    if there is None:
        parts = parts_of(address)
        return _WEEK.search(parts.path) is not None or (
            _WEEK.search(parts.query) is not None and not asks_before(url, address)
        )
    here = period_of(url)
    if here is None or here.around != there.around:
        return there.kind != "year"  # years end
    return there.at > here.at


_WEEK = re.compile(r"(?<!\d)(?:19|20)\d\d[-/]w?[0-5]\d(?:[-/](?:0[1-9]|[12]\d|3[01]))?/?$", re.IGNORECASE)
