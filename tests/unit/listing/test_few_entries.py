"""Two or three entries are found beside a menu, without the row or the box that heads them, and a card's days are no entries."""

from __future__ import annotations

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import induce
from tests.unit.listing.harbour import TEXTS

URL = "https://portus.example/group/statements.html"
MENU = (
    '<nav><a href="/">Start</a><a href="/plan.html">Plan</a><a href="/news.html">News</a><a href="/join.html">Join</a></nav>'
    '<div class="submenu"><a href="/group/statements.html">Statements</a><a href="/group/aims.html">Our aims</a>'
    '<a href="/news.html">Latest news</a></div>'
)


MENU_ROWS = "Start Calls Ships Notices Youth Archive History Weather Pictures Days Info Contact Imprint Privacy".split()


def found(body: str) -> list[Entry]:
    """The entries of the list that comes first."""
    return list(induce(f"<html lang=en><body>{body}</body></html>", URL)[0].entries)


@pytest.mark.parametrize("link", ["", '<a href="#">Read more</a>'])
def test_two_statements_come_before_a_menu(link: str) -> None:
    """Each has a heading and a text; the menu has more rows, and leads somewhere."""
    told = "".join(
        f'<div class="told"><h3>{title}</h3><p>{text}</p>{link}</div>'
        for title, text in zip(("The gulls are back", "The crane moves at last"), TEXTS, strict=False)
    )
    rows = found(f"{MENU}<section>{told}</section>")
    assert [(row.title, row.excerpt) for row in rows] == [
        ("The gulls are back", TEXTS[0]),
        ("The crane moves at last", TEXTS[1]),
    ]


def test_a_heading_that_names_a_day_is_a_title() -> None:
    """No other line is one: the text below it is the teaser."""
    told = "".join(
        f'<div class="told"><h3>Statement of {day}</h3><p>{text}</p></div>'
        for day, text in zip(("1 June 2026", "15 May 2026"), TEXTS, strict=False)
    )
    rows = found(f"{MENU}<section>{told}</section>")
    assert [(row.title, row.date) for row in rows] == [
        ("Statement of 1 June 2026", "1 June 2026"),
        ("Statement of 15 May 2026", "15 May 2026"),
    ]


def test_days_of_a_card_are_no_entries() -> None:
    """Two lines of days in each of three cards are more than the cards, and more alike."""
    cards = "".join(
        f'<div class="card"><div><a href="#"><h5>{title}</h5></a></div><p>Enrolment {n}.09.2026 ~ {n + 9}.09.2026</p>'
        f"<p>Course {n}.11.2026 ~ {n + 1}.11.2026</p><div><span>Sailing school</span></div></div>"
        for n, title in enumerate(("Knots for all", "Reading the sky", "First aid on board"), 11)
    )
    rows = found(f"<div class=cards>{cards}</div>")
    assert [row.title for row in rows] == ["Knots for all", "Reading the sky", "First aid on board"]


def test_a_row_that_names_the_columns_is_no_entry() -> None:
    """Of three rows without `<th>`: it alone has neither a link nor a day."""
    rows = found(
        "<table><tr class=head><td>Title</td><td>Date</td><td>Time (24h)</td><td></td></tr>"
        "<tr><td>Heavy rain</td><td>2026-09-13</td><td>14:00</td><td><a href=/rain.pdf>Download</a></td></tr>"
        "<tr><td>Weather for sailors</td><td>2026-09-12</td><td>05:30</td><td><a href=/sky.pdf>Download</a></td></tr></table>"
    )
    assert [row.title for row in rows] == ["Heavy rain", "Weather for sailors"]


def test_a_box_with_the_title_of_the_page_is_no_entry() -> None:
    """It stands first among boxes whose headings are lower."""
    rows = found(
        "<main><div class=head><h1>Changes</h1><small>Source: <a href=/src/CHANGES.md>CHANGES.md</a></small></div>"
        "<div class=part><h2>tide (next version)<a href=#next></a></h2></div>"
        "<div class=part><h2>tide 1.0.0<a href=#one></a></h2><p>Released: 2026-04-24</p><ul><li>First release.</li></ul></div>"
        "</main>"
    )
    assert [row.title for row in rows] == ["tide (next version)", "tide 1.0.0"]


def test_two_cards_come_before_a_navigation_of_any_length() -> None:
    """A menu in `<nav>` is one with fourteen rows as well."""
    rows = "".join(f'<a href="/{name.lower()}.html">{name}</a>' for name in MENU_ROWS)
    cards = "".join(
        f'<div class="card"><h3>{title}</h3><p>{text}</p></div>'
        for title, text in zip(("Crane day", "A new boat"), TEXTS, strict=False)
    )
    entries = found(f"<header><h1>Portus</h1><nav>{rows}</nav></header><div class=box>{cards}</div>")
    assert [row.title for row in entries] == ["Crane day", "A new boat"]
