"""Links that a sentence goes on through, `The <a>Port Board</a> meets on Monday`, told from buttons and categories beside it.

Where many teasers name one office with a link, its name is no button, and a teaser without it no sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from scraper.listing.markup.tree import Tree, collapse
from scraper.listing.records.labels import is_more
from scraper.listing.records.lines import Piece

_CLOSING = frozenset(".,;:!?)’”")
_INLINE = frozenset("span em i u b strong small".split())


def in_sentence(tree: Tree, line: Piece, part: Piece, others: Set[int]) -> bool:
    """Whether a sentence goes on through a link: words stand before it that no mark ends, and behind it, or small letters do.

    Args:
        tree: the page.
        line: the line.
        part: the link; one that says "read more" never is a part of a sentence.
        others: the nodes of all links, and of the title: their words are none of the sentence.
    """
    if part.last < line.first or line.last < part.first or is_more(part.text):
        return False
    before = _nearest(tree, range(part.first - 1, max(line.first, part.first - FAR) - 1, -1), others)[-1:]
    behind = _nearest(tree, range(part.last + 1, min(line.last, part.last + FAR) + 1), others)[:1]
    if behind.islower():
        return not before or before.isalnum() or before == ","
    return before.isalnum() and (behind.isalnum() or behind in _CLOSING)


def _nearest(tree: Tree, nodes: Iterable[int], others: Set[int]) -> str:
    """The text nearest to a link that is none of another."""
    said = (tree.pieces[node].strip() for node in nodes if node not in others)
    return next(filter(None, said), "")


FAR = 50
"""Nodes beside a link in which the words of its sentence stand: ten thousand links in a line are not looked over each for each."""


def ends_in_button(tree: Tree, last: int) -> bool:
    """Whether the text that ends a line is all of an inline element and says "read more": a card that is one link has it as such."""
    return tree.tags[tree.parents[last]] in _INLINE and is_more(collapse(tree.pieces[last]))
