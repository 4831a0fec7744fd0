"""What is never asked for, and what is never taken: each a counted reject with its reason, no traceback, no hang.

Before a request (also after each redirect): another scheme than http and https, an address inside the own network.
After it: a status that is no page, a body that is no HTML, an empty one, one nested so deep that no browser would
build it. Size, redirects and time are bounded by Scrapy's own settings; what they raise is named in `refusals`.
Only requests of the spider's roles are judged, so robots.txt may be missing or anything else.
"""

from __future__ import annotations

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import StopDownload
from scrapy.http import Headers, Response
from twisted.web._newclient import HTTPParser

from scraper.pages.headers import header_text, media_type
from scraper.pages.judgement import judge
from scraper.reach import Reach
from scraper.refusals import Refused
from scraper.roles import ENDED, ROLE

# Bytes of one header line. Twisted hangs up after 16 KB, which a policy or a list of preloads fills; browsers take this much.
HTTPParser.MAX_LENGTH = 262_144


class GuardMiddleware:
    """Refuses requests and responses that no listing crawl should touch."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._reach: Reach | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware of one crawl."""
        made = cls(crawler)
        crawler.signals.connect(made.headers_received, signals.headers_received)
        return made

    def headers_received(self, headers: Headers, request: Request) -> None:
        """Take nothing of a file that was tried, where its headers do not say that it is a page.

        Raises:
            StopDownload: it is left there.
        """
        if request.meta.get(ROLE) == "file" and content_type(headers) not in _PAGES:
            raise StopDownload(fail=True)

    async def process_request(self, request: Request) -> None:
        """Refuse another scheme, and an address inside the own network."""
        try:
            parts = urlsplit(request.url)
            if parts.scheme not in ("http", "https"):
                raise Refused("scheme", f"{parts.scheme}: is not http or https")
            if parts.username is not None:
                raise Refused("address", "it carries a user name; nothing is asked for with a password")
            address = await self.reach.forbidden(request.url)
        except ValueError as error:  # a port that is no number, a host that is no host
            raise Refused("address", str(error)) from error
        if address is not None:
            raise Refused("address", f"{address} is inside this network and not the start's own")

    async def process_response(self, request: Request, response: Response) -> Response:
        """Refuse what is no page."""
        if ROLE not in request.meta:
            return response
        await self._same_address(request, response)
        location = response.headers.get("Location")
        if response.status in _REDIRECTS and location is not None:
            target = location.decode("latin-1")  # Scrapy follows http and https only and hands on the rest
            raise Refused("scheme", f"redirects to {target[:200]}, which is not http or https")
        refusal = judge(
            response.status, response.body, content_type(response.headers), role=request.meta[ROLE]
        )
        if refusal is not None:
            ended = f", {request.meta[ENDED]}" if request.meta.get(ENDED) else ""
            reason = "cut_short" if ended and refusal.reason == "empty" else refusal.reason
            raise Refused(reason, refusal.detail + ended + _hops(request))
        return response

    @property
    def reach(self) -> Reach:
        """What this crawl may ask, made when the spider knows its start pages."""
        if self._reach is None:
            self._reach = Reach(getattr(self.crawler.spider, "starts", ()))
        return self._reach

    async def _same_address(self, request: Request, response: Response) -> None:
        # The name may have been resolved again for the connection; what answered is what counts.
        address = response.ip_address
        if address is None or "proxy" in request.meta:  # of a proxy it is the proxy's
            return
        parts = urlsplit(response.url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        if not await self.reach.allowed(address, port):
            raise Refused("address", f"{address} answered: inside this network and not the start's own")


_PAGES = frozenset({"text/html", "application/xhtml+xml"})


_REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""Statuses whose Location is followed; of the others it is no matter where theirs leads."""


def content_type(headers: Headers) -> str:
    """Return the media type that headers declare, lower case, "" where none."""
    return media_type(header_text(headers.get("Content-Type") or b""))


def _hops(request: Request) -> str:
    hops = request.meta.get("redirect_urls") or []
    return f", after {len(hops)} redirects from {hops[0]}" if hops else ""
