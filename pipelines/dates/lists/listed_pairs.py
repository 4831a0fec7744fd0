"""Two numbers that are a day and a month only where their list runs on as days do: `24-11 – Nieuws`, `3.10`.

By themselves they may be a result, an hour, a mark, a price. Down a list days run one way, end near the crawl, are all possible and
go past 12; that marks or hours do so by chance is reckoned.
"""

from __future__ import annotations

from math import exp, lgamma, log

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.civil import Ints
from pipelines.dates.tokens.template import Kind

LEAST = 3  # different days
# Odds of as many numbers by chance in as short a time before or after the crawl, and in order
CHANCE = 1e-3
MONTH, YEAR = 31, 372  # places in a calendar whose months all have 31 days
MONTHS = 12


def are_idle(
    kind: Ints, first: Ints, second: Ints, listed: Ints, crawl: Ints, of_row: Ints
) -> NDArray[np.bool_]:
    """Return the rows whose pair is no date, because its list does not run.

    Args:
        kind: `Kind` of each row; lists together and in order, as all that follows.
        first: the first number of each row.
        second: the second one.
        listed: 1 where only its list can make a pair a date (`Template.listed`).
        crawl: crawl day of each row.
        of_row: number of each row's list.
    """
    idle: NDArray[np.bool_] = (kind == Kind.PAIR) & (listed > 0)
    for number in np.unique(of_row[idle]).tolist():
        rows = np.flatnonzero((of_row == number) & (kind == Kind.PAIR))
        today = np.datetime64(int(crawl[rows[0]]), "D").item()
        for days, months in ((first[rows], second[rows]), (second[rows], first[rows])):
            if _runs(days, months, today.month * MONTH + today.day):
                idle[rows] = False
    return idle


def _runs(days: Ints, months: Ints, today: int) -> bool:
    """Whether numbers read so run on as days of one list, up to a day of the crawl or on from it."""
    possible = (days >= 1) & (days <= MONTH) & (months >= 1) & (months <= MONTHS)
    if not possible.all() or days.max() <= MONTHS:
        return False
    places = months * MONTH + days
    different = len(np.unique(places))
    if different < LEAST or len(np.unique(days)) < LEAST:
        return False
    return any(
        _chance(int(steps.sum() + gap), different) <= CHANCE
        for steps, gap in (
            (
                (places[:-1] - places[1:]) % YEAR,
                (today - places[0]) % YEAR,
            ),  # from new to old, up to the crawl
            ((places[1:] - places[:-1]) % YEAR, (today - places[-1]) % YEAR),  # from old to new
            ((places[1:] - places[:-1]) % YEAR, (places[0] - today) % YEAR),  # coming days
        )
    )


def _chance(span: int, different: int) -> float:
    """The chance that so many days at random lie within a span and in one of its orders."""
    return 0.0 if span == 0 else exp(different * log(span / YEAR) - lgamma(different + 1))
