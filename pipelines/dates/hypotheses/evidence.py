r"""How well a list's days fit what lists are: ordered, recent, not in the future.

A reading of a list is scored by the logarithm of how probable its days would be in a list. Three behaviours are weighed
against each other and added up as probabilities:

* newest first: each gap to the entry above is drawn from a heavy-tailed law with the list's own scale
  (Lomax), so that bursts and pauses are usual; a step the wrong way (a pinned entry) costs log `PINNED`;
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

from pipelines.dates.days.civil import NO_DAY, Ints
from pipelines.dates.hypotheses.regular import regular_fit

Floats = NDArray[np.float64]

BEHAVIOURS = ("newest first", "oldest first", "no order", "newest first below pinned entries")

# Figures: `python -m bench.dates_lists --sweep`, seed 11, lists of three or more, page language not known.
WEIGHTS = np.log([0.65, 0.2, 0.15])  # by behaviour; .4/.3/.3 and .8/.15/.05 change less than .1 points
PINNED = 0.06  # steps the wrong way in an ordered list; 4 % on captured pages; .01 to .12 change less than .4 points
# Days that an entry out of order lies away: its step is drawn by this scale or by the list's own pace, half each. 60 and 600
# change less than .1 points.
AWAY = 180.0
# Gaps that a live list's newest entry is old; at 10 16 % of the rows without a year are right but open, at 30 24 %, with this 13.
PACE = 2.0
ANNOUNCED = 60.0  # days ahead that the nearest of coming events lies; 20 and 180 change less than .1 points
# Lists that are no longer fed; at .4 24 % of the rows without a year are right but open, at .05 12.
DEAD = 0.1
DEAD_SCALE = 365.0  # days since a dead list's newest entry
# Lists that reach past the crawl day, by behaviour; a quarter loses 1.3 points of lists without years, five times reads alike.
FUTURE = np.log([0.02, 0.3, 0.05])
FUTURE_EVENTS = np.log([0.5, 0.9, 0.9])  # the same where days to come are announced
IMPOSSIBLE = np.log(1e-4 / 3650)  # a slip of the pen and a day in ten years; 1e-2 loses .1 points, 1e-6 none
# The 30th or 31st of a month that has none; at IMPOSSIBLE 7 % of Korean lists' slips become days of 2031.
SLIP = np.log(1e-2 / 365)
# Of the law of gaps. Of 791 gaps in 40 lists on captured pages 2.8 % are longer than eight of the list's scale, .4 % than 32; by
# shape 2 it is 4 and .3 %, by shape 1 11 and 3 %. 1 and 1.5 read as many days right; with 1 a run right below the crawl is rarer certain.
SHAPE = 2.0
FAR = 3650  # days beyond which older is not less likely
GRACE = 1  # days past the crawl day that no list is blamed for: time zones
_NEVER = 2**40  # a day beyond all


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


def list_fit(
    days: Ints,
    lists: Lists,
    counted: NDArray[np.bool_],
    slips: NDArray[np.bool_],
    below_pinned: Floats | None = None,
) -> Floats:
    """Return log-likelihoods, one row per behaviour: shape (behaviours, hypotheses, lists).

    Args:
        days: day numbers by hypothesis and row; `NO_DAY` where a reading is impossible.
        lists: how the rows form lists.
        counted: rows whose cell holds a date at all; the others neither count nor cost.
        slips: where a reading is impossible by the number of its month's days alone, hypotheses × rows.
        below_pinned: what `pinned.pinned_fit` says, hypotheses × lists; without it that behaviour is not weighed.
    """
    valid = days != NO_DAY
    number = lists.add_up(valid.astype(np.float64))
    impossible = lists.add_up(np.where(~valid & counted, np.where(slips, SLIP, IMPOSSIBLE), 0.0))
    oldest, newest = ends(days, valid, lists)
    downwards, upwards, scale = _ordered(days, valid, lists)
    span = np.where(number > 0, newest - oldest + 1, 1).astype(np.float64)
    evenly = -np.maximum(number - 1, 0) * np.log(span)
    lies = np.where((number > 0) & lists.dated, _lies(days, valid, lists, oldest, scale), 0.0)
    ahead = (newest > lists.crawl + GRACE) & (number > 0)
    future = np.where(lists.events, FUTURE_EVENTS[:, None], FUTURE[:, None])
    past = np.log1p(-np.exp(future))
    fits = [
        WEIGHTS[i] + fit + impossible + lies + np.where(ahead, future[i], past[i])
        for i, fit in enumerate((downwards, upwards, evenly))
    ]
    if below_pinned is not None:
        fits.append(WEIGHTS[0] + below_pinned + impossible + np.where(ahead, future[0], past[0]))
    return np.stack(fits)


def _ordered(days: Ints, valid: NDArray[np.bool_], lists: Lists) -> tuple[Floats, Floats, Floats]:
    """How well the lists run from new to old and from old to new, and the scale of their gaps."""
    gaps, has = gaps_above(days, valid, lists)
    steps = lists.add_up(has.astype(np.float64))
    scale = pace(gaps, has, lists)
    tail, leap = _steps(gaps, scale[:, lists.of_row])
    downwards, upwards = (
        lists.add_up(np.where(has, np.where(sign * gaps >= 0, tail, leap), 0.0)) for sign in (1, -1)
    )
    regular = regular_fit(days, valid, gaps, steps, lists.starts)
    if regular is not None:
        down = lists.add_up(np.where(has & (gaps < 0), 1.0, 0.0)) == 0
        up = lists.add_up(np.where(has & (gaps > 0), 1.0, 0.0)) == 0
        downwards = np.where(down, np.logaddexp(downwards, regular), downwards)
        upwards = np.where(up, np.logaddexp(upwards, regular), upwards)
    return downwards, upwards, scale


def _lies(days: Ints, valid: NDArray[np.bool_], lists: Lists, oldest: Ints, scale: Floats) -> Floats:
    """How well the lists lie beside the crawl day: near it, or, where wholly ahead, as announcements do."""
    nearest = nearest_to_crawl(days, valid, lists)
    fit: Floats = np.where(oldest > lists.crawl + GRACE, announced(nearest), place(nearest, scale))
    return fit


def step_costs(gaps: Ints, scale: Floats) -> Floats:
    """How likely each step down a list from new to old is, by its list's own scale."""
    tail, leap = _steps(gaps, scale)
    return np.where(gaps >= 0, tail, leap)


def _steps(gaps: Ints, scale: Floats) -> tuple[Floats, Floats]:
    """Log-likelihoods of steps, if they go the list's way and if they go the other one."""
    size = np.minimum(np.abs(gaps), FAR)
    tail = -np.log(scale) - (SHAPE + 1) * np.log1p(size / (SHAPE * scale))
    leap = np.log(PINNED / 2) + np.logaddexp(tail, -np.log(AWAY) - 2 * np.log1p(size / AWAY))
    return tail + np.log1p(-PINNED), leap


def place(nearest: Floats, scale: Floats) -> Floats:
    """A live list's newest entry is about as old as its gaps are long; a dead one's is not."""
    fit: Floats = np.logaddexp(live_place(nearest, scale), dead_place(nearest))
    return fit


def live_place(nearest: Floats, scale: Floats) -> Floats:
    """How likely a list that is still fed is so old."""
    live = PACE * (scale + 1)
    fit: Floats = np.log1p(-DEAD) - np.log(live) - 2 * np.log1p(nearest / live)
    return fit


def dead_place(nearest: Floats) -> Floats:
    """How likely a list that is no longer fed is so old."""
    fit: Floats = np.log(DEAD) - np.log(DEAD_SCALE) - 2 * np.log1p(nearest / DEAD_SCALE)
    return fit


def announced(nearest: Floats) -> Floats:
    """A list that lies wholly ahead announces what is near; its tail is steep, for nobody lists only the far future."""
    fit: Floats = -np.log(ANNOUNCED) - 4 * np.log1p(nearest / ANNOUNCED)
    return fit


def gaps_above(days: Ints, valid: NDArray[np.bool_], lists: Lists) -> tuple[Ints, NDArray[np.bool_]]:
    """Days from the dated entry above to this one, and where there are both."""
    index = np.arange(days.shape[-1])
    last = np.maximum.accumulate(np.where(valid, index, -1), axis=-1)
    above = np.concatenate([np.full((*days.shape[:-1], 1), -1), last[..., :-1]], axis=-1)
    has = valid & (above >= lists.starts[lists.of_row])
    gaps = np.where(has, np.take_along_axis(days, np.maximum(above, 0), axis=-1) - days, 0)
    return gaps, has


def pace(gaps: Ints, has: NDArray[np.bool_], lists: Lists) -> Floats:
    """The scale of each list's gaps in days: the geometric mean of one more than each; 1 where it has none."""
    steps = lists.add_up(has.astype(np.float64))
    scale: Floats = np.exp(lists.add_up(np.where(has, np.log1p(np.abs(gaps)), 0.0)) / np.maximum(steps, 1))
    return scale


def ends(days: Ints, valid: NDArray[np.bool_], lists: Lists) -> tuple[Ints, Ints]:
    """The oldest and the newest day of each list; where it has none, the one lies beyond the other."""
    oldest = np.minimum.reduceat(np.where(valid, days, _NEVER), lists.starts, axis=-1)
    newest = np.maximum.reduceat(np.where(valid, days, -_NEVER), lists.starts, axis=-1)
    return oldest, newest


def nearest_to_crawl(days: Ints, valid: NDArray[np.bool_], lists: Lists) -> Floats:
    """Days between the crawl and each list's entry nearest to it, at most `FAR`."""
    away = np.where(valid, np.abs(days - lists.crawl[lists.of_row]), FAR)
    nearest: Floats = np.minimum(np.minimum.reduceat(away, lists.starts, axis=-1), FAR).astype(np.float64)
    return nearest


def add_probabilities(logs: Floats, axis: int = 0) -> Floats:
    """Logarithm of a sum of probabilities given by their logarithms."""
    top = logs.max(axis=axis, keepdims=True)
    total: Floats = np.squeeze(top, axis) + np.log(np.exp(logs - top).sum(axis=axis))
    return total
