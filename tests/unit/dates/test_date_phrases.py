"""Numbers that count something else are no days; one unit ago needs no number."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from pipelines.dates import read_dates

CRAWLED = datetime(2026, 10, 20, 12, tzinfo=UTC)


def read(cell: str, language: str | None = None) -> pd.Series:
    """One cell, a list of its own."""
    return read_dates([cell], languages=language, crawled=CRAWLED).iloc[0]


@pytest.mark.parametrize(
    "cell",
    [
        "Issue 11, May 2026", "Vol. 3 No. 2, May 2026", "Nr. 12 / Mai 2026", "Heft 7, Mai 2026", "n° 11, mai 2026",
        "nº 11, mayo de 2026", "№ 11, май 2026", "č. 11, květen 2026", "#12, May 2026", "第11期 2026年5月",
        "2026年5月 第12号", "제11호 2026년 5월", "11. szám, 2026. május",
    ],
)  # fmt: skip
def test_the_number_of_an_issue_is_no_day(cell: str) -> None:
    """A month with an issue's number is a month: its first day, never certain."""
    row = read(cell)
    assert (row["date"].isoformat(), row["certain"], row["reason"]) == (
        "2026-05-01",
        False,
        "date_day_missing",
    )


@pytest.mark.parametrize("cell", ["Vol. 3, 2026", "No. 12/2026", "Ausgabe 5/2026", "2026年第5期"])
def test_an_issue_and_a_year_are_a_year(cell: str) -> None:
    """The number of an issue is no month either."""
    row = read(cell)
    assert pd.isna(row["date"])
    assert row["reason"] == "date_incomplete"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Issue 5: 12 May 2026", "2026-05-12"),
        ("Nr. 5 vom 12. Mai 2026", "2026-05-12"),
        ("No. 3, 24.09.2026", "2026-09-24"),
        ("no 12 de maio de 2026", "2026-05-12"),
        ("May 5 results: June 3, 2026", "2026-06-03"),
        ("May 5 – June 3, 2026", "2026-05-05"),
    ],
)
def test_a_whole_date_beside_other_numbers_is_read(cell: str, day: str) -> None:
    """What an issue's number or another day stands beside keeps its own numbers."""
    row = read(cell)
    assert row["date"].isoformat() == day
    assert row["certain"]


@pytest.mark.parametrize("cell", ["45 min", "30 Min.", "24 Sep 20266"])
def test_how_long_something_takes_is_no_day(cell: str) -> None:
    """Minutes that nothing calls past, and a year with a digit too many, give no day."""
    assert pd.isna(read(cell)["date"])


@pytest.mark.parametrize(
    ("cells", "day"),
    [
        (
            "час назад|годину тому|godzinę temu|před hodinou|tunti sitten|منذ ساعة|acum o oră|một giờ trước|一小时前|"
            "한 시간 전|एक घंटा पहले|un'ora fa|un\N{RIGHT SINGLE QUOTATION MARK}ora fa|πριν μια ώρα|преди час|prije sat vremena|"
            "pirms stundas|prieš valandą|hace un momento|satu jam yang lalu|หนึ่งชั่วโมงที่แล้ว",
            "2026-10-20",
        ),
        (
            "неделю назад|тиждень тому|tydzień temu|před týdnem|viikko sitten|منذ أسبوع|acum o săptămână|một tuần trước|"
            "一周前|一週間前|일주일 전|एक सप्ताह पहले|преди седмица|pred týždňom|una settimana fa|vor einer Woche",
            "2026-10-13",
        ),
        ("месяц назад|miesiąc temu|před měsícem|منذ شهر|一个月前|한 달 전|sebulan yang lalu", "2026-09-20"),
        ("πριν 2 ημέρες|2 days ago", "2026-10-18"),
    ],
)  # fmt: skip
def test_one_unit_ago_needs_no_number(cells: str, day: str) -> None:
    """An hour, a week, a month ago is read where the number is left out, a word, or part of one."""
    phrases = cells.split("|")
    frame = read_dates(phrases, groups=range(len(phrases)), crawled=CRAWLED)
    assert {str(found) for found in frame["date"]} == {day}


@pytest.mark.parametrize("cell", ["24-11-1447", "24/11/1447", "24 ذو القعدة 1447"])
def test_hijri_days_are_never_certain(cell: str) -> None:
    """Written in numbers or with a name, a Hijri day waits for the moon."""
    assert not read(cell, "ar")["certain"]


@pytest.mark.parametrize(
    "cell", ["eile | Sport", "Sport · acum o zi", "för en dag sedan | Kultur", "کل", "कल"]
)
def test_a_phrase_parted_by_a_mark_is_read_by_itself(cell: str) -> None:
    """Words of minor use elsewhere are believed where nothing stands beside them; one word for two days is open."""
    row = read_dates([cell], crawled=date(2026, 11, 25)).iloc[0]
    assert str(row["date"]) == "2026-11-24"
    assert row["certain"] == (cell not in ("کل", "कल"))
