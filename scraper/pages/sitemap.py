"""A sitemap where a listing page was expected: its addresses have no titles, unless it is one of news."""

from __future__ import annotations

import html
import re

from scraper.listing.entry import Entry, FoundList
from scraper.listing.markup.tree import absolute, collapse

_SITEMAP = re.compile(
    r"\s*(?><\?[^>]*>\s*|<!--.*?-->\s*)*+<(?:[\w.-]{1,20}:)?(?:urlset|sitemapindex)[\s>]", re.S | re.I
)
_ENTRY = re.compile(r"<(?:\w+:)?url>(.*?)</(?:\w+:)?url>", re.S | re.I)
_CELL = r"<(?:{0}:)?{1}\b[^>]*>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</(?:{0}:)?{1}>"
_LOC = re.compile(_CELL.format(r"\w+", "loc"), re.S | re.I)
_TITLE = re.compile(_CELL.format(r"\w+", "title"), re.S | re.I)
_DATE = re.compile(_CELL.format(r"\w+", "publication_date"), re.S | re.I)
UNTITLED = "a sitemap, which names addresses without titles; start at the page that lists the entries"


def sitemap_list(text: str, url: str) -> FoundList | None:
    """Return the titled entries of a sitemap as a list named `sitemap`, or None where the text is no sitemap.

    Google's sitemaps of news give each address a title and the day of publication; any other gives no entry.

    Args:
        text: the body.
        url: where it came from; addresses are resolved against it.
    """
    if not _SITEMAP.match(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")):
        return None
    entries = (_entry(found[1], url) for found in _ENTRY.finditer(text))
    return FoundList(
        "sitemap", tuple(one for one in entries if one.title and one.url), reason="the page is a sitemap"
    )


def _entry(said: str, url: str) -> Entry:
    return Entry(title=_cell(_TITLE, said), url=absolute(url, _cell(_LOC, said)), datetime=_cell(_DATE, said))


def _cell(pattern: re.Pattern[str], said: str) -> str:
    found = pattern.search(said)
    return collapse(html.unescape(found[1])) if found else ""
