"""Lists that number their entries: `1. Nov 18`, `2. Nov 12`, `3. Nov 5`, and pages that count themselves: `1/12`, `2/12`, `3/12`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.civil import Ints
from pipelines.dates.tokens.template import Kind

MONTHS = 12
SEVERAL = 3  # entries; two days in a row may well be the first and the second


def are_numbered(kind: Ints, first: Ints, weekdays: Ints, of_row: Ints) -> NDArray[np.bool_]:
    """Return the rows of lists whose first numbers count 1, 2, 3 down all entries, so that they may be no days.

    Args:
        kind: `Kind` of each row; lists together and in order, as all that follows.
        first: the first number of each row.
        weekdays: bit mask of weekdays named: a row that names one is a date.
        of_row: number of each row's list.
    """
    open_: NDArray[np.bool_] = ((kind == Kind.NAMED) | (kind == Kind.PAIR)) & (weekdays == 0) & (first > 0)
    if not open_.any():
        return open_
    size = np.bincount(of_row)
    starts = np.concatenate([[0], np.cumsum(size)[:-1]])
    place = np.arange(len(of_row)) - starts[of_row]
    counted = np.bincount(of_row, weights=open_ & (first == place + 1)) == size
    numbered: NDArray[np.bool_] = (counted & (size >= SEVERAL))[of_row]
    return numbered


def are_fractions(kind: Ints, first: Ints, second: Ints, of_row: Ints) -> NDArray[np.bool_]:
    """Return the rows of lists of pairs in which no number is above the other, which is always the same: `7/10`, `9/10`, `4/10`.

    Days of one month that run one way stay days.
    """
    pairs: NDArray[np.bool_] = kind == Kind.PAIR
    if not pairs.any():
        return pairs
    rows = np.flatnonzero(pairs)
    of = of_row[rows]
    inner = np.append(-1, of[:-1]) == of
    lists = int(of_row.max()) + 1

    def any_of(told: NDArray[np.bool_]) -> NDArray[np.bool_]:
        return np.bincount(of, weights=told, minlength=lists) > 0

    found = np.zeros(lists, dtype=bool)
    for part, whole in ((first[rows], second[rows]), (second[rows], first[rows])):
        step = np.diff(part, prepend=0)
        # 15/02, 15/01, 15/12 run one way over the new year
        months = ~any_of((part > MONTHS) | (whole <= MONTHS))[of]
        step = np.where(months, (step + MONTHS // 2) % MONTHS - MONTHS // 2, step)
        same = ~any_of((np.diff(whole, prepend=0) != 0) & inner)
        found |= same & ~any_of(part > whole) & any_of((step > 0) & inner) & any_of((step < 0) & inner)
    size = np.bincount(of, minlength=lists)
    return pairs & (found & (size > SEVERAL))[of_row]
