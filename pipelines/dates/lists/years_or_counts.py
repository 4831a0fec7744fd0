"""Whether a number behind a day and its month is its year or counts something: one cell leaves it open, those beside it prove it.

Of `06 Jan 26 News` alone the 26 may count something. Down a list, years stay or change by one, and end near the crawl;
counts jump.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.cells import Cells
from pipelines.dates.days.civil import NO_DAY, Ints, day_number, year_of
from pipelines.dates.days.eras import BIKRAM_END, BUDDHIST_YEARS, JALALI_YEARS, Era
from pipelines.dates.hypotheses.missing_years import SOON
from pipelines.dates.hypotheses.readings import Numbers, lacks_year
from pipelines.dates.tokens.template import Kind

# Cells that prove something together; of three counts below a hundred one in 10⁵ runs as years do
SEVERAL = 3
MANY = 4  # steps one way of days that prove the numbers beside them to count
RECENT = 183  # days before the crawl that the newest such day may lie: 25 in all cells at the end of 2026 is a count
AHEAD = 366  # days after it
OLDEST = 1990  # year of an entry that a page of the web has views of
CENTURY = 100
BUDDHIST_LAG = 43  # of the last two digits, in years
YEARS = (JALALI_YEARS[0], BIKRAM_END)  # that pages write, but for the Buddhist ones

Mask = NDArray[np.bool_]


class Beside(NamedTuple):
    """Columns of rows that may have a number behind their day and month, lists together and in order.

    Attributes:
        number: that number, -1 where there is none.
        whole: True where it has four digits.
        yearless: rows with a day, a month and neither a year nor such a number.
        month: the month of each row.
        day: its day.
        crawl: crawl day.
        lag: years that the page's own calendar is ahead of the common one, for years of two digits; 0 without one.
        of_row: number of each row's list.
    """

    number: Ints
    whole: Mask
    yearless: Mask
    month: Ints
    day: Ints
    crawl: Ints
    lag: Ints
    of_row: Ints

    def years(self) -> Ints:
        """Common years of the numbers; of two digits the latest in whichever calendar of the page comes nearer to the crawl."""
        top = year_of(self.crawl) + 1
        shifts = np.zeros_like(self.lag), self.lag
        common, own = (top - np.mod(top + shift - self.number, CENTURY) for shift in shifts)
        short = np.where((self.lag != 0) & (own > common), own, common)
        return np.where(self.whole, self.number, short)


class Settled(NamedTuple):
    """What lists prove of their rows.

    Attributes:
        years: rows whose number behind day and month is their year.
        counts: rows whose number there is none.
    """

    years: Mask
    counts: Mask


def _settled(beside: Beside) -> Settled:
    """Tell years from counts among the numbers."""
    of_row = beside.of_row
    open_ = beside.number >= 0
    rows = np.flatnonzero(open_)
    lists = int(of_row.max()) + 1
    of, years = of_row[rows], beside.years()[rows]
    month, day, crawl = beside.month[rows], beside.day[rows], beside.crawl[rows]
    days = day_number(years, month, day)
    newest = _most(np.where(days == NO_DAY, -1, days - crawl), of, lists)
    strange = (days == NO_DAY) | (days > crawl + AHEAD)
    step, inner = np.diff(years, prepend=0), np.append(-1, of[:-1]) == of
    size = np.bincount(of, minlength=lists)
    down, up, jumps = (
        np.bincount(of, weights=inner & told, minlength=lists) > 0
        for told in (step < 0, step > 0, np.abs(step) > 1)
    )
    others = np.bincount(of_row, weights=beside.yearless, minlength=lists)
    odd = np.bincount(of, weights=strange, minlength=lists)
    several = size >= SEVERAL
    run = (
        several & ~(down & up) & ~jumps & (odd == 0) & (others == 0) & (newest >= -RECENT) & (newest <= AHEAD)
    )
    place = np.diff(month * CENTURY + day, prepend=0)
    turns = [np.bincount(of, weights=inner & told, minlength=lists) for told in (place > 0, place < 0)]
    ordered = (np.minimum(*turns) <= 1) & (np.maximum(*turns) >= MANY)  # once over the new year
    counts = (size + others >= SEVERAL) & ((odd > 0) | (others >= size)) & ~run
    jump = down & up & jumps & ordered  # 12 seats, 40 seats, 7 seats down days that run on
    return Settled(open_ & run[of_row], open_ & np.where(beside.whole, counts[of_row], jump[of_row]))


def _are_alike(beside: Beside) -> Mask:
    """Rows whose number, read as their year, gives the day that they would have without one: the last such day, not long ago."""
    away = day_number(beside.years(), beside.month, beside.day) - beside.crawl
    alike: Mask = (beside.number >= 0) & (away <= SOON) & (away >= -RECENT)
    return alike


def _most(values: Ints, of: Ints, lists: int) -> Ints:
    most = np.full(lists, -(10**9), dtype=np.int64)
    np.maximum.at(most, of, values)
    return most


def with_years(
    numbers: Numbers, told: Ints, cells: Cells, native: Ints, of_row: Ints
) -> tuple[Numbers, NDArray[np.bool_], NDArray[np.bool_]]:
    """Return numbers with the years that lists prove to be some; rows whose number is proven to count, and those left open.

    Args:
        numbers: of each row; those without a year may get one.
        told: the number of each row that may be its year, below 0 where there is none.
        cells: the rows' cells, which tell how the number was written.
        native: calendar of each row beside the common one, a number of `Era`.
        of_row: number of each row's list.
    """
    size = cells.of_shape([t.maybe_year.size for t in cells.templates])
    whole = size == len("2026")
    month = np.where(numbers.month > 0, numbers.month, numbers.b)
    lag = np.where(native == Era.BUDDHIST, BUDDHIST_LAG, 0)
    yearless = lacks_year(numbers) & (told < 0)
    beside = Beside(told, whole, yearless, month, numbers.c, numbers.crawl, lag, of_row)
    years, counts = _settled(beside)
    years |= ~counts & _are_alike(beside)
    counts |= whole & (told >= 0) & ((told < OLDEST) | (told > year_of(numbers.crawl) + 1)) & ~years
    a = np.where(years, told, np.where(counts, -1, numbers.a))
    a_size = np.where(years, size, np.where(counts, 0, numbers.a_size))
    return replace(numbers, a=a, a_size=a_size), counts, (told >= 0) & ~years & ~counts


def strange_years(cells: Cells) -> NDArray[np.bool_]:
    """Return the rows where the four digits beside a day and a named month are a year of no calendar: `Nov 18 1204 views`."""
    strange: NDArray[np.bool_] = (
        (cells.a_size == len("1204"))
        & ((cells.a < YEARS[0]) | (cells.a > YEARS[1]))
        & ((cells.a < BUDDHIST_YEARS[0]) | (cells.a > BUDDHIST_YEARS[1]))
    )
    if not strange.any():
        return strange
    named = cells.of_shape([int(t.kind == Kind.FIXED and bool(t.senses)) for t in cells.templates]) > 0
    return strange & named & (cells.c >= 0)
