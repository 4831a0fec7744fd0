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


def test_a_half_of_the_day_is_what_it_was() -> None:
    """The afternoon of Albanian, `m.d.`, is no forenoon of a language that CLDR came to know later."""
    told = {word: first for kind, _, first, _, words in EARLIER if kind == "half" for word in words}
    assert told
    assert told == {word: harvest().halves[word.replace(".", "")] for word in told}
