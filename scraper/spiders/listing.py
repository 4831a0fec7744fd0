"""The one spider: follows the listing pages of a site, fetches the entry pages its teasers need, hands entries on.

What a site is like stands in its site file, what a page holds is read by `scraper.listing`; here is only the order of
requests. Per listing page: the next page is asked for first, then the entry pages that are wanted, each once in a
crawl, and when they are in, the page's entries are handed on together.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from scraper.clock import FETCHED, Clock
from scraper.extract import Line, Walk, feed_lines, own_page_line, reject
from scraper.items import RawItem, raw_items
from scraper.judgement import Refusal
from scraper.middlewares.archive import ArchiveMiddleware
from scraper.middlewares.decode import PageResponse
from scraper.refusals import refusal_of
from scraper.roles import LINKED, NUMBER, ROLE, Role
from scraper.site import SiteFile, load_site


class ListingSpider(Spider):
    """Crawls one site; `-a site=` takes a site's id, the path of a site file, or the address of a listing page.

    Attributes:
        file: the site file.
        sink: where raw lines go in a job; without one, entries are yielded as items.
    """

    name = "listing"

    def __init__(
        self,
        site: str | SiteFile = "",
        sink: Callable[[list[Line]], None] | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        if not site:
            raise ValueError(
                "which site? -a site=ID, a path of a .toml file, or an address starting with http"
            )
        self.file = load_site(site) if isinstance(site, str) else site
        self.sink = sink
        self.clock = clock or Clock()
        self.starts = tuple(self.file.start)
        self.delay = self.file.delay
        self.walk = Walk(self.file)
        self.start_refusals: dict[str, Refusal] = {}
        self._feed_lines: list[Line] = []

    @property
    def facts(self) -> Any:
        """The site's facts, with this crawl's clock, as the build takes them."""
        return self.file.facts(self.clock.begin)

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the first listing page; further starts follow when a chain of pages ends."""
        if self.file.feed not in ("auto", "never"):
            self.walk.feeds.add(self.file.feed)
            self._hand_on(await self._feed(self.file.feed))
        yield self._listing(self.starts[0], start=0, number=0)

    async def parse_listing(self, response: Response, start: int, number: int) -> AsyncIterator[Any]:
        """Read one listing page; yields the next request, then, without a sink, the entries as items."""
        text, encoding = _text(response)
        fetched = self._fetched(response)
        made = self.walk.listing(text, response.url, encoding=encoding, fetched=fetched, number=number)
        onward = self._onward(made.next, start, number)
        if onward is not None:
            yield onward
        self._hand_on(made.rejects)
        feeds = [self._feed(address) for address in made.feeds]
        pages = [self._own_page(address) for address in made.wanted]
        lines = [line for found in await asyncio.gather(*feeds, *pages) for line in found]
        for item in self._hand_on([*lines, *made.entries]):
            yield item

    def refused_listing(self, failure: Failure) -> list[Request]:
        """Count a listing page that could not be had; a start page's refusal may mean the site is not there."""
        request: Request = failure.request  # type: ignore[attr-defined]
        refusal = refusal_of(failure.value) if failure.value is not None else None
        if refusal is None:
            failure.raiseException()
        self._hand_on([self._refuse(request, refusal)])
        start, number = request.cb_kwargs["start"], request.cb_kwargs["number"]
        if number == 0:
            self.start_refusals[self.starts[start]] = refusal
        onward = self._onward(None, start, number)
        return [] if onward is None else [onward]

    def _onward(self, address: str | None, start: int, number: int) -> Request | None:
        if address is not None:
            return self._listing(address, start=start, number=number + 1)
        if start + 1 < len(self.starts):
            return self._listing(self.starts[start + 1], start=start + 1, number=0)
        return None

    def _listing(self, address: str, *, start: int, number: int) -> Request:
        return Request(
            address,
            callback=self.parse_listing,
            errback=self.refused_listing,
            cb_kwargs={"start": start, "number": number},
            meta=_meta("listing", address, number),
            dont_filter=True,  # the walk ends at a page it has seen
        )

    async def _own_page(self, address: str) -> list[Line]:
        response = await self._download("page", address)
        if not isinstance(response, Response):
            return [response]
        text, encoding = _text(response)
        return [
            own_page_line(
                text, response.url, linked=address, encoding=encoding, fetched=self._fetched(response)
            )
        ]

    async def _feed(self, address: str) -> list[Line]:
        response = await self._download("feed", address)
        return feed_lines(_text(response)[0], response.url) if isinstance(response, Response) else [response]

    async def _download(self, role: Role, address: str) -> Response | Line:
        try:
            request = Request(address, meta=_meta(role, address))
        except ValueError as error:  # a link that is no address
            return reject(address, "address", str(error))
        try:
            return await self.crawler.engine.download_async(request)
        except Exception as error:
            refusal = refusal_of(error)
            if refusal is None:
                raise
            return self._refuse(request, refusal)

    def _refuse(self, request: Request, refusal: Refusal) -> Line:
        archive = self.crawler.get_downloader_middleware(ArchiveMiddleware)
        if archive is not None:
            archive.refuse(request, refusal)
        return reject(request.meta[LINKED], *refusal)

    def _hand_on(self, lines: list[Line]) -> list[RawItem]:
        """Give lines to the sink; without one, tell rejects to the log and return the entries as items."""
        if self.sink is not None:
            self.sink(lines)
            return []
        for line in lines:
            if line["kind"] == "reject":
                self.crawler.stats.inc_value(f"listmend/reject/{line['reason']}")
                self.logger.warning("not taken: %(url)s: %(reason)s: %(detail)s", line)
        self._feed_lines += [line for line in lines if line["kind"] == "feed"]
        return raw_items([*self._feed_lines, *lines])

    def _fetched(self, response: Response) -> datetime:
        moment = response.meta.get(FETCHED)
        return moment if isinstance(moment, datetime) else self.clock.now()


def _meta(role: Role, linked: str, number: int = 0) -> dict[str, Any]:
    return {ROLE: role, LINKED: linked, NUMBER: number}


def _text(response: Response) -> tuple[str, str]:
    if isinstance(response, PageResponse):
        return response.text, response.decoded.encoding
    raise TypeError(
        f"{response.url}: {type(response).__name__} was not decoded; is DecodeMiddleware enabled?"
    )
