"""What a page's own address says of it, and where its links lead from there."""

from __future__ import annotations

import re

from scraper.listing.markup.bearers import between, called
from scraper.listing.markup.resolve import host_of, parts_of
from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import TITLE_MIN, Counts, width
from scraper.listing.words.wording import INDEX, folder_of

# So many of a list's addresses tell where it leads.
TARGETS_SEEN = 20


def leads_below(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> float:
    """Share of records that lead below the page's own address: `/news/` to `/news/otters`."""
    links = [tree.link(counts.hrefs[node]) for node in _firsts(counts, spans)]
    if not links:
        return 0.0
    here = folder_of(tree.url)
    return sum(here != "" and parts_of(link).path.startswith(here) for link in links) / len(links)


def leads_beside(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> float:
    """Share of records that lead to pages of one folder with this one, called alike: an article's others."""
    path = parts_of(tree.url).path
    links = [tree.link(counts.hrefs[node]) for node in _firsts(counts, spans)]
    return sum(made_alike(path, parts_of(link).path) for link in links) / len(links) if links else 0.0


def made_alike(path: str, other: str) -> bool:
    """Whether two paths lie in one folder and end in different names that are made alike; those of a folder's index do not."""
    folder, _, last = path.rstrip("/").rpartition("/")
    other_folder, _, other_last = other.rstrip("/").rpartition("/")
    if not folder or not last or INDEX.match(last):
        return False
    return other_folder == folder and other_last != last and _made(other_last) == _made(last)


def _made(last: str) -> tuple[bool, bool]:
    """How the last part of an address is made: whether of several words, whether with a number."""
    return re.search(r"\w[-_]\w", last) is not None, re.search(r"\d", last) is not None


def _firsts(counts: Counts, spans: list[tuple[int, int]]) -> list[int]:
    """The first link of each of the first records that have one."""
    nodes = list(counts.hrefs)  # in page order
    found: list[int] = []
    for span in spans:
        found += between(nodes, *span)[:1]
        if len(found) == TARGETS_SEEN:
            break
    return found


def leads_away(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> float:
    """Share of records that lead to other sites, where these are several: an article's sources, a page of links.

    A talk leads to its abstract below, whoever gives it.
    """
    home = host_of(tree.url)
    hosts = [host_of(tree.link(counts.hrefs[node])) for node in _firsts(counts, spans)]
    away = [host for host in hosts if host not in ("", home)]
    if len(set(away)) < SITES_MIN:
        return 0.0
    return max(len(away) - _told_below(tree, spans), 0) / len(hosts)


def shows_addresses(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether most records that lead anywhere call it by its address: references, `https://bugs.portus.example/4711`."""
    nodes = _firsts(counts, spans)
    shown = sum(tree.text(node).startswith(_ADDRESS_STARTS) for node in nodes)
    return len(nodes) >= SITES_MIN and shown >= SHOWN_SHARE * len(nodes)


SHOWN_SHARE = 0.8
_ADDRESS_STARTS = ("http://", "https://", "www.")


def _told_below(tree: Tree, spans: list[tuple[int, int]]) -> int:
    """How many of the first records lead by a title to a place of this page, each to another."""
    anchors = called(tree, ("a",))
    places = set()
    for span in spans[:TARGETS_SEEN]:
        for node in between(anchors, *span):
            href = tree.attr(node, "href")
            if href.startswith("#") and width(tree.text(node)) >= TITLE_MIN:
                places.add(href)
                break
    return len(places)


# Other sites that records must lead to before their share says anything; 2 and 6 judge the 78 captured pages alike.
SITES_MIN = 3


def scattered(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> float:
    """Over how many parts of a site its records are spread: 0 for `PLACES_OF_ONE`, 1 for `PLACES` and more.

    A paper's front leads into its sections, the entries of a blog lie in one folder or below their years and numbers, and a
    page of links leads to other sites.
    """
    site = _site(host_of(tree.url))
    places = {
        place
        for node in _firsts(counts, spans)
        if _site((place := _place(tree.link(counts.hrefs[node])))[0]) == site
    }
    return min(max(len(places) - PLACES_OF_ONE, 0) / (PLACES - PLACES_OF_ONE), 1.0)


# A list may have its pages in one place and its files in another; of 115 listings none without further pages leads to three.
# With 1 two more of 113 front pages are told, and courts' lists at two places are doubted; 5 places tell as many as 4.
PLACES_OF_ONE, PLACES = 2, 4


def _site(host: str) -> str:
    """A host without what stands before its site: a paper's `sport.portus.example`."""
    return ".".join(host.rsplit(".", 2)[-2:])


def _place(link: str) -> tuple[str, str]:
    """An address's host and first folder; numbers are a year's or an entry's."""
    first, _, deeper = parts_of(link).path.lstrip("/").partition("/")
    return host_of(link), first if deeper and not any(map(str.isdigit, first)) else ""


def headline_address(url: str) -> float:
    """How much an address reads like an article's: the words of its last part beyond three, its day; at most five."""
    parts = parts_of(url)
    last = parts.path.rstrip("/").rsplit("/", 1)[-1]
    words = [word for word in re.split(r"[-_+]|%20", last) if len(word) > 1 and not word.isdigit()]
    dated = DATED_ADDRESS if _DAY_AND_MORE.search(parts.path) else 0
    return float(min(max(len(words) - 3, 0) + dated, 5))


DATED_ADDRESS = 3  # an article's address says its day, and more; an archive's ends with it
_DAY_AND_MORE = re.compile(
    r"(?<!\d)(?:19|20)\d\d([/_-]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)[/_-][\w%]"
)
