"""A tracker tells the hour of today's reports and the weekday of this week's, where others have their day."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

TITLES = [
    "The landing stage is slippery after rain",
    "Lanterns on the old quay flicker",
    "The bell of the harbour tower is late",
    "Paint comes off the boat house",
    "An anchor lies across the slipway",
    "Stalls block the way to the square",
    "The choir room is cold",
    "Sea charts are hung upside down",
]
DAYS = ["2026-11-19", "2026-11-17", "2026-11-12", "2026-11-09", "2026-10-21"]


def dates(said: list[str], column: str = "<td class=changed>{}</td>") -> list[str]:
    """The dates of eight reports by what the last column says of each."""
    rows = "".join(
        f"<tr><td class=id><a href=/show?id={at}>{at}</a></td><td class=state>open</td>"
        f"<td class=summary><a href=/show?id={at}>{title}</a></td>{column.format(text)}</tr>"
        for at, (title, text) in enumerate(zip(TITLES, said, strict=True), 401)
    )
    page = (
        "<html lang=en><body><h1>Reports</h1><table><tr><th>No</th><th>State</th><th>Summary</th><th>Changed</th></tr>"
        f"{rows}</table></body></html>"
    )
    return [entry.date for entry in chosen(induce(page, "https://reports.example/list"))[0].entries]


@pytest.mark.parametrize(
    "said",
    [
        ["09:30:00", "Wed 00:12", "Tue 17:40", *DAYS],
        [DAYS[0], "Wed 00:12", *DAYS[1:], "09:30:00", "7:05:41"],  # in the order of something else
        ["Mi. 00:12", "Di., 17:40", "9:30", *DAYS],
    ],
)
def test_an_hour_where_others_have_their_day_is_the_entrys_date(said: list[str]) -> None:
    """Entries of the last seven days had none, the newest of all."""
    assert dates(said) == said


@pytest.mark.parametrize("other", ["never", "open 09:30:00", "Foo 00:12", "27:30:00"])
def test_other_texts_there_are_no_dates_and_leave_none_to_the_hours(other: str) -> None:
    """The place tells something else, too, so that an hour may be anything."""
    assert dates(["09:30:00", other, "Tue 17:40", *DAYS]) == ["", "", "", *DAYS]


def test_a_length_in_a_column_of_its_own_is_no_date() -> None:
    """`01:02:03` is how long a recording lasts, and no day stands in its place."""
    column = "<td class=day>{}</td><td class=length>01:02:03</td>"
    assert dates(["", "", "", *DAYS], column) == ["", "", "", *DAYS]


def test_a_weekday_among_days_with_hours_is_a_custom() -> None:
    """`Wed 19:30` beside `2026-12-03 19:30` is each Wednesday; who tells the hour of each day tells the day of each hour."""
    days = [f"{day} 19:30" for day in DAYS]
    assert dates(["Wed 19:30", "Tue 20:00", "Sun 11:00", *days])[:3] == ["", "", ""]


def test_two_days_vouch_for_nothing() -> None:
    """Of eight texts that are hours mostly, two days may be the odd ones."""
    said = ["00:09:30", "01:12:00", "00:17:40", "02:17:00", "00:31:09", "01:00:10", *DAYS[:2]]
    assert dates(said)[:6] == [""] * 6
