"""Entries told in full elsewhere on their own page: talks of a programme, each with its abstract below.

The title leads there, `#talk-7`; what else an entry links is who speaks, or where.
"""

from __future__ import annotations

from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.tree import Tree
from scraper.listing.records.labels import is_more, leads_to_file
from scraper.listing.records.lines import Piece, Record, record_around
from scraper.listing.records.pictured import label_of

# of the records, those whose title leads to a place of its own outside all of them
COVER_MIN = 0.8
RECORDS_MIN = 3


def told_below(tree: Tree, records: list[Record], titles: list[Piece | None], links: list[str]) -> list[str]:
    """Where records lead by their titles, if that is to places of this page outside the list.

    A place inside a record, or one that is not shown, is a panel that its title opens. So is any where the records have pages
    of their own, by links that say the same in each.

    Args:
        tree: the page.
        records: the list's records, in page order.
        titles: what each is called.
        links: where each leads as far as its other links tell, as written.

    Returns:
        One address a record, its other link where its title has no place; nothing where few have one.
    """
    if len(records) < RECORDS_MIN or any(title is not None and title.href for title in titles):
        return []
    hrefs = [_href(tree, title) for title in titles]
    led = [href for href in hrefs if href]
    if len(led) < COVER_MIN * len(records) or len({*led}) < len(led):
        return []
    places = {
        name: node
        for node in reversed(bearing(tree, ("id", "name")))
        if (name := tree.attr(node, "id") or tree.attr(node, "name"))
    }
    if not all(_outside(tree, records, places.get(href[1:], -1)) for href in led):
        return []
    if _further(tree, records, titles):
        return []
    return [tree.here + href if href else link for href, link in zip(hrefs, links, strict=True)]


def _href(tree: Tree, title: Piece | None) -> str:
    """The place that a title leads to: `#` and a name, "" for none."""
    if title is None:
        return ""
    node = tree.within(title.first, ("a",))
    href = tree.attr(node, "href") if node >= 0 and tree.ends[node] > title.last else ""
    return href if href[:1] == "#" and href[1:] else ""


def _further(tree: Tree, records: list[Record], titles: list[Piece | None]) -> bool:
    """Whether the records have pages of their own besides: by a button, a picture that says nothing, or the title again."""
    led: dict[str, set[str]] = {}
    for record, title in zip(records, titles, strict=True):
        said = {
            node: tree.text(node) or label_of(tree, node)
            for node, href in record.hrefs
            if not (href.startswith("#") or leads_to_file(href)) and tree.is_home(href)
        }
        if any(map(is_more, said.values())):
            return True
        worded = {tree.link(tree.attr(node, "href")) for node, text in said.items() if text}
        for node, text in said.items():
            address = tree.link(tree.attr(node, "href"))
            same = title is not None and text == title.text
            if text or address not in worded:
                led.setdefault("" if same else text, set()).add(address)
    return any(len(addresses) >= COVER_MIN * len(records) for addresses in led.values())


def _outside(tree: Tree, records: list[Record], node: int) -> bool:
    """Whether an element of the page is shown, and in none of the records."""
    return node >= 0 and not tree.unseen[node] and record_around(records, node) < 0
