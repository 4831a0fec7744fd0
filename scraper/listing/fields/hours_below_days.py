"""Entries that tell their hour alone, below the heading of a day that an entry before them begins with: `h3 div div h3 div`.

Where headings and entries stand side by side, a heading belongs to the first entry below it. The next one has its hour, which is no
date of its own while the day goes on.
"""

from __future__ import annotations

from collections.abc import Sequence

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.dated import Spot
from scraper.listing.dates.periods_alone import clock_alone
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.lines import Record

DAYS_MIN = 2
"""Different days: one heading may be a part's."""


def hours_below_days(
    tree: Tree, records: Sequence[Record], shown: Sequence[Spot | None]
) -> list[Spot | None]:
    """The dates of records, the day of the heading above in place of an hour.

    Args:
        tree: the page.
        records: the list's records, in page order.
        shown: the date each shows itself, or None.

    Returns:
        One a record; as `shown` unless the first record begins with a heading that is a day, others do, and none has another date
        than an hour or that day, nor another heading in front.
    """
    headed = [_day_in_front(tree, record) for record in records]
    if None not in headed or headed[0] is None or len({spot.text for spot in headed if spot}) < DAYS_MIN:
        return list(shown)
    found: list[Spot | None] = []
    for record, day, spot in zip(records, headed, shown, strict=True):
        if spot not in (None, day) and not clock_alone(spot.text):
            return list(shown)
        if day is None and tree.tags[record.start] in HEADINGS:
            return list(shown)
        found.append(day or found[-1])
    return found


def _day_in_front(tree: Tree, record: Record) -> Spot | None:
    """The date that a heading at the begin of a record is, if it says nothing else."""
    start = record.start
    if tree.tags[start] not in HEADINGS:
        return None
    spot = next((spot for spot in record.spots if start < spot.first < tree.ends[start]), None)
    if spot is None or clock_alone(spot.text):
        return None
    return spot if tree.text(start) == spot.text or is_date(tree.text(start)) else None
