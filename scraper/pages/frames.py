"""Frames of a page in which no list was found: the list may stand on one of them, which has an address of its own."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from scraper.listing.markup.tree import absolute, bounded
from scraper.pages.own_site import fetchable, file_ending

_TOLD = 3
"""Frames that are named; pages made of more than a menu, a head and a body are rare."""


def framed(html: str, url: str) -> str:
    """Return which pages of its own site a page shows in frames, for a person; "" where it shows none.

    Args:
        html: the page.
        url: where it was found.
    """
    page = LexborHTMLParser(bounded(html))
    base = page.css_first("base[href]")
    start = absolute(url, base.attributes["href"] or "") or url if base is not None else url
    shown = [absolute(start, frame.attributes["src"] or "") for frame in page.css("frame[src], iframe[src]")]
    named = [*dict.fromkeys(address for address in shown if _may_list(address, url))][:_TOLD]
    return (
        f"it shows other pages in frames, give the address of the one with the list: {', '.join(named)}"
        if named
        else ""
    )


def _may_list(address: str, url: str) -> bool:
    return fetchable(address, url) and not file_ending(address)
