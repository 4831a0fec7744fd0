"""A date is found whatever stands far before or behind it; no date is found twice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from scraper.listing.dates.notations import dates_in

# Dates, halves of dates, and what stands around them in pages.
PARTS = (
    "5 31 2026 26 12026 345 10:30 17.04.2015 04-28 28/04/26 2026-04-28 2026年4月28日 令和8年4月28日 R6.4.28 平成元年1月8日 元"
    " 115-04-28 4월 12-IV-2026 gada May Mai mai. ’ _ é april de of d’ st º ½ ² 5-6 28-Apr-26 / - – . : , ( | h pm 日 ٣ 28.aprīlis"
).split()
TEXTS = st.lists(st.sampled_from([*PARTS, " ", " ", "\n", "\N{NO-BREAK SPACE}"]), max_size=12).map("".join)
# More white space than any notation leaves between its parts.
FAR = "\n" * 8


@given(first=TEXTS, second=TEXTS)
@example(first="5", second="-28.aprīlis")  # no range
def test_texts_far_from_each_other_are_read_apart(first: str, second: str) -> None:
    """What a text holds does not depend on another one that stands far before it."""
    offset = len(first) + len(FAR)
    apart = [(start + offset, end + offset, strength) for start, end, strength in dates_in(second)]
    assert dates_in(first + FAR + second) == [*dates_in(first + FAR), *apart]


@given(text=TEXTS)
def test_dates_stand_in_order_and_do_not_overlap(text: str) -> None:
    """Every date ends before the next one begins, inside the text."""
    found = dates_in(text)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert all(0 <= start < end <= len(text) for start, end, _ in found)
