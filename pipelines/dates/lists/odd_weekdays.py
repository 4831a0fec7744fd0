"""Lists most of whose weekdays do not fit their whole dates: `Sabti, Nofeembar 7`, of software that has the months off by one.

Either the weekdays or the days are wrong, and nothing tells which, so none of them is certain: of wrong ones some fit by chance. A
slip or two beside weekdays that fit say nothing, nor does one word in all cells, which is no weekday. Where all are off by as many days
it is the names of the weekdays that are wrong, as the Turkmen and the Kurdish ones of some software are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.civil import Ints, weekday_of

WEEK = 7  # days
SEVERAL = 3  # different days; fewer may be slips


def seldom_fit(weekdays: Ints, days: Ints, of_row: Ints) -> NDArray[np.bool_]:
    """Return the rows of lists that name several weekdays beside several days, most of which do not fit.

    Args:
        weekdays: bit mask of the weekdays each row names beside a whole date, else 0.
        days: day number of each row.
        of_row: number of each row's list.
    """
    named = weekdays > 0
    off = [named & ((weekdays >> weekday_of(np.where(named, days, 0) + by)) & 1 == 1) for by in range(WEEK)]
    odd = named & ~off[0]
    size, *fits = (np.bincount(of_row, weights=some) for some in (named, *off))
    found = (2 * fits[0] < size) & (np.max(fits, axis=0) < size)
    for values, least in ((days, SEVERAL), (weekdays, 2)):
        pairs = np.unique(np.stack([of_row[odd], values[odd]], axis=1), axis=0)
        found &= np.bincount(pairs[:, 0], minlength=len(found)) >= least
    open_: NDArray[np.bool_] = named & found[of_row]
    return open_
