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


def lone_entry(tree: Tree, counts: Counts) -> Candidate | None:
    """Find the element that is the only entry of a page called a listing.

    Args:
        tree: the page.
        counts: its running totals.

    Returns:
        It as a list of one record; None where the page's own part has more headings with a link, or it has not one date.
    """
    part = headed_part(tree, counts) if called_listing(tree) else None
    if part is None:
        return None
    own = own_heading(tree, counts)
    heads = between(headings(tree), tree.ends[own], part[1])
    titles = [node for node in heads if _is_linked(tree, counts, node)]
    if len(titles) != 1:
        return None
    node = titles[0]
    while tree.parents[node] > own:  # what begins before the page's heading is around both
        node = tree.parents[node]
    while tree.tags[node] in _HOLDERS and tree.parents[titles[0]] != node:
        node = next(at for at in tree.around(titles[0]) if tree.parents[at] == node)
    if counts.dates[tree.ends[node]] - counts.dates[node] != 1:
        return None
    return Candidate("siblings", tree.parents[node], tree.tags[node], "", [node], [tree.ends[node]])


def _is_linked(tree: Tree, counts: Counts, node: int) -> bool:
    return counts.links[tree.ends[node]] > counts.links[node] or tree.parents[node] in counts.hrefs
