"""The first entry of a listing that stands apart from its list, larger and in a box of its own.

It is looked for just above a dated list, and only believed where it is one: a single heading with a link and a date,
leading to the same part of the site, and to no entry the list has. Without a date a welcome looks the same, unless it is
an element of the same kind as the entries'.
"""

from __future__ import annotations

from scraper.listing.entry import FoundList
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.markup.zones import zone
from scraper.listing.records.candidate import Candidate, tokens
from scraper.listing.records.counts import Counts

# How many elements up from the list's own the lead may stand: a column, a section, the main part.
LEVELS_MAX = 3
DATED_SHARE = 0.8  # of the list's entries


def lead_of(tree: Tree, counts: Counts, holder: int, best: FoundList) -> Candidate | None:
    """The lead as a candidate of one record, or None where there is none or more than one."""
    first = best.places[0]
    if sum(bool(row.date or row.datetime) for row in best.entries) < DATED_SHARE * len(best.entries):
        return None
    above = holder
    for _ in range(LEVELS_MAX):
        if above < 0 or tree.tags[above] in ("body", "html"):
            return None
        boxes = _boxes(tree, counts, above, first)
        if boxes:
            return _lead(tree, counts, above, boxes, first, {row.url for row in best.entries})
        above = tree.parents[above]
    return None


def _of_a_kind(tree: Tree, box: int, first: int) -> bool:
    """Whether a box is an element like the first entry, beside it: of the same tag and with a class of its own."""
    beside = tree.parents[box] == tree.parents[first] and tree.tags[box] == tree.tags[first]
    return beside and not set(tokens(tree, box)).isdisjoint(tokens(tree, first))


def _lead(
    tree: Tree, counts: Counts, holder: int, boxes: list[int], first: int, known: set[str]
) -> Candidate | None:
    if len(boxes) != 1:
        return None
    box, end = boxes[0], tree.ends[boxes[0]]
    dated = counts.dates[end] > counts.dates[box]
    if (
        not (dated or _of_a_kind(tree, box, first))
        or zone(tree, box)[0]
        or tree.link(_href(tree, counts, box)) in known
    ):
        return None
    return Candidate("siblings", holder, tree.tags[box], "", [box], [end])


def _boxes(tree: Tree, counts: Counts, above: int, first: int) -> list[int]:
    """Elements between `above` and the list that hold one linked heading, as large as they can be without a second."""
    headings = [
        node for node in range(above, first) if tree.tags[node] in HEADINGS and _linked(tree, counts, node)
    ]
    boxes = []
    for heading in headings:
        box = heading
        while True:
            parent = tree.parents[box]
            if parent <= above or tree.ends[parent] > first:
                break
            if sum(parent <= other < tree.ends[parent] for other in headings) > 1:
                break
            box = parent
        if box not in boxes:
            boxes.append(box)
    return boxes


def _linked(tree: Tree, counts: Counts, heading: int) -> bool:
    end = tree.ends[heading]
    return not tree.unseen[heading] and (
        counts.links[end] > counts.links[heading] or tree.parents[heading] in counts.hrefs
    )


def _href(tree: Tree, counts: Counts, box: int) -> str:
    return next((counts.hrefs[node] for node in range(box, tree.ends[box]) if node in counts.hrefs), "")
