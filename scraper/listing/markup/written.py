"""A page's own address, spelled as its links spell it, so that the two can be compared.

A crawl asks for `/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/`; the page's links may say `/новости/`, or `/%d0%bd…/` as
WordPress does. A pager whose links are not the page's own address with another number turned back after three pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

_ESCAPED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


def as_written(url: str, html: str | bytes) -> str:
    """Return the address of a page in the spelling of its links; as it is where its path is ASCII, or no link has the path.

    Args:
        url: where the page came from.
        html: the page; bytes are UTF-8.
    """
    path = urlsplit(url).path if "%" in url else ""
    named = next((part for part in path.split("/") if _ESCAPED.search(part)), "")
    for spell in (str, str.lower, unquote) if named else ():
        if _is_in("/" + _respelled(named, spell), html):
            return url.replace(path, _respelled(path, spell), 1)
    return url


def _respelled(path: str, spell: Callable[[str], str]) -> str:
    return _ESCAPED.sub(lambda run: spell(run[0]), path)


def _is_in(name: str, html: str | bytes) -> bool:
    return name.encode() in html if isinstance(html, bytes) else name in html
