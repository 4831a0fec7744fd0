"""Where dates stand in a text, in any language; what looks like one and is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale

from scraper.listing import dated
from scraper.listing.dated import FULL, PARTIAL, dates_in, day_in_address, machine_dates, relative, spots
from scraper.listing.tree import parse

FULL_DATES = [
    "28.04.2026", "28.04.26", "04/28/2026", "2026-04-28", "2026/04/28", "2026.4.28", "28 avril 2026", "28 de abril de 2026",
    "28. April 2026", "April 28, 2026", "28 апреля 2026", "28 kwietnia 2026", "28 Απριλίου 2026", "2026年4月28日", "2026년 4월 28일",
    "28 أبريل 2026", "٢٨ أبريل ٢٠٢٦", "28 nisan 2026", "2026. április 28", "28 เมษายน 2569", "২৮ এপ্রিল ২০২৬", "1er mars 2026",
    "August 21st, 2026", "12.–14.03.26", "28 апр. 2026", "31.02.26",
]  # fmt: skip
NO_DATES = [
    "v1.2.14",
    "04.90.12.33.44",
    "10.0.0.1",
    "9 600",
    "page 12 of 40",
    "ISO 9001",
    "50/50",
    "32.13.2026",
    "Tom 3",
    "1.5.2",
]


@pytest.mark.parametrize("text", FULL_DATES)
def test_a_whole_date_is_seen_whole(text: str) -> None:
    """Every notation is one spot, from its first to its last character."""
    [(start, end, strength)] = dates_in(f"| {text} |")
    assert (f"| {text} |"[start:end].strip(" |"), strength) == (text, FULL)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date(text: str) -> None:
    """Versions, telephone numbers, addresses and counts are no dates."""
    assert dates_in(text) == []


def test_a_day_without_a_year_is_half_a_date() -> None:
    """Such a spot counts for less."""
    assert [strength for *_, strength in dates_in("28 avril")] == [PARTIAL]


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


def test_a_date_over_two_boxes() -> None:
    """A day and a month set apart are one spot when they fill their box, and none when a sentence follows."""
    assert [spot.text for spot in spots(parse("<div><b>28</b><i>Apr</i></div>", ""))] == ["28 Apr"]
    assert spots(parse("<p>Room 28</p><p>May contain nuts and other things that people like</p>", "")) == []


def test_machine_readable_dates() -> None:
    """time, abbr and microdata give dates; a title that is no date does not."""
    tree = parse(
        "<time datetime=2026-04-28>x</time><abbr title=2026-04-27T08:00Z>y</abbr><abbr title=Doctor>Dr</abbr>"
        "<span itemprop=datePublished content=2026-04-26></span>",
        "",
    )
    assert sorted(machine_dates(tree).values()) == ["2026-04-26", "2026-04-27T08:00Z", "2026-04-28"]


def test_a_day_in_an_address() -> None:
    """Path parts or packed digits are a day; a parameter and an impossible month are not."""
    assert day_in_address("/2026/04/28/otters") == "2026-04-28"
    assert day_in_address("/2026/0428/1.html") == "2026-04-28"
    assert day_in_address("/2026/13/01/x") == ""
    assert day_in_address("/x?d=2026/04/28") == ""


@pytest.mark.parametrize("language", ["fr", "de", "es", "pl", "ru", "el", "ar", "hi", "tr", "hu"])
def test_word_tables_agree_with_cldr(language: str) -> None:
    """The shipped month words are those of CLDR; regenerate them when babel brings new ones."""
    months = Locale.parse(language).months["format"]["wide"].values()
    words = set(dated._word_file("months.txt"))
    assert {month.casefold().split()[0].strip(".") for month in months} <= words


def test_word_tables_are_sorted_and_distinct() -> None:
    """One word a line, so a change reads as a change."""
    for table in (Path(dated.__file__).parent / "words").glob("*.txt"):
        lines = table.read_text(encoding="utf-8").splitlines()
        assert lines == sorted(set(lines)), table.name
