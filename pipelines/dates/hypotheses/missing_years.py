"""The years that cells leave out: by the crawl day alone, down or up the list across new years, by the weekday, by the markup."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.civil import NO_DAY, Ints, day_number, weekday_of, year_of
from pipelines.dates.hypotheses.evidence import Lists

SCHEMES = (
    "latest past",
    "descending",
    "descending after 1",
    "descending after 2",
    "descending after 3",
    "ascending",
    "ascending to the crawl",
    "next",
)
# Days past the crawl day beyond which nobody leaves out the year, unless so many weekdays of the list say otherwise; without the
# latter .3 points of the rows without years are lost, without the former `The Sun, 18 November` is of 2029.
YEAR_AHEAD, WEEKDAYS = 366, 3
FURTHEST = 20 * 365  # days past the crawl day that an entry can announce
SOON = 7  # days past the crawl day a date without a year may lie before it is last year's
# Days that a list read from old to new up to the crawl spans at least, and ends before it at most
YEAR, RECENT = 365, 31
WRAP = 30  # days a step the wrong way must span to be a new year rather than disorder; at 60 .5 points are lost, 20 reads alike


def missing_year(
    month: Ints,
    day: Ints,
    scheme: str,
    crawl: Ints,
    without: NDArray[np.bool_],
    days: Ints,
    lists: Lists | None,
) -> Ints:
    """Return the days of rows without a year: by the crawl day alone, or following the list across new years.

    Args:
        month: of each row, 1 to 12.
        day: of each row, 1 to 31.
        scheme: how years are supplied, one of the hypotheses' names.
        crawl: day number of each row's crawl.
        without: rows that write no year.
        days: day numbers of the rows with a year; down a list, the years go on from the last one written.
        lists: where each list begins, or None where rows are read one by one.
    """
    now = year_of(crawl)
    past = _latest(month, day, crawl + SOON, now)
    if scheme == "latest past" or lists is None:
        return past
    coming = _latest(month, day, crawl - SOON + 365, now + 1)
    if scheme == "next":
        return coming
    written = ~without & (days != NO_DAY)
    key = np.where(without, month * 31 + day, np.where(written, _of_year(days), 0))
    before = np.concatenate([key[:1], key[:-1]])
    same = np.concatenate([[False], lists.of_row[1:] == lists.of_row[:-1]]) & (key > 0) & (before > 0)
    step = np.where(same, key - before, 0)
    start = lists.starts
    if scheme.startswith("descending after"):  # pinned entries stand above the list and are read on their own
        start = np.minimum(start + int(scheme[-1]), np.append(start[1:], len(key)) - 1)
    first, row = start[lists.of_row], np.arange(len(key))
    up = scheme.startswith("ascending")
    turns = np.cumsum(step < -WRAP if up else np.where(row > first, step > WRAP, False))
    if scheme == "ascending to the crawl":
        last = (np.append(start[1:], len(key)) - 1)[lists.of_row]
        told = day_number(year_of(past)[last] - turns[last] + turns, month, day)
        long = (told[last] - told[first] > YEAR) & (crawl - told[last] <= RECENT)
        # shorter ones the other schemes read, and days announced do not end at the crawl
        return np.where(long & ~lists.events[lists.of_row], told, NO_DAY)
    if scheme == "ascending":
        nearest = np.where(np.abs(past - crawl) <= np.abs(coming - crawl), past, coming)
        return day_number(year_of(nearest)[first] + turns - turns[first], month, day)
    anchor = np.maximum(np.maximum.accumulate(np.where(written, row, 0)), first)
    year = year_of(np.where(written, days, past))[anchor] - (turns - turns[anchor])
    return np.where(row >= first, day_number(year, month, day), past)


def _of_year(days: Ints) -> Ints:
    """Month and day of days as one number that grows through the year."""
    months = np.where(days == NO_DAY, 0, days).astype("datetime64[D]").astype("datetime64[M]")
    of_month = np.where(days == NO_DAY, 0, days) - months.astype("datetime64[D]").astype(np.int64)
    key: Ints = (months.astype(np.int64) % 12 + 1) * 31 + of_month + 1
    return key


def to_weekday(
    days: Ints, weekdays: Ints, month: Ints, day: Ints, rows: NDArray[np.bool_], limit: Ints
) -> Ints:
    """Return days without a written year in the nearest year, up to a limit, in which they fall on the weekday named.

    Args:
        days: day numbers, `NO_DAY` where there is none.
        weekdays: the weekdays each row names, a bit each; 0 where it names none.
        month: of each row, 1 to 12.
        day: of each row, 1 to 31.
        rows: rows that may be moved.
        limit: last day number to which each may be moved.
    """
    year, out = year_of(days), days
    open_ = (
        rows
        & (weekdays > 0)
        & (days != NO_DAY)
        & ((weekdays >> weekday_of(np.where(days == NO_DAY, 0, days))) & 1 == 0)
    )
    for shift in (-1, 1, -2, 2, -3, 3):
        if not open_.any():
            break
        moved = day_number(year + shift, month, day)
        fits = open_ & (moved != NO_DAY) & (moved <= limit) & ((weekdays >> weekday_of(moved)) & 1 == 1)
        out, open_ = np.where(fits, moved, out), open_ & ~fits
    return out


def latest(month: Ints, day: Ints, limit: Ints) -> Ints:
    """Return the latest such days of the year up to a limit."""
    return _latest(month, day, limit, year_of(limit))


def _latest(month: Ints, day: Ints, limit: Ints, year: Ints) -> Ints:
    """The latest such day up to a limit; 29 February goes back to a leap year."""
    best = np.full(len(month), NO_DAY)
    for back in range(-1, 9):
        candidate = day_number(year - back, month, day)
        fits = (best == NO_DAY) & (candidate != NO_DAY) & (candidate <= limit)
        best = np.where(fits, candidate, best)
    return best


def furthest(weekdays: Ints, crawl: Ints, without: NDArray[np.bool_], lists: Lists | None) -> Ints:
    """Return the last day to which a weekday may move a day without a year."""
    if lists is None:
        return crawl + YEAR_AHEAD
    named = lists.add_up((without & (weekdays > 0)).astype(np.float64))[lists.of_row]
    return np.where(named >= WEEKDAYS, crawl + FURTHEST, crawl + YEAR_AHEAD)


def told_year(days: Ints, told: Ints, month: Ints, day: Ints, without: NDArray[np.bool_]) -> Ints:
    """Return days with the year of the told day where it is the same day of the year, or the next: markup may be in UTC.

    Args:
        days: day numbers as read so far.
        told: day numbers that markup, address or weekdays tell; `NO_DAY` where none does.
        month: of each row, from 1.
        day: of the month, from 1.
        without: rows whose cell names no year.
    """
    known = without & (told != NO_DAY)
    if not known.any():
        return days
    same = day_number(year_of(np.where(known, told, 0)), month, day)
    return np.where(known & (same != NO_DAY) & (np.abs(same - told) <= 1), same, days)
