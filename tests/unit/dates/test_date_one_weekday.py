"""One word in every cell that is a weekday somewhere: it is one here if it fits the days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 25)


def days(cells: list[str], language: str) -> list[str]:
    """Days of a list, those that are open with a question mark."""
    frame = read_dates(cells, languages=language, crawled=CRAWLED)
    return [f"{day}{'' if sure else '?'}" for day, sure in zip(frame["date"], frame["certain"], strict=True)]


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("sq", ["Publikuar më 24.11.", "Publikuar më 15.11.", "Publikuar më 14.11."]),
        ("pt", ["Mar 24/11", "Mar 15/11", "Mar 14/11"]),
        ("pt", ["Mar 24/11", "Mar 15/11", "Mar 14/11", "2 de novembro"]),
    ],
)
def test_a_word_that_fits_hardly_any_day_moves_none(language: str, cells: list[str]) -> None:
    """Prepositions and names stay the same where weekdays change, and no entry is moved to another year for them."""
    assert days(cells, language)[:3] == ["2026-11-24", "2026-11-15", "2026-11-14"]


def test_the_first_of_each_month_behind_a_preposition() -> None:
    """`më` is Wednesday in Romansh and *on* in Albanian."""
    months = ["nëntor", "tetor", "shtator", "gusht", "korrik", "qershor", "maj", "prill"]
    cells = [f"deri më 1 {month}" for month in months]
    assert days(cells, "sq") == [f"2026-{11 - at:02}-01" for at in range(len(months))]


@given(st.integers(0, 6), st.integers(3, 30), st.integers(1, 3))
def test_entries_of_one_weekday_keep_it(age: int, count: int, weeks: int) -> None:
    """Newsletters of each Tuesday, every one, two or three weeks, some over the new year."""
    told = [CRAWLED - timedelta(age + 7 * weeks * step) for step in range(count)]
    cells = [f"{day:%a} {day:%d/%m}" for day in told]
    assert [day.rstrip("?") for day in days(cells, "en-GB")] == [str(day) for day in told]


def test_a_weekday_still_tells_the_year_of_a_list_no_longer_fed() -> None:
    """Tuesdays of a year ago are none this year."""
    told = [date(2025, 7, 15) - timedelta(7 * step) for step in range(8)]
    cells = [f"{day:%a} {day:%d/%m}" for day in told]
    assert [day.rstrip("?") for day in days(cells, "en-GB")] == [str(day) for day in told]


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("nl", ["do 26 nov", "vr 4 dec", "do 7 jan", "di 2 feb"]),
        ("nl", ["do 26-11", "vr 04-12", "do 07-01", "di 02-02"]),
        ("de", ["Do. 26.11.", "Fr. 4.12.", "Do. 7.1.", "Di. 2.2."]),
        ("de", ["Do 26.11. | 20 Uhr", "Fr 4.12. | 20 Uhr", "Do 7.1. | 20 Uhr", "Di 2.2. | 20 Uhr"]),
        ("fi", ["to 26.11.", "pe 4.12.", "to 7.1.", "ti 2.2."]),
    ],
)
def test_weekdays_that_link_elsewhere_tell_the_years(language: str, cells: list[str]) -> None:
    """Dutch `do`, German `Di.` and Finnish `to` name the days of a list ahead as other weekdays do."""
    assert days(cells, language) == ["2026-11-26", "2026-12-04", "2027-01-07", "2027-02-02"]


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("pl", ["do 24.11", "do 20.11", "do 7.11"]),
        ("ro", ["la 24.11.", "la 20.11.", "la 7.11."]),
        ("cs", ["do 24. 11.", "út 17. 11.", "so 7. 11."]),
        ("de", ["Di 24.11.", "Fr 20.11.", "Mo 7.11."]),
    ],
)
def test_a_link_that_fits_not_all_of_a_list_is_no_weekday(language: str, cells: list[str]) -> None:
    """Words for until and on, and a slip of the pen move no entry into another year."""
    assert {day[:4] for day in days(cells, language)} == {"2026"}
