"""Times alone of a list from new to old: those that cannot be of today are of yesterday, and all below them."""

from __future__ import annotations

import pytest

from pipelines.dates.columns.reading import read_dates

CASES = {
    "a ticker in the morning": ("06:10 Uhr|05:50 Uhr|22:40 Uhr|21:10 Uhr|18:00 Uhr|05:10 Uhr", "332222"),
    "nothing since midnight": ("21:00|20:30|19:00|18:10|17:00|05:10", "222222"),
    "two nights": ("06:10|05:50|22:40|21:10|18:00|16:10|12:00|09:00|05:10|23:10|20:05|19:30", "332222222111"),
    "an entry that was changed": ("22:40|21:10|23:00|20:30|19:00|18:10", "222222"),
    "twelve hours": ("6:10 AM|5:50 AM|10:40 PM|9:10 PM|6:00 PM|7:10 AM", "332222"),
    "all of this morning": ("06:10|05:50|04:40|03:10|02:00|01:10", "333333"),
    "hours to come": ("15:00|16:00|17:00|18:10|19:00|20:10", "333333"),
    "films": ("14:00|22:30|14:00|22:30|14:00|22:30", "333333"),
    "too few": ("06:10|22:40|21:10", "333"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_time_later_than_the_crawl_is_of_yesterday(case: str) -> None:
    """At seven in the morning, local time, of 3 March."""
    times, days = CASES[case]
    read = read_dates(times.split("|"), crawled="2026-03-03T06:00:00Z", tlds="de")
    assert "".join(str(day)[-1] for day in read["date"]) == days


def test_where_the_zone_is_not_known_it_is_late_everywhere() -> None:
    """Eight in the evening is the latest hour that it may be anywhere."""
    read = read_dates("06:10|05:50|19:40|18:10|16:00|15:10".split("|"), crawled="2026-03-03T06:00:00Z")
    assert {str(day) for day in read["date"]} == {"2026-03-03"}
    read = read_dates("06:10|05:50|23:40|18:10|16:00|15:10".split("|"), crawled="2026-03-03T06:00:00Z")
    assert [str(day)[-1] for day in read["date"]] == [*"332222"]


def test_a_list_of_events_tells_coming_hours() -> None:
    """What a site announces may be late today, in whatever order."""
    times = "22:00|21:00|20:00|19:00|18:00|17:00".split("|")
    read = read_dates(times, crawled="2026-03-03T06:00:00Z", tlds="de", events=True)
    assert {str(day) for day in read["date"]} == {"2026-03-03"}


@pytest.mark.parametrize(("crawled", "day"), [("07:00", "2"), ("09:59", "2"), ("10:30", "3"), ("15:00", "3")])
def test_at_noon_a_list_of_the_evening_is_of_tonight(crawled: str, day: str) -> None:
    """A programme may run down, too: no ticker is silent for more than half a day."""
    times = "22:15|21:30|20:00|19:30|18:10|17:00".split("|")
    read = read_dates(times, crawled=f"2026-03-03T{crawled}:00+01:00", tlds="de")
    assert {str(told)[-1] for told in read["date"]} == {day}
