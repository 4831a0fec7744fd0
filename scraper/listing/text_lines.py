"""A page's text as lines, a block each: of an element, and of what leads to it.

Sites part the first paragraph from the rest (27 of 411 captured articles), and a gallery may outweigh a short text; what
teasers are made of is just that paragraph.
"""

from __future__ import annotations

from scraper.listing.markup.tree import Tree, collapse
from scraper.listing.prose import BOXES, SKIPPED, WHOLE, blocks_of, build, first_heading, wide

_LINES = frozenset(
    "p li blockquote h1 h2 h3 h4 h5 h6 dd dt pre td figcaption div section ul ol table tr article header footer "
    "figure".split()
)


def text_of(tree: Tree, main: int) -> str:
    """Blocks of an element as lines, without menus and forms inside it; what a nested block says is said once."""
    held = wide(tree)
    lines: list[list[str]] = [[]]
    opened: list[int] = []  # where the elements end that are lines of their own
    node, end = max(main, 0), tree.ends[main] if 0 <= main < len(tree) else 0
    while node < end:
        tag = tree.tags[node]
        while opened and node >= opened[-1]:
            opened.pop()
            lines.append([])
        if tag in SKIPPED and node != main and node not in held:
            node = tree.ends[node]
            lines[-1].append(" ")
            continue
        if tag in _LINES:
            opened.append(tree.ends[node])
            lines.append([])
        if not tree.unseen[node]:
            lines[-1].append(tree.pieces[node])
        node += 1
    return "\n".join(line for line in map(collapse, map("".join, lines)) if line)


def lead_of(tree: Tree, main: int) -> list[int]:
    """The paragraphs of the text that stand between the page's heading and the element which holds most of it.

    They lie around that element or with the heading, or in a box of the same build.
    """
    heading = first_heading(tree)
    if not 0 <= heading < main or tree.ends[heading] > main:
        return []
    alike = build(tree, main)
    found = []
    for block, _ in sorted(blocks_of(tree)):
        if tree.tags[block] == "p" and heading < block < main:
            box = _box(tree, block)
            around = box < main < tree.ends[box] and tree.tags[box] not in WHOLE
            if around or (build(tree, box) == alike and (alike[1] or box < heading)):
                found.append(block)
    return found


def _box(tree: Tree, block: int) -> int:
    """The nearest box around a block."""
    node = tree.parents[block]
    while tree.tags[node] not in BOXES and tree.parents[node] >= 0:
        node = tree.parents[node]
    return node
