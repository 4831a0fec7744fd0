"""The place of an element inside a record: the tags, first classes and table columns on the way to it."""

from __future__ import annotations

import re
from functools import lru_cache

from scraper.listing.markup.spans import CELLS, grid
from scraper.listing.markup.tree import Tree
from scraper.listing.records.boxes import boxes
from scraper.listing.records.candidate import naming


def path_of(tree: Tree, node: int, start: int, paths: dict[int, tuple[str, str]]) -> tuple[str, str]:
    """Path of an element in the record that begins at `start` (tags, first class, table column) and the class and itemprop words on it.

    Of records that are cells themselves, several in a row, columns count from the first cell of each.
    """
    way: list[int] = []
    floor = tree.parents[start]
    while node not in paths and node > floor:
        way.append(node)
        node = tree.parents[node]
    found = paths.get(node, ("", ""))
    for below in reversed(way):  # no recursion: a page may nest deeper than Python calls
        found = paths[below] = _step(tree, below, start, *found)
    return found


def _step(tree: Tree, node: int, start: int, above: str, words: str) -> tuple[str, str]:
    tag, given = tree.tags[node], tree.attrs[node]
    classes = given.get("class")
    own = _own_words(classes, given.get("itemprop"), given.get("id")) if given else "|"
    step = f"{above}/{tag}{_first_token(classes)}" if above and classes else f"{above}/{tag}"
    if tag in CELLS:
        step += str(
            _column(tree, node) - (0 if above or tree.tags[start] not in CELLS else _column(tree, start))
        )
    elif tag == "span" and not classes and node in boxes(tree):
        step += _place(tree, node)
    elif given and given.get("role") in _CELL_ROLES:
        step += str(
            sum(tree.attr(kid, "role") in _CELL_ROLES for kid in tree.kids(tree.parents[node]) if kid < node)
        )
    return step, words + own


_CELL_ROLES = frozenset({"cell", "gridcell"})
"""What a cell is called in a table of boxes, as data grids draw theirs: all of them bear one class."""


@lru_cache(maxsize=4096)
def _own_words(classes: str | None, itemprop: str | None, identity: str | None) -> str:
    return "|" + " ".join(filter(None, (classes, itemprop, identity))).lower()


@lru_cache(maxsize=4096)
def _first_token(classes: str) -> str:
    """The first class that names a kind of element, else the first that does but for a number: `heading-4`, `text-block-12`."""
    names = naming(classes) or [found[1] for found in map(_COUNTED.fullmatch, classes.split()) if found]
    return "." + names[0] if names else ""


# page builders count up; `col-6`, `mt-3` are layout
_COUNTED = re.compile(r"([a-z]{4,}(?:-[a-z]+)*)-\d{1,3}")


def _place(tree: Tree, node: int) -> str:
    """The place of a nameless box among those before it in its parent, "" for the first."""
    drawn = boxes(tree)
    before = [
        kid
        for kid in tree.kids(tree.parents[node])
        if kid < node and kid in drawn and not tree.attr(kid, "class")
    ]
    return str(len(before)) if before else ""


def _column(tree: Tree, node: int) -> int:
    known = grid(tree).columns.get(node)
    if known is not None:
        return known
    column, kid = 0, tree.parents[node] + 1
    while kid < node:
        column += tree.tags[kid] in CELLS
        kid = tree.ends[kid]
    return column
