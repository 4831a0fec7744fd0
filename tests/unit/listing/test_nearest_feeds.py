"""Of the feeds that a page names, its own is the one whose address names what the page's does."""

from __future__ import annotations

import pytest

from scraper.pages.nearest_feeds import nearest

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
