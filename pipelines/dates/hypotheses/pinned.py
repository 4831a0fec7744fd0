"""Lists below entries that are pinned to their top: the run is judged without them.

A pinned entry says nothing of how often a list is fed nor of where it lies. For the behaviours of `evidence` it is one step the
wrong way. Here the first one to `MOST` entries may each have an age of their own (Lomax, scale `AGE`). The rows below them
are a list from new to old with the pace of their own gaps, and its newest entry lies as near to the crawl as that pace makes
it. A run right below the crawl day is thus likelier recent, with one exception above it, than a year old as a whole. Weighed
for lists that leave out years; where years are written, the list needs no such help.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.civil import NO_DAY, Ints
from pipelines.dates.hypotheses.evidence import FAR, Floats, Lists, place, step_costs

# Figures: `python -m bench.dates_pins`.
MOST = 3  # entries pinned at once
AGE = 180.0  # days; half of the pinned entries are younger; 60 and 365 change less than .5 points
# Of lists from new to old, by how many entries are pinned out of order; 4 of 40 on captured pages have one or two. With .05, .02, .01
# a point of the rows below them is lost.
SHARES = np.log([0.13, 0.08, 0.05])


def pinned_fit(days: Ints, lists: Lists) -> Floats:
    """Return log-likelihoods of lists with pinned entries, hypotheses × lists; -inf where none stands out of order.

    Args:
        days: day numbers by hypothesis and row; `NO_DAY` where a reading is impossible.
        lists: how the rows form lists.
    """
    sizes = np.diff(np.append(lists.starts, days.shape[-1]))
    fit = np.full((len(days), len(sizes)), -np.inf)
    for pins in range(1, MOST + 1):
        reading, one = np.nonzero(out_of_order(days, lists.starts, sizes, pins))
        if len(one):
            run = _run_fit(days, lists, (reading, one), sizes[one] - pins)
            above = lists.starts[one][:, None] + np.arange(pins)
            ages = np.abs(days[reading[:, None], above] - lists.crawl[one][:, None])
            alone = np.where(days[reading[:, None], above] == NO_DAY, 0.0, age_fit(ages)).sum(axis=1)
            fit[reading, one] = np.logaddexp(fit[reading, one], SHARES[pins - 1] + run + alone)
    return fit


def out_of_order(days: Ints, starts: Ints, sizes: Ints, pins: int) -> NDArray[np.bool_]:
    """Where the row below so many is newer than the last of them, and has a row below it."""
    at = np.minimum(starts + pins, days.shape[-1] - 1)
    below, last = days[:, at], days[:, np.maximum(at - 1, 0)]
    pinned: NDArray[np.bool_] = (sizes >= pins + 2) & (last != NO_DAY) & (below > last)
    return pinned


def _run_fit(days: Ints, lists: Lists, pairs: tuple[Ints, Ints], left: Ints) -> Floats:
    """How the last `left` rows of each (reading, list) form a list from new to old."""
    reading, one = pairs
    first = np.cumsum(left) - left
    number = np.repeat(np.arange(len(left)), left)
    ends = np.append(lists.starts[1:], days.shape[-1])[one]
    rows = np.arange(len(number)) - first[number] + (ends - left)[number]
    found = days[reading[number], rows]
    kept = found != NO_DAY
    found, number = found[kept], number[kept]
    inside = number[1:] == number[:-1]
    gaps, of_gap = (found[:-1] - found[1:])[inside], number[1:][inside]
    steps = np.maximum(np.bincount(of_gap, minlength=len(left)), 1)
    scale: Floats = np.exp(np.bincount(of_gap, np.log1p(np.abs(gaps)), minlength=len(left)) / steps)
    run = np.bincount(of_gap, step_costs(gaps, scale[of_gap]), minlength=len(left)).astype(np.float64)
    crawl = lists.crawl[one]
    nearest = np.full(len(left), float(FAR))
    np.minimum.at(nearest, number, np.abs(found - crawl[number]).astype(np.float64))
    fit: Floats = run + np.where(lists.dated[one], place(nearest, scale), 0.0)
    return fit


def age_fit(ages: Ints) -> Floats:
    """How likely a pinned entry is so many days old."""
    fit: Floats = -np.log(AGE) - 2 * np.log1p(np.minimum(ages, FAR) / AGE)
    return fit
