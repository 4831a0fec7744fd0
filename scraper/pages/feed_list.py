"""A feed where a listing page was expected, and feeds that are JSON: their items are the newest entries and no more."""

from __future__ import annotations

import html
import re

from scraper.listing.answer import read_answer
from scraper.listing.entry import Entry, FoundList
from scraper.listing.feed import FeedItem, read_feed

# Each comment ends where it first can: read in every way they can be joined, thirty in a row took minutes.
_FEED = re.compile(
    r"\s*(?><\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*+<(?:[\w.-]{1,20}:)?(?:rss|feed|RDF)[\s>]",
    re.S | re.I,
)
WARNED_MAX = 4000
"""Characters before a feed's declaration: a warning that the server's script prints, where a page has its own first element."""
_PAGE = re.compile(r"<(?:html|head|body|!doctype)\b", re.I)


def feed_list(text: str, url: str) -> FoundList | None:
    """Return the items of an RSS or Atom feed as a list named `feed`, or None where the text is no feed."""
    text = _behind_warning(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))
    if not _FEED.match(text):
        return None
    entries = [
        Entry(title=item.title, url=item.url, date=item.date, excerpt=item.summary or item.text)
        for item in read_feed(text, url)
    ]
    return FoundList("feed", tuple(entries), reason="the page is a feed")


def _behind_warning(text: str) -> str:
    """A text from its XML declaration on, where something but a page stands before it."""
    at = text.find("<?xml", 0, WARNED_MAX)
    return text[at:] if at > 0 and not _PAGE.search(text, 0, at) else text


def feed_next(text: str) -> str:
    """Return where a feed goes on (RFC 5005: `<link rel="next">` before its first item), or ""."""
    head = _ITEM.split(text, maxsplit=1)[0]
    for link in _LINK.findall(head, 0, head.rfind(">") + 1):
        if _REL_NEXT.search(link) and (found := _HREF.search(link)):
            return html.unescape(found[1])
    return ""


_ITEM = re.compile(r"<(?:item|entry)[\s>]", re.I)
_LINK = re.compile(r"<(?:\w+:)?link\b[^>]*>", re.I)
_REL_NEXT = re.compile(r"""\brel\s*=\s*["']next["']""", re.I)
_HREF = re.compile(r"""\bhref\s*=\s*["']([^"']+)["']""", re.I)


def json_feed(text: str, url: str) -> list[FeedItem]:
    """Return the items of a JSON Feed; none where the text is no JSON or holds no list."""
    answer = read_answer(text, url)
    if answer is None or answer.list is None:
        return []
    return [
        FeedItem(url=entry.url, title=entry.title, summary=entry.excerpt, date=entry.datetime or entry.date)
        for entry in answer.list.entries
    ]
