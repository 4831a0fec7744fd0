"""Phrases told from the crawl, as the programs of sites say them and not only as CLDR does."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from pipelines.dates import read_dates

PHRASES = json.loads((Path(__file__).parent / "cases" / "ago.json").read_text(encoding="utf-8"))
CRAWLED = datetime.fromisoformat(PHRASES["crawled"])


@pytest.mark.parametrize(("language", "cell", "day", "certain"), PHRASES["cases"])
def test_another_way_to_say_ago_is_read(language: str, cell: str, day: str, certain: bool) -> None:
    """A way to say "ago", a form of a unit and an amount make a day, whichever of them CLDR puts together."""
    row = read_dates([cell], languages=language, crawled=CRAWLED, timezone="UTC").iloc[0]
    assert row["date"].isoformat() == day
    assert row["certain"] or not certain


@pytest.mark.parametrize(
    "cell",
    [
        "3 days",
        "5 min",
        "Every Monday at 10:30",
        "3 comments",
        "2020年前",
        "reading time 3 hours",
        "3 dias",
        "18 anos",
        "12 zile",
        "2 ani",
    ],
)
def test_an_amount_without_ago_is_no_day(cell: str) -> None:
    """How long something takes, or how often it is, says nothing about when it was published."""
    assert pd.isna(read_dates([cell], languages="en", crawled=CRAWLED)["date"].iloc[0])


@pytest.mark.parametrize(("cell", "day"), [("2 de ago", "2025-08-02"), ("lun 11 ago", "2025-08-11")])
def test_august_in_short_is_no_word_for_ago(cell: str, day: str) -> None:
    """Only behind a word for a unit of time is `ago` what a translation left in English."""
    assert read_dates([cell], languages="es", crawled=CRAWLED)["date"].iloc[0].isoformat() == day


def test_the_last_of_several_amounts_is_not_the_whole() -> None:
    """Of `5 days, 2 hours, 3 minutes ago` inside other words the days count, not the minutes alone."""
    read = read_dates(["Posted 5 days, 2 hours, 3 minutes ago by Ana"], languages="en", crawled=CRAWLED)
    assert read["date"].iloc[0].isoformat() == "2026-02-09"


def test_months_beside_weeks_leave_the_day_open() -> None:
    """`3 months, 1 week ago` is a day, but never a certain one."""
    row = read_dates(["3 months, 1 week ago"], languages="en", crawled=CRAWLED, timezone="UTC").iloc[0]
    assert (row["date"].isoformat(), row["certain"], row["reason"]) == (
        "2025-11-07",
        False,
        "date_approximate",
    )


@pytest.mark.parametrize(
    ("language", "cell", "day"),
    [
        ("vi", "Tháng Tư 12, 2025", "2025-04-12"),
        ("vi", "Thứ Sáu, 9 Tháng Một 2026", "2026-01-09"),
        ("vi", "Thứ Sáu, 9/1", "2026-01-09"),
        ("sr", "17. маја 2025.", "2025-05-17"),
        ("lt", "17 rgs 2025", "2025-09-17"),
        ("mn", "2025 оны зургадугаар сарын 17", "2025-06-17"),
        ("km", "17 ខែមីនា 2025", "2025-03-17"),
        ("ml", "17 ജൂണ്‍ 2025", "2025-06-17"),
        ("az", "Çər, 4 mar 2025", "2025-03-04"),
        ("zh", "一月 17, 2025", "2025-01-17"),
        ("ko", "3월 5일 2025", "2025-03-05"),
        ("zh-TW", "2025/10/9 PM 2:26", "2025-10-09"),
        ("en", "Sun Jan 5 10:00:00,2025", "2025-01-05"),
    ],
)
def test_names_and_orders_of_real_pages_are_read(language: str, cell: str, day: str) -> None:
    """Names that content systems write where CLDR has others, and a year behind a month and a day."""
    row = read_dates([cell], languages=language, crawled=datetime(2026, 2, 14, tzinfo=UTC)).iloc[0]
    assert row["date"].isoformat() == day


def test_below_a_pinned_entry_the_list_stays_near_the_crawl() -> None:
    """A pinned entry of the spring without its year does not push the autumn's entries into the year before."""
    cells = ["28 févr.", "6 nov.", "17 oct.", "8 oct.", "30 sept.", "23 sept.", "15 sept.", "11 sept."]
    read = read_dates(cells, languages="fr", crawled=datetime(2026, 11, 15, tzinfo=UTC))
    assert [day.isoformat() for day in read["date"]][:3] == ["2026-02-28", "2026-11-06", "2026-10-17"]


@pytest.mark.parametrize(("language", "cell"), [("lt", "12 rug 2025"), ("hy", "12 հուն 2025")])
def test_a_beginning_that_two_months_share_is_open(language: str, cell: str) -> None:
    """Lithuanian August and September, Armenian June and January begin alike: a day, never a certain one."""
    row = read_dates([cell], languages=language, crawled=CRAWLED).iloc[0]
    assert (row["date"].day, row["certain"]) == (12, False)


@pytest.mark.parametrize("cell", ["Read more", "Learn more", "Každý má právo", "Apply now", "Die Größe"])
def test_words_that_are_days_elsewhere_are_no_days(cell: str) -> None:
    """`môre` is tomorrow in Afrikaans and `ma` today in Hungarian, but not in a button or a title of other languages."""
    assert pd.isna(read_dates([cell], crawled=CRAWLED)["date"].iloc[0])


@pytest.mark.parametrize(
    ("said", "given", "day"),
    [
        ("over 2 years ago", "2024-03-31T12:00:00+00:00", "2024-03-31"),
        ("about 5 months ago", "2026-06-20T12:00:00+00:00", "2026-06-20"),
        ("2 weeks, 3 days ago", "2026-11-08T12:00:00+00:00", "2026-11-08"),
        ("3 days ago", "2026-11-22T12:00:00+00:00", "2026-11-22"),
    ],
)
def test_the_markup_says_what_a_phrase_rounds(said: str, given: str, day: str) -> None:
    """It is the same moment, told whole."""
    read = read_dates(
        [said] * 3, hints=[given] * 3, languages="en", crawled=datetime(2026, 11, 26, 15, tzinfo=UTC)
    )
    assert read["date"].astype(str).tolist() == [day] * 3
    assert read["reason"].isna().all()


def test_markup_of_another_time_does_not_count() -> None:
    """It may be the page's own, or when the entry was changed."""
    read = read_dates(
        ["3 days ago"] * 3,
        hints=["2026-10-02T12:00:00+00:00"] * 3,
        languages="en",
        crawled=datetime(2026, 11, 26, 15, tzinfo=UTC),
    )
    assert read["date"].astype(str).tolist() == ["2026-11-23"] * 3
    assert (read["reason"] == "date_contradicts_markup").all()


@pytest.mark.parametrize("cell", ["3 mėn.", "3 j", "25 t"])
def test_a_unit_without_ago_that_few_know_is_open(cell: str) -> None:
    """Short units differ by language, and none says that it is of the past; `3d` and `3h` all networks write."""
    assert not read_dates([cell], crawled=CRAWLED)["certain"].any()
    assert read_dates(["3d", "3h"], groups=range(2), crawled=CRAWLED, timezone="UTC")["certain"].all()
