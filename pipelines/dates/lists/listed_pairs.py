"""Two numbers that are a day and a month only where their list runs on as days do: `24-11 – Nieuws`, `3.10`.

By themselves they may be a result, an hour, a mark, a price. Down a list days run one way, end near the crawl, are all possible and
go past 12; that marks or hours do so by chance is reckoned. Chapters (`3.1`, `3.2`, …) and hours (`8.15`, `9.30`) are in order not by
chance: what counts on in its second number, or tells quarters and tens of minutes, is no list of days. Sizes and prices may be sorted
too, so days told by nothing but their order are open.
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
MINUTES = 5  # what the minutes of a programme are multiples of
# Share of steps that are a count's: four daily entries of five would be one too, and stay without a date
COUNTED = 0.8


def listed_pairs(
    kind: Ints, first: Ints, second: Ints, listed: Ints, crawl: Ints, of_row: Ints
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return the rows whose pair is no date, because its list does not run, and those told by nothing but their order.

    Args:
        kind: `Kind` of each row; lists together and in order, as all that follows.
        first: the first number of each row.
        second: the second one.
        listed: 1 where only its list can make a pair a date (`Template.listed`).
        crawl: crawl day of each row.
        of_row: number of each row's list.
    """
    idle: NDArray[np.bool_] = (kind == Kind.PAIR) & (listed > 0)
    open_ = np.zeros(len(kind), dtype=np.bool_)
    for number in np.unique(of_row[idle]).tolist():
        rows = np.arange(*np.searchsorted(of_row, (number, number + 1)))
        rows = rows[kind[rows] == Kind.PAIR]
        if _counts(first[rows], second[rows]) or _tell_minutes(second[rows]):
            continue
        today = np.datetime64(int(crawl[rows[0]]), "D").item()
        for days, months in ((first[rows], second[rows]), (second[rows], first[rows])):
            if _runs(days, months, today.month * MONTH + today.day):
                # most of a list's pairs being days by themselves, so is the rest
                open_[rows] = idle[rows].mean() > 1 / 2
                idle[rows] = False
                break
    return idle, open_


def _tell_minutes(second: Ints) -> bool:
    """Whether the second numbers are those of a programme's hours; 5 or 10 alone is a month."""
    return bool((second != second[0]).any() and not (second % MINUTES).any())


def _counts(first: Ints, second: Ints) -> bool:
    """Whether the second numbers count on under each first one, up or down: the parts of a book, a law, a release."""
    down, up = (
        (first[1:] == first[:-1]) & (second[1:] - second[:-1] == step)
        | (first[1:] - first[:-1] == step) & (np.where(step > 0, second[1:], second[:-1]) <= 1)
        for step in (-1, 1)
    )
    return bool(max(down.mean(), up.mean()) >= COUNTED) if len(first) > 1 else False


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
            # from new to old, up to the crawl
            ((places[:-1] - places[1:]) % YEAR, (today - places[0]) % YEAR),
            ((places[1:] - places[:-1]) % YEAR, (today - places[-1]) % YEAR),  # from old to new
            ((places[1:] - places[:-1]) % YEAR, (places[0] - today) % YEAR),  # coming days
        )
    )


def _chance(span: int, different: int) -> float:
    """The chance that so many days at random lie within a span and in one of its orders."""
    return 0.0 if span == 0 else exp(different * log(span / YEAR) - lgamma(different + 1))
