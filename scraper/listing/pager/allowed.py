"""Which addresses may be a list's next page: other pages of the same host."""

from __future__ import annotations

from urllib.parse import urlunsplit

from scraper.listing.markup.resolve import parts_of
from scraper.listing.markup.slots import same
from scraper.listing.pager.numbered import endless


def allowed(address: str, url: str) -> str | None:
    """Return an address without its fragment, if it is another page of the same host."""
    if not address.startswith(("http://", "https://")):
        return None
    if is_foreign(address, url) or endless(address) or same(address, url):
        return None
    return urlunsplit(parts_of(address)._replace(fragment=""))


def is_foreign(address: str, url: str) -> bool:
    """Whether an address is on another host than a page."""
    return address.startswith(("http://", "https://")) and _host(parts_of(address).netloc) != _host(
        parts_of(url).netloc
    )


def _host(netloc: str) -> str:
    return netloc.lower().removeprefix("www.")
