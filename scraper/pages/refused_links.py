"""Links of a listing page that are never followed whatever the site file says, told so that they are counted.

The reading of a page drops links that lead to no page (`javascript:`, `file:`); here they are found again where they
are an entry's own link or the link to the next page. Addresses are judged as written; what a name resolves to is the
guard's to judge, when it is asked for.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scraper.listing.entry import Entry
from scraper.listing.markup.bounds import bounded
from scraper.pages.judgement import Refusal
from scraper.reach import public


class RefusedLink(NamedTuple):
    """A link as the page writes it, or absolute where it can be, and why it is not followed."""

    link: str
    refusal: Refusal


_NEXT = re.compile(rb"""rel\s*=\s*["']?[^"'>]{0,200}\bnext\b""")
"""Asked of a page's bytes in small letters: a pattern that begins with letters of one case is looked for three times as fast, and bytes
are made small in a fifth of the time of text."""


def refused(address: str, own: Iterable[str]) -> Refusal | None:
    """Return why an absolute address is never asked for, or None where it may be.

    Args:
        address: what a page links to.
        own: addresses whose host and port may be asked wherever they are: the page's and the start pages'.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        return Refusal("address", f"no address: {error}")
    if parts.scheme not in ("http", "https"):
        return Refusal("scheme", f"{parts.scheme or 'no scheme'}: is not http or https")
    if not host:
        return Refusal("address", "no host in it")
    if parts.username is not None:
        return Refusal("address", "it carries a user name; nothing is asked for with a password")
    if _private(host) and (host, port) not in [(its.hostname, its.port) for its in map(urlsplit, own)]:
        return Refusal("address", f"{host} is inside this network and not the start's own")
    return None


def refused_links(
    html: str, url: str, entries: Sequence[Entry], following: str | None, starts: Sequence[str] = ()
) -> list[RefusedLink]:
    """Return the refused links of a page: those of its entries, and its `rel=next` where no next page was found.

    Args:
        html: the page.
        url: where it was found.
        entries: what was read from it; an entry whose link was dropped is looked up by its title.
        following: its next page, or None.
        starts: the site's start pages.
    """
    own = (url, *starts)
    here = urljoin(url, "/")  # most links lead to the page's own host and need no closer look
    elsewhere = [entry.url for entry in entries if entry.url and not entry.url.startswith(here)]
    found = [RefusedLink(link, why) for link in elsewhere if (why := refused(link, own))]
    titles = {entry.title for entry in entries if not entry.url and entry.title}
    small = html.encode("utf-8", "surrogatepass").lower() if following is None else b""
    wants_next = _NEXT.search(small) is not None
    if not titles and not wants_next:
        return found
    for node in LexborHTMLParser(bounded(html)).css("a[href], link[href]"):
        rel = (node.attributes.get("rel") or "").lower().split()
        link = (node.attributes.get("href") or "").strip()
        asked = "next" in rel if wants_next else False
        if not asked and not (titles and node.tag == "a" and " ".join(node.text().split()) in titles):
            continue
        why = _as_written(link, url, own)
        if why is not None:
            found.append(RefusedLink(link[:200], why))
    return list(dict.fromkeys(found))


def _as_written(link: str, url: str, own: Iterable[str]) -> Refusal | None:
    if not link or link.startswith("#"):
        return None
    try:
        return refused(urljoin(url, link), own)
    except ValueError as error:
        return Refusal("address", f"no address: {error}")


def _private(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        # inet_aton knows the old spellings of an IPv4 address that resolvers accept: 0x7f000001, 127.1
        packed = socket.inet_aton(host) if _NUMERIC.fullmatch(host) else host
        return not public(ipaddress.ip_address(packed))
    except (ValueError, OSError):
        return False  # a name


_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}", re.I)
