"""What else a page says of the entries of its lists: the text of another box that leads to nothing but the same address.

A slider or a lead shows an entry again with a teaser of its own. Where it is another text than the list's, the entry's own
page can tell which of the two is its beginning.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from scraper.listing.entry import FoundList
from scraper.listing.fields.other_names import linked, page_of
from scraper.listing.markup.tree import Tree
from scraper.listing.text_lines import longest_line

TEASER_MIN = 60
"""Characters of a teaser at least; a shorter line may be a name, a caption, a place."""
_HEAD = 30


def other_teasers(tree: Tree, lists: Sequence[FoundList]) -> dict[str, str]:
    """Find the texts that boxes outside the lists show of their entries.

    Args:
        tree: the page.
        lists: those found on it by structure, with the places of their entries.

    Returns:
        By the entry's address the longest line of the first such box, where it does not begin as the entry's teaser does.
    """
    entries = {
        page_of(entry.url): entry for one in lists for entry in one.entries if entry.url and entry.excerpt
    }
    spans = _spans(tree, lists)
    links = linked(tree)
    outside = {
        address: nodes
        for address in entries.keys() & links.keys() & spans.keys()
        if (nodes := [node for node in links[address] if not spans[address][0] <= node < spans[address][1]])
    }
    every = sorted(chain.from_iterable(links.values())) if outside else []
    found = {}
    for address, nodes in outside.items():
        entry = entries[address]
        told = _told(tree, nodes, links[address], every)
        line = next((text for text in told if len(text) >= TEASER_MIN), "")
        if line and line != entry.title and line[:_HEAD] != entry.excerpt[:_HEAD]:
            found[entry.url] = line
    return found


def _told(tree: Tree, nodes: Sequence[int], own: Sequence[int], every: Sequence[int]) -> Iterator[str]:
    """The longest line of the largest element around each link all of whose links are the entry's own."""
    for link in nodes:
        box = link
        while (around := tree.parents[box]) >= 0 and _between(own, tree, around) == _between(
            every, tree, around
        ):
            box = around
        if box != link:
            yield longest_line(tree, box)


def _between(nodes: Sequence[int], tree: Tree, around: int) -> int:
    return bisect_left(nodes, tree.ends[around]) - bisect_left(nodes, around)


def _spans(tree: Tree, lists: Iterable[FoundList]) -> dict[str, tuple[int, int]]:
    """The nodes of each entry: from its first one to the next entry's, at most to the end of its parent."""
    found = {}
    for one in lists:
        ends = [*one.places[1:], len(tree)]
        for entry, first, after in zip(one.entries, one.places, ends, strict=False):
            own = tree.ends[tree.parents[first]] if tree.parents[first] >= 0 else len(tree)
            found[page_of(entry.url)] = first, min(after, own)
    return found
