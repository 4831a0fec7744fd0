"""Which links of an entry lead to a page of the same site."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from urllib.parse import urldefrag, urlsplit

_FILES = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|zip|rar|7z|gz|jpe?g|png|gif|webp|svg|mp[34]|avi|mov|ics|epub)\Z", re.I
)
"""Endings of links that are mostly no page; asking for all of them would only fill the archive."""


def fetchable(address: str, url: str) -> bool:
    """Whether an entry's link leads to another address of the same site: http or https, its registrable host."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or address == urldefrag(url).url:
        return False
    return same_site(parts.hostname, urlsplit(url).hostname or "")


def file_ending(address: str) -> str:
    """The ending by which a link says that it leads to a file, lower case; "" where it says nothing of the kind."""
    found = _FILES.search(urlsplit(address).path)
    return found[0].lower() if found else ""


def same_site(one: str, other: str) -> bool:
    """Whether two host names are of one registrable domain, by the public suffix list as installed."""
    return one == other or (registrable(one) == registrable(other) != "")


def registrable(host: str) -> str:
    """Return the registrable domain of a host name; "" for an address and for a name without a dot."""
    return str(_suffixes()(host).top_domain_under_public_suffix)


@cache
def _suffixes() -> Any:
    import tldextract  # its list takes 60 ms to load and most sites never leave their host

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
