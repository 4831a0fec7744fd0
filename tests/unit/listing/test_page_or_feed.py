"""What stands before the first element does not decide whether a text is a page or a feed."""

from __future__ import annotations

from scraper.pages.listing_reader import extract
from scraper.site import SiteFile

URL = "https://lumen.example/news/"
SITE = SiteFile(id="lumen", start=[URL])
COMMENTS = "".join(f"<!--[if IE {n}]> a browser of old <![endif]-->\n" for n in range(100))


def test_a_page_that_begins_with_a_hundred_comments_is_read() -> None:
    """Builders put a comment for each old browser before the page; it is no feed, and its entries are found."""
    rows = "".join(
        f"<li>{n} March 2026 <a href=/news/{n}>The council meets about item {n} of the plan</a></li>"
        for n in range(1, 11)
    )
    page = f"<!DOCTYPE html>\n{COMMENTS}<html lang=en><body><h1>News</h1><ul>{rows}</ul></body></html>"
    (found,) = extract(page, URL, SITE).lists
    assert [entry.url for entry in found.entries] == [f"{URL}{n}" for n in range(1, 11)]


def test_a_feed_behind_a_hundred_comments_is_a_feed() -> None:
    """A feed says what it is with its first element, whatever declarations and comments stand before."""
    item = f"<item><title>The council meets</title><link>{URL}1</link></item>"
    feed = f'<?xml version="1.0"?>\n{COMMENTS}<rss version="2.0"><channel>{item}</channel></rss>'
    (found,) = extract(feed, URL, SITE).lists
    assert (found.name, [entry.url for entry in found.entries]) == ("feed", [f"{URL}1"])
