"""What else a page calls its entries, and when that makes a title doubtful."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from scraper.listing.entry import Entry
from scraper.listing.fields.other_names import other_names
from scraper.listing.markup.tree import parse
from scraper.pages.extract import Walk
from scraper.pages.raw_lines import EntryLine
from scraper.site import SiteFile

URL = "https://portus.example/news/"
OTTERS, BELL = (
    Entry(title="Otters are back in the dock", url=f"{URL}otters"),
    Entry(title="A bell for the lightship", url=f"{URL}bell"),
)


def names(markup: str) -> dict[str, tuple[str, ...]]:
    return other_names(parse(f"<body>{markup}</body>", URL), [OTTERS, BELL])


def test_another_link_to_an_entry_names_it_otherwise() -> None:
    """A box of the most read says what the list does not; a place on the entry's page is the entry's page."""
    box = "<a href=/news/otters#top>The otters of dock nine have returned</a>"
    assert names(box) == {OTTERS.url: ("The otters of dock nine have returned",)}


@pytest.mark.parametrize(
    "button",
    [
        "<a href=/news/otters title='The otters of dock nine have returned'>Read more</a>",
        "<a href=/news/otters>Read more<span class=screen-reader-text> The otters of dock nine have returned</span></a>",
    ],
)
def test_the_label_of_a_button_names_its_entry(button: str) -> None:
    """`Read more` says nothing; what it is called for those who hear it does."""
    assert names(button) == {OTTERS.url: ("The otters of dock nine have returned",)}


@pytest.mark.parametrize(
    ("why", "markup"),
    [
        ("a button's label with its title", f"<a href=/news/otters aria-label='Read more: {OTTERS.title}'>Read more</a>"),
        ("hidden words with its title", f"<a href=/news/otters>Read more<span hidden> about {OTTERS.title}</span></a>"),
        ("a label that is a button's", "<a href=/news/otters title='Continue reading'>Read more</a>"),
        ("the label of a link with words", "<a href=/news/otters title='Opens at 11:10 am'>OTTERS ARE BACK IN THE DOCK</a>"),
        ("its own title", "<a href=/news/otters>Otters are back in the dock</a>"),
        ("with marks around it", "<a href=/news/otters>» OTTERS ARE BACK IN THE DOCK</a>"),
        ("the title cut", "<a href=/news/otters>Otters are back in…</a>"),
        ("the title and a teaser", "<a href=/news/otters>Otters are back in the dock: fresh tracks</a>"),
        ("a button", "<a href=/news/otters>Continue reading</a>"),
        ("the same words for several entries", "<a href=/news/otters>To the story</a><a href=/news/bell>To the story</a>"),
        ("a picture", "<a href=/news/otters><img src=o.jpg alt='Two otters in the water'></a>"),
        ("a card", f"<a href=/news/otters>{'Fresh tracks were found. ' * 12}</a>"),
        ("a text nobody sees", "<a hidden href=/news/otters>The otters of dock nine</a>"),
        ("another page", "<a href=/news/herons>The herons of dock nine</a>"),
    ],
)  # fmt: skip
def test_what_is_no_other_name(why: str, markup: str) -> None:
    """Neither what repeats a title, nor what it is part of, nor what names no entry."""
    assert names(markup) == {}, why


def crawled(aside: str, **site: Any) -> tuple[list[EntryLine], list[str]]:
    rows = "".join(
        f"<article><h2><a href=/news/{n}>The harbour entry of day {n}</a></h2><time datetime=2026-05-{n + 10}>{n + 10} May 2026"
        f"</time><p>A teaser that ends as sentences do, number {n}.</p></article>"
        for n in range(8)
    )
    walk = Walk(SiteFile(id="portus", start=(URL,), **site))
    page = f"<main>{rows}</main><aside><ul>{aside}</ul></aside>"
    lines = walk.listing(page, URL, encoding="utf-8", fetched=datetime(2026, 5, 20, tzinfo=UTC), number=0)
    return lines.entries, lines.wanted


def test_a_title_in_doubt_is_asked_for() -> None:
    """The other name is kept with the entry, and the entry's own page is fetched: it can tell which is right."""
    entries, wanted = crawled("<li><a href=/news/3>What happened on the third day</a></li>")
    assert [line.get("else") for line in entries] == [
        None,
        None,
        None,
        "What happened on the third day",
        *[None] * 4,
    ]
    assert wanted == [f"{URL}3"]


def test_a_title_that_the_site_file_names_is_not_in_doubt() -> None:
    """Whoever named its element has looked; no box asks for a page that could rename it."""
    lists = [{"name": "news", "entry": "article", "title": "h2", "date": "time"}]
    entries, wanted = crawled("<li><a href=/news/3>What happened on the third day</a></li>", lists=lists)
    assert len(entries) == 8
    assert not any("else" in line for line in entries)
    assert wanted == []


def test_titles_that_agree_cost_no_request() -> None:
    """A box that says the same is no reason to fetch anything."""
    entries, wanted = crawled("<li><a href=/news/3>The harbour entry of day 3</a></li>")
    assert not any("else" in line for line in entries)
    assert wanted == []
