"""Which reading of a list holds: hypotheses, their scores, and how much of the probability each row's day keeps.

A hypothesis is an order of the numbers (`prior.ORDERS`) and, where a list leaves out years, a scheme to supply them
(`missing_years.SCHEMES`). Its score is the prior of the order on such a page, plus the fit of the days (`evidence`), plus what
single rows say: weekdays they name, days that the entry's address or the page's markup gives. The scores become
probabilities; a row is certain when its day keeps `CERTAIN` of them over all hypotheses, whichever order wins.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.civil import NO_DAY, Ints, weekday_of
from pipelines.dates.hypotheses.elder import elder_share
from pipelines.dates.hypotheses.evidence import BEHAVIOURS, Floats, Lists, add_probabilities, list_fit
from pipelines.dates.hypotheses.missing_years import SCHEMES
from pipelines.dates.hypotheses.pinned import pinned_fit
from pipelines.dates.hypotheses.prior import ORDERS
from pipelines.dates.hypotheses.readings import Numbers, alike, days_under, lacks_year, parts

# Figures: `python -m bench.dates_lists --sweep`, seed 11, lists of three or more.
SHORTEST, LONGEST = 28, 31  # days of a month
CERTAIN = 0.98  # share a day must keep; at .95 four wrong days in 10,000 are silent where the page language is wrong
# A reading that keeps as much is its list's best; below, others may give the same days to more rows. Without, .7 points of the
# rows below pinned entries are lost.
HALF = 0.5
RIVALS = 8  # readings asked how many rows' days they share
# Pages that write some years leave out the current one, seldom that of the row above; 1 and .05 change less than .3 points.
CARRIED = np.log(0.2)
TEMPER = 0.9  # rows of a list are not independent; with a wrong page language .3 reads 98.5 % right, .7 to 1 read 99.7 %
# A weekday that fits by chance does so once in seven, one of two that a word may be (Azerbaijani C.) twice; by how many it may be.
WEEKDAY = np.log(7.0 / np.maximum(np.arange(8), 1))
WRONG_WEEKDAY = np.log(0.05)  # weekdays that sites get wrong, or that are none; .005 and .5 read alike
# Of the page's prior, where the list's own days speak for another order than the one that wins by it
OUTSPOKEN = 0.5
# Against chance in a season; an entry may be moved or re-dated
ADDRESS_DAY, ADDRESS_ELSE = np.log(60.0), np.log(0.2)
# Against chance in a year; rarer still to be something else
MARKUP_DAY, MARKUP_ELSE = np.log(300.0), np.log(0.05)


@dataclass(frozen=True, slots=True)
class Clues:
    """What single rows say beside their numbers; `NO_DAY` and 0 where they say nothing.

    Attributes:
        weekdays: bit mask of weekdays named.
        address: day in the entry's URL.
        markup: day in the page's machine-readable markup.
    """

    weekdays: Ints
    address: Ints
    markup: Ints

    def take(self, rows: Ints | NDArray[np.bool_]) -> Clues:
        """The same for some rows."""
        return Clues(self.weekdays[rows], self.address[rows], self.markup[rows])


@dataclass(frozen=True, slots=True)
class Decision:
    """The reading of some lists.

    Attributes:
        days: day of each row under its list's best hypothesis.
        share: probability that each row's day keeps over all hypotheses.
        best: index into `hypotheses` for each list.
        hypotheses: (order, scheme) pairs.
        scores: log scores, hypotheses × lists: the sum of the three that follow.
        prior: what the page says.
        fit: how the days fit a list.
        clues: what single rows say.
    """

    days: Ints
    share: Floats
    best: Ints
    hypotheses: tuple[tuple[str, str], ...]
    scores: Floats
    prior: Floats
    fit: Floats
    clues: Floats


def decide(
    numbers: Numbers, lists: Lists, clues: Clues, prior: Floats, given: Ints, *, yearless: bool
) -> Decision:
    """Weigh every hypothesis over every list.

    Args:
        numbers: numbers of the rows, list after list.
        lists: how the rows form lists.
        clues: what single rows say.
        prior: log prior of `ORDERS`, orders × lists.
        given: days that hold under every hypothesis (relative ones), `NO_DAY` elsewhere.
        yearless: whether rows leave out the year, so that schemes matter.
    """
    schemes = SCHEMES if yearless else SCHEMES[:1]
    hypotheses = tuple((order, scheme) for order in ORDERS for scheme in schemes)
    orders, same = np.unique(alike(numbers), return_inverse=True)
    of = (same[:, None] * len(schemes) + np.arange(len(schemes))).ravel()  # the reading of each hypothesis
    read = [(ORDERS[order], scheme) for order in orders for scheme in schemes]
    found = np.stack([days_under(numbers, order, scheme, lists) for order, scheme in read])
    days = np.where(given != NO_DAY, given, found)
    slips = np.repeat(np.stack([_slips(numbers, ORDERS[order]) for order in orders]), len(schemes), axis=0)
    counted = (days != NO_DAY).any(axis=0) | (numbers.kind > 0)
    behaviours = list_fit(days, lists, counted, slips, pinned_fit(days, lists) if yearless else None)
    fit = TEMPER * add_probabilities(behaviours)[of]
    said = (lists.add_up(_row_clues(days, clues)) + _carried(days, numbers, len(schemes), lists))[of]
    prior = np.repeat(prior, len(schemes), axis=0)
    scores = prior + fit + said
    shares = _shares(scores, of)
    best = _best(days, scores, shares, of, lists)
    chosen = np.take_along_axis(days, of[best][lists.of_row][None, :], axis=0)[0]
    share = _kept(days, chosen, shares, lists)
    share = np.minimum(share, _cautious_share(days, chosen, best, (prior, fit, said), of, lists))
    if yearless:
        behaved = np.take_along_axis(behaviours, of[best][None, None, :], axis=1)[:, 0]
        behaved = np.exp(behaved - add_probabilities(behaved))
        elder = elder_share(chosen, behaved[-1], behaved[BEHAVIOURS.index("no order")], lists)
        share = np.where(_seen(chosen, numbers, given), share, share * (1 - elder))
    return Decision(chosen, share, best, hypotheses, scores, prior, fit, said)


def _slips(numbers: Numbers, order: str) -> NDArray[np.bool_]:
    """Rows with a year, a month and a day that only other months have."""
    year, _, month, day = parts(numbers, order)
    return (year >= 0) & (month >= 1) & (month <= 12) & (day > SHORTEST) & (day <= LONGEST)


def _best(days: Ints, scores: Floats, shares: Floats, of: Ints, lists: Lists) -> Ints:
    """The hypothesis of each list whose days keep most of the probability, counting all that give the same days.

    Args:
        days: day numbers by reading and row.
        scores: log scores, hypotheses × lists.
        shares: probabilities, readings × lists.
        of: the reading of each hypothesis.
        lists: how the rows form lists.
    """
    best: Ints = scores.argmax(axis=0)
    split = shares.max(axis=0) < HALF
    if not split.any():
        return best
    rows = np.flatnonzero(split[lists.of_row])
    number = np.cumsum(split)[lists.of_row[rows]] - 1
    starts = np.flatnonzero(np.diff(number, prepend=-1))
    days, shares = days[:, rows], shares[:, split]
    rivals = np.argsort(-shares, axis=0, kind="stable")[:RIVALS]
    support = []
    for rival in rivals:
        chosen = np.take_along_axis(days, rival[number][None, :], axis=0)[0]
        kept = np.where(days == chosen, shares[:, number], 0.0).sum(axis=0)
        support.append(np.add.reduceat(kept, starts))
    won = np.take_along_axis(rivals, np.argmax(support, axis=0)[None, :], axis=0)[0]
    best[split] = np.where(of[:, None] == won, scores[:, split], -np.inf).argmax(axis=0)
    return best


def _shares(scores: Floats, of: Ints) -> Floats:
    """Probabilities of the readings, from log scores of the hypotheses; each reading is that of one or more."""
    shares = np.exp(scores - add_probabilities(scores)[None, :])
    if len(of) == of[-1] + 1:
        return shares
    return np.stack([shares[of == reading].sum(axis=0) for reading in range(int(of.max()) + 1)])


def _kept(days: Ints, chosen: Ints, shares: Floats, lists: Lists) -> Floats:
    """The probability that each row's chosen day keeps over all readings."""
    kept: Floats = np.where(days == chosen, shares[:, lists.of_row], 0.0).sum(axis=0)
    return kept


def _carried(days: Ints, numbers: Numbers, schemes: int, lists: Lists) -> Floats:
    """What readings lose that carry a year on from a row that writes it to rows that do not, readings × lists."""
    without = lacks_year(numbers)
    number = lists.add_up(np.stack([without, ~without & (numbers.kind > 0)]).astype(np.float64))
    mixed: NDArray[np.bool_] = np.all(number > 0, axis=0)
    if schemes == 1 or not mixed.any():
        return np.zeros((len(days), len(lists.starts)))
    by_scheme = days.reshape(len(days) // schemes, schemes, days.shape[-1])
    moved: NDArray[np.bool_] = ((by_scheme != by_scheme[:, :1]) & without).reshape(days.shape)
    lost: Floats = np.where(mixed & (lists.add_up(moved.astype(np.float64)) > 0), CARRIED, 0.0)
    return lost


def _seen(chosen: Ints, numbers: Numbers, given: Ints) -> NDArray[np.bool_]:
    """Rows whose year the cell, its weekday, the markup or the address tells."""
    told = (numbers.told != NO_DAY) & (np.abs(chosen - numbers.told) <= 1)
    named = np.bitwise_count(numbers.weekdays) == 1  # of two that a word may be, one fits too often
    seen: NDArray[np.bool_] = ~lacks_year(numbers) | named | told | (given != NO_DAY)
    return seen


def _cautious_share(
    days: Ints, chosen: Ints, best: Ints, evidence: tuple[Floats, Floats, Floats], of: Ints, lists: Lists
) -> Floats:
    """The share that days keep where lists of several entries are believed less; 1 in lists of one.

    A list of n measures its own pace by n - 1 gaps, so its fit counts as (n - 1)/n. Where the days speak for another order
    than the one that wins, the page's prior counts as `OUTSPOKEN`.
    """
    prior, fit, said = evidence
    number = lists.add_up(np.ones(days.shape[-1]))
    first = np.unique(of, return_index=True)[1]  # one hypothesis of each reading
    won = np.take_along_axis(fit + said, best[None, :], axis=0)
    rival = ((fit + said)[first] > won)[:, lists.of_row] & (days != chosen) & (days != NO_DAY)
    outspoken = np.logical_or.reduceat(rival.any(axis=0), lists.starts)
    scores = np.where(outspoken, OUTSPOKEN, 1.0) * prior + fit * (1 - 1 / number) + said
    return np.where(number[lists.of_row] > 1, _kept(days, chosen, _shares(scores, of), lists), 1.0)


def _row_clues(days: Ints, clues: Clues) -> Floats:
    valid = days != NO_DAY
    named = np.where(clues.weekdays > 0, (clues.weekdays >> weekday_of(np.where(valid, days, 0))) & 1, -1)
    fits = WEEKDAY[np.bitwise_count(clues.weekdays)]
    total = np.select(
        [named == 1, named == 0], [np.broadcast_to(fits, days.shape), WRONG_WEEKDAY], default=0.0
    )
    for clue, hit, miss in (
        (clues.address, ADDRESS_DAY, ADDRESS_ELSE),
        (clues.markup, MARKUP_DAY, MARKUP_ELSE),
    ):
        said = clue != NO_DAY
        near = np.abs(days - np.where(said, clue, 0)) <= 1
        total = total + np.where(said, np.where(near, hit, miss), 0.0)
    return np.where(valid, total, 0.0)
