"""A record as a reader sees it: lines of text, each with its place, links and dates.

A line is a run of inline content inside one block, ended by a block's edge or a `<br>`: what a browser would draw as
one anonymous box; inline elements that stand for boxes (see `boxes`) count as blocks. Titles, teasers and dates are lines or parts of lines, whatever elements they are made of. A line's
*slot* is its path inside the record; lines of different records in the same slot are the same field.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from scraper.listing.boxes import boxes
from scraper.listing.candidates import naming
from scraper.listing.dated import Spot
from scraper.listing.spans import CELLS, grid
from scraper.listing.tree import BLOCKS, HEADINGS, Tree, collapse

_DIGITS = re.compile(r"\d")


@dataclass(slots=True)
class Piece:
    """A part of a record that may be a field.

    Attributes:
        kind: "line", "link", "strong" or "label" (an image's or a link's text for those who do not see it).
        slot: kind and path inside the record.
        first, last: its first and last node.
        text: what it says, white space collapsed.
        href: where it leads, as written, or "".
        heading: whether it stands in `h1` to `h6`.
        order: number of the line it belongs to.
        path: class and itemprop words on the way from the record to it, lower case.
        tailed: whether it is a line of bare text that ends in an inline element of its own: a title and its small print.
    """

    kind: str
    slot: str
    first: int
    last: int
    text: str
    href: str = ""
    heading: bool = False
    order: int = 0
    path: str = ""
    tailed: bool = False


@dataclass(slots=True)
class Record:
    """One record taken apart.

    Attributes:
        start, end: its nodes.
        lines: pieces of kind "line", in order.
        parts: links, bold parts and labels.
        spots: dates shown.
        machine: dates given by attributes, node and value.
        hrefs: links, node and address as written.
        drawn: how many lines stand in a slot of one block.
    """

    start: int
    end: int
    lines: list[Piece] = field(default_factory=list)
    parts: list[Piece] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    machine: list[tuple[int, str]] = field(default_factory=list)
    hrefs: list[tuple[int, str]] = field(default_factory=list)
    drawn: dict[tuple[str, int], int] = field(default_factory=dict)


def take_apart(tree: Tree, start: int, end: int, hrefs: dict[int, str]) -> Record:
    """Split the nodes `[start, end)` into lines and parts."""
    record = Record(start, end)
    floor = tree.parents[start]
    run: list[int] = []
    block = -1
    paths: dict[int, tuple[str, str]] = {}
    tags, pieces, unseen = tree.tags, tree.pieces, tree.unseen
    for node in range(start, end):
        if unseen[node]:
            continue
        tag = tags[node]
        if tag:
            if tag in ("br", "hr"):
                block = -2
            if node in hrefs:
                record.hrefs.append((node, hrefs[node]))
                _add_link(tree, record, node, hrefs[node], floor, paths)
            elif tag in _BOLD:
                _add_part(tree, record, "strong", node, floor, paths, hrefs)
            continue
        if not pieces[node].strip():
            continue
        holder = _block(tree, node, floor)
        if holder != block:
            _add_line(tree, record, run, floor, paths, hrefs)
            run, block = [], holder
        run.append(node)
    _add_line(tree, record, run, floor, paths, hrefs)
    _number_parts(record)
    return record


_BOLD = frozenset({"strong", "b"})


def _block(tree: Tree, node: int, floor: int) -> int:
    parents, tags, drawn = tree.parents, tree.tags, boxes(tree)
    at = parents[node]
    while at > floor and tags[at] not in BLOCKS and at not in drawn:
        at = parents[at]
    return at


def path_of(tree: Tree, node: int, floor: int, paths: dict[int, tuple[str, str]]) -> tuple[str, str]:
    """Path of an element below `floor` (tags, first class, table column) and the class and itemprop words on it."""
    known = paths.get(node)
    if known is not None:
        return known
    if node <= floor or node < 0:
        return "", ""
    tag, given = tree.tags[node], tree.attrs[node]
    own = _own_words(given.get("class"), given.get("itemprop"), given.get("id")) if given else "|"
    parent = tree.parents[node]
    if parent > floor:
        above, words = path_of(tree, parent, floor, paths)
        classes = given.get("class")
        step = f"{above}/{tag}{_first_token(classes) if classes else ''}"
    else:
        step, words = f"/{tag}", ""
    if tag in CELLS:
        step += str(_column(tree, node))
    found = paths[node] = step, words + own
    return found


@lru_cache(maxsize=4096)
def _own_words(classes: str | None, itemprop: str | None, identity: str | None) -> str:
    return "|" + " ".join(filter(None, (classes, itemprop, identity))).lower()


def _first_token(classes: str) -> str:
    names = naming(classes)
    return "." + names[0] if names else ""


def _column(tree: Tree, node: int) -> int:
    known = grid(tree).columns.get(node)
    if known is not None:
        return known
    column, kid = 0, tree.parents[node] + 1
    while kid < node:
        column += tree.tags[kid] in CELLS
        kid = tree.ends[kid]
    return column


def _heading(tree: Tree, node: int, floor: int) -> bool:
    while node > floor:
        if tree.tags[node] in HEADINGS:
            return True
        node = tree.parents[node]
    return False


def _link_above(tree: Tree, node: int, floor: int, hrefs: dict[int, str]) -> int:
    while node > floor:
        if node in hrefs:
            return node
        node = tree.parents[node]
    return -1


def _add_line(
    tree: Tree,
    record: Record,
    run: list[int],
    floor: int,
    paths: dict[int, tuple[str, str]],
    hrefs: dict[int, str],
) -> None:
    if not run:
        return
    text = collapse("".join(tree.pieces[run[0] : run[-1] + 1]))
    if not text:
        return
    holder = _block(tree, run[0], floor)
    path, words = path_of(tree, holder, floor, paths)
    link = _link_above(tree, run[0], floor, hrefs)
    if any(_link_above(tree, node, floor, hrefs) != link for node in run[1:]):
        link = -1
    if not path or len(run) == 1:  # bare text beside inline elements: the inline element is the slot
        path, words = path_of(tree, tree.parents[run[0]], floor, paths)
    slot = "line:" + path
    before = record.drawn.get((slot, holder), 0)
    record.drawn[slot, holder] = before + 1
    piece = Piece(
        "line",
        f"{slot}#{before}" if before else slot,
        run[0],
        run[-1],
        text,
        hrefs.get(link, ""),
        _heading(tree, run[0], floor),
        len(record.lines),
        words,
    )
    record.lines.append(piece)
    if len(run) > 1:
        bare = [tree.parents[node] == holder for node in run]
        piece.tailed = link < 0 and bare[0] and not any(bare[1:]) and len(tree.pieces[run[0]].split()) > 1
        _add_atoms(tree, record, run, holder, floor, paths, hrefs)


def _add_atoms(
    tree: Tree,
    record: Record,
    run: list[int],
    holder: int,
    floor: int,
    paths: dict[int, tuple[str, str]],
    hrefs: dict[int, str],
) -> None:
    """The inline parts of a line that are neither links nor bold: spans, and bare text beside them."""
    before = ""
    for node in run:
        parent = tree.parents[node]
        path, words = path_of(tree, parent, floor, paths)
        slot = f"text:{path}:{before}" if parent == holder else f"text:{path}"
        before = tree.tags[parent]
        if parent in hrefs or before in _BOLD:
            continue
        text = collapse(tree.pieces[node])
        link = _link_above(tree, parent, floor, hrefs)
        record.parts.append(
            Piece("text", slot, node, node, text, hrefs.get(link, ""), _heading(tree, node, floor), 0, words)
        )


def _add_link(
    tree: Tree, record: Record, node: int, href: str, floor: int, paths: dict[int, tuple[str, str]]
) -> None:
    path, words = path_of(tree, node, floor, paths)
    text = tree.text(node)
    last = tree.ends[node] - 1
    inner = tree.tags[node : last + 1]
    heading = _heading(tree, node, floor) or not HEADINGS.isdisjoint(inner)
    if text and not _several_lines(tree, node):
        record.parts.append(Piece("link", "link:" + path, node, last, text, href, heading, 0, words))
    label = tree.attr(node, "aria-label") or tree.attr(node, "title")
    if not label and not _PICTURES.isdisjoint(inner):
        alts = (tree.attr(at, "alt") for at in range(node, last + 1) if tree.tags[at] in _PICTURES)
        label = next((alt for alt in alts if alt.strip()), "")
    if label.strip():
        record.parts.append(
            Piece("label", "label:" + path, node, last, collapse(label), href, heading, 0, words)
        )


_PICTURES = frozenset({"img", "area"})


def _several_lines(tree: Tree, link: int) -> bool:
    """Whether a link is drawn as several lines: a card, whose lines may be titles, it is none itself."""
    said = [
        node for node in range(link, tree.ends[link]) if not tree.tags[node] and tree.pieces[node].strip()
    ]
    return len(said) > 1 and len({_block(tree, node, link) for node in said}) > 1


def _add_part(
    tree: Tree,
    record: Record,
    kind: str,
    node: int,
    floor: int,
    paths: dict[int, tuple[str, str]],
    hrefs: dict[int, str],
) -> None:
    text = tree.text(node)
    if text:
        path, words = path_of(tree, node, floor, paths)
        heading = _heading(tree, node, floor)
        href = hrefs.get(_link_above(tree, node, floor, hrefs), "")
        record.parts.append(
            Piece(kind, f"{kind}:{path}", node, tree.ends[node] - 1, text, href, heading, 0, words)
        )


def _number_parts(record: Record) -> None:
    firsts = [line.first for line in record.lines]
    for part in record.parts:
        part.order = max(bisect_right(firsts, part.last) - 1, 0)
