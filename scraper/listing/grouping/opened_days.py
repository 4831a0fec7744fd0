"""Records that are days with a varying number of entries below them, and these entries: `h3 p p`, `<b>day</b><br>line<br>line`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import compress

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.notations import FULL, dates_in
from scraper.listing.dates.periods_alone import clock_alone
from scraper.listing.grouping.run_starts import all_bold
from scraper.listing.markup.elements import BREAKS, MARKS
from scraper.listing.markup.tree import BLOCKS, HEADINGS, Tree
from scraper.listing.records.candidate import Candidate, head_row
from scraper.listing.records.counts import Counts
from scraper.listing.records.labels import label, names_file

Span = tuple[int, int]
"""A stretch of the page: its first node, and one past its last."""
DAY_CHARS_MAX, DAY_SHARE = 60, 0.9
"""A heading that is a day says no more characters, and this share of them is the day."""
DAYS_SHARE = 0.9
"""Of the records begin with a day: one may be headed "To be published on" a day. 0.8 reads 64 captured court pages alike; with all,
one in 50 loses its days."""
NOTES_SHARE = 0.2
"""So many notes, to the entries there, may stand below days and lead nowhere: "No minutes this week." is one each time. With half
as many one of 64 captured pages loses its days; twice as many read them alike."""
ALIKE_SHARE = 0.9
"""Of the pieces below days are of one element: what follows the last day is not the list's."""
NAMED_DAY_CHARS_MAX, SEVERAL = 100, 2
"""A day told in words stands in a line of no more characters, and above so many entries in the mean; a meeting above its papers is one."""
DAYS_MIN = 3  # fewer are no custom
OWN_SHARE = 0.8  # of entries say what no other does: buttons return


def opened(tree: Tree, counts: Counts, outer: Candidate) -> Candidate | None:
    """Find the entries of records that each begin with a day.

    Below its day each record holds blocks, rows of a table or lines that begin alike, nearly each with a link and few with another date,
    and, where the day is no heading, not as many as every other: a card of day, title and button has always one of each.
    What has no link is a note, not an entry.

    Returns:
        The entries of all days; None where the records are entries themselves.
    """
    outer = _down_to_next(tree, outer)
    records = _with_descriptions(tree, _laid_open(tree, counts, outer))
    for parted in (_out_of_parts(tree, counts, records), _below_headings(tree, records)):
        if parted and (found := _entries(tree, counts, outer, parted)):
            return found
    return _entries(tree, counts, outer, _with_teasers(tree, counts, records))


def by_days(tree: Tree, outer: Candidate) -> Candidate | None:
    """Join runs that begin with no day to the last that does, where the others are a day and an entry each: on most days one comes.

    Returns:
        The days; None where all runs begin with one, and where what goes on is not built as what stands below a day.
    """
    starts = outer.starts
    if outer.shape != "segments" or not _is_day(tree, starts[0], tree.ends[starts[0]]):
        return None
    days = [_is_day(tree, start, tree.ends[start]) for start in starts]
    heads = [*compress(starts, days)]
    below = {tree.tags[node] for head in heads if (node := _behind(tree, head)) < tree.ends[outer.holder]}
    bare = {tree.tags[start] for start, day in zip(starts, days, strict=True) if not day}
    if len(heads) < DAYS_MIN or len(below) != 1 or bare != below:
        return None
    return replace(outer, starts=heads, ends=[*compress(outer.ends, days[1:]), outer.ends[-1]])


def _behind(tree: Tree, node: int) -> int:
    """What stands behind an element, white space left out."""
    at, end = tree.ends[node], tree.ends[tree.parents[node]]
    while at < end and not tree.tags[at] and not tree.text(at):
        at = tree.ends[at]
    return at


def _entries(tree: Tree, counts: Counts, outer: Candidate, records: list[list[Span]]) -> Candidate | None:
    """What stands below the days of the records, if they are days and that is entries."""
    full = [record for record in records if len(record) > 1]
    if not full or len(full) < DAYS_SHARE * len(records):
        return None
    heads = [record[0] for record in full]
    named = not _are_days(tree, heads)
    if named and not _in_words(tree, counts, heads):
        return None
    headed = all(tree.tags[start] in HEADINGS for start in outer.starts)
    pieces: list[Span] = []
    sizes: set[int] = set()
    notes: set[str] = set()
    dated = 0
    for head, *below in full:
        own = [piece for piece in below if _linked(counts, *piece)]
        dated += sum(_tells_another_day(tree, counts, head, *piece) for piece in own)
        notes.update(tree.text(*piece) for piece in below if not _linked(counts, *piece))
        sizes.add(len(own))
        pieces += own
    if len(notes) > NOTES_SHARE * len(pieces):
        return None
    kinds = Counter(tree.tags[start] for start, _ in pieces).most_common(1)
    if not kinds or kinds[0][1] < ALIKE_SHARE * len(pieces):
        return None
    pieces = [piece for piece in pieces if tree.tags[piece[0]] == kinds[0][0]]
    if named and len(pieces) < SEVERAL * len(full):
        return None
    if 2 * dated > len(pieces):  # one or another teaser tells of a day
        return None
    sizes.discard(0)
    if len(sizes) < 2 - (headed and sizes != {1}):
        return None
    texts = [tree.text(start, end) for start, end in pieces]
    if len(set(map(label, texts))) < OWN_SHARE * len(texts) or 2 * sum(map(names_file, texts)) > len(texts):
        return None
    starts, ends = zip(*pieces, strict=True)
    return Candidate("segments", outer.holder, kinds[0][0], "", list(starts), list(ends))


def heads_days(tree: Tree, outer: Candidate) -> bool:
    """Whether nearly all runs of an element's children begin with one that is a day."""
    return _are_days(tree, [(start, tree.ends[start]) for start in outer.starts])


def _are_days(tree: Tree, spans: Sequence[Span]) -> bool:
    """Whether nearly all of some stretches are a day each; no more are read than tell."""
    days = len(spans)
    for span in spans:
        days -= not _is_day(tree, *span)
        if days < DAYS_SHARE * len(spans):
            return False
    return True


def _in_words(tree: Tree, counts: Counts, heads: Sequence[Span]) -> bool:
    """Whether stretches that are set off end with a day each, and tell of it in the same words: "Published in the bulletin of" a day."""
    start, end = heads[0]
    if _linked(counts, start, end) or not (tree.tags[start] in HEADINGS or all_bold(tree, start)):
        return False
    names = Counter[str]()
    for head in heads:
        text = tree.text(*head)
        found = dates_in(text) if len(text) <= NAMED_DAY_CHARS_MAX else []
        if [strength for _, _, strength in found] == [FULL] and not _WORD.search(text, found[0][1]):
            names[" ".join(_WORD.findall(text[: found[0][0]].casefold()))] += 1
    usual = next(iter(names.most_common(1)), ("", 0))[0]
    return sum(times for name, times in names.items() if usual and name.endswith(usual)) >= DAYS_SHARE * len(
        heads
    )


_WORD = re.compile(r"[^\W_]+")


def _down_to_next(tree: Tree, outer: Candidate) -> Candidate:
    """Headings that are days alone, with what stands below each down to the next heading of their rank or a higher one."""
    bare = outer.shape == "siblings" and all(tree.tags[start] in HEADINGS for start in outer.starts)
    if not bare or not heads_days(tree, outer):
        return outer
    ends = []
    for start in outer.starts:
        at = tree.ends[start]
        while at < tree.ends[outer.holder] and not (
            tree.tags[at] in HEADINGS and tree.tags[at] <= tree.tags[start]
        ):
            at = tree.ends[at]
        ends.append(at)
    return replace(outer, shape="segments", ends=ends)


def _laid_open(tree: Tree, counts: Counts, outer: Candidate) -> list[list[Span]]:
    """The day and what stands below it in each record; where that is one box in every record, what the boxes hold."""
    records = [_pieces(tree, counts, start, end) for start, end in outer.spans]
    boxes = BLOCKS
    if not all(len(record) == 2 and tree.tags[record[1][0]] in boxes for record in records):
        records[-1] = _pieces(tree, counts, outer.starts[-1], _reach(tree, outer))
        return records
    while all(len(record) == 2 and tree.tags[record[1][0]] in boxes for record in records):
        records = [[day, *_pieces(tree, counts, *box)] for day, box in records]
        boxes = _OF_TABLES
    return records


_OF_TABLES = frozenset({"table", "tbody"})


def _out_of_parts(tree: Tree, counts: Counts, records: list[list[Span]]) -> list[list[Span]]:
    """The same with the entries of the lists or tables below each day in their place, a day's parts each with a name or without.

    Nothing where something else below days leads somewhere: it may be the entry that a list belongs to.
    """
    below = [piece for record in records for piece in record[1:] if _linked(counts, *piece)]
    if not below or not all(tree.tags[_unwrapped(tree, counts, *piece)[0]] in _PARTS for piece in below):
        return []
    found = []
    for record in records:
        own = record[:1]
        for piece in record[1:]:
            own += _held(tree, counts, *_unwrapped(tree, counts, *piece))
        found.append(own)
    return found


def _unwrapped(tree: Tree, counts: Counts, start: int, end: int) -> Span:
    """The list or table that is all a piece says, whatever it stands in: `<font><ul>`."""
    inner = start, end
    while tree.tags[inner[0]] not in _PARTS:
        held = _pieces(tree, counts, *inner) if tree.ends[inner[0]] == inner[1] else []
        if len(held) != 1 or held[0] == inner:
            return start, end
        inner = held[0]
    return inner


def _held(tree: Tree, counts: Counts, start: int, end: int) -> list[Span]:
    """The items or rows of a list or table without its caption, nothing of a heading; anything else is itself."""
    found, waiting = [], [(start, end)]
    while waiting:
        piece = waiting.pop()
        below = _pieces(tree, counts, *piece) if tree.tags[piece[0]] in _AROUND_ITEMS else []
        if tree.tags[piece[0]] in _PARTS or any(tree.tags[at] in _ITEMS for at, _ in below):
            waiting += reversed(below)
        elif tree.tags[piece[0]] not in _NAMES:
            found.append(piece)
    return found


_ITEMS = frozenset({"li", "tr"})
_NAMES = HEADINGS | {"caption"}
_PARTS = _OF_TABLES | {"thead", "tfoot", "ul", "ol"}
_AROUND_ITEMS = _PARTS | MARKS
"""A font left open may stand between a list and its items."""


def _below_headings(tree: Tree, records: list[list[Span]]) -> list[list[Span]]:
    """The same, from each heading of a lower rank to the next, where one stands directly below the heading that each record begins with."""
    ranks = {tuple(tree.tags[start] for start, _ in record[:2]) for record in records}
    if len(ranks) != 1 or not {*(rank := ranks.pop())} <= HEADINGS or len(rank) < 2 or rank[0] >= rank[1]:
        return []
    return _joined(records, lambda _, piece: tree.tags[piece[0]] != rank[1])


def _with_descriptions(tree: Tree, records: list[list[Span]]) -> list[list[Span]]:
    """The same, with each description below a day's terms joined to the term before it: `h3 dt dd dt dd`."""
    tags = tree.tags
    return _joined(records, lambda before, piece: tags[before[0]] == "dt" and tags[piece[0]] == "dd")


def _with_teasers(tree: Tree, counts: Counts, records: list[list[Span]]) -> list[list[Span]]:
    """The same, with what says more of an entry joined to it: lines of mere text below one that leads somewhere, and what leads there too."""

    def says_more(before: Span, piece: Span) -> bool:
        if not _linked(counts, *piece):
            return tree.tags[piece[0]] == "" and _linked(counts, *before)
        return _leads(counts, *piece) <= _leads(counts, *before)

    return _joined(records, says_more)


def _joined(records: list[list[Span]], goes_on: Callable[[Span, Span], bool]) -> list[list[Span]]:
    """The same, with each piece joined to the one before it where it goes on with that; the first below a day begins one."""
    found = []
    for record in records:
        own = record[:2]
        for piece in record[2:]:
            if goes_on(own[-1], piece):
                own[-1] = own[-1][0], piece[1]
            else:
                own.append(piece)
        found.append(own)
    return found


def _reach(tree: Tree, outer: Candidate) -> int:
    """Where the last record ends: what follows it and is made as the first below its day, for the others do not tell how long it is."""
    start, at = outer.starts[-1], outer.ends[-1]
    if tree.ends[start] == at:
        return at
    record = _row(tree, start, at)
    lines = any(tree.tags[kid] in BREAKS for kid in record)
    made = [tree.tags[kid] for kid in record[1:] if tree.tags[kid] or tree.text(kid)]
    if made and not {tree.tags[start], made[0]} <= HEADINGS:
        made = made[:1]
    apart = BLOCKS | HEADINGS | {tree.tags[start]}
    place = len(made)
    while at < tree.ends[outer.holder]:
        tag = tree.tags[at]
        if not tree.text(at):
            pass
        elif lines:
            if tag in apart:
                break
        elif tag in made[:1]:
            place = 1
        elif tag in made[place : place + 1]:
            place += 1
        else:
            break
        at = tree.ends[at]
    return at


def _row(tree: Tree, at: int, end: int) -> list[int]:
    """The elements and texts that follow each other from one to an end."""
    found = []
    while at < end:
        found.append(at)
        at = tree.ends[at]
    return found


def _pieces(tree: Tree, counts: Counts, start: int, end: int) -> list[Span]:
    """What a record is made of: its lines where breaks part it, else its blocks; those that say nothing are left out."""
    whole = tree.ends[start] == end
    kids = _row(tree, start + 1 if whole else start, end)
    broken = any(tree.tags[kid] in BREAKS for kid in kids)
    found: list[Span] = []
    goes_on = False
    for kid in kids:
        stop = tree.ends[kid]
        if tree.tags[kid] in BREAKS:
            goes_on = False
        elif counts.chars[stop] > counts.chars[kid] and not _heads_columns(tree, kid):
            apart = tree.tags[kid] in BLOCKS
            if goes_on and not apart:
                found[-1] = (found[-1][0], stop)
            else:
                found.append((kid, stop))
            goes_on = broken and not apart
    return found


def _heads_columns(tree: Tree, row: int) -> bool:
    """Whether a node is a row of column heads; one that says a day heads the rows below it."""
    return tree.tags[row] == "tr" and head_row(tree, row) and not _is_day(tree, row, tree.ends[row])


def _is_day(tree: Tree, start: int, end: int) -> bool:
    """Whether a stretch says a day and nothing else, but for how many entries it has: `Fri, 27 November 2026 (showing 5 of 31 entries)`."""
    text = _COUNTED.sub("", tree.text(start, end))
    return 0 < len(text) <= DAY_CHARS_MAX and is_date(text, DAY_SHARE)


def _tells_another_day(tree: Tree, counts: Counts, head: Span, start: int, end: int) -> bool:
    """Whether a stretch shows more of a date than hours and the day that heads it: of `20:10` it is the one above."""
    if counts.dates[end] == counts.dates[start]:
        return False
    day = tree.text(*head)
    return any(
        not clock_alone(text) and (shown := text[first:last]) not in day and day not in shown
        for node in range(start, end)
        if (text := tree.pieces[node])
        for first, last, _ in dates_in(text)
    )


_COUNTED = re.compile(r"\s*[(\[（](?=[^()]*\d)[^()]{1,60}[)\]）]$")


def _leads(counts: Counts, start: int, end: int) -> set[str]:
    return {counts.hrefs[node] for node in range(start, end) if node in counts.hrefs}


def _linked(counts: Counts, start: int, end: int) -> bool:
    return counts.links[end] > counts.links[start]
