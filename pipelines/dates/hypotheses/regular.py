"""Lists that follow the calendar: a day for each month or quarter, or one for each year.

By their gaps alone such lists are read in whatever order puts their days close together: `05/11/2026`, `05/10/2026`, `05/09/2026` as
days of May. So their regularity is weighed as what it is, beside the law of gaps.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.civil import Ints

Floats = NDArray[np.float64]

LEAST = 2  # steps
MONTH = (28, 92)  # days from a day of a month to that of the next, or of the next quarter
YEAR = (330, 400)  # days from one yearly day to the next
# The first of each month or quarter: `01/12/2026`, `01/11/2026` … else read as days of January, a year ago.
FIRSTS, FIRSTS_STEP = np.log(0.02), np.log(0.5)
# Another day of each month: newsletters of the 5th. Days of one month that follow each other read so in the other order. By
# `python -m bench.dates_rhythms`, no language declared, 1.1 % of the rows of such newsletters are silently wrong; with a step of log .25
# 5.0 %; with log .5 and log .01 1.1 %, and .4 % of the rows of daily lists are wrong, which none are with these.
ONE_DAY, ONE_DAY_STEP = np.log(0.02), np.log(0.35)
# One day a year: general meetings, awards; each may lie anywhere in `YEAR`.
YEARLY, YEARLY_STEP = np.log(0.02), -np.log(YEAR[1] - YEAR[0] + 1)


def regular_fit(
    days: Ints, valid: NDArray[np.bool_], gaps: Ints, steps: Floats, starts: Ints
) -> Floats | None:
    """Return how well lists follow the calendar, hypotheses × lists; `-inf` where one does not, None where none does.

    Args:
        days: day numbers by hypothesis and row.
        valid: where there are any.
        gaps: days from the entry above, 0 where there is none.
        steps: number of gaps, hypotheses × lists.
        starts: first row of each list.
    """
    size = np.abs(gaps)
    several = steps >= LEAST
    monthly, yearly = (
        several
        & (np.add.reduceat((size >= least) & (size <= most), starts, axis=-1, dtype=np.int64) == steps)
        for least, most in (MONTH, YEAR)
    )
    if not (monthly.any() or yearly.any()):
        return None
    fit = np.where(yearly, YEARLY + steps * YEARLY_STEP, -np.inf)
    if monthly.any():
        stamps = np.where(valid, days, 0).astype("datetime64[D]")
        of_month = (stamps - stamps.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64)
        least = np.minimum.reduceat(np.where(valid, of_month, 31), starts, axis=-1)
        most = np.maximum.reduceat(np.where(valid, of_month, -1), starts, axis=-1)
        fit = np.where(monthly & (least == most), ONE_DAY + steps * ONE_DAY_STEP, fit)
        fit = np.where(monthly & (most == 0), FIRSTS + steps * FIRSTS_STEP, fit)
    return fit
