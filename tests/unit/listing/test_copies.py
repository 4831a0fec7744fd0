"""A list that a page has twice, once for narrow screens, is read once."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TEXTS, TITLES

URL = "https://portus.example/board/"
MEETINGS = (
    "Board of the port",
    "Committee on dues",
    "Committee on dues",
    "Board of the port",
    "Committee on lights",
    "Board of the port",
)


def rows(*, dated: bool = True) -> str:
    """Six meetings of three names."""
    return "".join(
        f"<div><h3><a href=/board/{n}>{name}</a></h3>{f'<div>{20 - n} April 2026</div>' if dated else ''}<p>{text}</p></div>"
        for n, (name, text) in enumerate(zip(MEETINGS, TEXTS, strict=False))
    )


def titles(body: str) -> list[str]:
    """Of the entries kept."""
    page = f"<html><title>Meetings</title><main><h1>Meetings</h1>{body}</main></html>"
    return [entry.title for one in chosen(induce(page, URL)) for entry in one.entries]


@pytest.mark.parametrize("how", ["style='display:none'", "class='md:hidden'", "class=mobile", "hidden"])
def test_a_copy_for_narrow_screens_is_left_out(how: str) -> None:
    """Entries that are called alike keep their titles: each stood there twice as often."""
    assert titles(f"<div class=wide>{rows()}</div><div {how}>{rows()}</div>") == list(MEETINGS)


def test_halves_that_differ_are_both_kept() -> None:
    """The same meetings on other days."""
    other = rows().replace("April", "March").replace("/board/", "/board/1")
    assert titles(f"<div>{rows()}</div><div>{other}</div>") == list(MEETINGS) * 2


@pytest.mark.parametrize(
    ("above", "below"),
    [("20 April 2026", "21 April 2026"), ("Friday", "Saturday"), ("North hall", "South hall")],
)
def test_a_programme_that_returns_below_another_heading_is_no_copy(above: str, below: str) -> None:
    """The same hours on two days, or in two halls."""
    tours = "".join(f"<p>{9 + n}:00 <a href=/tour/{n}>{text}</a></p>" for n, text in enumerate(TEXTS[:4]))
    assert titles(f"<h2>{above}</h2>{tours}<h2>{below}</h2>{tours}") == [*TEXTS[:4]] * 2


def test_a_copy_below_the_same_heading_is_left_out() -> None:
    """What the page says above the list it says above the copy."""
    half = f"<section><h2>Meetings in April</h2>{rows()}</section>"
    assert titles(f"{half}{half}") == list(MEETINGS)


@pytest.mark.parametrize(
    "narrow", ["<a href={0}><h4>{1}</h4></a><small>{2}</small>", "<h4><a href={0}>{1}</a></h4><p>{2}</p>"]
)
def test_an_entry_that_holds_itself_twice_is_one(narrow: str) -> None:
    """Each card has a box for wide screens and one for narrow ones."""
    days = [f"{20 - n} April 2026" for n in range(len(TITLES))]
    cards = "".join(
        f"<div class='col card'><div class='row wide'><h3><a href=/n/{n}>{title}</a></h3><p>{days[n]}</p><p>{text}</p></div>"
        f"<div class='flex narrow'>{narrow.format(f'/n/{n}', title, days[n])}</div></div>"
        for n, (title, text) in enumerate(zip(TITLES, TEXTS, strict=False))
    )
    page = f"<html><title>News</title><main><h1>News</h1><div class=row>{cards}</div></main></html>"
    found = [(row.title, row.date, row.excerpt) for one in chosen(induce(page, URL)) for row in one.entries]
    assert found == list(zip(TITLES, days, TEXTS, strict=False))


def test_entries_of_one_day_that_lead_to_one_page_stay() -> None:
    """Days of a programme whose talks lead to the same page of tickets each are no copies where two days do so."""
    talks = "".join(
        f"<section><h2>{14 + day} April 2026</h2>"
        + "".join(f"<p><a href=/tickets>{title}</a></p>" for title in TITLES[3 * day : 3 * day + 3])
        + "</section>"
        for day in range(3)
    )
    assert titles(talks) == list(TITLES[:9])


def test_sessions_of_a_course_are_no_copies() -> None:
    """They lead to one page, on two days: each is an entry of its own day."""
    courses = "".join(
        f"<div class=row><div class=s><a href=/c/{n}>{title}</a> <i>{n + 2} April 2026, 10:00</i></div>"
        f"<div class=s><a href=/c/{n}>{title}</a> <i>{n + 9} April 2026, 14:00</i></div></div>"
        for n, title in enumerate(TITLES[:6])
    )
    page = f"<html><title>Courses</title><main><h1>Courses</h1>{courses}</main></html>"
    found = [row.date for one in chosen(induce(page, URL)) for row in one.entries]
    assert found == [
        f"{day} April 2026, {hour}:00" for n in range(6) for day, hour in ((n + 2, 10), (n + 9, 14))
    ]
