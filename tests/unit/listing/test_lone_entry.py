"""A list of one entry that no element names: a card or a row below the heading of a page called a listing."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce, is_listing
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists

URL = "https://portus.example/news?year=2026"
TITLE, TEASER = (
    "The ferry sails at night again",
    "Whoever stands on the quay at six sees the lamps go on, one by one.",
)
CARD = (
    f"<div class=card><span class=data>19 November 2026</span><h3><a href=/news/ferry>{TITLE}</a></h3>"
    f"<p>{TEASER}</p></div>"
)
ROW = f"<ul class=rows><li class=row><h3><a href=/news/ferry>{TITLE}</a></h3><p>{TEASER}</p><p>19 November 2026</p></li></ul>"


def _page(body: str, heading: str = "News") -> str:
    links = "".join(
        f"<li><a href=/{name}>{name.title()}</a></li>" for name in ("tides", "pilots", "fees", "contact")
    )
    return (
        f"<html lang=en><title>{heading} - Port of Anderby</title><body><header><a href=/>Port of Anderby</a>"
        f"<nav><ul>{links}</ul></nav></header><main><h1>{heading}</h1>{body}</main>"
        f"<footer><h2>Service</h2><ul>{links}</ul><p>Quay 4, Anderby</p></footer></body></html>"
    )


@pytest.mark.parametrize(
    "entry",
    [
        CARD,
        ROW,
        f"<div class=wrap><div class=grid>{CARD}</div></div>",
        f"<form><h2>Filter by year</h2><select><option>2026</select></form>{CARD}",
        f"{CARD}<p class=made>Page updated 3 May 2026</p>",
        f"<div class=wrap>{CARD}<p class=made>Page updated 3 May 2026</p></div>",
        f"<div class=wrap><p>What the port has to say, month by month.</p><div class=grid>{CARD}</div></div>",
    ],
)
def test_one_card_or_row_is_the_list(entry: str) -> None:
    """With its title, link, day and teaser; the menu and the footer are no entries."""
    kept = chosen(induce(_page(entry), URL))
    assert [(row.title, row.url, row.date, row.excerpt) for one in kept for row in one.entries] == [
        (TITLE, "https://portus.example/news/ferry", "19 November 2026", TEASER)
    ]


def test_a_page_not_called_a_listing_has_no_list_of_one() -> None:
    """A box with the latest is a box."""
    page = _page(f"<p>{TEASER} {TEASER}</p>{CARD}", "Harbour office")
    assert is_listing(page, "https://portus.example/office") < 0.3
    assert chosen(induce(page, "https://portus.example/office")) == []


def test_two_linked_headings_are_no_list_of_one() -> None:
    """With one day between them one of the two is something else, and nothing tells which."""
    other = "<div><h3><a href=/tours>Tours of the quay</a></h3><p>Ask at the office.</p></div>"
    kept = chosen(induce(_page(CARD + other), URL))
    assert all(len(one.entries) != 1 for one in kept)


def test_a_box_of_two_days_is_no_entry() -> None:
    """One linked heading above what happens on two days is theirs."""
    days = "<p>19 November 2026: the ferry sails.</p><p>21 November 2026: the office is closed.</p>"
    page = _page(f"<div class=box><h3><a href=/news/ferry>{TITLE}</a></h3>{days}</div>")
    assert all(TITLE not in row.title for one in chosen(induce(page, URL)) for row in one.entries)


def test_selectors_of_one_row_read_the_rows_of_another_page() -> None:
    """The row is the entry, not the element around all rows."""
    frozen = freeze(_page(ROW), URL, chosen(induce(_page(ROW), URL)))
    rows = "".join(
        ROW[len("<ul class=rows>") : -len("</ul>")].replace("ferry", f"ferry-{n}") for n in range(3)
    )
    pinned = [one.selectors for one in frozen if one.selectors]
    (read,) = read_lists(_page(f"<ul class=rows>{rows}</ul>"), URL, pinned)
    assert [row.url.rpartition("-")[2] for row in read.entries] == ["0", "1", "2"]


def test_an_article_below_news_is_no_list_of_one() -> None:
    """Its heading leads nowhere."""
    page = _page(f"<h2>{TITLE}</h2><p>19 November 2026</p>" + f"<p>{TEASER} {TEASER}</p>" * 6)
    assert not chosen(induce(page, "https://portus.example/news/ferry"))


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (f"<h2><a href=/news/ferry>{TITLE}</a></h2><p>19 November 2026</p>" + f"<p>{TEASER}</p>" * 12, "/news/ferry"),
        (f"<p>{TEASER} {TEASER}</p><h2><a href=/about>{TITLE}</a></h2><p>{TEASER}</p><p>Updated: 3 May 2026</p>", "/news"),
        ("<h2>Press contact</h2><p>Ada Quay</p><h3><a href=/news/old>Archive</a></h3><p>Updated: 3 May 2026</p>", "/news"),
    ],
    ids=["an article whose heading leads to itself", "below a text", "below another heading"],
)  # fmt: skip
def test_what_stands_below_a_text_or_leads_here_is_no_list_of_one(body: str, url: str) -> None:
    """A system that puts all it has into one box: the heading is an article's own, or leads away from a text."""
    page = _page(f"<div class=box>{body}</div>")
    found = induce(page, f"https://portus.example{url}")
    assert all(len(one.entries) > 1 for one in found)


def test_a_link_up_before_a_name_is_no_entry() -> None:
    """A report on one file names its folder first and the day when it was made last."""
    counted = "".join(
        f"<div><b>{n}%</b> <span>{what}</span></div>" for n, what in ((75, "lines"), (62, "branches"))
    )
    head = f"<div><h1><a href=index.html>All files</a> quay.js</h1><div>{counted}</div></div>"
    lines = "".join(f"<a href=#L{n}>{n}</a> let berth{n} = quay.of({n});\n" for n in range(60))
    foot = "<div>Made by <a href=https://reports.example/>reports</a> at 3 May 2026 13:53</div>"
    page = f"<html lang=en><title>Report on quay.js</title><body><div>{head}<pre>{lines}</pre></div>{foot}</body></html>"
    assert chosen(induce(page, "https://portus.example/made/quay-lamps.js.html")) == []


def test_an_article_that_links_its_own_title_is_no_list_of_a_link_in_it() -> None:
    """Below the blog's own heading, as themes set it; the link stands in a line of its own."""
    text = f"<p>{TEASER}</p><p><a href=/blog/pilots>How the pilots are trained</a></p><h2>Lamps</h2><p>{TEASER}</p>"
    page = (
        "<html lang=en><title>The ferry</title><body><header><h1><a href=/>Blog of the port</a></h1></header>"
        f"<section><article><header><h1><a href=/blog/ferry>{TITLE}</a></h1></header>"
        f"<div><footer>19 November 2026</footer>{text}</div></article></section></body></html>"
    )
    assert chosen(induce(page, "https://portus.example/blog/ferry")) == []


def test_a_list_may_link_its_own_heading() -> None:
    """It stands in no article."""
    row = f"<ul><li>19 November 2026 <a href=/news/ferry>{TITLE}</a></li></ul>"
    page = _page(row, f'<a href="{URL}">News</a>').replace("<title>", "<title>News ")
    assert [row.title for one in chosen(induce(page, URL)) for row in one.entries] == [TITLE]


def test_an_article_around_the_main_part_is_no_entry() -> None:
    """The page of a handbook: its way up, its text and the day of its last change, all in one element."""
    text = "<p>First read <a href=../tides.html>how the tides run</a>.</p><h2>By day</h2><ol><li>Look out.</li></ol>"
    page = (
        "<html lang=en><title>Sailing by night</title><body><article><section><header><a href=../index.html>handbook</a> / "
        f"sailing by night</header></section><section role=main>{text}</section><footer><div>Last edited "
        "<time datetime=2026-05-03T20:56:18Z>Sun May 3 20:56:18 2026</time></div></footer></article></body></html>"
    )
    assert chosen(induce(page, "https://portus.example/night/sailing.html")) == []


@pytest.mark.parametrize("around", ["{}", "<div id=wrap>{}</div>"])
def test_the_one_long_link_of_a_menu_is_no_entry(around: str) -> None:
    """Of a page of offices and their telephones, with the day it was changed, no menu is the list."""
    menu = "<div id=gnavi><ul><li><a href=/life>What the harbour does</a></li><li><a href=/fees>Fees</a></li></ul></div>"
    offices = "".join(
        f"<tr><td><a href=/{name}>{name.title()}</a></td><td>Quay 4, room {n}</td><td>0260-00-000{n}</td></tr>"
        for n, name in enumerate(("tolls", "pilots", "buoys", "wards", "cranes"))
    )
    body = around.format(f"{menu}<table>{offices}</table><p>Changed on 1 April 2026</p>")
    page = f"<html lang=en><head><title>Offices</title></head><body>{body}</body></html>"
    assert chosen(induce(page, "https://portus.example/harbour/offices.html")) == []


def test_a_list_of_two_bare_links_is_no_menu_beside_a_link_of_the_foot() -> None:
    """Their days stand in their addresses and nothing else in their rows; what has a year beside it is the site's name."""
    rows = "".join(
        f"<li data-day={day[5:]}><a href=/{day.replace('-', '/')}/{name.replace(' ', '-').lower()}/><span>{name}</span></a></li>"
        for day, name in (
            ("2026-10-25", "The letter in the coal shed"),
            ("2026-09-25", "Planting beans by the moon"),
        )
    )
    page = (
        "<html lang=en><head><title>Tag: allotments</title></head><body><div><div>allotments</div><div><div>2026</div>"
        f"<ul>{rows}</ul></div></div><div class=foot>© 2022 - 2026 <a href=/about/team/>The allotment people</a></div></body></html>"
    )
    assert [
        entry.title
        for one in chosen(induce(page, "https://portus.example/tags/allotments/"))
        for entry in one.entries
    ] == [
        "The letter in the coal shed",
        "Planting beans by the moon",
    ]


def test_an_entry_whose_title_day_and_author_are_items_of_a_list_is_no_menu() -> None:
    """A menu tells no day."""
    items = "<li><a href=/news/quay>The quay opens at last</a></li><li>26 November 2026</li><li><a href=/staff/roe>Anna Roe</a></li>"
    page = f"<html lang=en><head><title>News</title></head><body><main><h1>News</h1><div class=card><ul>{items}</ul></div></main></body></html>"
    found = [
        entry for one in chosen(induce(page, "https://portus.example/news/2026/")) for entry in one.entries
    ]
    assert [(entry.title, entry.date) for entry in found] == [("The quay opens at last", "26 November 2026")]
