"""What ends the line of a teaser in elements of its own behind a whole sentence: who wrote it, its heading, how often it was read.

`<p>The bridge is closed for nine weeks. <span>Ann Roe</span></p>`: the list proves it, for most of its teasers end so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scraper.listing.fields.cited_titles import is_citation
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import kind_of
from scraper.listing.records.counts import width
from scraper.listing.records.lines import Piece
from scraper.listing.words.sentence_ends import SENTENCE_ENDS

MOST = 0.9
"""Of the teasers, those that end so: one may end in a word that is set apart."""
FEWEST = 3
"""Teasers that tell what the others have alike."""
TAIL_MAX = 40.0
"""How wide (`counts.width`) all of it is: a name, a heading, a count and what they are called."""
_MARKS = " \xa0|•·–—-/()[]"
_QUOTES = _MARKS + '”»"'  # what is quoted is a sentence where it ends as one: `"Two are left" says Ann Roe`


def tails(tree: Tree, teasers: Sequence[Piece]) -> dict[int, int]:
    """Find where what is no teaser begins in each line, by the line's first node.

    Args:
        tree: the page.
        teasers: a list's teasers, one of each entry.

    Returns:
        The first node of each tail; empty where most teasers have none.
    """
    found = {line.first: first for line in teasers if (first := _tail(tree, line)) > 0}
    builds = Counter(kind_of(tree, first) for first in found.values())
    usual, times = builds.most_common(1)[0] if builds else (("", ""), 0)
    if times < max(FEWEST, MOST * len(teasers)):
        return {}
    return {line: first for line, first in found.items() if kind_of(tree, first) == usual}


def without_teasers(tree: Tree, lines: Sequence[tuple[Piece, Piece, str]]) -> set[int]:
    """Find the lines of titles that say no teaser beside it but a place in a journal or short bits, if most of a list's do.

    Args:
        tree: the page.
        lines: the line that holds a title and says more, the title, and the entry's date as written ("" without), of each entry.

    Returns:
        The first node of each such line.
    """
    found = {
        line.first
        for line, title, day in lines
        if is_citation(line, title, day) or _in_bits(tree, line, title)
    }
    return found if 2 * len(found) > len(lines) else set()


def _in_bits(tree: Tree, line: Piece, title: Piece) -> bool:
    """Whether a title's line says the rest in several short elements side by side: a court, a number, a day, and no sentence."""
    around = tree.parents[title.first]
    while tree.ends[around] <= line.last:
        around = tree.parents[around]
    nodes = [at for at in range(title.last + 1, line.last + 1) if tree.pieces[at].strip()]
    bits = list(dict.fromkeys(_below(tree, around, at) for at in nodes))
    said = [tree.text(max(bit, title.last + 1), tree.ends[bit]) for bit in bits]
    return (
        len(said) > 1
        and all(tree.tags[bit] for bit in bits)
        and all(width(text) < TAIL_MAX and not text.endswith(SENTENCE_ENDS) for text in said)
    )


def _tail(tree: Tree, line: Piece) -> int:
    """The first of the elements that end a line behind a sentence and are none, -1 without."""
    first = line.last + 1
    while first > line.first:
        top = _element(tree, line, first - 1)
        if top < 0:
            return -1
        first = top
        before = tree.text(line.first, first).rstrip(_QUOTES)
        said = tree.text(first, line.last + 1).strip(_MARKS)
        if width(said) > TAIL_MAX or said.endswith(SENTENCE_ENDS):
            return -1
        if before.endswith(SENTENCE_ENDS):
            return first
        while first > line.first and not tree.pieces[first - 1].strip() and not tree.tags[first - 1]:
            first -= 1  # white space between two elements
    return -1


def _element(tree: Tree, line: Piece, node: int) -> int:
    """The inline element below the line's own that holds a node, -1 where its text stands bare."""
    top = _below(tree, line.first, node)
    return top if tree.tags[top] else -1


def _below(tree: Tree, above: int, node: int) -> int:
    """The node itself, or the topmost element around it that begins behind `above`."""
    while tree.parents[node] > above:
        node = tree.parents[node]
    return node
