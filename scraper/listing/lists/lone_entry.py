"""The one entry of a list, which repeats nothing: what the markup calls an entry is believed alone, a card or a row is where it is all there is.

A year's archive of one notice, the last page of a list, a tag used once: below the page's own heading, which calls the page a listing,
stand one linked heading and one day.
"""

from __future__ import annotations

from scraper.listing.lists.headed_part import headed_part, own_heading
from scraper.listing.markup.bearers import between, headings
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts
from scraper.listing.words.wording import called_listing

_HOLDERS = frozenset({"ul", "ol", "table", "tbody"})
BEFORE_MAX = 120.0
"""Characters of an entry before its title: a day, a kind, whose it is. A text with a heading that leads on below it is no entry."""


def lone_entry(tree: Tree, counts: Counts) -> Candidate | None:
    """Find the element that is the only entry of a page called a listing.

    Returns:
        It as a list of one record; None where the page's own part has more headings with a link, or its one leads here, stands below a text
        or another heading, or has not one date.
    """
    part = headed_part(tree, counts) if called_listing(tree) else None
    if part is None:
        return None
    own = own_heading(tree, counts)
    heads = between(headings(tree), tree.ends[own], part[1])
    titles = [(node, href) for node in heads if (href := _href(tree, counts, node))]
    if len(titles) != 1:
        return None
    title, href = titles[0]
    if tree.link(href).partition("#")[0] == tree.here:  # an article below "News"
        return None
    node = _entry_around(tree, counts, title, own)
    if node is None or node == title or len(between(heads, node, tree.ends[node])) > 1:
        return None
    if counts.chars[title] - counts.chars[node] > BEFORE_MAX:
        return None
    return Candidate("siblings", tree.parents[node], tree.tags[node], "", [node], [tree.ends[node]])


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
