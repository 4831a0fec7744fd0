"""Ranges give their first day, in whatever words and marks they are joined; what only looks like one gives its own day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 25)
CASES = json.loads((Path(__file__).parent / "cases" / "ranges.json").read_text(encoding="utf-8"))["cases"]


@pytest.fixture(scope="module", params=["declared", "undeclared"])
def read(request: pytest.FixtureRequest) -> pd.DataFrame:
    """All cases in one call, each a list of its own, with its language declared and without."""
    languages = [case["language"] for case in CASES] if request.param == "declared" else None
    cells = [case["cell"] for case in CASES]
    return read_dates(cells, groups=range(len(cells)), languages=languages, crawled=CRAWLED)


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["cell"] for case in CASES])
def test_a_range_gives_its_first_day(read: pd.DataFrame, number: int) -> None:
    """Weekdays, months and years that the two sides share belong to the first day too."""
    assert str(read["date"].iloc[number]) == CASES[number]["date"]


@pytest.mark.parametrize(
    ("language", "cell", "day"),
    [
        ("sv", "19 och 22 mars", "2026-03-19"),
        ("sv", "7 och 8 maj", "2026-05-07"),
        ("nb", "3. og 5. juni", "2026-06-03"),
        ("fr", "lun. 18 au mer. 20 mai", "2026-05-18"),
        ("nl", "12 tot en met 16 mei", "2026-05-12"),
        ("ro", "15 și 19 martie", "2026-03-15"),
        ("de", "Do 14. und Fr 15. Mai", "2026-05-14"),
    ],
)
def test_a_word_that_joins_is_no_month_and_no_weekday(language: str, cell: str, day: str) -> None:
    """`och` begins October and `au` is an August, but between two days of one month they join them."""
    read = read_dates([cell], languages=language, crawled=date(2026, 6, 20)).iloc[0]
    assert str(read["date"]) == day


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("mar. 21 - jeu. 23 avril 2026", "2026-04-21"),
        ("mar. 10 mars - jeu. 12 mars 2026", "2026-03-10"),
        ("10 mar. - 12 mar. 2026", "2026-03-10"),
        ("Sat, Feb 28 – Mon, Mar 9, 2026", "2026-02-28"),
    ],
)
def test_a_word_for_a_tuesday_and_for_march_is_told_by_the_other_side(cell: str, day: str) -> None:
    """Where another month follows, `mar.` is the weekday; where none does, the month."""
    assert str(read_dates([cell], crawled=CRAWLED)["date"].iloc[0]) == day


@pytest.mark.parametrize(
    ("cell", "day", "certain"),
    [
        ("Ligue 1 - 15 mars 2026", "2026-03-01", False),  # or the 15th
        ("Saison 22 - 15 mars 2026", "2026-03-15", False),
        ("30. - 2. Mai 2026", "2026-05-02", False),
        ("Kategorie 3 - 15.03.2026", "2026-03-15", True),
        ("3 min - 14 mars 2026", "2026-03-14", True),
        ("5 commentaires - 14 mars 2026", "2026-03-14", True),
        ("10-12 Uhr, 14. März 2026", "2026-03-14", True),
        ("2025年12月12日 - 2 photos", "2025-12-12", True),
        ("December 12, 2025 – 3 comments", "2025-12-12", True),
        ("14/03/2026 18-20", "2026-03-14", True),
        ("2026-11-24 / 12", "2026-11-24", True),
    ],
)
def test_a_number_that_is_no_day_opens_no_range(cell: str, day: str, certain: bool) -> None:
    """Where the first number may belong to other words the day is open, and where it must, it is left alone."""
    read = read_dates([cell], crawled=CRAWLED).iloc[0]
    assert (str(read["date"]), bool(read["certain"])) == (day, certain)


def test_a_range_in_numbers_says_where_the_day_stands() -> None:
    """Two days before one month prove the order of the whole list, whatever the page declares."""
    cells = ["11-13/06/2026", "05/06/2026", "04/05/2026"]
    read = read_dates(cells, languages="en-US", crawled=date(2026, 6, 20))
    assert [str(day) for day in read["date"]] == ["2026-06-11", "2026-06-05", "2026-05-04"]


@pytest.mark.parametrize(
    "cell",
    ["28 déc. au 3 janv. 2026", "28 December – 3 January 2026", "28.12. e 03.01.2026", "12月28日 - 1月3日 2026", "12월 28일 ~ 1월 3일 2026"],
)  # fmt: skip
def test_the_year_at_the_end_is_that_of_the_last_day(cell: str) -> None:
    """A range over the new year begins in the year before the one it writes."""
    assert str(read_dates([cell], crawled=CRAWLED)["date"].iloc[0]) == "2025-12-28"


@pytest.mark.parametrize("cell", ["novembre – janvier 2027", "November/Januar 2027"])
def test_months_over_the_new_year_begin_in_the_year_before(cell: str) -> None:
    """The first of two months behind which the later year stands."""
    read = read_dates([cell], crawled=CRAWLED).iloc[0]
    assert (str(read["date"]), bool(read["certain"])) == ("2026-11-01", False)


@pytest.mark.parametrize("cell", ["5-day May 2026 tour", "10-week May 2026 course", "2026年5月 2027"])
def test_how_long_something_takes_is_no_day(cell: str) -> None:
    """A number that a hyphen glues to what it counts, or one too long for a day, leaves the month alone."""
    read = read_dates([cell], crawled=CRAWLED).iloc[0]
    assert (str(read["date"]), read["reason"]) == ("2026-05-01", "date_day_missing")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("22 11月 – 24 11月", "2026-11-22"),
        ("25 nov. → 29 nov. 2026", "2026-11-25"),
        ("Messe 25.-29. November 2026", "2026-11-25"),
        ("26. des. 2025–2. jan. 2026", "2025-12-26"),
        ("D.Lgs. 12/2026 - 3 novembre 2026", "2026-11-03"),
    ],
)
def test_first_days_of_ranges_with_other_marks(cell: str, day: str) -> None:
    """A month in numbers, an arrow, and a word that is a month only in a small language."""
    assert str(read_dates([cell], crawled=date(2026, 11, 29))["date"].iloc[0]) == day


@pytest.mark.parametrize(
    "cells",
    [
        ["pp. 4-7 - 19 Nov 2026", "pp. 8-11 - 12 Nov 2026", "pp. 1-3 - 2 Nov 2026"],
        ["Grades 3-5 - 19 November", "Grades 6–8 – 12 November", "Grades 1-2 - 2 November"],
        ["5-13 - 19 de noviembre de 2026", "7-10 - 12 de noviembre de 2026", "3-9 - 2 de noviembre de 2026"],
        ["S. 4-7 - 19.11.26", "S. 8-11 - 12.11.26", "S. 1-3 - 2.11.26"],
        ["Pages 4-7 - 19/11/2026", "Pages 8-11 - 12/11/2026", "Pages 1-3 - 02/11/2026"],
    ],
)
def test_two_glued_numbers_before_a_looser_dash_are_no_days(cells: list[str]) -> None:
    """Pages, grades and scores: the day is the one beside its month, alone and down a list."""
    days = ["2026-11-19", "2026-11-12", "2026-11-02"]
    together = read_dates(cells, languages="it", crawled=CRAWLED)
    assert [str(day) for day in together["date"]] == days
    assert together["certain"].all()
    apart = read_dates(cells, groups=range(3), languages="it", crawled=CRAWLED)
    assert [str(day) for day in apart["date"]] == days


@pytest.mark.parametrize("join", [" to ", " and ", "/"])
def test_two_numbers_joined_otherwise_before_a_dash_leave_the_day_open(join: str) -> None:
    """`12 and 13 - 16 March` may be three days, `Grades 3 to 5 - 19 November` is one, and no list tells."""
    cells = [f"Grades {a}{join}{b} - {day} November" for a, b, day in ((3, 5, 19), (6, 8, 17), (1, 2, 10))]
    assert not read_dates(cells, languages="en", crawled=CRAWLED)["certain"].any()


def test_a_range_before_another_is_never_passed_over_for_certain() -> None:
    """`2-4 - 16-18 March`: pages before days, or days before days."""
    assert not read_dates(["2-4 - 16-18 March 2026"], crawled=CRAWLED)["certain"].any()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Nov 4-7 - Nov 19, 2026", "2026-11-04"),
        ("Oct 9-12 - Oct 30, 2026", "2026-10-09"),
        ("Jan 4-7, Jan 11-12, 2027", "2027-01-04"),
        ("12/03-14/03/26", "2026-03-12"),
        ("12/03 - 14/03/26", "2026-03-12"),
        ("03/12 - 03/14/26", "2026-03-12"),
        ("12/03-14/03/2026", "2026-03-12"),
    ],
)
def test_days_of_several_ranges_and_of_days_with_their_months_begin_with_the_first(
    cell: str, day: str
) -> None:
    """No day of a later range is a year, and of a last day that can be no month its list learns the order."""
    row = read_dates([cell], crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), row["certain"]) == (day, True)


def test_a_dash_before_a_month_may_still_lead_to_it() -> None:
    """`14-15 - Nov - 2026` has no month before its days."""
    assert str(read_dates(["14-15 - Nov - 2026"], crawled=CRAWLED)["date"][0]) == "2026-11-14"


@pytest.mark.parametrize(
    "cell",
    [
        "2026年6月～7月",
        "2026年6月-10月",
        "2026년 6월 ~ 9월",
        "2026年6月 - 2027年1月",
        "6月～8月 2026",
        "6月 -- 12月、2026",
        "六月至十二月 2026",
        "2026 6月-8月",
        "6월 ~ 9월 2026",
        "6月2026年",
        "junio–agosto de 2026",
        "juny–juliol del 2026",
        "June/July 2026",
    ],
)
def test_a_range_of_months_is_a_month(cell: str) -> None:
    """The first day of the first, never certain; the number of the second is no day."""
    row = read_dates([cell], crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), row["reason"]) == ("2026-06-01", "date_day_missing")


def test_two_months_with_no_year_are_no_day() -> None:
    """The twelfth month is no 12 October."""
    assert read_dates(["10月～12月"], crawled=CRAWLED)["date"].isna().all()


@pytest.mark.parametrize("cell", ["07 – 08.2026", "07-08/2026", "2026-07 – 08", "07/2026 – 08"])
def test_two_numbers_joined_beside_a_year_are_open(cell: str) -> None:
    """Days of a month or two months: nothing tells."""
    assert not read_dates([cell], crawled=CRAWLED)["certain"].any()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("3–5 Th3 2026", "2026-03-03"),
        ("12 đến 14 Th11 2026", "2026-11-12"),
        ("12 - 14 M11 2026", "2026-11-12"),
    ],
)
def test_the_number_of_a_coded_month_is_no_day_of_a_range(cell: str, day: str) -> None:
    """`Th3` and `M11` are months, whose number the days before it are not joined to."""
    row = read_dates([cell], languages="vi", crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == (day, True)


@pytest.mark.parametrize(
    "cell", ["12-mart – 16-mart 2026", "12-mart - 16-mart-2026", "12-mart & 16-mart 2026"]
)
def test_months_joined_to_their_days_by_hyphens_leave_a_range_certain(cell: str) -> None:
    """Uzbek writes them so; the hyphen is no range of its own."""
    row = read_dates([cell], languages="uz", crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-03-12", True)


def test_the_number_of_a_chapter_begins_no_sure_range() -> None:
    """Nobody knows of `1.1. – 20. November` whether it lasts from January on."""
    cells = ["1.1. – 20. November 2026", "1.2. – 12. November 2026", "5.9. – 20. November 2026"]
    frame = read_dates(cells, groups=range(3), languages="de", crawled=date(2026, 11, 25))
    assert frame["certain"].to_list() == [False, False, True]
