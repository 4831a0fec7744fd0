"""What single cells say: real forms as data, as many that must stay empty as the forms demand."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipelines.dates import read_dates

FILE = json.loads((Path(__file__).parent / "cases" / "cells.json").read_text(encoding="utf-8"))
CRAWLED = datetime.fromisoformat(FILE["crawled"])
CASES = FILE["cases"]


@pytest.fixture(scope="module")
def read() -> pd.DataFrame:
    """All cases in one call, each a list of its own."""
    return read_dates(
        [case["cell"] for case in CASES],
        groups=range(len(CASES)),
        languages=[case.get("language") for case in CASES],
        tlds=[case.get("tld") for case in CASES],
        crawled=CRAWLED,
    )


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["label"] for case in CASES])
def test_a_cell_gives_its_day_and_how_sure_it_is(read: pd.DataFrame, number: int) -> None:
    """A cell gives its day, and what is not certain says why; a case leaves out what there is none of."""
    case, row = CASES[number], read.iloc[number]
    said: dict[str, Any] = {
        "date": None if pd.isna(row["date"]) else row["date"].isoformat(),
        "certain": bool(row["certain"]),
        "reason": None if pd.isna(row["reason"]) else row["reason"],
        "era": None if pd.isna(row["era"]) else row["era"],
        "published": None if pd.isna(row["published_at"]) else row["published_at"].isoformat(),
    }
    expected = {name: case.get(name) for name in said} | {"certain": "reason" not in case}
    assert said == expected


def test_a_day_is_certain_or_says_why_not(read: pd.DataFrame) -> None:
    """No row is without a certain day and without a reason."""
    assert (read["certain"] | read["reason"].notna()).all()


def test_two_digit_years_turn_by_the_crawl_day() -> None:
    """The same cell is of this century or the last by the day of the crawl, not by today."""
    cell = ["14.07.31"]
    early = read_dates(cell, languages="fr", crawled=date(2012, 5, 1))["date"].iloc[0]
    late = read_dates(cell, languages="fr", crawled=date(2033, 5, 1))["date"].iloc[0]
    assert (early.year, late.year) == (1931, 2031)
