"""Lists that announce days to come by their own words, and lists from old to new that reach the crawl."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 25)


def days(frame: pd.DataFrame) -> list[str]:
    """The days of a list."""
    return [str(day) for day in frame["date"]]


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("en", ["Closing date: 15 December", "Closing date: 4 January", "Closing date: 28 February"]),
        ("fr", ["Jusqu'au 15 décembre", "Jusqu'au 4 janvier", "Jusqu'au 28 février"]),
        ("es", ["Hasta el 15 de diciembre", "Hasta el 4 de enero", "Hasta el 28 de febrero"]),
        (
            "de",
            ["Bewerbungsfrist: 15. Dezember", "Bewerbungsfrist: 4. Januar", "Bewerbungsfrist: 28. Februar"],
        ),
        ("ja", ["締切：12月15日", "締切：1月4日", "締切：2月28日"]),
        ("it", ["Scadenza: 15 dicembre", "Scadenza: 4 gennaio", "Scadenza: 28 febbraio"]),
    ],
)
def test_deadlines_lie_ahead(language: str, cells: list[str]) -> None:
    """What may be done until a day is announced, not told: no deadline is read as one of last winter."""
    assert days(read_dates(cells, languages=language, crawled=CRAWLED)) == [
        "2026-12-15",
        "2027-01-04",
        "2027-02-28",
    ]


def test_deadlines_that_are_over_stay_past() -> None:
    """A list of closed calls is read as it lies."""
    cells = [
        "Deadline: 20 November",
        "Deadline: 2 November",
        "Deadline: 14 September",
        "Deadline: 30 October",
    ]
    read = read_dates(cells, languages="en", crawled=CRAWLED)
    assert days(read) == ["2026-11-20", "2026-11-02", "2026-09-14", "2026-10-30"]


def test_ranges_and_addresses_of_events_make_a_list_surer() -> None:
    """The same days, told as ranges or under an address for events, keep more of the probability."""
    cells = ["9 December", "11 January", "2 December", "18 December"]
    ranges = ["9-10 December", "11-13 January", "2-4 December", "18-19 December"]
    urls = [f"https://town.example/events/{number}" for number in range(4)]
    plain, ranged, addressed = (
        read_dates(told, languages="en", crawled=CRAWLED, urls=at)
        for told, at in ((cells, None), (ranges, None), (cells, urls))
    )
    ahead = ["2026-12-09", "2027-01-11", "2026-12-02", "2026-12-18"]
    assert days(ranged) == days(addressed) == ahead
    assert (addressed["share"] > plain["share"]).all()
    assert (ranged["share"] > plain["share"]).all()


def test_a_list_from_old_to_new_over_more_than_a_year_ends_at_the_crawl() -> None:
    """Its days are those of a list that is still fed, and open, for it might be one that lies ahead."""
    cells = ["4 March", "20 May", "18 September", "2 December", "11 February", "3 June", "20 November"]
    read = read_dates(cells, languages="en-GB", crawled=CRAWLED)
    assert [day[:4] for day in days(read)] == ["2025"] * 4 + ["2026"] * 3
    assert not read["certain"].any()


@pytest.mark.parametrize("step", [9, 11, 13])
def test_a_calendar_of_more_than_a_year_begins_at_the_crawl(step: int) -> None:
    """Where the site says that its lists announce days to come, a long one from old to new does not end at the crawl."""
    coming = [date(2025, 7, 24) + timedelta(days=step * at) for at in range(34)]
    cells = [day.strftime("%d/%m") for day in coming]
    found = read_dates(cells, languages="hi", crawled=date(2025, 7, 19), events=True)
    assert days(found) == [str(day) for day in coming]
