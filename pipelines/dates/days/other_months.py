"""Days of another calendar's months where the year is left out: `۲۷ آبان`, `२ मंसिर`.

Years are supplied for the common calendar (`readings`). So such a day goes there as the common one it is nearest to the
crawl, and comes back as the day of its own month that lies nearest to what was found: a leap year in between moves it by one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.calendars import to_days
from pipelines.dates.days.civil import NO_DAY, Ints, year_of
from pipelines.dates.days.eras import CONVERTED, LAGS

_YEARS = (-1, 0, 1)  # around the year that the other calendar is likeliest in


def month_and_day(
    month: Ints, day: Ints, era: Ints, crawl: Ints, rows: NDArray[np.bool_]
) -> tuple[Ints, Ints]:
    """Return months and days with those of other calendars, on the rows chosen, as the common ones nearest to the crawl."""
    days = _nearest(month, day, era, crawl, rows)
    known = days != NO_DAY
    stamps = np.where(known, days, 0).astype("datetime64[D]")
    months = stamps.astype("datetime64[M]")
    of_month = (stamps - months.astype("datetime64[D]")).astype(np.int64) + 1
    common = np.where(known, months.astype(np.int64) % 12 + 1, 0)
    return np.where(rows, common, month), np.where(rows, of_month, day)


def own_days(days: Ints, month: Ints, day: Ints, era: Ints, rows: NDArray[np.bool_]) -> Ints:
    """Return day numbers with those of other calendars' months, on the rows chosen, moved to the very day of their month."""
    rows = rows & (days != NO_DAY)
    return np.where(rows, _nearest(month, day, era, np.where(rows, days, 0), rows), days)


def lacks_common_year(era: Ints, without: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the rows without a year whose month is another calendar's."""
    other: NDArray[np.bool_] = without & np.isin(era, CONVERTED)
    return other


def _nearest(month: Ints, day: Ints, era: Ints, to: Ints, rows: NDArray[np.bool_]) -> Ints:
    """The day with this month and day in its calendar that lies nearest to another day; `NO_DAY` off the rows chosen."""
    best = np.full(len(month), NO_DAY)
    lag = np.zeros(len(month), dtype=np.int64)
    for named in CONVERTED:
        lag = np.where(era == named, LAGS[named], lag)
    for shift in _YEARS:
        found = to_days(year_of(to) + lag + shift, month, day, era, rows)
        nearer = (found != NO_DAY) & ((best == NO_DAY) | (np.abs(found - to) < np.abs(best - to)))
        best = np.where(nearer, found, best)
    return best
