"""Numbers and names that stand before and behind a date, and are no part of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 25)
DAYS = [date(2026, 11, 24) - timedelta(step) for step in (0, 2, 3, 7, 11, 12, 19)]
BEFORE = (
    "Room 12 · ", "Vol. 3, ", "Ep. 12 – ", "Chapter 4: ", "Section 3.2 — ", "2nd edition, ", "Class of 2026 · ", "Season 2025/26 · ",
    "(3) ", "[12] ", "#12 ", "1,234 · ", "2.3 km · ", "24/7 | ", "£12.50 · ", "By Jan Mart | ", "By May Jones, ", "S8 E4 · ", "",
)  # fmt: skip
BEHIND = (
    "", " · Room 12", " | 3 min read", " | 12 comments", " (12)", " · 4.5/5", " – 12 photos", " at 12:30", " · £12.50",
    " | Group 3", " by May Jones", " #12", " · v2.3", " / Sport", " | 1,234 views",
)  # fmt: skip
FORMS = (
    "{0.day} {0:%B} {0.year}",
    "{0:%B} {0.day}, {0.year}",
    "{0:%a} {0.day} {0:%b}",
    "{0:%d/%m/%Y}",
    "{0}",
    "{0:%d.%m.%y}",
)


@given(st.sampled_from(BEFORE), st.sampled_from(FORMS), st.sampled_from(BEHIND))
def test_the_date_is_read_among_other_numbers(before: str, form: str, behind: str) -> None:
    """In every form, whatever stands around it, and certain."""
    cells = [before + form.format(day) + behind for day in DAYS]
    frame = read_dates(cells, languages="en", crawled=CRAWLED)
    assert list(frame["date"]) == DAYS
    assert frame["certain"].all()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Los 17, Mi, 11.11.", "2026-11-11"),
        ("So, 25.10. · Raum 12", "2026-10-25"),
        ("24/7 | Sa, 21.11.", "2026-11-21"),
        ("Do, 19.11. von Jan Mai", "2026-11-19"),
        ("Von Jan Mai, So, 15.11., 12:30 Uhr", "2026-11-15"),
        ("Par Jean Mars, 7 novembre", "2026-11-07"),
        ("Por Julio Mayo, 25 de octubre · Sala 26", "2026-10-25"),
        ("Version 2.3 – 15 November 2026", "2026-11-15"),
        ("24 - noviembre - 2026", "2026-11-24"),
        ("日期：2026/11/03 点击：1234", "2026-11-03"),
        ("(3) Nov 18", "2026-11-18"),
        ("東京都3-1 2026.11.08", "2026-11-08"),
        ("Seizoen 2025/26 · 07-11-2026 · Zaal 12", "2026-11-07"),
    ],
)
def test_one_cell_with_other_numbers(cell: str, day: str) -> None:
    """A pair beside its weekday, a month beside its day; names and counts are neither."""
    row = read_dates([cell], crawled=CRAWLED).iloc[0]
    assert str(row["date"]) == day


def test_a_number_in_brackets_is_the_day_where_no_other_is() -> None:
    """`[18] Nov 2026`."""
    assert str(read_dates(["[18] Nov 2026"], crawled=CRAWLED)["date"].iloc[0]) == "2026-11-18"


def test_a_number_that_stays_before_days_that_run_on_is_the_words() -> None:
    """`Room 12 - 15 November` has a day, its list says."""
    cells = [f"Room 12 - {day} November 2026" for day in (24, 21, 19, 15, 13)]
    frame = read_dates(cells, crawled=CRAWLED)
    assert [str(day) for day in frame["date"]] == [f"2026-11-{day}" for day in (24, 21, 19, 15, 13)]
    assert frame["certain"].all()
    assert not read_dates(cells[:1], crawled=CRAWLED)["certain"].any()


@pytest.mark.parametrize(
    "cell", ["11 out of 26", "iOS 26.1.1", "3.11.26-beta", "Section 3.11.26", "Room 16, Nov 24"]
)
def test_what_may_be_something_else_is_never_certain(cell: str) -> None:
    """Counts, versions and sections."""
    row = read_dates([cell], languages="en", crawled=CRAWLED).iloc[0]
    assert not row["certain"]


@pytest.mark.parametrize("code", ["K-{}", "{}ab", "{}-beta"])
def test_a_code_is_uncertain_where_its_numbers_would_be_a_day(code: str) -> None:
    """Letters that a dash joins to the first number, or that are glued to the last; in a list as by itself."""
    for cells in (["3.11.26"], ["24.11.26", "20.11.26", "13.11.26", "3.11.26"]):
        assert read_dates(cells, languages="de", crawled=CRAWLED)["certain"].all()
        named = [code.format(cell) for cell in cells]
        assert not read_dates(named, languages="de", crawled=CRAWLED)["certain"].any()


def test_letters_glued_before_three_numbers_make_a_version() -> None:
    """Whatever letters, but for those of an era: `x3.12.26` is no day, `R8.2.11` is one of Reiwa."""
    read = read_dates(["x3.11.26", "3.11.26"], groups=["a", "b"], languages="de", crawled=CRAWLED)
    assert [str(day) for day in read["date"].astype(object).fillna("")] == ["", "2026-11-03"]


@pytest.mark.parametrize(
    "cell",
    [
        "£12 – 18 Nov 2026",
        "18 Nov 2026, 12,50 €",
        "$11.24 | 18 Nov 2026",
        "£1,250.00 18 Nov 2026",
        "CHF 12.11 – 18 Nov 2026",
        "18.11.2026, 12.11 EUR",
        "18.11.2026 EUR/USD",
        "EUR 18.11.2026",
    ],
)
def test_a_price_is_no_part_of_the_date(cell: str) -> None:
    """What a currency's mark stands beside is neither a first day nor a year."""
    row = read_dates([cell], crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-11-18", True)


@pytest.mark.parametrize("cell", ["CHF18.11", "USD 11.18", "18,11 EUR", "€ 18.11", "11.18 €"])
def test_a_price_alone_is_no_day(cell: str) -> None:
    """Whatever day of these weeks its digits would be."""
    assert read_dates([cell], crawled=date(2026, 11, 18))["date"].isna().all()
