"""Two numbers beside words, or with one digit, that are a day and a month where their list runs on as days do."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 25)


@pytest.mark.parametrize(
    "cells",
    [
        ["24-11 – Nieuws", "21-11 – Sport", "19-11 – Nieuws", "2-11 – Cultuur"],
        ["24.11 - Новости", "21.11 - Спорт", "19.11 - Новости", "02.11 - Город"],
        ["Nieuws 24/11", "Sport 21/11", "Nieuws 19/11", "Cultuur 2/11"],
        ["Sport · 11/24", "News · 11/21", "Sport · 11/19", "News · 11/2"],
    ],
)
def test_pairs_that_run_to_the_crawl_are_days(cells: list[str]) -> None:
    """From new to old, and as nothing but the list says so, they are open."""
    frame = read_dates(cells, crawled=CRAWLED)
    assert [day.isoformat() for day in frame["date"]] == [
        f"2026-11-{day}" for day in ("24", "21", "19", "02")
    ]
    assert not frame["certain"].any()


def test_a_pair_of_one_digit_among_days_is_one() -> None:
    """The others are days by themselves."""
    frame = read_dates(["24.11", "21.11", "19.11", "2.11"], crawled=CRAWLED)
    assert frame["date"].iloc[-1] == date(2026, 11, 2)
    assert frame["certain"].all()


@pytest.mark.parametrize(
    "cells",
    [
        [f"{chapter}.{part} Verkehr" for chapter in (10, 11) for part in range(1, 15)],
        [f"{room}.{door:02} Zaal" for room in (1, 2, 3) for door in range(1, 15)],
        [f"3.{release} released" for release in range(16, 3, -1)],
        ["8.10 Zorg", "8.30 Cultuur", "9.25 Sport", "9.30 Wonen", "10.15 Werk", "10.20 Zorg", "11.05 Sport"],
    ],
)
def test_what_counts_or_tells_minutes_is_no_list_of_days(cells: list[str]) -> None:
    """It is in order, but not because time passes."""
    assert read_dates(cells, crawled=CRAWLED)["date"].isna().all()


def test_a_deadline_behind_a_pair_is_not_its_day() -> None:
    """The list proves the first pairs, and nothing is asked of the second ones."""
    cells = ["24/11 – Deadline: 12/12", "21/11 – Deadline: 10/12", "3/11 – Deadline: 30/11"]
    frame = read_dates(cells, languages="en-GB", crawled=CRAWLED)
    assert [day.isoformat() for day in frame["date"]] == ["2026-11-24", "2026-11-21", "2026-11-03"]


@pytest.mark.parametrize("month", [5, 10])
def test_a_list_of_may_or_october_tells_no_minutes(month: int) -> None:
    """All second numbers are a multiple of five, and the same."""
    cells = [f"{day}-{month:02} – Nieuws" for day in (24, 21, 19, 12)]
    frame = read_dates(cells, crawled=date(2026, month, 25))
    assert [day.isoformat() for day in frame["date"]] == [
        f"2026-{month:02}-{day}" for day in (24, 21, 19, 12)
    ]


def test_coming_days_run_on_from_the_crawl() -> None:
    """From old to new, each after the crawl."""
    frame = read_dates(["28.11 Konzert", "5.12 Lesung", "19.12 Konzert"], languages="de", crawled=CRAWLED)
    assert [day.isoformat() for day in frame["date"]] == ["2026-11-28", "2026-12-05", "2026-12-19"]


def test_days_run_on_over_the_new_year() -> None:
    """The days of December are of the year before."""
    cells = ["9.1", "3.1", "28.12", "21.12", "2.12"]
    frame = read_dates(cells, languages="de", crawled=date(2026, 1, 12))
    assert [day.isoformat() for day in frame["date"]] == [
        "2026-01-09",
        "2026-01-03",
        "2025-12-28",
        "2025-12-21",
        "2025-12-02",
    ]


@pytest.mark.parametrize(
    "cells",
    [
        ["3.10"],
        ["24-11 – Nieuws"],
        ["4.9", "4.8", "4.7", "4.5", "4.3"],
        ["2-1 – Ajax", "0-3 – Feyenoord", "1-1 – Twente"],
        ["20.15 Krimi", "21.10 Serie", "22.05 Magazin"],
        ["12.90 nu", "9.50 nu", "4.20 nu"],
        ["14/11 Jun", "3/7 Jun", "22/2 Jun", "8/12 Jun", "30/5 Jun"],
        ["24.11X", "21.11X", "19.11X"],
        ["SG 128/2025 (22/10)", "SG 127/2025 (21/10)", "SG 126/2025 (17/10)", "SG 125/2025 (2/10)"],
        ["Sport | út 24.11", "Sport | st 21.11", "Zprávy | čt 19.11", "Zprávy | pá 02.11"],
    ],
)
def test_pairs_of_no_list_that_runs_are_none(cells: list[str]) -> None:
    """Single ones, marks, results, hours, prices, parts in no order, and what is glued to a word."""
    frame = read_dates(cells, crawled=CRAWLED)
    assert frame["date"].isna().all() or not frame["certain"].any()
    assert frame["reason"].notna().all()
