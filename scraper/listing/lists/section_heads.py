"""Sections of one rank: lists below headings of one build at one place of a page are its parts alike, however their entries are built."""

from __future__ import annotations

from scraper.listing.dates.date_alone import is_period
from scraper.listing.lists.headed_part import own_heading
from scraper.listing.markup.bearers import between, headings
from scraper.listing.markup.tree import Tree
from scraper.listing.markup.zones import zone
from scraper.listing.records.candidate import tokens
from scraper.listing.records.counts import Counts
from scraper.listing.words.wording import is_root

NO_SECTION = (-1, "")


def section_head(tree: Tree, counts: Counts, node: int) -> tuple[int, str]:
    """Find the heading below the page's own whose section a list stands in.

    Args:
        tree: the page.
        counts: its running totals.
        node: the list's first node.

    Returns:
        The heading, and the tags and classes that lead to it; `NO_SECTION` where the page's own heading is the list's, on a site's front,
        in navigation, and below a heading that is a link or a month.
    """
    own = own_heading(tree, counts)
    if own < 0 or is_root(tree.url) or zone(tree, node)[0]:
        return NO_SECTION
    for head in reversed(between(headings(tree), own + 1, node)):
        top = head
        while tree.parents[top] >= 0 and _says_as_much(counts, tree, tree.parents[top], head):
            top = tree.parents[top]
        around = tree.parents[top]
        if not around <= node < tree.ends[around]:
            continue  # an entry's, or another section's
        if counts.links[tree.ends[top]] > counts.links[top] or is_period(tree.text(head)):
            return NO_SECTION
        way = [head, *tree.around(tree.parents[head])]
        return head, " ".join(".".join([tree.tags[at], *sorted(tokens(tree, at))]) for at in way)
    return NO_SECTION


def _says_as_much(counts: Counts, tree: Tree, around: int, head: int) -> bool:
    chars = counts.chars
    return chars[tree.ends[around]] - chars[around] <= chars[tree.ends[head]] - chars[head]
