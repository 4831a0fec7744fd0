"""Cells as content systems write them: a date with an author, a category, a weekday, counts or a link behind or before it."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from babel.dates import get_day_names
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 25)
DAY = "2026-11-18"
LOCALES = "en fr de es it pt nl sv da nb fi pl cs sk sl hr hu ro bg ru uk el tr ar he hi th vi id ja zh ko ka lt lv et ca eu gl".split()
NAMES = (
    "Jan de Vries",
    "Ion Popescu",
    "Ján Kováč",
    "Anna Berg",
    "Jan Kowalski",
    "May Lee",
    "Ana Gen",
    "Mar Ruiz",
)


def read(cells: list[str], language: str | None = None) -> pd.DataFrame:
    """Cells, each a list of its own."""
    return read_dates(cells, groups=range(len(cells)), languages=language, crawled=CRAWLED)


@pytest.mark.parametrize("written", ["2026-11-18", "2026/11/18", "2026.11.18", "18.11.2026", "18/11/2026"])
@pytest.mark.parametrize("around", ["{0} {1}", "{0} ({1})", "{0}, {1}", "{1} {0}", "{1}, {0}"])
def test_a_weekday_beside_a_numeric_date_changes_nothing(written: str, around: str) -> None:
    """`2026-11-18 (mar.)`: three numbers that a mark joins need no month, whatever month the weekday looks like."""
    names = {
        get_day_names(width, "format", locale)[2] for locale in LOCALES for width in ("wide", "abbreviated")
    }
    cells = [around.format(written, name) for name in sorted(names)]
    found = read(cells)["date"].astype(str)
    assert [cell for cell, day in zip(cells, found, strict=True) if day != DAY] == []


@given(
    day=st.dates(date(2015, 1, 1), CRAWLED),
    form=st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d/%m/%Y", "%y-%m-%d"]),
    tail=st.sampled_from(
        [*NAMES, *(f"by {name}" for name in NAMES), "od Jána", "Read more", "Comments (3)", "View all"]
    ),
)
def test_what_stands_behind_a_numeric_date_is_no_part_of_it(day: date, form: str, tail: str) -> None:
    """An author or a link behind a date leaves it what it is without them."""
    written = day.strftime(form)
    plain, beside = (read([cell])["date"].astype(str).iloc[0] for cell in (written, f"{written} {tail}"))
    assert beside == plain


@pytest.mark.parametrize(
    ("language", "cell"),
    [
        ("en", "Nov 18 Read more"), ("en", "18 Nov View details"), ("en", "Nov 18 Comments (3)"), ("en", "Nov 18 | Comments: 3"),
        ("de", "18. November Kommentare (12)"), ("en", "18 Nov · 1 comment"), ("hi", "18 नवंबर (12 टिप्पणी)"),
        ("vi", "18/11 · 27 bình luận"), ("ko", "11-18 조회 12"), ("zh", "11-18 浏览：1234"), ("nb", "18. nov. Les mer"),
        ("en", "Nov 18 by Anna Berg"), ("de", "18. Nov. · von Anna Berg · 12 Min. Lesezeit"), ("hu", "Nagy Anna - nov. 18."),
        ("cs", "18. 11. v 14.21"), ("sk", "18. 11. o 14.21"), ("it", "Pubblicato il 18/11"), ("pl", "Opublikowano: 18.11"),
        ("es", "18/11 · 12 min de lectura"), ("lv", "Atjaunots 2026. gada 18. novembris"), ("en", "Nov 18 128 photos"),
        ("en", "The Sun, 18 November"), ("en", "Daily Sun · 18 Nov"), ("de", "Tom Freitag, 18.11."), ("fr", "18 nov. | Sam Berg"),
        ("de", "Aktualisiert: 20.11. | Veröffentlicht: 18.11."), ("fi", "ke 18.11.26"), ("nl", "wo 2026.11.18"), ("fr", "18&nbsp;novembre&#32;2026"),
        ("et", "18.11 kell 16.05"), ("eu", "azaroak 18"), ("ht", "18 novanm"), ("km", "ថ្ងៃទី18 ខែវិច្ឆិកា ឆ្នាំ2026 | ព័ត៌មាន"),
        ("kk", "2026 жылғы 18 қараша - Жаңалықтар"), ("vi", "Đăng ngày: 18/11"),
        ("vi", "Thứ Tư, 18 tháng 11, 2026 | 04:15–19:15"), ("en", "Updated 18 Nov 2026 10:30 | 12 min read | 3 comments | 45 views"),
    ],
)  # fmt: skip
def test_the_day_is_the_one_a_reader_sees(language: str, cell: str) -> None:
    """Alone in its list, each of these is the 18th for certain."""
    row = read([cell], language).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == (DAY, True)


@pytest.mark.parametrize(
    "cell", ["26 Des", "Berita 26 Des", "26. des. | Nyheter", "26 Des · 8 menit baca", "Des 26", "26–28 Des"]
)
def test_a_month_that_is_a_linking_word_elsewhere(cell: str) -> None:
    """`Des` behind a day is December, but no month before another word: `26 des Halles`."""
    assert str(read([cell, "26 des Halles"], "id")["date"].iloc[0]) == "2025-12-26"
    assert read(["26 des Halles"], "fr")["date"].isna().all()


@pytest.mark.parametrize(
    "cells",
    [["1. Nov 18", "2. Nov 12", "3. Nov 5", "4. Oct 30"], ["1/12", "2/12", "3/12", "4/12", "5/12"]],
)
def test_numbers_that_count_the_entries_are_no_certain_days(cells: list[str]) -> None:
    """Where the first numbers run 1, 2, 3 down the list, nothing tells a day from a place in it."""
    assert not read_dates(cells, crawled=CRAWLED)["certain"].any()


def test_weekdays_prove_that_such_numbers_are_days() -> None:
    """`Di 1/12`, `Mi 2/12` … are days."""
    read = read_dates(["Di 1/12", "Mi 2/12", "Do 3/12"], languages="de", crawled=CRAWLED)
    assert read["date"].astype(str).tolist() == ["2026-12-01", "2026-12-02", "2026-12-03"]
    assert read["certain"].all()


def test_a_short_year_far_off_in_the_own_calendar_is_a_common_one() -> None:
    """`20/02/26` on a Persian page is of 2026, for 1326 is long ago and 1426 far ahead."""
    read = read_dates(["01/03/26", "20/02/26", "15/02/26"], languages="fa", crawled=date(2026, 3, 2))
    assert read["date"].astype(str).tolist() == ["2026-03-01", "2026-02-20", "2026-02-15"]
    assert read["era"].isna().all()


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "Updated 2026 {} November"),
        ("en", "Posted 2026, {} Nov"),
        ("en", "Year 2026, {} Nov"),
        ("hi", "सन् 2026 {} नवंबर"),
        ("lv", "Publicēts 2026. gada {}. novembrī"),
    ],
)
def test_a_year_behind_a_word_that_announces_a_date_is_the_dates(language: str, written: str) -> None:
    """`Updated 2026, 18 November` leaves nothing open; `World Cup 2026: 18 November` may be of another year."""
    found = read_dates([written.format(day) for day in (20, 18, 11)], languages=language, crawled=CRAWLED)
    assert found["date"].astype(str).tolist() == ["2026-11-20", "2026-11-18", "2026-11-11"]
    assert found["certain"].all()
    other = read_dates(
        [f"World Cup 2026: {day} November" for day in (20, 18, 11)], languages="en", crawled=CRAWLED
    )
    assert not other["certain"].any()


@pytest.mark.parametrize("written", ["01/05/2021", "01.05.2021"])
def test_a_name_that_begins_as_a_weekday_does_not_turn_a_date(written: str) -> None:
    """5 January 2021 was a Tuesday, and `Mar` is one in Spanish: the author Mar Ruiz makes no `mm/dd` of a date."""
    found = read([written, f"{written} Mar Ruiz"])
    assert found["date"].astype(str).nunique() == 1
    assert found["certain"].nunique() == 1


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Sam. 21/11 à 20h", "2026-11-21"),
        ("Mar. 24/11 à 20h", "2026-11-24"),
        ("24.11 (wt.) godz. 19", "2026-11-24"),
        ("2026\n11/23\n月", "2026-11-23"),
    ],
)
def test_a_weekday_beside_numbers_is_no_month(cell: str, day: str) -> None:
    """Short words that are months elsewhere, and signs that also mark a month."""
    assert str(read_dates([cell], crawled=date(2026, 11, 25))["date"].iloc[0]) == day
