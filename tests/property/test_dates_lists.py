"""Lists built at random: any order, format, language and start are read right, or the row says that it may be wrong."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.dates import read_dates

NUMERIC = {
    "dmy": ("%d.%m.%y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y"),
    "mdy": ("%m/%d/%Y", "%m/%d/%y", "%m-%d-%Y"),
    "ymd": ("%y.%m.%d", "%Y/%m/%d", "%Y-%m-%d", "%y/%m/%d"),
}
FORMATS = st.sampled_from([form for forms in NUMERIC.values() for form in forms])
LANGUAGES = ("fr", "de", "en", "es", "it", "pl", "ru", "el", "tr", "fi", "hu", "ja", "ar", "th", "vi", "uk")
STARTS = st.dates(date(2012, 1, 1), date(2026, 1, 1))
GAPS = st.lists(st.integers(0, 20), min_size=9, max_size=24)


def falling(start: date, gaps: list[int]) -> list[date]:
    """Days from a start downwards."""
    days = [start]
    for gap in gaps:
        days.append(days[-1] - timedelta(days=gap))
    return days


def read(cells: list[str], start: date, **more: object) -> pd.DataFrame:
    """Read a list that was crawled two days after its newest entry."""
    return read_dates(cells, crawled=start + timedelta(days=2), **more)


@settings(max_examples=120, derandomize=True)
@given(start=STARTS, gaps=GAPS, form=FORMATS, language=st.sampled_from([None, *LANGUAGES]), data=st.data())
def test_no_wrong_day_is_certain(
    start: date, gaps: list[int], form: str, language: str | None, data: st.DataObject
) -> None:
    """Whatever the order, form and declared language: a certain day is the true one."""
    days = falling(start, gaps)
    turn = data.draw(st.sampled_from(["newest first", "oldest first", "shuffled"]))
    days = (
        days[::-1]
        if turn == "oldest first"
        else data.draw(st.permutations(days))
        if turn == "shuffled"
        else days
    )
    out = read([f"{day:{form}}" for day in days], start, languages=language)
    wrong = out["date"].astype("str") != [day.isoformat() for day in days]
    assert not (wrong & out["certain"]).any()


@settings(max_examples=60, derandomize=True)
@given(
    start=STARTS,
    gaps=GAPS,
    language=st.sampled_from(LANGUAGES),
    wide=st.sampled_from(["full", "long"]),
    told=st.booleans(),
)
def test_month_names_are_read_in_any_language(
    start: date, gaps: list[int], language: str, wide: str, told: bool
) -> None:
    """A list with month names is read right whether the page declares its language or not."""
    days = falling(start, gaps)
    cells = [format_date(day, wide, language) for day in days]
    out = read(cells, start, languages=language if told else None)
    assert out["date"].astype("str").tolist() == [day.isoformat() for day in days]


@settings(max_examples=40, derandomize=True)
@given(start=STARTS, gaps=GAPS, pins=st.lists(st.integers(30, 900), min_size=1, max_size=2))
def test_pinned_entries_are_read_as_the_rest(start: date, gaps: list[int], pins: list[int]) -> None:
    """One or two old entries on top do not turn a list."""
    days = [start - timedelta(days=old) for old in pins] + falling(start, gaps)
    out = read([f"{day:%d/%m/%Y}" for day in days], start, languages="fr")
    assert out["date"].astype("str").tolist() == [day.isoformat() for day in days]


@settings(max_examples=40, derandomize=True)
@given(start=STARTS, gaps=GAPS, zero=st.sampled_from([0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10]))
def test_digits_of_every_script_read_alike(start: date, gaps: list[int], zero: int) -> None:
    """The script of the digits changes nothing."""
    cells = [f"{day:%d/%m/%Y}" for day in falling(start, gaps)]
    script = {48 + digit: zero + digit for digit in range(10)}
    pd.testing.assert_frame_equal(read([cell.translate(script) for cell in cells], start), read(cells, start))


@settings(max_examples=40, derandomize=True)
@given(lists=st.lists(st.tuples(STARTS, GAPS, FORMATS), min_size=2, max_size=5))
def test_lists_read_together_are_read_as_alone(lists: list[tuple[date, list[int], str]]) -> None:
    """Any number of lists in one call changes none of them."""
    crawled = date(2026, 1, 5)
    columns = [[f"{day:{form}}" for day in falling(start, gaps)] for start, gaps, form in lists]
    together = read_dates(
        [cell for column in columns for cell in column],
        groups=[number for number, column in enumerate(columns) for _ in column],
        crawled=crawled,
    )
    alone = pd.concat([read_dates(column, crawled=crawled) for column in columns], ignore_index=True)
    pd.testing.assert_frame_equal(together, alone)


@settings(max_examples=150, derandomize=True)
@given(
    cells=st.lists(
        st.one_of(st.none(), st.text(max_size=40), st.from_regex(r"[0-9 ./:,-]{1,16}", fullmatch=True)),
        max_size=12,
    )
)
def test_any_text_is_read_or_refused_with_a_reason(cells: list[str | None]) -> None:
    """No cell raises; a day is certain or says why not; no day is beyond reason."""
    out = read_dates(cells, crawled=date(2026, 2, 14))
    assert len(out) == len(cells)
    assert (out["certain"] | out["reason"].notna()).all()
    assert not (out["certain"] & out["date"].isna()).any()
