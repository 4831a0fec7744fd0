"""Years that the weekdays of a whole list tell, where the list is longer than the year before the crawl.

A list that runs on over several years, up or down, has one newest year with which all of its weekdays fit. General meetings, fairs
and anniversaries have one day of each year: `Monday, November 24`, `Monday, November 25`, `Monday, November 20`. As days of one year
their weekdays contradict each other; one year apart, or two where a year was left out, all of them fit.
"""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.civil import NO_DAY, Ints, day_number, weekday_of, year_of
from pipelines.dates.missing_years import SOON, WRAP, YEAR_AHEAD, latest
from pipelines.dates.readings import Numbers, lacks_year, parts
from pipelines.dates.regular import YEAR
from pipelines.dates.template import Kind

LEAST = 3  # entries; of two by chance one in three fits
BACK = 5  # years before the crawl's that the newest entry may be of
LEFT_OUT = 1  # years without one between two of yearly days
AHEAD = 3  # years after it to which a list of coming events may run on
# How likely weekdays that are none fit by chance: one in seven an entry, over all years and gaps tried. Above the first nothing
# is said, above the second the years are open: three entries, or four with a year left out.
BELIEVED, CERTAIN = 0.05, 0.01

Mask = NDArray[np.bool_]


def days_by_weekdays(numbers: Numbers, of_row: Ints) -> tuple[Ints, Mask]:
    """Return the days of rows whose list's weekdays tell their years, `NO_DAY` elsewhere, and those among them that are open.

    Args:
        numbers: the rows' numbers; lists together and in order.
        of_row: number of each row's list.
    """
    days, open_ = np.full(len(of_row), NO_DAY), np.zeros(len(of_row), dtype=bool)
    named = lacks_year(numbers) & (numbers.weekdays > 0) & (numbers.era == 0)
    if np.count_nonzero(named) < LEAST:
        return days, open_
    all_named = np.bincount(of_row, weights=numbers.kind != Kind.NONE) == np.bincount(of_row, weights=named)
    rows = np.flatnonzero(named & (all_named & (np.bincount(of_row, weights=named) >= LEAST))[of_row])
    rows = rows[~_fit_near(numbers.take(rows), of_row[rows])]
    for listed in np.split(rows, np.flatnonzero(np.diff(of_row[rows])) + 1):
        if len(listed):
            found, sure = _of_list(numbers.take(listed))
            days[listed], open_[listed] = found, (found != NO_DAY) & (not sure)
    return days, open_


def _fit_near(n: Numbers, of_row: Ints) -> Mask:
    """Rows of lists whose weekdays all fit the latest such days or the next ones, under one order."""
    fit = np.zeros(len(of_row), dtype=bool)
    for order, ahead in product(("dmy", "mdy"), (SOON, YEAR_AHEAD - SOON)):
        _, _, month, day = parts(n, order)
        days = latest(month, day, n.crawl + ahead)
        odd = (days == NO_DAY) | ((n.weekdays >> weekday_of(np.where(days == NO_DAY, 0, days))) & 1 == 0)
        fit |= (np.bincount(of_row, weights=odd) == 0)[of_row]
    return fit


def _of_list(n: Numbers) -> tuple[Ints, bool]:
    """The days of one list and whether they are sure; `NO_DAY` where its weekdays tell nothing."""
    none = np.full(len(n.kind), NO_DAY)
    orders = ("dmy", "mdy") if (n.kind == Kind.PAIR).any() else ("dmy",)
    found: list[tuple[int, Ints]] = []
    count = len(n.kind)
    for order in orders:
        _, _, month, day = parts(n, order)
        table = _days_by_year(n, month, day)
        runs = _fitting(table, n.crawl[0], _runs(month, day), AHEAD)
        if runs:
            return _run_near(n, runs)
        for left_out in range(LEFT_OUT + 1):
            fits = _fitting(table, n.crawl[0], _years_apart(count, left_out), 1)
            found += [(left_out, days) for days in fits if _is_yearly(days)]
    if not found:
        return none, False
    best = min(left_out for left_out, _ in found)
    days = [fit for left_out, fit in found if left_out == best]
    ways = len(_years_apart(count, 0)) + (len(_years_apart(count, 1)) if best else 0)
    chance = len(orders) * ways * (BACK + 2) * 7.0**-count
    return (days[0] if chance <= BELIEVED else none), chance <= CERTAIN and len(days) == 1


def _days_by_year(n: Numbers, month: Ints, day: Ints) -> Ints:
    """The day of each entry in each year, entries × years from the furthest ahead, `NO_DAY` where its weekday is another one."""
    now = int(year_of(n.crawl[:1])[0])
    years = np.arange(now + AHEAD, now - BACK - 1 - len(month) - LEFT_OUT, -1)
    shape = len(month), len(years)
    spread = (np.broadcast_to(part[:, None], shape) for part in (month, day))
    days = day_number(np.broadcast_to(years, shape), *spread)
    fit = (n.weekdays[:, None] >> weekday_of(np.where(days == NO_DAY, 0, days))) & 1 == 1
    return np.where(fit, days, NO_DAY)


def _run_near(n: Numbers, runs: list[Ints]) -> tuple[Ints, bool]:
    """Of a list that runs on day by day over several years the days of the run nearest to the crawl, where it comes within a year."""
    away = [int(np.abs(days - n.crawl).min()) for days in runs]
    nearest = int(np.argmin(away))
    believed = away[nearest] <= YEAR[0] and 2 * (BACK + 1 + AHEAD) * 7.0 ** -len(n.kind) <= CERTAIN
    return (runs[nearest] if believed else np.full(len(n.kind), NO_DAY)), True


def _runs(month: Ints, day: Ints) -> Ints:
    """Years back from the newest entry's, where the list runs on day by day over new years, from new to old or from old to new."""
    step = np.diff(month * 31 + day, prepend=month[:1] * 31 + day[:1])
    down, up = np.cumsum(step > WRAP), np.cumsum(step < -WRAP)
    return np.stack([down, up[-1] - up])


def _years_apart(count: int, left_out: int) -> Ints:
    """Years back from the newest entry's, one a step but for one year that is left out, from new to old or from old to new."""
    step = np.arange(count)
    down = np.stack([step + (step >= gap) for gap in range(1, count)]) if left_out else step[None]
    return np.concatenate([down, down[:, ::-1]])


def _fitting(table: Ints, crawl: np.int64, patterns: Ints, ahead: int) -> list[Ints]:
    """The days under those patterns and newest years with which every entry has its weekday, the latest first."""
    newest = np.arange(AHEAD - ahead, AHEAD + BACK + 1)
    at = newest[:, None, None] + patterns[None]
    inside = at < table.shape[1]
    days = table[np.arange(len(table)), np.where(inside, at, 0)]
    fit = ((days != NO_DAY) & inside).all(axis=2) & (days.max(axis=2) <= crawl + ahead * YEAR_AHEAD)
    return list(days[fit])


def _is_yearly(days: Ints) -> bool:
    """Whether from each day to the next it is a year, or two."""
    steps = np.abs(np.diff(days))
    over = steps % 365
    return bool(((steps >= YEAR[0]) & ((over <= YEAR[1] - 365) | (over >= YEAR[0]))).all())
