"""Lines that name a kind of list right above one and are no headings by their element: `<p><strong>Events</strong></p>`, `<div class="title">`.

A builder's page writes few headings. Its lines are told from labels of entries by what stands beside them: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from scraper.listing.markup.elements import HEADINGS
from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import Counts
from scraper.listing.words.wording import CHARS_MAX, kinds_named

# Between a list and the line that heads it stand a link to all of them and a sentence or two; between two records a line alone.
ABOVE_MAX, BETWEEN_MAX = 4, 2
NODES_MAX = 60
"""Nodes looked at above a record."""


def kind_line(tree: Tree, counts: Counts, starts: Sequence[int], at: int) -> int:
    """Find the line that names a kind of list above one of its records.

    Args:
        tree: the page.
        counts: its running totals.
        starts: the first node of each record.
        at: which record; a line between two heads those below it.

    Returns:
        The line's text node; -1 where nothing tells.
    """
    for record in range(at, -1, -1):
        floor = tree.ends[starts[record - 1]] if record else 0
        if floor >= starts[record]:  # nearly all: nothing stands between them
            continue
        found = _above(tree, counts, starts[record], floor, BETWEEN_MAX if record else ABOVE_MAX)
        if found >= 0:
            return found
    return -1


def _above(tree: Tree, counts: Counts, start: int, floor: int, most: int) -> int:
    """The line above a node, -1 where none is: no further up than a heading, the nearer of two counts."""
    seen, asked = 0, _asked(tree)
    for node in range(start - 1, max(floor, start - NODES_MAX) - 1, -1):
        if tree.tags[node] in HEADINGS and not tree.unseen[node]:
            break
        if tree.tags[node] or not (said := tree.pieces[node].strip()):
            continue
        if node not in asked:
            asked[node] = (
                len(said) <= CHARS_MAX and bool(kinds_named(said)) and not tree.inside(node, HEADINGS)
            )
        if asked[node] and _stands_alone(tree, counts, node, start):
            return node
        seen += 1
        if seen == most:
            break
    return -1


@lru_cache(maxsize=1)
def _asked(tree: Tree) -> dict[int, bool]:
    """Which text nodes name a kind of list outside headings: those asked so far, as each candidate asks the lines above it again."""
    return {}


def _stands_alone(tree: Tree, counts: Counts, line: int, start: int) -> bool:
    """Whether the largest element around a line that a list below it does not lie in says the line, and links beside it at most."""
    branch = line
    while tree.ends[parent := tree.parents[branch]] <= start:
        branch = parent
    end = tree.ends[branch]
    own = counts.chars[line + 1] - counts.chars[line]
    if counts.unlinked(line, line + 1) < own:  # a link itself: beside others it is a tab or a step of a path
        return counts.chars[end] - counts.chars[branch] == own
    return counts.unlinked(branch, end) == own
