"""Days of calendars that do not share the Gregorian months, through well-kept libraries.

Jalali days come from jdatetime, Hijri days (Umm al-Qura, the civil calendar of Saudi Arabia) from hijridate, Bikram Sambat
days, which have no formula but published month lengths, from nepali-datetime. The Ethiopic calendar is the Julian one with months of
its own, so its days are computed here. The three are pure Python, under 200 KB
together, and come with `listmend[calendars]`; without them a date of such a calendar stays empty and is counted as
`date_calendar_missing`, never read as a Gregorian one.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.civil import NO_DAY, Ints
from pipelines.dates.days.eras import Era

_EPOCH = date(1970, 1, 1).toordinal()
_ETHIOPIC_EPOCH = date(8, 8, 27).toordinal() - _EPOCH  # its first day, 29 August 8 of the Julian calendar
MAX_YEAR = 2999  # of a written year; its Gregorian one still is a day that Python has
_MODULES = {Era.JALALI: "jdatetime", Era.HIJRI: "hijridate", Era.BIKRAM: "nepali_datetime"}


def to_days(year: Ints, month: Ints, day: Ints, era: Ints, rows: NDArray[np.bool_]) -> Ints:
    """Return day numbers of the rows chosen; `NO_DAY` elsewhere, for impossible days and without the library.

    Args:
        year: of each row, as its calendar counts.
        month: of each row, from 1.
        day: of each row, from 1.
        era: calendar of each row, a number of `Era`.
        rows: those to convert.
    """
    days = np.full(len(year), NO_DAY)
    at = np.flatnonzero(rows)
    quads = np.stack([year[at], month[at], day[at], era[at]], axis=1)
    unique, inverse = np.unique(quads, axis=0, return_inverse=True)
    days[at] = np.array([_day(*map(int, quad)) for quad in unique], dtype=np.int64)[inverse.ravel()]
    return days


def has_library(era: int) -> bool:
    """True when days of a converted era can be computed here."""
    return era == Era.ETHIOPIC or _library(era) is not None


@lru_cache(maxsize=1 << 16)
def _day(year: int, month: int, day: int, era: int) -> int:
    if era == Era.ETHIOPIC:
        return _ethiopic_day(year, month, day)
    library = _library(era)
    if library is None:
        return int(NO_DAY)
    try:
        return _convert(library, era, year, month, day).toordinal() - _EPOCH
    except (ValueError, OverflowError):  # no day of that calendar, or outside the library's tables
        return int(NO_DAY)


def _ethiopic_day(year: int, month: int, day: int) -> int:
    """Twelve months of thirty days and the rest of the year, every fourth of which is a day longer."""
    rest = 5 + (year % 4 == 3)
    if not (1 <= year <= MAX_YEAR and 1 <= month <= 13 and 1 <= day <= (rest if month == 13 else 30)):
        return int(NO_DAY)
    return _ETHIOPIC_EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1


def _convert(library: Any, era: int, year: int, month: int, day: int) -> date:
    if era == Era.JALALI:
        converted = library.date(year, month, day).togregorian()
    elif era == Era.HIJRI:
        converted = library.Hijri(year, month, day).to_gregorian()
    else:
        converted = library.date(year, month, day).to_datetime_date()
    return date(converted.year, converted.month, converted.day)


@cache
def _library(era: int) -> Any:
    try:
        return import_module(_MODULES[era])
    except ImportError:
        return None
