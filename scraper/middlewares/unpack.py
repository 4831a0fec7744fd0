"""Compressed bodies unpacked by the same code that reads them back from the archive, and marked where they end early.

In place of Scrapy's own: what it reads and the archive does not would be lost to every later build.
"""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from scraper.pages.unpack import OFFERED, TooLargeError, UnpackError, unpack
from scraper.refusals import Refused
from scraper.roles import ENDED, SHORT


class UnpackMiddleware:
    """Asks for compressed bodies and unpacks them; `Request.meta[ENDED]` tells of a body that is not whole."""

    def __init__(self, largest: int) -> None:
        self.largest = largest

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware with the project's bound of a body."""
        return cls(crawler.settings.getint("DOWNLOAD_MAXSIZE"))

    def process_request(self, request: Request) -> None:
        """Say what can be read."""
        request.headers.setdefault("Accept-Encoding", OFFERED)

    def process_response(self, request: Request, response: Response) -> Response:
        """Undo the encodings that are known."""
        short = SHORT.format(len(response.body)) if "dataloss" in response.flags else ""
        encodings = b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1")
        try:
            made = unpack(response.body, encodings, self.largest)
        except UnpackError as fault:
            raise Refused("unpack", str(fault)) from fault
        except TooLargeError as fault:
            raise Refused("too_large", str(fault)) from fault
        if encodings:
            response = response.replace(body=made.body)
            del response.headers["Content-Encoding"]
            if made.kept:
                response.headers["Content-Encoding"] = made.kept
        request.meta[ENDED] = made.lacks(short)
        return response
