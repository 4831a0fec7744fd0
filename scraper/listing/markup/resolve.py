"""Where a link leads, as a browser would resolve it: absolute, or nowhere.

A page has hundreds of links and most are plain, so those are joined without the six steps of the standard library.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, urljoin, urlsplit

# What a browser drops wherever it stands in an address, and what it drops at the ends only (WHATWG URL, 4.4).
_BREAKS = re.compile(r"[\t\n\r]+")
_ENDS = "".join(map(chr, range(0x21)))


@lru_cache(maxsize=8)
def _origin(base: str) -> str:
    """Scheme and host of an address, "" where it has none."""
    try:
        parts = urlsplit(base)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else ""


@lru_cache(maxsize=8)
def _folder(base: str) -> str | None:
    """What the standard library sets before a name that stands beside an address; None where the address is broken."""
    try:
        return urljoin(base, "x")[:-1]
    except ValueError:
        return None


@lru_cache(maxsize=8)
def _page(base: str) -> str | None:
    """What the standard library sets before a question; None where the address is broken."""
    try:
        return urljoin(base, "?x").removesuffix("?x")
    except ValueError:
        return None


@lru_cache(maxsize=1024)  # as many as of resolved ones
def parts_of(address: str) -> SplitResult:
    """As `urlsplit`, which takes four times as long for a plain address and forgets it after 128 others."""
    plain = _PARTED.fullmatch(address)
    return SplitResult(*plain.groups("")) if plain else urlsplit(address)


# an address that `urlsplit` takes apart as it is written
_PARTED = re.compile(
    r"(https?)://([\w.-]++(?::\d++)?)(/[!-\"$->@-~]*+)?(?:[?]([!-\"$-~]*+))?(?:#([!-~]*+))?", re.ASCII
)


@lru_cache(maxsize=1024)  # as many as of resolved ones
def host_of(address: str) -> str:
    """The host of an address, in lower case, or ""."""
    plain = _HOSTED.match(address)
    return plain[1] if plain else urlsplit(address).hostname or ""


_HOSTED = re.compile(r"https?://([a-z\d][a-z\d.-]*+)(?=/|\Z)", re.ASCII)


@lru_cache(maxsize=1024)  # a page's links are asked several times
def absolute(base: str, href: str) -> str:
    """Resolve a link; "" for fragments, scripts, mail, telephone and broken addresses."""
    # Most links are plain: without the six steps of the standard library.
    if _ROOTED.fullmatch(href) and "/." not in href and ";" not in href:
        origin = _origin(base) if href[0] == "/" else ""
        if origin or href[0] != "/":
            return origin + href
    elif _NAME.fullmatch(href) and (folder := _folder(base)) is not None:
        return folder + href
    elif _ASKED.fullmatch(href) and (page := _page(base)) is not None:
        return page + href
    if " " in href or not href.isprintable():
        href = _BREAKS.sub("", href).strip(_ENDS).replace("\0", " ")
    if not href or href[0] == "#":
        return ""
    scheme = href.split(":", 1)[0].lower() if ":" in href[:20] else ""
    if scheme in {"javascript", "mailto", "tel", "data", "sms", "whatsapp", "about", "blob", "file"}:
        return ""
    if "\\" in href and scheme in {"", "http", "https"}:
        href = _PATH.sub(lambda path: path[0].replace("\\", "/"), href, count=1)  # `news\item.html`
    try:
        joined = urljoin(base, href)
        return joined if joined.isascii() else _named_as(base, joined)
    except ValueError:  # an unclosed [ of an IPv6 host: no page can be asked for there
        return ""


def _named_as(base: str, address: str) -> str:
    """An address with its host in ASCII where the page's own is: a crawl knows `xn--bcher-kva.example`, a link may say `bücher.example`."""
    host = urlsplit(address).netloc
    if host.isascii() or not _origin(base).isascii():
        return address
    return address.replace(host, in_ascii(host.lower()), 1)


@lru_cache(maxsize=64)
def in_ascii(host: str) -> str:
    """A host in small letters as it is asked for; as it is where the codec makes another name of it, `strasse` of `straße`."""
    if host.isascii():
        return host
    try:
        coded = host.encode("idna")
        return coded.decode("ascii") if coded.decode("idna") == host else host
    except UnicodeError:  # a label that is empty or too long: nobody is asked there
        return host


# A path from the root, with its host or without, and nothing in it that resolving would change.
_ROOTED = re.compile(
    r"(?:https?://[\w-][\w.-]*+)?/(?!/)[\w./%+~!$&'()*,=@:-]*+(?:[?][!-\"$-~]++)?(?:#[!-~]++)?", re.ASCII
)
# A file beside the page: a name that resolving would not change, with what is asked of it.
_NAME = re.compile(r"[\w-][\w.-]*+(?:[?][!-\"$-~]++)?", re.ASCII)
# All before a query or a fragment, in which a backslash is one.
_PATH = re.compile(r"[^?#]*")
# What is asked of the page itself.
_ASKED = re.compile(r"[?][!-\"$-~]++", re.ASCII)
