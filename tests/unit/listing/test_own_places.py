"""What is new in each version, told on one page: entries lead to their own place, not to what they mention."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce, is_listing

URL = "https://tide.example/news/index.html"
NUMBERS = ("1.0.0", "0.10.6", "0.10.5", "0.9.1", "0.9.0-2", "0.8.4", "0.8.3", "0.8.0")
SAID = (
    "Gauges are read twice an hour, as <a href=../man/gauge.html>gauge()</a> tells.",
    "A scale of its own for each quay, see <a href=../man/scale.html>scale()</a> and the notes on moorings.",
    "Barges are drawn to scale by <a href=../man/gauge.html>gauge()</a> where their length is known.",
    "The valve closes at high tide, and <a href=../man/valve.html>valve()</a> says when it opens again.",
    "Tides are named again, as they were before <a href=../man/scale.html>scale()</a> was told from them.",
    "What the pilots asked for: <a href=../man/gauge.html>gauge()</a> keeps a log of all that it has read.",
    "A lead that was lost is found again, and <a href=../man/lead.html>lead()</a> tells how deep it lay.",
    "Logs are kept for a year, then <a href=../man/gauge.html>gauge()</a> writes them to a file of their own.",
)


def changes(heads: Sequence[str], sign: str = "", more: str = "") -> str:
    """A page of parts, six of eight with the day of their release below the heading."""
    parts = "".join(
        f"<div class=part><h2 id=r{n}>{head}<a class=anchor aria-label=anchor href=#r{n}>{sign}</a></h2>"
        + (f"<p class=muted>Released: 2026-0{9 - n}-1{n}</p>" if n > 1 else "")
        + f"<p>{said}</p><ul><li>{said}</li><li>Nothing else was asked for.</li></ul>{more.format(n=n)}</div>"
        for n, (head, said) in enumerate(zip(heads, SAID, strict=True))
    )
    return f"<html lang=en><head><title>Changes</title></head><main><h1>Changes</h1>{parts}</main></html>"


def entries(page: str) -> list[Entry]:
    """The entries that are kept of a page."""
    return [entry for one in chosen(induce(page, URL)) for entry in one.entries]


def test_a_part_leads_to_itself() -> None:
    """By an empty link or a sign; a release without its day has its place, too, and is no way back to the page."""
    heads = [f"tidegauge {number}" for number in NUMBERS]
    for sign in ("", "¶", "#"):
        found = entries(changes(heads, sign))
        assert [entry.title.rstrip("¶# ") for entry in found] == heads, sign
        assert [entry.url for entry in found] == [f"{URL}#r{n}" for n in range(8)], sign
        assert [entry.date for entry in found] == ["", "", *(f"2026-0{9 - n}-1{n}" for n in range(2, 8))]


@pytest.mark.parametrize(
    "more",
    [
        "<p><a href=/r/{n}.html>Read more</a></p>",
        "<p>Thanks to all who sent a log. <a href=/r/{n}.html>Read more »</a></p>",
        "<p>Thanks to all who sent a log. <a href=/r/{n}.html><img src=/arrow.svg alt=''></a></p>",
    ],
)
def test_a_button_is_where_it_leads(more: str) -> None:
    """It is the entry's own, whatever the heading has, in a line of its own or behind the last sentence."""
    heads = [f"tidegauge {number}" for number in NUMBERS]
    page = re.sub(r"<a href=\.\./man/[^>]*>|\(\)</a>", "", changes(heads, "#", more))
    found = entries(page)
    assert [entry.url for entry in found] == [f"https://tide.example/r/{n}.html" for n in range(8)]


@pytest.mark.parametrize("board", ["", " by the <a href=/board/>board</a>"])
def test_a_word_that_leads_to_a_page_of_its_own_in_each_is_where_it_leads(board: str) -> None:
    """One mention in each entry, and never the same, is its story, whoever else all of them name."""
    heads = [f"tidegauge {number}" for number in NUMBERS]
    page = re.sub(r"<a href=\.\./man/[^>]*>|\(\)</a>", "", changes(heads, "#"))
    told = page.split("Nothing else was asked for.")
    told[1:] = [
        f"Nothing <a href=/r/{n}.html>else</a> was asked for{board}.{rest}" for n, rest in enumerate(told[1:])
    ]
    assert [entry.url for entry in entries("".join(told))] == [
        f"https://tide.example/r/{n}.html" for n in range(8)
    ]


def test_numbers_that_count_up_are_parts_of_one_text() -> None:
    """Versions go down, the newest first; an act's rules go up."""
    down = is_listing(changes([f"Rule {number}" for number in NUMBERS]), URL)
    up = is_listing(changes([f"Rule {number}" for number in reversed(NUMBERS)]), URL)
    assert up < 0.3 < 0.7 < down


@pytest.mark.parametrize(
    "head",
    ["<h2 id={id}>{title} {edit}</h2>", "<h2><i id=a-{id}></i><span id={id}>{title}</span>{edit}</h2>"],
    ids=["named by the heading", "named in the heading"],
)
def test_the_form_that_changes_a_part_is_not_where_it_leads(head: str) -> None:
    """News on one page of a wiki: behind each heading stands `[edit]`, and nothing else leads anywhere."""
    url = "https://tide.example/index.php?title=News"
    titles = ("Gauges are read twice", "A scale for each quay", "Barges are drawn", "The valve closes")
    body = "".join(
        head.format(
            id=f"part{n}",
            title=title,
            edit=f'<small>[<a href="/index.php?title=News&amp;action=edit&amp;section={n}" title="Edit: {title}">edit</a>]</small>',
        )
        + f"<p><i>1{9 - n} November 2026</i></p><p>Nothing else was asked for by the pilots of the quay, who met in part {n}.</p>"
        for n, title in enumerate(titles)
    )
    page = f"<html lang=en><title>News</title><main><h1>News</h1><div class=text>{body}</div></main></html>"
    found = [entry for one in chosen(induce(page, url)) for entry in one.entries]
    assert [entry.title for entry in found] == list(titles)
    assert [entry.url for entry in found] == [f"{url}#part{n}" for n in range(4)]
