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
