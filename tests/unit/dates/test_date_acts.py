"""Numbers of acts, cases and files before their year: no day of a month, whatever the word before them begins."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("10/2026. (11. 21.) rendelet", "2026-11-21"),
        ("10/2026. (XI. 21.) rendelet", "2026-11-21"),
        ("10/2026 (11. 21.)", "2026-11-21"),
        ("határozat 110/2026. (3. 5.)", "2026-03-05"),
        ("2026.11. 21", "2026-11-21"),
    ],
)
def test_month_and_day_in_brackets_date_a_hungarian_act(cell: str, day: str) -> None:
    """The number before the year is the act's; month and day follow the year, in brackets and with or without spaces."""
    row = read_dates([cell], crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == (day, True)


@pytest.mark.parametrize(
    "form", ["br. {}/2026 ({} 1. 2026.)", "Nr. {}/2026 ({} 1. 2026)", "{}/2026 ({}1.2026.)"]
)
def test_a_day_with_its_own_year_in_brackets_is_no_hungarian_one(form: str) -> None:
    """The year of the act's number is not the day's where another follows: `734/2026 (10. 1. 2026.)` is of 10 January."""
    found = read_dates(
        [form.format(734 - at, f"{day}.") for at, day in enumerate([10, 10, 9, 8])],
        crawled=date(2026, 1, 15),
    )
    assert found["date"].astype(str).tolist() == ["2026-01-10", "2026-01-10", "2026-01-09", "2026-01-08"]


@pytest.mark.parametrize(
    "cell",
    [
        "Ata 5/2026",
        "Mál 2/2026",
        "Sak 9/2026 A",
        "Sb. 8/2026",
        "Uradni list 12/2026",
        "Publié en 11/2026",
        "Ley 11/2026",
    ],
)
def test_a_number_before_a_year_is_no_day_of_the_word_before_it(cell: str) -> None:
    """Words that begin a month of a small language, or link a date, make no certain day of a number and its year."""
    assert not read_dates([cell], crawled=CRAWLED)["certain"].any()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Ley 11/2026, de Nov 24, 2025", "2025-11-24"),
        ("Nov 24/2026", "2026-11-24"),
        ("Marzo 5/2026", "2026-03-05"),
        ("Okt 5/2026", "2026-10-05"),
    ],
)
def test_months_keep_their_day_before_a_stroke_and_a_year(cell: str, day: str) -> None:
    """A month that larger languages spell so keeps the number behind it."""
    row = read_dates([cell], crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == (day, True)


@pytest.mark.parametrize("apart", ["\n", " ", " – ", " (until "])
def test_a_year_right_before_its_month_is_not_that_of_the_next_date(apart: str) -> None:
    """Of two days on either side of a new year the first keeps its year: only an act's number may stand before another."""
    found = read_dates([f"2024. dec. 15.{apart}2025. jan. 10."] * 3, languages="hu", crawled=CRAWLED)
    assert found["date"].astype(str).tolist() == ["2024-12-15"] * 3
