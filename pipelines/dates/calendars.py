"""Days of calendars that do not share the Gregorian months, through well-kept libraries.

Jalali and tabular Hijri days come from convertdate. Bikram Sambat has no formula, only published month lengths, and comes
from nepali-datetime. Both are installed with `listmend[calendars]`; without them a date of such a calendar stays
empty and is counted as `date_calendar_missing`, never read as a Gregorian one.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.civil import NO_DAY, Ints
from pipelines.dates.eras import Era

_MODULES = {
    Era.JALALI: "convertdate.persian",
    Era.HIJRI: "convertdate.islamic",
    Era.BIKRAM: "nepali_datetime",
}


def to_days(year: Ints, month: Ints, day: Ints, era: Ints, rows: NDArray[np.bool_]) -> Ints:
    """Return day numbers of the rows chosen; `NO_DAY` elsewhere, for impossible days and without the library."""
    days = np.full(len(year), NO_DAY)
    at = np.flatnonzero(rows)
    quads = np.stack([year[at], month[at], day[at], era[at]], axis=1)
    unique, inverse = np.unique(quads, axis=0, return_inverse=True)
    days[at] = np.array([_day(*map(int, quad)) for quad in unique], dtype=np.int64)[inverse.ravel()]
    return days


def has_library(era: int) -> bool:
    """True when days of a converted era can be computed here."""
    return _library(era) is not None


@lru_cache(maxsize=1 << 16)
def _day(year: int, month: int, day: int, era: int) -> int:
    library = _library(era)
    if library is None or not (1 <= month <= 12 and 1 <= day <= 32):
        return int(NO_DAY)
    try:
        if era == Era.BIKRAM:
            return int((library.date(year, month, day).to_datetime_date() - _EPOCH).days)
        if day > library.month_length(year, month):
            return int(NO_DAY)
        return int(
            np.datetime64("{:04d}-{:02d}-{:02d}".format(*library.to_gregorian(year, month, day))).astype(
                np.int64
            )
        )
    except (ValueError, IndexError, KeyError, OverflowError):  # outside the library's tables
        return int(NO_DAY)


@cache
def _library(era: int) -> Any:
    try:
        return import_module(_MODULES[era])
    except ImportError:
        return None


_EPOCH = np.datetime64("1970-01-01").astype(object)
