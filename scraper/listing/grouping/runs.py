"""Entries that are no elements of their own: runs of siblings, read as if an element stood around each.

`dt dd`, `h3 p p`, two table rows an entry, lines parted by `<br>`: markup says where such an entry begins, or what parts
it from the next, never where it ends. So a site file names the beginning and `until`, or the element around and
`between`. The run is copied into a box of its own and every selector of a field works in it as in any entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.listing.grouping.written_lines import begins_line, ends_line
from scraper.listing.markup.elements import BREAKS, MARKS


@dataclass(frozen=True, slots=True)
class Run:
    """One entry.

    Attributes:
        nodes: the nodes of the page it is made of, in order, at least one.
        box: the element to read it from: the only node itself, else a box with copies of them.
    """

    nodes: tuple[LexborNode, ...]
    box: LexborNode


def single(node: LexborNode) -> Run:
    """An entry that is one element."""
    return Run((node,), node)


def until(parser: LexborHTMLParser, heads: Sequence[LexborNode], stops: set[int]) -> list[Run]:
    """Runs that begin at these elements.

    Args:
        parser: the page.
        heads: first element of each run.
        stops: ids of elements that end a run; every head does, and so does the end of the element around.

    Returns:
        One run a head. What follows the last entry of an element is its own as far as the longest of the others goes:
        after a list comes what is no part of it.
    """
    beginnings = {head.mem_id for head in heads}
    runs: list[list[LexborNode]] = []
    open_ends = []
    for head in heads:
        nodes, at = [head], head.next
        while at is not None and at.mem_id not in beginnings and at.mem_id not in stops:
            nodes.append(at)
            at = at.next
        runs.append(nodes)
        open_ends.append(at is None)
    longest = max(
        (_elements(nodes) for nodes, left in zip(runs, open_ends, strict=True) if not left), default=0
    )
    return [
        _boxed(parser, _first(nodes, longest) if left and longest else nodes)
        for nodes, left in zip(runs, open_ends, strict=True)
    ]


def between(parser: LexborHTMLParser, around: LexborNode, parting: Sequence[LexborNode]) -> list[Run]:
    """What stands between the parting children of an element; a part without text or image is none.

    Bold type or a font set around several parts is opened, as if they were the element's own.
    """
    marks = {node.mem_id for node in parting}
    opened = {around.mem_id}
    for node in parting:
        above = node.parent
        while above is not None and above.tag in MARKS and above.mem_id not in opened:
            opened.add(above.mem_id)
            above = above.parent
    opened.remove(around.mem_id)
    parts: list[list[LexborNode]] = [[]]
    at = around.child
    while at is not None:
        if at.mem_id in marks:
            parts.append([])
        elif at.mem_id in opened and at.child is not None:
            at = at.child
            continue
        elif at.is_element_node or at.is_text_node:
            parts[-1].append(at)
        while at.next is None and at.parent is not None and at.parent.mem_id in opened:
            at = at.parent
        at = at.next
    return [_boxed(parser, part) for part in parts if any(_says(node) for node in part)]


def written(parser: LexborHTMLParser, around: LexborNode) -> list[Run]:
    """The lines of an element as they are written, `<pre>`; a line that says nothing is none."""
    lines: list[list[LexborNode]] = [[]]
    for node in around.iter(include_text=True):
        text = (node.text_content or "") if node.is_text_node else ""
        if node.tag in BREAKS or begins_line(text):
            lines.append([])
        if node.tag not in BREAKS:
            lines[-1].append(node)
        if ends_line(text):
            lines.append([])
    return [_boxed(parser, line) for line in lines if any(_says(node) for node in line)]


def _says(node: LexborNode) -> bool:
    text = (node.text_content or "") if node.is_text_node else node.text()
    return bool(text.strip()) or (node.is_element_node and node.css_first("img, a") is not None)


def _elements(nodes: Sequence[LexborNode]) -> int:
    return sum(node.is_element_node for node in nodes)


def _first(nodes: list[LexborNode], most: int) -> list[LexborNode]:
    """The nodes up to as many elements, with the text that follows the last of them."""
    kept: list[LexborNode] = []
    left = most
    for node in nodes:
        if node.is_element_node:
            if not left:
                break
            left -= 1
        kept.append(node)
    return kept


def _boxed(parser: LexborHTMLParser, nodes: list[LexborNode]) -> Run:
    box = parser.create_node("div")
    for node in nodes:
        if node.is_text_node:
            box.insert_child(node.text_content or "")
        elif node.is_element_node:
            box.insert_child(node)
    return Run(tuple(nodes), box)
