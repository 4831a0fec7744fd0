"""What a cell says beside its date stays out of it: other weekdays, minutes to read, counts of readers, days of changes, versions."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from pipelines.dates import read_dates

CRAWLED = datetime(2026, 11, 25, 12, tzinfo=UTC)


def read(cells: list[str], language: str | None = None) -> pd.DataFrame:
    """Cells, each a list of its own."""
    return read_dates(cells, groups=range(len(cells)), languages=language, crawled=CRAWLED)


@pytest.mark.parametrize(
    ("language", "cell"),
    [
        ("en", "Sun readers, Nov 18"), ("en", "Sunday Times, 18 Nov"), ("en", "Sat nav review, 18 Nov"),
        ("fr", "Jeu concours, 18 nov."), ("fr", "Mon journal, 18 nov."), ("es", "Mar del Plata, 18 de noviembre"),
        ("de", "Die Zeit, 18. November"), ("it", "Gio Ponti, 18 nov"), ("pt", "Dom Casmurro, 18 nov"),
        ("en", "12 min read · Nov 18"), ("es", "12 min de lectura · 18 nov"), ("cs", "12 min čtení · 18. listopadu"),
        ("vi", "12 phút đọc · 18/11"), ("ru", "12 мин. чтения · 18 ноября"), ("de", "12 Min. Lesezeit · 18. Nov."),
        ("en", "18 Nov 12 comments"), ("de", "18. November 12 Kommentare"), ("en", "Nov 18 (12)"), ("en", "Nov 18 [12]"),
    ],
)  # fmt: skip
def test_words_and_counts_beside_a_date_move_no_year(language: str, cell: str) -> None:
    """A weekday in a name, minutes to read and counts leave the day as it is, and certain."""
    row = read([cell], language).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-11-18", True)


def test_a_month_of_two_words_is_seen_beside_what_is_told() -> None:
    """The first word is all months', and the second no name by itself."""
    row = read(["Updated: 8mh dhen Ghiblean 2026 | Published: 6mh dhen Ghiblean 2026"], "gd").iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-04-06", True)


@pytest.mark.parametrize(
    "cell", ["Tue 18 Nov", "18 Nov (Tue)", "Tuesday, the 18th of November", "Tue | 18 Nov"]
)
def test_a_weekday_beside_its_date_tells_the_year(cell: str) -> None:
    """One such weekday gives another year and leaves it open; three of a list prove it."""
    row = read([cell]).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2025-11-18", False)
    listed = read_dates([cell, "Wed 12 Nov", "Thu 30 Oct", "Mon 13 Oct"], crawled=CRAWLED)
    assert [str(day) for day in listed["date"]] == ["2025-11-18", "2025-11-12", "2025-10-30", "2025-10-13"]
    assert listed["certain"].all()


@pytest.mark.parametrize("cell", ["Sun, 18 November", "18 Nov (Sun)"])
def test_no_weekday_leads_far_ahead(cell: str) -> None:
    """Where a weekday next fits years ahead, the day stays of this year and is open."""
    row = read([cell], "en").iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-11-18", False)


@pytest.mark.parametrize(
    "cell", ["28 September 10 till 12", "28 September 10 Downing Street", "28 September 25 places left"]
)
def test_a_number_that_the_next_word_counts_is_no_year(cell: str) -> None:
    """The day is of this year; that it may be of the year named keeps it open."""
    row = read([cell], "en").iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-09-28", False)


@pytest.mark.parametrize("cell", ["18 Nov 25 by Jane", "18 Nov 25", "18 Nov 25 | News", "18. Nov 25 von Max"])
def test_a_short_year_stays_one_before_what_may_follow_a_year(cell: str) -> None:
    """A link, a mark or nothing behind two digits leaves them a year."""
    assert str(read([cell])["date"].iloc[0]) == "2025-11-18"


def test_a_button_behind_a_short_year_leaves_it_certain_whatever_its_letters() -> None:
    """`Weiterlesen`, and `číst`, whose accents a token has not."""
    cells = read(["9 Jan 26 weiterlesen", "9 led 26 číst dál"])
    assert cells["date"].astype(str).tolist() == ["2026-01-09", "2026-01-09"]
    assert cells["certain"].all()


def test_four_digits_of_no_calendar_are_no_year() -> None:
    """Where a list counts readers, a count that looks like a year is none either."""
    frame = read_dates(["Nov 18 1204 views", "Nov 12 3204 views", "Oct 30 2012 views"], crawled=CRAWLED)
    assert [str(day) for day in frame["date"]] == ["2026-11-18", "2026-11-12", "2026-10-30"]
    assert frame["certain"].all()


@pytest.mark.parametrize(
    ("language", "cell"),
    [
        ("af", "Opgedateer 20 Nov. 2026 – Gepubliseer 18 Nov. 2026"), ("cy", "Diweddarwyd 20.11.2026, Cyhoeddwyd 18.11.2026"),
        ("da", "Opdateret: 20.11.2026 - Publiceret: 18.11.2026"), ("ar", "آخر تحديث: 2026-11-20 – تاريخ النشر: 2026-11-18"),
        ("mk", "Ажурирано 20.11.2026 Објавено 18.11.2026"), ("ka", "განახლდა 20.11.2026 | გამოქვეყნდა 18.11.2026"),
        ("kk", "Жаңартылды: 20.11.2026 - Жарияланды: 18.11.2026"), ("fr", "Modification : 20/11/2026 - Publication : 18/11/2026"),
        ("tr", "Son değişiklik: 20.11.2026 / Yayın tarihi: 18.11.2026"), ("pl", "Ostatnia modyfikacja: 20.11.2026 | Data publikacji: 18.11.2026"),
        ("lt", "Atnaujinimo data: 2026-11-20 | Publikavimo data: 2026-11-18"), ("lv", "Pēdējās izmaiņas: 20.11.2026 | Publicēšanas datums: 18.11.2026"),
        ("th", "แก้ไขล่าสุด: 20/11/2026 | วันที่เผยแพร่: 18/11/2026"), ("hu", "Utolsó módosítás: 2026.11.20. | Közzététel dátuma: 2026.11.18."),
        ("fr", "Modifié le 20/11/2026, mis en ligne le 18/11/2026"), ("cs", "Poslední úprava: 20.11.2026 | Datum zveřejnění: 18.11.2026"),
        ("cy", "Newidiwyd ddiwethaf: 20/11/2026 | Dyddiad cyhoeddi: 18/11/2026"), ("id", "Perubahan terakhir: 20/11/2026 | Tanggal terbit: 18/11/2026"),
        ("en", "Updated 20 Nov 2026, published 18 Nov 2026"), ("en", "Updated: Nov 20, 2026 | Nov 18, 2026"),
        ("en", "Edited 20 Nov 2026 (posted 18 Nov 2026)"), ("en", "Updated 2 days ago · Published 18 Nov 2026"),
        ("de", "Aktualisiert: 20.11.2026, Erstellt: 18.11.2026"), ("fr", "Mis à jour le 20/11/2026, publié le 18/11/2026"),
        ("es", "Actualizado el 20/11/2026 - Publicado el 18/11/2026"), ("ru", "Обновлено: 20.11.2026 Опубликовано: 18.11.2026"),
        ("pl", "Aktualizacja: 20.11.2026, publikacja: 18.11.2026"), ("tr", "Güncelleme: 20.11.2026 - Yayınlanma: 18.11.2026"),
        ("ja", "更新日：2026年11月20日 公開日：2026年11月18日"), ("ja", "2026.11.20 更新 2026.11.18 公開"),
        ("zh", "更新时间：2026-11-20 发布时间：2026-11-18"), ("ko", "수정 2026.11.20. 등록 2026.11.18."),
        ("en", "Modified: 20/11/2026 14:00 Created: 18/11/2026 09:00"), ("en", "Published 18 Nov 2026, updated 20 Nov 2026"),
        ("en", "Meeting of 4 March 2026 (published 18 Nov 2026)"), ("de", "Sitzung vom 4. März 2026 (veröffentlicht am 18.11.2026)"),
        ("nl", "Vergadering 4 november 2026, gepubliceerd op 18 november 2026"), ("en", "Closes 12 Dec 2026 · Posted: Wed, 18 Nov 2026"),
        ("ja", "会議 2026年3月4日（公開：2026年11月18日）"), ("en", "Released 18 Nov 2026 - Added 20 Nov 2026"),
    ],
)  # fmt: skip
def test_the_day_of_publication_stands_whichever_is_told_first(language: str, cell: str) -> None:
    """Of a change and a publication the latter is the entry's day."""
    row = read([cell], language).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-11-18", True)


@pytest.mark.parametrize(
    "cell", ["Last updated 20 Nov 2026", "Updated: 20 Nov 2026 | 5 min read", "更新：2026年11月20日"]
)
def test_a_change_alone_is_the_day(cell: str) -> None:
    """Where no other day is told, that of the change is better than none."""
    assert str(read([cell])["date"].iloc[0]) == "2026-11-20"


@pytest.mark.parametrize(
    "cell",
    [
        "3.12.7",
        "Python 3.12.7",
        "1-2-3",
        "v2026.11.18",
        "v2026.11",
        "Q4/2026",
        "No. 2026/11",
        "30 x 40 cm",
        "10x12x26",
    ],
)
def test_versions_sizes_and_quarters_are_no_days(cell: str) -> None:
    """A year has more than one digit, and a letter that means times is no month."""
    assert pd.isna(read([cell], "en")["date"].iloc[0])


@pytest.mark.parametrize(
    "cell",
    [
        "Version 3.2.1 vom 18.11.2026", "v2.10.4 — 2026-11-18", "2.10.3 / 2026-11-18", "18 XI 2026", "18.XI.2026", "2026. XI. 18.",
        "v3.12.7 (18.11.26)",
    ],
)  # fmt: skip
def test_a_whole_date_beside_a_version_is_read(cell: str) -> None:
    """What stands beside a version keeps its own numbers; a Roman month is still one."""
    assert str(read([cell], "de")["date"].iloc[0]) == "2026-11-18"


def test_a_pair_of_numbers_among_hours_is_no_certain_day() -> None:
    """Where most pairs of a list are no day, one that could be is open."""
    frame = read_dates(["9.30", "10.00", "11.15", "12.45"], languages="en", crawled=CRAWLED)
    assert not frame["certain"].any()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("18-Nov-25 Bulletin", "2025-11-18"), ("18 Nov 1930 hrs", "2026-11-18"), ("8/10/2026 h 18.30", "2026-10-08"),
        ("18 Nov 25%", "2026-11-18"), ("18 Nov 25°C", "2026-11-18"), ("W47 Nov 18", "2026-11-18"), ("12 likes, 18/11", "2026-11-18"),
        ("quarta-feira, dia 18 de novembro", "2026-11-18"), ("18 Nov 26 Wed", "2026-11-18"), ("Min, 22 Nov", "2026-11-22"),
    ],
)  # fmt: skip
def test_hours_shares_weeks_and_years(cell: str, day: str) -> None:
    """Hours of four digits, shares, temperatures and weeks are no years; a year in the date's own writing is one."""
    row = read_dates([cell], languages="it", crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == (day, True)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-11-18 ώρα 14:05", "2026-11-18 ώρα 14.05", "2026-11-18 ora 14", "18/11 ΩΡΑ 20.30", "18-11-26 ώρα 10:00-12:00",
        "2026-11-18 godz. 14:05", "2026-11-18 u 14:05", "18 nov 26 ora 14:05", "2026-11-18 h 14.05", "14.05 ώρα 18/11/2026",
    ],
)  # fmt: skip
def test_a_word_for_the_hour_behind_a_date_goes_with_the_time_that_follows(cell: str) -> None:
    """The number before it is one of the date: 18 h 14 is a time by itself, and none here."""
    row = read([cell]).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-11-18", True)


@pytest.mark.parametrize("cell", ["18/11/2026 8 h 30", "18/11/2026 10:00-12 h 30", "18.11.2026 10-12 h"])
def test_a_word_for_the_hour_behind_an_hour_goes_with_it(cell: str) -> None:
    """Minutes behind the word are no time of their own."""
    row = read([cell], "fr").iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-11-18", True)


@pytest.mark.parametrize("cell", ["DOC 12 KB", "Doc, 1.2 MB"])
def test_the_size_of_a_file_has_no_day(cell: str) -> None:
    """A unit behind a number makes it none, though the word before it is a month somewhere."""
    assert read([cell])["date"].isna().all()


@pytest.mark.parametrize(
    "cell",
    ["18 Nov 26 mb", "Nov 18 KM", "18 Nov 2026 (PDF, 1.2 MB)", "1,2 MB | 18 Nov 2026", "17 KB Nov 18", "(PDF - 1,2 Mo) 18 nov."],
)  # fmt: skip
def test_a_date_beside_a_size_or_initials_stays(cell: str) -> None:
    """Two letters behind a year may be those of its author."""
    assert str(read([cell])["date"][0]) == "2026-11-18"


@pytest.mark.parametrize("cell", ["ma 16.11. klo 18", "ma 16.11.", "ma 16.11 klo 18.30"])
def test_a_weekday_that_means_today_elsewhere_stands_before_its_date(cell: str) -> None:
    """Finnish `ma` is today in Hungarian, where `ma 9.11` is a time."""
    row = read([cell], "fi").iloc[0]
    assert (str(row["date"]), row["certain"]) == ("2026-11-16", True)


def test_the_day_of_a_state_gives_way_to_that_of_publication() -> None:
    """`Stand` is said of a change only where a day of publication stands beside it."""
    cells = [
        "Stand: 24.11.2026, erstellt 18.11.2026",
        "Stand: 24.11.2026",
        "Stand 24.11.2026 | Termin 28.11.2026",
    ]
    assert [str(day) for day in read(cells, "de")["date"]] == ["2026-11-18", "2026-11-24", "2026-11-24"]


@pytest.mark.parametrize(
    "cell", ["Version 9.6.18", "Portus 9.6.18 released", "Wersja 3.2.11", "Verzió 4.10.12", "Release 2.1.10"]
)
def test_one_digit_before_two_points_beside_a_word_for_a_version_is_no_day(cell: str) -> None:
    """A list of titles that has no dates gets none from its versions."""
    assert read_dates([cell], crawled=CRAWLED)["date"].isna().all()


@pytest.mark.parametrize("cell", ["Released: 9.6.18", "9.6.18", "Version vom 9.6.18", "Release 9.6.2018"])
def test_what_is_not_directly_beside_it_may_be_a_day(cell: str) -> None:
    """Open, as three short numbers are alone; a whole year is none of a version."""
    assert str(read_dates([cell], crawled=CRAWLED)["date"][0]) in ("2018-06-09", "2018-09-06")


def test_versions_of_one_digit_are_no_certain_days() -> None:
    """A list of them may run as days do."""
    cells = ["Version 11.2.26", "Version 11.2.25", "Version 11.2.24", "Version 11.1.9"]
    assert not read_dates(cells, crawled=CRAWLED)["certain"].any()


@pytest.mark.parametrize("cell", ["18thNov2026", "18thNovember 2026", "18 Nov 2026"])
def test_an_ordinal_written_into_its_month_is_read(cell: str) -> None:
    """Boxes of a day, its letters and its month lose the spaces between them."""
    assert str(read([cell])["date"][0]) == "2026-11-18"


@pytest.mark.parametrize(("language", "cell"), [("bn", "১৫ জানুয়ারি"), ("he", "15 מרס"), ("ka", "15 ივნისს")])
def test_spellings_of_months_that_most_sites_of_a_country_use_are_read_without_a_year(
    language: str, cell: str
) -> None:
    """CLDR has another one."""
    assert read([cell], language)["date"].notna().all()


def test_a_letter_that_may_be_two_weekdays_proves_no_year() -> None:
    """Azerbaijani `C.` and `Ç.` are one letter when marks are dropped: two days that fit by chance are not certain."""
    cells = ["C. 24 noy", "Ç.a. 21 noy"]  # Friday and Tuesday of 2023
    assert not read_dates(cells, languages="az", crawled=date(2025, 3, 5))["certain"].any()


@pytest.mark.parametrize(
    ("language", "cell"),
    [("th", "26 เดือน พฤศจิกายน พ.ศ. 2569"), ("lo", "26 ເດືອນ ພະຈິກ 2026"), ("km", "26 ខែ វិច្ឆិកា 2026")],
)
def test_the_word_for_month_before_its_name_keeps_the_day(language: str, cell: str) -> None:
    """Written apart it stands between the day and its month, which was read as the first of it."""
    row = read([cell], language).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2026-11-26", True)


def test_months_gone_by_are_counted_all_the_same() -> None:
    """The word counts months where none is named behind it."""
    assert str(read(["3 เดือน ที่แล้ว"], "th").iloc[0]["date"]) == "2026-08-25"
