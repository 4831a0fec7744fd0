"""A feed where a listing page was expected: its items are a list, the newest entries of the site and no more."""

from __future__ import annotations

import re

from scraper.listing.entry import Entry, FoundList
from scraper.listing.page import read_feed

_FEED = re.compile(
    r"\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.S | re.I
)


def feed_list(text: str, url: str) -> FoundList | None:
    """Return the items of an RSS or Atom feed as a list named `feed`, or None where the text is no feed."""
    if not _FEED.match(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")):
        return None
    entries = [
        Entry(title=item.title, url=item.url, date=item.date, excerpt=item.summary or item.text)
        for item in read_feed(text, url)
    ]
    return FoundList("feed", tuple(entries), reason="the page is a feed")
