"""Whether a day without a year is of an earlier year than it is read.

No reading of a list says so, for every one begins at the crawl. So the chosen one is asked again:

* a pinned entry may be a year or more older, by what pinned entries are (`pinned.age_fit`);
* a list from old to new that is read to reach past the crawl may end at it, a year or more earlier;
* a list in no order may span more than the year into which its days are folded;
* a whole list may have stood still for more than a year, so that it only seems to end before the crawl. The nearer to the crawl
  it does, by its own pace, the less likely that is.
"""

from __future__ import annotations

import numpy as np

from pipelines.dates.days.civil import NO_DAY, Ints
from pipelines.dates.hypotheses.evidence import (
    FUTURE,
    GRACE,
    Floats,
    Lists,
    announced,
    dead_place,
    ends,
    gaps_above,
    live_place,
    nearest_to_crawl,
    pace,
    place,
)
from pipelines.dates.hypotheses.pinned import MOST, age_fit, out_of_order

YEAR_DAYS = 365
# Odds that a list in no order spans more than a year, against that it spans as long as it is read to.
FOLDED = 0.3
APART = 12  # entries that count, for those of one burst are not independent
# Gaps that a list from old to new may have ended before the crawl. Of archives over a year or more that rise to it, 15 to 45 days a step,
# 6.1 % of the rows were silently wrong with 2 and the year before alone, 2.6 with this, .4 with 4; of coming events 26 % are certain, not 29.
ENDED = 3.0
YEARS = 3  # a pinned entry is asked to be older than it is read
# Lists without years that have stood still for over a year, as a share of the dead ones of lists at large. Rows of lists in
# `python -m bench.dates_pins` right but open, silently wrong: with none 21.7
# and 1.3 %, with this 23.2 and .8, with all 24.7 and .7.
STILL = 0.5


def elder_share(days: Ints, pinned: Floats, disorder: Floats, lists: Lists) -> Floats:
    """Return the probability that each row's day is of an earlier year.

    Args:
        days: day numbers by row, `NO_DAY` where there is none.
        pinned: probability, by list, that entries out of order above it are pinned.
        disorder: probability, by list, that it is in no order.
        lists: how the rows form lists.
    """
    whole = (1 - _still(days, lists)) * (1 - _ended(days, lists)) * (1 - disorder * _folded(days, lists))
    share: Floats = 1 - (1 - pinned[lists.of_row] * _pins(days, lists)) * whole[lists.of_row]
    return share


def _folded(days: Ints, lists: Lists) -> Floats:
    """By list: that in no order it spans more than the year into which its days are folded.

    Days of several years lie anywhere in one; those of a shorter span lie in it, n - 1 of them beside the first, of which `APART`
    count: of ten over eleven months one list in eight is folded, of five over two months one in five thousand.
    """
    valid = days != NO_DAY
    number = lists.add_up(valid.astype(np.float64))
    oldest, newest = ends(days, valid, lists)
    span = np.where(number > 1, np.clip(newest - oldest + 1, 1, YEAR_DAYS), 1).astype(np.float64)
    odds = np.where(number > 1, FOLDED * (span / YEAR_DAYS) ** np.clip(number - 1, 1, APART), 0.0)
    share: Floats = odds / (1 + odds)
    return share


def _pins(days: Ints, lists: Lists) -> Floats:
    """By row: that an entry is older, if it is pinned; 0 for those that stand in order."""
    share = np.zeros(len(days))
    sizes = np.diff(np.append(lists.starts, len(days)))
    for pins in range(1, MOST + 1):
        one = np.flatnonzero(out_of_order(days[None], lists.starts, sizes, pins)[0])
        above = (lists.starts[one][:, None] + np.arange(pins)).ravel()
        ages = np.abs(days[above] - lists.crawl[lists.of_row[above]])
        older = sum(np.exp(age_fit(ages + YEAR_DAYS * more) - age_fit(ages)) for more in range(1, YEARS + 1))
        share[above] = older / (1 + older)
    return share


def _ended(days: Ints, lists: Lists) -> Floats:
    """By list: that one from old to new, read to reach past the crawl, ends at it, a year or more before the day it is read to end.

    Asked of those that would end there by `ENDED` of their gaps, and not of those that are told to hold events.
    """
    valid = days != NO_DAY
    gaps, has = gaps_above(days[None], valid[None], lists)
    down, up = (lists.add_up((has & some)[0].astype(np.float64)) for some in (gaps > 0, gaps < 0))
    oldest, newest = ends(days, valid, lists)
    age = (lists.crawl + GRACE - newest) % YEAR_DAYS - GRACE
    some = (up > 0) & (down == 0) & (newest > lists.crawl + GRACE) & lists.dated & ~lists.events
    if not some.any():
        return np.zeros(len(some))
    scale = pace(gaps, has & (gaps < 0), lists)[0]
    nearest = nearest_to_crawl(days, valid, lists)
    lies = np.where(oldest > lists.crawl + GRACE, announced(nearest), place(nearest, scale))
    ahead = FUTURE[1]
    fit = live_place(np.abs(age).astype(np.float64), scale) + np.log1p(-np.exp(ahead))
    odds = np.exp(fit - lies - ahead)
    some &= age <= ENDED * (scale + 1)
    share: Floats = np.where(some, odds / (1 + odds), 0.0)
    return share


def _still(days: Ints, lists: Lists) -> Floats:
    """By list: that it ended a year before the day it is read to end."""
    valid = days != NO_DAY
    nearest = nearest_to_crawl(days, valid, lists)
    scale = pace(*gaps_above(days[None], valid[None], lists), lists)[0]
    odds = STILL * np.exp(dead_place(nearest + YEAR_DAYS) - place(nearest, scale))
    share: Floats = np.where(lists.dated, odds / (1 + odds), 0.0)
    return share
