"""Titles that stand with a date: releases called by their version, meetings whose buttons are labelled with a month."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TEXTS, TITLES

MONTHS = "January February March April May June July August September October November December".split()
URL = "https://tide.example/releases.html"


def test_a_version_with_its_day_is_a_title() -> None:
    """A version with its day is a title."""
    rows = "".join(
        f'<section id="v{n}"><h2>v4.{n}.0 (2026-0{n}-03)<a class="headerlink" href="#v{n}">¶</a></h2><ul><li>'
        f"<p><b>New features</b></p><ul><li><p>gauge {n}: readings of the night are kept</p></li></ul></li></ul></section>"
        for n in range(8, 0, -1)
    )
    [kept] = chosen(induce(f"<body><main><h1>Releases of tide</h1>{rows}</main></body>", URL))
    assert [(entry.title, entry.date) for entry in kept.entries][:2] == [
        ("v4.8.0", "2026-08-03"),
        ("v4.7.0", "2026-07-03"),
    ]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("<h2>Tide gauge 2.{n}.0 (2026-0{n}-03)</h2>", "Tide gauge 2.8.0 (2026-08-03)"),
        ("<h2>tide 0.{n} <small>2026-0{n}-03</small></h2>", "tide 0.8"),
        ("<h3>Release 4.{n} – {n} May 2026</h3>", "Release 4.8 – 8 May 2026"),
    ],
)
def test_a_release_is_called_by_its_name_and_version(heading: str, title: str) -> None:
    """What is new in it is none of its name."""
    rows = "".join(
        heading.format(n=n) + f"<ul><li>Gauge {WORDS[n]} is read at night, too</li><li>Faster start</li></ul>"
        for n in range(8, 3, -1)
    )
    [kept] = chosen(induce(f"<body><main><h1>Changes</h1>{rows}</main></body>", URL))
    assert kept.entries[0].title == title
    assert len(kept.entries) == 5


WORDS = "zero one two three four five six seven eight".split()


def test_days_that_a_heading_spans_are_no_version() -> None:
    """`Weekend 12.10 - 14.10.2026` says when it is, and the line below what."""
    rows = "".join(
        f"<div><h3>Weekend {n}.10 - {n + 2}.10.2026</h3><p><a href=/n/{n}>Boats of the quay {WORDS[n]} in the old harbour</a></p></div>"
        for n in range(1, 6)
    )
    [kept] = chosen(induce(f"<body><main><h1>Events</h1>{rows}</main></body>", URL))
    assert kept.entries[0].title == "Boats of the quay one in the old harbour"


def test_a_buttons_label_with_a_month_is_no_title() -> None:
    """A buttons label with a month is no title."""
    kinds = ("Regular meeting", "Annual meeting", "Committee of the quays")
    rows = "".join(
        f"<tr><td>{month} {n + 3}, 2026, {kinds[n % 3]}</td><td>"
        f'<a href="/agenda-{n}.pdf" title="link to {month} 2026 agenda">Agenda</a>, '
        f'<a href="/minutes-{n}.pdf">Minutes</a></td></tr>'
        for n, month in enumerate(MONTHS)
    )
    page = f"<body><h1>Commission</h1><h3>Meetings</h3><table>{rows}</table></body>"
    [kept] = chosen(induce(page, "https://quay.example/commission/meetings"))
    assert [entry.title for entry in kept.entries][:2] == [
        "January 3, 2026, Regular meeting",
        "February 4, 2026, Annual meeting",
    ]


def test_rows_of_a_short_day_and_pictured_files_are_kept() -> None:
    """Rows of a short day and pictured files are kept."""
    tables = "".join(
        f"<h3>{year} Meetings</h3><table><tr><th>Date</th><th>Agenda</th><th>Minutes</th></tr>"
        + "".join(
            f'<tr><td>{month} {n + 2}</td><td><a href="/{year}/{n}-a.pdf"><img src="/pdf.png" alt=""></a></td>'
            f'<td><a href="/{year}/{n}-m.pdf"><img src="/pdf.png" alt=""></a></td></tr>'
            for n, month in enumerate(MONTHS)
        )
        + "</table>"
        for year in (2026, 2025)
    )
    kept = chosen(
        induce(f"<body><main><h1>Minutes</h1>{tables}</main></body>", "https://quay.example/minutes")
    )
    assert sum(len(one.entries) for one in kept) == 24


def test_a_long_changelog_is_kept_on_a_page_called_an_article() -> None:
    """Versions are short, and titles all the same."""
    changes = ("The gauge answers in one line", "The valve closes at high tide", "Tides are named again")
    releases = "".join(
        f"<section><h2>2.{n}.0 (2026-0{n % 9 + 1}-1{n % 10})</h2><ul>"
        + "".join(
            f"<li>{f'{change}, says part {n}. ' * times}</li>" for times, change in enumerate(changes, 1)
        )
        + "</ul></section>"
        for n in range(30, 0, -1)
    )
    prose = f"<p>{'How the gauges are built, and what they measure, takes a while to tell in full. ' * 8}</p>"
    head = "<head><title>Manual</title><meta property=og:type content=article></head>"
    page = f"<html>{head}<body><h1>Manual of the gauge</h1>{prose * 8}<div>{releases}</div></body></html>"
    kept = chosen(induce(page, "https://tide.example/2026/05/04/how-the-gauges-of-the-tide-are-built.html"))
    assert [(one.entries[0].title, len(one.entries)) for one in kept] == [("2.30.0", 30)]


@pytest.mark.parametrize("part", [" – ", ", ", ": ", " ("])
@pytest.mark.parametrize("day", ["{} November 2026", "2026-11-{:02}"])
@pytest.mark.parametrize("last", [3, 14, 24])
def test_a_release_is_called_by_its_version_whatever_parts_it_from_its_day(
    part: str, day: str, last: int
) -> None:
    """A version like 2.9.24 is no day beside one, nor is its end the first of two: `24 – 20 November 2026`."""
    body = "".join(
        f"<h3>2.9.{last - n % 3}{part}{day.format(20 - n)}{')' if '(' in part else ''}</h3><p>{TEXTS[n]}</p>"
        for n in range(3)
    )
    page = f"<html lang=en><title>Changes</title><main><h1>Changelog</h1>{body}</main></html>"
    found = [(row.title, row.date) for one in chosen(induce(page, URL)) for row in one.entries]
    assert found == [(f"2.9.{last - n}", day.format(20 - n)) for n in range(3)]


def test_two_days_over_a_title_are_no_release() -> None:
    """`05.11.26, 20.12.2026` is not the version 05.11.26: its second day was the title of the linked entry below."""
    body = "".join(
        f"<h3>{n + 5:02}.11.26, {n + 20}.12.2026</h3><p><a href=/news/{n}>{TITLES[n]}</a></p>"
        for n in range(6)
    )
    page = f"<html lang=en><title>News</title><main><h1>News</h1>{body}</main></html>"
    found = [(row.title, row.date) for one in chosen(induce(page, URL)) for row in one.entries]
    assert found == [(TITLES[n], f"{n + 5:02}.11.26") for n in range(6)]
