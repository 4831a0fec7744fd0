"""Impossible days stay empty, and a reading is certain only where the list holds it up."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from pipelines.dates import read_dates

CRAWLED = date(2026, 10, 20)


def read(cells: str, language: str | None = None, crawled: date = CRAWLED) -> pd.DataFrame:
    """One list, its cells between bars."""
    return read_dates(cells.split(" | "), languages=language, crawled=crawled)


def said(frame: pd.DataFrame) -> list[str]:
    """Each row's day as ISO text, else its issue code."""
    return [
        reason if pd.isna(day) else day.isoformat()
        for day, reason in zip(frame["date"], frame["reason"], strict=True)
    ]


@pytest.mark.parametrize("language", ["de", "fr", "en", None])
@pytest.mark.parametrize("slip", ["31.09.26", "31.06.26", "31.04.26", "31.02.26", "30.02.26", "29.02.26"])
def test_a_slip_of_the_pen_is_no_day_years_ahead(slip: str, language: str | None) -> None:
    """The last day of a month that has none stays empty, once or most of the list, long years beside it or not."""
    once = read(f"19.10.26 | {slip} | 02.10.26 | 27.08.26", language)
    assert said(once) == ["2026-10-19", "date_impossible", "2026-10-02", "2026-08-27"]
    twice = read(f"19.10.2026 | {slip} | 02.09.2026 | {slip}", language)
    assert said(twice) == ["2026-10-19", "date_impossible", "2026-09-02", "date_impossible"]
    most = read(f"19.10.26 | 22.09.26 | {slip} | {slip} | {slip}", language)
    assert said(most) == ["2026-10-19", "2026-09-22", *["date_impossible"] * 3]


@pytest.mark.parametrize("crawled", [date(2026, 10, 20), date(2029, 10, 20), date(2030, 10, 20)])
def test_slips_in_years_near_thirty_one(crawled: date) -> None:
    """Where a day's number may soon be a year's, the list still decides, whether the year stands first or last."""
    year = f"{crawled:%y}"
    last = read(f"19.10.{year} | 31.09.{year} | 22.09.{year} | 31.06.{year}", "de", crawled)
    first = read(f"{year}.10.19 | {year}.09.31 | {year}.09.22 | {year}.06.31", "ko", crawled)
    for frame in (last, first):
        assert said(frame)[::2] == [f"20{year}-10-19", f"20{year}-09-22"]
        assert said(frame)[1::2] == ["date_impossible"] * 2


@pytest.mark.parametrize("cell", ["32-01-26", "45.03.26", "31 Apr 26", "320126"])
def test_a_day_that_no_month_has_is_no_year_of_another_age(cell: str) -> None:
    """Two digits that stand first are a year of these days or none."""
    assert said(read(cell)) == ["date_impossible"]


def test_years_in_full_prove_the_place_of_short_ones() -> None:
    """`2026-10-19` shows that the year of `26-10-12` stands first, `19.10.2026` that that of `12.10.26` stands last."""
    first = read("2026-10-19 | 26-10-12 | 26-10-05", "nl")
    last = read("19.10.2026 | 12.10.26 | 05.10.26", "ko")
    assert said(first) == said(last) == ["2026-10-19", "2026-10-12", "2026-10-05"]
    assert first["certain"].all()
    assert last["certain"].all()


def test_short_years_that_stand_first_may_be_announced() -> None:
    """Coming events of next year keep their year-first days."""
    cells = "26.11.12 | 26.12.24 | 27.03.30 | 27.09.19 | 27.12.01"
    assert said(read(cells, "ko"))[-1] == "2027-12-01"


@pytest.mark.parametrize(
    ("cells", "language"),
    [
        ("10-03-2026 | 06-02-2026 | 11-12-2025", None),
        ("10/03/2026 | 06/05/2026 | 05/05/2026", "fr"),
        ("08/05/2026 | 06/04/2026 | 03/03/2026", None),
    ],
)
def test_a_short_list_that_runs_both_ways_is_open(cells: str, language: str | None) -> None:
    """Three days in order under either reading leave the order open, whatever the page's language says."""
    frame = read(cells, language, date(2026, 11, 25))
    assert frame["date"].notna().all()
    assert not frame["certain"].iloc[0]
    assert frame["reason"].iloc[0] == "date_ambiguous"


@pytest.mark.parametrize("language", ["en", "nl", "lt", None])
def test_a_short_year_stands_behind_the_name_of_its_month(language: str | None) -> None:
    """`17 Nov 24` on its own is of 2024 though 2017 is near in no way, and what lies two days back either way is open."""
    alone = read("17 Nov 24", language)
    assert (said(alone), alone["certain"].tolist()) == (["2024-11-17"], [True])
    assert not read("20 Oct 18", language, date(2020, 10, 20))["certain"].any()


def test_a_list_tells_that_its_short_years_stand_in_front() -> None:
    """Days that run on only so."""
    frame = read("26 Oct 18 | 26 Oct 12 | 26 Oct 3 | 26 Sep 21", "en")
    assert said(frame) == ["2026-10-18", "2026-10-12", "2026-10-03", "2026-09-21"]
