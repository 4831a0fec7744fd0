"""Days that are told once and hold for the entries behind, too: a row's cell, a row of the day, or a heading that an entry begins with.

Who fills a table by hand writes a day once, in the first of its rows. A day that is written again in the next row is not
carried on there, and neither is any other: an empty cell is then a day nobody knew. So it is where the day does not lead its row:
`Deadline` behind a title tells of that row alone.

Where headings and entries stand side by side, `h3 div div h3 div`, a heading belongs to the first entry below it. The next one has its
hour, which is no date of its own while the day goes on. So it is below a row that is a day. And weblogs begin the first post of a day
with it, and tell the hour of each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.dated import FULL, Spot
from scraper.listing.dates.periods_alone import clock_alone
from scraper.listing.markup.spans import cells_of
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.candidate import tokens
from scraper.listing.records.lines import Record

# Fewer days tell no custom; of rows that carry one on, a fourth at least has none, or it is missing here and there.
DAYS_MIN, BARE_MIN = 3, 0.25
# Of the rows below a row of a day; a remark at the end of a day may be built as that is.
OTHERS_MIN = 0.9
HEADED_MIN = 2  # different days: one heading may be a part's


def carried_days(tree: Tree, records: Sequence[Record], shown: Sequence[Spot | None]) -> list[Spot | None]:
    """The days of a list's entries, each carried on down to the next one where the page does so.

    Args:
        tree: the page.
        records: the list's records, in page order.
        shown: the date each shows itself, or None.

    Returns:
        One a record; as `shown` where days are not carried on.
    """
    once = _in_rows(tree, records, shown) or _on_first_posts(records, shown)
    days = _in_front(tree, records, shown) or (list(shown) if once else [])
    for at in range(1, len(days)):
        days[at] = days[at] or days[at - 1]
    return days or list(shown)


def _in_front(tree: Tree, records: Sequence[Record], shown: Sequence[Spot | None]) -> list[Spot | None]:
    """The day in the heading that each record begins with, if it does; none unless the first and others do, and all others have an hour at the most.

    Below a row or a line that is a day and no heading all others have an hour: `tr.day tr tr tr.day tr`.
    """
    days = [_day_in_front(tree, record) for record in records]
    if None not in days or days[0] is None or len({day.text for day in days if day}) < HEADED_MIN:
        return []
    headed = tree.tags[records[0].start] in HEADINGS
    for record, day, spot in zip(records, days, shown, strict=True):
        if spot not in (None, day) and not clock_alone(spot.text):
            return []
        if day is None and (tree.tags[record.start] in HEADINGS or not (spot or headed)):
            return []
    return days


def _day_in_front(tree: Tree, record: Record) -> Spot | None:
    """The date that a heading at the begin of a record is, or another element with more behind it, if it says nothing else."""
    start = record.start
    if tree.tags[start] not in HEADINGS and not start < tree.ends[start] < record.end:
        return None
    spot = next((spot for spot in record.spots if start < spot.first < tree.ends[start]), None)
    if spot is None or clock_alone(spot.text):
        return None
    return spot if tree.text(start) == spot.text or is_date(tree.text(start)) else None


def _on_first_posts(records: Sequence[Record], shown: Sequence[Spot | None]) -> bool:
    """Whether each day is told once, in a first line of its own, and every record tells its hour."""
    days = [spot.text for spot in shown if spot]
    if not DAYS_MIN <= len(days) < len(shown) or shown[0] is None or len(set(days)) < len(days):
        return False
    return all(
        bool(record.lines)
        and (spot is not None) == record.lines[0].is_date()
        and any(_HOUR.search(line.text) for line in record.lines)
        for record, spot in zip(records, shown, strict=True)
    )


_HOUR = re.compile(r"(?<![\d:.,])(?:[01]?\d|2[0-3])[:h][0-5]\d(?![\d:])")


def _in_rows(tree: Tree, records: Sequence[Record], shown: Sequence[Spot | None]) -> bool:
    """Whether the records are rows of a table in which days are told once."""
    days = [spot for spot in shown if spot]
    bare = len(shown) - len(days)
    if len(days) < DAYS_MIN or bare < BARE_MIN * len(shown) or shown[0] is None:
        return False
    if any(spot.strength != FULL for spot in days) or len({spot.text for spot in days}) < len(days):
        return False
    rows = [_row(tree, record) for record in records]
    return all(rows) and (_left_empty(tree, rows, shown) or _headed(tree, rows, shown))


def _row(tree: Tree, record: Record) -> list[int]:
    """The cells of a record that is one row of a table, else none."""
    if tree.tags[record.start] != "tr" or tree.ends[record.start] != record.end:
        return []
    return cells_of(tree, record.start)


def _left_empty(tree: Tree, rows: list[list[int]], shown: Sequence[Spot | None]) -> bool:
    """Whether all rows without a day have an empty first cell where the others have the day and nothing else."""
    said = (tree.text(row[0]).strip() for row in rows)
    return all(is_date(text) if spot else not text for text, spot in zip(said, shown, strict=True))


def _headed(tree: Tree, rows: list[list[int]], shown: Sequence[Spot | None]) -> bool:
    """Whether the days begin rows of one build, and nearly all without one are built otherwise."""
    builds: dict[bool, list[tuple[int, tuple[str, ...]]]] = {True: [], False: []}
    for row, spot in zip(rows, shown, strict=True):
        node = tree.parents[row[0]]
        if spot and not tree.text(node).startswith(spot.text):
            return False
        builds[spot is None].append((len(row), tokens(tree, node)))
    heads = set(builds[False])
    return sum(build not in heads for build in builds[True]) >= OTHERS_MIN * len(builds[True])
