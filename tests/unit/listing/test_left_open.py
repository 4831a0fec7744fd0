"""Entries with an end tag too few or too many are read one by one, though the first hold all that follow or lie deeper."""

from __future__ import annotations

import pytest

from scraper.listing import induce, paginate
from scraper.listing.entry import ListSelectors
from scraper.listing.markup.tree import parse
from scraper.listing.markup.walk import LEVELS_MAX
from scraper.listing.selectors.pinned import read_lists

URL = "https://kiln.example/notes/"
MONTHS = "January February March April".split()


def said(number: int) -> str:
    """What an entry says, whatever elements it stands in."""
    return (
        f"<h3><a href='/notes/{number}'>Kiln number {number} is fired again</a></h3>"
        f"<span class='day'>{number + 2} {MONTHS[number % 4]} 2026</span>"
        f"<p>What came out of kiln {number}, and how it sounded when it cooled down.</p>"
    )


def page(entries: str, behind: str = "") -> str:
    """A page of entries between a menu and a footer."""
    return (
        "<html><body><div id='top'><ul><li><a href='/'>Home</a><li><a href='/us'>About us</a><li><a href='/way'>The way here</a></ul></div>"
        f"<div id='main'><h1>Notes</h1><div class='all'>{entries}</div>{behind}</div>"
        "<div id='foot'><p><a href='/legal'>Legal notice</a></p></div></body></html>"
    )


BROKEN = {
    "the end of the entry is missing": "<div class='note'>{}",
    "the end of the inner element is missing": "<div class='note'><div class='in'>{}</div>",
    "two end tags too few": "<div class='note'><div class='in'>{}",
    "no end tag at all": "<article>{}",
    "a list for each entry, none of them ended": "<ul><li>{}",
    "a table for each entry, none of them ended": "<table><tr><td>{}",
    "bold print that nobody ends": "<div class='note'><strong>Kiln</strong><b>{}</div>\n",
    "an icon that nobody ends": "<div class='note'><p><i class='icon icon-fire'></p>{}</div>\n",
    "classes of each entry's own": "<div class='note-NUMBER note'>{}",
    "upper case": "<DIV CLASS='note'>{}",
    "a comment with as many end tags": "<div class='note'><!--div--><!--</div-->{}",
    "an empty element of XHTML behind each": "<div class='note'>{}</div><div class='clear' />",
    "one inside each": "<div class='note'>{}<div class='clear'/></div>",
    "one without a name": "<div class='note'>{}<div/></div>",
    "one end tag too many": "<div class='note'>{}</div></div>",
    "two end tags too many": "<div class='note'>{}</div></div></div>",
    "one too many behind each article": "<article>{}</div></article>",
    "one too many behind each item": "<li class='note'>{}</div></li>",
}


@pytest.mark.parametrize("number", [4, 11, 25])
@pytest.mark.parametrize("markup", BROKEN.values(), ids=BROKEN.keys())
def test_each_entry_is_read_for_itself(markup: str, number: int) -> None:
    """All of them are found, each with its own title, link, day and teaser, and so is the next page behind them."""
    entries = "".join(markup.replace("NUMBER", str(one)).format(said(one)) for one in range(number))
    html = page(entries, "<div class='pager'><a href='?page=2'>2</a> <a href='?page=2'>Next</a></div>")
    if "<DIV" in markup:
        html = html.replace("div", "DIV")
    (found,) = induce.induce(html, URL)
    assert [(entry.title, entry.url, entry.date) for entry in found.entries] == [
        (
            f"Kiln number {one} is fired again",
            f"https://kiln.example/notes/{one}",
            f"{one + 2} {MONTHS[one % 4]} 2026",
        )
        for one in range(number)
    ]
    assert [entry.excerpt for entry in found.entries] == [
        f"What came out of kiln {one}, and how it sounded when it cooled down." for one in range(number)
    ]
    assert paginate.from_tree(parse(html, URL)) == f"{URL}?page=2"


def test_selectors_read_them_too() -> None:
    """A site file written for the page, by hand or by `add`, gives the same rows."""
    html = page("".join(f"<div class='note'>{said(one)}" for one in range(6)))
    (found,) = read_lists(html, URL, [ListSelectors("notes", "div.note", "h3", "", "span.day", "p")])
    assert [(entry.title, entry.date) for entry in found.entries] == [
        (f"Kiln number {one} is fired again", f"{one + 2} {MONTHS[one % 4]} 2026") for one in range(6)
    ]


def test_one_empty_element_of_xhtml_between_entries_parts_no_list() -> None:
    """What stands behind it stands beside what stands before it; an address without quotes may end in a slash."""
    bodies = [f"<div class='note' data-to=/notes/{one}/>{said(one)}</div>" for one in range(6)]
    (found,) = induce.induce(page("".join([*bodies[:3], "<div class='clear' />", *bodies[3:]])), URL)
    assert [entry.date for entry in found.entries] == [
        f"{one + 2} {MONTHS[one % 4]} 2026" for one in range(6)
    ]


def depth(html: str) -> int:
    """How many elements lie around the deepest node."""
    parents, deep = parse(html, URL).parents, [0]
    for up in parents[1:]:
        deep.append(deep[up] + 1)
    return max(deep)


NESTED = {
    "items of a menu that hold a menu, in a page with end tags too many": "</div>"
    * 4
    + "<ul><li><a href='/1'>One</a><ul><li><a href='/2'>Two</a></li><li><a href='/3'>Three</a></li></ul></li>"
    "<li><a href='/4'>Four</a></li><li><a href='/5'>Five</a></li></ul>",
    "replies, of which one has two": "<div class='reply'><a href='/u/1'>Ann</a> one <div class='reply'><a href='/u/2'>Bo</a> two "
    "<div class='reply'><a href='/u/3'>Cy</a> three <div class='reply'><a href='/u/4'>Di</a> four</div></div>"
    "<div class='reply'><a href='/u/5'>Ed</a> five</div></div></div>",
    "wrappers without a word of their own": "<div class='w'>" * 5
    + "<a href='/x'>the only link</a>"
    + "</div>" * 5,
    "quotes of quotes without links": "".join(f"<div class='quote'>as {name} wrote " for name in "ABCDE")
    + "</div>" * 5,
    "an outline of three levels": "<ul><li><a href='/1'>One</a><ul><li><a href='/2'>Two</a><ul><li><a href='/3'>Three</a></li></ul></li></ul></li></ul>",
    "elements of other classes": "".join(
        f"<div class='n{one}'><a href='/{one}'>Part {one}</a>" for one in range(6)
    )
    + "</div>" * 6,
}


@pytest.mark.parametrize("markup", NESTED.values(), ids=NESTED.keys())
def test_what_is_meant_to_hold_each_other_stays_nested(markup: str) -> None:
    """Where elements branch, say nothing between each other, are few, or are of other kinds, the page is read as it is written."""
    openers = max(markup.count("<div"), 3)
    assert depth(markup) >= min(openers, 5) + 2


def test_elements_deeper_than_a_browser_nests_stand_beside_each_other() -> None:
    """Of tables left open without end every row is read, and none of them holds more than so many others."""
    html = "".join(f"<table><tr><td><a href='/t/{one}'>Table {one} of the kiln</a>" for one in range(900))
    assert depth(html) <= LEVELS_MAX + 1
    assert parse(html, URL).text_all().count("of the kiln") == 900


@pytest.mark.parametrize("behind", ["<p>All that was fired in {}.</p>", "{}"])
def test_entries_with_a_word_behind_them_were_not_closed_out_of_their_list(behind: str) -> None:
    """On a page with end tags too many elsewhere: each stands in its own month, which goes on behind it."""
    months = "".join(
        f"<section><h2>{month}</h2><article>{said(number)}</article>{behind.format(month)}</section>"
        for number, month in enumerate(MONTHS)
    )
    tree = parse(page(months, "</div></div></div>"), URL)
    holders = [tree.parents[node] for node, tag in enumerate(tree.tags) if tag == "article"]
    assert [tree.tags[holder] for holder in holders] == ["section"] * len(MONTHS)
    assert len(set(holders)) == len(MONTHS)
