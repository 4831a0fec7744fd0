"""Feeds as servers send them: names of other vocabularies, links relative to something, declarations, signatures below each text."""

from __future__ import annotations

import json

import pytest

from scraper.pages.listing_reader import extract
from scraper.site import SiteFile
from tests.unit.listing.harbour import NEWS

URL = "https://portus.example/feed"
SITE = SiteFile(id="portus", start=[URL])
EXPECTED = [(title, f"https://portus.example/n/{name}", text) for name, title, text in NEWS]


def read(feed: str) -> list[tuple[str, str, str]]:
    """Title, link and teaser of the entries of a start page."""
    return [
        (entry.title, entry.url, entry.excerpt)
        for one in extract(feed, URL, SITE).lists
        for entry in one.entries
    ]


def rss(item: str, head: str = '<?xml version="1.0"?>', root: str = "") -> str:
    """A feed of five items: `{name}`, `{title}`, `{text}`."""
    items = "".join(
        f"<item>{item.format(name=name, title=title, text=text)}</item>" for name, title, text in NEWS
    )
    return f'{head}<rss version="2.0" {root}><channel><title>Portus</title>{items}</channel></rss>'


TITLE, LINK, TEXT = (
    "<title>{title}</title>",
    "<link>https://portus.example/n/{name}</link>",
    "<description>{text}</description>",
)
MEDIA = (
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)


@pytest.mark.parametrize(
    "item",
    [
        "<media:title>Photo</media:title><media:description>Photo: A. Berg</media:description>" + TITLE + LINK + TEXT,
        "<itunes:title>Episode 4</itunes:title><itunes:summary>Listen</itunes:summary>" + TITLE + LINK + TEXT,
        "<media:content url='a.jpg'><media:title>Photo</media:title><media:description>Photo: A. Berg</media:description></media:content>"
        + TITLE + LINK + TEXT,
        TITLE + LINK + "<media:group><media:title>Film</media:title><media:description>{text}</media:description></media:group>",
    ],
)  # fmt: skip
def test_what_is_said_of_a_picture_is_not_the_items(item: str) -> None:
    """Wherever it stands, but where the item says nothing else."""
    assert read(rss(item, root=MEDIA)) == EXPECTED


@pytest.mark.parametrize(
    "head",
    [
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>',
        '<br />\n<b>Warning</b>: Undefined index in <b>feed.php</b> on line <b>3</b><br />\n<?xml version="1.0"?>',
    ],
)
def test_what_stands_before_a_feed_hides_it_not(head: str) -> None:
    """A declaration with entities of its own, a warning of the server's script."""
    assert read(rss(TITLE + LINK + TEXT, head)) == EXPECTED


def test_a_page_that_shows_a_feed_is_no_feed() -> None:
    """A declaration far inside a page is an example."""
    page = f"<html><body><p>Our feed:</p>{rss(TITLE + LINK + TEXT)}</body></html>"
    assert not any(one.name == "feed" for one in extract(page, URL, SITE).lists)


@pytest.mark.parametrize(
    "signed",
    ["The post <a href=/n/{name}>{title}</a> appeared first on Portus.", "<a href=/n/{name}>Read more</a>"],
)
def test_a_signature_below_each_text_is_left_out(signed: str) -> None:
    """The last line of all, the same but for the title."""
    text = "<description><![CDATA[<p>{text}</p><p>" + signed + "</p>]]></description>"
    assert read(rss(TITLE + LINK + text)) == EXPECTED


@pytest.mark.parametrize("last", ["Room 5, Town hall", "Resolved: this incident has been resolved.", "0"])
def test_a_last_line_that_all_share_stays(last: str) -> None:
    """The hall of all meetings is the hall of each: nothing in it is a program's."""
    found = read(
        rss(TITLE + LINK + "<description><![CDATA[<p>{text}</p><p>" + last + "</p>]]></description>")
    )
    assert all(text.endswith(last) for _, _, text in found)


def test_last_lines_that_differ_stay() -> None:
    """A text of two lines, and one that is nothing but what the others end with."""
    text = "<description><![CDATA[<p>{text}</p><p>By the harbour office, {name}</p>]]></description>"
    assert [row[2] for row in read(rss(TITLE + LINK + text))] == [
        f"{text}\nBy the harbour office, {name}" for name, _, text in NEWS
    ]
    alike = "<description>All who like may come.</description>"
    assert {row[2] for row in read(rss(TITLE + LINK + alike))} == {"All who like may come."}


ENTRY = (
    "<{0}entry><{0}title>{title}</{0}title><{0}link href='{name}'/><{0}summary>{text}</{0}summary></{0}entry>"
)


@pytest.mark.parametrize("prefix", ["", "atom:"])
def test_atom_links_are_relative_to_its_base(prefix: str) -> None:
    """Under a prefix, too."""
    items = "".join(ENTRY.format(prefix, name=name, title=title, text=text) for name, title, text in NEWS)
    named = "xmlns:atom" if prefix else "xmlns"
    feed = f'<{prefix}feed {named}="http://www.w3.org/2005/Atom" xml:base="https://portus.example/n/">{items}</{prefix}feed>'
    assert read(feed) == EXPECTED


def test_json_items_that_lead_elsewhere() -> None:
    """An item may only say what it is about."""
    items = [
        {
            "id": number,
            "external_url": link,
            "title": title,
            "summary": text,
            "date_published": "2026-04-28T09:00:00Z",
        }
        for number, (title, link, text) in enumerate(EXPECTED)
    ]
    assert read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})) == EXPECTED
