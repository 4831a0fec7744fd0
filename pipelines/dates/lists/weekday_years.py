"""Years that the weekdays of a whole list tell, where the list is longer than the year before the crawl.

A list that runs on over several years, up or down, has one newest year with which all of its weekdays fit. General meetings, fairs
and anniversaries have one day of each year: `Monday, November 24`, `Monday, November 25`, `Monday, November 20`. As days of one year
their weekdays contradict each other; one year apart, or two where a year was left out, all of them fit.
"""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.civil import NO_DAY, Ints, day_number, weekday_of, year_of
from pipelines.dates.hypotheses.missing_years import SOON, WRAP, YEAR_AHEAD, latest
from pipelines.dates.hypotheses.readings import Numbers, lacks_year, parts
from pipelines.dates.hypotheses.regular import YEAR
from pipelines.dates.tokens.template import Kind

LEAST = 3  # entries; of two by chance one in three fits
BACK = 5  # years before the crawl's that the newest entry may be of
FAR_AHEAD = 120  # days; the first of a list of coming events seldom lies further when it is the last of them
LEFT_OUT = 1  # years without one between two of yearly days
AHEAD = 3  # years after it to which a list of coming events may run on
LONGEST = 100  # years that a list may span
ROOM = 1 << 20  # days, of all entries in all years, that are held at once
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
    firsts = np.flatnonzero(np.diff(of_row[rows], prepend=-1))
    sizes = np.diff(np.append(firsts, len(rows)))
    for size in np.unique(sizes).tolist():
        starts = firsts[sizes == size]
        for batch in np.array_split(starts, 1 + len(starts) * size * _span(size) // ROOM):
            listed = rows[batch[:, None] + np.arange(size)]
            for row, (found, sure) in _of_lists(numbers.take(listed.ravel()), size).items():
                days[listed[row]], open_[listed[row]] = found, not sure
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


def _of_lists(n: Numbers, size: int) -> dict[int, tuple[Ints, bool]]:
    """The days of lists of one size and whether they are sure, by list; without those whose weekdays tell nothing."""
    crawl = n.crawl[::size]
    pairs = (n.kind == Kind.PAIR).reshape(-1, size).any(axis=1)
    told: dict[int, tuple[Ints, bool]] = {}
    yearly: dict[int, list[tuple[int, Ints]]] = {}
    for order in ("dmy", "mdy") if pairs.any() else ("dmy",):
        _, _, month, day = (part.reshape(-1, size) for part in parts(n, order))
        table = _days_by_year(n.weekdays.reshape(-1, size), crawl, month, day)
        for row, runs in _fitting(table, crawl, _runs(month, day), AHEAD).items():
            if row not in told:
                told[row] = _run_near(runs, crawl[row])
        for left_out in range(LEFT_OUT + 1 if size <= LONGEST else 0):
            for row, fits in _fitting(table, crawl, _years_apart(size, left_out)[None], 1).items():
                if row not in told and (order == "dmy" or pairs[row]):
                    yearly.setdefault(row, []).extend((left_out, fit) for fit in fits if _is_yearly(fit))
    for row, found in yearly.items():
        if found and row not in told:
            told[row] = _yearly(found, size, 1 + int(pairs[row]))
    return {row: (days, sure) for row, (days, sure) in told.items() if len(days)}


def _yearly(found: list[tuple[int, Ints]], count: int, orders: int) -> tuple[Ints, bool]:
    """Of days a year apart those with fewest years left out, none where chance may fit as well."""
    best = min(left_out for left_out, _ in found)
    days = [fit for left_out, fit in found if left_out == best]
    ways = len(_years_apart(count, 0)) + (len(_years_apart(count, 1)) if best else 0)
    chance = orders * ways * (BACK + 2) * 7.0**-count
    return (days[0] if chance <= BELIEVED else days[0][:0]), chance <= CERTAIN and len(days) == 1


def _days_by_year(weekdays: Ints, crawl: Ints, month: Ints, day: Ints) -> Ints:
    """The day of each entry in each year, lists × entries × years from the furthest ahead, `NO_DAY` where its weekday is another one."""
    span = _span(month.shape[1])
    years = (year_of(crawl)[:, None] + AHEAD - np.arange(span))[:, None, :]
    shape = (*month.shape, span)
    days = day_number(*(np.broadcast_to(part, shape) for part in (years, month[..., None], day[..., None])))
    fit = (weekdays[..., None] >> weekday_of(np.where(days == NO_DAY, 0, days))) & 1 == 1
    return np.where(fit, days, NO_DAY)


def _span(size: int) -> int:
    """Years looked at for a list of so many entries."""
    return AHEAD + BACK + 1 + min(size, LONGEST) + LEFT_OUT


def _run_near(runs: list[Ints], crawl: np.int64) -> tuple[Ints, bool]:
    """Of a list that runs on day by day over several years the days of the run nearest to the crawl, where it comes within a year.

    A run whose furthest day comes first and which lies ahead, or reaches far, is open: weekdays of a list no longer fed return after
    five or six years.
    """
    away = [int(np.abs(days - crawl).min()) for days in runs]
    nearest = int(np.argmin(away))
    believed = away[nearest] <= YEAR[0] and 2 * (BACK + 1 + AHEAD) * 7.0 ** -len(runs[0]) <= CERTAIN
    ahead = runs[nearest] - crawl
    led = bool((np.diff(ahead) < 0).any()) and bool(ahead.min() > SOON or ahead.max() > FAR_AHEAD)
    return (runs[nearest] if believed else runs[nearest][:0]), not led


def _runs(month: Ints, day: Ints) -> Ints:
    """Years back from the newest entry's, where a list runs on day by day over new years, lists × (from new to old, from old to new) × entries."""
    key = month * 31 + day
    step = np.diff(key, prepend=key[:, :1])
    down, up = np.cumsum(step > WRAP, axis=1), np.cumsum(step < -WRAP, axis=1)
    return np.stack([down, up[:, -1:] - up], axis=1)


def _years_apart(count: int, left_out: int) -> Ints:
    """Years back from the newest entry's, one a step but for one year that is left out, from new to old or from old to new."""
    step = np.arange(count)
    down = np.stack([step + (step >= gap) for gap in range(1, count)]) if left_out else step[None]
    return np.concatenate([down, down[:, ::-1]])


def _fitting(table: Ints, crawl: Ints, patterns: Ints, ahead: int) -> dict[int, list[Ints]]:
    """By list the days under those patterns and newest years with which every entry has its weekday, the latest first.

    Args:
        table: days, lists × entries × years.
        crawl: crawl day of each list.
        patterns: years back from the newest entry's, lists (or one for all) × patterns × entries.
        ahead: years past the crawl day that an entry may lie.
    """
    count, size, span = table.shape
    newest, ways = np.arange(AHEAD - ahead, AHEAD + BACK + 1), patterns.shape[1]
    latest_day = crawl + ahead * YEAR_AHEAD
    of, year, way = (index.ravel() for index in np.indices((count, len(newest), ways), dtype=np.int64))
    own = of if len(patterns) > 1 else np.zeros_like(of)
    for entry in range(size):  # six of seven ways drop out at each
        at = newest[year] + patterns[own, way, entry]
        days = table[of, entry, np.minimum(at, span - 1)]
        fit = (at < span) & (days != NO_DAY) & (days <= latest_day[of])
        of, year, way, own = of[fit], year[fit], way[fit], own[fit]
    found: dict[int, list[Ints]] = {}
    for row, back, pattern in zip(of.tolist(), newest[year].tolist(), way.tolist(), strict=True):
        years = back + patterns[row if len(patterns) > 1 else 0, pattern]
        found.setdefault(row, []).append(table[row, np.arange(size), years])
    return found


def _is_yearly(days: Ints) -> bool:
    """Whether from each day to the next it is a year, or two."""
    steps = np.abs(np.diff(days))
    over = steps % 365
    return bool(((steps >= YEAR[0]) & ((over <= YEAR[1] - 365) | (over >= YEAR[0]))).all())
