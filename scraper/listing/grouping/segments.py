"""Records that are runs of children: from each head to the next (`dt/dd`, `h3 p p`, paired rows), or lines parted by `<br>`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from scraper.listing.grouping.next_days import before_next_day
from scraper.listing.grouping.run_starts import (
    Kind,
    begins_late,
    even_step,
    is_brief,
    kinds_of,
    last_length,
    run_starts,
    without_frame,
)
from scraper.listing.grouping.turns import turns
from scraper.listing.grouping.written_lines import begins_line, ends_line
from scraper.listing.markup.elements import BREAKS
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.candidate import RECORDS_MIN, Candidate, Names
from scraper.listing.records.counts import DATED, LINKED, Counts

DATED_OR_LINKED = DATED | LINKED


def segments(
    tree: Tree, counts: Counts, names: Names, holder: int, kids: list[int], told_of: set[int]
) -> Iterator[Candidate]:
    """Name the runs of an element's children, each by the kind of child it begins with, and its lines.

    Args:
        tree: the page.
        counts: its running totals.
        names: the class tokens of its elements.
        holder: the element.
        kids: its children, in order.
        told_of: gets the children that tell of the title above them (`turns`), with which no record begins.
    """
    alike = _alike(tree, counts, names, kids)
    for (_, held, _), orders in alike.items():
        if held & LINKED and (heads := turns(tree, counts, kids, orders)):
            yield _from_heads(
                tree, counts, holder, kids[: orders[-1] + 1], heads, kinds_of(tree, counts, kids)
            )
            told_of.update(kids[head + 1] for head in heads)
    broken = len(kids) - sum(map(len, alike.values()))
    if len(alike) > 1:  # most rows are of one kind, which begins no runs
        kinds = _kinds(alike)
        told, cut = _cuts(tree, counts, kids, kinds, broken)
        groups = [*kinds.values(), *cut]
        for heads in cut:
            if not begins_late(told, heads, groups):
                yield _from_heads(tree, counts, holder, kids, heads, told)
    if broken >= RECORDS_MIN:
        yield from lines(tree, counts, holder, kids)


def _cuts(
    tree: Tree, counts: Counts, kids: list[int], kinds: dict[tuple[object, ...], list[int]], broken: int
) -> tuple[list[Kind], list[list[int]]]:
    """What the children are, by which runs are compared, and the heads of each way to cut them; `broken` part lines."""
    done: set[tuple[int, ...]] = set()
    told: list[Kind] = []
    cut: list[list[int]] = []
    paragraphs = _paragraphs(tree, kids) if broken >= PARAGRAPHS_MIN - 1 else set()
    across = _across(paragraphs, list(kinds.values()))
    for kind, heads in kinds.items():
        if len(heads) < RECORDS_MIN or len(heads) >= len(kids) - broken or kind == ("",):
            continue
        if (one := tuple(heads)) in done or one in across:
            continue
        if kind[0] == "" and heads[0] and _ends_lines(tree, [kids[head] for head in heads]):
            continue  # days behind the names they tell of
        every = _round(heads, len(kids))
        if (
            every
            and heads[0]
            and any(not one[0] and _round(one, len(kids)) == every for one in kinds.values())
        ):
            continue  # the middle of what another begins
        told = told or kinds_of(tree, counts, kids)
        begun = run_starts(told, lambda at: is_brief(tree, counts, kids[at]), heads, kinds.values())
        if begun is heads and len(kind) == 3 and not (every and not heads[0]):
            late = any(
                begins_late(told, group, [heads]) for group in kinds.values() if len(group) == len(heads) + 1
            )
            more = _few_more(tree, counts, kids, heads)
            if not late and _leaves_out(tree, counts, kids, heads, more):
                continue
            heads = begun = sorted(heads + more) if more else heads
        done.add(tuple(heads))
        if begun and (begun is heads or tuple(begun) not in done):
            done.add(tuple(begun))
            cut.append(begun)
    return told, cut


Alike = tuple[str, int, tuple[str, ...]]
"""Tag of a child, what of a date and a link it holds (`Counts.holds`), its class."""


def _alike(tree: Tree, counts: Counts, names: Names, kids: list[int]) -> dict[Alike, list[int]]:
    """The children that part no lines, by number, those in one that are alike in all."""
    tags, holds = tree.tags, counts.holds
    found: dict[Alike, list[int]] = {}
    for order, kid in enumerate(kids):
        tag = tags[kid]
        if tag not in BREAKS:
            one = tag, holds[kid] & DATED_OR_LINKED, names[kid]
            if one in found:
                found[one].append(order)
            else:
                found[one] = [order]
    return found


def _kinds(alike: dict[Alike, list[int]]) -> dict[tuple[object, ...], list[int]]:
    """The same by tag, by what of a date and a link they hold, by class, as they appear."""
    kinds: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for (tag, held, called), orders in alike.items():
        for kind in ((tag,), (tag, held & DATED, held & LINKED), (tag, called)):
            kinds[kind] += orders
    for orders in kinds.values():
        orders.sort()
    return kinds


def _round(heads: list[int], size: int) -> int:
    """The step at which heads return, where each of their runs has the same length and none is left over, else 0."""
    step = even_step(heads, ROUNDS_MIN)
    return step if size == step * len(heads) else 0


# Rounds of rows that show how many rows an entry has; 2 and 6 read the 78 captured pages alike.
ROUNDS_MIN = 3


def _paragraphs(tree: Tree, kids: list[int]) -> set[int]:
    """The children, by number, that begin a paragraph: those behind an empty line or a rule, and the first."""
    found, breaks = set(), 2
    for order, kid in enumerate(kids):
        tag = tree.tags[kid]
        if tag in BREAKS:
            breaks += 1 + (tag == "hr")
            continue
        if breaks > 1:
            found.add(order)
        breaks = 0
    return found


def _across(paragraphs: set[int], kinds: list[list[int]]) -> set[tuple[int, ...]]:
    """The heads of runs that go on over an empty line into the next paragraph, where others begin with one."""
    if len(paragraphs) < PARAGRAPHS_MIN:
        return set()
    if max(len(paragraphs.intersection(heads)) for heads in kinds) < BEGUN_SHARE * len(paragraphs):
        return set()
    found = set()
    for heads in kinds:
        if 2 * len(heads) < len(paragraphs):
            continue
        inner = sorted(paragraphs.difference(heads))
        over = sum(bisect_right(inner, head) < bisect_left(inner, stop) for head, stop in pairwise(heads))
        if 2 * len(paragraphs.intersection(heads)) < len(heads) and 2 * over >= len(heads):
            found.add(tuple(heads))
    return found


# A page's frame has paragraphs of its own: of those of a list nearly all begin alike.
PARAGRAPHS_MIN, BEGUN_SHARE = 4, 0.7


def _leaves_out(tree: Tree, counts: Counts, kids: list[int], heads: list[int], more: list[int]) -> bool:
    """Whether one more sibling of the same tag is an entry too, but for its date or its link: `siblings` has them all.

    Those that are heads as well, `more`, are none.
    """
    tags, tag = tree.tags, tree.tags[kids[heads[0]]]
    taken = {*heads, *more}
    others = [kid for order, kid in enumerate(kids) if tags[kid] == tag and order not in taken]
    if len(heads) < 2 or not others:
        return False
    if step := even_step(heads, STEPS_MIN):
        # one left out above them stands one step up; what stands elsewhere there is a notice
        others = [kid for kid in others if kid > kids[heads[0]] or kid == kids[max(heads[0] - step, 0)]]
    if any(counts.titles[tree.ends[kid]] - counts.titles[kid] == 1 for kid in others):
        return True
    if others and all(_headed_once(tree, counts, kids[order]) for order in heads):
        called = {tree.attr(kids[order], "class") for order in heads}
        if any(_headed_once(tree, counts, kid) and tree.attr(kid, "class") in called for kid in others):
            return True  # a release without its day among those that have one
    return tag == "tr" and any(
        counts.dates[tree.ends[kid]] > counts.dates[kid] and _cells(tree, kid) == _cells(tree, kids[heads[0]])
        for kid in others
    )


def _headed_once(tree: Tree, counts: Counts, kid: int) -> bool:
    return counts.headings[tree.ends[kid]] - counts.headings[kid] == 1 and tree.tags[kid] not in HEADINGS


def _few_more(tree: Tree, counts: Counts, kids: list[int], heads: list[int]) -> list[int]:
    """The few rows of a table that are like the heads but for a date that nobody can read, or a link, by number.

    A misprinted day makes no entry the text of the one above it. Where an entry is one row, `siblings` has them all.
    """
    cells = _cells(tree, kids[heads[0]])
    if len(cells) < 2 or tree.tags[kids[heads[0]]] != "tr":
        return []
    rows = [order for order, kid in enumerate(kids) if tree.tags[kid] == "tr" and order > heads[0]]
    like = [
        order
        for order in sorted(set(rows).difference(heads))
        if counts.holds[kids[order]] & DATED_OR_LINKED and _cells(tree, kids[order]) == cells
    ]
    whole = len(heads) + len(like)
    return like if len(like) <= LEFT_SHARE * whole and ROWS_MIN * whole <= len(rows) + 1 else []


# Of the entries, those that may lack what the others have; rows to an entry.
LEFT_SHARE, ROWS_MIN = 0.1, 2


# Heads that show a step: with 3 of them 1,765 captured pages read alike, with 8 one keeps its notices as entries.
STEPS_MIN = 5


def _cells(tree: Tree, row: int) -> list[str]:
    """The elements a row is made of."""
    return [tree.tags[kid] for kid in tree.kids(row) if tree.tags[kid]]


def _from_heads(
    tree: Tree, counts: Counts, holder: int, kids: list[int], heads: list[int], told: list[Kind]
) -> Candidate:
    stops = [*heads[1:], len(kids)]
    runs = [told[head:stop] for head, stop in zip(heads, stops, strict=True)]
    stops[-1] = heads[-1] + last_length(runs[-1], runs[:-1])  # what follows is not its text
    if counts.dates[tree.ends[holder]] > counts.dates[holder]:
        stops = before_next_day(tree, counts, kids, heads, stops)
    stops = _without_boxes(tree, counts, kids, heads, stops)
    starts = [kids[head] for head in heads]
    ends = [tree.ends[kids[stop - 1]] for stop in stops]
    return Candidate("segments", holder, tree.tags[starts[0]], "", starts, ends)


def _without_boxes(
    tree: Tree, counts: Counts, kids: list[int], heads: list[int], stops: list[int]
) -> list[int]:
    """Where runs end, without what has a heading of its own behind an entry where most entries are one element: a box between two of them."""
    alone = [stop - head for head, stop in zip(heads, stops, strict=True)].count(1)
    if alone == len(heads) or alone < ALONE_SHARE * len(heads):
        return stops
    return [
        next((at for at in range(head + 1, stop) if _headed(tree, counts, kids[at])), stop)
        for head, stop in zip(heads, stops, strict=True)
    ]


def _headed(tree: Tree, counts: Counts, kid: int) -> bool:
    return counts.headings[tree.ends[kid]] > counts.headings[kid]


ALONE_SHARE = 0.6
"""Of the runs are one element: with two boxes among seven cards five are."""


def lines(tree: Tree, counts: Counts, holder: int, kids: list[int]) -> Iterator[Candidate]:
    """Name the lines of an element, parted by `<br>`, in `<pre>` as they are written, and its paragraphs, parted by an empty one."""
    found: list[list[int]] = [[]]
    written = tree.tags[holder] == "pre"
    before = holder + 1
    for kid in kids:
        if written and (any(map(ends_line, tree.pieces[before:kid])) or begins_line(tree.pieces[kid])):
            found.append([])
        if tree.tags[kid] in BREAKS:
            found.append([])
        else:
            found[-1].append(kid)
        before = kid
    if len(found) <= RECORDS_MIN:
        return
    single = [line for line in found if line]
    if len(single) >= RECORDS_MIN:
        yield _run(tree, counts, holder, single)
    paragraphs: list[list[int]] = [[]]  # entries of several lines, parted by an empty one
    for line in found:
        if line:
            paragraphs[-1].extend(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    several = [paragraph for paragraph in paragraphs if paragraph]
    if RECORDS_MIN <= len(several) < len(single):
        yield _run(tree, counts, holder, several)


def _ends_lines(tree: Tree, texts: list[int]) -> bool:
    """Whether texts end lines of the source and begin none, all of them but the last."""
    pieces = [tree.pieces[text] for text in texts[:-1]]
    return all(ends_line(piece) and "\n" not in piece.rstrip() for piece in pieces)


def _run(tree: Tree, counts: Counts, holder: int, lines: list[list[int]]) -> Candidate:
    lines = without_frame([kinds_of(tree, counts, line) for line in lines], lines)
    return Candidate(
        "segments", holder, "", "", [line[0] for line in lines], [tree.ends[line[-1]] for line in lines]
    )
