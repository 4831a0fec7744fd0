"""Older entries by a step back from the newest: `(0) -10 -60 tip`, as logs of changes count their revisions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import Tree
from scraper.listing.pager.numbered import page_number

_BACK = re.compile(r"[-\N{MINUS SIGN}\N{EN DASH}](\d{1,6})")
_STEP = re.compile(r"[-+\N{MINUS SIGN}\N{EN DASH}]\d{1,6}|\(\d{1,6}\)")
_LEAST = 2
"""Entries of a step: by one goes a vote or a quantity."""
_CLIMB = 3
_ROW_TEXT = 120


def by_steps(tree: Tree) -> Iterator[tuple[int, str]]:
    """Links back by a number of entries, with their addresses, that stand with other steps; the shortest step first."""
    steps = [
        (int(found[1]), tree.within(at, ("a",)))
        for at, piece in enumerate(tree.pieces)
        if "0" <= piece.strip()[-1:] <= "9" and (found := _BACK.fullmatch(piece.strip()))
    ]
    for number, node in sorted(steps):
        href = tree.attr(node, "href") if node >= 0 and number >= _LEAST else ""
        # where pages are numbered, ten of them are leapt over
        if href and page_number(tree.link(href)) is None and _stands_with_others(tree, node):
            yield node, tree.link(href)


def _stands_with_others(tree: Tree, node: int) -> bool:
    """Whether a row around a link holds another step, or the place that steps are counted from."""
    box = node
    for _ in range(_CLIMB):
        box = tree.parents[box]
        if box < 0 or not tree.fits(box, _ROW_TEXT):
            return False
        others = (at for at in called(tree, ("a",)) if box < at < tree.ends[box] and at != node)
        if any(_STEP.fullmatch(tree.text(at).strip()) for at in others):
            return True
    return False
