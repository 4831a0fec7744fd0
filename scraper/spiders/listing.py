"""The one spider: follows the listing pages of a site, fetches the entry pages its teasers need, hands entries on.

What a site is like stands in its site file, what a page holds is read by `scraper.listing`; here is only the order of
requests. Per listing page: the next page is asked for first, then the entry pages that are wanted, each once in a
crawl, and when they are in, the page's entries are handed on together, whatever has become of those pages.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from datetime import datetime
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from pipelines.address_key import key_of
from scraper.broken_chains import CUT_SHORT, LOGIN, NO_ENTRIES, OTHER_PAGE, Break
from scraper.clock import FETCHED, Clock
from scraper.items import RawItem, raw_items
from scraper.known_entries import NOTHING, TO_THE_END, Known
from scraper.middlewares.archive import ArchiveMiddleware
from scraper.middlewares.decode import PageResponse, page_response
from scraper.pages.extract import PageLines, Walk, feed_lines
from scraper.pages.headers import declared_charset, header_text, joined
from scraper.pages.judgement import Refusal
from scraper.pages.own_site import file_ending
from scraper.pages.raw_lines import Line, RejectLine, cut_short, reject, unreadable, unreadable_because
from scraper.refusals import refusal_of
from scraper.roles import ENDED, LINKED, NUMBER, ROLE, Role
from scraper.site import SiteFile
from scraper.which_site import load_site


class ListingSpider(Spider):
    """Crawls one site; `-a site=` takes a site's id, the path of a site file, or the address of a listing page.

    Attributes:
        file: the site file.
        sink: where raw lines go in a job; without one, entries are yielded as items.
        known: what the dataset has: a page of nothing else may end its chain, and own pages read before are not asked for again.
        depths: by start address how deep its chain went, 0 to its end; a chain that broke is not there.
        broken: by start address the later page of its chain that could not be had, and why.
        sizes: by start address how many entries the first page of its chain showed, and the last one that was read.
    """

    name = "listing"

    def __init__(
        self,
        site: str | SiteFile = "",
        sink: Callable[[Sequence[Line]], None] | None = None,
        clock: Clock | None = None,
        known: Known = NOTHING,
    ) -> None:
        super().__init__()
        if not site:
            raise ValueError(
                "which site? -a site=ID, a path of a .toml file, or an address starting with http"
            )
        self.file = load_site(site) if isinstance(site, str) else site
        self.sink = sink
        self.clock = clock or Clock()
        self.known = known
        self.depths: dict[str, int] = {}
        self.broken: dict[str, Break] = {}
        self.sizes: dict[str, tuple[int, int]] = {}
        self.starts = tuple(self.file.start)
        self.delay = self.file.delay
        self.walk = Walk(self.file, self.known)
        self.start_refusals: dict[str, Refusal] = {}
        self._feed_lines: list[Line] = []
        self._news: set[tuple[str, str]] = set()
        self._hurried: asyncio.Future[None] | None = None

    @property
    def facts(self) -> Any:
        """The site's facts, with this crawl's clock, as the build takes them."""
        return self.file.facts(self.clock.begin)

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the first listing page; further starts follow when a chain of pages ends."""
        if self.file.feed not in ("auto", "never"):
            self.walk.feeds.add(self.file.feed)
            self._hand_on(await self._had(self.file.feed, self._feed(self.file.feed)))
        first = self._onward(None, -1, 0)
        if first is not None:
            yield first

    def hurry(self) -> None:
        """Wait for no entry page any longer; what is not there is told as a reject."""
        hurried = self._hurrying()
        if not hurried.done():
            hurried.set_result(None)

    async def parse_listing(self, response: Response, start: int = 0, number: int = 0) -> AsyncIterator[Any]:
        """Read one listing page; yields the next request, then, without a sink, the entries as items."""
        made = self._read(response, number)
        if made.entries:
            size = len(made.entries)
            self.sizes[self.starts[start]] = (self.sizes.get(self.starts[start], (size, 0))[0], size)
        ended = self._end_at_known(made, start, number)
        if broken_off := response.meta.get(ENDED):
            self._note_break(start, number, CUT_SHORT)
            if number == 0 and not made.entries:  # what is missing may be all of its list
                self.start_refusals[self.starts[start]] = Refusal(CUT_SHORT, broken_off)
        elif made.next is None and self.starts[start] not in self.broken:
            self._note_depth(made, start, number)
        onward = self._onward(None if ended else made.next, start, number)
        if onward is not None:
            yield onward
        self._hand_on([*cut_short(response.url, response.meta.get(ENDED, "")), *made.rejects, *ended])
        feeds = [self._had(address, self._feed(address)) for address in made.feeds]
        pages = [self._had(address, self._own_page(address)) for address in made.wanted]
        tries = [self._had(address, self._tried(address)) for address in made.tried]
        lines = [line for found in await asyncio.gather(*feeds, *pages, *tries) for line in found]
        for item in self._hand_on([*lines, *made.entries]):
            yield item

    def _read(self, response: Response, number: int) -> PageLines:
        try:
            page = _page(response)
            return self.walk.listing(
                page.text,
                page.url,
                encoding=page.decoded.encoding,
                fetched=self._fetched(response),
                number=number,
                header=joined(map(header_text, response.headers.getlist("Link"))),
            )
        except Exception as fault:  # noqa: BLE001 - counted and told; the chain's other pages are read
            return PageLines([], [unreadable(response.url, fault)], None, [], [])

    def _end_at_known(self, made: PageLines, start: int, number: int) -> list[RejectLine]:
        """Tell that the page after one of known entries is not asked for; nothing where the chain goes on."""
        depth = self.known.depths.get(self.starts[start])
        if depth is None or made.next is None or not made.entries:
            return []
        shown = [(key_of(entry["url"]), entry["date"]) for entry in made.entries]
        news = {one for one in shown if not self.known.has(*one)}
        again = news & self._news  # pinned ones stand on every page
        self._news |= news
        if news != again:
            return []
        self.depths[self.starts[start]] = depth
        where = "in the dataset or on a page before" if again else "in the dataset"
        told = f"all {len(made.entries)} entries of page {number + 1} are {where}; page {number + 2} was not asked for"
        return [self._refuse(made.next, _meta("listing", made.next, number + 1), Refusal("known", told))]

    def _note_depth(self, made: PageLines, start: int, number: int) -> None:
        """Note how deep a chain went that ends here; a page on which nothing was found is no end by itself."""
        reasons = {line["reason"] for line in made.rejects}
        if "pages_max" in reasons:
            self.depths[self.starts[start]] = number + 1
        elif made.entries or reasons & {"page_repeated", "list_over"}:
            self.depths[self.starts[start]] = TO_THE_END
        elif number and not reasons & {"unreadable", "shell"}:
            self._note_break(start, number, next(iter(sorted(reasons & {LOGIN, OTHER_PAGE})), NO_ENTRIES))

    def _note_break(self, start: int, number: int, reason: str) -> None:
        first, last = self.sizes.get(self.starts[start], (0, 0))
        # a page that came in part stands, whatever ends its chain: what it lacks is behind no other page
        self.broken.setdefault(self.starts[start], Break(number, reason, short=last < first))

    def refused_listing(self, failure: Failure) -> list[Request]:
        """Count a listing page that could not be had; a start page's refusal may mean the site is not there."""
        request: Request = failure.request  # type: ignore[attr-defined]
        start, number = request.cb_kwargs["start"], request.cb_kwargs["number"]
        self._refuse_listing(
            request.url,
            request.meta,
            self._why(failure.value or RuntimeError("a failure without a cause")),
            start,
            number,
        )
        onward = self._onward(None, start, number)
        return [] if onward is None else [onward]

    def _onward(self, address: str | None, start: int, number: int) -> Request | None:
        """Return the request for the next page, else for the next start that is an address."""
        places = [] if address is None else [(address, start, number + 1)]
        places += [(later, place, 0) for place, later in enumerate(self.starts) if place > start]
        for asked, of, page in places:
            try:
                return self._listing(asked, start=of, number=page)
            except ValueError as error:
                meta = _meta("listing", asked, page)
                self._refuse_listing(asked, meta, Refusal("address", str(error)), of, page)
        return None

    def _refuse_listing(
        self, address: str, meta: dict[str, Any], refusal: Refusal, start: int, number: int
    ) -> None:
        self._hand_on([self._refuse(address, meta, refusal)])
        if number == 0:
            self.start_refusals[self.starts[start]] = refusal
        else:
            self._note_break(start, number, refusal.reason)

    def _listing(self, address: str, *, start: int, number: int) -> Request:
        return Request(
            address,
            callback=self.parse_listing,
            errback=self.refused_listing,
            cb_kwargs={"start": start, "number": number},
            meta=_meta("listing", address, number),
            dont_filter=True,  # the walk ends at a page it has seen
        )

    async def _had(self, address: str, work: Coroutine[Any, Any, list[Line]]) -> list[Line]:
        """Return the lines of an entry page or feed; a fault in it, and the end of the crawl, are lines too."""
        task = asyncio.ensure_future(work)
        either: set[asyncio.Future[Any]] = {task, self._hurrying()}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            # The request itself is left to the engine, which is about to be abandoned.
            told = Refusal("interrupted", "the crawl was ended by hand before it came")
            return [self._refuse(address, _meta("page", address), told)]
        try:
            return task.result()
        except Exception as fault:
            self.logger.warning("%s: not read", address, exc_info=fault)
            return [unreadable(address, fault)]

    async def _tried(self, address: str) -> list[Line]:
        """Return the lines of a page that is fetched first, and of those that are fetched for what it is; a file is no reject."""
        role: Role = "file" if file_ending(address) else "page"
        response = await self._download(role, address)
        if not isinstance(response, Response):
            return [] if role == "file" else [response]
        lines = self._own_page_lines(response, address)
        more = (self._had(link, self._own_page(link)) for link in self.walk.released(address, lines))
        return [*lines, *(line for found in await asyncio.gather(*more) for line in found)]

    async def _own_page(self, address: str) -> list[Line]:
        response = await self._download("page", address)
        return self._own_page_lines(response, address) if isinstance(response, Response) else [response]

    def _own_page_lines(self, response: Response, address: str) -> list[Line]:
        page = _page(response)
        line = self.walk.own_page(
            page.text,
            page.url,
            linked=address,
            encoding=page.decoded.encoding,
            fetched=self._fetched(response),
        )
        return [*cut_short(address, response.meta.get(ENDED, "")), line]

    async def _feed(self, address: str) -> list[Line]:
        response = await self._download("feed", address)
        if not isinstance(response, Response):
            return [response]
        page = _page(response)
        return [*cut_short(address, response.meta.get(ENDED, "")), *feed_lines(page.text, page.url)]

    async def _download(self, role: Role, address: str) -> Response | RejectLine:
        meta = _meta(role, address)
        try:
            request = Request(address, meta=meta)
        except ValueError as error:  # a link that is no address
            return self._refuse(address, meta, Refusal("address", str(error)))
        try:
            return await self.crawler.engine.download_async(request)
        except Exception as error:  # noqa: BLE001 - counted and told; the page that links it keeps its entries
            return self._refuse(request.url, request.meta, self._why(error))

    def _why(self, error: BaseException) -> Refusal:
        refusal = refusal_of(error)
        if refusal is None:
            self.logger.warning("a request failed for no known cause", exc_info=error)
            refusal = unreadable_because(error)
        return refusal

    def _refuse(self, address: str, meta: dict[str, Any], refusal: Refusal) -> RejectLine:
        archive = self.crawler.get_downloader_middleware(ArchiveMiddleware)
        if archive is not None:
            archive.refuse(address, meta, refusal)
        return reject(meta[LINKED], *refusal)

    def _hurrying(self) -> asyncio.Future[None]:
        if self._hurried is None:
            self._hurried = asyncio.get_running_loop().create_future()
        return self._hurried

    def _hand_on(self, lines: Sequence[Line]) -> list[RawItem]:
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


def _page(response: Response) -> PageResponse:
    """Return a response as a page; media types that Scrapy calls no text may be pages to the guard."""
    if isinstance(response, PageResponse):
        return response
    header = header_text(response.headers.get("Content-Type") or b"")
    return page_response(response, declared_charset(header))
