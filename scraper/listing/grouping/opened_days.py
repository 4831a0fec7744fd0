"""Records that are days with a varying number of entries below them, and these entries: `h3 p p`, `<b>day</b><br>line<br>line`."""

from __future__ import annotations

from scraper.listing.dates.notations import date_share
from scraper.listing.grouping.segments import BREAKS
from scraper.listing.markup.tree import BLOCKS, HEADINGS, Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts
from scraper.listing.records.labels import label, names_file

DAY_CHARS_MAX, DAY_SHARE = 60, 0.9
"""A heading that is a day says no more characters, and this share of them is the day."""
OWN_SHARE = 0.8  # of entries say what no other does: buttons return


def opened(tree: Tree, counts: Counts, outer: Candidate) -> Candidate | None:
    """Find the entries of records that each begin with a day.

    Below its day each record holds blocks or lines that begin alike, each with a link and few with a date, and, where the day is
    no heading, not as many as every other: a card of day, title and button has always one of each.

    Args:
        tree: the page.
        counts: its running totals.
        outer: the records.

    Returns:
        The entries of all days; None where the records are entries themselves.
    """
    records = [_pieces(tree, counts, start, end) for start, end in zip(outer.starts, outer.ends, strict=True)]
    if all(
        len(record) == 2 and tree.tags[record[1][0]] in BLOCKS for record in records
    ):  # a cell beside the day holds them
        records = [[day, *_pieces(tree, counts, *box)] for day, box in records]
    pieces: list[tuple[int, int]] = []
    sizes: set[int] = set()
    headed = all(tree.tags[start] in HEADINGS for start in outer.starts)
    for start, end, record in zip(outer.starts, outer.ends, records, strict=True):
        day, *own = record or [(start, start)]
        if not own or not _is_day(tree, *day) or not all(_linked(counts, *piece) for piece in own):
            return None
        if end == outer.ends[-1] and tree.ends[start] != end:
            own += _further(tree, counts, outer, tree.tags[own[0][0]])
        sizes.add(len(own))
        pieces += own
    kinds = {tree.tags[start] for start, _ in pieces}
    dated = sum(counts.dates[end] > counts.dates[start] for start, end in pieces)
    if 2 * dated > len(pieces):  # one or another teaser tells of a day
        return None
    if len(sizes) < 2 - (headed and sizes != {1}) or len(kinds) > 1:
        return None
    texts = [tree.text(start, end) for start, end in pieces]
    if len(set(map(label, texts))) < OWN_SHARE * len(texts) or 2 * sum(map(names_file, texts)) > len(texts):
        return None
    starts, ends = zip(*pieces, strict=True)
    return Candidate("segments", outer.holder, kinds.pop(), "", list(starts), list(ends))


def _further(tree: Tree, counts: Counts, outer: Candidate, tag: str) -> list[tuple[int, int]]:
    """The elements behind the last run that are made as its entries are: how long a run is, the others do not tell."""
    found, at = [], outer.ends[-1]
    while at < tree.ends[outer.holder] and (tree.tags[at] == tag or not tree.text(at)):
        if tree.tags[at] == tag and _linked(counts, at, tree.ends[at]):
            found.append((at, tree.ends[at]))
        at = tree.ends[at]
    return found


def _pieces(tree: Tree, counts: Counts, start: int, end: int) -> list[tuple[int, int]]:
    """What a record is made of: its lines where breaks part it, else its blocks; those that say nothing are left out."""
    whole = tree.ends[start] == end
    at = start + 1 if whole else start
    kids = []
    while at < end:
        kids.append(at)
        at = tree.ends[at]
    broken = any(tree.tags[kid] in BREAKS for kid in kids)
    found: list[tuple[int, int]] = []
    goes_on = False
    for kid in kids:
        stop = tree.ends[kid]
        if tree.tags[kid] in BREAKS:
            goes_on = False
        elif counts.chars[stop] > counts.chars[kid]:
            if goes_on:
                found[-1] = (found[-1][0], stop)
            else:
                found.append((kid, stop))
            goes_on = broken
    return found


def _is_day(tree: Tree, start: int, end: int) -> bool:
    text = tree.text(start, end)
    return 0 < len(text) <= DAY_CHARS_MAX and date_share(text) >= DAY_SHARE


def _linked(counts: Counts, start: int, end: int) -> bool:
    return counts.links[end] > counts.links[start]
