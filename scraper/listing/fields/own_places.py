"""Where parts of one page lead: to themselves, by the empty link or the sign (`#`, `¶`) that programs set in their headings.

What is new in a version mentions pages of the handbook, and none of them is the version's.
"""

from __future__ import annotations

import re
from collections import Counter

from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.labels import is_more, leads_to_file
from scraper.listing.records.lines import Piece, Record

# Of the records, those whose heading leads to its own place; a way back to the top is the same in all.
COVER_MIN = 0.8
# Letters and digits in such a link: it has none.
_SAYS = re.compile(r"[^\W_]")


def own_places(tree: Tree, records: list[Record], titles: list[Piece | None], links: list[str]) -> list[str]:
    """One place a record, "" for one without.

    Args:
        tree: the page.
        records: the list's records.
        titles: what each is called.
        links: where each leads as far as its links tell, as written.

    Returns:
        Nothing where headings are links themselves, few lead to their own place, half of the records have a button, a picture,
        a file or a line of their own that leads on, or each leads to one page that is no other's.
    """
    if len(records) < 2 or (tree.base or tree.here).partition("#")[0] != tree.here:
        return []
    if any(title is not None and title.href for title in titles):
        return []
    if 2 * sum(_leads_on(tree, *each) for each in zip(records, links, strict=True)) >= len(records):
        return []
    if _one_each(records):
        return []
    found = [_place(tree, record, title) for record, title in zip(records, titles, strict=True)]
    led = [href for href in found if href]
    return found if len(led) >= COVER_MIN * len(records) and len({*led}) == len(led) else []


def _one_each(records: list[Record]) -> bool:
    """Whether each record leads to one page that no other leads to: news that tell their story elsewhere, in a word of a sentence.

    A category, an author or an office that two of them name is no story of either.
    """
    pages = [{href for _, href in record.hrefs if not href.startswith("#")} for record in records]
    named = Counter(href for each in pages for href in each)
    return all(sum(named[href] == 1 for href in each) == 1 for each in pages)


def _leads_on(tree: Tree, record: Record, link: str) -> bool:
    """Whether a record's link is a button, a picture, a file or a line of its own, and no word of a sentence."""
    if not link:
        return False
    if leads_to_file(link) or any(line.href == link for line in record.lines):
        return True
    said = (tree.text(node) for node, href in record.hrefs if href == link)
    return any(is_more(text) or not _SAYS.search(text) for text in said)


def is_own_place(tree: Tree, record: Record, url: str) -> bool:
    """Whether an address is that of a place inside a record."""
    page, _, place = url.partition("#")
    if not place or page != tree.here:
        return False
    return any(
        place in (given.get("id"), given.get("name")) for given in tree.attrs[record.start : record.end]
    )


def _place(tree: Tree, record: Record, title: Piece | None) -> str:
    if title is None or not title.heading:
        return ""
    head = tree.within(title.first, HEADINGS)
    for node in range(head + 1, tree.ends[head]):
        href = tree.attr(node, "href") if tree.tags[node] == "a" else ""
        if href.startswith("#") and not _SAYS.search(tree.text(node)):
            place = tree.here + href
            return place if is_own_place(tree, record, place) else ""
    return ""
