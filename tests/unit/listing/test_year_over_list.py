"""Days without a year have that of the heading over their list, where it names one: `2026 meetings` over `12 March`."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://portus.example/meetings/"
DAYS = ["March 12", "February 12", "January 14", "January 7"]
ROWS = "".join(
    f"<tr><td>{day}<td><a href=/a/{at}.pdf>Agenda of the harbour board {at}</a>"
    for at, day in enumerate(DAYS)
)
TABLE = f"<table>{ROWS}</table>"


def days(body: str, *, around: str = "<main>{}</main>") -> list[str]:
    kept = chosen(induce(f"<html lang=en><body>{around.format(body)}</body></html>", URL))
    return [entry.date for one in kept for entry in one.entries]


WITH_YEAR = [f"{day} 2026" for day in DAYS]


@pytest.mark.parametrize(
    "head",
    [
        "<h1>2026 Harbour Board Meetings</h1>",
        "<h2>Meetings in 2026</h2>",
        "<h1>Harbour Board 2026</h1><h2>Agendas</h2>",
        "<h2>Older papers of 2019</h2><p>None.</p><h2>Papers of 2026</h2>",
        "<h1>Meetings 2026</h1><h2>Agendas</h2><p>All meetings begin at seven in the customs house.</p>",
        "<h1>Meetings 2026</h1><h2>Rules</h2><h3>As of 2019</h3><p>Speak up.</p><h2>Agendas</h2>",
    ],
)
def test_the_nearest_heading_of_the_outline_gives_the_year(head: str) -> None:
    """Headings without a year are passed over; those of other parts are none of its outline."""
    assert days(head + TABLE) == WITH_YEAR


def test_a_table_s_caption_is_a_heading() -> None:
    """It is nearer than all others."""
    assert days(f"<h1>Papers</h1><table><caption>Meetings of 2026</caption>{ROWS}</table>") == WITH_YEAR


@pytest.mark.parametrize(
    "head",
    [
        "<h1>Meetings 2025/26</h1>",
        "<h1>Meetings 2025-2026</h1>",
        "<h1>Meetings of 2025 and 2026</h1>",
        "<h1>Sailing club since 1987</h1>",
        "<h1>Meetings</h1><h2><a href=/n/1>Board looks back on 2019</a></h2>",
        "<h1>Meetings</h1><aside><h2>Report of 2019</h2></aside>",
        "<h1>Meetings</h1><p>Minutes of 2019 are in the archive.</p>",
    ],
)
def test_two_years_a_founding_year_or_another_part_s_give_none(head: str) -> None:
    """The days stay as they are written."""
    assert days(head + TABLE) == DAYS


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("<div class=bar>{} AGENDAS</div>", True),
        ("<p><b>Meetings of {}</b></p>", True),
        ("<p><a href=/years/{0}>Meetings of {0}</a></p>", False),
        ("<p>Meetings of {}/26</p>", False),
        ("<p>Minutes of {} are kept in the customs house, behind the second door on the left</p>", False),
    ],
)
def test_lines_that_differ_in_their_year_alone_head_what_is_below_them(head: str, told: bool) -> None:
    """They need no tag of a heading; what leads to a year, a span of years and a sentence head nothing."""
    rows = ROWS.split("<tr>")[1:]
    tables = [f"<table><tr>{'<tr>'.join(part)}</table>" for part in (rows[:2], rows[2:])]
    body = "".join(head.format(year) + table for year, table in zip((2019, 2018), tables, strict=True))
    years = [" 2019", " 2019", " 2018", " 2018"] if told else [""] * 4
    assert days(body, around="<body><h1>Harbour Board</h1>{}") == [
        day + year for day, year in zip(DAYS, years, strict=True)
    ]


def test_a_line_of_a_year_goes_before_the_heading_over_all() -> None:
    """However long past it is, and whatever heading without a year stands between."""
    rows = ROWS.split("<tr>")[1:]
    body = "".join(
        f"<div class=bar>{year} AGENDAS</div><h3>Board</h3><table><tr>{'<tr>'.join(part)}</table>"
        for year, part in ((1991, rows[:2]), (1990, rows[2:]))
    )
    years = ["1991", "1991", "1990", "1990"]
    told = [f"{day} {year}" for day, year in zip(DAYS, years, strict=True)]
    assert days(body, around="<body><h1>Papers of 2026</h1>{}") == told


def test_years_to_choose_from_head_nothing() -> None:
    """A script makes them buttons: the last of them is not the one that is shown."""
    menu = "<ul><li>2026</li><li>2025</li></ul>"
    assert days(f"<h1>Harbour Board</h1>{menu}{TABLE}", around="<body>{}") == DAYS


def test_one_line_with_a_year_heads_nothing() -> None:
    """Nor do lines below which not all days stand."""
    assert days(f"<h1>Harbour Board</h1><p>Agendas of 2019</p>{TABLE}") == DAYS
    rows = ROWS.split("<tr>")[1:]
    late = f"<table><tr>{rows[0]}</table><p>Papers of 2019</p><table><tr>{rows[1]}<tr>{rows[2]}</table>"
    late += f"<p>Papers of 2018</p><table><tr>{rows[3]}</table>"
    assert days(f"<h1>Harbour Board</h1>{late}") == DAYS


def test_a_year_among_the_records_goes_before_one_over_them() -> None:
    """What stands over all says less than what stands over some."""
    rows = ROWS.split("<tr>")[1:]
    inner = f"<h2>2026</h2><table><tr>{'<tr>'.join(rows[:2])}</table><h2>2025</h2><table><tr>{'<tr>'.join(rows[2:])}</table>"
    told = ["March 12 2026", "February 12 2026", "January 14 2025", "January 7 2025"]
    assert days(f"<h1>Papers kept in 2024</h1>{inner}") == told


def test_each_part_of_a_list_has_the_year_of_its_own_heading() -> None:
    """A panel's heading is pressed to open it, and leads nowhere."""
    heads = (
        "<h2><button>{} minutes</button></h2>",
        "<h2><a href=#y{0}>Minutes of {0}</a></h2>",
        "<h2>Kept papers, {}</h2>",
    )
    rows = [f"<li><a href=/a/{at}.pdf>Minutes of the harbour board</a> {day}" for at, day in enumerate(DAYS)]
    for head in heads:
        body = (
            f"{head.format(2026)}<ul>{''.join(rows[:2])}</ul>{head.format(2025)}<ul>{''.join(rows[2:])}</ul>"
        )
        told = ["March 12 2026", "February 12 2026", "January 14 2025", "January 7 2025"]
        assert days(f"<h1>Papers</h1>{body}") == told


EVENING = {
    29: "Songs of the salt carriers",
    22: "The otter and other stories",
    15: "Slides of the old quay",
    8: "A choir from the island",
    1: "Fiddles in the mill",
}


@pytest.mark.parametrize("day", ["Thursday {} – ", "{}. ", "<b>Thu {}</b> ", "<span>{}</span> "])
def test_a_day_in_front_of_the_title_is_of_the_month_over_it(day: str) -> None:
    """`October 2026` heads `Thursday 22 – Title`."""
    lines = "".join(
        f"<p>{day.format(number)}<a href=/e/{number}>{title}</a><br>{title}: doors open at seven.</p>"
        for number, title in EVENING.items()
    )
    page = f"<html lang=en><body><main><h1>Programme</h1><h2>October 2026</h2>{lines}</main></body></html>"
    assert [entry.date for entry in induce(page, URL)[0].entries] == [
        f"{number} October 2026" for number in EVENING
    ]
