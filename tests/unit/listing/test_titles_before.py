"""Below each day one entry or three, a heading and a box each: the box, which leads on to the entry's page, is not all of it."""

from __future__ import annotations

from scraper.listing.induce import chosen, induce, is_listing
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/"
COUNTS = (1, 1, 1, 3, 1, 1)
TEXT = "The board met at the old quay and told what it had decided for the winter, and why it took so long."
PLACES = ("bridge", "mill", "lock", "tower", "pier", "market", "school", "ferry")


def page(title: str, button: str) -> str:
    """Days with a varying number of posts, newest first, each a heading and a box made from forms."""
    days, at = "", 0
    for day, count in enumerate(COUNTS):
        days += f"<div class=of-day><h3>Friday, {27 - day}. November 2026</h3>"
        for _ in range(count):
            days += (
                title.format(at=at, title=TITLES[at])
                + f"<div class=post><div class=body><p>{TEXT} At the {PLACES[at]} work goes on.</p></div>"
                + button.format(at=at, title=TITLES[at])
                + f"<p class=foot>Posted by <a href=/by/1>Mira</a> at <a href=/a/{at}.html>1{at}:05</a></p></div>"
            )
            at += 1
        days += "</div>"
    return f"<html lang=en><body><main><h1>Harbour notes</h1>{days}</main></body></html>"


def test_posts_begin_with_their_titles() -> None:
    """They were called "Read on" and their titles, with no day of their own, and the page was hardly a listing."""
    html = page(
        "<h4><a href=/a/{at}.html>{title}</a></h4>", '<a href="/a/{at}.html#more">Read on "{title}"</a>'
    )
    (found,) = chosen(induce(html, URL))
    assert [(entry.title, entry.url, entry.date) for entry in found.entries] == [
        (TITLES[at], f"{URL}a/{at}.html", f"{27 - day}. November 2026")
        for at, day in enumerate(day for day, count in enumerate(COUNTS) for _ in range(count))
    ]
    assert found.entries[0].excerpt == f"{TEXT} At the bridge work goes on."
    assert is_listing(html, URL) > 0.9


def test_headings_that_lead_elsewhere_are_no_titles() -> None:
    """Below the name of a place, which leads to what is known of it, stand posts that have titles of their own."""
    html = page("<h4><a href=/of/{at}/>At the quay</a></h4>", '<a href="/a/{at}.html">{title}</a>')
    (found,) = chosen(induce(html, URL))
    assert [entry.url for entry in found.entries] == [f"{URL}a/{at}.html" for at in range(sum(COUNTS))]
