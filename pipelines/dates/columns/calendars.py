"""The calendar of each row: by its month's name, the page's language or country, its digits, and its years against the crawl."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.cells import Cells
from pipelines.dates.columns.page import Page
from pipelines.dates.days.civil import Ints, year_of
from pipelines.dates.days.eras import CONVERTED, LAGS, NATIVE, OF_COUNTRY, OFFSETS, Era
from pipelines.dates.hypotheses.readings import AHEAD, OWN_BACK, Numbers
from pipelines.dates.lists.years_or_counts import BUDDHIST_LAG
from pipelines.dates.tokens.template import Kind, Template

OLDEST = 1900  # common year of an entry
SHARED_BACK = 6  # years before the crawl that no Ethiopic year is, being seven or eight behind
# Eras whose years are also written with two digits, and whether the year then comes first.
_SHORTENED = {Era.BUDDHIST: False, Era.JALALI: True, Era.BIKRAM: True}
_LAG = {Era.BUDDHIST: BUDDHIST_LAG, Era.JALALI: -21, Era.BIKRAM: 57}  # of the last two digits, in years


def native_calendars(page: Page, bases: list[str], cells: Cells) -> Ints:
    """Return the calendar of each row beside the common one, as a number of `Era`.

    The month's name tells it, else the page's language, which may be declared wrong, else its country, else the digits.

    Args:
        page: what is known beside the cells.
        bases: language of each of the page's codes, without its region.
        cells: the cells, read.
    """
    natives = np.array([*(NATIVE.get(base, Era.UNSAID) for base in bases), Era.UNSAID], dtype=np.int64)
    native: Ints = natives[page.language.code]
    countries = np.array([*(OF_COUNTRY.get(value, Era.UNSAID) for value in page.tld.values), Era.UNSAID])
    native = np.where(native == Era.UNSAID, countries[page.tld.code], native)
    by_name = [_calendar_of_name(template) for template in cells.templates]
    if any(by_name):
        named = cells.of_shape(by_name)
        native = np.where(named == Era.UNSAID, native, named)
    if cells.persian is not None:
        native = np.where((native == Era.UNSAID) & cells.persian, np.int64(Era.JALALI), native)
    return native


def _calendar_of_name(template: Template) -> int:
    """The calendar that all languages of a month's name share: `พ.ย. 69` is Thai, whatever the page declares."""
    languages = template.senses[0].languages if len(template.senses) == 1 else frozenset[str]()
    eras = {NATIVE.get(language, Era.UNSAID) for language in languages}
    return eras.pop() if len(eras) == 1 else Era.UNSAID


def with_own_months(numbers: Numbers, cells: Cells) -> Numbers:
    """Read month words that two calendars share by the one their list or their year speaks for: መስከረም of 2018, of 2026."""
    other = [t.senses[-1].month if len({s.era for s in t.senses}) > 1 else 0 for t in cells.templates]
    if not any(other):
        return numbers
    common = cells.of_shape(other)
    late = (numbers.a_size == len("2026")) & (numbers.a > year_of(numbers.crawl) - SHARED_BACK)
    common_one = (common > 0) & (late | (numbers.month == common))
    return replace(
        numbers,
        month=np.where(common_one, common, numbers.month),
        era=np.where(common_one, Era.UNSAID, numbers.era),
    )


def with_words_behind(numbers: Numbers, cells: Cells) -> tuple[Numbers, NDArray[np.bool_]]:
    """Return numbers with the calendars that words behind their years name, and the rows that leave it open which year it is.

    A common year of these days is one whatever stands behind it, and a short year that fits both calendars is open. What is of
    a calendar that is not converted has no date.
    """
    named = cells.of_shape([t.behind for t in cells.templates])
    named = np.where(numbers.era == Era.UNSAID, named, Era.UNSAID)
    if not named.any():
        return numbers, named > 0
    n, now = numbers, year_of(numbers.crawl)
    last = np.isin(n.kind, (Kind.TRIPLE, Kind.LAST, Kind.NAMED))
    year, size = np.where(last, n.c, n.a), np.where(last, n.c_size, n.a_size)
    lags = np.array([LAGS.get(era, -OFFSETS.get(era, 0)) for era in range(Era.OTHER + 1)])[named]
    short = size <= len("26")
    common, own = (
        np.where(short, now + AHEAD - np.mod(now + AHEAD + lag - year, 100), year - lag)
        for lag in (np.zeros_like(lags), lags)
    )
    other = (named > 0) & (common <= now - SHARED_BACK)
    fits = other & (named != Era.OTHER) & (own <= now + AHEAD) & (own > now - OWN_BACK)
    unread = other & ~fits & ((named == Era.OTHER) | (common < OLDEST))
    # a month's word is of the common calendar here
    unread |= fits & (n.month > 0) & np.isin(named, CONVERTED)
    return (
        replace(n, era=np.where(fits, named, n.era), kind=np.where(unread, Kind.NONE, n.kind)),
        fits & short,
    )


def with_calendars(numbers: Numbers, page: Page, native: Ints) -> Numbers:
    """Add the calendar of each page, and where it is the one of two-digit years."""
    if not native.any():
        return numbers
    short = np.zeros(len(native), dtype=bool)
    for era, year_first in _SHORTENED.items():
        rows = native == era
        if rows.any():
            short |= rows & _short_years_are_native(numbers, page.of_row, rows, _LAG[era], year_first)
    return replace(numbers, native=native, short_native=short)


def _short_years_are_native(
    n: Numbers, of_row: Ints, rows: NDArray[np.bool_], lag: int, year_first: bool
) -> NDArray[np.bool_]:
    """By list: whether years of two digits lie nearer to the crawl in the native calendar than in the common one."""
    triple = n.kind == Kind.TRIPLE
    year = np.where(
        triple,
        n.a if year_first else n.c,
        np.select([n.kind == Kind.FIXED, n.kind == Kind.NAMED], [n.a, n.c], -1),
    )
    size = np.where(
        triple, n.a_size if year_first else n.c_size, np.where(n.kind == Kind.NAMED, n.c_size, n.a_size)
    )
    short = rows & (size > 0) & (size <= 2) & (year >= 0)
    if not short.any():
        return short
    now = (n.crawl // 365.2425).astype(np.int64) + 1970
    away = [np.abs((year - now - shift + 50) % 100 - 50).astype(np.float64) for shift in (0, lag)]
    lists = int(of_row.max()) + 1
    weight = short.astype(np.float64)
    common, own = (np.bincount(of_row, weights=weight * far, minlength=lists) for far in away)
    return (own < common)[of_row]
