"""Chains of listing pages that ended at a page which could not be had: a gap, or the way this site ends its lists.

Once it may be a failure, and older entries stand behind it. A site that names a next page after its last one gives the same
answer in every run, at the same place or further on as the list grows: that is the list's end. An answer that may as well
come of one bad page in the midst of a list (a failing server, a redirect) ends it only where the page before it was the
list's last by its looks: shorter than the first. What passes by itself (a timeout, 429, 503) never does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

NO_ENTRIES = "no_entries"
"""A page that was read and on which no list was found."""
LOGIN = "login"
"""A page of no entries that asks for a password. In every run it is how far the list is open to all."""
OTHER_PAGE = "other_page"
"""A page of no entries that is none of the site's list: a notice, a check for robots."""
CUT_SHORT = "cut_short"
"""A page of which a part came: entries may be missing, though its chain went on."""
_NO_PAGE = frozenset({"http_404", "http_410", "robots", NO_ENTRIES, LOGIN, OTHER_PAGE})
_PASSING = frozenset({"http_408", "http_425", "http_429", "http_502", "http_503", "http_504"})
_STAYING = frozenset({"redirects", "empty", "not_html"})


class Break(NamedTuple):
    """Where a chain ended and why.

    Attributes:
        number: place of the page in its chain, from 0.
        reason: why it could not be had, a code of `docs/crawling.md`, or as below.
        short: whether the page before it shows fewer entries than the chain's first.
    """

    number: int
    reason: str
    short: bool = False


Breaks = Mapping[str, Break]
"""By start address."""


def breaks_of(said: Mapping[str, Iterable[object]]) -> dict[str, Break]:
    """Breaks from plain data, as `run.json` and the crawl's process hold them."""
    return {start: Break(*told) for start, told in said.items()}  # type: ignore[arg-type]


def ended_again(now: Breaks, before: Breaks) -> set[str]:
    """The chains that ended as they did in the run published last: their lists end there."""
    return {start for start, told in now.items() if start in before and _same_end(told, before[start])}


def _same_end(now: Break, before: Break) -> bool:
    if now.reason != before.reason or now.number < before.number:
        return False
    if now.reason in _NO_PAGE:
        return True
    lasting = now.reason in _STAYING or (now.reason.startswith("http_") and now.reason not in _PASSING)
    return lasting and now.short and before.short


def told(breaks: Breaks) -> list[str]:
    """What a person is told of chains that may go on."""
    return [f"page {broken.number + 1} of {start} {_what(broken.reason)}" for start, broken in breaks.items()]


def _what(reason: str) -> str:
    if reason == CUT_SHORT:
        return "came in part (cut_short): entries may be missing"
    seen = {NO_ENTRIES: "shows no entry", LOGIN: "asks for a password", OTHER_PAGE: "is another page"}
    return f"{seen.get(reason, f'could not be read ({reason})')}: the list may go on"
