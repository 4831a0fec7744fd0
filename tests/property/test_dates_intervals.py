"""A range that a locale writes by CLDR's patterns begins on the day it begins on."""

from __future__ import annotations

from datetime import date, timedelta

from babel.dates import format_interval
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.dates import read_dates

LOCALES = (
    "en en_GB fr de es it pt pt_PT nl sv da nb nn fi is pl cs sk sl hr bs sr mk bg ru uk be el tr az ro hu et lv lt sq ca gl eu"
    " ga cy af id ms vi th ja zh zh_Hant ko he ar fa hi bn mr gu ta te kn ml ne ka hy kk uz fil zu"
).split()
SKELETONS = ("yMMMd", "yMMMMd", "yMMMEd")
CRAWLED = date(2027, 1, 15)
DAYS = st.integers(0, 360).map(lambda number: date(2026, 1, 1) + timedelta(days=number))


@settings(max_examples=100, derandomize=True)
@given(first=DAYS, length=st.integers(1, 40), skeleton=st.sampled_from(SKELETONS))
def test_a_range_begins_where_it_begins(first: date, length: int, skeleton: str) -> None:
    """In every locale, within a month, over months and over the new year, whether it names weekdays or not."""
    last = first + timedelta(days=length)
    cells = [format_interval(first, last, skeleton, locale=locale) for locale in LOCALES]
    days = read_dates(cells, groups=range(len(cells)), languages=LOCALES, crawled=CRAWLED)["date"]
    wrong = [(cell, str(day)) for cell, day in zip(cells, days, strict=True) if str(day) != str(first)]
    assert not wrong
