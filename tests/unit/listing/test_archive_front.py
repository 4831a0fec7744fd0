"""From the front of an archive the chain goes into it, as far as the page's own days show that this is no calendar."""

from __future__ import annotations

import pytest

from scraper.listing.pager.unfollowed import unfollowed
from scraper.listing.paginate import next_page

FRONT = "https://portus.example/news"
DAYS = ("3 December 2026", "2 December 2026", "26 November 2026")


def page(pager: str, *, days: tuple[str, ...] = DAYS, head: str = "", heading: str = "News") -> str:
    """A page of teasers, each with its day, and a pager below them."""
    teasers = "".join(
        f"<article><h2><a href='/news/ferry-{n}'>Ferry number {n} sails again</a></h2><time>{day}</time>"
        "<p>From Monday on it sails every hour, the harbour says.</p></article>"
        for n, day in enumerate(days)
    )
    return (
        f"<!doctype html><html lang=en><head><title>{heading}</title>{head}</head>"
        f"<body><main><h1>{heading}</h1>{teasers}</main>{pager}</body></html>"
    )


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("<a rel=next href='/news/2026/11/'>November 2026</a>", "/news/2026/11/"),
        ("<a rel=next href='/news/2026/12/'>All of December</a>", "/news/2026/12/"),
        ("<a rel=next href='/news/2026/12/02/'>2 December</a>", "/news/2026/12/02/"),
        ("<a rel=next href='?month=2026-11'>November</a>", "/news?month=2026-11"),
        ("<a rel=next href='?year=2026&amp;month=11'>November</a>", "/news?year=2026&month=11"),
        ("<a rel=next href='/archive/2026-11'>November</a>", "/archive/2026-11"),
        ("<p class=pager><a class=next href='/news/2026/11/'>November 2026</a></p>", "/news/2026/11/"),
        ("<p class=pager><a href='/news/2026/11/'>Older</a></p>", "/news/2026/11/"),
        ("<p><a href='/news/2026/11/'>Previous month</a></p>", "/news/2026/11/"),
        ("<p><a href='/news/2026/11/'>« Previous</a></p>", "/news/2026/11/"),
        ("<p><a href='?month=2026-11'>Vormonat</a></p>", "/news?month=2026-11"),
    ],
)
def test_a_front_leads_to_the_month_that_it_calls_next_or_the_one_before(link: str, address: str) -> None:
    """By path or parameter, under its own address or beside it."""
    assert next_page(page(link), FRONT) == f"https://portus.example{address}"


@pytest.mark.parametrize("address", ["/news/2026/11/", "/archive/2026/11/", "/news?month=2026-11"])
def test_the_head_may_name_it(address: str) -> None:
    """Also where the archive is not below the front."""
    assert next_page(page("", head=f"<link rel=next href='{address}'>"), FRONT) == (
        f"https://portus.example{address}"
    )


@pytest.mark.parametrize(
    ("days", "address"),
    [
        (("3. 12.", "2. 12.", "26. 11."), "/news/2026/11/"),
        (("7 January", "2 January", "20 December"), "/news/2026/12/"),
        (("2 hours ago", "yesterday", "3 days ago"), "/news/2026/11/"),
        (("3 December 2026",), "/news/2026/12/"),
    ],
)
def test_days_without_a_year_and_a_lone_one_tell_it_too(days: tuple[str, ...], address: str) -> None:
    """They are read beside the month that is asked for."""
    link = f"<a rel=next href='{address}'>Next</a>"
    assert next_page(page(link, days=days), FRONT) == f"https://portus.example{address}"


JANUARY = "<nav><a rel=next href='/news/2027/01/'>January 2027</a></nav>"
NOVEMBER = "<nav><a rel=next href='/news/2026/11/'>November 2026</a></nav>"


@pytest.mark.parametrize(
    "html",
    [
        page(JANUARY),
        page(JANUARY, days=("3. 12.", "2. 12.", "26. 11.")),
        page(NOVEMBER, days=DAYS[::-1]),
        page(NOVEMBER, days=("", "", "")),
        page("", head="<link rel=next href='/news/2027/01/'>"),
        page("<p class=pager><a href='/news/2027/01/'>Next</a></p>"),
        page("<p><a rel=next href='/news/2026/w48/'>Week 48</a></p>"),
        page("<p><a rel=next href='?month=11'>November</a></p>"),
    ],
    ids=["to come", "to come, no years", "counting up", "no days", "head", "words", "week", "no year"],
)
def test_what_may_be_to_come_is_told_and_not_followed(html: str) -> None:
    """No entry is as late, or they stand as days to come do: a calendar goes on for ever."""
    assert next_page(html, FRONT) is None
    reason, told = unfollowed(html, FRONT)
    assert reason == "next_period"
    assert told.startswith("https://portus.example/news")


@pytest.mark.parametrize(
    "html",
    [
        page(NOVEMBER, heading="Events"),
        page(NOVEMBER.replace("<nav>", "<nav class=event-calendar>")),
        page(NOVEMBER.replace("<a ", "<a class=disabled ")),
        page("<p><a href='/news/2026/11/'>November 2026</a></p>"),
        page("<p><a class=disabled href='/news/2026/11/'>Previous month</a></p>"),
        page("<p><a href='/news/2027/01/'>Next month</a></p>"),
        page("<aside class=calendar><a href='/news/2026/11/'>Previous month</a></aside>"),
        page("<p><a href='/news/2027/01/'>Previous month</a></p>"),
    ],
    ids=[
        "events",
        "calendar",
        "off",
        "any month",
        "previous, off",
        "next month",
        "previous, calendar",
        "odd",
    ],
)
def test_calendars_and_boxes_of_months_are_no_pagers(html: str) -> None:
    """They are neither followed nor told."""
    assert next_page(html, FRONT) is None
    assert unfollowed(html, FRONT) == ("", "")


def test_only_a_front_is_led_into_an_archive_by_its_days() -> None:
    """A month's page leads to earlier ones by their addresses, and a later month that it names is no omission."""
    later = page(JANUARY, days=("12 January 2027", "3 January 2027"))
    own = "https://portus.example/news/2026/12/"
    assert next_page(later, own) is None
    assert unfollowed(later, own) == ("", "")
    cursor = f"{FRONT}?from=2026-12-03&of=roads"
    newer = page("", head="<link rel=next href='/news?of=roads&amp;days=30&amp;from=2026-12-30'>")
    assert (next_page(newer, cursor), unfollowed(newer, cursor)) == (None, ("", ""))
    assert next_page(page(NOVEMBER, days=DAYS[::-1]), own) == "https://portus.example/news/2026/11/"
