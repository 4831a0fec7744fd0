"""A date without a year takes the year of the heading above it, and no other year that stands above."""

from __future__ import annotations

import pytest

from pipelines.dates.columns.reading import read_dates
from scraper.listing.induce import chosen, induce

MENU = (
    "<ul><li><a href='?y=2026'>2026</a></li><li><a href='?y=2025'>2025</a></li>"
    "<li><a href='?y=2024'>2024</a></li></ul>"
)
OTHER_MENUS = {
    "links in a list": MENU,
    "the year shown and a link": "<p><b>2026</b> <a href='?y=2025'>2025</a></p>",
    "words beside it": "<p>Archive: <b>2026</b> | <a href='?y=2025'>2025</a></p>",
    "one link": "<p><a href='?y=2025'>2025</a></p>",
    "buttons": "<button>2026</button><button>2025</button>",
    "headings in a row": "<h4>2026</h4><h4>2025</h4><h4>2024</h4>",
}


def dates(*parts: str) -> list[str]:
    """The dates of the entries between parts of a page: a number is an entry of that day."""
    page = "".join(
        f"<p>{part} Nov – <a href='/n/{part}'>The harbour board meets on the {part} of the month</a></p>"
        if part.isdigit()
        else part
        for part in parts
    )
    [one] = chosen(induce(f"<main><h1>Press</h1>{page}</main>", "https://portus.example/news/"))
    return [entry.date for entry in one.entries]


@pytest.mark.parametrize("menu", OTHER_MENUS.values(), ids=OTHER_MENUS)
def test_a_menu_of_years_is_no_heading(menu: str) -> None:
    """Years to choose from say nothing of the entries below them: better no year than the menu's last."""
    assert dates(menu, "22", "17", "12", "7") == ["22 Nov", "17 Nov", "12 Nov", "7 Nov"]


@pytest.mark.parametrize("menu", OTHER_MENUS.values(), ids=OTHER_MENUS)
def test_a_month_of_a_year_heads_the_entries_below_it(menu: str) -> None:
    """The nearest heading gives the year, whatever menu stands above it."""
    found = dates(menu, "<h3>November 2026</h3>", "22", "17", "<h3>November 2025</h3>", "12", "7")
    assert found == ["22 Nov 2026", "17 Nov 2026", "12 Nov 2025", "7 Nov 2025"]


@pytest.mark.parametrize(
    "head", ["<h2>{}</h2>", "<p><strong>{}</strong></p>", "<h2><a href='?y={0}'>{0}</a></h2>"]
)
def test_a_year_by_itself_heads_the_entries_below_it(head: str) -> None:
    """A year that stands alone is a heading, and one that is a link too where the markup calls it a heading."""
    found = dates(MENU, head.format(2026), "22", "17", head.format(2025), "12", "7")
    assert found == ["22 Nov 2026", "17 Nov 2026", "12 Nov 2025", "7 Nov 2025"]


def test_a_year_with_all_its_months_to_jump_to_heads_the_entries_below_it() -> None:
    """Four months make no name of a month: a year and nothing but months is one year's line, whose entries had none."""
    months = " - ".join(f"<a href='#{month}'>{month}</a>" for month in ("November", "May", "April", "March"))
    found = dates(f"<p>2026: {months}</p>", "22", "17", f"<p>2025: {months}</p>", "12", "7")
    assert found == ["22 Nov 2026", "17 Nov 2026", "12 Nov 2025", "7 Nov 2025"]


def test_a_menu_between_entries_ends_no_year() -> None:
    """Below a menu that is shown again the heading above it still holds."""
    found = dates("<h2>2026</h2>", "22", "17", MENU, "12", "7")
    assert found == ["22 Nov 2026", "17 Nov 2026", "12 Nov 2026", "7 Nov 2026"]


def test_a_number_in_an_entry_heads_nothing() -> None:
    """It counts replies; in a row of its own it is a year."""
    rows = "".join(
        f"<tr><td><a href=/t/{n}>Who has seen the key of boat house {n}</a> (<i>{2040 if n == 2 else 7 + n}</i>)</td>"
        f"<td>(12-0{9 - n} 21:0{n})</td></tr>"
        for n in range(1, 8)
    )
    [kept] = chosen(induce(f"<h1>Board</h1><table>{rows}</table>", "https://harbour.example/board/"))
    assert [entry.date for entry in kept.entries] == [f"(12-0{9 - n} 21:0{n})" for n in range(1, 8)]


def test_a_year_joins_a_day_and_a_month_by_their_own_hyphen() -> None:
    """`11-28 2026` may be two days of something: its reader took it for uncertain."""
    days = ("11-28", "11-21", "10-30", "08-05", "07-11")
    rows = "".join(
        f"<article><a href=/n/{day}>The harbour board meets for the {n}th time this year</a><span>{day}</span></article>"
        for n, day in enumerate(days, start=4)
    )
    page = f"<main><h1>Posts</h1><h3>2026</h3>{rows}</main>"
    [one] = chosen(induce(page, "https://portus.example/news/"))
    assert [entry.date for entry in one.entries] == [f"{day}-2026" for day in days]
    read = read_dates([entry.date for entry in one.entries], crawled=["2026-11-28"] * len(days))
    assert read["certain"].all()
