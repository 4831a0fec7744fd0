"""From content and damage to the answers a server gives: every path, its status, its headers, its bytes.

Pure: the same content gives the same bytes. Lone surrogates leave as the lone bytes they stand for; a page
that is true windows-1252 must hold nothing that code page lacks, and building fails where it does.
"""

from __future__ import annotations

from typing import NamedTuple

from scraper.demo import pages
from scraper.demo.content import Article, Charset, Listing, Plan, load

SLOW_SECONDS = 1.0  # long enough to be seen in a log, short enough for a demo of 15 seconds
BOM = b"\xef\xbb\xbf"
_STYLE = (
    "body{font:1rem/1.6 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222}"
    ".menu{display:flex;gap:1rem;list-style:none;padding:0}.post{margin:2rem 0}.entry-date{color:#666}"
)
_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><rect width="320" height="200"/></svg>'
)


class Reply(NamedTuple):
    """What the server answers for one path.

    Attributes:
        status: HTTP status.
        headers: header fields but for Content-Length and Date.
        body: bytes as sent.
        wait: seconds before the answer.
    """

    status: int
    headers: dict[str, str]
    body: bytes
    wait: float = 0.0


def build_site(base: str, plan: Plan | None = None) -> dict[str, Reply]:
    """Every path the site answers; `base` is the address before each path, without a slash at its end.

    Raises:
        UnicodeEncodeError: a page sent as true windows-1252 holds a character that code page lacks.
    """
    plan = plan or load()
    lists = plan.listings
    feed = pages.feed(plan.in_feed(), base).encode()
    site = {
        "/": _html(pages.home_page(lists)),
        "/robots.txt": Reply(200, _type("text/plain"), pages.robots(_closed(plan)).encode()),
        "/feed/": Reply(200, _type("application/rss+xml", "utf-8"), feed),
        "/style.css": Reply(200, _type("text/css"), _STYLE.encode()),
        "/album.svg": Reply(200, _type("image/svg+xml"), _PICTURE.encode()),
    }
    for listing in lists:
        for number, charset in enumerate(listing.charsets, 1):
            page = pages.listing_page(listing, number, lists)
            site[pages.page_path(listing.path, number)] = _html(page, charset)
        for article in listing.articles:
            site |= _own(listing, article, lists)
    return site


def not_found(plan: Plan | None = None) -> Reply:
    """The answer for any path the site does not know."""
    return _html(pages.missing_page((plan or load()).listings))._replace(status=404)


def _own(listing: Listing, article: Article, lists: tuple[Listing, ...]) -> dict[str, Reply]:
    place = listing.own_address(article)
    if article.harm.access == "gone":
        return {place: _html(pages.missing_page(lists))._replace(status=404)}
    page = _html(pages.own_page(listing, article, lists))
    if article.harm.access == "slow":
        return {place: page._replace(wait=SLOW_SECONDS)}
    if article.harm.access == "moved":
        moved = Reply(301, {"Location": place, **_type("text/plain")}, b"Moved.\n")
        return {listing.address(article): moved, place: page}
    return {place: page}


def _closed(plan: Plan) -> list[str]:
    return [
        "/" + article.harm.address.split("/")[1] + "/"
        for listing in plan.listings
        for article in listing.articles
        if article.harm.access == "robots"
    ]


def _html(page: str, charset: Charset = "utf-8") -> Reply:
    body = page.encode("cp1252") if charset == "windows-1252" else page.encode("utf-8", "surrogateescape")
    if charset == "bom":
        body = BOM + body
    return Reply(200, _type("text/html", pages.declared(charset)), body)


def _type(mime: str, charset: str = "") -> dict[str, str]:
    return {"Content-Type": f"{mime}; charset={charset}" if charset else mime}
