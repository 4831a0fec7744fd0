"""Days told from the visit, "3 hours ago", in any language; what only has their words."""

from __future__ import annotations

import pytest

from pipelines.dates.words.ago_words import NUMERALS
from pipelines.dates.words.wording import ONES
from scraper.listing.dates.dated import relative
from scraper.listing.words import date_words


@pytest.mark.parametrize(
    "text",
    [
        "il y a 3 heures",
        "3 hours ago",
        "vor 2 Tagen",
        "hace 5 días",
        "yesterday",
        "Avant-hier",
        "вчера",
        "昨日",
        "Ana | 2 hours ago",
    ],
)
def test_dates_told_from_the_visit(text: str) -> None:
    """A short text that is nothing else counts in every language of the tables."""
    assert relative(text)


@pytest.mark.parametrize(
    "text", ["3 heures de route", "today we met the keepers of the light on the pier", "5 stars", ""]
)
def test_sentences_are_not_relative_dates(text: str) -> None:
    """The words alone are not enough."""
    assert not relative(text)


def test_a_name_beside_a_relative_date_is_left_out() -> None:
    """Only what tells the day is kept."""
    assert relative("há 2 horas · Rita Melo") == "há 2 horas"
    assert relative("田中 | 昨日") == "昨日"
    assert not relative("Springfield 12, MA")


def test_every_phrase_of_the_table_is_told() -> None:
    """With its number, spaced or run together; a hyphen parts a text, and a phrase with two numbers is none."""
    plain = [
        one
        for one in sorted(date_words.ago())
        if "-" not in one and not any(map(str.isdigit, one.replace("{0}", "")))
    ]
    written = [one.replace("{0}", "3") for one in plain]
    untold = [one for each in written for one in (each, each.replace(" ", "")) if not relative(one)]
    assert len(written) > 6_000
    assert untold == []


@pytest.mark.parametrize(
    "text",
    ["vor einer Woche", "il y a une heure", "an hour ago", "hace un día", "un'ora fa", "一周前", "před hodinou", "vor zwei Tagen",
     "3 timer siden", "2 dias atrás", "one day ago"],
)  # fmt: skip
def test_one_unit_ago_in_words(text: str) -> None:
    """Programs write the smallest numbers in words, and not only as CLDR says "ago"."""
    assert relative(text) == text
    assert relative(f"Rita Melo · {text}") == text


@pytest.mark.parametrize(
    "text",
    ["5 小时前", "3小時前", "2 min. temu", "22 mins ago", "5h ago", "2\N{NO-BREAK SPACE}years ago", "about 2 hours ago", "over 3 years ago",
     "vor etwa einer Stunde", "il y a environ 2 heures", "大约 3 天前", "2 días ago", "před 3 weeks", "3 Wochen her", "il y a 2 années", "3 سنوات مضت",
     "pśed 3 lětami", "3 latha air ais", "לפני שבועיים"],
)  # fmt: skip
def test_programs_set_one_phrase_in_many_ways(text: str) -> None:
    """Spaces, points, abbreviations and a word for "about" make no other phrase."""
    assert relative(text) == text


@pytest.mark.parametrize(
    "text",
    ["2 weeks, 3 days ago", "1 day 4 hours ago", "vor 2 Wochen, 3 Tagen", "il y a 2 semaines et 3 jours", "hace 2 semanas, 3 días",
     "4 jam, 53 menit yang lalu", "2 дня 3 часа назад"],
)  # fmt: skip
def test_two_amounts_are_one_phrase(text: str) -> None:
    """The last amount alone would be another day, a name beside them or not."""
    assert relative(text) == text
    assert relative(f"Rita Melo, {text}") == text


def test_two_amounts_behind_a_name_that_nothing_parts_from_them() -> None:
    """`2 hours ago` would be another day."""
    assert relative("by Rita Melo 3 days, 2 hours ago") == "3 days, 2 hours ago"


@pytest.mark.parametrize(
    "text",
    ["yesterday at 14:30", "Today, 09:53 AM", "Вчера в 21:37", "Aujourd'hui 12h49", "Gestern um 9.05 Uhr", "Ayer a las 10:12", "Oggi alle 14:30",
     "I dag kl. 14:30", "昨天 23:12", "今天19:34", "前天 21:31:07", "어제 14:30", "позавчера 15:21"],
)  # fmt: skip
def test_an_hour_behind_a_day_is_the_days(text: str) -> None:
    """Forums write both, linked by nothing, a comma or a word."""
    assert relative(text) == text
    assert relative(f"von Rita Melo ({text})") == text


@pytest.mark.parametrize(
    "text",
    ["Jana 14:30", "Room at 14:30", "Open today 9-17", "3 hrs", "75 g", "Version 2.10", "Today (12) all"],
)
def test_other_words_before_an_hour_are_no_day(text: str) -> None:
    """A name, a room, a length and a weight."""
    assert relative(text) == ""


@pytest.mark.parametrize(
    "text", ["A week in Paris", "One man", "Un jour", "An hour", "vor Ort", "Ein Tag am Meer", "Two days"]
)
def test_words_for_one_alone_are_no_date(text: str) -> None:
    """A length of time is no moment."""
    assert relative(text) == ""


def test_numbers_in_words_are_those_of_the_reader_of_dates() -> None:
    """What is seen as a date must be read as one."""
    known = set(ONES) | set(" ".join(NUMERALS).split())
    assert set(date_words.word_file("numbers.txt")) <= known
