"""Weekdays of two words, with a hyphen or a space between them, and those that are a month in another language."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.dates import read_dates


@pytest.mark.parametrize(
    ("cell", "language", "day"),
    [
        ("quarta-feira, 19 de novembro", "pt", date(2025, 11, 19)),
        ("19 novembro, Quarta-feira", "pt-BR", date(2025, 11, 19)),
        ("سه شنبه 18 نوامبر", "fa", date(2025, 11, 18)),
        ("سه\N{ZERO WIDTH NON-JOINER}شنبه 18 نوامبر", "fa", date(2025, 11, 18)),
        ("L-Erbgħa, 19 ta’ Novembru", "mt", date(2025, 11, 19)),
        ("lun. 18 août", "fr", date(2025, 8, 18)),
        ("18 ago, lun", "es", date(2025, 8, 18)),
        ("19 арван нэгдүгээр сар лхагва", "mn", date(2025, 11, 19)),
        ("19 Meán Fómhair Dé hAoine", "ga", date(2025, 9, 19)),
        ("יום ד׳ 19 נוב׳", "he", date(2025, 11, 19)),
        ("יום ד', 19 בנובמבר", "he", date(2025, 11, 19)),
        ("sub 14 velj", "hr", date(2026, 2, 14)),
        ("Sze 19.11.", "hu", date(2025, 11, 19)),
        ("sht 15.11.", "sq", date(2025, 11, 15)),
        ("Pay 20.11.", "uz", date(2025, 11, 20)),
        ("ማክሰ 18 – ሐሙስ 20፣ ኖቬም", "am", date(2025, 11, 18)),
        ("П’ятниця, 21 листопада", "uk", date(2025, 11, 21)),
        ("п'ятниця, 21 листопада", "uk", date(2025, 11, 21)),
    ],
)
def test_the_weekday_tells_the_year(cell: str, language: str, day: date) -> None:
    """The day of another year falls on another weekday; `lun` is August in Irish."""
    frame = read_dates([cell], languages=language, crawled=date(2026, 11, 25))
    assert frame["date"].iloc[0] == day


@pytest.mark.parametrize("cell", ["Thứ 5, 19/11", "T5, 19/11", "Thứ 5 ngày 19/11", "T5 - 19/11/2026"])
def test_a_weekday_that_is_counted_is_no_part_of_the_date(cell: str) -> None:
    """Vietnamese numbers its weekdays."""
    row = read_dates([cell], languages="vi", crawled=date(2026, 11, 25)).iloc[0]
    assert (row["date"], bool(row["certain"])) == (date(2026, 11, 19), True)


@pytest.mark.parametrize("cell", ["21.11, 12:40", "21.11 | 12:40", "21.11 – 12:40"])
def test_a_pair_before_its_time_is_one_as_well_as_alone(cell: str) -> None:
    """Whatever mark parts the two."""
    row = read_dates([cell], languages="ru", crawled=date(2026, 11, 25)).iloc[0]
    assert (row["date"], bool(row["certain"])) == (date(2026, 11, 21), True)


@pytest.mark.parametrize(
    ("language", "cell"),
    [
        ("zh", "上周五"), ("zh-TW", "上週五 17:05"), ("ja", "先週の金曜日"), ("th", "วันศุกร์ที่แล้ว"), ("sv", "i fredags"), ("da", "i fredags kl. 17:05"),
        ("uk", "минулої п’ятниці о 17:05"), ("vi", "thứ Sáu tuần trước lúc 17:05"), ("ga", "Dé hAoine seo caite"), ("lv", "pagājušo piektdienu"),
    ],
)  # fmt: skip
def test_the_last_such_weekday(language: str, cell: str) -> None:
    """Words for the last one stand beside a weekday, or are written into it; the day is told from the crawl."""
    row = read_dates([cell], languages=language, crawled=date(2026, 11, 25)).iloc[0]
    assert (row["date"], row["reason"]) == (date(2026, 11, 20), "date_approximate")


@pytest.mark.parametrize(
    ("cell", "day"),
    [("ראשון, 22.11, 20:00", "2026-11-22"), ("ראשון, 23.11", "2025-11-23"), ("פרק שני 12.11", "2026-11-12"), ("שלב שני 5/11/2026", "2026-11-05")],
)  # fmt: skip
def test_hebrew_ordinals_are_weekdays_in_front_of_a_day(cell: str, day: str) -> None:
    """Behind another word they count: a second chapter, a second stage."""
    frame = read_dates([cell], languages="he", tlds="il", crawled=date(2026, 11, 25))
    assert str(frame["date"].iloc[0]) == day
