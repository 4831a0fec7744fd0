"""The next page's link as a selector a person would write: its relation, its class, what stands around or before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.listing import paginate
from scraper.listing.markup.tree import absolute, bounded
from scraper.listing.select import SelectorError
from scraper.pages.archive_reader import Kept
from scraper.pages.unclosed import readable


def next_selector(pages: Sequence[Kept]) -> str | None:
    """Return a short selector that leads where each page's own form leads; None where there is none.

    Args:
        pages: listing pages of one chain, in order; the first decides what is tried.
    """
    read = [(readable(page.read().text)[0], page.url) for page in pages]
    wanted = [paginate.next_page(html, url) for html, url in read]
    if not wanted or wanted[0] is None:
        return None
    for selector in dict.fromkeys(_next_candidates(*read[0], wanted[0], many=len(read) > 1)):
        if all(
            _leads(html, url, selector) == address for (html, url), address in zip(read, wanted, strict=True)
        ):
            return selector
    return None


def _leads(html: str, url: str, selector: str) -> str | None:
    try:
        return paginate.next_page(html, url, selector)
    except SelectorError:
        return None


def _next_candidates(html: str, url: str, address: str, *, many: bool) -> Iterator[str]:
    """Selectors that might name the link to an address: its relation, with many pages its class, its parents', its place in the pager."""
    yield from ("a[rel=next]", "link[rel=next]")
    # on the second page a pager's first link, of the same class too, leads back; one page cannot tell
    if not many:
        return
    parser = LexborHTMLParser(bounded(html))
    base_node = parser.css_first("base[href]")
    base = absolute(url, (base_node.attributes.get("href") or "") if base_node else "") or url
    links = [
        link
        for link in parser.css("a[href]")
        if absolute(base, link.attributes.get("href") or "").partition("#")[0] == address
    ]
    yield from (f"a.{token}" for link in links for token in _tokens(link))
    for link in links:
        parent = link.parent
        for _ in range(2):
            if parent is None:
                break
            yield from (f".{token} a" for token in _tokens(parent))
            yield from (f".{token} a.{own}" for token in _tokens(parent) for own in _tokens(link))
            parent = parent.parent
    for link in links:
        yield from _behind_current(link)


def _behind_current(link: LexborNode) -> Iterator[str]:
    """A link by the page's own number before it, which is none: `span.current + a`, `li.active + li a`, `.pages span + a`."""
    parent = link.parent
    if parent is None:
        return
    item, end = (parent, "li a") if parent.tag == "li" else (link, "a")
    current, around = item.prev, item.parent
    while current is not None and not current.is_element_node:
        current = current.prev
    if current is None or around is None or current.tag == "a" or current.css_first("a[href]") is not None:
        return
    yield from (f"{current.tag}.{token} + {end}" for token in _tokens(current))
    for _ in range(2):
        yield from (f".{token} {current.tag} + {end}" for token in _tokens(around))
        if around.parent is None:
            return
        around = around.parent


def _tokens(node: LexborNode) -> list[str]:
    return [token for token in (node.attributes.get("class") or "").split() if _PLAIN_TOKEN.fullmatch(token)]


_PLAIN_TOKEN = re.compile(r"[A-Za-z][A-Za-z_-]*")
