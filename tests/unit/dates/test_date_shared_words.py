"""Words that are a weekday in one language and a month in another, and words for a day that are other words elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 26)


def read(cell: str, language: str | None = None) -> tuple[str, bool]:
    """One cell, a list of its own: its day, and whether it is certain."""
    row = read_dates([cell], languages=language, crawled=CRAWLED).iloc[0]
    return str(row["date"]), bool(row["certain"])


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Paz 15 Şub", "2026-02-15"),
        ("15 Şub Paz", "2026-02-15"),
        ("DiC 22. Gibl", "2026-04-22"),
        ("mar 24 pay 2026", "2026-11-24"),
    ],
)
def test_month_and_weekday_share_a_language(cell: str, day: str) -> None:
    """Of two words that are both, the month is the one whose language has the other as a weekday."""
    assert read(cell)[0] == day


@pytest.mark.parametrize(
    ("cell", "day"),
    [("uto 27 lis", "2026-10-27"), ("czw. 26 lis", "2026-11-26"), ("27 lis uto", "2026-10-27")],
)
def test_the_weekday_tells_which_month_a_word_is(cell: str, day: str) -> None:
    """`lis` is November beside a Polish weekday, October beside a Croatian one."""
    assert read(cell) == (day, True)


@pytest.mark.parametrize(
    ("language", "told"),
    [(None, ("2026-10-25", True)), ("en", ("2026-10-25", True)), ("ht", ("2026-08-25", True))],
)
def test_a_far_rarer_language_makes_no_doubt(language: str | None, told: tuple[str, bool]) -> None:
    """`out` is October in Portuguese, and August where the page is Haitian; a template in English is no reason to doubt."""
    assert read("25 out 2026", language) == told


@pytest.mark.parametrize("language", [None, "pt", "en"])
def test_a_far_rarer_language_has_no_weekday(language: str | None) -> None:
    """English weekdays before Portuguese months, as templates write them, are no Haitian ones."""
    assert read("Mon 05 Out 2026", language) == ("2026-10-05", True)


@pytest.mark.parametrize("language", [None, "gl", "pt", "en"])
@pytest.mark.parametrize("cell", ["mar. 27 out. 2026", "mar., 27 de out. de 2026", "sam. 31 out 2026"])
def test_a_language_without_a_weight_has_no_weekday_before_a_known_month(
    cell: str, language: str | None
) -> None:
    """Tuesdays of Galicia, and a template's Saturday, are none of the Creole of Mauritius, whose `out` is August."""
    assert read(cell, language)[0][:7] == "2026-10"


@pytest.mark.parametrize(("cell", "day"), [("C. 27 noy", "2026-11-27"), ("Ç. 18. noy 2026", "2026-11-18")])
def test_a_letter_with_a_point_is_a_weekday_before_a_month_of_its_language(cell: str, day: str) -> None:
    """`C.` and `Ç.` are Friday and Wednesday before Azerbaijani months, and count nothing."""
    assert read(cell) == (day, True)


def test_the_letter_counts_issues_elsewhere() -> None:
    """A Slovak `č. 10 okt. 2026` is the tenth issue, of October."""
    assert read("č. 10 okt. 2026") == ("2026-10-01", False)


@pytest.mark.parametrize(
    ("word", "own", "other"),
    [
        ("more", "af", "en"),
        ("homme", "et", "fr"),
        ("leo", "sw", "it"),
        ("hier", "fr", "de"),
        ("jutro", "pl", "sl"),
    ],
)
def test_a_word_for_a_day_is_certain_in_its_own_language(word: str, own: str, other: str) -> None:
    """`More` is tomorrow for certain on an Afrikaans page only, `Hier` is not yesterday for certain on a German one."""
    day, certain = read(word.title(), own)
    assert certain
    assert read(word.title(), other) == (day, False)


def test_everyday_words_are_certain_where_no_language_is_declared() -> None:
    """`Hier` on a page without a language stays certain, `More` does not."""
    assert read("Hier") == ("2026-11-25", True)
    assert not read("More")[1]


def test_a_day_that_only_one_of_the_months_has_tells_the_language() -> None:
    """A 31st of `lis` is of the Croatian October, and with it `lip` is June."""
    frame = read_dates(["31 lis 2026", "29 lis 2026", "1 lip 2026"], crawled=date(2026, 11, 25))
    assert [str(day) for day in frame["date"]] == ["2026-10-31", "2026-10-29", "2026-06-01"]
    assert frame["certain"].all()


def test_the_country_of_the_host_tells_which_month_a_word_is() -> None:
    """Where neither the page nor another word does: `lip` is June in Croatia and July in Poland."""
    for tld, day in (("hr", "2026-06-28"), ("pl", "2026-07-28")):
        frame = read_dates(["28 lip 2026", "27 lip 2026"], tlds=tld, crawled=date(2026, 11, 25))
        assert (str(frame["date"].iloc[0]), bool(frame["certain"].iloc[0])) == (day, True)
    declared = read_dates(["28 lip 2026"], tlds="hr", languages="pl", crawled=date(2026, 11, 25))
    assert str(declared["date"].iloc[0]) == "2026-07-28"


@pytest.mark.parametrize("language", [None, "es", "pt", "wa"])
@pytest.mark.parametrize(
    "cell", ["29 de Brumario de 2026", "29 de ---- de 2026", "2 di brumåre 2026", "1 nō prumario 2026"]
)
def test_two_letters_beside_an_unknown_month_are_no_month(language: str | None, cell: str) -> None:
    """`de`, `di` and `no` begin months elsewhere: where a word stands between them and the year, that word is the month."""
    assert read(cell, language) == ("<NA>", False)


@pytest.mark.parametrize(("cell", "day"), [("1 no 2026", "2026-11-01"), ("11 ян 2026", "2026-01-11")])
def test_two_letters_alone_between_day_and_year_are_a_month(cell: str, day: str) -> None:
    """They stand where only a month can stand."""
    assert read(cell) == (day, True)
