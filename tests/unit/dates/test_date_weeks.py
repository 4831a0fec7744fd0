"""Dates told by the week or by the day of the year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 25)


@given(st.dates(date(1990, 1, 1), date(2026, 11, 25)))
def test_a_day_of_an_iso_week_is_that_day(day: date) -> None:
    """Year, week and day name one day, over every new year."""
    year, week, number = day.isocalendar()
    row = read_dates([f"{year}-W{week:02d}-{number}"], crawled=CRAWLED).iloc[0]
    assert (row["date"], row["certain"]) == (day, True)


@given(st.dates(date(1990, 1, 1), date(2026, 11, 25)))
def test_a_day_of_the_year_is_that_day_and_open(day: date) -> None:
    """A document's number may look the same."""
    row = read_dates([day.strftime("%Y-%j")], crawled=CRAWLED).iloc[0]
    assert (row["date"], row["certain"]) == (day, False)


@pytest.mark.parametrize(
    ("cell", "language"),
    [
        ("2026-W46", "en"),
        ("2026W46", None),
        ("KW 46/2026", "de"),
        ("46. Kalenderwoche 2026", "de"),
        ("Week 46, 2026", "en"),
        ("vecka 46 2026", "sv"),
        ("uge 46, 2026", "da"),
        ("viikko 46/2026", "fi"),
        ("semaine 46 2026", "fr"),
        ("semana 46 de 2026", "es"),
        ("2026年第46周", "zh"),
    ],
)
def test_a_week_stands_for_its_monday(cell: str, language: str | None) -> None:
    """As a month stands for its first day, open and with the same reason."""
    row = read_dates([cell], languages=language, crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), row["certain"], row["reason"]) == ("2026-11-09", False, "date_day_missing")


@pytest.mark.parametrize("cell", ["2026-W54", "2026-W00", "2025-W53", "2026-W46-8", "2026-366", "2026-000"])
def test_what_a_year_does_not_have_is_no_day(cell: str) -> None:
    """2025 has 52 weeks and 365 days."""
    assert read_dates([cell], crawled=CRAWLED)["date"].isna().all()


def test_a_date_beside_its_week_is_the_day() -> None:
    """The week is no part of it."""
    row = read_dates(["KW 48 · 25.11.2026"], languages="de", crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), row["certain"]) == ("2026-11-25", True)


@pytest.mark.parametrize("cell", ["Q4 2026", "4. Quartal 2026", "Autumn 2026"])
def test_a_quarter_or_a_season_is_incomplete(cell: str) -> None:
    """Too long for its first day to stand for it."""
    row = read_dates([cell], crawled=CRAWLED).iloc[0]
    assert row["reason"] == "date_incomplete"
