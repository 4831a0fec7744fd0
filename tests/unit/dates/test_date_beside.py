"""Numbers beside a date that are none of its own: counts, hours, rooms and issues never become a day or a year for certain."""

from __future__ import annotations

import json
from datetime import date
from itertools import product
from pathlib import Path

import pandas as pd
import pytest
from babel.dates import format_date

from pipelines.dates import read_dates

CASES = json.loads((Path(__file__).parent / "cases" / "beside.json").read_text(encoding="utf-8"))
CRAWLED, DAY = date.fromisoformat(CASES["crawled"]), date.fromisoformat(CASES["day"])
JOINS = (" / ", "/", " - ", " – ", "-", ", ", " | ", ": ", " & ", " + ")


@pytest.fixture(scope="module")
def read() -> pd.DataFrame:
    """All cells in one call, each a list of its own."""
    cells = [case["cell"] for case in CASES["read"]]
    languages = [case["language"] for case in CASES["read"]]
    return read_dates(cells, groups=range(len(cells)), languages=languages, crawled=CRAWLED)


@pytest.mark.parametrize("number", range(len(CASES["read"])), ids=[case["cell"] for case in CASES["read"]])
def test_a_number_beside_a_date_is_not_taken_for_a_part_of_it(read: pd.DataFrame, number: int) -> None:
    """Counts, hours, rooms and pages leave day, month and year as they are."""
    assert str(read["date"].iloc[number]) == CASES["day"]


@pytest.mark.parametrize("language", CASES["counted"])
def test_a_number_behind_a_word_is_no_certain_first_day(language: str) -> None:
    """Whatever joins the number to the date, the day is the date's own or open."""
    dates = [format_date(DAY, "long", locale=language), "28/09/2026", "28.09.2026", "28.09.26"]
    words = [f"{word} {number}" for word, number in product(CASES["counted"][language], (3, 12))]
    cells = [word + join + written for word, join, written in product(words, JOINS, dates)]
    read = read_dates(cells, groups=range(len(cells)), languages=language, crawled=CRAWLED)
    wrong = (read["date"].astype(str) != CASES["day"]) & read["certain"].to_numpy()
    assert [cell for cell, is_wrong in zip(cells, wrong, strict=True) if is_wrong] == []


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Gazette 12/20.11.2026", "2026-11-20"),
        ("Gazette 12/20.11.26", "2026-11-20"),
        ("Concert 12-14 March 2026", "2026-03-12"),
        ("Concert 12 and 14 March 2026", "2026-03-12"),
    ],
)
def test_behind_a_word_the_likelier_day_is_given_and_open(cell: str, day: str) -> None:
    """A stroke rather parts an issue from its day, a dash or a word rather joins two days."""
    row = read_dates([cell], languages="de", crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == (day, False)


@pytest.mark.parametrize(
    "cell", ["28 Sep 09", "28 Sep, 09", "28-Sep-09", "28 / Sep / 09", "28 de septiembre de 09"]
)
def test_a_year_of_two_digits_stays_one(cell: str) -> None:
    """Beside its month, behind a point, a comma, a link or the mark that also parts day and month."""
    assert str(read_dates([cell], crawled=CRAWLED)["date"].iloc[0]) == "2009-09-28"


@pytest.mark.parametrize(
    "cell",
    [
        "from 12 to 14 March 2026",
        "Dates: 12-14 March 2026",
        "Saturday 12 and 14 March 2026",
        "12.-14. March 2026",
    ],
)
def test_words_that_announce_or_name_a_day_leave_a_range_certain(cell: str) -> None:
    """Prepositions, words for days and dates, and names of weekdays are no titles."""
    row = read_dates([cell], languages="en", crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-03-12", True)
