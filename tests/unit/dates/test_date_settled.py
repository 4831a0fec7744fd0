"""What one cell leaves open and the cells beside it prove."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dates import read_dates

CRAWLED = date(2026, 1, 9)
WORDS = ("News", "Sport", "Kultur", "Press")


def days(cells: list[str], **context: object) -> list[str]:
    """Days of a list, those that are open with a question mark."""
    frame = read_dates(cells, **{"crawled": CRAWLED, **context})
    return [f"{day}{'' if sure else '?'}" for day, sure in zip(frame["date"], frame["certain"], strict=True)]


@given(
    st.lists(st.integers(1, 9), min_size=3, max_size=12),
    st.lists(st.sampled_from(WORDS), min_size=13, max_size=13),
)
def test_years_before_words_are_proven_by_the_list(gaps: list[int], words: list[str]) -> None:
    """Down a list they stay or fall by one, and the newest is near the crawl."""
    told = [CRAWLED]
    for gap in gaps:
        told.append(told[-1] - timedelta(gap))
    cells = [f"{day:%d} {day:%b} {day:%y} {word}" for day, word in zip(told, words, strict=False)]
    assert days(cells, languages="en") == [str(day) for day in told]


def test_one_such_cell_stays_open() -> None:
    """Its 25 may count something."""
    assert days(["24 Apr 25 News"]) == ["2025-04-24?"]


def test_the_same_count_in_every_cell_is_no_recent_year() -> None:
    """Twenty places each evening: no list of 2020, and no certainty."""
    assert days([f"{day} Dec 20 places" for day in (28, 21, 14)]) == [
        f"2025-12-{day}?" for day in (28, 21, 14)
    ]


def test_counts_that_jump_down_days_that_run_on_are_no_years() -> None:
    """Two digits that rise and fall beside days in order count."""
    counts = (12, 40, 17, 33, 26, 19)
    cells = [f"{28 - 2 * at} Dec {count} seats" for at, count in enumerate(counts)]
    assert days(cells) == [f"2025-12-{28 - 2 * at}" for at in range(len(counts))]


def test_readers_in_the_thousands_are_no_years() -> None:
    """`30 Oct 2012 views` is of 2012 by itself, and of this year among `28 Oct 845 views` and `20 Oct 3204 views`."""
    assert days(["30 Oct 2012 views"]) == ["2012-10-30?"]
    cells = ["30 Oct 2012 views", "28 Oct 845 views", "25 Oct 1799 views", "20 Oct 3204 views"]
    assert days(cells, crawled=date(2026, 11, 5)) == [f"2026-10-{day}" for day in (30, 28, 25, 20)]


def test_ranges_behind_a_word_are_proven_by_the_list() -> None:
    """First days that differ and lie near the last ones are the ranges', not the concert's."""
    cells = ["Concert 12-14 November", "Concert 9-11 November", "Concert 2-3 November"]
    proven = days(cells, crawled=date(2026, 11, 25))
    assert proven == ["2026-11-12", "2026-11-09", "2026-11-02"]


@pytest.mark.parametrize(
    "cells",
    [
        ["Round 4 - 14 November", "Round 3 - 7 November", "Round 2 - 4 November"],
        ["Hall 3 - 14 November", "Hall 3 - 9 November", "Hall 3 - 5 November"],
        ["Concert 12-14 November"],
    ],
)
def test_rounds_and_halls_stay_open(cells: list[str]) -> None:
    """Numbers that count on, or that stay, may be those of the word before them."""
    assert not read_dates(cells, crawled=date(2026, 11, 25))["certain"].any()


def test_the_number_of_a_place_is_no_day() -> None:
    """A department behind its town is above 31 or in brackets."""
    cells = ["Paris (75) – 2 mars 2026", "Paris (12), 2 mars 2026"]
    assert days(cells, groups=range(2), crawled=date(2026, 3, 4)) == ["2026-03-02"] * 2


def test_the_number_of_a_place_is_no_first_day_of_a_range() -> None:
    """Although a dash stands between it and the date, which is certain."""
    assert days(["Paris (12) - 2 mars 2026"], crawled=date(2026, 3, 4)) == ["2026-03-02"]


def test_versions_among_which_some_are_no_days_are_open() -> None:
    """Three numbers in a list in which more than one in six is impossible are something else."""
    cells = ["4.11.20", "3.0.30", "2.19.15", "3.19.14", "4.1.10", "1.0.2"]
    assert not read_dates(cells, crawled=CRAWLED)["certain"].any()


def test_marks_out_of_ten_are_open() -> None:
    """Days of one month run one way; marks do not."""
    assert not read_dates(["7/10", "2/10", "9/10", "6/10", "1/10"], crawled=CRAWLED)["certain"].any()
    assert (
        days(["9/10", "7/10", "6/10", "2/10"], languages="fr", crawled=date(2026, 10, 10))[0] == "2026-10-09"
    )


@pytest.mark.parametrize("language", ["fr", None])
@pytest.mark.parametrize("day", [13, 15, 28])
def test_a_day_of_each_month_over_the_new_year_is_no_mark(language: str | None, day: int) -> None:
    """`15/02`, `15/01`, `15/12` go one way around the year."""
    cells = [f"{day}/02", f"{day}/01", f"{day}/12", f"{day}/11"]
    proven = days(cells, languages=language, crawled=date(2026, 3, 9))
    assert proven == [f"2026-02-{day}", f"2026-01-{day}", f"2025-12-{day}", f"2025-11-{day}"]


def test_marks_out_of_twenty_are_open() -> None:
    """They rise and fall, whichever way around the year they are counted."""
    cells = ["20/12", "20/5", "20/8", "20/2", "20/11"]
    assert not read_dates(cells, crawled=date(2026, 3, 9))["certain"].any()


@pytest.mark.parametrize("letter", "בהלמ")
def test_hebrew_words_of_one_letter_make_no_code(letter: str) -> None:
    """`ב-19.11.26` is *on* the 19th; `A-12/11` is a code."""
    told = {"crawled": date(2026, 11, 25), "languages": "he"}
    for cells in (["{}-19.11.26", "{}-12.11.26"], ["פורסם {}-19/11", "פורסם {}-12/11"]):
        assert days([cell.format(letter) for cell in cells], **told) == ["2026-11-19", "2026-11-12"]


@pytest.mark.parametrize(
    ("cells", "language"),
    [
        (["25.11. | 8-10 v.", "18.11. | 6-9 v."], "fi"),
        (["25.11. - 9-16", "18.11. - 10-17"], "pl"),
        (["25.11. · 9–16", "18.11. · 10–17"], "de"),
    ],
)
def test_hours_and_ages_behind_a_pair_leave_it_certain(cells: list[str], language: str) -> None:
    """A pair that a point closes, a mark, and two numbers that a dash joins."""
    assert days(cells, languages=language, crawled=date(2026, 11, 25)) == ["2026-11-25", "2026-11-18"]


@pytest.mark.parametrize(
    "cell",
    [
        "25/24/11 cm",
        "16,11",
        "1st",
        "9:00–19:00",
        "Mk 7,13",
        "1 Th.5, 16-24",
        "2 Th.11",
        "every Tuesday",
        "jeden Dienstag",
    ],
)
def test_measures_prices_and_hours_are_no_dates(cell: str) -> None:
    """Nothing is read where nothing is told."""
    assert read_dates([cell], crawled=CRAWLED)["date"].isna().all()


@pytest.mark.parametrize("cell", ["SKU 12-11-25X", "A-12/11", "1h 48m"])
def test_codes_and_durations_are_never_certain(cell: str) -> None:
    """Letters glued to numbers, hours and minutes without a word for ago."""
    assert not read_dates([cell], crawled=CRAWLED)["certain"].any()


def test_a_year_that_may_be_the_buddhist_one_is_open() -> None:
    """`69` is 2569 on a Thai page that does not say so, and nobody lists entries of 1969 by two digits."""
    assert not read_dates(["08-01-69", "05-01-69", "02-01-69", "28-12-68"], crawled=CRAWLED)["certain"].any()
    frame = read_dates(["08-01-69", "05-01-69", "02-01-69", "28-12-68"], languages="th", crawled=CRAWLED)
    assert [str(day) for day in frame["date"]] == ["2026-01-08", "2026-01-05", "2026-01-02", "2025-12-28"]


@pytest.mark.parametrize("cell", ["06 Jan 26 News", "28 Dec 25 Sport", "2 Oct 2025 views"])
def test_a_number_that_leaves_the_day_the_same_leaves_it_certain(cell: str) -> None:
    """A year or a count behind a day of the last months: without a year it is the same day."""
    assert not days([cell], languages="en")[0].endswith("?")


@pytest.mark.parametrize("cell", ["06 Jan 25 News", "28 Dec 26 Sport", "6 Jan 12 seats", "28 Mar 25 News"])
def test_a_number_that_would_change_the_day_or_is_of_long_ago_leaves_it_open(cell: str) -> None:
    """As a year it tells another day than the one the cell would have without it, or one that few lists still hold."""
    assert days([cell], languages="en")[0].endswith("?")
