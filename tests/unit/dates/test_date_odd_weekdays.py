"""Weekdays beside whole dates: where most of a list do not fit, its days are open."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.dates import read_dates


def _certain(cells: list[str]) -> list[bool]:
    read = read_dates(cells, crawled=date(2026, 11, 25))
    assert read["date"].notna().all()
    return [bool(sure) for sure in read["certain"]]


@pytest.mark.parametrize(
    "cells",
    [
        ["Monday, 10 November 2026", "Tuesday, 4 November 2026", "Sunday, 1 October 2026"],
        ["Sabti, Nofeembar 8, 2026", "Isniin, Oktoobar 22, 2026", "Axad, Sebteembar 11, 2026"],
        [
            "Khamiis, Diseembar 19, 2026",
            "Axad, Nofeembar 11, 2026",
            "Isniin, Oktoobar 25, 2026",
            "Sabti, Febraayo 28, 2026",
        ],
        ["lundi 10/11/2026", "mercredi 22/10/2026", "jeudi 28/10/2026"],
    ],
)
def test_whole_dates_of_which_most_weekdays_do_not_fit_are_open(cells: list[str]) -> None:
    """Names of months that are off by one, a day in place of another one: the words contradict the numbers throughout."""
    assert _certain(cells) == [False] * len(cells)


@pytest.mark.parametrize(
    "cells",
    [
        ["Monday, 10 November 2026", "Tuesday, 3 November 2026", "Thursday, 1 October 2026"],
        ["Monday, 10 November 2026", "Tuesday, 4 November 2026"],
        ["Sun 12 November 2026", "Sun 4 November 2026", "Sun 1 October 2026", "Sun 24 September 2026"],
        ["Monday, 10 November 2026", "Tuesday, 10 November 2026", "Sunday, 10 November 2026"],
        ["Ýekşenbe, Noýabr 7, 2026", "Çarşenbe, Sentýabr 22, 2026", "Sişenbe, Iýun 22, 2026"],
    ],
)
def test_slips_and_words_that_are_no_weekdays_leave_dates_certain(cells: list[str]) -> None:
    """Where most fit, where there are two rows or one day, where the word is the same in all cells, and where all are a day off."""
    assert _certain(cells) == [True] * len(cells)
