"""Years that the weekdays of a whole list tell, and lists whose weekdays may be of several."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 25)


def read(
    days: list[date], form: str = "%A %d %B", language: str | None = "en-GB", **context: object
) -> pd.DataFrame:
    """A list of days with their weekdays and without their years."""
    cells = [day.strftime(form) for day in days]
    return read_dates(cells, languages=language, **{"crawled": CRAWLED, **context})


@given(
    st.lists(st.integers(-9, 9), min_size=5, max_size=12),
    st.integers(0, 4),
    st.booleans(),
    st.sampled_from(["%A %d %B", "%a %d/%m", "%a, %b %d"]),
)
def test_one_day_of_each_year(moved: list[int], age: int, upwards: bool, form: str) -> None:
    """Meetings of the same season, from new to old or from old to new, are never silently of another year."""
    days = [date(2026 - age - step, 6, 15) + timedelta(shift) for step, shift in enumerate(moved)]
    days = days[::-1] if upwards else days
    frame = read(days, form)
    assert all(
        day == right for day, right, sure in zip(frame["date"], days, frame["certain"], strict=True) if sure
    )


@pytest.mark.parametrize("language", ["en", None])
def test_mondays_before_a_feast(language: str | None) -> None:
    """Five of them would fall on five Mondays of one month."""
    days = [
        date(2025, 11, 24),
        date(2024, 11, 25),
        date(2023, 11, 20),
        date(2022, 11, 21),
        date(2021, 11, 22),
    ]
    frame = read(days, "%A, %B %d", language)
    assert list(frame["date"]) == days
    assert frame["certain"].all()


def test_a_year_may_be_left_out() -> None:
    """Nobody met in 2020."""
    days = [
        date(2025, 6, 14),
        date(2024, 6, 15),
        date(2023, 6, 19),
        date(2022, 6, 18),
        date(2021, 6, 21),
        date(2019, 6, 15),
    ]
    frame = read(days)
    assert list(frame["date"]) == days
    assert frame["certain"].all()


def test_three_days_of_three_years_are_open() -> None:
    """Weekdays of three entries fit by chance too often."""
    days = [date(2026, 11, 24), date(2025, 11, 25), date(2024, 11, 20)]
    frame = read(days)
    assert list(frame["date"]) == days
    assert not frame["certain"].any()


@pytest.mark.parametrize("way", [1, -1])
def test_a_list_of_several_years_runs_on(way: int) -> None:
    """From old to new as well, though each day by itself has a nearer year."""
    days = [date(2026, 11, 20) - timedelta(37 * step) for step in range(30)][::way]
    frame = read(days)
    assert list(frame["date"]) == days
    assert frame["certain"].all()


@given(st.integers(800, 1750), st.lists(st.integers(0, 9), min_size=7, max_size=19))
def test_a_list_no_longer_fed_is_never_certain(age: int, gaps: list[int]) -> None:
    """The same weekdays return after five or six years, some of them next year."""
    days = [CRAWLED - timedelta(age)]
    for gap in gaps:
        days.append(days[-1] - timedelta(gap))
    frame = read(days)
    assert all(
        day == right for day, right, sure in zip(frame["date"], days, frame["certain"], strict=True) if sure
    )


def test_entries_of_one_day_bear_out_its_year_once() -> None:
    """Seven entries of one Monday in February, which is one in 2022 and in 2028."""
    days = [date(2022, 3, 9), *[date(2022, 2, 28)] * 7]
    assert not read(days)["certain"].any()


def test_a_day_on_another_weekday_brings_no_list_near_the_crawl() -> None:
    """All but the March day are on their weekdays in 2027 and 2028 too, the last one a year ahead to the day."""
    days = [date(2022, 3, 9), *(date(2022, 2, 28) - timedelta(9 * step) for step in range(12))]
    days[-1] = date(2021, 11, 25)
    assert not read(days)["certain"].any()


def test_a_list_no_longer_fed_whose_weekdays_all_return_next_year_is_open() -> None:
    """From February 2022 down over its new year; from February 2028 down over its own the weekdays are the same."""
    days = [date(2022, 2, 28) - timedelta(4 + 9 * step) for step in range(15)]
    assert not read(days)["certain"].any()


def test_a_run_from_far_ahead_down_past_the_crawl_is_open() -> None:
    """The weekdays from July 2021 down to September 2020 are those from July 2027 down to September 2026."""
    days = [date(2021, 7, 9) - timedelta(26 * step) for step in range(12)]
    assert not read(days)["certain"].any()


def test_coming_events_stay_certain() -> None:
    """They begin soon and run on, or their site says so."""
    days = [CRAWLED + timedelta(9 + 6 * step) for step in range(8)]
    assert read(days)["certain"].all()
    assert list(read(days[::-1], events=True)["date"]) == days[::-1]


def test_days_of_one_season_stay_of_one_year() -> None:
    """A weekly list of the last months is none of several years."""
    days = [CRAWLED - timedelta(2 + 7 * step) for step in range(9)]
    frame = read(days)
    assert list(frame["date"]) == days
    assert frame["certain"].all()
