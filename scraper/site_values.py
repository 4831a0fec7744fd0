"""The kinds of values a site file holds, each with what it expects in words: selectors, addresses, zones, languages."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import cssselect
from pydantic import AfterValidator, Field

from scraper.listing.entry import AUTO
from scraper.listing.select import known_to_reader


def _selector(value: str) -> str:
    return _known(value, cell=False)


def _cell(value: str) -> str:
    return _known(value, cell=True)


def _known(value: str, *, cell: bool) -> str:
    """Ask the reader that the crawl will use: what it does not know would be found out at night."""
    if known_to_reader(value, cell=cell):
        return value
    if "::text" in value:
        raise ValueError("expected a CSS selector without ::text; the text of what it matches is taken")
    try:
        cssselect.parse(value)
    except cssselect.SelectorError as fault:
        raise ValueError(f"not a CSS selector ({fault})") from fault
    raise ValueError(
        "expected CSS that pages are read with: tags, classes, attributes, :not, :is, :has, :nth-child …"
    )


def _entry(value: str) -> str:
    if value == AUTO:
        raise ValueError("expected a CSS selector; without [[lists]] the lists are found by structure")
    return value


def _web_address(value: str) -> str:
    value = value.strip()
    parts = urlsplit(value)
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not host or any(sign.isspace() for sign in host):
        raise ValueError("expected an absolute http or https address")
    try:
        _ = parts.port
    except ValueError as fault:
        raise ValueError("expected an address whose port is at most 65535") from fault
    if "@" in parts.netloc:  # it would stand in every record, and is sent nowhere
        raise ValueError("expected an address without user and password")
    return parts.scheme + value[len(parts.scheme) :]


def _feed(value: str) -> str:
    if value in ("auto", "never"):
        return value
    try:
        return _web_address(value)
    except ValueError as fault:
        raise ValueError("expected auto, never or an absolute http or https address") from fault


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("expected an IANA time zone such as Europe/Paris")
    return value


def _language(value: str) -> str:
    """Refuse a country's code: `cz` would contradict every Czech entry, night after night."""
    from babel.core import Locale, get_global

    if len(value) != 2 or value in Locale("en").languages or value in get_global("language_aliases"):
        return value  # its length is told by the pattern
    likely = get_global("likely_subtags").get(f"und_{value.upper()}", "fr").partition("_")[0]
    raise ValueError(f"expected the code of a language, such as {likely}")


Css = Annotated[str, AfterValidator(_selector)]
"""A selector of elements."""
EntryCss = Annotated[Css, AfterValidator(_entry)]
"""The selector of a list's entries."""
Cell = Annotated[str, AfterValidator(_cell)]
"""The selector of a cell inside an entry, or `auto`."""
Address = Annotated[str, AfterValidator(_web_address)]
Feed = Annotated[str, AfterValidator(_feed)]
Zone = Annotated[str, AfterValidator(_zone)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$"), AfterValidator(_language)]
"""An ISO 639-1 code."""
