"""What the reader of dates reads, the finder of lists sees: CLDR's own patterns, and words that both take from one table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from types import ModuleType

import pytest
from babel import Locale, localedata
from babel.core import get_cldr_version
from babel.dates import format_date

from pipelines.dates import read_dates
from pipelines.dates.words.wording import WEB_LANGUAGES
from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.notations import FULL, dates_in
from scraper.listing.words.date_words import word_file
from tests.golden import hour_words, weekday_words
from tests.golden.month_words import CLDR

DAYS = [date(2025, 12, 17), *(date(2026, month, 17) for month in range(1, 12))]
# A year before `17-…`, Uzbek in Arabic letters, which counts the day with a word, numbers alone in Latin
OF_THEIR_OWN = ("ug", "kk_Arab", "uz_Arab", "la", "mn_Mong")
NO_NAME = re.compile(r"M[01]\d")  # of a month, in locales that have none
of_cldr = pytest.mark.skipif(get_cldr_version() != CLDR, reason="another release of CLDR has other names")


def _written() -> Iterator[tuple[str, date]]:
    """A day of each month in all locales of the web's languages, in all widths."""
    for identifier in localedata.locale_identifiers():
        locale = Locale.parse(identifier)
        if locale.language in WEB_LANGUAGES and not identifier.startswith(OF_THEIR_OWN):
            for width in ("short", "medium", "long", "full"):
                said = ((format_date(day, width, locale), day) for day in DAYS)
                yield from ((text, day) for text, day in said if not NO_NAME.search(text))


@of_cldr
def test_a_day_that_the_reader_reads_is_seen_in_a_line() -> None:
    """Behind a title, whole; of those that are not, one in two hundred, most have names of three letters that are words elsewhere."""
    said = dict(_written())
    read = read_dates(list(said), groups=range(len(said)), crawled=date(2026, 11, 25))["date"]
    known = [text for (text, day), found in zip(said.items(), read, strict=True) if str(found) == str(day)]
    unseen = [
        text for text in known if FULL not in [how for *_, how in dates_in(f"The boat house opens · {text}")]
    ]
    assert len(unseen) < len(known) / 200, unseen


@of_cldr
@pytest.mark.parametrize(
    "tables", [(weekday_words, "days.txt"), (hour_words, "hours.txt")], ids=["days", "hours"]
)
def test_the_files_of_weekdays_and_hours_are_what_the_readers_tables_make(
    tables: tuple[ModuleType, str],
) -> None:
    """As those of the months."""
    module, name = tables
    assert word_file(name) == module.made(), f"python -m {module.__name__} writes it anew"


@pytest.mark.parametrize(
    "text",
    ["Segunda-feira, 19 de outubro de 2026 10:30", "الأحد، 22 نوفمبر 2026", "ہفتہ، 7 نومبر، 2026", "няд, 22 ліс 2026",
     "Sabtu, 14 November 2026 pukul 10.30", "७ नोव्हेंबर २०२६, सकाळी १०:३० वाजता", "dijous 19 de novembre de 2026 a les 10:30",
     "2026 оны 11-р сарын 22", "2026 оны аравдугаар сарын 25", "14 Deireadh Fómhair 2026", "Deireadh Fómhair 14, 2026",
     "22 كانون الثاني 2026", "28 a viz Gwengolo 2026", "14ê mijdara 2026", "22/\u200f11/\u200f2026", "22. nov 26.",
     "noviembre de 3 de 2026", "25 sánzá ya zómi 2026"],
)  # fmt: skip
def test_a_text_of_weekday_day_and_hour_is_a_date_whole(text: str) -> None:
    """Names of several words, parts of the day and words of hours, links of each language, marks of direction."""
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    ["5 ya 2026", "14 a viz 2026", "2026 оны 25", "Oṣù 14, 2026", "14 арван 2026", "Versi 3 pukul 10.30",
     "22/\u200f40/\u200f2026", "Quinta 14 uhr"],
)  # fmt: skip
def test_parts_of_such_dates_are_none(text: str) -> None:
    """The first word of a month's name, a link between a day and its month, a word of hours."""
    assert dates_in(text) == []
    assert not is_date(text)


def test_words_of_hours_are_words_where_no_hour_stands() -> None:
    """`Night` beside a day is a title."""
    assert not is_date("5 May 2026, night")
    assert is_date("5 May 2026, night 23:30")


@pytest.mark.parametrize(
    "text",
    ["On March 12, 2026", "on 12 March 2026", "du 3 au 5 juin 2026", "Le 9 novembre 2026", "vom 03.06.2026", "den 3. juni 2026",
     "z dnia 3 czerwca 2026", "от 3 июня 2026"],
)  # fmt: skip
def test_the_word_that_opens_a_date_counts_with_it(text: str) -> None:
    """As a theme of a blog writes it, and a calendar of its first day."""
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "Boats on 12 March 2026",
        "12 March 2026 on",
        "le port du 3 juin 2026",
        "Date: Mon, 4 May 2026",
        "Dal: 3 giugno 2026",
    ],
)
def test_such_a_word_elsewhere_is_a_word(text: str) -> None:
    """What stands before it, the same word behind a date, and a label."""
    assert not is_date(text)
