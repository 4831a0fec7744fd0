"""Words of titles that are a month's abbreviation in some other language."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.dates import read_dates

CRAWLED = date(2026, 1, 5)


@pytest.mark.parametrize("language", ["en", "de", None])
@pytest.mark.parametrize(
    "cell", ['Monitor 24" LED matt', "Gen 7 Ramp for Dogs", "2 Spa Tickets", "Guide Pro12 flat"]
)
def test_a_word_of_another_language_among_words_is_no_certain_month(cell: str, language: str | None) -> None:
    """January in Czech and Italian, October in Lithuanian, December in Slovene: on no such page."""
    assert not read_dates([cell], languages=language, crawled=CRAWLED)["certain"].any()


@pytest.mark.parametrize(
    ("cells", "language"),
    [
        (["3 gen · Sport", "2 gen · Cronaca"], "it"),
        (["3 gen · Sport", "29 dic · Cronaca"], None),
        (["3 gen · Sport", "29 dic · Cronaca"], "en"),
        (["Sport, 3 Jan", "Kultur, 2 Jan"], None),
        (["3 gen", "2 gen"], None),
    ],
)
def test_the_page_or_the_list_bears_it_out(cells: list[str], language: str | None) -> None:
    """Declared, beside another month of its language, known in English too, or with nothing beside it."""
    frame = read_dates(cells, languages=language, crawled=CRAWLED)
    assert frame["date"].iloc[0] == date(2026, 1, 3)
    assert frame["certain"].all()


@pytest.mark.parametrize("cells", [["12 JUI 2025", "3 JUI 2025"], ["12 jui"]])
def test_three_letters_of_two_french_months_are_open(cells: list[str]) -> None:
    """Of `juin` and `juillet` alike."""
    assert not read_dates(cells, languages="fr", crawled=CRAWLED)["certain"].any()


@pytest.mark.parametrize(
    ("cells", "language"),
    [
        (["Mat 18 Lwe 2025", "Mat 3 Ngw 2025"], "tn"),
        (["28 ruj 2025", "3 lëp 2025"], "csb"),
        (["12 sie 2025"], "crh"),
    ],
)
def test_months_of_other_languages_are_open_where_a_small_one_is_declared(
    cells: list[str], language: str
) -> None:
    """Its own forms are not all known, and what looks like another language's month may be one of them."""
    assert not read_dates(cells, languages=language, crawled=CRAWLED)["certain"].any()


@pytest.mark.parametrize("language", ["sc", "fur", "en", "de"])
def test_a_list_in_the_months_of_another_language_is_certain(language: str) -> None:
    """A site in Sardinian whose software writes Italian dates, and pages that declare what they are not."""
    frame = read_dates(["12 dic 2025", "3 ott 2025", "28 lug 2025"], languages=language, crawled=CRAWLED)
    assert [day.month for day in frame["date"]] == [12, 10, 7]
    assert frame["certain"].all()


@pytest.mark.parametrize(
    ("cell", "language"),
    [
        ("sobota 5 júla", "sc"),
        ("Freitag, 20. November", "fur"),
        ("5 июля 2025", "ga"),
        ("10月 3日 2025", "gd"),
        ("3 Νοεμβρίου 2025", "cy"),
    ],
)
def test_a_month_is_borne_out_by_its_weekday_or_its_script(cell: str, language: str) -> None:
    """A weekday of its language that fits its day, or letters that the declared language is not written in."""
    crawled = date(2025, 7, 9) if "júla" in cell else CRAWLED if "2025" in cell else date(2026, 11, 25)
    assert read_dates([cell], languages=language, crawled=crawled)["certain"].all()


@pytest.mark.parametrize(
    ("cell", "language"), [("5 июля 2025", "tt"), ("neděle 5 júla", "sc"), ("5 júla 2025", "sc")]
)
def test_the_same_script_or_a_weekday_that_does_not_fit_bears_nothing_out(cell: str, language: str) -> None:
    """Tatar is written in Cyrillic too, and the 5th of July 2025 was no Sunday."""
    assert not read_dates([cell], languages=language, crawled=date(2025, 7, 9))["certain"].any()


@pytest.mark.parametrize("cell", ["Mawrth 29 Medi", "Mar 29 Cab 2025"])
def test_a_day_between_two_words_that_may_be_its_month_is_open(cell: str) -> None:
    """Tuesday or March, 29 September in Welsh; a weekday or March before a month that no table has."""
    assert not read_dates([cell], crawled=CRAWLED)["certain"].any()


@pytest.mark.parametrize("cell", ["18 dhen 2025", "4 mweri 2025"])
def test_the_first_word_of_a_name_is_no_month(cell: str) -> None:
    """All months of Scottish Gaelic begin so, and all of several Bantu languages with `month`."""
    assert not read_dates([cell], crawled=CRAWLED)["certain"].any()


def test_the_page_bears_out_a_word_that_is_first_another_language_s() -> None:
    """`srp` is July in Croatian, and August in Czech, which more sites are written in."""
    frame = read_dates(["Regio | 30 srp", "Cultuur | 28 srp"], languages="hr", crawled=date(2026, 8, 3))
    assert frame["date"].iloc[0] == date(2026, 7, 30)
    assert frame["certain"].all()


@pytest.mark.parametrize(
    ("cells", "crawled", "certain"),
    [
        (["Nieuws | 18 févr.", "Sport | 17 févr.", "Nieuws | 11 févr."], date(2026, 2, 19), True),
        (["Nieuws | 18 févr.", "Sport | 17 févr.", "Nieuws | 11 févr."], date(2026, 8, 19), False),
        (["Nieuws | 18 févr.", "Sport | 18 févr.", "Nieuws | 17 févr."], date(2026, 2, 19), False),
        (["Nieuws | 17 févr.", "Sport | 11 févr.", "Nieuws | 18 févr."], date(2026, 2, 19), False),
        (["Gen 9 Ramp", "Gen 8 Ramp", "Gen 7 Ramp"], date(2026, 6, 19), False),
    ],
)
def test_days_that_run_down_to_the_crawl_bear_their_month_out(
    cells: list[str], crawled: date, certain: bool
) -> None:
    """Three different days of one month, newest first and the newest of the last two weeks."""
    read = read_dates(cells, languages="nl", crawled=crawled)
    assert read["certain"].all() == certain
    assert read["certain"].any() == certain
