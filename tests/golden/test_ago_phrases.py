"""The finder of lists sees the phrases of time gone by that CLDR has and the date reader reads."""

from __future__ import annotations

import pytest

from pipelines.dates.words.ago_words import NUMERALS
from pipelines.dates.words.wording import ONES
from scraper.listing.dates.from_visit import relative
from scraper.listing.words.date_words import word_file
from tests.golden.ago_phrases import patterns


def test_the_file_has_the_phrases_of_cldr() -> None:
    """`python -m tests.golden.ago_phrases` adds those of a new release."""
    assert patterns() <= set(word_file("ago.txt"))


def test_the_numbers_that_such_phrases_are_said_with_are_the_readers() -> None:
    """`an hour ago`, `vor zwei Tagen`; of single letters two say one, `a day ago`, `o oră în urmă`, others are names of things."""
    said = {*ONES, *" ".join(NUMERALS).split()}
    assert word_file("numbers.txt") == sorted(word for word in said if len(word) > 1 or word in ("a", "o"))


@pytest.mark.parametrize(
    "text",
    ["3 minuttir síðan", "3 deien lyn", "3 bloaz zo", "berî 3 rojan", "3 рӯз пеш", "3 көн элек", "3 dina kepungkur", "hai 3 selmanes", "3 كۈن ئىلگىرى",
     "ụbọchị 3 gara aga", "3 দিন পূৰ্বে"],
)  # fmt: skip
def test_phrases_of_smaller_languages_are_seen(text: str) -> None:
    """Alone and behind a name."""
    assert relative(text) == text
    assert relative(f"Rita Melo · {text}") == text


@pytest.mark.parametrize("text", ["avant 3 h", "-3 ans", "−3 h", "3 e zo"])
def test_what_is_another_phrase_elsewhere_is_none(text: str) -> None:
    """French has `before three`; a dash may be a list's."""
    assert relative(text) == ""
