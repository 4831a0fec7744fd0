"""The one entry of a list, which repeats nothing: what the markup calls an entry is believed alone, a card or a row is where it is all there is.

A year's archive of one notice, the last page of a list, a tag used once: below the page's own heading, or in its main part, stand one
title that leads on and one day.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from scraper.listing.lists.headed_part import headed_part, own_heading, says_title
from scraper.listing.lists.main_part import main_parts
from scraper.listing.markup.bearers import between, headings
from scraper.listing.markup.resolve import host_of
from scraper.listing.markup.tree import Tree
from scraper.listing.markup.zones import zone
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import TITLE_MIN, Counts
from scraper.listing.words.wording import called_listing, is_root

_HOLDERS = frozenset({"ul", "ol", "dl", "table", "tbody"})
BEFORE_MAX = 120.0
"""Characters of an entry before its title: a day, a kind, whose it is. A text with a heading that leads on below it is no entry."""


def lone_entry(tree: Tree, counts: Counts) -> Candidate | None:
    """Find the element that is the only entry of a page.

    Returns:
        It as a list of one record; None where the page's own part has more titles that lead on, or its one leads here, stands below a text
        or another heading, or has not one date.
    """
    part = _own(tree, counts)
    if part is None:
        return None
    own = own_heading(tree, counts)
    first = tree.ends[own] if part[0] <= own < part[1] else part[0]
    heads = between(headings(tree), first, part[1])
    titles = [(node, href) for node in heads if (href := _href(tree, counts, node))]
    if not titles:
        heads, titles = [], _title_links(tree, counts, first, part[1])
    if len(titles) != 1 or not _leads_on(tree, titles[0][1]):
        return None
    title = titles[0][0]
    node = _entry_around(tree, counts, title, max(own, part[0]) if own < part[1] else part[0])
    if node is None or node == title or len(between(heads, node, tree.ends[node])) > 1:
        return None
    if counts.chars[title] - counts.chars[node] > BEFORE_MAX:
        return None
    return Candidate("siblings", tree.parents[node], tree.tags[node], "", [node], [tree.ends[node]])


def title_of(tree: Tree, counts: Counts, start: int, end: int) -> int | None:
    """Find the one title by which a record leads to another page, its heading or a link.

    Returns:
        Its node; None where there are more, and where the record is what this page tells itself: its article, headed by its title.
    """
    heads = between(headings(tree), start, end)
    titles = [(node, href) for node in heads if (href := _href(tree, counts, node))]
    titles = titles or _title_links(tree, counts, start, end)
    if len(titles) != 1 or start <= own_heading(tree, counts) < end:
        return None
    title, href = titles[0]
    if counts.chars[title] - counts.chars[start] > BEFORE_MAX or says_title(tree, title):
        return None
    return title if _leads_on(tree, href) else None


def _own(tree: Tree, counts: Counts) -> tuple[int, int] | None:
    """The part of a page to look in: what a heading opens that names a listing, else the main part, else what any heading opens."""
    headed, parts = headed_part(tree, counts), main_parts(tree)
    if called_listing(tree) and headed:
        return headed
    return parts[0] if len(parts) == 1 else headed


def _title_links(tree: Tree, counts: Counts, start: int, end: int) -> list[tuple[int, str]]:
    """Links as long as titles, outside navigation and the like, the first to each address; none where the first stands in a sentence."""
    first: dict[str, int] = {}
    for node in between(list(counts.hrefs), start, end):
        if counts.link_lengths[node] >= TITLE_MIN and not zone(tree, node)[0]:
            first.setdefault(counts.hrefs[node], node)
    lines = [tree.block(node) for node in first.values()]
    if any(counts.unlinked(line, tree.ends[line]) > LINE_MAX for line in lines if line >= start):
        return []
    return [(node, href) for href, node in first.items()]


LINE_MAX = 40.0
"""Characters that stand outside links in the line of a title: a day, a kind, whose it is."""


def _leads_on(tree: Tree, href: str) -> bool:
    """Whether an address is another page of the site, and none that this one lies below: `/blog/` on `/blog/tags/quay/`."""
    link = tree.link(href).partition("#")[0]
    below = urlsplit(link).path.rstrip("/") + "/"
    return (
        link != tree.here  # an article below "News"
        and host_of(link) == host_of(tree.url)
        and not is_root(link)
        and not urlsplit(tree.here).path.startswith(below)
    )


def _entry_around(tree: Tree, counts: Counts, title: int, own: int) -> int | None:
    """The largest element around a title that holds one date and begins where the smallest does; None where that is not below the heading."""
    node = title
    while not (dates := _dates(tree, counts, node)) or tree.tags[node] in _HOLDERS:
        node = tree.parents[node]
        if node <= own:  # what begins before the page's heading is around both
            return None
    if dates > 1:
        return None
    around = tree.parents[node]
    while around > own and tree.tags[around] not in _HOLDERS and _dates(tree, counts, around) == 1:
        if counts.chars[node] > counts.chars[around]:  # it says more before the entry
            break
        node, around = around, tree.parents[around]
    return node


def _dates(tree: Tree, counts: Counts, node: int) -> int:
    return counts.dates[tree.ends[node]] - counts.dates[node]


def _href(tree: Tree, counts: Counts, node: int) -> str:
    """Where a heading leads, by a link in it or around it."""
    return next(
        (
            counts.hrefs[at]
            for at in (*range(node, tree.ends[node]), tree.parents[node])
            if at in counts.hrefs
        ),
        "",
    )
