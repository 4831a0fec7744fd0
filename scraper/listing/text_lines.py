"""A page's text as lines, a block each: of an element, of what leads to it, of what stands beside it.

Sites part the first paragraph from the rest (27 of 411 captured articles), and a gallery may outweigh a short text; what
teasers are made of is just that paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from scraper.listing.dates.date_alone import is_date
from scraper.listing.markup.tree import Tree, collapse
from scraper.listing.prose import BOXES, SKIPPED, WHOLE, blocks_of, build, first_heading, wide

BESIDE_MIN = 40  # characters outside links, from which a line outside the text is prose
BESIDE_MAX = 10_000
_LINES = frozenset(
    "p li blockquote h1 h2 h3 h4 h5 h6 dd dt pre td figcaption div section ul ol table tr article header footer "
    "figure".split()
)


def text_of(tree: Tree, main: int) -> str:
    """Blocks of an element as lines, without menus and forms inside it; what a nested block says is said once."""
    held = wide(tree)
    end = tree.ends[main] if 0 <= main < len(tree) else 0
    passed = (node for node in range(main + 1, end) if tree.tags[node] in SKIPPED and node not in held)
    return "\n".join(line for line, _ in _lines(tree, max(main, 0), end, set(passed)))


def longest_line(tree: Tree, node: int) -> str:
    """The longest block of an element, its menus and links with it."""
    return max((line for line, _ in _lines(tree, node, tree.ends[node], set())), key=len, default="")


def line_around(tree: Tree, node: int) -> str:
    """What stands in one line with a node: its block's text up to the nearest break or inner block on either side."""
    block = tree.block(node)
    first, last = node, node + 1
    while first > block + 1 and tree.block(first - 1) == block:
        first -= 1
    while last < tree.ends[block] and tree.block(last) == block:
        last += 1
    return tree.text(first, last)


def beside_of(tree: Tree, within: Set[int]) -> str:
    """The lines of prose that a page shows outside the elements of its text, `BESIDE_MAX` characters at most.

    None of it is known to be the entry's. But where a teaser stands in it, in a box that a site calls its sidebar, in a
    heading of its own, above a text that was not found, it tells how the teaser goes on.
    """
    said = (line for line, prose in _lines(tree, 0, len(tree), within) if prose >= BESIDE_MIN)
    return "\n".join(dict.fromkeys(said))[:BESIDE_MAX]


def _lines(tree: Tree, node: int, end: int, passed: Set[int]) -> Iterator[tuple[str, int]]:
    """The blocks of some nodes as lines, and how many characters of each stand outside links."""
    tags, pieces, unseen, ends = tree.tags, tree.pieces, tree.unseen, tree.ends
    line: list[str] = []
    prose = linked = 0
    opened = [end + 1]  # where the elements end that are lines of their own, and one that never does
    while node < end:
        tag = tags[node]
        if (tag in _LINES or node >= opened[-1]) and line:
            if text := collapse("".join(line)):
                yield text, prose
            line, prose = [], 0
        while node >= opened[-1]:
            opened.pop()
        if node in passed:
            node = ends[node]
            line.append(" ")
            continue
        if tag in _LINES:
            opened.append(ends[node])
        elif tag == "a":
            linked = ends[node]
        if not unseen[node] and (piece := pieces[node]):
            line.append(piece)
            if not tag and node >= linked:
                prose += len(piece.strip())
        node += 1
    if text := collapse("".join(line)):
        yield text, prose


def lead_of(tree: Tree, main: int) -> list[int]:
    """The paragraphs of the text that stand between the page's heading and the element which holds most of it.

    They lie around that element or with the heading, or in a box of the same build. A paragraph that is the entry's day and
    nothing else, as many systems set it there, is none.
    """
    heading = first_heading(tree)
    if not 0 <= heading < main or tree.ends[heading] > main:
        return []
    alike = build(tree, main)
    found = []
    for block, _ in sorted(blocks_of(tree)):
        if tree.tags[block] == "p" and heading < block < main and not is_date(tree.text(block)):
            box = _box(tree, block)
            around = box < main < tree.ends[box] and tree.tags[box] not in WHOLE
            if around or (build(tree, box) == alike and (alike[1] or box < heading)):
                found.append(block)
    return found


def _box(tree: Tree, block: int) -> int:
    """The nearest box around a block."""
    return max(tree.within(tree.parents[block], BOXES), 0)
