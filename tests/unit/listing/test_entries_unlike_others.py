"""Entries that differ from their neighbours, boxes that look like entries, and hours that are none."""

from __future__ import annotations

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce

URL = "https://portus.example/news/"


def entries(body: str, url: str = URL) -> list[Entry]:
    page = f"<html><head><title>News</title></head><body><h1>News</h1>{body}</body></html>"
    return [entry for one in chosen(induce(page, url)) for entry in one.entries]


def rows(count: int, row: str) -> str:
    return "".join(row.format(n=n, day=n + 10) for n in range(count))


def test_a_row_whose_document_is_not_there_yet() -> None:
    """A table's row without its link is an entry, not the second half of the one above."""
    row = "<tr><td>{day}.05.2026</td><td>M-{n}</td><td><a href=/d/{n}.pdf>Minutes of the quay board, part {n}</a></td></tr>"
    bare = "<tr><td>03.05.2026</td><td>M-9</td><td>Minutes of the ferry board</td></tr>"
    head = "<tr><th>Day</th><th>Number</th><th>Title</th></tr>"
    found = entries(f"<table>{head}{rows(4, row)}{bare}{rows(3, row)}</table>")
    assert len(found) == 8
    assert (found[4].title, found[4].url, found[4].date) == ("Minutes of the ferry board", "", "03.05.2026")
    assert not any(entry.excerpt for entry in found)


def test_a_box_beside_the_list_is_no_entry() -> None:
    """It is made of the same elements, but stands elsewhere and has no date."""
    card = "<div class=card><h3><a href=/news/{n}>The harbour entry of day {n}</a></h3><p>{day} May 2026</p></div>"
    box = (
        "<div class=card><h3><a href=/about/>What this office does</a></h3><p>Every day but Sunday</p></div>"
    )
    found = entries(f"<div class=cols><div class=side>{box}</div><div class=main>{rows(9, card)}</div></div>")
    assert [entry.title for entry in found] == [f"The harbour entry of day {n}" for n in range(9)]


def test_how_long_a_film_is_is_no_date() -> None:
    """Lengths go up and down; hours of a ticker go one way."""
    card = "<li><a href=/v/{0}>The film of the harbour, part {0}</a> <span>{1}</span></li>"
    lengths = ["3:00", "3:12", "1:47", "12:05", "2:30", "4:41", "2:58", "5:10"]
    hours = ["18:40", "18:05", "17:30", "16:12", "15:55", "14:20", "11:03", "9:45"]
    films = "".join(card.format(n, length) for n, length in enumerate(lengths))
    ticker = "".join(card.format(n, hour) for n, hour in enumerate(hours))
    assert [entry.date for entry in entries(f"<ul>{films}</ul>")] == [""] * 8
    assert [entry.date for entry in entries(f"<ul>{ticker}</ul>")] == hours


def test_a_day_in_one_title_is_not_its_date() -> None:
    """Where the addresses date every entry, the day that one headline tells of is part of the headline."""
    titles = [
        "Otters are back",
        "What the flood of 1 August 2009 changed",
        "A bell returns",
        "The choir sings",
    ]
    items = "".join(
        f"<li><a href=/2026/042{n}/{n}.html>{title}</a><p>Some words about it, and a few more.</p></li>"
        for n, title in enumerate(titles)
    )
    assert [entry.datetime for entry in entries(f"<ul>{items}</ul>")] == [f"2026-04-2{n}" for n in range(4)]
    assert not any(entry.date for entry in entries(f"<ul>{items}</ul>"))


def test_an_empty_link_before_the_entry() -> None:
    """Broken markup puts the same empty link before all; the headline's link tells them apart."""
    item = (
        "<li><div><a href=/node/><h3><a href=/news/{n}>The harbour entry of day {n}</a></h3></a></div>"
        "<div><a href=/t/quay>Quay</a> <a href=/t/ferry>Ferry</a></div><p>Some words about it, and a few more. <a href=/news/{n}>More</a></p></li>"
    )
    found = entries(f"<ul class=items>{rows(8, item)}</ul>")
    assert [entry.url for entry in found] == [f"https://portus.example/news/{n}" for n in range(8)]


def test_a_menu_of_counts_is_no_list_of_entries() -> None:
    """An archive by month says how many entries each month has."""
    months = "January February March April May June July August".split()
    menu = "".join(
        f"<li><a href=/2026/0{n + 1}/01/>{month} ({n * 3 + 2})</a></li>" for n, month in enumerate(months)
    )
    assert entries(f"<ul class=archive>{menu}</ul>") == []


@pytest.mark.parametrize(
    "address", ["/downloads/{n}/bulletin.pdf", "/{n}/bulletin/", "/2026-{n:02}/bulletin.html"]
)
def test_issues_are_called_by_their_numbers(address: str) -> None:
    """Their number stands anywhere in the address; how many entries a part has does not."""
    issues = "".join(f"<li><a href={address.format(n=n)}>Bulletin {n}</a></li>" for n in range(10, 0, -1))
    found = entries(f"<ul class=items>{issues}</ul>")
    assert [entry.title for entry in found] == [f"Bulletin {n}" for n in range(10, 0, -1)]


def test_a_ticker_does_not_outdo_the_entries_a_system_names() -> None:
    """The only dates of the page stand in a box at its foot; WordPress says which elements are entries."""
    post = "<div class='post-{n} post type-post hentry'><h2><a href=/news/{n}>The harbour entry of day {n}</a></h2></div>"
    tick = "<li><a href=https://radio.example/{n}>What the radio said on day {n}</a> <time datetime=2026-05-{day}>{day} May 2026</time></li>"
    head = "<link rel=stylesheet href=/wp-content/themes/x/style.css>"
    found = entries(
        f"{head}<div id=main>{rows(12, post)}</div><footer><ul class=widget>{rows(5, tick)}</ul></footer>"
    )
    assert [entry.title for entry in found] == [f"The harbour entry of day {n}" for n in range(12)]


def test_the_longest_dated_part_is_the_list() -> None:
    """Books without a date stand first, in a holder of their own; the page is for the dated entries below."""
    item = "<li><h4><a href=/n/{n}>The harbour entry of day {n}</a></h4>{day} May 2026</li>"
    book = "<li><h4><a href=/b/{n}>The harbour book of part {n}</a></h4></li>"
    page = f"<div class=all><h2>Books</h2><ul class=books>{rows(3, book)}</ul><h2>Latest</h2><ul class=latest>{rows(12, item)}</ul></div>"
    assert [entry.url for entry in entries(page) if entry.date] == [
        f"https://portus.example/n/{n}" for n in range(12)
    ]


def test_marks_in_the_place_of_a_title() -> None:
    """A pinned row has its title in another cell; two hyphens are none."""
    row = "<tr><td>{n}</td><td>--</td><td><a href=/t/{n}>The question about quay {n}</a></td><td>{day}.05.2026</td></tr>"
    pinned = "<tr><td colspan=2>!</td><td><strong><a href=/t/99>Rules of this board</a></strong></td><td>--</td><td>01.05.2026</td></tr>"
    assert entries(f"<table>{pinned}{rows(9, row)}</table>")[0].title == "Rules of this board"


@pytest.mark.parametrize("end", ["({year})", "({n})", "[{n}]"])
def test_titles_that_end_in_a_number(end: str) -> None:
    """Reports and films have a year in brackets, parts a number; with a date and a teaser they are entries."""
    titles = ["The harbour report of the year " + end.format(year=2026 - n, n=n) for n in range(8)]
    items = "".join(
        f"<article><h3><a href=/n/{n}>{title}</a></h3><time>{n + 10} May 2026</time>"
        f"<p>A teaser of some words that goes on for a while, and ends with number {n}.</p></article>"
        for n, title in enumerate(titles)
    )
    assert [entry.title for entry in entries(items)] == titles


def test_reports_named_by_their_years() -> None:
    """Without any date they are entries still: years are no counts."""
    titles = [f"The harbour company's report to the town ({2026 - n})" for n in range(8)]
    items = "".join(f"<li><a href=/report/{n}>{title}</a></li>" for n, title in enumerate(titles))
    assert [entry.title for entry in entries(f"<main><ul>{items}</ul></main>")] == titles
