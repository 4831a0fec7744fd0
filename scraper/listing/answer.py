"""What an endpoint answers where a page was expected: a list as JSON, or a piece of HTML inside JSON.

An infinite scroll asks for `/wp-json/wp/v2/posts?page=2`, `/jsonapi/node/news`, `/more?offset=20`. No API is known by
name: any array of objects with a title and a link is a list (`embedded`), any strings that are markup with links are the
HTML a script would have put into the page. How the answer goes on it says itself: an address it calls next, or a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from scraper.listing.embedded import lists_in
from scraper.listing.entry import FoundList
from scraper.listing.markup.flat_values import put_together
from scraper.listing.markup.json_values import json_value
from scraper.listing.pager.numbered import advanced, page_number, with_number
from scraper.listing.pager.onward import nexts

DEPTH_MAX = 12
"""Levels at which markup is looked for."""
_GUARD = re.compile(r"^(?:\)\]\}',?|while\s*\(1\);|for\s*\(;;\);)\s*")
"""What sites put before JSON so that no script element can run it."""
_MARKUP = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
_LINKED = re.compile(r"<a\b[^<>]*\bhref\b", re.IGNORECASE)
_FOLD = re.compile(r"[^a-z]")
_MORE = frozenset(
    "hasmore hasnext hasnextpage more morepages moreposts hasmoreitems hasmoreresults loadmore".split()
)
_LAST = frozenset(
    "pages totalpages lastpage pagecount maxpages maxnumpages numpages nbpages pagestotal".split()
)
_NEXT = frozenset("nextpage nextpagenumber next".split())
_OWN = frozenset("page currentpage pagenumber".split())
"""Where an answer says which page it is; it is asked for the next one by `page`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, read.

    Attributes:
        list: its entries, where it holds them as objects.
        html: the markup it holds instead, or "".
        next: the address of the next answer as it stands there, or "".
        more: whether it says that there is more, though not where.
        says: what it holds where it is neither, for a person.
    """

    list: FoundList | None = None
    html: str = ""
    next: str = ""
    more: bool = False
    says: str = ""


def read_answer(text: str, url: str) -> Answer | None:
    """Read an answer; None where the text is no JSON.

    Args:
        text: the body; lone bytes as marks.
        url: where it came from; links are resolved against it.
    """
    source = _GUARD.sub("", text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE} \t\r\n"), count=1)
    if source[:1] not in ("{", "["):
        return None
    try:
        data = json_value(source)
    except RecursionError:
        return Answer(says="JSON nested too deep to be read")
    except ValueError as fault:
        return None if _MARKUP.search(source) else Answer(says=f"JSON that is broken ({fault})")
    data = put_together(data)
    found = next(iter(lists_in(data, url, "items", least=1)), None)
    pieces = "" if found is not None and _dated(found) else "\n".join(_markup(data, 0))
    if pieces:
        return Answer(html=pieces, next=_next(data, url, 0))
    if found is None and _ended(data, 0):
        return Answer(list=FoundList("items", (), reason="an empty list: the end of it"))
    if found is None:
        return Answer(says=f"JSON without a list of entries; it holds {_held(data)}")
    following = _next(data, url, len(found.entries))
    return Answer(list=found, next=following, more=not following and _goes_on(data, None))


def _ended(data: object, depth: int) -> bool:
    """Whether an answer holds an empty list and no other: what comes after the last page."""
    inner = list(data.values()) if isinstance(data, dict) and depth < 3 else []
    lists = [value for value in inner if isinstance(value, list)]
    below = [_ended(value, depth + 1) for value in inner if isinstance(value, dict)]
    return data == [] or (bool(lists) and not any(lists)) or (not lists and any(below))


def _dated(found: FoundList) -> bool:
    return any(entry.datetime or entry.date for entry in found.entries)


def _held(data: object) -> str:
    if isinstance(data, dict):
        return f"the keys {', '.join(list(data)[:8])}" if data else "nothing"
    return f"{len(data)} values" if isinstance(data, list) else type(data).__name__


def _markup(data: object, depth: int) -> Iterator[str]:
    """Strings that are HTML with links, in the order they stand."""
    if depth > DEPTH_MAX:
        return
    if isinstance(data, str):
        if _LINKED.search(data):
            yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _markup(value, depth + 1)


def _next(data: object, url: str, entries: int) -> str:
    """Where the answer says it goes on: an address, a page number, or that there is more after this one."""
    address = next(nexts(data), "")
    if address:
        return address
    own = page_number(url)
    for key, value in _numbers(data, 0):
        if key in _NEXT and isinstance(value, int) and not isinstance(value, bool) and value > (own or 0):
            return with_number(url, value)
        if key in _MORE and value is True and own is not None:
            return advanced(url, entries)
        if key in _LAST and isinstance(value, int) and own is not None and own < value:
            return advanced(url, entries)
    number = next((value for key, value in _numbers(data, 0) if key in _OWN and type(value) is int), None)
    # the first page, whose address names none
    if own is not None or number is None or not _goes_on(data, number):
        return ""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, f"page={number + 1}")))))


def _goes_on(data: object, number: int | None) -> bool:
    """Whether an answer says that there is more, or more pages than its own number."""
    return any(
        (key in _MORE and value is True)
        or (key in _LAST and number is not None and type(value) is int and number < value)
        for key, value in _numbers(data, 0)
    )


def _numbers(data: object, depth: int) -> Iterator[tuple[str, Any]]:
    """Keys and plain values of an answer and of the objects around its list, never of an entry."""
    if isinstance(data, dict) and depth < 3:
        for key, value in data.items():
            if isinstance(value, dict):
                yield from _numbers(value, depth + 1)
            elif not isinstance(value, list):
                yield _FOLD.sub("", str(key).lower()), value
