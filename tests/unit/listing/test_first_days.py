"""The first days of a year in a list that leaves the running year out."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES


def dates_of(shown: list[str], tag: str = "p class=date", beside: str = "") -> list[str]:
    """The dates that are read of a list whose entries show these."""
    rows = "".join(
        f"<article><h2><a href=/news/{n}>{title}</a></h2><{tag}>{day}</{tag.split()[0]}>{beside}</article>"
        for n, (title, day) in enumerate(zip(TITLES, shown, strict=False))
    )
    [kept] = chosen(induce(f"<h1>News</h1><main>{rows}</main>", "https://portus.example/news/"))
    return [entry.date for entry in kept.entries]


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("01.01.", "{:02}.12.2026"),
        ("1.1.", "{}.12.2026"),
        ("02/01", "{:02}/12/2026"),
        ("01-02", "2026-12-{:02}"),
        ("01/15", "12/{:02}/2026"),
    ],
)
@pytest.mark.parametrize("several", [1, 2])
@pytest.mark.parametrize("tag", ["p class=date", "span"])
def test_the_dates_with_a_year_vouch_for_those_without(new: str, old: str, several: int, tag: str) -> None:
    """One or two entries of a new year had no date until a third came."""
    shown = [new] * several + [old.format(31 - n) for n in range(6 - several)]
    assert dates_of(shown, tag) == shown


@pytest.mark.parametrize(
    ("odd", "beside"),
    [
        ("24/7", ""),
        ("3/5", ""),
        ("1.2", ""),
        ("02/01", "<p class=date>by the harbour master</p>"),
    ],
    ids=["open all day", "a part", "a version", "elements that hold more than dates"],
)
def test_other_numbers_are_no_days(odd: str, beside: str) -> None:
    """Of other digits or with another mark than the dates, or where not only dates stand."""
    shown = [odd] + [f"{31 - n:02}/12/2026" for n in range(5)]
    assert dates_of(shown, beside=beside) == ["", *shown[1:]]


def test_an_old_entry_among_the_others_is_none_of_a_new_year() -> None:
    """The first days of a year stand at one end of the list."""
    shown = [f"{31 - n:02}/12/2026" for n in range(6)]
    shown[3] = "02/01"
    assert dates_of(shown) == [*shown[:3], "", *shown[4:]]


@pytest.mark.parametrize("odd", ["10.30", "09.15", "09.11"])
def test_hours_of_today_are_no_days(odd: str) -> None:
    """Written with a point: no day of the half year behind the newest one that is whole."""
    shown = [odd] + [f"{31 - n:02}.12.2026" for n in range(5)]
    assert dates_of(shown) == ["", *shown[1:]]


def test_a_day_without_a_point_behind_it_follows_the_newest_soon() -> None:
    """`03.01` above the last days of December."""
    shown = ["03.01"] + [f"{31 - n:02}.12.2026" for n in range(5)]
    assert dates_of(shown) == shown
