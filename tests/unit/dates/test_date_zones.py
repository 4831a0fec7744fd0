"""A moment told in UTC is the site's own day: converted where the zone is known, open where it may be another one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest

from pipelines.dates import dates, read_dates, why
from pipelines.site import Site

CRAWLED = datetime.fromisoformat("2026-11-20T06:00:00+00:00")


def read(cells: Sequence[str | None], **more: Any) -> list[tuple[str, bool]]:
    """Day and certainty of each cell."""
    out = read_dates(cells, crawled=CRAWLED, **more)
    return [(str(day), bool(sure)) for day, sure in zip(out["date"], out["certain"], strict=True)]


@pytest.mark.parametrize(
    ("zone", "stamp", "day"),
    [
        ("Europe/Paris", "2026-11-17T23:00:00Z", "2026-11-18"),
        ("Europe/Paris", "2026-07-17T22:30:00.000Z", "2026-07-18"),  # two hours ahead in summer
        ("Europe/Paris", "2026-11-17T22:30:00+00:00", "2026-11-17"),
        ("Asia/Tokyo", "2026-11-17T16:30:00Z", "2026-11-18"),
        ("America/New_York", "2026-11-17T03:00:00Z", "2026-11-16"),
        ("Europe/Paris", "Tue, 17 Nov 2026 23:30:00 GMT", "2026-11-18"),
    ],
)
def test_a_pinned_zone_makes_utc_the_sites_day(zone: str, stamp: str, day: str) -> None:
    """In the cell or in the markup, and certain in both."""
    assert read([stamp], timezone=zone) == [(day, True)]
    assert read([None], hints=[stamp], timezone=zone) == [(day, True)]


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", None])
def test_an_offset_of_its_own_keeps_its_day(zone: str | None) -> None:
    """`+01:00` was written by the site's clock."""
    stamps = ["2026-11-17T23:30:00+01:00", "2026-11-12T00:30:00-05:00"]
    assert read(stamps, timezone=zone) == [("2026-11-17", True), ("2026-11-12", True)]


def test_midnight_to_the_second_is_a_bare_day() -> None:
    """`T00:00:00Z` is a day stored as a moment; west of Greenwich it is not the evening before."""
    assert read(["2026-11-17T00:00:00Z"], timezone="America/New_York") == [("2026-11-17", True)]


def test_what_readers_see_stands() -> None:
    """A written date with `GMT` is the day that the page shows."""
    assert read(["17 November 2026, 23:30 GMT"], timezone="Europe/Paris") == [("2026-11-17", True)]


@pytest.mark.parametrize(
    ("stamp", "known", "sure"),
    [
        ("2026-11-17T23:00:00Z", {"tlds": "fr"}, False),
        ("2026-11-17T16:00:00Z", {"tlds": "fr"}, True),
        ("2026-11-17T16:00:00Z", {"tlds": "jp"}, False),
        ("2026-11-17T03:00:00Z", {"tlds": "us"}, False),
        ("2026-11-17T16:00:00Z", {"languages": "fr"}, True),
        ("2026-11-17T22:30:00Z", {"languages": "fr"}, False),
        ("2026-11-17T02:00:00Z", {"languages": "fr"}, False),  # the Antilles
        ("2026-11-17T02:00:00Z", {"languages": "fr-FR"}, True),
        ("2026-11-17T16:00:00Z", {"languages": "ja"}, False),
        ("2026-11-17T16:00:00Z", {"languages": "en-US"}, False),  # what software declares by itself
        ("2026-11-17T12:00:00Z", {"languages": "eo"}, True),  # of no country
        ("2026-11-17T16:00:00Z", {"languages": "eo"}, False),
        ("2026-11-17T12:00:00Z", {"languages": "ar-001"}, True),  # Arabic of the whole world
        ("2026-11-17T23:00:00Z", {"languages": "ar-001"}, False),
        ("2026-11-17T16:00:00Z", {"languages": "en-GB"}, True),
        ("2026-11-17T10:00:00Z", {}, True),
        ("2026-11-17T20:00:00Z", {}, False),
    ],
)
def test_without_a_zone_the_day_is_open_where_a_likely_one_moves_it(
    stamp: str, known: dict[str, str], sure: bool
) -> None:
    """The day stays as written; country, region and language tell which zones are likely."""
    assert read([stamp], **known) == [("2026-11-17", sure)]
    assert read([None], hints=[stamp], **known) == [("2026-11-17", sure)]


def test_zero_is_the_sites_own_offset_beside_others() -> None:
    """`+00:00` in winter and `+01:00` in summer is a clock in London."""
    stamps = ["2026-11-17T23:30:00+00:00", "2026-07-17T23:30:00+01:00"]
    assert read(stamps, languages="en") == [("2026-11-17", True), ("2026-07-17", True)]


@pytest.mark.parametrize("zone", ["Europe/Paris", None])
def test_the_text_wins_over_markup_in_utc(zone: str | None) -> None:
    """The day that the site shows is its own; the markup's moment is kept and contradicts nothing."""
    for text in ("18 novembre 2026", "17 novembre 2026"):
        out = read_dates(
            [text], hints=["2026-11-17T23:00:00Z"], languages="fr", timezone=zone, crawled=CRAWLED
        )
        assert out["date"].iloc[0] == date(2026, 11, int(text[:2]))
        assert out["certain"].iloc[0]
        assert pd.isna(out["reason"].iloc[0])
        assert out["published_at"].iloc[0] == pd.Timestamp("2026-11-17T23:00:00Z")


def entries(stamp: str) -> pd.DataFrame:
    """A list of one entry."""
    frame = pd.DataFrame({"list": ["a"], "url": ["https://lumen.example/1"], "date_raw": [stamp]}).astype(
        "str"
    )
    return frame.assign(position=[0])


def test_a_moved_day_leaves_a_step_and_keeps_its_moment() -> None:
    """The trail says that the zone moved the day; `published_at` is the moment as written."""
    site = Site("lumen", CRAWLED, timezone="Europe/Paris")
    out = dates(entries("2026-11-17T23:00:00Z"), site)
    assert [tuple(step) for step in out["steps"].iloc[0]] == [
        ("date", "zone", "2026-11-17T23:00:00Z", "2026-11-18")
    ]
    assert out["published_at"].iloc[0] == pd.Timestamp("2026-11-17T23:00:00Z")
    assert "in Europe/Paris that is another day" in "\n".join(why(entries("2026-11-17T23:00:00Z"), site, 0))


def test_a_day_that_the_zone_leaves_open_is_counted() -> None:
    """`date_approximate` asks for the zone in the site file."""
    out = dates(entries("2026-11-17T23:00:00Z"), Site("lumen", CRAWLED, host="lumen.fr"))
    assert out["issues"].iloc[0] == ("date_approximate",)
    assert not out["date_certain"].iloc[0]
