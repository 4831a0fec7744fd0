"""Cells that few sites write, each with the day that its reader sees in it."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("12 ÄŒervna 2026", "2026-06-12"),  # a letter of Czech that ftfy leaves alone in its word
        ("03/14-15/2026", "2026-03-14"),
        ("17 нэгдүгээр сар 2026", "2026-01-17"),
        ("2026 оны 2-р сарын 11", "2026-02-11"),  # the month's number before its word
        ("11-го ноября 2026", "2026-11-11"),
        ("2026年11月18日 10时30分20秒", "2026-11-18"),
        ("18.11.2026 MB", "2026-11-18"),
        ("18.11.26, 12 KB", "2026-11-18"),
        ("(3) Nov 18", "2026-11-18"),  # a count in brackets opens the cell
        ("# 2 - 28 September 2026", "2026-09-28"),
        ("(PDF - 1,2 Mo) 18 nov.", "2026-11-18"),  # a size in French, and no Monday in German
        ("9 de mhí Mheán an Fhómhair 2026", "2026-09-09"),
        ("2025 9月1日", "2025-09-01"),
        ("6月1日周一至3日", "2026-06-01"),  # the word for "to" is glued to the weekday
        ("15 II 26", "2026-02-15"),
        # months that are counted
        ("2025 оны 9 дүгээр сарын 1-ний өдөр", "2025-09-01"),
        ("2025 оны 8 дугаар сарын 14", "2025-08-14"),
        ("2026-يىلى 9-ئاينىڭ 5-كۈنى", "2026-09-05"),
        ("2026-يىلى9-ئاينىڭ5-كۈنى", "2026-09-05"),
        ("20 12-ئاي 2025", "2025-12-20"),
        ("21 Th.7 2024", "2024-07-21"),
        ("二〇二六年三月廿八日", "2026-03-28"),
        ("十一月廿日", "2026-11-20"),
        ("2026年1月卅一日", "2026-01-31"),
        # a time with points, behind a year that a point closes, or before one
        ("среда, 18.новембар.2026. 10.04", "2026-11-18"),
        ("18. novembar 2026. 00.19", "2026-11-18"),
        ("06.05, 2026 Eylül 17", "2026-09-17"),
        ("2026. február 11. 10.04", "2026-02-11"),
    ],
)
def test_the_day_is_read_and_sure(cell: str, day: str) -> None:
    """What else stands in the cell belongs to the date, or says nothing of it."""
    read = read_dates([cell], crawled=CRAWLED)
    assert (str(read["date"][0]), bool(read["certain"][0])) == (day, True)


@pytest.mark.parametrize(
    ("cell", "stamp"),
    [
        ("2026年11月18日 下午3:05 +08:00", "2026-11-18 07:05:00"),
        ("2026년 11월 18일 오후 3:05 +09:00", "2026-11-18 06:05:00"),
        ("18 Nov 2026 PM 3:05 +01:00", "2026-11-18 14:05:00"),
        ("2026年11月18日 19時07分30秒 +09:00", "2026-11-18 10:07:30"),
    ],
)
def test_the_half_of_the_day_and_the_seconds_count(cell: str, stamp: str) -> None:
    """The word for the afternoon may stand before the hour."""
    assert str(read_dates([cell], crawled=CRAWLED)["published_at"][0]) == f"{stamp}+00:00"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("कल | खेल", "2026-11-25"),  # one word for yesterday and tomorrow
        ("28 September 845 places", "2026-09-28"),
        ("18 Nov 1204 seats", "2026-11-18"),
        ("11/18 comments", None),
        ("25/10/11 cm", None),
        ("1.2.10 MB", None),
        ("25 mb", None),
        ("3.11.26-beta", "2026-11-03"),
        ("10-week May 2026 course", "2026-05-01"),
        ("Open today 9-17", None),
        ("1234567 days ago", None),
        ("do 12345", None),  # a Thursday, were it a day
    ],
)
def test_numbers_of_something_else_make_no_sure_day(cell: str, day: str | None) -> None:
    """A count or a measure is no year; what is left is open, or nothing."""
    read = read_dates([cell], crawled=CRAWLED)
    assert not read["certain"][0]
    assert (None if read["date"].isna()[0] else str(read["date"][0])) == day


def test_where_most_numbers_are_years_of_no_calendar_none_is_one() -> None:
    """Two of three numbers behind the days are no years, so that the third may count seats as well."""
    read = read_dates(["18 Nov 1204 seats", "12 Nov 1207 seats", "5 Nov 2011 seats"], crawled=CRAWLED)
    assert not read["certain"].any()
