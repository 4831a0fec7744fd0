"""Entries pinned above a list without years say nothing of the year of the run below them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd
import pytest
from babel.dates import format_date

from pipelines.dates import read_dates

CRAWLED = date(2026, 1, 15)
RUN = [date(2026, 1, 12), date(2026, 1, 10), date(2026, 1, 8), date(2026, 1, 3), date(2025, 12, 29)]
RUN += [date(2025, 12, 27), date(2025, 12, 20), date(2025, 12, 11), date(2025, 12, 2)]


def french(day: date) -> str:
    """`12 janvier`."""
    return format_date(day, "d MMMM", "fr")


def french_year(day: date) -> str:
    """`12 janvier 2026`."""
    return format_date(day, "d MMMM y", "fr")


def numbers(day: date) -> str:
    """`12.01.`."""
    return f"{day:%d.%m.}"


def english(day: date) -> str:
    """`Jan 12`."""
    return format_date(day, "MMM d", "en")


def days(frame: pd.DataFrame) -> list[date]:
    """The days read."""
    return frame["date"].to_list()


@pytest.mark.parametrize("age", [40, 140, 200, 306, 350])
@pytest.mark.parametrize(
    ("write", "language"), [(french, "fr"), (numbers, "de"), (english, "en")], ids=["fr", "de", "en"]
)
def test_a_run_right_below_the_crawl_is_recent_whatever_is_pinned(
    write: Callable[[date], str], language: str, age: int
) -> None:
    """One old entry above does not move nine others back a year."""
    listed = [CRAWLED - timedelta(days=age), *RUN]
    read = read_dates([write(day) for day in listed], languages=language, crawled=CRAWLED)
    assert days(read) == listed


def test_the_run_is_certain_and_the_pinned_entry_is_not() -> None:
    """Nine entries right below the crawl prove their years; `15 mars` may be of any year."""
    read = read_dates(["15 mars", *map(french, RUN)], languages="fr", crawled=CRAWLED)
    assert read["certain"].to_list() == [False] + [True] * len(RUN)
    assert read["reason"].iloc[0] == "date_ambiguous"


def test_a_pinned_entry_that_writes_its_year_is_certain_and_lends_it_to_nobody() -> None:
    """`15 mars 2025` above `12 janvier` leaves January in the year of the crawl."""
    for pinned in (date(2025, 3, 15), date(2024, 3, 15), date(2019, 6, 2)):
        read = read_dates([french_year(pinned), *map(french, RUN)], languages="fr", crawled=CRAWLED)
        assert days(read) == [pinned, *RUN]
        assert read["certain"].all()


def test_empty_cells_are_not_there_when_a_list_is_weighed() -> None:
    """Entries without a date between the others change no day of theirs."""
    cells = map_cells([date(2025, 3, 15), *RUN])
    gappy = [None, cells[0], "Read more", *(part for cell in cells[1:] for part in (cell, None))]
    full = read_dates(cells, languages="fr", crawled=CRAWLED)
    read = read_dates(gappy, languages="fr", crawled=CRAWLED)
    assert days(read[read["date"].notna()]) == days(full)
    assert read["share"][read["date"].notna()].to_list() == full["share"].to_list()


@pytest.mark.parametrize("pins", [2, 3])
@pytest.mark.parametrize("crawled", [date(2026, 11, 20), date(2026, 1, 15), date(2025, 3, 2)])
def test_several_pinned_entries(pins: int, crawled: date) -> None:
    """Two and three entries of the last months, in no order, above a run."""
    above = [crawled - timedelta(days=away) for away in (190, 260, 170)][:pins]
    run = [crawled - timedelta(days=away) for away in (3, 5, 7, 12, 17, 19, 26, 35, 44)]
    read = read_dates(map_cells(above + run), languages="fr", crawled=crawled)
    assert days(read) == above + run


def test_three_pinned_entries_above_more_than_a_year() -> None:
    """Below the third, the years go on counting down."""
    above = [date(2025, 9, 14), date(2025, 7, 2), date(2025, 10, 20)]
    run = [CRAWLED - timedelta(days=2 + 40 * n) for n in range(14)]
    read = read_dates(map_cells(above + run), languages="fr", crawled=CRAWLED)
    assert days(read) == above + run


def map_cells(listed: list[date]) -> list[str]:
    """The days in French."""
    return [french(day) for day in listed]


def test_a_list_that_ended_long_before_the_crawl_is_not_certain() -> None:
    """Two days apart and then nothing for three months: it may as well have ended a year earlier."""
    run = [CRAWLED - timedelta(days=90 + 2 * n) for n in range(8)]
    read = read_dates(map_cells(run), languages="fr", crawled=CRAWLED)
    assert days(read) == run
    assert not read["certain"].any()
    assert read_dates(map_cells(run), languages="fr", crawled=run[0])["certain"].all()


def test_a_year_written_once_holds_down_the_list() -> None:
    """Below `30 décembre 2025`, `2 décembre` is of 2025 too, and never of the year to come."""
    cells = ["18 novembre", "10 novembre", "30 décembre 2025", "2 décembre", "3 novembre", "28 octobre"]
    read = read_dates(cells, languages="fr", crawled=date(2026, 11, 25))
    assert [day.year for day in days(read)] == [2026, 2026, 2025, 2025, 2025, 2025]


def test_an_archive_that_writes_the_year_at_its_top() -> None:
    """A run from an old day that names its year goes on from there, and is not called certain."""
    cells = ["12 novembre 2023", "10 novembre", "3 octobre", "12 septembre", "30 décembre", "2 décembre"]
    read = read_dates(cells, languages="fr", crawled=date(2026, 11, 25))
    assert [day.year for day in days(read)] == [2023, 2023, 2023, 2023, 2022, 2022]
    assert read["certain"].to_list() == [True] + [False] * 5


def test_a_weekday_keeps_a_pinned_entry_certain() -> None:
    """Saturday the 15th of March was in 2025, pinned or not."""
    cells = ["samedi 15 mars", "lundi 12 janvier", "samedi 10 janvier", "jeudi 8 janvier"]
    read = read_dates(cells, languages="fr", crawled=CRAWLED)
    assert days(read) == [date(2025, 3, 15), *RUN[:3]]
    assert read["certain"].all()
