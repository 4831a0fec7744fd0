"""A record as a reader sees it: lines of text, each with its place, links and dates.

A line is a run of inline content inside one block, ended by a block's edge or a `<br>`: what a browser would draw as one
anonymous box; inline elements that stand for boxes (see `boxes`) count as blocks. Titles, teasers and dates are lines or parts of
lines, whatever elements they are made of. A line's *slot* is its path inside the record; lines of different records in the same
slot are the same field.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.dated import Spot
from scraper.listing.markup.tree import BLOCKS, HEADINGS, Tree, collapse
from scraper.listing.records.boxes import boxes
from scraper.listing.records.labels import edits, says_own_file
from scraper.listing.records.paths import path_of
from scraper.listing.records.pictured import label_of

SENTENCE = "sentence"
"""The kind of a piece that is the first sentence, or the first line, of what its nodes say."""


@dataclass(slots=True)
class Piece:
    """A part of a record that may be a field.

    Attributes:
        kind: "line", "link", "strong", "text" (what of a line is neither), "sentence" (how a text begins) or "label" (an image's or a
            link's text for those who do not see it).
        slot: kind and path inside the record.
        first, last: its first and last node.
        text: what it says, white space collapsed.
        href: where it leads, as written, or "".
        heading: whether it stands in `h1` to `h6`.
        order: number of the line it belongs to.
        path: class and itemprop words on the way from the record to it, lower case.
        tailed: whether it is a line of bare text that ends in an inline element of its own: a title and its small print.
        dated: what `is_date` has found, None before.
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
    dated: bool | None = None

    def is_date(self) -> bool:
        """Whether the text is a date and little else, worked out once."""
        if self.dated is None:
            self.dated = is_date(self.text)
        return self.dated


@dataclass(slots=True)
class Record:
    """One record taken apart.

    Attributes:
        start, end: its nodes.
        lines: pieces of kind "line", in order.
        parts: links, bold parts and labels.
        links: the links among them.
        spots: dates shown.
        machine: dates given by attributes, node and value.
        hrefs: links, node and address as written, but for those that change a page.
        drawn: how many lines stand in a slot of one block.
    """

    start: int
    end: int
    lines: list[Piece] = field(default_factory=list)
    parts: list[Piece] = field(default_factory=list)
    links: list[Piece] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    machine: list[tuple[int, str]] = field(default_factory=list)
    hrefs: list[tuple[int, str]] = field(default_factory=list)
    drawn: dict[tuple[str, int], int] = field(default_factory=dict)


def record_around(records: Sequence[Record], node: int) -> int:
    """Which of some records in page order a node stands in, by number, -1 where it stands in none."""
    at = bisect_right(records, node, key=lambda record: record.start) - 1
    return at if at >= 0 and node < records[at].end else -1


def take_apart(tree: Tree, start: int, end: int, hrefs: dict[int, str]) -> Record:
    """Split the nodes `[start, end)` into lines and parts."""
    apart = _Apart(tree, start, end, hrefs)
    record = apart.record
    run: list[int] = []
    block, held = -1, -1
    tags, pieces, unseen, blocks = tree.tags, tree.pieces, tree.unseen, apart.blocks
    for node in range(start, end):
        if unseen[node]:
            continue
        tag = tags[node]
        if tag:
            if tag in ("br", "hr"):
                block = -2
            if node in hrefs:
                if not edits(hrefs[node]):
                    record.hrefs.append((node, hrefs[node]))
                apart.add_link(node, hrefs[node])
            elif tag in _BOLD:
                apart.add_bold(node)
            continue
        piece = pieces[node]
        if not piece or piece.isspace():
            continue
        holder = blocks[node - start]
        if holder != block:
            if run:
                apart.add_line(run, held)
            run, block, held = [], holder, holder
        run.append(node)
    if run:
        apart.add_line(run, held)
    _number_parts(record)
    return record


_BOLD = frozenset({"strong", "b"})


class _Apart:
    """A record while it is taken apart: the block, the link and the heading around each of its nodes, seen once."""

    __slots__ = ("blocks", "floor", "heads", "hrefs", "links", "paths", "record", "start", "tree")

    def __init__(self, tree: Tree, start: int, end: int, hrefs: dict[int, str]) -> None:
        self.tree, self.start, self.hrefs = tree, start, hrefs
        self.record = Record(start, end)
        self.floor = tree.parents[start]
        self.paths: dict[int, tuple[str, str]] = {}
        # the innermost block around a node or itself, the floor where there is none
        self.blocks: list[int] = []
        self.links: list[int] = []  # likewise the link, -1 where there is none
        self.heads: list[bool] = []  # whether a heading is
        tags, parents, drawn = tree.tags, tree.parents, boxes(tree)
        blocks, links, heads = self.blocks, self.links, self.heads
        for node, (tag, up) in enumerate(zip(tags[start:end], parents[start:end], strict=True), start):
            above = up - start
            if above >= 0:
                block, link, head = blocks[above], links[above], heads[above]
            else:
                block, link, head = self.floor, -1, False
            if tag:
                if tag in BLOCKS:
                    block = node
                    head = head or tag in HEADINGS
                elif node in drawn:
                    block = node
                if node in hrefs:
                    link = node
            blocks.append(block)
            links.append(link)
            heads.append(head)

    def path(self, node: int) -> tuple[str, str]:
        return self.paths.get(node) or path_of(self.tree, node, self.start, self.paths)

    def add_line(self, run: list[int], holder: int) -> None:
        """A line of the text nodes of a block."""
        tree, record, start, links = self.tree, self.record, self.start, self.links
        first, last = run[0], run[-1]
        several = len(run) > 1
        parents, link = tree.parents, links[first - start]
        path = words = ""
        if several:
            path, words = self.path(holder)
            if any(links[node - start] != link for node in run):
                link = -1
        if not path:  # bare text beside inline elements: the inline element is the slot
            path, words = self.path(parents[first])
        slot = "line:" + path
        before = record.drawn.get((slot, holder), 0)
        record.drawn[slot, holder] = before + 1
        piece = Piece(
            "line",
            f"{slot}#{before}" if before else slot,
            first,
            last,
            collapse("".join(tree.pieces[first : last + 1]) if several else tree.pieces[first]),
            self.hrefs.get(link, ""),
            self.heads[first - start],
            len(record.lines),
            words,
        )
        record.lines.append(piece)
        if several:
            bare = [parents[node] == holder for node in run]
            piece.tailed = link < 0 and bare[0] and not any(bare[1:]) and len(tree.pieces[first].split()) > 1
            self._add_atoms(run, holder)

    def _add_atoms(self, run: list[int], holder: int) -> None:
        """The inline parts of a line that are neither links nor bold: spans, and bare text beside them."""
        tree, start, hrefs = self.tree, self.start, self.hrefs
        before = ""
        for node in run:
            parent = tree.parents[node]
            path, words = self.path(parent)
            slot = f"text:{path}:{before}" if parent == holder else f"text:{path}"
            before = tree.tags[parent]
            if parent in hrefs or before in _BOLD:
                continue
            said = _first_line(tree, node) if tree.tags[holder] == "pre" else ""
            kind, text = (SENTENCE, said) if said else ("text", collapse(tree.pieces[node]))
            href = hrefs.get(self.links[node - start], "")
            self.record.parts.append(
                Piece(kind, slot, node, node, text, href, self.heads[node - start], 0, words)
            )

    def add_link(self, node: int, href: str) -> None:
        """A link as a part, and what it is called for those who do not see it."""
        tree = self.tree
        path, words = self.path(node)
        end = tree.ends[node]
        text = collapse("".join(tree.pieces[node:end]))
        inner = tree.tags[node:end]
        heading = self.heads[node - self.start] or not HEADINGS.isdisjoint(inner)
        parts = self.record.parts
        if text and not self._several_lines(node, end):
            parts.append(Piece("link", "link:" + path, node, end - 1, text, href, heading, 0, words))
            self.record.links.append(parts[-1])
        label = label_of(tree, node)
        if label:
            parts.append(Piece("label", "label:" + path, node, end - 1, label, href, heading, 0, words))

    def _several_lines(self, link: int, end: int) -> bool:
        """Whether a link is drawn as several lines: a card, whose lines may be titles, it is none itself."""
        if end - link <= 2:  # one text: most
            return False
        tags, pieces, blocks, start = self.tree.tags, self.tree.pieces, self.blocks, self.start
        drawn = {
            max(blocks[node - start], link)
            for node in range(link, end)
            if not tags[node] and pieces[node].strip()
        }
        return len(drawn) > 1

    def add_bold(self, node: int) -> None:
        """A bold part."""
        tree = self.tree
        text = tree.text(node)
        if text:
            path, words = self.path(node)
            heading, href = self.heads[node - self.start], self.hrefs.get(self.links[node - self.start], "")
            last = tree.ends[node] - 1
            self.record.parts.append(
                Piece("strong", "strong:" + path, node, last, text, href, heading, 0, words)
            )


def _first_line(tree: Tree, node: int) -> str:
    """The first of several lines of a text in `<pre>` behind a link that says the name of its own file, else "".

    A court writes number, day and matter in one line, and below it what was appealed from.
    """
    first, _, rest = tree.pieces[node].strip().partition("\n")
    link = tree.parents[node - 1]
    named = rest and tree.tags[link] == "a" and says_own_file(tree.text(link), tree.attr(link, "href"))
    return collapse(first) if named else ""


def _number_parts(record: Record) -> None:
    firsts = [line.first for line in record.lines]
    for part in record.parts:
        part.order = max(bisect_right(firsts, part.last) - 1, 0)
