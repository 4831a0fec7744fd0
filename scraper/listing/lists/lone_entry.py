"""The one entry of a list, which repeats nothing: what the markup calls an entry is believed alone, a card or a row is where it is all there is.

A year's archive of one notice, the last page of a list, a tag used once: below the page's own heading, or in its main part, stand one
title that leads on and one day.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from urllib.parse import urlsplit

import numpy as np

from scraper.listing.grouping.features import Floats
from scraper.listing.lists.headed_part import headed_part, own_heading, says_title
from scraper.listing.lists.main_part import BEHIND, main_parts
from scraper.listing.markup.bearers import between, headings
from scraper.listing.markup.resolve import host_of
from scraper.listing.markup.tree import Tree
from scraper.listing.markup.zones import zone
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import TITLE_MIN, Counts, holding
from scraper.listing.words.wording import called_listing, folder_of, is_root

_ARTICLE = frozenset({"article"})
_HOLDERS = frozenset({"ul", "ol", "dl", "table", "tbody"})
BEFORE_MAX = 120.0
"""Characters of an entry before its title: a day, a kind, whose it is. A text with a heading that leads on below it is no entry."""


def lone_entry(tree: Tree, counts: Counts) -> Candidate | None:
    """Find the element that is the only entry of a page.

    Returns:
        It as a list of one record; None where the page's own part has more titles that lead on, or its one leads here, stands below a text
        or another heading, or has no date or several, and where an article's heading does.
    """
    part = _own(tree, counts)
    own = own_heading(tree, counts)
    first = tree.ends[own] if part[0] <= own < part[1] else part[0]
    heads = [node for node in between(headings(tree), first, part[1]) if not zone(tree, node)[0]]
    titles = _titles(tree, counts, heads)
    if not titles:
        heads, titles = [], _title_links(tree, counts, first, part[1])
    if len(titles) != 1 or (not heads and _of_menu(tree, counts, titles[0])):
        return None
    title = titles[0]
    node = _entry_around(tree, counts, title, max(own, part[0]) if own < part[1] else part[0])
    if node is None or (node == title and heads) or len(between(heads, node, tree.ends[node])) > 1:
        return None
    if counts.chars[title] - counts.chars[node] > BEFORE_MAX:
        return None
    return Candidate("siblings", tree.parents[node], tree.tags[node], "", [node], [tree.ends[node]])


def behind_lone(
    tree: Tree, counts: Counts, found: Sequence[Candidate], scores: Floats, lone: Candidate | None
) -> Floats:
    """Return the scores, with all behind a page's one entry that lies in navigation or the like, or is the entry's frame beside such.

    Args:
        tree: the page.
        counts: its running totals.
        found: its candidates.
        scores: theirs.
        lone: the entry (`lone_entry`), one of the candidates by its span; None where there is none.
    """
    at = next((at for at, one in enumerate(found) if lone is not None and one.spans == lone.spans), -1)
    if at < 0:
        return scores
    lower = scores.copy()
    for rival in np.flatnonzero(scores > scores[at]).tolist():
        if len(found[rival].starts) > 1 and _frames(tree, counts, found[rival], found[at]):
            lower[rival] = scores[at] - BEHIND
    return lower


def _frames(tree: Tree, counts: Counts, one: Candidate, lone: Candidate) -> bool:
    """Whether of the records of a grouping those outside navigation and the like are around or in a page's one entry, or beside it without a day."""
    start, end = lone.starts[0], lone.ends[0]
    others = [span for span in one.spans if not zone(tree, span[0])[0]]
    beside = [span for span in others if span[1] <= start or end <= span[0]]
    return not others or (len(beside) < len(others) and not holding(counts.dates, beside))


def title_of(tree: Tree, counts: Counts, start: int, end: int) -> int | None:
    """Find the one title by which a record leads to another page, its heading or a link.

    Returns:
        Its node; None where there are more, and where the record is what this page tells itself: its article, headed by its title.
    """
    heads = between(headings(tree), start, end)
    titles = _titles(tree, counts, heads) or _title_links(tree, counts, start, end)
    if len(titles) != 1 or start <= own_heading(tree, counts) < end:
        return None
    title = titles[0]
    late = counts.chars[title] - counts.chars[start] > BEFORE_MAX
    return None if late or says_title(tree, title) else title


def _own(tree: Tree, counts: Counts) -> tuple[int, int]:
    """The part of a page to look in: what a heading opens that names a listing, else the main part, else what any heading opens, else all."""
    headed, parts = headed_part(tree, counts), main_parts(tree)
    if headed and called_listing(tree):
        return headed
    return parts[0] if len(parts) == 1 else headed or (0, len(tree))


def _titles(tree: Tree, counts: Counts, heads: list[int]) -> list[int]:
    """The first two of the headings that lead on: one is a title, two are none."""
    leading = (node for node in heads if (href := _href(tree, counts, node)) and _leads_on(tree, href))
    return [*islice(leading, 2)]


def _title_links(tree: Tree, counts: Counts, start: int, end: int) -> list[int]:
    """Links as long as titles that lead on, outside navigation and the like, to the first two addresses.

    None where one stands in a sentence, and where an article tells itself.
    """
    if _tells_itself(tree, counts, between(headings(tree), start, end)):
        return []
    first: dict[str, int] = {}
    for node in between(list(counts.hrefs), start, end):
        href = counts.hrefs[node]
        if counts.link_lengths[node] >= TITLE_MIN and not zone(tree, node)[0] and _leads_on(tree, href):
            first.setdefault(href, node)
            if len(first) > 1:
                break
    lines = [tree.block(node) for node in first.values()]
    if any(counts.unlinked(line, tree.ends[line]) > LINE_MAX for line in lines if line >= start):
        return []
    return list(first.values())


LINE_MAX = 40.0
"""Characters that stand outside links in the line of a title: a day, a kind, whose it is."""


def _of_menu(tree: Tree, counts: Counts, node: int) -> bool:
    """Whether a link is all that its item says, and another item beside it says as little, none a day: of a menu's links one may be as long as a title."""
    item = tree.within(node, _ITEMS)
    if item < 0 or counts.unlinked(item, tree.ends[item]) or _held(counts.dates, tree, tree.parents[item]):
        return False
    beside = (kid for kid in tree.kids(tree.parents[item]) if kid != item and tree.tags[kid] in _ITEMS)
    return any(
        counts.chars[tree.ends[kid]] > counts.chars[kid] and not counts.unlinked(kid, tree.ends[kid])
        for kid in beside
    )


_ITEMS = frozenset({"li"})


def _leads_on(tree: Tree, href: str) -> bool:
    """Whether an address is another page of the site, and none that this one lies below: `/blog/` or `/blog/index.html` on `/blog/tags/quay/`."""
    link = tree.link(href).partition("#")[0]
    return (
        link != tree.here  # an article below "News"
        and host_of(link) == host_of(tree.url)
        and not is_root(link)
        and not urlsplit(tree.here).path.startswith(folder_of(link))
    )


def _tells_itself(tree: Tree, counts: Counts, heads: list[int]) -> bool:
    """Whether the heading of an `<article>` leads to the page itself, which tells it whole; a list's own may, too."""
    links = (_href(tree, counts, node) for node in heads if tree.inside(node, _ARTICLE))
    return any(href and tree.link(href).partition("#")[0] == tree.here for href in links)


def _entry_around(tree: Tree, counts: Counts, title: int, own: int) -> int | None:
    """The largest element around a title that holds its day, and that of a change, and begins where the smallest does.

    None where that is not below the heading.
    """
    node = title
    while not (dates := _held(counts.dates, tree, node)) or tree.tags[node] in _HOLDERS:
        node = tree.parents[node]
        if node <= own or tree.tags[node] == "body":  # what begins before the page's heading is around both
            return None
    if len(_lines_of_days(tree, counts, node)) > 1:
        return None
    around = tree.parents[node]
    while around > own and tree.tags[around] not in _HOLDERS and _held(counts.dates, tree, around) == dates:
        if counts.chars[node] > counts.chars[around]:  # it says more before the entry
            break
        if _held(counts.titles, tree, around) > _held(counts.titles, tree, node):  # a box of others behind it
            break
        node, around = around, tree.parents[around]
    return node


def _lines_of_days(tree: Tree, counts: Counts, node: int) -> set[int]:
    """The blocks in which an element tells days, but for what its address does: one tells when it was written, and when changed."""
    inside = range(node, tree.ends[node])
    return {
        tree.block(at) for at in inside if counts.dates[at + 1] > counts.dates[at] and at not in counts.hrefs
    }


def _held(totals: Sequence[int], tree: Tree, node: int) -> int:
    return totals[tree.ends[node]] - totals[node]


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
