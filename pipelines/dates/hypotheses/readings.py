"""From numbers to days under each hypothesis about a list: the order of its numbers, the years it leaves out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.calendars import to_days
from pipelines.dates.days.civil import NO_DAY, Ints, day_number, year_of
from pipelines.dates.days.eras import (
    BIKRAM_END,
    BUDDHIST_YEARS,
    HIJRI_YEARS,
    JALALI_YEARS,
    LAGS,
    OFFSETS,
    Era,
)
from pipelines.dates.days.other_months import lacks_common_year, month_and_day, own_days
from pipelines.dates.hypotheses.evidence import Lists
from pipelines.dates.hypotheses.missing_years import FURTHEST, furthest, missing_year, to_weekday, told_year
from pipelines.dates.hypotheses.prior import ORDERS
from pipelines.dates.tokens.template import Kind
from pipelines.dates.tokens.weeks import days_of_weeks, days_of_years

AHEAD = 5  # years past the crawl day a two-digit year may lie; beyond, it belongs to the past century
# Days from the crawl between which a short year that stands first is believed: 31.09.26 is a slip for the 30th in 2026, no
# day in 2031, and 32-01-26 none in 1932. At two years ahead .04 points of
# lists with years are lost, at three none.
FIRST_BACK, FIRST_AHEAD = 40 * 365, 3 * 366
PLAIN_YEARS = (1500, 2030)  # written years that need no second thought about their calendar
OWN_BACK = 45  # years before the latest that a short year can be, in a calendar of its page's own
COMPACT_YEARS = (1900, 2100)  # years with which 20260211 is read year first; 11022026 is not


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the cells of some rows hold.

    Attributes:
        kind: `Kind` of each row.
        a: first number; likewise `b`, `c`; -1 where absent.
        a_size: digits of the first number, `c_size` of the last: they tell 26 from 2026.
        month: month named by a word, 0 without one.
        era: `Era` the cell names, or 0.
        native: `Era` of the page's language, or 0.
        short_native: True where years of one or two digits are the native era's.
        weekdays: bit mask of weekdays named.
        crawl: crawl day.
        crosses: whether a range that ends in the year written begins in the one before: 1 if the day stands first, 2 if
            the month does, 3 in either case.
        day_at: 1 or 2 where the first or the second number is a day, for a range begins with it or a point stands behind it; 0
            where that is not said.
        told: day that the page's markup, else the entry's address gives, `NO_DAY` without one; it supplies a year.
    """

    kind: Ints
    a: Ints
    b: Ints
    c: Ints
    a_size: Ints
    c_size: Ints
    month: Ints
    era: Ints
    native: Ints
    short_native: NDArray[np.bool_]
    weekdays: Ints
    crawl: Ints
    crosses: Ints
    day_at: Ints
    told: Ints

    def take(self, rows: Ints | NDArray[np.bool_]) -> Numbers:
        """The same for some rows."""
        return Numbers(*(getattr(self, name)[rows] for name in self.__slots__))


def parts(numbers: Numbers, order: str) -> tuple[Ints, Ints, Ints, Ints]:
    """Return (year as written, its digits, month, day) under an order; -1 where a part is absent."""
    n = numbers
    year, size, month, day = n.a, n.a_size, n.b, n.c  # FIXED
    month = np.where(n.month > 0, n.month, month)
    compact_last = (n.kind == Kind.COMPACT) & (n.a_size == len("2026"))
    compact_last &= (n.a < COMPACT_YEARS[0]) | (n.a >= COMPACT_YEARS[1])
    if compact_last.any():  # aaaabbcc holds ddmmyyyy
        year = np.where(compact_last, n.b * 100 + n.c, year)
        first, second = n.a // 100, n.a % 100
        month = np.where(compact_last, first if order == "mdy" else second, month)
        day = np.where(compact_last, second if order == "mdy" else first, day)
    triple, last, first_ = n.kind == Kind.TRIPLE, n.kind == Kind.LAST, n.kind == Kind.FIRST
    three = {"d": n.a, "m": n.b, "y": n.c}
    for place, letter in enumerate(order):
        three[letter] = (n.a, n.b, n.c)[place]
    year_size = {0: n.a_size, 2: n.c_size}[order.index("y")]
    year, size = np.where(triple, three["y"], year), np.where(triple, year_size, size)
    month, day = np.where(triple, three["m"], month), np.where(triple, three["d"], day)
    month_first = order == "mdy"
    year, size = np.where(last, n.c, year), np.where(last, n.c_size, size)
    month = np.where(last, n.a if month_first else n.b, month)
    day = np.where(last, n.b if month_first else n.a, day)
    if order == "ydm":
        month, day = np.where(first_, n.c, month), np.where(first_, n.b, day)
    pair, pair_month_first = n.kind == Kind.PAIR, order in ("mdy", "ymd")
    year = np.where(pair, -1, year)
    month = np.where(pair, n.a if pair_month_first else n.b, month)
    day = np.where(pair, n.b if pair_month_first else n.a, day)
    named, year_first = n.kind == Kind.NAMED, order in ("ymd", "ydm")
    year = np.where(named, n.a if year_first else n.c, year)
    size = np.where(named, n.a_size if year_first else n.c_size, size)
    day = np.where(named, n.c if year_first else n.a, day)
    return year, size, month, day


def lacks_year(numbers: Numbers) -> NDArray[np.bool_]:
    """Rows with a day and a month and no year."""
    yearless: NDArray[np.bool_] = (numbers.kind == Kind.PAIR) | (
        (numbers.kind == Kind.FIXED) & (numbers.a < 0)
    )
    return yearless


def alike(numbers: Numbers) -> Ints:
    """Return, for each of `ORDERS`, the number of the first one that gives all rows the same days."""
    kind = numbers.kind
    fixed = (kind == Kind.NONE) | (kind == Kind.FIXED) | (kind >= Kind.RELATIVE)
    if numbers.crosses.any() or not (fixed | (kind == Kind.PAIR)).all():
        return np.arange(len(ORDERS))
    month_first = np.array([order in ("mdy", "ymd") for order in ORDERS]) & ~fixed.all()
    return np.where(month_first, month_first.argmax(), 0)


def days_under(numbers: Numbers, order: str, scheme: str, lists: Lists | None) -> Ints:
    """Return day numbers of rows under one order and one scheme for missing years; `NO_DAY` where impossible.

    Args:
        numbers: the rows' numbers, in list order.
        order: one of `ORDERS`.
        scheme: one of `SCHEMES`.
        lists: how the rows form lists; needed only by schemes that follow the list.
    """
    year, size, month, day = parts(numbers, order)
    readable = numbers.kind != Kind.NONE
    day = np.where((day < 0) & (year >= 0), 1, day)  # a month alone stands for its first day
    full_year, era = _years(year, size, numbers)
    full_year = full_year - ((numbers.crosses >> int(order == "mdy")) & (year >= 0))
    days = day_number(full_year, month, day)
    converted = (era >= Era.JALALI) & (year >= 0)
    if converted.any():
        days = np.where(converted, to_days(full_year, month, day, era, converted), days)
    if (numbers.kind > Kind.RELATIVE).any():
        days = np.where(numbers.kind == Kind.WEEK, days_of_weeks(year, month, day), days)
        days = np.where(numbers.kind == Kind.YEARDAY, days_of_years(year, month), days)
    without = readable & (year < 0)
    if without.any():
        own_month, own_day, other = month, day, lacks_common_year(era, without)
        if other.any():
            month, day = month_and_day(month, day, era, numbers.crawl, other)
        days = np.where(without, missing_year(month, day, scheme, numbers.crawl, without, days, lists), days)
        days = to_weekday(
            days,
            numbers.weekdays,
            month,
            day,
            without,
            furthest(numbers.weekdays, numbers.crawl, without, lists),
        )
        days = told_year(days, numbers.told, month, day, without)
        if other.any():
            days = own_days(days, own_month, own_day, era, other)
    believable = readable & (numbers.kind != Kind.RELATIVE) & (days <= numbers.crawl + FURTHEST)
    single = size == 1
    if single.any():  # 3.12.7 is a version, and nobody's year 2007
        believable &= ~single | (year < 0) | (era != 0)
    if order in ("ymd", "ydm"):
        short = ((numbers.kind == Kind.TRIPLE) | (numbers.kind == Kind.NAMED)) & (size <= 2)
        away = days - numbers.crawl
        believable &= ~short | ((away >= -FIRST_BACK) & (away <= FIRST_AHEAD))
    if numbers.day_at.any():
        believable &= (numbers.day_at == 0) | (numbers.day_at == _place_of_day(numbers.kind, order))
    return np.where(believable, days, NO_DAY)


def _place_of_day(kind: Ints, order: str) -> Ints:
    """Where an order puts the day among the numbers of a cell, from 1."""
    year_first = order in ("ymd", "ydm")
    last = np.select(
        [kind == Kind.PAIR, kind == Kind.NAMED], [order in ("mdy", "ymd"), year_first], order == "mdy"
    )
    return 1 + np.where(kind == Kind.TRIPLE, order.index("d"), last)


def era_of(n: Numbers, year: Ints | None = None, size: Ints | None = None) -> Ints:
    """The calendar of each row's year: named in the cell, or told by the number where the page's language allows it."""
    if year is None or size is None:
        year, size, _, _ = parts(n, "ymd")
    era, four = n.era, size == 4
    # ش، 24-10-2026: a weekday's letter, which names a calendar elsewhere, before a month in numbers and a common year
    other = four & (year >= PLAIN_YEARS[0]) & (year <= PLAIN_YEARS[1]) & (n.month == 0)
    era = np.where(other & ((era == Era.JALALI) | (era == Era.HIJRI)), Era.COMMON, era)
    bare = (n.native == Era.UNSAID) & (n.month == 0)  # 16 juillet 1405 is of no other calendar
    odd = (four & ((year < PLAIN_YEARS[0]) | (year > PLAIN_YEARS[1]))) | (size == 3)
    reign = size == 1
    if reign.any():
        reign &= (year > 0) & (n.native == Era.REIWA) & (n.kind != Kind.RELATIVE)
    if not (odd.any() or n.short_native.any() or reign.any()):
        return era
    told = [
        (four & _within(year, BUDDHIST_YEARS), Era.BUDDHIST),
        (four & _within(year, JALALI_YEARS) & ((n.native == Era.JALALI) | bare), Era.JALALI),
        (four & _within(year, HIJRI_YEARS) & (n.native == Era.HIJRI), Era.HIJRI),
        (
            four & (n.native == Era.BIKRAM) & (year > year_of(n.crawl) + AHEAD) & (year < BIKRAM_END),
            Era.BIKRAM,
        ),
        (four & bare & (np.abs(year - year_of(n.crawl) - 53) < 5), Era.BIKRAM),
        ((size == 3) & (year >= 80) & (year <= 160), Era.MINGUO),
        ((size <= 2) & (size > 0) & n.short_native & _is_near(year, n), n.native),
        (reign, Era.REIWA),
    ]
    for rows, named in told:
        era = np.where(rows & (era == 0), np.asarray(named, dtype=np.int64), era)
    return era


def _within(year: Ints, bounds: tuple[int, int]) -> NDArray[np.bool_]:
    within: NDArray[np.bool_] = (year >= bounds[0]) & (year <= bounds[1])
    return within


def eras_under(n: Numbers, orders: NDArray[np.object_]) -> Ints:
    """The calendar of each row's year under the order its list was read in, None where nothing was open."""
    eras = era_of(n)
    if not n.short_native.any():
        return eras
    for order in {order for order in orders if order is not None}:
        year, size, _, _ = parts(n, order)
        eras = np.where(orders == order, era_of(n, year, size), eras)
    return eras


def _is_near(year: Ints, n: Numbers) -> NDArray[np.bool_]:
    """Rows whose short year is a recent one of their page's own calendar: of `20/02/26` no year 1326."""
    lags = np.array([LAGS.get(era, 0) for era in range(int(n.native.max(initial=0)) + 1)])[n.native]
    near: NDArray[np.bool_] = np.mod(year_of(n.crawl) + AHEAD + lags - year, 100) <= OWN_BACK
    return near


def _years(year: Ints, size: Ints, n: Numbers) -> tuple[Ints, Ints]:
    """Full years, Gregorian where the era shares its months, and each row's era."""
    era, top = era_of(n, year, size), year_of(n.crawl) + AHEAD
    short = (size <= 2) & (year >= 0)
    if not era.any():
        return np.where(short, top - np.mod(top - year, 100), year), era
    offset, lag = np.zeros_like(year), np.zeros_like(year)
    for named in np.unique(era).tolist():
        offset = np.where(era == named, OFFSETS.get(named, 0), offset)
        lag = np.where(era == named, LAGS.get(named, 0), lag)
    short &= (era < Era.REIWA) | (era > Era.SHOWA)
    return np.where(short, top + lag - np.mod(top + lag - year, 100), year) + offset, era
