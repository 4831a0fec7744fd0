"""Dates that head the records below them: what holds for one heading of a build holds for all of that build.

A date that stands alone above records holds for them down to the next heading of its build, whether that one has a date,
words beside it, or no date at all: below "Other news" the former day is over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.dated import FULL, Spot
from scraper.listing.dates.day_headings import DAY_CHARS_MAX, dated_caption, dated_heading_above
from scraper.listing.dates.notations import date_share
from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import BLOCKS, HEADINGS, Tree
from scraper.listing.records.candidate import tokens
from scraper.listing.records.lines import Record, record_around

# A longer text is a paragraph; "Committee for schools, parks and allotments, Sunday, 15 November 2026 (3 items)" is none.
HEAD_CHARS_MAX = 120
# A date is alone in its element where half of what that says, or of its letters, is date.
ALONE_TIMES, ALONE_SHARE = 2, 0.5

Build = tuple[str, ...]
"""How a heading is made: `h1` to `h6`, else the tags from the list's element down to it and its first class."""


@dataclass(frozen=True, slots=True)
class _Head:
    """A heading: where it stands, its build, and its date, None for one without."""

    node: int
    build: Build
    spot: Spot | None


def dates_above(
    tree: Tree, records: Sequence[Record], around: Sequence[Spot], floor: int
) -> list[Spot | None]:
    """Find the date that heads each record, None where there is none.

    Args:
        tree: the page.
        records: the list's records, in page order.
        around: the page's dates outside the records.
        floor: the element around the records.
    """
    within = [spot for spot in around if floor < spot.first and spot.last < tree.ends[floor]]
    heads = _with_undated(tree, records, _dated(tree, records, within, floor), floor)
    found = _above(records, heads)
    if len({spot.text for spot in found if spot}) < 2:  # one date may be anything's, unless a heading says it
        found = _above(records, [head for head in heads if head.build[0] in HEADINGS])
    if any(found):
        return found
    captions = [dated_caption(tree, record.start) for record in records]
    told = {tree.text(caption) for caption in captions if caption >= 0}
    if len(told) > 1 or any(map(is_date, told)):  # one among words may tell how fresh its table is
        return [_day_in(tree, caption, around) if caption >= 0 else None for caption in captions]
    beside = dated_heading_above(tree, records[0].start)
    if 0 <= beside < floor or (beside >= 0 and _is_only_head(tree, records, beside, floor)):
        found = [_day_in(tree, beside, around)] * len(records)
    return found


def _is_only_head(tree: Tree, records: Sequence[Record], heading: int, floor: int) -> bool:
    """Whether a heading stands directly in the list's element, above all records, and no other one stands there: `dl h3 dt dd dt dd`."""
    above = tree.parents[heading] == floor and tree.ends[heading] <= records[0].start
    return above and [node for node in tree.kids(floor) if tree.tags[node] in HEADINGS] == [heading]


def _day_in(tree: Tree, heading: int, around: Sequence[Spot]) -> Spot | None:
    return next((spot for spot in around if heading < spot.first < tree.ends[heading]), None)


def _above(records: Sequence[Record], heads: Sequence[_Head]) -> list[Spot | None]:
    nodes = [head.node for head in heads]
    return [heads[at - 1].spot if (at := bisect_left(nodes, record.start)) else None for record in records]


def _dated(tree: Tree, records: Sequence[Record], spots: Sequence[Spot], floor: int) -> list[_Head]:
    """The headings with a date, of each build in which one date stands alone."""
    best: dict[int, Spot] = {}
    builds: set[Build] = set()
    starts = [record.start for record in records]
    told_of_all = _told_of_all(tree, spots, starts)
    for spot in spots:
        if spot.first in told_of_all:
            continue
        box = _box(tree, spot.first, floor, starts)
        if box not in best or spot.strength > best[box].strength:
            best[box] = spot
        if _alone(tree, spot, box):
            builds.add(_build(tree, box, floor))
    builds |= _dated_throughout(tree, best, records, floor)
    return [
        _Head(spot.last, build, spot)
        for box, spot in best.items()
        if (build := _build(tree, box, floor)) in builds and tree.fits(box, HEAD_CHARS_MAX)
    ]


def _dated_throughout(
    tree: Tree, best: Mapping[int, Spot], records: Sequence[Record], floor: int
) -> set[Build]:
    """The builds of which each that stands over records tells a day of its own: `Acts of the sitting of 12 May 2026`."""
    starts = [record.start for record in records]
    builds: dict[Build, list[int]] = defaultdict(list)
    # below the last record stands a day whose entries have been taken down, which heads nothing
    said = [box for box, spot in best.items() if spot.strength == FULL and box < starts[-1]]
    for box in sorted(box for box in said if tree.tags[box]):
        builds[_build(tree, box, floor)].append(box)
    found: set[Build] = set()
    for build, own in builds.items():
        if len(own) < DAYS_MIN or own[0] > starts[0]:
            continue
        heads = [
            node
            for node in called(tree, (tree.tags[own[0]],))
            if own[0] <= node < starts[-1]
            and not tree.unseen[node]
            and record_around(records, node) < 0
            and _build(tree, node, floor) == build
            and tree.text(node).strip()
        ]
        over = {bisect_left(starts, node) for node in heads}  # records, each its own
        if len({best[box].text for box in own}) == len(own) == len(over) and own == heads:
            found.add(build)
    return found


# Headings that must be days: one alone is a date in the text; 1 and 4 read the 78 captured pages alike.
DAYS_MIN = 2


def _told_of_all(tree: Tree, spots: Sequence[Spot], starts: Sequence[int]) -> set[int]:
    """Dates that stand together with different labels, `Starting: <i>1 May 2026</i> Ending: <i>30 May 2026</i>`: what they tell is told of all records."""
    found: set[int] = set()
    for one, other in pairwise(spots):
        together = bisect_left(starts, one.first) == bisect_left(starts, other.first)
        labels = {_label_before(tree, spot) for spot in (one, other)} if together else set()
        if len(labels) > 1 and "" not in labels:
            found |= {one.first, other.first}
    return found


def _label_before(tree: Tree, spot: Spot) -> str:
    """The text right before a date, where that ends in a colon."""
    node = spot.first - 1
    while node > 0 and (tree.tags[node] in _LOOKS or (not tree.tags[node] and not tree.pieces[node].strip())):
        node -= 1
    said = tree.pieces[node].strip() if not tree.tags[node] else ""
    return said if said.endswith(":") else ""


def _alone(tree: Tree, spot: Spot, box: int) -> bool:
    """Whether a date has its element to itself: `Sunday, 15 November 2026 (12 items)`."""
    if tree.fits(max(tree.parents[spot.first], 0), ALONE_TIMES * len(spot.text)):
        return True
    return (
        spot.strength == FULL and tree.fits(box, DAY_CHARS_MAX) and date_share(tree.text(box)) > ALONE_SHARE
    )


def _with_undated(tree: Tree, records: Sequence[Record], dated: list[_Head], floor: int) -> list[_Head]:
    """The headings and those that end what they say; none that stand right below one: a section of a day, a preface."""
    if not dated:
        return []
    starts = [record.start for record in records]
    heads = sorted((*dated, *_undated(tree, records, dated, floor)), key=lambda head: head.node)
    sections = {
        below.build
        for head, below in pairwise(heads)
        if head.spot and not below.spot and bisect_left(starts, head.node) == bisect_left(starts, below.node)
    }
    return [head for head in heads if head.spot or head.build not in sections]


def _undated(tree: Tree, records: Sequence[Record], dated: list[_Head], floor: int) -> Iterator[_Head]:
    """Elements outside the records that are made as headings with a date are, and headings of a higher level."""
    builds = {head.build for head in dated}
    lowest = max((build[0] for build in builds if build[0] in HEADINGS), default="")
    higher = {tag for tag in HEADINGS if tag < lowest}
    said = sorted(head.node for head in dated)
    starts = [record.start for record in records]
    for node in called(tree, higher | {build[-2] if len(build) > 1 else build[0] for build in builds}):
        if not floor < node < tree.ends[floor] or tree.unseen[node]:
            continue
        build = _build(tree, node, floor)
        end = tree.ends[node]
        at = bisect_left(starts, end)
        holds = bisect_left(said, node) < bisect_left(said, end) or (at > 0 and node < records[at - 1].end)
        if (build in builds or build[0] in higher) and not holds and _says_words(tree, node):
            yield _Head(node, build, None)


def _says_words(tree: Tree, node: int) -> bool:
    return tree.fits(node, HEAD_CHARS_MAX) and any(map(str.isalpha, tree.text(node)))


def _box(tree: Tree, node: int, floor: int, starts: Sequence[int]) -> int:
    """The block that a date stands in, below the list's element; the element around it, or its text, where there is none.

    A block that holds records as well is none: the first of its lines is the day of the others.
    """
    box = tree.within(tree.parents[node], BLOCKS)
    if box > floor and bisect_left(starts, box) == bisect_left(starts, tree.ends[box]):
        return box
    return tree.parents[node] if tree.parents[node] > floor else node


_LOOKS = frozenset({"b", "center", "em", "font", "i", "strong", "u"})
"""What gives text its looks; one left open stands around all that follows, as each day of a page then stands deeper."""


def _build(tree: Tree, box: int, floor: int) -> Build:
    tag = tree.tags[box]
    if not tag or tag in HEADINGS:
        return (tag,)
    path = [next(iter(tokens(tree, box)), ""), tag]
    above = tree.parents[box]
    while above > floor:
        if tree.tags[above] not in _LOOKS:
            path.append(tree.tags[above])
        above = tree.parents[above]
    return tuple(reversed(path))
