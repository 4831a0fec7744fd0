"""A day that was read once does not move because another day reads it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from pipelines.build import Built, build
from tests.rows import CLOCK, entry, raw, site


def _built(
    said: list[str],
    crawled: datetime,
    former: Built | None = None,
    *,
    events: bool = False,
    **cells: object,
) -> Built:
    lines = [entry(at, date=date, **cells) for at, date in enumerate(said)]
    facts = site(crawled=crawled, events=events)
    return build(raw(lines), facts, None if former is None else former.records, "run")


def _days(built: Built) -> list[str]:
    return built.records["date"].astype("str").tolist()


YEARLESS = ["20 nov.", "18 nov.", "11 nov.", "3 nov.", "28 oct."]


def test_a_date_without_a_year_keeps_the_year_it_was_first_seen_in() -> None:
    """A year later the same list would be of days to come."""
    former = _built(YEARLESS, CLOCK)
    later = CLOCK.replace(year=2027, day=19)
    assert _days(_built(YEARLESS, later))[0] == "2027-11-20"
    again = _built(YEARLESS, later, former)
    assert (
        _days(again)
        == _days(former)
        == ["2026-11-20", "2026-11-18", "2026-11-11", "2026-11-03", "2026-10-28"]
    )
    assert again.records["date_certain"].tolist() == former.records["date_certain"].tolist()
    assert again.issues["date_kept"] == 5


@pytest.mark.parametrize("later", ["il y a 2 mois", "il y a 3 mois"])
def test_a_rough_date_does_not_move_with_the_crawl(later: str) -> None:
    """`2 months ago` is nearest to the day when it is read first, and so no change later."""
    former = _built(["il y a 2 mois"], CLOCK)
    again = _built([later], CLOCK + timedelta(days=20), former)
    assert _days(again) == _days(former)
    assert again.change.unchanged == 1


@pytest.mark.parametrize(
    ("first", "days", "then", "day"),
    [
        ("il y a 3 heures", 12, "il y a 1 semaine", "2026-11-20"),
        ("hier", 33, "il y a 1 mois", "2026-11-19"),
        ("il y a 5 jours", 13, "il y a 2 semaines", "2026-11-15"),
        ("18.11.2026", 25, "il y a 3 semaines", "2026-11-18"),
        ("18.11.2026", 5, "il y a 1 semaine", "2026-11-18"),  # the week leads to that very day
    ],
)
def test_a_rough_date_takes_no_day_back_that_was_read_exactly(
    first: str, days: int, then: str, day: str
) -> None:
    """Sites say hours, then days, then weeks: with the first week the day that had been known was another in each run."""
    former = _built([first], CLOCK)
    again = _built([then], CLOCK + timedelta(days=days), former)
    assert _days(again) == _days(former) == [day]
    assert again.records["date_certain"].tolist() == former.records["date_certain"].tolist()
    assert again.issues["date_kept"] == 1


@pytest.mark.parametrize("first", ["il y a 2 heures", "20.11.2026", "il y a 2 semaines"])
def test_a_date_in_weeks_that_is_much_later_is_another_day(first: str) -> None:
    """A list of what was changed last says so: an entry of a month ago is of last week once somebody answered."""
    former = _built([first], CLOCK)
    again = _built(["il y a 1 semaine"], CLOCK + timedelta(days=30), former)
    assert _days(again) == ["2026-12-13"]
    assert "date_kept" not in again.issues


def test_a_time_alone_is_of_the_day_it_was_first_seen_on() -> None:
    """The cell that says the same tomorrow never said today; one that says another time is the site's own edit."""
    said = ["19 h 00", "20 h 30", "07:45"]
    former = _built(said, CLOCK)
    again = _built([*said[:2], "08:15"], CLOCK + timedelta(days=1), former)
    assert _days(again)[:2] == _days(former)[:2]
    assert _days(again)[2] > _days(former)[2]
    assert again.issues["date_kept"] == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [("11.10.26", "12.10.26"), ("il y a 3 jours", "hier"), ("il y a 8 mois", "il y a 2 mois")],
)
def test_a_day_that_the_site_moves_moves(before: str, after: str) -> None:
    """Another day in the cell is the site's own edit."""
    former = _built([before], CLOCK)
    again = _built([after], CLOCK + timedelta(days=1), former)
    assert _days(again) != _days(former)
    assert again.change.changed == 1
    assert "date_kept" not in again.issues


@pytest.mark.parametrize(
    "changed", [{"title": "La foire de 2027"}, {"excerpt": "Une autre foire que l’an dernier."}]
)
def test_an_entry_that_is_another_now_is_read_anew(changed: dict[str, Any]) -> None:
    """What comes back every year on the same link has a new title or teaser."""
    later = CLOCK.replace(year=2027, day=19)
    again = _built(YEARLESS, later, _built(YEARLESS, CLOCK), **changed)
    assert _days(again) == _days(_built(YEARLESS, later, **changed))


def test_a_site_that_is_said_to_be_of_events_is_read_anew() -> None:
    """The correction of a site file reaches the entries that are known."""
    said = ["20 janv.", "3 mars", "9 juin"]
    former = _built(said, CLOCK)
    assert _days(_built(said, CLOCK, former, events=True)) == _days(_built(said, CLOCK, events=True))


def test_an_entry_that_goes_on_being_written_has_todays_day() -> None:
    """`2 hours ago` is the site's word for today, however often it says so."""
    former = _built(["il y a 2 heures"], CLOCK)
    assert _days(_built(["il y a 2 heures"], CLOCK + timedelta(days=3), former)) == ["2026-11-23"]
