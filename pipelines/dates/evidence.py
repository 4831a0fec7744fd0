r"""How well a list's days fit what lists are: ordered, recent, not in the future.

A reading of a list is scored by the logarithm of how probable its days would be in a list. Three behaviours are weighed
against each other and added up as probabilities:

* newest first: each gap to the entry above is drawn from a heavy-tailed law with the list's own scale
  (Lomax, shape 1), so that bursts and pauses are usual; a step the wrong way (a pinned entry) costs log `PINNED`;
* oldest first: the same upwards; lists of coming events are such;
* no order: days spread evenly over the list's span.

To that comes where the list lies: the entry nearest to the crawl day is drawn from the same law, with the list's own
scale where the list is live and a long one where it is dead; a list that lies wholly ahead is drawn from a steeper one;
one that reaches past the crawl day pays `FUTURE`. A reading that makes a cell impossible pays `IMPOSSIBLE` for it.
Everything is in nats, for all lists and all hypotheses at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.civil import NO_DAY, Ints

Floats = NDArray[np.float64]

BEHAVIOURS = ("newest first", "oldest first", "no order")

# Figures: `python -m bench.dates_lists --sweep`, seed 11, lists of three or more, page language not known.
WEIGHTS = np.log([0.65, 0.2, 0.15])  # by behaviour; .4/.3/.3 and .8/.15/.05 change less than .4 points
PINNED = 0.06  # steps the wrong way in an ordered list; at .01 lists without years lose 2.2 points, the others none
PACE = (
    2.0  # gaps that a live list's newest entry is old; at 10 lists without years lose 2.1 points, at 30 4.4
)
ANNOUNCED = 60.0  # days ahead that the nearest of coming events lies; 20 and 180 change less than .2 points
DEAD = 0.2  # lists that are no longer fed; .05 and .4 change less than .8 points
DEAD_SCALE = 365.0  # days since a dead list's newest entry
FUTURE = np.log(
    [0.02, 0.3, 0.05]
)  # lists that reach past the crawl day, by behaviour; a quarter and five times alike
FUTURE_EVENTS = np.log([0.5, 0.9, 0.5])  # the same on a site of events
IMPOSSIBLE = np.log(1e-4 / 3650)  # a slip of the pen and a day in ten years; 1e-2 loses .1 points, 1e-6 none
SLIP = np.log(
    1e-2 / 365
)  # the 30th or 31st of a month that has none; at IMPOSSIBLE 7 % of Korean lists' slips become days of 2031
FAR = 3650  # days beyond which older is not less likely
GRACE = 1  # days past the crawl day that no list is blamed for: time zones


@dataclass(frozen=True, slots=True)
class Lists:
    """Rows of several lists, each list's rows together and in order.

    Attributes:
        starts: first row of each list.
        of_row: number of each row's list.
        crawl: crawl day of each list.
        dated: False where the crawl day is not known: nothing is said about how recent the list is.
        events: True for lists of a site that announces coming days.
    """

    starts: Ints
    of_row: Ints
    crawl: Ints
    dated: NDArray[np.bool_]
    events: NDArray[np.bool_]

    def add_up(self, values: Floats) -> Floats:
        """Sum over each list's rows, along the last axis."""
        summed: Floats = np.add.reduceat(values, self.starts, axis=-1)
        return summed


def list_fit(days: Ints, lists: Lists, counted: NDArray[np.bool_], slips: NDArray[np.bool_]) -> Floats:
    """Return log-likelihoods, one row per behaviour: shape (3, hypotheses, lists).

    Args:
        days: day numbers by hypothesis and row; `NO_DAY` where a reading is impossible.
        lists: how the rows form lists.
        slips: where a reading is impossible by the number of its month's days alone, hypotheses × rows.
        counted: rows whose cell holds a date at all; the others neither count nor cost.
    """
    valid = days != NO_DAY
    number = lists.add_up(valid.astype(np.float64))
    cost = np.where(slips, SLIP, IMPOSSIBLE)
    impossible = lists.add_up(np.where(~valid & counted, cost, 0.0))
    gaps, has = _gaps(days, valid, lists)
    size = np.log1p(np.abs(gaps))
    steps = lists.add_up(has.astype(np.float64))
    scale = np.exp(lists.add_up(np.where(has, size, 0.0)) / np.maximum(steps, 1))
    tail = -np.log(scale)[:, lists.of_row] - 2 * np.log1p(
        np.minimum(np.abs(gaps), FAR) / scale[:, lists.of_row]
    )
    sums = []
    for sign in (1, -1):
        right_way = np.where(sign * gaps >= 0, np.log1p(-PINNED), np.log(PINNED))
        sums.append(lists.add_up(np.where(has, tail + right_way, 0.0)))
    newest = np.maximum.reduceat(np.where(valid, days, -(2**40)), lists.starts, axis=-1)
    oldest = np.minimum.reduceat(np.where(valid, days, 2**40), lists.starts, axis=-1)
    span = np.where(number > 0, newest - oldest + 1, 1).astype(np.float64)
    sums.append(-np.maximum(number - 1, 0) * np.log(span))
    age = np.where(valid, np.abs(days - lists.crawl[lists.of_row]), 2**40)
    nearest = np.minimum(np.minimum.reduceat(age, lists.starts, axis=-1), FAR).astype(np.float64)
    beyond = oldest > lists.crawl + GRACE
    near = np.where(beyond, _announced(nearest), _place(nearest, scale))
    place = np.where((number > 0) & lists.dated, near, 0.0)
    ahead = (newest > lists.crawl + GRACE) & (number > 0)
    future = np.where(lists.events, FUTURE_EVENTS[:, None], FUTURE[:, None])
    past = np.log1p(-np.exp(future))
    fits = [
        WEIGHTS[i] + sums[i] + impossible + place + np.where(ahead, future[i], past[i])
        for i in range(len(BEHAVIOURS))
    ]
    return np.stack(fits)


def _place(nearest: Floats, scale: Floats) -> Floats:
    """A live list's newest entry is about as old as its gaps are long; a dead one's is not."""
    live = PACE * (scale + 1)
    live_fit = np.log1p(-DEAD) - np.log(live) - 2 * np.log1p(nearest / live)
    dead_fit = np.log(DEAD) - np.log(DEAD_SCALE) - 2 * np.log1p(nearest / DEAD_SCALE)
    fit: Floats = np.logaddexp(live_fit, dead_fit)
    return fit


def _announced(nearest: Floats) -> Floats:
    """A list that lies wholly ahead announces what is near; its tail is steep, for nobody lists only the far future."""
    fit: Floats = -np.log(ANNOUNCED) - 4 * np.log1p(nearest / ANNOUNCED)
    return fit


def _gaps(days: Ints, valid: NDArray[np.bool_], lists: Lists) -> tuple[Ints, NDArray[np.bool_]]:
    """Days from the dated entry above to this one, and where there are both."""
    index = np.arange(days.shape[-1])
    last = np.maximum.accumulate(np.where(valid, index, -1), axis=-1)
    above = np.concatenate([np.full((*days.shape[:-1], 1), -1), last[..., :-1]], axis=-1)
    has = valid & (above >= lists.starts[lists.of_row])
    gaps = np.where(has, np.take_along_axis(days, np.maximum(above, 0), axis=-1) - days, 0)
    return gaps, has


def add_probabilities(logs: Floats, axis: int = 0) -> Floats:
    """Logarithm of a sum of probabilities given by their logarithms."""
    top = logs.max(axis=axis, keepdims=True)
    total: Floats = np.squeeze(top, axis) + np.log(np.exp(logs - top).sum(axis=axis))
    return total
