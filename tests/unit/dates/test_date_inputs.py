"""Bad input: no exception for what a page may hold, a plain one for what a caller may do wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from pipelines.dates import read_dates

CRAWLED = datetime(2026, 2, 14, tzinfo=UTC)


def test_any_cell_is_read_or_refused_with_a_reason() -> None:
    """Numbers, nulls, a megabyte of text, lone surrogates, marks of lost bytes, emoji: a reason each, no exception."""
    cells = [
        20260211,
        3.5,
        None,
        float("nan"),
        True,
        "x" * 1_000_000,
        "\ud800 11.02.26",
        "\U0010f7c3 2026",
        "🎉" * 50,
        "1" * 400,
    ]
    read = read_dates(cells, crawled=CRAWLED)
    assert len(read) == len(cells)
    assert (read["certain"] | read["reason"].notna()).all()
    assert str(read["date"].iloc[0]) == "2026-02-11"
    assert read["reason"].iloc[5] == "date_unreadable"


@pytest.mark.parametrize(
    "cells",
    [
        pd.Series(["11 mai 2026", None], dtype="str"),
        pd.Series(["11 mai 2026", None], dtype=object),
        pa.array(["11 mai 2026", None]),
        pa.chunked_array([["11 mai 2026"], [None]]),
        ["11 mai 2026", None],
        pd.Series(["11 mai 2026", None], dtype="category"),
    ],
    ids=["str", "object", "arrow", "chunked", "list", "category"],
)
def test_every_kind_of_column_reads_alike(cells: object) -> None:
    """Pandas, Arrow and plain Python columns give the same."""
    read = read_dates(cells, crawled=CRAWLED)
    assert str(read["date"].iloc[0]) == "2026-05-11"
    assert read["reason"].iloc[1] == "date_missing"


def test_an_empty_column_gives_an_empty_frame() -> None:
    """An empty column gives an empty frame."""
    assert read_dates([], crawled=CRAWLED).empty


def test_the_clock_may_be_a_day_a_moment_or_a_column() -> None:
    """All three count the same."""
    for crawled in (
        date(2026, 2, 14),
        CRAWLED,
        ["2026-02-14"],
        pd.Series(["2026-02-14"], dtype="datetime64[s]"),
    ):
        assert str(read_dates(["hier"], languages="fr", crawled=crawled)["date"].iloc[0]) == "2026-02-13"


@pytest.mark.parametrize("name", ["groups", "languages", "tlds", "urls", "hints", "crawled"])
def test_a_column_of_another_length_is_refused(name: str) -> None:
    """The message names the argument and both lengths."""
    given = {"crawled": CRAWLED, name: ["2026-02-14"] * 3}
    with pytest.raises(ValueError, match=f"{name} has 3 rows, texts has 2"):
        read_dates(["11.02.26", "10.02.26"], **given)


def test_a_missing_crawl_needs_a_clock() -> None:
    """A row without a crawl day cannot be read without a bound for its century."""
    with pytest.raises(ValueError, match="pass clock"):
        read_dates(["11.02.26"], crawled=[None])


@pytest.mark.parametrize("crawled", ["2026-11-25", "2026-11-25T09:30:00+01:00", ["2026-11-25"] * 2])
def test_the_clock_may_be_written_in_iso_form(crawled: object) -> None:
    """A day or a moment as text counts as the day it names."""
    read = read_dates(["gestern", "24.11."], languages="de", crawled=crawled)
    assert list(read["date"]) == [date(2026, 11, 24)] * 2


@pytest.mark.parametrize("crawled", ["25.11.2026", "", ["2026-11-25", "last week"]])
def test_a_clock_in_another_form_is_refused_and_told_which_it_may_have(crawled: object) -> None:
    """The message says what to pass."""
    with pytest.raises(ValueError, match="one in ISO form as 2026-11-25"):
        read_dates(["gestern", "24.11."], languages="de", crawled=crawled)


def test_a_long_column_of_one_list() -> None:
    """Ten thousand entries are one list as well as ten are."""
    days = np.datetime64("2026-02-14") - np.arange(10_000)
    cells = [f"{str(day)[8:10]}/{str(day)[5:7]}/{str(day)[:4]}" for day in days]
    read = read_dates(cells, crawled=CRAWLED)
    assert read["date"].astype("str").tolist() == [str(day) for day in days]
    assert read["certain"].all()


def test_lists_may_be_named_by_tuples() -> None:
    """Any hashable value names a list: two of them, one in which the year comes last."""
    cells = ["11.12.26", "10.12.26", "26.11.25", "26.11.24"]
    frame = read_dates(cells, groups=[("de", 1), ("de", 1), ("ko", 1), ("ko", 1)], crawled=date(2026, 12, 12))
    assert len(frame) == len(cells)
    assert str(frame["date"].iloc[2]) == "2026-11-25"
