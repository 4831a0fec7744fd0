"""Years that are left out or shortened in other calendars, and days that lists of months begin with."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from pipelines.dates import read_dates


def said(frame: pd.DataFrame) -> list[str]:
    """Each row's day as ISO text."""
    return frame["date"].astype(str).tolist()


@pytest.mark.parametrize(
    ("language", "crawled", "cells", "days"),
    [
        (
            "fa",
            "2026-11-25",
            "۲۷ آبان | ۲۰ آبان | ۲ آبان | ۳۰ مهر",
            "2026-11-18 2026-11-11 2026-10-24 2026-10-22",
        ),
        (
            "fa",
            "2026-04-02",
            "۱۲ فروردین | ۳ فروردین | ۲۸ اسفند | ۲۰ بهمن",
            "2026-04-01 2026-03-23 2026-03-19 2026-02-09",
        ),
        ("fa", "2026-01-12", "۲۰ دی | ۱۲ دی | ۸ دی | ۳۰ آذر", "2026-01-10 2026-01-02 2025-12-29 2025-12-21"),
        ("ne", "2026-11-25", "२ मंसिर | ३० कार्तिक | १५ कार्तिक", "2026-11-18 2026-11-16 2026-11-01"),
        (None, "2026-11-25", "27 آبان", "2026-11-18"),
    ],
)
def test_months_of_another_calendar_without_a_year(
    language: str | None, crawled: str, cells: str, days: str
) -> None:
    """A day of Aban is no day of August, on either side of both calendars' new years."""
    frame = read_dates(cells.split(" | "), languages=language, crawled=date.fromisoformat(crawled))
    assert said(frame) == days.split()
    assert frame["certain"].all()


def test_two_numbers_on_a_persian_page_are_open() -> None:
    """`۰۸/۲۷` is of August or of Aban."""
    frame = read_dates(["۰۸/۲۷", "۰۸/۲۰", "۰۸/۰۲"], languages="fa", crawled=date(2026, 11, 25))
    assert not frame["certain"].any()


@pytest.mark.parametrize("declared", [None, "en", "th"])
def test_the_name_of_a_month_tells_the_calendar_of_a_short_year(declared: str | None) -> None:
    """`พ.ย. 69` is 2569 whatever the page declares."""
    frame = read_dates(["18 พ.ย. 69", "12 ต.ค. 69"], languages=declared, crawled=date(2026, 11, 25))
    assert said(frame) == ["2026-11-18", "2026-10-12"]


def test_a_year_of_one_digit_is_a_reign_or_none() -> None:
    """In Japan it is counted from the reign's first; elsewhere no year has one digit."""
    cells = ["8年11月18日", "8年10月30日"]
    assert said(read_dates(cells, languages="ja", crawled=date(2026, 11, 25))) == ["2026-11-18", "2026-10-30"]
    assert read_dates(cells, languages="zh", crawled=date(2026, 11, 25))["date"].isna().all()


@pytest.mark.parametrize("language", [None, "fr", "en-US"])
def test_the_first_of_each_month_is_no_week_of_last_january(language: str | None) -> None:
    """A list that goes from first to first and ends at the crawl is one of months; in January it is one of days."""
    cells = ["01/12/2026", "01/11/2026", "01/10/2026", "01/09/2026", "01/08/2026"]
    firsts = read_dates(cells, languages=language, crawled=date(2026, 12, 2))
    assert said(firsts)[:2] == ["2026-12-01", "2026-11-01"] or not firsts["certain"].any()
    week = [cell.replace("2026", "2027") for cell in cells]
    days = read_dates(week, languages=language, crawled=date(2027, 1, 12))
    assert said(days)[:2] == ["2027-01-12", "2027-01-11"]


@pytest.mark.parametrize(
    ("language", "cell"),
    [
        ("ar", "18 تشرين الثاني/نوفمبر 2026"), ("ar", "18 نوفمبر (تشرين الثاني) 2026"), ("fi", "18.11. 14.05"),
        ("en", "18 Nov 2026, 9:00"), ("en", "2 comments, 18 Nov 2026"),
    ],
)  # fmt: skip
def test_what_is_told_twice_or_beside(language: str, cell: str) -> None:
    """A month under both its names is one month, and numbers with points behind a day with points are a time."""
    row = read_dates([cell], languages=language, crawled=date(2026, 11, 25)).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-11-18", True)


@pytest.mark.parametrize(
    ("cell", "day"),
    [("November/December 2026", "2026-11-01"), ("Nov–Dec 2026", "2026-11-01"), ("18/11-26", "2026-11-18"), ("Jan Müller, 18.11.", "2026-11-18")],
)  # fmt: skip
def test_the_likeliest_is_given_and_open(cell: str, day: str) -> None:
    """Of two months the first; what another country writes otherwise, or a name may own, is not certain."""
    row = read_dates([cell], languages="de", crawled=date(2026, 11, 25)).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == (day, False)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Posted 2 days, 4 hours ago", "2026-11-23"), ("1 week, 3 days ago by Jane", "2026-11-15"), ("两天前", "2026-11-23"),
        ("二十天前", "2026-11-05"), ("半小时前", "2026-11-25"), ("三日前", "2026-11-22"), ("കഴിഞ്ഞ", "NaT"), ("ഇന്നലെ", "2026-11-24"),
        ("кечээ", "2026-11-24"), ("ትናንት", "2026-11-24"), ("काल", "2026-11-24"),
    ],
)  # fmt: skip
def test_told_from_the_crawl(cell: str, day: str) -> None:
    """Several amounts inside a text, Han numerals, and yesterday in further languages."""
    row = read_dates([cell], crawled=pd.Timestamp("2026-11-25T12:00:00Z")).iloc[0]
    assert str(row["date"]) == day if day != "NaT" else pd.isna(row["date"])


def test_more_than_so_many_days_are_open() -> None:
    """`30+ days ago` is that long ago at least."""
    row = read_dates(["Posted 30+ days ago"], crawled=date(2026, 11, 25)).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-10-26", False)


def test_a_list_from_old_to_new_over_more_than_a_year_is_open() -> None:
    """It may end at the crawl or a year later; the same days in a list that spans less than a year are certain."""
    months = "Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar Apr May".split()
    cells = [f"{month} 23" for month in months]
    assert not read_dates(cells, languages="en", crawled=date(2026, 6, 12))["certain"].any()
    crawled = date(2026, 11, 25)
    coming = ["Nov 26", "Nov 28", "Dec 3", "Dec 4", "Dec 9", "Dec 12", "Dec 17", "Jan 7", "Jan 9"]
    read = read_dates(coming, languages="en", crawled=crawled)
    assert read["certain"].all()
    assert str(read["date"].iloc[-1]) == "2027-01-09"


def test_an_archive_that_rises_to_the_crawl_is_not_certain_to_lead_past_it() -> None:
    """From last June to this May, or from this June to next May: it may have ended two of its gaps ago."""
    days = (
        "4/6 9/6 14/6 27/6 1/7 9/7 21/7 5/8 22/8 9/9 15/9 22/9 28/9 16/10 30/10 26/12 15/1 11/2 25/2 5/5 7/5"
    )
    read = read_dates(days.split(), languages="et", crawled=date(2026, 6, 10))
    assert not read["certain"].any()


def test_an_address_with_the_same_day_gives_its_year() -> None:
    """Agendas of years ago were dated years to come; in either order, with two digits of the year or four, and with marks."""
    days = ["January 10", "January 24", "February 14", "March 14"]
    told = ["2019-01-10", "2019-01-24", "2019-02-14", "2019-03-14"]
    numbers = [("01", "10"), ("01", "24"), ("02", "14"), ("03", "14")]
    for form in ("agenda/{}{}2019/index.php", "{}{}19.pdf", "agenda-{}-{}-19.pdf", "bd_{}_{}_2019.pdf"):
        for turned in (1, -1):
            urls = [f"https://town.example/{form.format(*pair[::turned])}" for pair in numbers]
            assert said(read_dates(days, urls=urls, languages="en", crawled=date(2026, 11, 27))) == told, form


def test_addresses_with_other_days_give_no_years() -> None:
    """Where most tell other days, or few tell any, numbers are numbers."""
    days = ["January 10", "January 24", "February 14", "March 14"]
    alone = said(read_dates(days, languages="en", crawled=date(2026, 11, 27)))
    for names in (
        ["011019", "020319", "030719", "041119"],
        ["011019", "a", "b", "c"],
        ["110119", "990119", "123456", "654321"],
    ):
        urls = [f"https://town.example/{name}.pdf" for name in names]
        assert said(read_dates(days, urls=urls, languages="en", crawled=date(2026, 11, 27))) == alone, names
