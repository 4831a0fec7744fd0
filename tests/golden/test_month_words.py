"""The finder of lists knows the months that the reader of dates knows: one table, of which its files are made."""

from __future__ import annotations

import pytest
from babel.core import get_cldr_version

from scraper.listing.dates.notations import FULL, PARTIAL, dates_in
from scraper.listing.words.date_words import word_file
from tests.golden.month_words import CLDR, by_hand, made, names

REMEDY = "python -m tests.golden.month_words writes them anew"


@pytest.mark.skipif(get_cldr_version() != CLDR, reason="another release of CLDR has other names")
@pytest.mark.parametrize("name", ["months.txt", "rare_months.txt"])
def test_the_files_of_months_are_what_the_readers_tables_make(name: str) -> None:
    """A name that the reader learns is seen in a list, too; what a release of CLDR calls otherwise keeps its name here."""
    assert word_file(name) == made()[name], REMEDY


def test_no_month_is_in_both_files() -> None:
    """One says that no year is needed, the other that it is."""
    assert set(word_file("months.txt")).isdisjoint(word_file("rare_months.txt"))


def test_words_by_hand_are_needed() -> None:
    """What is left out or needs a year is a name, and what is added is none that is seen without."""
    hand, known = by_hand(), names()
    assert hand["rare"] | hand["none"] <= known.keys()
    made_without = set(word_file("months.txt")) - hand["seen"]
    assert made_without.isdisjoint(hand["none"] | hand["rare"])


@pytest.mark.parametrize(
    ("text", "strength"),
    [("27 Nowemapa 2026", FULL), ("Lweti 27, 2026", FULL), ("27 नव 2026", FULL), ("2026 Ugushyingo 27", FULL), ("5 jen 2026", FULL),
     ("5 నవంబరు", PARTIAL), ("27 qaraşa", PARTIAL), ("ሰኔ 5", PARTIAL)],
)  # fmt: skip
def test_a_name_that_the_reader_knows_is_seen(text: str, strength: int) -> None:
    """Beside a day and a year in any language, beside a day alone in larger ones."""
    assert [(text[start:end], how) for start, end, how in dates_in(text)] == [(text, strength)]


@pytest.mark.parametrize(
    "text",
    ["Jen 5 minut", "5 fra Oslo", "24 og 2026 andre", "Mellan 5 och 2000 kronor", "Paz 15", "5 می‌شود", "नव 5", "Merz 5", "Pay 10, 2000", "Marte 3"],
)  # fmt: skip
def test_a_name_that_is_a_word_elsewhere_is_no_month_without_a_year(text: str) -> None:
    """Nor with one where it stands between numbers every day."""
    assert dates_in(text) == []
