"""A second start address: the first start page tells how the site's entries are made, and what stands beside them on each page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scraper.pages.extract import PageLines, Walk
from scraper.site import SiteFile

HOME = "https://weir.example"
TOPICS = "flood ferry market bridge harbour council school theatre museum park library mill".split()


def notice(number: int) -> str:
    topic = TOPICS[number]
    return (
        f"<div class=notice><div class=about><a href=/n/{number}/>Notice {number} on the {topic}</a></div>"
        f"<div class=day>{1 + number} March 2026</div></div>"
    )


def page(title: str, main: str, head: str = "") -> str:
    newest = "".join(
        f"<li><a href=/read/{n}/>People read of the {TOPICS[n]} most</a> {n + 1} May 2025" for n in range(6)
    )
    return (
        f"<html><head><title>{title}</title>{head}</head><body><div class=top><b>{title}</b></div><div class=text>{main}</div>"
        f"<div class=most><p>Most read</p><ul>{newest}</ul></div></body></html>"
    )


def walked(*pages: str) -> list[PageLines]:
    """What a run takes from start pages, each a chain of one page."""
    starts = [f"{HOME}/topics/{number}/" for number in range(len(pages))]
    walk = Walk(SiteFile.model_validate({"id": "weir", "start": starts}))
    fetched = datetime(2026, 4, 2, tzinfo=UTC)
    return [
        walk.listing(html, url, encoding="utf-8", fetched=fetched, number=0)
        for url, html in zip(starts, pages, strict=True)
    ]


def links(made: PageLines) -> list[str]:
    return [line["url"].removeprefix(HOME) for line in made.entries]


def told(made: PageLines) -> list[str]:
    return [reject["reason"] for reject in made.rejects]


MANY = page("Notices", "".join(map(notice, range(9))))
SAID = "<p>Of the mill the town has much to say, and it says so here at some length, as the miller asked it to do.</p>"


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("above", ["", SAID])
def test_a_start_page_of_one_to_three_entries_is_read_as_the_first_one(number: int, above: str) -> None:
    """By itself the page would be refused, or its box of the most read be taken."""
    entries = range(9, 9 + number)
    _, made = walked(MANY, page("The mill", above + "".join(map(notice, entries))))
    assert links(made) == [f"/n/{n}/" for n in entries]
    assert told(made) == []


def test_a_start_page_of_another_build_is_read_for_itself() -> None:
    """Events beside notices: their list is found by its structure, and an entry made as a notice is no reason against it."""
    events = "".join(
        f"<li class=event><h3><a href=/e/{n}/>The {topic} is open at night</a></h3><p>{n + 3} July 2026</p><p>Come and see the {topic}.</p></li>"
        for n, topic in enumerate(TOPICS)
    )
    made = walked(MANY, page("Events", f"<ul>{events}</ul>"))[1]
    assert links(made) == [f"/e/{n}/" for n in range(12)]


@pytest.mark.parametrize(
    "other",
    [
        page("Contact", SAID),
        page("404 Not found", f"<h1>404 Not found</h1>{notice(10)}"),
        page(
            "The mill",
            f"<div class=notice><div class=about>The mill</div><div class=day>3 March 2026</div>{SAID * 4}</div>",
        ),
        page("The mill", notice(10) + SAID, "<meta property='article:published_time' content='2026-03-03'>"),
    ],
    ids=["a page of text", "an error", "an article built as an entry", "an article with another below it"],
)
def test_a_start_page_that_is_no_listing_gives_nothing(other: str) -> None:
    """Not the box that stood beside the first list either."""
    made = walked(MANY, other)[1]
    assert links(made) == []
    assert told(made) == ["no_list"]


def test_what_one_start_page_shows_does_not_depend_on_those_behind_it() -> None:
    """The first is read as if it were the only one."""
    assert links(walked(MANY)[0]) == links(walked(MANY, page("Contact", SAID))[0])
