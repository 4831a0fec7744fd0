"""A row of page numbers of which none is a link or a button: `<span>1</span><span>2</span>`, which only a script turns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import Tree
from scraper.listing.pager import next_words
from scraper.listing.pager.claims import LABEL_MAX, PAGER_NAME, names_around, number_of
from scraper.listing.pager.row import CLIMB, ROW_TEXT
from scraper.listing.pager.vetoes import of_carousel

DAYS_MIN = 28
"""From so many numbers on, none left out, they are the days of a month."""
_PRESSED = ("button", "label", "select")


def unlinked(tree: Tree) -> str:
    """The numbers of a pager without links, as the page shows them: "1 2 3 4"; "" where there is none.

    They count up from 1 in elements of their own, and their box is named as a pager's or says "next".
    """
    for node, tag in enumerate(tree.tags):
        if tag or tree.pieces[node].strip() != "2" or tree.unseen[node]:
            continue
        for box in _boxes(tree, node):
            shown = [at for at in range(box, tree.ends[box]) if not tree.tags[at] and tree.pieces[at].strip()]
            labels = [(at, label) for at in shown if (label := number_of(tree.pieces[at])) is not None]
            if len(labels) > 1:
                if len(labels) < DAYS_MIN and _count_up(tree, labels) and _is_pager(tree, node, box, shown):
                    return " ".join(str(label) for _, label in labels)
                break
    return ""


def chosen_by_script(tree: Tree) -> str:
    """The pages of a box to choose one from, without a form that asks for them: "1 2 3 4"; "" on the last, or without the word page."""
    for box in called(tree, ("select",)):
        options = [node for node in range(box, tree.ends[box]) if tree.tags[node] == "option"]
        labels = [number_of(tree.attr(node, "value")) for node in options]
        around = tree.parents[box]
        if (
            len(labels) < 2
            or labels != list(range(1, len(labels) + 1))
            or "selected" in tree.attrs[options[-1]]
        ):
            continue
        if tree.fits(around, ROW_TEXT) and next_words.of_page(tree.text(around)):
            return " ".join(map(str, labels))
    return ""


def _boxes(tree: Tree, node: int) -> Iterator[int]:
    """The elements around a number that hold no more than a pager, the nearest first."""
    box = tree.parents[node]
    for _ in range(CLIMB):
        box = tree.parents[box]
        if box < 0 or len(tree.text(box)) > ROW_TEXT:
            return
        yield box


def _count_up(tree: Tree, labels: list[tuple[int, int]]) -> bool:
    """Whether numbers begin with 1 and 2 and rise, each in an element of its own that nobody can press."""
    rising = all(label < further for (_, label), (_, further) in pairwise(labels))
    alone = len({tree.parents[at] for at, _ in labels}) == len(labels)
    pressed = any(tree.inside(at, _PRESSED) or _leads(tree, at) for at, _ in labels)
    return [label for _, label in labels[:2]] == [1, 2] and rising and alone and not pressed


def _leads(tree: Tree, node: int) -> bool:
    """Whether a text stands in a link that has an address: without one only a script makes it lead anywhere."""
    return (link := tree.within(node, ("a",))) >= 0 and bool(tree.attr(link, "href"))


def _is_pager(tree: Tree, node: int, box: int, shown: list[int]) -> bool:
    """Whether a row of numbers is named as a pager's, or has what says "next" beside it, and turns no pictures."""
    if of_carousel(tree, tree.parents[node]):
        return False
    named = PAGER_NAME.search(names_around(tree, tree.parents[node])) is not None
    beside = (tree.pieces[at].strip() for at in shown)
    return named or any(len(text) <= LABEL_MAX and next_words.said(text) == "next" for text in beside)
