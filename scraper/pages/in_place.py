"""Pages that a site shows in place of a later one of a list: a login, a maintenance notice, a check for robots.

They come with status 200 like any other and have no entries, but they are no end of the list: behind them are more. A page that
says "no results" stands in the site's frame: its menus link to where those of the page before link. One that stands for another
page links to none of that, or has a field for a password that the page before had not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

LOGIN = ("login", "no entry, and a field for a password: the site shows its entries to whoever is logged in")
"""Reason and detail of the reject."""
OTHER_PAGE = (
    "other_page",
    "no entry, and none of the links that stand around the list on the page before: another page was shown in its place",
)
"""The same."""

_FIELD = re.compile(r"""<input\b[^>]*\btype\s*=\s*["']?password\b""", re.I)
_LINK = re.compile(r"""<a\b[^>]*\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.I)
_SESSION = re.compile(r"[?;#].*", re.S)
"""Where a link has what differs from page to page."""
_DOCUMENT = re.compile(r"<body\b|</html\s*>", re.I)
_FRAME_MIN = 3
"""Links around a list by which a page is known as of the same site. Of 78 captured listing pages 3 have fewer."""


@dataclass(frozen=True, slots=True)
class Before:
    """A listing page that was read: its markup and the addresses of its entries, which are none of its frame."""

    html: str = ""
    entries: tuple[str, ...] = ()


FIRST = Before()
"""Before the first page of a chain."""


def in_place(html: str, before: Before) -> tuple[str, str] | None:
    """Return what a page without entries is in place of one of the list, as reason and detail; None where it may be its end.

    Args:
        html: the page.
        before: the page of entries before it in its chain; `FIRST` before the first.
    """
    if _FIELD.search(html):
        return None if _FIELD.search(before.html) else LOGIN
    if not _DOCUMENT.search(before.html):  # what a script asks for has no frame
        return None
    around = frozenset(link for link in _links(before.html) if not _leads_to(link, before.entries))
    return OTHER_PAGE if len(around) >= _FRAME_MIN and not around & _links(html) else None


def _links(html: str) -> frozenset[str]:
    """The addresses that a page links to, as it spells them, without what may be a session's."""
    found = (_SESSION.sub("", one or two or three).strip() for one, two, three in _LINK.findall(html))
    return frozenset(found) - {""}


def _leads_to(link: str, entries: Iterable[str]) -> bool:
    """Whether a link, relative or not, is that of an entry."""
    end = link.lstrip("./")
    return bool(end) and any(_SESSION.sub("", entry).endswith(end) for entry in entries)
