"""Where posts without titles lead: the link on the day of each, `<a href=/posts/7>3 May 2026</a>`, not in a sentence.

The first sentence is such a post's title, and what it links is somebody's account, or the site that it speaks of.
"""

from __future__ import annotations

from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import SCRIPTED
from scraper.listing.records.lines import Piece, Record

# Of the records, those whose day is a link; and those whose title holds one or is one.
COVER_MIN, TITLED_MAX = 0.8, 0.5
# Characters that a link on a day may have beside the day: "6:24 PM", "on".
BESIDE_MAX = 8
# Of a title's characters, those of a link that it is; a name or a word of a sentence has fewer.
NAMED_MIN = 0.5


def permalinks(tree: Tree, records: list[Record], titles: list[Piece | None]) -> list[str]:
    """One address a record, "" for one that has none or whose whole title leads to a page of the site.

    Args:
        tree: the page.
        records: the list's records.
        titles: what each is called.

    Returns:
        Nothing where titles are links by and large, or few days are.
    """
    linked = sum(map(_is_linked, records, titles))
    if not 0 < linked <= TITLED_MAX * len(records):
        return []
    return [
        "" if href and _is_called(tree, record, title, href) else href
        for record, title, href in zip(records, titles, on_days(tree, records), strict=False)
    ]


def on_days(tree: Tree, records: list[Record]) -> list[str]:
    """The link on the day of each record, "" for one that has none; nothing where few have one, or two have the same."""
    found = [_on_the_day(tree, record) for record in records]
    led = [href for href in found if href]
    return found if len(led) >= COVER_MIN * len(records) and len({*led}) == len(led) else []


def _is_linked(record: Record, title: Piece | None) -> bool:
    if title is None:
        return False
    return bool(title.href) or any(title.first <= node <= title.last for node, _ in record.hrefs)


def _on_the_day(tree: Tree, record: Record) -> str:
    for node, href in record.hrefs:
        text = tree.text(node)
        if (
            any(
                node <= spot.first < tree.ends[node] and len(text) <= len(spot.text) + BESIDE_MAX
                for spot in record.spots
            )
            and not href.startswith(SCRIPTED)
            and tree.is_home(href)
        ):
            return href
    return ""


def _is_called(tree: Tree, record: Record, title: Piece | None, day: str) -> bool:
    """Whether another page of the site is called by most of a title."""
    return title is not None and any(
        href != day
        and (text := tree.text(node)) in title.text
        and len(text) > NAMED_MIN * len(title.text)
        and tree.is_home(href)
        for node, href in record.hrefs
    )
