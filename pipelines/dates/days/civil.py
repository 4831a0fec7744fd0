"""Days as integers: the proleptic Gregorian calendar over whole columns.

A day is the number of days since 1970-01-01, as numpy and Arrow count them; `NO_DAY` stands where a year, month and day
name no day of the calendar. The arithmetic is Howard Hinnant's days_from_civil, in numpy.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

NO_DAY = np.int64(-(2**62))
FIRST_YEAR, LAST_YEAR = 1600, 2999  # numbers outside are not years of entries

_LENGTHS = np.array([0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], dtype=np.int64)


def day_number(year: Ints, month: Ints, day: Ints) -> Ints:
    """Return day numbers; `NO_DAY` where month or day is out of range or the year is no plausible one."""
    known = (month >= 1) & (month <= 12) & (day >= 1) & (year >= FIRST_YEAR) & (year <= LAST_YEAR)
    month_ = np.where(known, month, 1)
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    length = _LENGTHS[month_] - ((month_ == 2) & ~leap)
    known &= day <= length
    shifted = year - (month_ <= 2)
    era = np.floor_divide(shifted, 400)
    of_era = shifted - era * 400
    of_year = (153 * ((month_ + 9) % 12) + 2) // 5 + day - 1
    number = era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468
    return np.where(known, number, NO_DAY)


def year_of(days: Ints) -> Ints:
    """Return the calendar year of each day number (of 1970 where there is no day)."""
    clean = np.where(days == NO_DAY, 0, days)
    return clean.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970


def weekday_of(days: Ints) -> Ints:
    """Return each day's weekday, 0 for Monday (day 0 was a Thursday)."""
    return (days + 3) % 7
