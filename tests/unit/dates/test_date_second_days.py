"""Two days in a cell, each behind words of its own, of which at most the word for a change is known."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from pipelines.dates import read_dates, why
from pipelines.site import Site

CRAWLED = date(2026, 11, 25)


def read(cells: list[str], language: str | None = None) -> pd.DataFrame:
    """Cells, each a list of its own."""
    return read_dates(cells, groups=range(len(cells)), languages=language, crawled=CRAWLED)


@pytest.mark.parametrize(
    ("language", "cell"),
    [
        ("en", "Updated: 20 Nov 2026 | Online since: 18 Nov 2026"), ("en", "Last reviewed 20 Nov 2026, submitted 18 Nov 2026"),
        ("de", "Aktualisiert: 20.11.2026 Freigegeben: 18.11.2026"), ("sk", "Zmenené: 20. 11. 2026, pridané: 18. 11. 2026"),
        ("zh", "更新时间：2026-11-20 成文日期：2026-11-18"), ("vi", "Cập nhật: 20 tháng 11, 2026 | Ngày tạo: 18 tháng 11, 2026"),
        ("lv", "Labots 20.11.2026, ievietots 18.11.2026"), ("is", "Uppfært: 20. nóv. 2026 Skráð: 18. nóv. 2026"),
    ],
)  # fmt: skip
def test_an_earlier_day_behind_one_of_a_change_is_rather_that_of_the_publication(
    language: str, cell: str
) -> None:
    """What was published was not changed before; that the words say so nobody knows, and the day is open."""
    row = read([cell], language).iloc[0]
    assert (str(row["date"]), bool(row["certain"]), row["reason"]) == ("2026-11-18", False, "date_ambiguous")


@pytest.mark.parametrize(
    ("language", "cell"),
    [
        ("de", "Geändert: 20.11.2026, 14:30 Uhr | 18.11.2026"), ("hu", "Módosítva: 2026.11.20. 14 óra | 2026.11.18."),
        ("el", "Ενημέρωση: 20.11.2026, ώρα 14:30 | 18.11.2026"), ("pl", "Zmieniono dnia 20.11.2026 | dzień 18.11.2026"),
        ("pl", "Zmieniono 20.11.26 godz. 14:30 | 18.11.26"), ("hr", "Ažurirano 20.11.26 u 14:30 sati | 18.11.26"),
    ],
)  # fmt: skip
def test_a_word_for_the_hour_or_the_day_labels_no_day(language: str, cell: str) -> None:
    """Parted from the day of a change stands the one of publication, in whatever letters its words are."""
    row = read([cell], language).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-11-18", True)


@pytest.mark.parametrize(
    "cell",
    ["Updated 20 Nov 2026 | Effective 1 Jan 2020", "Last updated 20 Nov 2026. Data as of 19 Nov 2026", "更新日：2026年11月20日 施行日：2020年1月1日"],
)  # fmt: skip
def test_a_coming_into_force_is_built_alike_and_never_certain(cell: str) -> None:
    """Which of the two days is the entry's no shape tells."""
    assert not read([cell]).iloc[0]["certain"]


@pytest.mark.parametrize(
    ("language", "cell"),
    [
        ("en", "Reviewed 20 Nov 2026 by Dr Smith, who joined us on 12 June 2024"),
        ("de", "Pressemitteilung vom 20. November 2026 zum Beschluss vom 18. November 2026"),
        ("fr", "Arrêté du 20 novembre 2026 modifiant l'arrêté du 27 février 2026"),
        ("en", "Press release Nov 20, 2026 | Results for the quarter ended Sept 30, 2026"),
    ],
)
def test_a_day_that_a_sentence_tells_of_moves_nothing(language: str, cell: str) -> None:
    """A label is short, and stands apart from the first day where neither is known."""
    row = read([cell], language).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-11-20", True)


@pytest.mark.parametrize(
    "cell",
    ["Updated: 18 Nov 2026 | Doors open: 20 Nov 2026", "Posted 18 Nov 2026 | Minutes of 4 March 2026", "18 Nov 2026 | Minutes of 4 March 2026"],
)  # fmt: skip
def test_a_later_day_and_one_behind_a_publication_move_nothing(cell: str) -> None:
    """A day to come is no publication, and behind the word for one, or no word at all, the first day stands."""
    row = read([cell], "en").iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-11-18", True)


def test_an_earlier_day_behind_words_that_nobody_knows_leaves_the_first_open() -> None:
    """Either may be the entry's."""
    rows = read(["Xabel: 20 Nov 2026 | Yorin: 18 Nov 2026", "Xabel: 18 Nov 2026 | Yorin: 20 Nov 2026"])
    assert rows["certain"].tolist() == [False, True]
    assert rows["reason"].iloc[0] == "date_ambiguous"


def test_the_days_of_publication_are_read_as_a_list_of_their_own() -> None:
    """One of them proves the order of day and month for all."""
    cells = [
        "Updated 12/11/2026, online since 05/11/2026",
        "Updated 04/11/2026, online since 03/11/2026",
        "Updated 30/10/2026, online since 28/10/2026",
    ]
    rows = read_dates(cells, crawled=CRAWLED)
    assert [str(day) for day in rows["date"]] == ["2026-11-05", "2026-11-03", "2026-10-28"]


def test_the_other_day_is_told() -> None:
    """`explain` names it."""
    frame = pd.DataFrame(
        {"list": ["news"], "position": [0], "url": [None], "date_raw": ["Updated: 20 Nov 2026 | Online since: 18 Nov 2026"]}
    )  # fmt: skip
    site = Site("made", datetime(2026, 11, 25, tzinfo=UTC), host="example.org")
    assert any("another day behind other words" in line for line in why(frame, site, 0))


@pytest.mark.parametrize(
    "cell", ["עודכן 14 בינואר 2026 פורסם 3 בדצמבר 2025", "14 בינואר 2026 | פורסם 3 בדצמבר 2025", "14 בינואר 2026 עודכן 3 בדצמבר 2025 פורסם"]
)  # fmt: skip
def test_hebrew_months_are_months_behind_their_in(cell: str) -> None:
    """בדצמבר is "in December": the day of the publication is one, and not that of the change."""
    row = read([cell], "he").iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2025-12-03", True)


def test_a_hebrew_month_is_no_word_of_a_second_day() -> None:
    """Without words of its own a second day is left, as in English; it was read from its month on, without the day."""
    hebrew = read(["עודכן 14 בינואר 2026, 3 בדצמבר 2025"], "he").iloc[0]
    english = read(["Updated 14 January 2026, 3 December 2025"], "en").iloc[0]
    assert (str(hebrew["date"]), bool(hebrew["certain"])) == ("2026-01-14", True)
    assert (str(english["date"]), bool(english["certain"])) == ("2026-01-14", True)


def test_of_a_day_in_words_and_one_in_numbers_the_first_is_read_where_the_second_is_of_a_change() -> None:
    """Else the second stays: a title may tell a day of its own."""
    cells = ["Satzung vom 12. Januar 2026 (Stand: 13.02.2026)", "Zum 9. November 1938 | 13.02.2026"]
    frame = read(cells, "de")
    assert [str(day) for day in frame["date"]] == ["2026-01-12", "2026-02-13"]
    assert frame["certain"].to_list() == [True, True]


@pytest.mark.parametrize(
    ("language", "cell"),
    [
        ("lo", "ອັບເດດ 20 ພະຈິກ 2026 | ເຜີຍແຜ່ 18 ພະຈິກ 2026"),
        ("km", "ធ្វើបច្ចុប្បន្នភាព 20 វិច្ឆិកា 2026 | ចេញផ្សាយ 18 វិច្ឆិកា 2026"),
    ],
)
def test_words_for_publication_written_together(language: str, cell: str) -> None:
    """Lao and Khmer have no spaces between words."""
    row = read([cell], language).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-11-18", True)
