"""The row of numbers of a pager, read by what its labels and addresses have in common, whatever the site calls them.

In `1 2 [3] 4 5` every link is the same address with another number in one place, and those numbers lie on a line with
the labels: `?o=20` under 2 and `?o=40` under 3 count entries by twenty, `/themes,3.html` under 3 counts pages. The place
is found from the links; no list of parameter names knows them all. The page's own number is read from that place in its
own address, else from the one number in the row that is no link. Days of a calendar and years lie on lines, too: they are
left out by how their addresses and labels are written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlsplit

from scraper.listing.markup.slots import Slot, is_first_of, same, slots
from scraper.listing.markup.tree import Tree
from scraper.listing.pager.claims import (
    PAGER_NAME,
    is_current,
    names_around,
    number_of,
)
from scraper.listing.pager.numbered import offset_step, page_number

YEARS = range(1900, 2101)
CLIMB = 4
"""Elements climbed from a numbered link to the box of its row; the deepest of 120 rows took two."""
ROW_TEXT = 400
"""Characters of a row's box; beyond it the box holds more than a pager: the longest of 120 rows has 63, a hundred numbers 290."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the numbers of a pager say.

    Attributes:
        slot: the place in the addresses that holds the number.
        value: the page's own number in that place; what the line gives where its address has none.
        following: the address of the page after it, "" where the row has none.
        further: the number of that page in that place.
        sure: whether it can only be a pager: the page's own address, or its own number in the row, belongs to it.
        linked: whether the page's own number is a link, too: all stars that a shop can be filtered by are.
    """

    slot: Slot
    value: int
    following: str
    further: int
    sure: bool
    linked: bool


class Numbered(NamedTuple):
    """A link that is called a number, and where it leads."""

    node: int
    label: int
    address: str


def row_of(tree: Tree, links: list[Numbered]) -> Row | None:
    """The page's row of numbers among its links that are called a number, None where fewer than two of them agree."""
    if len(links) < 2 or all(link.label in YEARS for link in links):
        return None
    # a page may have 10,000 links that are called a number
    held = [(link, slots(link.address)) for link in links]
    slot, line = _line(held)
    if not slot:
        return None
    return _read(tree, [(link, places[slot]) for link, places in held if slot in places], slot, line)


def _line(links: Iterable[tuple[Numbered, dict[Slot, int]]]) -> tuple[Slot | None, tuple[int, int]]:
    """The place whose numbers follow the labels of most links, and step and start of the line they lie on."""
    held: dict[Slot, dict[int, int]] = {}
    for link, places in links:
        for slot, value in places.items():
            held.setdefault(slot, {})[link.label] = value
    best: Slot | None = None
    line, most = (0, 0), 1
    for slot, values in held.items():
        known = sorted(values.items())
        for step, start in _lines(known):
            fits = sum(number == start + step * name for name, number in known)
            if fits > most and 2 * fits > len(known):
                best, line, most = slot, (step, start), fits
    return best, line


def _lines(known: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Step and start of the lines that neighbours lie on, those of most neighbours, in their order."""
    lines: Counter[tuple[int, int]] = Counter()
    for (label, value), (other, further) in pairwise(known):
        step, rest = divmod(further - value, other - label)
        if not rest and step > 0:
            lines[step, value - step * label] += 1
    often = {line for line, _ in lines.most_common(LINES_MAX)}
    yield from (line for line in lines if line in often)


LINES_MAX = 8
"""Lines tried: one that most numbers lie on is among those of most neighbours; ten thousand tried take a minute."""


def _read(tree: Tree, held: list[tuple[Numbered, int]], slot: Slot, line: tuple[int, int]) -> Row | None:
    step, start = line
    links = [link for link, _ in held]
    pairs = [(link.label, number) for link, number in held]
    unit = offset_step(pairs) or step
    first = start if unit != step else start + step
    own = slots(tree.url).get(slot)
    current = None if own is not None else _current(tree, links)
    value = own if own is not None else first if current is None else start + step * current
    following = next((link.address for link, number in held if number == value + unit), "")
    named = any(PAGER_NAME.search(names_around(tree, link.node)) for link in links[:2])
    sure = own is not None or named or (current is not None and not _is_thing(tree.url, slot))
    linked = any(number == value for _, number in held)
    return Row(slot, value, following, value + unit, sure, linked)


def _is_thing(url: str, slot: Slot) -> bool:
    """Whether the number in a path counts things below the page that have a name: `/show/season/2`."""
    kind, before, _ = slot
    if kind != "/" or is_first_of(slot, url) or page_number(f"{before}2") is not None:
        return False
    own = urlsplit(url).path.rstrip("/")
    return len(_LETTERS.findall(before.removeprefix(own))) > ABBREVIATION_MAX


_LETTERS = re.compile(r"[^\W\d_]")
ABBREVIATION_MAX = 2
"""Letters before a page's number that mean no thing: `/list/s3`, `/news/P20`."""


def _current(tree: Tree, links: list[Numbered]) -> int | None:
    """The one number in the row that is no link, is marked as current, or leads to the page itself."""
    box = _box(tree, links)
    if box < 0:
        return None
    linked = {node for link in links for node in range(link.node, tree.ends[link.node])}
    shown = {
        label
        for node in range(box, tree.ends[box])
        if not tree.tags[node] and node not in linked
        if (label := number_of(tree.pieces[node])) is not None
    } - {link.label for link in links}
    if not shown:
        at = [link for link in links if same(link.address, tree.url) or _is_marked(tree, link.node)]
        shown = {link.label for link in at}
    return shown.pop() if len(shown) == 1 else None


def _is_marked(tree: Tree, node: int) -> bool:
    return is_current(tree.attrs[node]) or is_current(tree.attrs[tree.parents[node]])


def _box(tree: Tree, links: list[Numbered]) -> int:
    """The smallest element that holds the first link and another one; -1 where it holds more than a row."""
    box = links[0].node
    for _ in range(CLIMB):
        box = tree.parents[box]
        if box < 0 or len(tree.text(box)) > ROW_TEXT:
            return -1
        if any(box < link.node < tree.ends[box] for link in links[1:]):
            return box
    return -1
