"""What one cell leaves open and the cells beside it prove: whether a number is a year, whether a number is a word's.

Of `06 Jan 26 News` alone the 26 may count something, and of `Concert 12-14 March` the 12 may be the concert's. Down a list, years
stay or change by one, and end near the crawl; counts jump. Days of ranges differ and lie near one another; numbers of halls
and rounds stay, count on, or stand far from the day behind them.
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
LONGEST = 9  # days from the first to the last of a range that is believed; rounds and halls stand further from their days
OLDEST = 1990  # year of an entry that a page of the web has views of
CENTURY = 100
LAST_DAY = 31
BUDDHIST_LAG = 43  # of the last two digits, in years
YEARS = (JALALI_YEARS[0], BIKRAM_END)  # that pages write, but for the Buddhist ones

Mask = NDArray[np.bool_]


class Settled(NamedTuple):
    """What lists prove of their rows.

    Attributes:
        years: rows whose number behind day and month is their year.
        counts: rows whose number there is none.
    """

    years: Mask
    counts: Mask


def settle_years(
    number: Ints, whole: Mask, yearless: Mask, month: Ints, day: Ints, crawl: Ints, lag: Ints, of_row: Ints
) -> Settled:
    """Tell years from counts among numbers behind a day and its month.

    Args:
        number: the number of each row, -1 where there is none; lists together and in order, as all that follows.
        whole: True where it has four digits.
        yearless: rows with a day, a month and neither a year nor such a number.
        month: the month of each row.
        day: its day.
        crawl: crawl day.
        lag: years that the page's own calendar is ahead of the common one, for years of two digits; 0 without one.
        of_row: number of each row's list.
    """
    open_ = number >= 0
    rows = np.flatnonzero(open_)
    lists = int(of_row.max()) + 1
    this_year = year_of(crawl)
    years = _nearest(number, whole, this_year, lag)
    of = of_row[rows]
    days = day_number(years[rows], month[rows], day[rows])
    newest = _most(np.where(days == NO_DAY, -1, days - crawl[rows]), of, lists)
    strange = (days == NO_DAY) | (days > crawl[rows] + AHEAD)
    step, inner = np.diff(years[rows], prepend=0), np.append(-1, of[:-1]) == of
    size = np.bincount(of, minlength=lists)
    down, up, jumps = (
        np.bincount(of, weights=inner & told, minlength=lists) > 0
        for told in (step < 0, step > 0, np.abs(step) > 1)
    )
    others = np.bincount(of_row, weights=yearless, minlength=lists)
    odd = np.bincount(of, weights=strange, minlength=lists)
    several = size >= SEVERAL
    run = (
        several & ~(down & up) & ~jumps & (odd == 0) & (others == 0) & (newest >= -RECENT) & (newest <= AHEAD)
    )
    place = np.diff(month[rows] * CENTURY + day[rows], prepend=0)
    turns = [np.bincount(of, weights=inner & told, minlength=lists) for told in (place > 0, place < 0)]
    ordered = (np.minimum(*turns) <= 1) & (np.maximum(*turns) >= MANY)  # once over the new year
    counts = (size + others >= SEVERAL) & ((odd > 0) | (others >= size)) & ~run
    jump = down & up & jumps & ordered  # 12 seats, 40 seats, 7 seats down days that run on
    return Settled(open_ & run[of_row], open_ & np.where(whole, counts[of_row], jump[of_row]))


def _nearest(number: Ints, whole: Mask, this_year: Ints, lag: Ints) -> Ints:
    """Common years of the numbers; of two digits the latest in whichever calendar of the page comes nearer to the crawl."""
    top = this_year + 1
    common, own = (top - np.mod(top + shift - number, CENTURY) for shift in (np.zeros_like(lag), lag))
    short = np.where((lag != 0) & (own > common), own, common)
    return np.where(whole, number, short)


def _are_alike(number: Ints, whole: Mask, month: Ints, day: Ints, crawl: Ints, lag: Ints) -> Mask:
    """Rows whose number, read as their year, gives the day that they would have without one: the last such day, not long ago."""
    years = _nearest(number, whole, year_of(crawl), lag)
    away = day_number(years, month, day) - crawl
    alike: Mask = (number >= 0) & (away <= SOON) & (away >= -RECENT)
    return alike


def _most(values: Ints, of: Ints, lists: int) -> Ints:
    most = np.full(lists, -(10**9), dtype=np.int64)
    np.maximum.at(most, of, values)
    return most


def are_ranges(first: Ints, last: Ints, of_row: Ints) -> Mask:
    """Return the rows of lists in which the two numbers behind a word prove to be the days of ranges.

    Args:
        first: the number of the first day where a word stands before it, -1 elsewhere.
        last: that of the last day, likewise.
        of_row: number of each row's list.
    """
    open_ = (first > 0) & (last > 0)
    rows = np.flatnonzero(open_)
    lists = int(of_row.max()) + 1
    of, length = of_row[rows], last[rows] - first[rows]
    size = np.bincount(of, minlength=lists)
    far = np.bincount(of, weights=(length < 1) | (length > LONGEST), minlength=lists)
    different = np.bincount(np.unique(of * CENTURY + first[rows]) // CENTURY, minlength=lists)
    step, inner = np.abs(np.diff(first[rows], prepend=0)), np.append(-1, of[:-1]) == of
    counted = np.bincount(of, weights=inner & (step > 1), minlength=lists) == 0  # round 3, round 4, round 5
    proven: Mask = (far == 0) & (different >= SEVERAL) & (2 * different > size) & ~counted
    return open_ & proven[of_row]


def are_numbers(first: Ints, last: Ints, of_row: Ints) -> Mask:
    """Return the rows of lists in which the first of the two numbers proves to be the word's: it stays while the last one runs on.

    The first of the month may stay as well: shows begin on it. The arguments are those of `are_ranges`.
    """
    open_ = (first > 1) & (last > 0)
    rows = np.flatnonzero(open_)
    if not len(rows):
        return open_
    lists = int(of_row.max()) + 1
    of = of_row[rows]
    kinds, ends = (
        np.bincount(np.unique(of * CENTURY + part[rows]) // CENTURY, minlength=lists)
        for part in (first, last)
    )
    proven: Mask = (kinds == 1) & (ends >= MANY)
    return open_ & proven[of_row]


def with_last_days(numbers: Numbers, cells: Cells, of_row: Ints) -> tuple[Numbers, Mask]:
    """Return numbers with the last day where a list proves the first number to be that of the word before it, and those rows."""
    if cells.of_word is None:
        return numbers, np.zeros(len(of_row), dtype=bool)
    first, last = cells.of_word
    rows = are_numbers(first, last, of_row) & (numbers.kind == Kind.FIXED) & (numbers.c == first)
    return replace(numbers, c=np.where(rows, last, numbers.c)), rows


def are_of_words(cells: Cells, of_row: Ints) -> NDArray[np.bool_]:
    """Return the rows whose day may be a number of the word before it, for all that their list says."""
    told = cells.of_shape([t.of_word for t in cells.templates]) > 0
    if cells.of_word is None:
        return told
    first, last = cells.of_word
    return told & ~(are_ranges(first, last, of_row) | (first > LAST_DAY))


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
    years, counts = settle_years(told, whole, yearless, month, numbers.c, numbers.crawl, lag, of_row)
    years |= ~counts & _are_alike(told, whole, month, numbers.c, numbers.crawl, lag)
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
