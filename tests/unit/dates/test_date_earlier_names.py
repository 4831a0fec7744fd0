"""Names that CLDR 48 had and CLDR 49 has not are read with either: sites go on writing them."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.dates import read_dates
from pipelines.dates.words.cldr import harvest
from pipelines.dates.words.earlier import EARLIER


@pytest.mark.parametrize(
    ("cell", "language", "day"),
    [
        ("2026 නොවැම්බර් 12", "si", date(2026, 11, 12)),
        ("8 සැප් 2025", "si", date(2025, 9, 8)),
        ("4 ජූනි 2026", "si", date(2026, 6, 4)),
        ("לפני יומיים", "he", date(2026, 11, 23)),
        ("לפני שעתיים", "he", date(2026, 11, 25)),
        ("לפני שבועיים", "he", date(2026, 11, 11)),
        ("לפני חודשיים", "he", date(2026, 9, 25)),
        ("בעוד יומיים", "he", date(2026, 11, 27)),
        ("৫ জানুয়ারী ২০২৬", "bn", date(2026, 1, 5)),
        ("ส. 15 พ.ย.", "th", date(2025, 11, 15)),
        ("ਸ਼ਨਿੱਚਰਵਾਰ 15 ਨਵੰਬਰ", "pa", date(2025, 11, 15)),
    ],
)
def test_what_cldr_left_out_is_read(cell: str, language: str, day: date) -> None:
    """Months, weekdays that tell the year, and two units ago."""
    frame = read_dates([cell], languages=language, crawled=date(2026, 11, 25))
    assert frame["date"].iloc[0] == day


@pytest.mark.parametrize(
    ("cell", "language", "day"),
    [
        ("13 ga Fabrairu, 2026", "ha", date(2026, 2, 13)),
        ("1 ga Afrilu, 2026", "ha", date(2026, 4, 1)),
        ("Luuliyo 4, 2026", "so", date(2026, 7, 4)),
        ("29 Ọ̀pẹ̀ 2025", "yo", date(2025, 12, 29)),
        ("4 Bélú 2026", "yo", date(2026, 11, 4)),
        ("5 Whiringa-ā-nuku, 2026", "mi", date(2026, 10, 5)),
        ("12 Paengawhāwhā 2026", "mi", date(2026, 4, 12)),
        ("5 Bitooteessa 2026", "om", date(2026, 3, 5)),
        ("5 މާރޗް 2026", "dv", date(2026, 3, 5)),
        ("12 Aokuso 2026", "sm", date(2026, 8, 12)),
        ("2026-njy ýylyň 5-nji marty", "tk", date(2026, 3, 5)),
        ("二○二六年三月三日", "zh", date(2026, 3, 3)),
    ],
)
def test_what_sites_write_and_no_release_has_is_read(cell: str, language: str, day: date) -> None:
    """Other spellings, months without the word for one, with an ending, and a circle for the zero of Han."""
    assert read_dates([cell], languages=language, crawled=date(2026, 11, 25))["date"].iloc[0] == day


def test_a_half_of_the_day_is_what_it_was() -> None:
    """The afternoon of Albanian, `m.d.`, is no forenoon of a language that CLDR came to know later."""
    told = {word: first for kind, _, first, _, words in EARLIER if kind == "half" for word in words}
    assert told
    assert told == {word: harvest().halves[word.replace(".", "")] for word in told}
