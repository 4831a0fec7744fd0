"""Records that are runs of children: from each head to the next (`dt/dd`, `h3 p p`, paired rows), or lines parted by `<br>`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from scraper.listing.candidate import RECORDS_MIN, Candidate, Names
from scraper.listing.counts import Counts
from scraper.listing.dated import BOX_MAX
from scraper.listing.tree import Tree

BREAKS = frozenset({"br", "hr"})
"""What parts lines."""


def segments(tree: Tree, counts: Counts, names: Names, holder: int, kids: list[int]) -> Iterator[Candidate]:
    """Name the runs of an element's children, each by the kind of child it begins with, and its lines."""
    kinds: dict[tuple[object, ...], list[int]] = defaultdict(list)
    dates, links = counts.dates, counts.links
    total = 0
    for order, kid in enumerate(kids):
        tag, end = tree.tags[kid], tree.ends[kid]
        if tag in BREAKS:
            continue
        total += 1
        kinds[(tag,)].append(order)
        kinds[tag, dates[end] > dates[kid], links[end] > links[kid]].append(order)
        kinds[tag, names[kid]].append(order)
    done: set[tuple[int, ...]] = set()
    for kind, heads in kinds.items():
        if len(heads) < RECORDS_MIN or len(heads) >= total or kind == ("",) or tuple(heads) in done:
            continue
        if len(kind) < 3 or not _leaves_out(tree, counts, kids, heads):
            done.add(tuple(heads))
            yield _from_heads(tree, counts, holder, kids, heads)
    yield from lines(tree, holder, kids)


def _leaves_out(tree: Tree, counts: Counts, kids: list[int], heads: list[int]) -> bool:
    """Whether one more sibling of the same tag is an entry too, but for its date or its link: `siblings` has them all."""
    tag = tree.tags[kids[heads[0]]]
    others = [
        kids[order] for order in set(range(len(kids))).difference(heads) if tree.tags[kids[order]] == tag
    ]
    if len(heads) < 2:
        return False
    if any(counts.titles[tree.ends[kid]] - counts.titles[kid] == 1 for kid in others):
        return True
    return tag == "tr" and any(
        counts.dates[tree.ends[kid]] > counts.dates[kid] and _cells(tree, kid) == _cells(tree, kids[heads[0]])
        for kid in others
    )


def _cells(tree: Tree, row: int) -> list[str]:
    """The elements a row is made of."""
    return [tree.tags[kid] for kid in tree.kids(row) if tree.tags[kid]]


def _from_heads(tree: Tree, counts: Counts, holder: int, kids: list[int], heads: list[int]) -> Candidate:
    stops = [*heads[1:], len(kids)]
    longest = max(stop - head for head, stop in zip(heads[:-1], stops[:-1], strict=True))
    stops[-1] = min(stops[-1], heads[-1] + longest)  # what follows the last entry is not its text
    dated = counts.dates[tree.ends[holder]] > counts.dates[holder] and [
        stop - head > 1 and _date_alone(tree, counts, kids[stop - 1])
        for head, stop in zip(heads, stops, strict=True)
    ]
    if dated and 2 * sum(dated) < len(heads):  # the heading of the next day, not the end of this entry
        stops = [stop - alone for stop, alone in zip(stops, dated, strict=True)]
    starts = [kids[head] for head in heads]
    ends = [tree.ends[kids[stop - 1]] for stop in stops]
    return Candidate("segments", holder, tree.tags[starts[0]], "", starts, ends)


def _date_alone(tree: Tree, counts: Counts, kid: int) -> bool:
    """Whether a block is a date and little else, without a link."""
    end = tree.ends[kid]
    dated, linked = counts.dates[end] > counts.dates[kid], counts.links[end] > counts.links[kid]
    return dated and not linked and counts.chars[end] - counts.chars[kid] <= BOX_MAX


def lines(tree: Tree, holder: int, kids: list[int]) -> Iterator[Candidate]:
    """Name the lines of an element, parted by `<br>`, in `<pre>` as they are written, and its paragraphs, parted by an empty one."""
    found: list[list[int]] = [[]]
    written = tree.tags[holder] == "pre"
    before = holder + 1
    for kid in kids:
        if written and (any(map(_ends_line, tree.pieces[before:kid])) or _begins_line(tree.pieces[kid])):
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
        yield _run(tree, holder, single)
    paragraphs: list[list[int]] = [[]]  # entries of several lines, parted by an empty one
    for line in found:
        if line:
            paragraphs[-1].extend(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    several = [paragraph for paragraph in paragraphs if paragraph]
    if RECORDS_MIN <= len(several) < len(single):
        yield _run(tree, holder, several)


def _begins_line(piece: str) -> bool:
    """Whether a text of `<pre>` says something behind the end of a line: the day of the next."""
    return "\n" in piece and piece.rstrip(" ")[-1:] != "\n"


def _ends_line(piece: str) -> bool:
    return "\n" in piece and not _begins_line(piece)


def _run(tree: Tree, holder: int, lines: list[list[int]]) -> Candidate:
    return Candidate(
        "segments", holder, "", "", [line[0] for line in lines], [tree.ends[line[-1]] for line in lines]
    )
