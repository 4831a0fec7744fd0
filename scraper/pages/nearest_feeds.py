"""Which of the feeds that a page names are its own: a category names the whole site's, too, and that one first."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl, unquote_plus, urlsplit


def nearest(feeds: Sequence[str], page: str) -> list[str]:
    """Those whose addresses name most of what the page's address names: of a category, of a search, of a language.

    Args:
        feeds: absolute addresses.
        page: the address of the page, or of the first of its pages.

    Returns:
        one or more of them, in their order; all where none names anything of the page.
    """
    here = _named_in(page)
    shared = [len(here & _named_in(address)) for address in feeds]
    return [address for address, count in zip(feeds, shared, strict=True) if count == max(shared)]


def _named_in(address: str) -> set[str]:
    """What an address names: the steps of its path and the values of its query."""
    parts = urlsplit(address)
    named = (*parts.path.split("/"), *(value for _, value in parse_qsl(parts.query)))
    return {unquote_plus(name).casefold() for name in named} - {""}
