"""Manners: robots.txt with its crawl delay, waits that grow, and no waiting on this machine.

Scrapy obeys robots.txt but not its Crawl-delay, retries at once, and would wait between two requests to loopback.
The delay of a host is the largest of the site file's, robots.txt's and the setting's; AutoThrottle raises it while the
host answers slowly.
"""

from __future__ import annotations

import asyncio
import codecs
import email.utils
import random
from collections import Counter
from datetime import UTC, datetime
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware as _RetryMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from scraper.pages.headers import header_text
from scraper.pages.judgement import Refusal
from scraper.reach import Reach
from scraper.refusals import Refused, refusal_of
from scraper.roles import ENDED

LONGEST_CRAWL_DELAY = 60.0
"""Seconds. A robots.txt that asks for more would make fifty pages last longer than an hour; then this is what it gets."""

LONGEST_WAIT = 120.0
"""Seconds that a Retry-After may ask for. A site that wants us back later than that has blocked this run."""

FIRST_WAIT = 1.0
"""Seconds before the first retry; each further wait is twice as long."""

LOOPBACK_WAIT = 0.05
"""Seconds before the first retry on this machine, where nobody is spared by waiting."""

CUT_RETRIES = 2
"""Times that a body which ended early is asked for again."""

CUT_RETRIES_OF_A_HOST = 8
"""Such requests to one host after which none is made, if none brought a whole body: the host announces wrong lengths.
At a second a request they cost a crawl eight seconds."""

_CUT = "listmend_cut"

UNANSWERED = "listmend/robots_unanswered"
"""Key of the crawl's stats: hosts whose robots.txt could not be had; Scrapy logs each as an error, and it is none of ours."""

LOCAL = "listmend_local"
"""Key of `Request.meta`: the request is to this machine."""

_HOPELESS = (CannotResolveHostError, DownloadConnectionRefusedError, DownloadTimeoutError)
# A host that is not there is asked twice, no more.


class RobotsMiddleware(RobotsTxtMiddleware):
    """Obeys robots.txt and sets each host's delay."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._reach = Reach(())
        self._failed: dict[str, Refusal] = {}

    async def process_request(self, request: Request, spider: Any = None) -> None:
        """Give the host its delay, then refuse what its robots.txt forbids."""
        await self._pace(request)
        if request.meta.get("dont_obey_robotstxt"):
            return
        parser = await self.robot_parser(request)
        if refusal := self._failed.get(urlsplit(request.url).netloc):
            raise Refused(refusal.reason, f"robots.txt: {refusal.detail}")
        if parser is None:
            return
        self._slow_down(request, parser)
        agent = self._robotstxt_useragent or self._default_useragent
        if not parser.allowed(request.url, agent):
            self._stats.inc_value("robotstxt/forbidden")
            raise Refused("robots", "robots.txt forbids it")

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        # RFC 9309: a server that fails may forbid anything; a missing file forbids nothing.
        if response.status >= 500:
            told = f"it answers {response.status}, and while it cannot be read nothing is asked for"
            self._failed[netloc] = Refusal("robots", told)
        body = b"" if response.status >= 400 else rules_in_utf8(response.body)
        if body != response.body:
            response = response.replace(body=body)
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        # A host that does not answer for robots.txt is not asked for pages: one series of waits is enough.
        if refusal := refusal_of(exc):
            self._failed[netloc] = refusal
            if not isinstance(exc, IgnoreRequest):
                self._stats.inc_value(UNANSWERED)
        super()._robots_error(exc, netloc)

    async def _pace(self, request: Request) -> None:
        downloader = self.crawler.engine.downloader
        slots = downloader.per_slot_settings
        key = downloader.get_slot_key(request)
        if key not in slots:
            asked = getattr(self.crawler.spider, "delay", None)
            if await self._reach.loopback(request.url):
                slots[key] = {
                    "delay": asked or 0.0,
                    "concurrency": downloader.domain_concurrency,
                    LOCAL: True,
                }
            else:
                slots[key] = {"delay": max(downloader._delay, asked or 0.0)}
        if slots[key].get(LOCAL):
            request.meta[LOCAL] = request.meta["autothrottle_dont_adjust_delay"] = True

    def _slow_down(self, request: Request, parser: RobotParser) -> None:
        rules = getattr(parser, "rp", None)  # protego's, which knows what Scrapy's interface does not
        asked = rules.crawl_delay(self._robotstxt_useragent or "*") if rules is not None else None
        slot = self.crawler.engine.downloader.slots.get(self.crawler.engine.downloader.get_slot_key(request))
        if asked and slot is not None:
            slot.delay = max(slot.delay, min(float(asked), LONGEST_CRAWL_DELAY))
            slot.jitter = 0.0  # half a crawl delay would not be what was asked for
            request.meta["autothrottle_dont_adjust_delay"] = True


class RetryMiddleware(_RetryMiddleware):
    """Retries with growing waits, or after the time the site names; a body that ended early, too."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler.settings)
        self.crawler = crawler
        self._in_vain: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware of one crawl."""
        return cls(crawler)

    async def process_response(  # type: ignore[override]  # Scrapy awaits what it gets
        self, request: Request, response: Response, spider: Any = None
    ) -> Request | Response:
        """Wait and ask again where the status says so; give up where the site wants us gone for long."""
        if request.meta.get("dont_retry"):
            return response
        if response.status not in self.retry_http_codes:
            return await self._whole(request, response)
        asked = retry_after(response)
        if asked is not None and asked > LONGEST_WAIT:
            raise Refused(
                "blocked",
                f"status {response.status}, Retry-After {asked:.0f} s, more than {LONGEST_WAIT:.0f}",
            )
        again = self._retry(request, f"{response.status}")
        if again is None:
            return response
        await asyncio.sleep(self._wait(request) if asked is None else asked)
        return again

    async def process_exception(  # type: ignore[override]  # Scrapy awaits what it gets
        self, request: Request, exception: Exception, spider: Any = None
    ) -> Request | None:
        """Wait and ask again after a connection that failed."""
        if not isinstance(exception, self.exceptions_to_retry) or request.meta.get("dont_retry"):
            return None
        if isinstance(exception, _HOPELESS) and request.meta.get("retry_times"):
            return None
        again = self._retry(request, exception)
        if again is not None:
            await asyncio.sleep(self._wait(request))
        return again

    async def _whole(self, request: Request, response: Response) -> Request | Response:
        """Ask again for a body that ended early, unless the host has shown that this does not help."""
        host = urlsplit(request.url).netloc
        if not request.meta.get(ENDED) or not 200 <= response.status < 300:
            if request.meta.get(_CUT):
                self._in_vain[host] = 0
            return response
        if request.meta.get(_CUT, 0) >= CUT_RETRIES or self._in_vain[host] >= CUT_RETRIES_OF_A_HOST:
            return response
        again = self._retry(request, "cut short")
        if again is None:
            return response
        self._in_vain[host] += 1
        again.meta[_CUT] = request.meta.get(_CUT, 0) + 1
        await asyncio.sleep(self._wait(request))
        return again

    def _wait(self, request: Request) -> float:
        first = LOOPBACK_WAIT if request.meta.get(LOCAL) else FIRST_WAIT
        return float(first * 2 ** request.meta.get("retry_times", 0) * random.uniform(0.8, 1.2))  # noqa: S311


def rules_in_utf8(body: bytes) -> bytes:
    """Return a robots.txt as UTF-8, as which alone its parser reads it: what is UTF-16 by its mark, or Latin-1, forbids as much.

    Args:
        body: its bytes, unpacked.
    """
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", "replace").encode("utf-8", "replace")
    return header_text(body).encode()


def retry_after(response: Response, now: datetime | None = None) -> float | None:
    """Return the seconds a Retry-After header asks for, given as seconds or as a date; None where it asks nothing."""
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if value.isdecimal():
        return float(value)
    if not value:
        return None
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (ValueError, OverflowError):  # the second of a zone thousands of years away
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
