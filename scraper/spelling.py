"""One address however it is written: what one browser copies as `/новости/` another copies as `/%D0%BD…/`."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes, urlsplit, urlunsplit

from scraper.listing.markup.resolve import in_ascii

_ESCAPED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


def spelled(address: str) -> str:
    """An address with its host in small letters and ASCII, its path and query in letters where UTF-8 is escaped, and no fragment.

    Escapes of ASCII stay, `%2F` is no slash, and so do those of an old encoding, which name other letters.
    """
    parts = urlsplit(address)
    host = in_ascii(parts.netloc.lower())
    return urlunsplit((parts.scheme, host, _letters(parts.path), _letters(parts.query), ""))


def hosts(address: str) -> frozenset[str]:
    """The host of an address in small letters, in ASCII and as it is read."""
    host = in_ascii(urlsplit(address).netloc.lower())
    try:
        return frozenset({host, host.encode("ascii").decode("idna")})
    except UnicodeError:
        return frozenset({host})


def _letters(text: str) -> str:
    return _ESCAPED.sub(_read, text) if "%" in text else text


def _read(run: re.Match[str]) -> str:
    try:
        return unquote_to_bytes(run[0]).decode("utf-8")
    except UnicodeDecodeError:
        return run[0].upper()
