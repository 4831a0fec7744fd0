"""Lists that number their entries: `1. Nov 18`, `2. Nov 12`, `3. Nov 5`, and pages that count themselves: `1/12`, `2/12`, `3/12`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.civil import Ints
from pipelines.dates.template import Kind

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
