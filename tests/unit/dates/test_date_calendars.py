"""Calendars that are converted day by day, with the libraries of the `calendars` extra."""

from __future__ import annotations

import importlib
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from pipelines.dates import read_dates

ROOT = Path(__file__).parents[3]
CRAWLED = date(2026, 2, 14)


@pytest.mark.parametrize(
    ("library", "language", "cell", "day", "era"),
    [
        ("jdatetime", "fa", "۱۴۰۴/۱۱/۲۲", "2026-02-11", "jalali"),
        ("jdatetime", "fa", "۲۲ بهمن ۱۴۰۴", "2026-02-11", "jalali"),
        ("jdatetime", "fa", "22 بهمن 1404 - 10:30", "2026-02-11", "jalali"),
        ("jdatetime", "fa", "04/11/22", "2026-02-11", "jalali"),
        ("nepali_datetime", "ne", "२०८२-१०-२८", "2026-02-11", "bikram"),
        ("nepali_datetime", "ne", "२०८२ माघ २८, बुधबार", "2026-02-11", "bikram"),
        ("hijridate", "ar", "22 رمضان 1446", "2025-03-22", "hijri"),
    ],
)
def test_a_day_of_another_calendar_becomes_a_gregorian_one(
    library: str, language: str, cell: str, day: str, era: str
) -> None:
    """A day of another calendar becomes a Gregorian one, and its calendar is named."""
    importlib.import_module(library)  # of the extra `calendars`, which the test environment holds
    row = read_dates([cell], languages=language, crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), row["era"]) == (day, era)


@pytest.mark.parametrize(
    ("cell", "language", "day", "era"),
    [
        ("መስከረም 1 ቀን 2019", "am", "2026-09-11", "ethiopic"),
        ("ጳጉሜን 5 ቀን 2018", None, "2026-09-10", "ethiopic"),
        ("24 የካቲት 2018", None, "2026-03-03", "ethiopic"),
        ("ኅዳር 16 ቀን 2017 ዓ.ም", "am", "2024-11-25", "ethiopic"),
        ("መስከረም 1 2026", "ti", "2026-09-01", None),
        ("ኖቬምበር 16, 2025", "am", "2025-11-16", None),
    ],
)
def test_amharic_months_are_ethiopic_ones(cell: str, language: str | None, day: str, era: str | None) -> None:
    """Amharic months are Ethiopic ones; in Tigrinya some are names of common months, of common years."""
    row = read_dates([cell], languages=language, crawled=date(2026, 11, 25)).iloc[0]
    assert (str(row["date"]), None if row["era"] != row["era"] else row["era"]) == (day, era)


@pytest.mark.parametrize("language", ["zh-TW", None])
def test_years_of_the_republic_without_marks(language: str | None) -> None:
    """Seven digits alone are year, month and day."""
    cells = ["1150211", "1150128", "1141231"]
    frame = read_dates(cells, languages=language, crawled=CRAWLED)
    assert [str(day) for day in frame["date"]] == ["2026-02-11", "2026-01-28", "2025-12-31"]
    assert set(frame["era"]) == {"minguo"}


def test_persian_digits_tell_the_calendar_of_short_years() -> None:
    """A page that declares nothing and writes them counts its years as Persian pages do."""
    frame = read_dates(["۰۴/۱۱/۲۲", "۰۴/۱۱/۱۸", "۰۴/۱۰/۰۵"], crawled=CRAWLED)
    assert [str(day) for day in frame["date"]] == ["2026-02-11", "2026-02-07", "2025-12-26"]


def test_two_calendars_joined_by_a_dash_are_one_day() -> None:
    """The common one is read, and is certain."""
    cell = "24 شعبان 1447 هـ - 12 فبراير 2026 م"
    row = read_dates([cell], languages="ar", crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), row["certain"]) == ("2026-02-12", True)


def test_an_impossible_day_of_another_calendar_is_empty() -> None:
    """The 31st of the seventh Jalali month does not exist."""
    row = read_dates(["1404/07/31"], languages="fa", crawled=CRAWLED).iloc[0]
    assert row["reason"] == "date_impossible"


def test_both_calendars_in_one_cell_are_read_by_the_common_one() -> None:
    """Where an Arabic site gives both days, no conversion is needed."""
    cell = "24 شعبان 1447هـ الموافق 12 فبراير 2026م"
    row = read_dates([cell], languages="ar", crawled=CRAWLED).iloc[0]
    assert str(row["date"]) == "2026-02-12"


def test_common_years_on_persian_pages_stay() -> None:
    """A Persian page that writes the common year is not converted."""
    row = read_dates(["2026/02/11"], languages="fa", crawled=CRAWLED).iloc[0]
    assert str(row["date"]) == "2026-02-11"
    assert row["era"] != row["era"]


def test_without_the_library_the_day_is_empty_and_counted() -> None:
    """A calendar that cannot be converted here is never read as the common one."""
    program = (
        "import sys; sys.modules['jdatetime'] = None\n"  # as if it were not installed
        "from datetime import date\n"
        "from pipelines.dates import read_dates\n"
        "row = read_dates(['1404/11/22'], languages='fa', crawled=date(2026, 2, 14)).iloc[0]\n"
        "print(row['date'], row['reason'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.split() == ["<NA>", "date_calendar_missing"]


def test_a_list_without_such_days_loads_no_library_of_theirs() -> None:
    """One warns as it is imported where no language is set, as in a service: under `-W error` a run on any list crashed."""
    code = (
        "import sys\nfrom datetime import date\nfrom pipelines.dates import read_dates\n"
        "read = read_dates(['31.02.2026', '12.02.2026', ''], crawled=date(2026, 2, 14))\n"
        "print(read['date'].notna().tolist(), [n for n in ('jdatetime', 'hijridate', 'nepali_datetime') if n in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout == "[False, True, False] []\n"


@pytest.mark.parametrize(
    ("cells", "language", "tld", "days"),
    [
        (["115/02/11", "99/05/20", "88/07/01"], "zh-TW", None, ["2026-02-11", "2010-05-20", "1999-07-01"]),
        (["100/01/03", "99/12/28"], None, "tw", ["2011-01-03", "2010-12-28"]),
        (["02/05/20", "99/03/01"], "zh-TW", "tw", ["2002-05-20", "1999-03-01"]),
        (["99/05/20", "99/05/02"], "zh-CN", "cn", ["1999-05-20", "1999-05-02"]),
    ],
)
def test_short_years_of_the_republic(
    cells: list[str], language: str | None, tld: str | None, days: list[str]
) -> None:
    """On a page of Taiwan, beside a year of three digits, they are certain; beside short years of this century they are common ones."""
    read = read_dates(cells, languages=language, tlds=tld, crawled=CRAWLED)
    assert [str(day) for day in read["date"]] == days
    assert read["certain"].all()


@pytest.mark.parametrize("cell", ["99/05/20", "99.5.20", "99年5月20日", "990520"])
def test_short_years_of_the_republic_alone_are_open(cell: str) -> None:
    """Long after, nothing else tells them from years of the last century; in their own time the other reading is none."""
    late, then = (read_dates([cell], tlds="tw", crawled=day).iloc[0] for day in (CRAWLED, date(2010, 6, 1)))
    assert (str(late["date"]), late["certain"]) == ("2010-05-20", False)
    assert (str(then["date"]), then["certain"]) == ("2010-05-20", True)


@pytest.mark.parametrize("language", ["th", "ja", "en", None])
def test_the_name_of_a_month_tells_the_calendar_of_its_short_years(language: str | None) -> None:
    """`69` behind a Thai month is of the Buddhist calendar, whatever the page declares."""
    row = read_dates(["12 ก.พ. 69"], languages=language, crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-02-12", True)


def test_a_thai_site_that_declares_english_writes_short_years_of_its_calendar() -> None:
    """`61` is 2018 there in yearly lists too; `24` is of the common calendar."""
    frame = read_dates(
        ["7/4/61", "2/3/60", "17/5/58"], languages="en-US", tlds="th", crawled=date(2024, 10, 12)
    )
    assert [str(day) for day in frame["date"]] == ["2018-04-07", "2017-03-02", "2015-05-17"]
    common = read_dates(["17/5/24", "30/4/24"], languages="en-GB", tlds="th", crawled=date(2024, 10, 12))
    assert [day.year for day in common["date"]] == [2024, 2024]


@pytest.mark.parametrize(
    ("cells", "language"), [(["ش، 24-10-2026", "د، 19-10-2026"], "ug"), (["ه 2026/10/24"], "fa")]
)
def test_a_common_year_behind_a_letter_of_another_calendar_is_common(cells: list[str], language: str) -> None:
    """Letters that stand for a calendar behind a year stand for a weekday before a date."""
    read = read_dates(cells, languages=language, crawled=date(2026, 11, 25))
    assert str(read["date"].iloc[0]) == "2026-10-24"


def test_this_year_of_the_common_calendar_beside_a_month_of_another_is_open() -> None:
    """By its month the year is half a century back; a page that writes the crawl's own year may mean it."""
    read = read_dates(["25 फागुन 2026", "25 फागुन 2082"], languages="ne", crawled=date(2026, 11, 25))
    assert read["certain"].tolist() == [False, True]


@pytest.mark.parametrize(
    "cells",
    [
        ["丙午年十月六日", "丙午年九月廿日", "丙午年八月十日", "丙午年六月五日"],
        ["병오년 10월 6일", "병오년 9월 25일", "병오년 8월 19일", "병오년 7월 16일"],
        ["음력 10월 6일", "음력 9월 25일", "음력 8월 19일", "음력 7월 16일"],
        ["农历2026年10月6日", "农历2026年9月25日", "农历2026年8月19日"],
        ["Ngày 14 tháng 10 năm Bính Ngọ", "Ngày 02 tháng 9 năm Bính Ngọ", "ngày 01 tháng 8 năm Bính Ngọ"],
        ["Mùng 6/10 âm lịch", "Rằm tháng 9 âm lịch", "19/8 âm lịch"],
    ],
)
def test_days_of_the_lunar_calendar_are_left_unread(cells: list[str]) -> None:
    """A month later by the common calendar; read as days of that they ran down the list and were certain."""
    assert read_dates(cells, crawled=date(2026, 11, 25))["date"].isna().all()


@pytest.mark.parametrize(
    "cell",
    [
        "2026年11月14日 丙午年十月六日",
        "2026년 11월 14일 (음력 10월 6일)",
        "农历十月六日 2026-11-14",
        "음력 10월 6일, 2026.11.14",
        "14/11/2026 (6 tháng 10 năm Bính Ngọ)",
        "14/11/26 Quý Thìn",
    ],
)
def test_the_common_day_beside_a_lunar_one_is_read(cell: str) -> None:
    """On whichever side it stands."""
    read = read_dates([cell], crawled=date(2026, 11, 25))
    assert str(read["date"][0]) == "2026-11-14"
    assert read["certain"].all()


@pytest.mark.parametrize(
    ("cells", "era", "days"),
    [
        (["23/5/1448 AH", "26/4/1448 AH"], "hijri", ["2026-11-03", "2026-10-07"]),
        (["23.05.48 AH", "26.04.48 AH"], "hijri", ["2026-11-03", "2026-10-07"]),
        (["23.08.05 AP", "06.08.05 AP"], "jalali", ["2026-11-14", "2026-10-28"]),
        (["23.08.1405 A. P.", "06.08.1405 A. P."], "jalali", ["2026-11-14", "2026-10-28"]),
        (["22/08/8 R", "30/07/8 R"], "reiwa", ["2026-08-22", "2026-07-30"]),
    ],
)
def test_words_behind_a_year_name_its_calendar(cells: list[str], era: str, days: list[str]) -> None:
    """As the libraries of other languages write it: the day is converted."""
    read = read_dates(cells, crawled=date(2026, 11, 25))
    assert ([str(day) for day in read["date"]], set(read["era"])) == (days, {era})


def test_short_years_that_fit_two_calendars_are_open() -> None:
    """`05` behind which `AP` stands is 1405 or, where an agency is meant, 2005; nothing else is 1405."""
    open_, sure = (
        read_dates([cell], crawled=date(2026, 11, 25))["certain"].iloc[0]
        for cell in ("23.08.05 AP", "23.08.1405 AP")
    )
    assert (open_, sure) == (False, True)


@pytest.mark.parametrize(
    "cells",
    [
        ["3/23/2019 AM", "2/15/2019 AM", "1/18/2019 AM"],
        ["13 hed. 2019 AM", "18 mäs. 2019 AM", "1 näh. 2018 AM"],
        ["05/03/1743 ap. D.", "27/01/1743 ap. D."],
        ["23.02.87 AM", "22.01.87 AM"],
        ["23/8/1948 शक", "27/7/1948 शक"],
        ["8/20/1948 Śaka", "7/15/1948 Śaka"],
        ["16 juin 1405 A. P."],
    ],
)
def test_days_of_calendars_that_are_named_and_not_converted_are_left_unread(cells: list[str]) -> None:
    """Ethiopic, Coptic, Hebrew and Indian ones, and a day of the Jalali calendar with a month of another."""
    read = read_dates(cells, crawled=date(2026, 11, 25))
    assert read["date"].isna().all()
    assert set(read["reason"]) == {"date_unreadable"}


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("23/10/2026 AM", "2026-10-23"),
        ("23/10/26 AM", "2026-10-23"),
        ("23/10/2016 10:30 AM", "2016-10-23"),
        ("10:30 AM 23/10/2016", "2016-10-23"),
        ("23.10.2026 AH", "2026-10-23"),
        ("Oct 23, 2005 AP", "2005-10-23"),
    ],
)
def test_the_same_words_behind_a_common_year_name_none(cell: str, day: str) -> None:
    """There they are a morning, an author's initials or an agency."""
    assert str(read_dates([cell], crawled=date(2026, 11, 25))["date"].iloc[0]) == day


@pytest.mark.parametrize("cell", ["16 juillet 1405", "16 July 2083"])
def test_a_month_of_the_common_calendar_has_no_year_of_another(cell: str) -> None:
    """By its number alone the year would be a Jalali or a Bikram one, near the crawl and certain."""
    assert read_dates([cell], crawled=date(2026, 11, 25))["era"].isna().all()


def test_the_language_of_a_weekday_tells_the_calendar_of_a_month() -> None:
    """`ታሕሳስ` is the fourth month of the Ethiopic calendar in Amharic and December in Tigrinya."""
    row = read_dates(["ሰንበት, ታሕሳስ 13, 2020"], crawled=date(2026, 11, 25)).iloc[0]
    assert (str(row["date"]), row["era"] == row["era"]) == ("2020-12-13", False)
