"""Which of its links an entry leads by: its title's, one in its title, a button that tells more, or the rarest in the list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection
from functools import cache

from scraper.listing.dates.dated import clock_alone
from scraper.listing.fields.entry_links import by_id, on_days, permalinks
from scraper.listing.fields.stock_teasers import REPEATED_SHARE
from scraper.listing.markup.resolve import parts_of
from scraper.listing.markup.slots import only_asks
from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import SCRIPTED
from scraper.listing.records.labels import file_of, is_more, leads_to_file
from scraper.listing.records.lines import Piece, Record
from scraper.listing.words.wording import promises_details

# In so many entries stand several files, where a page of an entry's own comes before its files.
SEVERAL_FILES = 0.5
_LETTER = re.compile(r"[^\W\d_]")


def own_links(tree: Tree, records: list[Record], titles: list[Piece | None]) -> list[str]:
    """Find where each entry leads: where its day does in posts, else its title, else the link that tells it from the others.

    Args:
        tree: the page.
        records: the list's records.
        titles: the title of each.

    Returns:
        One address a record, as written; "" where it has no link.
    """
    everywhere = Counter(href for record in records for href in {href for _, href in record.hrefs})
    least = REPEATED_SHARE * len(records) if len(records) > 2 else len(records)
    common = {href for href, times in everywhere.items() if times > least} | _of_the_frame(tree, records)
    once = {href for href, times in everywhere.items() if times == 1}
    paged = _pages(tree, records)
    days = cache(lambda: on_days(tree, records))  # few lists ask
    dated = permalinks(tree, records, titles) or [""] * len(records)
    return [
        day or _leads(title, common) or _own_link(tree, record, title, common, once, paged, days)
        for record, title, day in zip(records, titles, dated, strict=True)
    ]


def _leads(title: Piece | None, common: set[str]) -> str:
    """Where a title leads, "" where that is a script or where most others lead."""
    href = title.href if title is not None else ""
    return "" if href in common or _by_script(href) else href


def _own_link(
    tree: Tree,
    record: Record,
    title: Piece | None,
    common: set[str],
    once: set[str],
    paged: frozenset[str],
    days: Callable[[], Collection[str]],
) -> str:
    """The link of an entry whose title leads nowhere: one in the title, a button that tells more, or the rarest."""
    hrefs = [(node, href) for node, href in record.hrefs if not _by_script(href)]
    if not hrefs:
        return ""
    inside = [href for node, href in hrefs if title and node <= title.last and title.first < tree.ends[node]]
    if len(inside) > 1:
        return next((href for href in inside if href not in days()), inside[0])
    if inside:
        return inside[0]
    own = [href for _, href in hrefs if href not in common] or [href for _, href in hrefs]
    more = next((href for node, href in hrefs if href in own and is_more(tree.text(node))), "")
    if more:
        return more
    times = Counter(own)
    rare = [href for href in times if href in once] or list(times)
    rare = [href for href in rare if href in paged] or rare  # its page before its files
    if len(rare) > 1:  # the list from this entry's hour on is no page of it
        asked = {href for node, href in hrefs if _asks_by_number(tree, node, href)}
        rare = [href for href in rare if href not in asked] or rare
        rare = [href for node, href in hrefs if href in rare and by_id(tree, node, href)] or rare
    if len(rare) > 1:  # the day's before a category's, which an only entry in it does not share
        rare.sort(key=lambda href: href not in days())
    return max(rare, key=times.__getitem__, default="")


def _by_script(href: str) -> bool:
    return href.startswith(SCRIPTED)


def _pages(tree: Tree, records: list[Record]) -> frozenset[str]:
    """The pages of entries that hold several files: addresses of the page's host that differ in their path, one an entry.

    Beside one file, or one in several formats, stand links to share, cite or order it.
    """
    files = [{file_of(href) for _, href in record.hrefs} - {""} for record in records]
    if sum(len(held) > 1 for held in files) < SEVERAL_FILES * len(records):
        return frozenset()
    beside = [
        {
            (parts_of(tree.link(href)).path, href)
            for _, href in record.hrefs
            if not leads_to_file(href) and tree.is_home(href)
        }
        for record in records
    ]
    times = Counter(path for held in beside for path in {path for path, _ in held})
    return frozenset(href for held in beside for path, href in held if times[path] == 1)


def own_pages(tree: Tree, records: list[Record], titles: list[Piece | None]) -> list[str]:
    """Where another link leads to each record's own page, if what titles lead to returns: a committee's page beside each meeting's.

    Nothing where that is a file, another site's or a place on a page: a calendar's entry, tickets, comments.
    """
    led = Counter(title.href for title in titles if title is not None and title.href)
    if max(led.values(), default=0) < 2 or 2 * sum(map(leads_to_file, led)) > len(led):
        return []
    often = len(led) <= RETURNING * len(records)
    named: dict[str, list[str]] = {}
    for record in records:
        for text, href in {tree.text(node): href for node, href in reversed(record.hrefs)}.items():
            if _LETTER.search(text) and (often or promises_details(text)) and _is_page(tree, href):
                named.setdefault(text, []).append(href)
    apart = {
        text: hrefs
        for text, hrefs in named.items()
        if len(hrefs) == len(records) == len({*hrefs} - led.keys())
    }
    first = next((text for node, _ in records[0].hrefs if (text := tree.text(node)) in apart), "")
    return apart.get(first, [])


def _is_page(tree: Tree, href: str) -> bool:
    return tree.is_home(href) and not parts_of(tree.link(href)).fragment and not leads_to_file(href)


RETURNING = 0.5
"""Pages that titles lead to, of the entries; with more many have their own, one or another is listed twice, and only a
button that tells more leads to an entry's."""


def _of_the_frame(tree: Tree, records: list[Record]) -> set[str]:
    """Links that ask the page itself for more, where few entries have one: those of a pager below the last entry."""
    own = [
        {href for _, href in record.hrefs if "?" in href and only_asks(tree.url, tree.link(href))}
        for record in records
    ]
    return set().union(*own) if sum(map(bool, own)) <= FRAME_SHARE * len(records) else set()


def _asks_by_number(tree: Tree, node: int, href: str) -> bool:
    """Whether a link only asks the page for something by an hour, `?from=4711`; by its number or its whole day an entry is called: `?id=7`."""
    if "?" not in href or not only_asks(tree.url, tree.link(href)):
        return False
    said = tree.text(node)
    return not said or clock_alone(said)


FRAME_SHARE = 0.2  # of the entries: 29 of 4,560 made pages are right with it that were not, of 78 captured ones none is other
