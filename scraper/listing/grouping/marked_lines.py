"""Lines whose breaks stand inside bold type or a font: `<font>…<br>…<br></font>`, `<span>…<br><span>…<br></span></span>`.

Editors of rich text set a mark around several lines, or one more around all that follow, and old pages leave it open. To a
reader the lines are one list, however deep each stands: marks that hold a break are opened, and what is in them is read
as if it stood in the block around them.
"""

from __future__ import annotations

from collections.abc import Iterator

from scraper.listing.grouping.segments import lines
from scraper.listing.markup.bearers import called
from scraper.listing.markup.elements import BREAKS, MARKS
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import RECORDS_MIN, Candidate
from scraper.listing.records.counts import Counts


def marked_lines(tree: Tree, counts: Counts, speaking: list[int]) -> Iterator[Candidate]:
    """Name the lines of each block that has breaks inside marks."""
    holders, marks = _marked(tree)
    if not holders:
        return
    said = set(speaking)
    for holder in sorted(holders):
        parts = _parts(tree, holder, marks, said)
        if sum(tree.tags[part] in BREAKS for part in parts) >= RECORDS_MIN:
            yield from lines(tree, counts, holder, parts)


def _marked(tree: Tree) -> tuple[set[int], set[int]]:
    """The blocks with breaks inside marks, and those marks."""
    tags, parents = tree.tags, tree.parents
    holders: set[int] = set()
    marks: set[int] = set()
    for node in called(tree, BREAKS):
        above = parents[node]
        if tags[above] not in MARKS:
            continue
        while tags[above] in MARKS and above not in marks:
            marks.add(above)
            above = parents[above]
        if tags[above] not in MARKS and tags[above] not in _WHOLE and not tree.unseen[above]:
            holders.add(above)
    return holders, marks


_WHOLE = frozenset({"a", "label"})
"""What holds lines and is one thing all the same: a card that is one link."""


def _parts(tree: Tree, holder: int, marks: set[int], said: set[int]) -> list[int]:
    """What a block says, the marks that hold breaks opened."""
    parts = []
    node, end, ends = holder + 1, tree.ends[holder], tree.ends
    while node < end:
        if node in marks:
            node += 1
            continue
        if node in said:
            parts.append(node)
        node = ends[node]
    return parts
