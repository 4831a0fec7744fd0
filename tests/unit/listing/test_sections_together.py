"""A page of news in sections of different builds is judged by all of them: `Newsroom` above `News` and `Events`."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce, is_listing

TITLES = (
    "The ferry sails at night again",
    "Two cranes are sold to a museum",
    "Berths for small boats by lot",
    "The pilot house opens its doors",
)
TEASER = "Whoever stands on the quay at six sees the lamps go on, one by one, as far as the old lighthouse."


def _releases(count: int, title: str = "News") -> str:
    cards = "".join(
        f"<article class=item><h3><a href=/news/{n}>{TITLES[n]}</a></h3>"
        f"<p class=small><time datetime=2026-11-{19 - n}>{19 - n} November 2026</time> | Port</p><p>{TEASER}</p></article>"
        for n in range(count)
    )
    return f"<section><h2>{title}</h2>{cards}<p><a href=/all-news>See all</a></p></section>"


def _events(count: int) -> str:
    rows = "".join(
        f"<li><a href=/events/{n}>Open day on pier {n + 2}, with a walk</a><br><small>{n + 3} December 2026</small></li>"
        for n in range(count)
    )
    return (
        f"<section><h2>Events</h2><ul class=feed>{rows}</ul><p><a href=/all-events>See all</a></p></section>"
    )


def _page(heading: str, body: str) -> str:
    menu = "".join(
        f"<li><a href=/{name}>{name.title()}</a></li>" for name in ("tides", "pilots", "fees", "contact")
    )
    return (
        f"<html lang=en><title>{heading} - Port of Anderby</title><body><header><a href=/>Port of Anderby</a>"
        f"<nav><ul>{menu}</ul></nav></header><main><h1>{heading}</h1>{body}</main>"
        f"<footer><ul>{menu}</ul><p>Quay 4, Anderby</p></footer></body></html>"
    )


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_newsroom_of_cards_and_rows_is_a_listing(count: int) -> None:
    """Each section alone has few entries and half of the page beside it."""
    page = _page("Newsroom", _releases(count) + _events(count))
    assert is_listing(page, "https://portus.example/en/newsroom") > 0.5
    kept = chosen(induce(page, "https://portus.example/en/newsroom"))
    assert [entry.title for one in kept for entry in one.entries][:count] == list(TITLES[:count])


def test_a_section_called_as_its_page_is_one_of_them() -> None:
    """`News` below `News` parts nothing, the events below it do: the longer ones are the best list here."""
    page = _page("News", _releases(2) + _events(3))
    assert is_listing(page, "https://portus.example/en/news") > 0.5


def test_the_same_sections_of_an_office_are_no_listing() -> None:
    """What does not call itself a listing shows its latest."""
    page = _page("Harbour office", _releases(3) + _events(3))
    assert is_listing(page, "https://portus.example/en/office") < 0.3


def test_what_stands_beside_a_text_is_no_section() -> None:
    """A page called news that tells a story shows the latest and the days to come below it."""
    story = "".join(f"<p>{TEASER} {TEASER}</p>" for _ in range(8))
    page = _page("News from the crane", story + _releases(3, "More stories") + _events(3))
    assert is_listing(page, "https://portus.example/en/news/crane") < 0.3


def test_the_day_of_an_article_stands_above_no_sections() -> None:
    """A short one, below `News` as all of its site's are, says little beside the stories and days below it."""
    story = f"<p>19 November 2026</p><p>{TEASER}</p>"
    page = _page("News", story + _releases(3, "More stories") + _events(3))
    assert is_listing(page, "https://portus.example/en/news/crane") < 0.3


def test_a_login_stands_above_no_sections() -> None:
    """A page that asks for a password shows its latest below, whatever it is called."""
    form = "<form method=post><input name=user><input type=password name=word><button>Log in</button></form>"
    page = _page("Newsroom", form + _releases(2) + _events(2))
    assert is_listing(page, "https://portus.example/en/news") < 0.3


def test_reports_without_days_are_a_list_to_choose() -> None:
    """A section of undated titles is found beside the dated ones, and a run of the news leaves it."""
    reports = "".join(f"<li><a href=/reports/{n}>{title}</a></li>" for n, title in enumerate(TITLES))
    topics = "".join(
        f"<li><a href=/topics/{name}>{name}</a></li>" for name in ("Tides", "Pilots", "Fees", "Boats")
    )
    guides = "".join(
        f"<li><a href=/guides/{n}>{TITLES[n % 4]}, and what {n} of the board say of it</a></li>"
        for n in range(12)
    )
    boxes = (
        f"<h2>Topics</h2><ul>{topics}</ul><aside class=sidebar><h2>Recent posts</h2><ul>{guides}</ul></aside>"
    )
    page = _page("Newsroom", _releases(3) + _events(4) + f"<h2>Reports</h2><ul>{reports}</ul>{boxes}")
    found = induce(page, "https://portus.example/en/newsroom")
    assert [[entry.title for entry in one.entries] for one in found if not one.entries[0].date] == [
        list(TITLES)
    ]
    assert all(entry.date for one in chosen(found) for entry in one.entries)
