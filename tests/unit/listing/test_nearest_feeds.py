"""Of the feeds that a page names, its own is the one whose address names what the page's does."""

from __future__ import annotations

import pytest

from scraper.pages.listing_reader import extract
from scraper.pages.nearest_feeds import nearest
from scraper.site import SiteFile

HARBOUR = SiteFile(id="harbour", start=["https://harbour.example/port/"])

SITE = ("https://portus.example/feed/", "https://portus.example/fr/feed/")


@pytest.mark.parametrize(
    ("page", "own"),
    [
        ("https://portus.example/category/harbour/", "https://portus.example/category/harbour/feed/"),
        ("https://portus.example/?s=Night+train", "https://portus.example/search/night+train/feed/rss2/"),
        ("https://portus.example/?cat=3", "https://portus.example/?feed=rss2&cat=3"),
        ("https://portus.example/fr/actualites", "https://portus.example/fr/feed/"),
        ("https://portus.example/%D0%BF%D0%BE%D1%80%D1%82/", "https://portus.example/порт/feed/"),
    ],
)
def test_a_page_has_a_feed_of_its_own(page: str, own: str) -> None:
    """A category, a search, a language: the site's feed, which stands first, is not theirs."""
    assert nearest([*dict.fromkeys((*SITE, own))], page) == [own]


def test_a_page_without_a_feed_of_its_own_has_the_sites() -> None:
    """Where no address names anything of the page, all are as near."""
    assert nearest(SITE, "https://portus.example/") == [*SITE]
    assert nearest([], "https://portus.example/") == []


BARE = (
    "<html lang=en><head><title>The harbour</title>{feeds}</head><body><h1>The harbour</h1>"
    "<p>The harbour lies in the lee of the island, and its first quay was laid by fishermen who came from the north. It has two"
    " cranes, a slipway, a chapel, and a museum of sea charts that is open in summer. Ferries leave for the outer islands each"
    " morning, and the pilots keep watch from the tower above the old customs house, where the port office has been since the"
    " great storm took its roof off. Visitors moor at the east jetty and pay at the office.</p>{scripts}</body></html>"
)
FEEDS = "<link rel=alternate type=application/rss+xml href=/feed.xml><link rel=alternate type=application/rss+xml href=/port/feed.xml>"


@pytest.mark.parametrize(("scripts", "reason"), [("", "no_list"), ("<script src=/a.js></script>", "shell")])
def test_a_page_without_entries_tells_of_its_feed(scripts: str, reason: str) -> None:
    """Only an empty page that scripts fill did: who starts at a front page that shows no list was not told of the feed it names."""
    page = BARE.format(feeds=FEEDS, scripts=scripts)
    if reason == "shell":
        page = page.partition("<p>")[0] + scripts
    told = extract(page, "https://harbour.example/port/", HARBOUR).notes
    [detail] = [detail for code, detail in told if code == reason]
    assert detail.endswith(
        "its feed lists the newest entries: start at https://harbour.example/port/feed.xml"
    )


def test_a_page_without_entries_and_feed_tells_of_none() -> None:
    """There is nothing to start at instead."""
    [(code, detail)] = extract(
        BARE.format(feeds="", scripts=""), "https://harbour.example/port/", HARBOUR
    ).notes
    assert code == "no_list"
    assert "feed" not in detail
