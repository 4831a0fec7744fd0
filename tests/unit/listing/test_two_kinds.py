"""Where a list builds its entries or writes a field in two ways, a site file names both."""

from __future__ import annotations

import pytest

from scraper.listing.entry import AUTO, ListSelectors
from scraper.listing.induce import chosen, induce
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists

URL = "https://portus.example/news"
ROPES = "Anchor Bowline Cleat Dinghy Fender Grapnel Halyard Jib Keel Lanyard".split()
TIME, SPAN = "<time datetime=2026-05-{n:02}>{n} May</time>", "<span class=date>{n} May 2026</span>"
BOLD, PLAIN = "<b>{n} May 2026</b>", "<i>{n} May 2026</i>"


def page(numbers: range, headings: str, days: tuple[str, str]) -> str:
    """Every third entry has the second form of the heading and of the day."""
    told = "".join(
        f"<li><{tag}><a href=/n/{n}>{ROPES[n % 10]} and rope of the harbour, number {n}</a></{tag}>"
        f"{day.format(n=n)}<em>{n + 3} pages</em></li>"
        for n in numbers
        for tag, day in [(headings.split()[n % 3 == 1], days[n % 3 == 1])]
    )
    return f"<main><h1>News</h1><ul class=news>{told}</ul></main>"


def frozen(html: str) -> ListSelectors:
    [one] = freeze(html, URL, chosen(induce(html, URL)))
    assert one.selectors is not None
    return one.selectors


@pytest.mark.parametrize(
    ("days", "selector"),
    [
        ((TIME, SPAN), {"time", "span.date"}),
        ((SPAN, SPAN), {"span.date"}),
        ((BOLD, PLAIN), {AUTO}),
    ],
    ids=["a time or a class", "one way", "neither has a name"],
)
def test_a_day_that_is_written_in_two_ways_has_a_selector_of_each(
    days: tuple[str, str], selector: set[str]
) -> None:
    """Where neither has a name the day is left to structure."""
    form = frozen(page(range(1, 11), "h3 h3", days))
    assert set(form.date.split(", ")) == selector
    [read] = read_lists(page(range(11, 17), "h3 h3", days), URL, [form])
    assert [entry.date.removesuffix(" 2026") for entry in read.entries] == [f"{n} May" for n in range(11, 17)]
    assert [bool(entry.datetime) for entry in read.entries] == [
        TIME in days and n % 3 != 1 for n in range(11, 17)
    ]


def test_two_ways_to_write_a_day_are_told_before_the_block_that_holds_it() -> None:
    """A block that says the title and the day has a day in it, and on the next page maybe another."""
    html = (
        page(range(1, 11), "h3 h3", (TIME, SPAN)).replace("<li>", "<li><div>").replace("</li>", "</div></li>")
    )
    assert set(frozen(html).date.split(", ")) == {"time", "span.date"}


def test_a_heading_of_two_sizes_has_a_selector_of_each() -> None:
    """The first link of an entry is that of its topic."""
    html = page(range(1, 11), "h3 h2", (SPAN, SPAN)).replace("<li>", "<li><a href=/topics/>Ropes</a>")
    form = frozen(html)
    assert set(form.title.split(", ")) == {"h2", "h3"}


def test_two_kinds_of_entries_are_called_what_they_are() -> None:
    """The way down to both, `#content > div > div`, would take whatever else stands there on the next page."""

    def entry(n: int, kind: str, tag: str) -> str:
        return (
            f"<div class={kind}><{tag}><a href=/n/{n}>{ROPES[n % 10]} and rope of the harbour, number {n}</a></{tag}>"
            f"<p class=date>{n} May 2026</p><p class=told>Boat {n} was seen off the northern dock this morning.</p></div>"
        )

    def page(lead: str, numbers: range) -> str:
        stories = "".join(entry(n, "story", "h3") for n in numbers)
        return f"<div id=content><h1>News</h1>{lead}<div>{stories}</div></div>"

    first = page(f"<div>{entry(1, 'cover', 'h2')}</div>", range(2, 9))
    later = page(
        "<div><div class=hint><a href=/letter>The letter of the harbour</a></div></div>", range(9, 14)
    )
    form = frozen(first)
    assert set(form.entry.split(", ")) == {"div.cover", "div.story"}
    [read] = read_lists(later, URL, [form])
    assert [entry.url for entry in read.entries] == [f"https://portus.example/n/{n}" for n in range(9, 14)]
