"""One word in every cell that is a weekday somewhere and fits hardly any of their days: `Mar 21/11`, `Mar 19/11`, `Mar 12/11`.

Weekdays supply years, so a preposition or a name that is taken for one moves each day into a year of its own.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.civil import NO_DAY, Ints, weekday_of
from pipelines.dates.hypotheses.missing_years import SOON, latest
from pipelines.dates.hypotheses.readings import Numbers, lacks_year, parts

MANY = 4  # entries of one weekday that fit by chance once in eight hundred
SEVERAL = 3  # entries of one weekday; in two a chance one fits too often
# Days past the crawl that the latest entry of a list may lie: past ones, both, coming ones; then lists no longer fed.
NEAR = (SOON, 183, 365 - SOON)
STALE = tuple(SOON - 183 * halves for halves in range(1, 13))


def without_links(numbers: Numbers, links: NDArray[np.bool_], of_row: Ints) -> Numbers:
    """Return numbers without the weekdays of rows that name them by a word which links elsewhere, but for those the list proves.

    Args:
        numbers: the rows' numbers; lists together and in order.
        links: rows whose weekday is such a word: Dutch `do 26 nov`, Polish `do 26.11`.
        of_row: number of each row's list.

    They are proven where the weekdays of their list are several, or such rows, and all fit the days of one year before, around or
    after the crawl: two rows by chance once in fifteen, four once in eight hundred.
    """
    told = lacks_year(numbers) & (numbers.weekdays > 0) & (numbers.era == 0)
    rows = np.flatnonzero(told & (np.bincount(of_row, weights=links & told) > 0)[of_row])
    proven = np.zeros(len(of_row), dtype=bool)
    if len(rows):
        starts = np.flatnonzero(np.diff(of_row[rows], prepend=-1))
        sizes = np.diff(np.append(starts, len(rows)))
        every = np.bitwise_and.reduceat(numbers.weekdays[rows], starts)
        alike = every == np.bitwise_or.reduceat(numbers.weekdays[rows], starts)
        enough = (sizes >= MANY) | ((sizes > 1) & ~alike)
        proven[rows] = np.repeat(enough & _fit_one_window(numbers.take(rows), starts), sizes)
    return replace(numbers, weekdays=np.where(links & ~proven, 0, numbers.weekdays))


def _fit_one_window(numbers: Numbers, starts: Ints) -> NDArray[np.bool_]:
    """By list: whether all weekdays fit the days it would have under one order and one way to supply the years near the crawl."""
    fit = np.zeros(len(starts), dtype=bool)
    for order, ahead in product(("dmy", "mdy"), NEAR):
        _, _, month, day = parts(numbers, order)
        days = latest(month, day, numbers.crawl + ahead)
        odd = (days == NO_DAY) | (
            (numbers.weekdays >> weekday_of(np.where(days == NO_DAY, 0, days))) & 1 == 0
        )
        fit |= np.add.reduceat(odd.astype(np.int64), starts) == 0
    return fit


def without_chance(numbers: Numbers, of_row: Ints) -> Numbers:
    """Return numbers without the weekdays that `are_by_chance` finds to be none; `of_row` is the number of each row's list."""
    chance = are_by_chance(numbers, of_row)
    return replace(numbers, weekdays=np.where(chance, 0, numbers.weekdays)) if chance.any() else numbers


def are_by_chance(numbers: Numbers, of_row: Ints) -> NDArray[np.bool_]:
    """Return the rows whose weekday is none: one in all cells of a list that name any, fitting less than half near the crawl.

    It is believed as well where it fits all, or the first three, in the years of one list, near or long ago.

    Args:
        numbers: the rows' numbers; lists together and in order.
        of_row: number of each row's list.
    """
    told = lacks_year(numbers) & (numbers.weekdays > 0) & (numbers.era == 0)
    none = np.zeros(len(of_row), dtype=bool)
    if np.count_nonzero(told) < SEVERAL:
        return none
    size = np.bincount(of_row, weights=told)
    named = np.where(told, numbers.weekdays, 0)
    every, any_ = np.full(len(size), -1), np.zeros(len(size), dtype=np.int64)
    np.bitwise_and.at(every, of_row[told], named[told])
    np.bitwise_or.at(any_, of_row[told], named[told])
    rows = np.flatnonzero(told & ((size >= SEVERAL) & (every == any_))[of_row])
    if len(rows):
        starts = np.flatnonzero(np.diff(of_row[rows], prepend=-1))
        believed = _fit(numbers.take(rows), starts)
        none[rows] = np.repeat(~believed, np.diff(np.append(starts, len(rows))))
    return none


def _fit(numbers: Numbers, starts: Ints) -> NDArray[np.bool_]:
    """By list: whether its weekday fits the days it would have under one order and one way to supply the years."""
    n, size = numbers, np.diff(np.append(starts, len(numbers.kind)))
    top = np.arange(len(n.kind)) - np.repeat(starts, size) < SEVERAL
    believed = np.zeros(len(starts), dtype=bool)
    read = [parts(n, order)[2:] for order in ("dmy", "mdy")]
    for ahead, (month, day) in product((*NEAR, *STALE), read):
        days = latest(month, day, n.crawl + ahead)
        fit = (days != NO_DAY) & ((n.weekdays >> weekday_of(np.where(days == NO_DAY, 0, days))) & 1 == 1)
        fits, first = (np.add.reduceat(some.astype(np.int64), starts) for some in (fit, fit & top))
        believed |= (fits == size) | (first == SEVERAL) | ((ahead in NEAR) & (2 * fits >= size))
        if believed.all():
            break
    return believed
