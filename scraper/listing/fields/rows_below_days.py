"""Rows of a table that have no date because the row above has told it: by an empty cell, or in a row of the day.

Who fills a table by hand writes a day once, in the first of its rows. A day that is written again in the next row is not
carried on there, and neither is any other: an empty cell is then a day nobody knew. So it is where the day does not lead its row:
`Deadline` behind a title tells of that row alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.dated import FULL, Spot
from scraper.listing.markup.spans import cells_of
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import tokens
from scraper.listing.records.lines import Record

# Fewer days tell no custom; of rows that carry one on, a fourth at least has none, or it is missing here and there.
DAYS_MIN, BARE_MIN = 3, 0.25
# Of the rows below a row of a day; a remark at the end of a day may be built as that is.
OTHERS_MIN = 0.9


def rows_below_days(tree: Tree, records: Sequence[Record], shown: Sequence[Spot | None]) -> list[Spot | None]:
    """The days of a list's rows, each carried on down to the next one where the table does so.

    Args:
        tree: the page.
        records: the list's records, in page order.
        shown: the date each shows itself, or None.

    Returns:
        One a record; as `shown` where the records are no rows, or rows without a date are no more than gaps.
    """
    days = [spot for spot in shown if spot]
    bare = len(shown) - len(days)
    if len(days) < DAYS_MIN or bare < BARE_MIN * len(shown) or shown[0] is None:
        return list(shown)
    if any(spot.strength != FULL for spot in days) or len({spot.text for spot in days}) < len(days):
        return list(shown)
    rows = [_row(tree, record) for record in records]
    if not all(rows) or not (_left_empty(tree, rows, shown) or _headed(tree, rows, shown)):
        return list(shown)
    found: list[Spot | None] = []
    for own in shown:
        found.append(own or found[-1])
    return found


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
