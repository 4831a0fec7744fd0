"""Which lists of a later page go on with the list of its chain: those with new entries, not what stands beside them on each page.

The last page of a list may hold one or two entries, too few to repeat; structure then takes what still repeats, the most read or
a menu. Two things tell: what the first page linked from the same places was there before the list went on, and the selectors made
of that page's entries find those that are left. Of 148 last pages with one entry, made of 74 captured ones, 101 were right before
this was asked, 144 are; of 148 behind the last one 93 and 122 (`python -m bench.listing_last`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from scraper.listing.entry import Entry, FoundList
from scraper.listing.kind.judge import says_article
from scraper.listing.markup.tree import Tree
from scraper.listing.selectors.pinned import filled
from scraper.listing.words.wording import called_error

_STANDS = 0.9
"""Share of a list's links that its first page shows as often: a box counts the entry that has just been read most."""

_NEARLY_ALL = 0.9
"""Share of the entries by selectors that have a cell which all entries need."""

ENOUGH = 4
"""Entries of a last page among which structure is right: believed with fewer, it took others for entries on 1 of 69 pages with
three left, on 3 of 70 with two, on 6 of 74 with one."""


Link = tuple[str, str]
"""An address, and the elements around its link, with what these are called; a link's own box may be called current."""


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What the first page of a chain showed.

    Attributes:
        links: how often it links each address, as written, from which kind of place.
        addresses: what these lead to, absolute.
        listed: addresses of its entries.
        names: names of its lists.
        shapes: how their entries are built.
    """

    links: Counter[Link]
    addresses: frozenset[str]
    listed: frozenset[str]
    names: frozenset[str]
    shapes: frozenset[str]


def first_page(tree: Tree, lists: Sequence[FoundList]) -> FirstPage:
    """Return what a chain's first page showed, for `going_on` on its later ones."""
    listed = frozenset(entry.url for one in lists for entry in one.entries if entry.url)
    names, shapes = frozenset(one.name for one in lists), frozenset(one.shape for one in lists)
    links = _links(tree)
    return FirstPage(links, _absolute(links, tree), listed, names, shapes)


def beside(tree: Tree, lists: Sequence[FoundList], first: FirstPage) -> list[FoundList]:
    """Return those of a later page's lists that stand on each page: no entry of the first page, and linked there from such places.

    Where a site shows its archive beside each page, the first page links all entries; a later one links its own once more,
    and, without the archive, from another place.
    """
    old = first.addresses - first.listed
    again = [one for one in lists if _stand(one, old)]
    if not again:  # as on nearly every page
        return []
    stands = old - _absolute(_links(tree) - first.links, tree)
    return [one for one in again if _stand(one, stands)]


def _stand(one: FoundList, addresses: Set[str]) -> bool:
    links = [entry.url for entry in one.entries if entry.url]
    return bool(links) and sum(url in addresses for url in links) >= _STANDS * len(links)


def going_on(found: Sequence[FoundList], read: Sequence[FoundList], first: FirstPage) -> list[FoundList]:
    """Return the lists of a later page that go on with the first one's.

    Args:
        found: its lists by structure, without those that stand on each page.
        read: its lists by selectors made of the first page's entries, with entries.
        first: the first page.
    """
    known = {_name(entry) for one in read for entry in one.entries}
    if known <= first.listed:
        return list(found)
    same = [one for one in found if _is_of(one, known, read, first) or _is_another(one, known, read, first)]
    covered = {_name(entry) for one in same for entry in one.entries}
    rows = [entry for one in read for entry in one.entries]
    left = [entry for entry in rows if _name(entry) not in covered]
    fields = _cells([entry for entry in rows if _name(entry) in covered])
    if not any(_has(entry, fields) for entry in left) and same:
        return [_as_read(one, rows) for one in same]
    return [*read, *(one for one in same if _is_another(one, known, read, first))]


def _as_read(one: FoundList, rows: Sequence[Entry]) -> FoundList:
    """A list by structure; where it has too few entries to tell a title from a teaser, with the cells that the selectors give."""
    if len(one.entries) >= ENOUGH:
        return one
    often = Counter(_name(row) for row in rows)  # days of one event share its link
    told = {_name(row): row for row in rows if often[_name(row)] == 1}
    return replace(one, entries=tuple(told.get(_name(entry), entry) for entry in one.entries))


def other_start(
    tree: Tree, found: Sequence[FoundList], read: Sequence[FoundList], first: FirstPage
) -> list[FoundList]:
    """Return the lists of another start page, a tag or a year beside the first: none that stood beside that one's list.

    Args:
        tree: the page.
        found: its lists by structure.
        read: its lists by selectors made of the first start page's entries; they count where structure finds none, all their entries
            lead on by a title, and the page is neither an error nor an article, whose own element may be built as an entry is.
        first: that page.
    """
    boxes = beside(tree, found, first)
    left = [one for one in found if one not in boxes]
    if left or says_article(tree) >= 1.0 or called_error(tree):
        return left
    entries = [entry for one in read for entry in one.entries]
    return list(read) if all(entry.title and entry.url not in ("", tree.here) for entry in entries) else []


def _is_of(one: FoundList, known: set[str], read: Sequence[FoundList], first: FirstPage) -> bool:
    """Whether a list by structure is that of the entries by selectors, with more of their kind or without.

    Around a few entries structure takes what stands beside them, or their own parts, for more. It is believed where most of
    its entries are known and enough to repeat, or where it is as long as a page and all have the cells that these have.
    """
    more = [entry for entry in one.entries if _name(entry) not in known]
    shared = len(one.entries) - len(more)
    if not shared or not more:
        return shared > 0
    if shared >= max(ENOUGH, len(more)):
        return True
    fields = _cells([entry for other in read for entry in other.entries])
    alike = "date" in fields and all(_has(entry, fields) for entry in more)
    return alike and 2 * len(one.entries) >= len(first.listed)


def _cells(rows: Sequence[Entry]) -> list[str]:
    """The cells that nearly all of some entries have."""
    return [name for name in ("title", "link", "date") if filled(rows, name) >= _NEARLY_ALL * len(rows)]


def _has(entry: Entry, fields: Sequence[str]) -> bool:
    return all(filled([entry], name) for name in fields)


def _is_another(one: FoundList, known: set[str], read: Sequence[FoundList], first: FirstPage) -> bool:
    """Whether a list is another of the first page's, by its name or build: a section for which no selector was found.

    What bears the name of a list that was read, and not its cells, is made of the parts of its entries and of the pager.
    """
    if not known.isdisjoint(_name(entry) for entry in one.entries):
        return False
    if one.shape in first.shapes:
        return True
    rows = [entry for other in read if other.name == one.name for entry in other.entries]
    return one.name in first.names and (not rows or all(_has(entry, _cells(rows)) for entry in one.entries))


def _links(tree: Tree) -> Counter[Link]:
    found: Counter[Link] = Counter()
    for node, tag in enumerate(tree.tags):
        if tag == "a" and (href := tree.attr(node, "href")):
            box = tree.parents[node]
            found[href, f"{tree.tags[box]} {_called(tree, tree.parents[box])}"] += 1
    return found


def _called(tree: Tree, node: int) -> str:
    """An element and the one around it, with their classes."""
    above = tree.parents[node]
    return " ".join(f"{tree.tags[at]}.{tree.attr(at, 'class')}" for at in (node, above) if at >= 0)


def _absolute(links: Iterable[Link], tree: Tree) -> frozenset[str]:
    return frozenset(tree.link(href) for href in dict.fromkeys(href for href, _ in links))


def _name(entry: Entry) -> str:
    return entry.url or entry.title
