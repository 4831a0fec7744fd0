"""The words that dates are told with, in all languages of the shipped tables at once (`words/`)."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files


@cache
def months() -> frozenset[str]:
    """Names of months and their short forms, case folded. `python -m tests.golden.month_words` makes them from the date reader's."""
    return _with_greek_capitals(word_file("months.txt"))


@cache
def rare_months() -> frozenset[str]:
    """Names of months of smaller languages, and those that are words in larger ones: a year beside them tells."""
    return frozenset(word_file("rare_months.txt"))


@cache
def months_of_words() -> list[str]:
    """Names of months that are several words, the longest first: `Deireadh Fómhair`, `تشرين الثاني`."""
    return sorted((name for name in months() | rare_months() if " " in name), key=len, reverse=True)


@cache
def bare_months() -> frozenset[str]:
    """Names of months without the accents that capitals and old pages leave out: `fevrier`, `aout`, `pazdziernika`."""
    return frozenset(bare for name in months() if len(bare := _without_accents(name)) >= BARE_MIN) - months()


BARE_MIN = 4
"""Letters of a month without its accents. Most of three are short forms of small languages, and words of others: `sub`, `mae`."""


def _with_greek_capitals(words: list[str]) -> frozenset[str]:
    """Words, and the Greek ones without the accents that capitals have none of: `ΑΠΡΙΛΙΟΥ`."""
    greek = (word for word in words if unicodedata.name(word[0], "").startswith("GREEK"))
    return frozenset({*words, *map(_without_accents, greek)})


def _without_accents(word: str) -> str:
    parted = unicodedata.normalize("NFD", word).replace("ı", "i").replace("ł", "l")
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


@cache
def days() -> frozenset[str]:
    """Names of the days of the week and their short forms, case folded. `python -m tests.golden.weekday_words` makes them."""
    return _with_greek_capitals(word_file("days.txt"))


@cache
def hours() -> frozenset[str]:
    """Words beside an hour, case folded: `uhr`, `pukul`, parts of the day. `python -m tests.golden.hour_words` makes them."""
    return frozenset(word_file("hours.txt"))


@cache
def openers() -> frozenset[str]:
    """Words right before the first day of a date: `du`, `from`, `vom`, case folded."""
    return frozenset(word_file("openers.txt"))


@cache
def ago() -> frozenset[str]:
    """Phrases of time gone by, their number written as `{0}`."""
    return frozenset(word_file("ago.txt"))


@cache
def numbers() -> frozenset[str]:
    """Small numbers in words."""
    return frozenset(word_file("numbers.txt"))


@cache
def about() -> frozenset[str]:
    """Words beside an amount that say it is not exact: `about`, `etwa`."""
    return frozenset(word_file("about.txt"))


def word_file(name: str) -> list[str]:
    """The lines of one of the shipped tables of words."""
    return (files("scraper.listing") / "words" / name).read_text(encoding="utf-8").splitlines()
