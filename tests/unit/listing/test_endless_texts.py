"""Pages that repeat what never ends are read once.

Where each repetition was followed to the end of the page again, these took from minutes to hours.
"""

from __future__ import annotations

import pytest

from scraper.listing.feed import read_feed
from scraper.listing.induce import is_listing
from scraper.listing.markup.shadow import opened
from scraper.listing.markup.slots import slots
from scraper.pages.feed_list import feed_list
from scraper.pages.listing_reader import extract
from scraper.pages.unclosed import NOTES_MAX, readable
from scraper.site import SiteFile

URL = "https://lumen.example/news/"
SITE = SiteFile(id="lumen", start=[URL])
LONE = "\U0010f7c3"
ENTRY = "<p><a href=/one>One</a></p>"


def page(title: str) -> str:
    rows = "".join(
        f'<li>{n} March 2026 <a href=/news/{n} title="The council meets about item {n} of the plan">{title.format(n=n)}</a></li>'
        for n in range(1, 11)
    )
    return f"<html lang=en><body><h1>News</h1><ul>{rows}</ul></body></html>"


@pytest.mark.parametrize("opening", ["<!--", "<script>", "<style >", "<title>"])
def test_many_openings_without_an_end_are_taken_out(opening: str) -> None:
    """Fifty thousand of them leave what stands between and behind, and the first ones are told."""
    html, notes = readable(f"{opening}a" * 50_000 + ENTRY)
    assert html == "a" * 50_000 + ENTRY
    assert len(notes) == NOTES_MAX


def test_openings_that_no_bracket_closes_are_text() -> None:
    """A start tag needs its end to be one."""
    html = ENTRY + "<script " * 100_000
    assert readable(html) == (html, ())


@pytest.mark.parametrize("signs", [LONE * 60 + " a]", "." * 150 + " a]", "[.] " * 60 + "a]"])
def test_signs_of_a_cut_inside_a_title_are_no_cut(signs: str) -> None:
    """Lone bytes, dots and brackets before a last word leave a title as it stands, read in one way only."""
    (found,) = extract(page("The council meets {n} " + signs), URL, SITE).lists
    assert [entry.url for entry in found.entries] == [f"{URL}{n}" for n in range(1, 11)]
    assert all(entry.title.endswith("a]") for entry in found.entries)


@pytest.mark.parametrize("signs", [LONE * 60, "…", " […]", "...", " [...] "])
def test_signs_of_a_cut_at_the_end_of_a_title_are_one(signs: str) -> None:
    """However long they are, the label of the link has the title whole."""
    (found,) = extract(page("The council meets about " + signs), URL, SITE).lists
    assert found.entries[0].title == "The council meets about item 1 of the plan"


def test_templates_without_an_end_are_left() -> None:
    """Behind the last bracket of a page there is no tag."""
    html = "<x-a><template shadowrootmode=open>Seen</template></x-a>"
    rest = "<template" * 100_000
    assert opened(html + rest) == opened(html) + rest


def test_a_broken_feed_with_many_breaks_gives_its_items() -> None:
    """Markup that was never escaped, and is not closed, hides neither link nor title."""
    item = f"<item>a & b{'<br>c' * 100_000}<title>One</title><link>{URL}1</link></item>"
    (read,) = read_feed(f"<rss><channel>{item}</channel></rss>", URL)
    assert (read.title, read.url) == ("One", f"{URL}1")


def test_elements_of_a_broken_feed_are_read_as_written() -> None:
    """Prefixes, attributes, elements that close themselves, and CDATA."""
    item = (
        '<entry><link rel="alternate" href="/1"/><br/><dc:title type="text">A & B</dc:title>'
        "<updated>2026-03-01</updated><summary><![CDATA[<p>C</p>]]></summary></entry>"
    )
    (read,) = read_feed(f"<feed>{item}</feed>", URL)
    assert (read.url, read.title, read.date, read.summary) == (
        "https://lumen.example/1",
        "A & B",
        "2026-03-01",
        "C",
    )


@pytest.mark.parametrize("unit", ["<!DOCTYPE ", "<!DOCTYPE["])
def test_a_feed_of_declarations_without_an_end_is_empty(unit: str) -> None:
    """Neither as a list nor as the proof of teasers does it hold anything."""
    text = "<rss><channel>" + unit * 100_000
    assert read_feed(text, URL) == []
    found = feed_list(text, URL)
    assert found is None or not found.entries


@pytest.mark.parametrize(
    "data",
    [
        '<script type="application/ld+json">' + '"@type":[' * 100_000 + "</script>",
        "<script>" + "self." * 200_000 + "</script>",
        "<p>" + "rel=" * 200_000,
        f"<p class={'nav' * 100_000}><a href=?page=2 class=next>2</a>",
    ],
)
def test_what_stands_beside_a_list_does_not_hold_it_up(data: str) -> None:
    """The list is found, and the page is one."""
    html = page("The council meets about item {n} of the plan") + data
    (found,) = extract(html, URL, SITE).lists
    assert len(found.entries) == 10
    assert is_listing(html, URL) > 0.5


def test_records_nested_deeper_than_python_calls_are_read() -> None:
    """Two thousand elements around each link are a way like any other."""
    rows = "".join(
        f"<li>{'<span>' * 2_000}<a href=/news/{n}>The council meets about item {n}</a>{'</span>' * 2_000}</li>"
        for n in range(1, 6)
    )
    (found,) = extract(f"<html lang=en><body><h1>News</h1><ul>{rows}</ul></body></html>", URL, SITE).lists
    assert [entry.url for entry in found.entries] == [f"{URL}{n}" for n in range(1, 6)]


def test_an_endless_path_of_numbers_holds_no_page() -> None:
    """What a page of many such addresses keeps grows with their length alone."""
    assert slots(f"{URL}p-3") == {("/", "/news/p-", ""): 3}
    assert slots(URL + "3-" * 100_000) == {}
