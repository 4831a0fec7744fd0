"""What one cell leaves open and the cells beside it prove: whether a number before a day is the first day of a range or a word's.

Of `Concert 12-14 March` alone the 12 may be the concert's. Down a list, days of ranges differ and lie near one another; numbers
of halls and rounds stay, count on, or stand far from the day behind them.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.cells import Cells
from pipelines.dates.days.civil import Ints
from pipelines.dates.hypotheses.readings import Numbers
from pipelines.dates.lists.years_or_counts import CENTURY, MANY, SEVERAL, Mask
from pipelines.dates.tokens.template import Kind

LONGEST = 9  # days from the first to the last of a range that is believed; rounds and halls stand further from their days
LAST_DAY = 31
HALF_A_YEAR = 6  # months that a range may last whose first day is in numbers: `1.1. – 20. November 2026` may be the number of a chapter


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


def are_too_long(cells: Cells) -> NDArray[np.bool_]:
    """Return the rows of which the first day is in numbers and the last in words, more than half a year on."""
    last = cells.of_shape([t.until_named for t in cells.templates])
    long: NDArray[np.bool_] = (last > 0) & (np.mod(last - cells.b, 12) > HALF_A_YEAR)
    return long
