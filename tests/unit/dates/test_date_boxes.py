"""Boxes beside a title: a day, a month and a year as lines of their own, in the order that looks best."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 25)
CASES = json.loads((Path(__file__).parent / "cases" / "boxes.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["cell"] for case in CASES])
def test_a_box_gives_its_day(case: dict[str, str]) -> None:
    """The parts find together over line breaks, strokes and signs of the month."""
    read = read_dates([case["cell"]], languages=case["language"], crawled=CRAWLED).iloc[0]
    assert str(read["date"]) == case["date"]


def test_short_years_behind_a_month_sign_are_told_by_the_list() -> None:
    """`30 12月 25` may begin with its day or its year; the column knows."""
    cells = ["8 1月 26", "30 12月 25", "21 12月 25", "9 12月 25"]
    read = read_dates(cells, languages="ja", crawled=date(2026, 1, 10))
    assert [str(day) for day in read["date"]] == ["2026-01-08", "2025-12-30", "2025-12-21", "2025-12-09"]


@pytest.mark.parametrize("cell", ["3 2025/26", "2026 10-12 ans", "18 2026-13", "5 12", "2026 2027 11"])
def test_numbers_that_are_no_box_give_no_day(cell: str) -> None:
    """A season, an age or a month that there is not leaves the cell empty."""
    assert read_dates([cell], crawled=CRAWLED)["date"].isna().all()


@pytest.mark.parametrize("stamp", ["1795003200", "1795003200000"])
def test_unix_seconds_and_milliseconds_are_moments(stamp: str) -> None:
    """What software leaves in the page is read as UTC, and the day is the one of the site's zone."""
    read = read_dates([stamp], crawled=CRAWLED, timezone="Europe/Paris").iloc[0]
    assert str(read["date"]) == "2026-11-18"
    assert str(read["published_at"]) == "2026-11-18 12:00:00+00:00"


@pytest.mark.parametrize("number", ["0795003200", "9783161484100", "2795003200", "17950032"])
def test_other_long_numbers_are_no_moments(number: str) -> None:
    """Telephones and book numbers give no day."""
    assert read_dates([number], crawled=CRAWLED)["date"].isna().all()
