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
    "cell",
    [
        "eile | Sport",
        "Sport · acum o zi",
        "för en dag sedan | Kultur",
        "1 g fa | Sport",
        "Sport | 1 g fa",
        "کل",
        "कल",
    ],
)
def test_a_phrase_parted_by_a_mark_is_read_by_itself(cell: str) -> None:
    """Words of minor use elsewhere, and units of a letter, are believed where nothing stands beside them; one word for two days is open."""
    row = read_dates([cell], crawled=date(2026, 11, 25)).iloc[0]
    assert str(row["date"]) == "2026-11-24"
    assert row["certain"] == (cell not in ("کل", "कल"))


@pytest.mark.parametrize("cell", ["Tarih: dün", "Avaldatud eile"])
def test_a_word_of_other_meaning_is_read_behind_what_announces_a_day(cell: str) -> None:
    """`dün` and `eile` are common words elsewhere; behind a colon or a word for publishing they are yesterday."""
    assert str(read(cell)["date"]) == "2026-10-19"


@pytest.mark.parametrize(
    "cell",
    ["Today's special", "Read more", "Open 9am-5pm", "9:00–17:00", "今日頭條", "last one", "pre sat course"],
)
def test_what_only_sounds_like_a_day_is_none(cell: str) -> None:
    """What belongs to a day, hours of business and names with the word for a day in them."""
    assert pd.isna(read(cell)["date"])


@pytest.mark.parametrize("cell", ["2 weeks ago", "vor einer Woche", "last week", "3 weeks ago by Ana"])
def test_weeks_alone_leave_the_day_open(cell: str) -> None:
    """Programs round to whole weeks, so the day is any of seven."""
    row = read(cell)
    assert (row["certain"], row["reason"]) == (False, "date_approximate")


def test_days_beside_weeks_tell_the_day() -> None:
    """`1 week, 3 days ago` is ten days ago."""
    row = read("1 week, 3 days ago")
    assert (str(row["date"]), row["certain"]) == ("2026-10-10", True)


@pytest.mark.parametrize("cell", ["11月 2026", "十一月 2026", "11월 2026"])
def test_a_month_before_its_year_is_a_month(cell: str) -> None:
    """The year behind the sign of a month gives no day of it."""
    row = read(cell)
    assert (str(row["date"]), row["reason"]) == ("2026-11-01", "date_day_missing")


@pytest.mark.parametrize("time", ["21h05m30s", "21h05min", "21h05m", "21h05"])
def test_a_time_may_spell_its_units_out(time: str) -> None:
    """Letters behind minutes and seconds belong to the time."""
    assert str(read(f"18/11/2026 {time}")["date"]) == "2026-11-18"


@pytest.mark.parametrize(
    "cell",
    [
        "9 a viz Gwengolo 2026",
        "9mh An t-Sultain 2026",
        "9 Am Sultain 2026",
        "9 dhen t-Sultain 2026",
        "the 9th day of September 2026",
        "9 del mes de septiembre de 2026",
        "9 del mese di settembre 2026",
        "9 do mês de setembro de 2026",
        "9 de mhí Mheán an Fhómhair 2026",
        "9 de Mheán Fómhair 2026",
    ],
)
def test_words_for_the_month_stand_between_a_day_and_its_name(cell: str) -> None:
    """Breton `a viz`, a Gaelic article, `day of`: they part no day from its month."""
    row = read(cell)
    assert (str(row["date"]), row["certain"]) == ("2026-09-09", True)


@pytest.mark.parametrize("cell", ["11月 18 2026", "11월 18 | 2026", "11月 2026 18", "11月18日 2026"])
def test_a_year_behind_a_marked_month_and_its_day_is_read(cell: str) -> None:
    """As software writes it that puts the month first in every language."""
    assert str(read(cell)["date"]) == "2026-11-18"


@pytest.mark.parametrize("cell", ["The very best books of last year", "De film van vorig jaar was erg slap"])
def test_a_span_in_a_title_is_no_date(cell: str) -> None:
    """People speak of last year without saying when."""
    assert pd.isna(read(cell)["date"])


@pytest.mark.parametrize("cell", ["12 ago · hace 2 días", "Madrid, 12 ago.", "12 ago 3 commenti"])
def test_behind_a_day_ago_is_a_month(cell: str) -> None:
    """Spanish and Italian August, where English has said how long since."""
    assert str(read(cell)["date"]) == "2026-08-12"


@pytest.mark.parametrize("cell", ["\u0301", " \u0301 Nov", "-\u0300 Ana", "\u0951", "\u064e"])
def test_a_mark_without_a_letter_is_read_over(cell: str) -> None:
    """An accent that stands alone is a word of no letters."""
    assert pd.isna(read(cell)["date"])


@pytest.mark.parametrize(
    "cell", ["$T scrive nel testo la data di oggi", "बंद होने से पहले मिनट:", "दो बजे से पूर्वी हवा"]
)
def test_prose_about_a_day_tells_none(cell: str) -> None:
    """A word for a date deep in a sentence announces none, and Hindi `से पहले` is before, no second ago."""
    assert read_dates([cell], crawled=CRAWLED)["date"].isna().all()
