"""Lists that follow the calendar: a day of each month, or one of each year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dates import read_dates

ORDERS = {"de": "%d.%m.%Y", "en-US": "%m/%d/%Y", "fr": "%d/%m/%y"}


def monthly(day: int, last: date, count: int) -> list[date]:
    """The same day of so many months, newest first."""
    months = [last.year * 12 + last.month - 1 - step for step in range(count)]
    return [date(month // 12, month % 12 + 1, day) for month in months]


@given(st.sampled_from(sorted(ORDERS)), st.integers(1, 12), st.integers(8, 24), st.integers(13, 25))
def test_a_day_of_each_month_is_never_certain_as_days_of_one(
    language: str, day: int, count: int, age: int
) -> None:
    """`05/11/2026`, `05/10/2026`, `05/09/2026` run from day to day in the other order, and follow the calendar in this one."""
    days = monthly(day, date(2026, 10, day), count)
    cells = [told.strftime(ORDERS[language]) for told in days]
    frame = read_dates(cells, languages=language, crawled=days[0] + timedelta(age))
    assert not (frame["certain"] & (frame["date"] != days)).any()


@pytest.mark.parametrize("language", ["de", None])
def test_a_day_of_each_month_is_read(language: str | None) -> None:
    """Ten newsletters of the 5th, the newest three weeks old."""
    days = monthly(5, date(2026, 11, 5), 10)
    cells = [told.strftime("%d.%m.%Y") for told in days]
    frame = read_dates(cells, languages=language, crawled=date(2026, 11, 25))
    assert list(frame["date"]) == days


def test_days_of_one_month_stay_days_of_it() -> None:
    """News of twelve days in a row, which read as the 11th of each month in the other order."""
    days = [date(2026, 11, 12) - timedelta(step) for step in range(12)]
    cells = [told.strftime("%d.%m.%Y") for told in days]
    frame = read_dates(cells, languages="de", crawled=date(2026, 11, 12))
    assert list(frame["date"]) == days
    assert frame["certain"].all()


def test_a_day_of_each_year_is_read() -> None:
    """General meetings in the first days of May; the other orders have them all over one year, or all in 2005."""
    days = [date(2026 - step, 5, 1 + 5 * step % 12) for step in range(15)]
    cells = [told.strftime("%m/%d/%y") for told in days]
    frame = read_dates(cells, languages="en-US", crawled=date(2026, 8, 20))
    assert list(frame["date"]) == days
