"""Whether a day without a year is of an earlier year than it is read.

No reading of a list says so, for every one begins at the crawl. So the chosen one is asked twice: a pinned entry may be a year
or more older by what pinned entries are (`pinned.age_fit`), and a whole list may have stood still for more than a year, so that it
only seems to end before the crawl; the nearer to the crawl it does, by its own pace, the less so.
"""

from __future__ import annotations

import numpy as np

from pipelines.dates.civil import NO_DAY, Ints
from pipelines.dates.evidence import FAR, Floats, Lists, dead_place, gaps_above, place
from pipelines.dates.pinned import MOST, age_fit, out_of_order

YEAR = 365
YEARS = 3  # a pinned entry is asked to be older than it is read
# Lists without years that have stood still for over a year, as a share of the dead ones of lists at large. Rows of lists in
# `python -m bench.dates_pins` right but open, silently wrong: with none 21.7
# and 1.3 %, with this 23.2 and .8, with all 24.7 and .7.
STILL = 0.5


def elder_share(days: Ints, pinned: Floats, lists: Lists) -> Floats:
    """Return the probability that each row's day is of an earlier year.

    Args:
        days: day numbers by row, `NO_DAY` where there is none.
        pinned: probability, by list, that entries out of order above it are pinned.
        lists: how the rows form lists.
    """
    share: Floats = 1 - (1 - pinned[lists.of_row] * _pins(days, lists)) * (
        1 - _still(days, lists)[lists.of_row]
    )
    return share


def _pins(days: Ints, lists: Lists) -> Floats:
    """By row: that an entry is older, if it is pinned; 0 for those that stand in order."""
    share = np.zeros(len(days))
    sizes = np.diff(np.append(lists.starts, len(days)))
    for pins in range(1, MOST + 1):
        one = np.flatnonzero(out_of_order(days[None], lists.starts, sizes, pins)[0])
        above = (lists.starts[one][:, None] + np.arange(pins)).ravel()
        ages = np.abs(days[above] - lists.crawl[lists.of_row[above]])
        older = sum(np.exp(age_fit(ages + YEAR * more) - age_fit(ages)) for more in range(1, YEARS + 1))
        share[above] = older / (1 + older)
    return share


def _still(days: Ints, lists: Lists) -> Floats:
    """By list: that it ended a year before the day it is read to end."""
    valid = days != NO_DAY
    age = np.where(valid, np.abs(days - lists.crawl[lists.of_row]), FAR).astype(np.float64)
    nearest = np.minimum(np.minimum.reduceat(age, lists.starts), FAR)
    gaps, has = gaps_above(days[None], valid[None], lists)
    steps = np.maximum(lists.add_up(has[0].astype(np.float64)), 1)
    scale = np.exp(lists.add_up(np.where(has, np.log1p(np.abs(gaps)), 0.0)[0]) / steps)
    odds = STILL * np.exp(dead_place(nearest + YEAR) - place(nearest, scale))
    share: Floats = np.where(lists.dated, odds / (1 + odds), 0.0)
    return share
