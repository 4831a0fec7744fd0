"""Redirects as Scrapy follows them, and a reject where they lead to no address."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware as _MetaRefreshMiddleware
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware as _RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from scraper.refusals import Refused

_REFRESH_BYTES = 4096  # where Scrapy looks


class RedirectMiddleware(_RedirectMiddleware):
    """Follows a Location."""

    def process_response(
        self, request: Request, response: Response, spider: Any = None
    ) -> Request | Response:
        """Follow, or tell what the server wrote instead of an address, and where it leads round in a circle."""
        try:
            return super().process_response(request, response)
        except IgnoreRequest as error:
            if request.url not in request.meta.get("redirect_urls", ()):
                raise
            cookie = (
                " and sets a cookie each time; no cookie is sent" if "Set-Cookie" in response.headers else ""
            )
            raise Refused("redirects", f"{error}: leads back to {request.url[:200]}{cookie}") from error
        except ValueError as error:
            written = (response.headers.get("Location") or b"").decode("latin-1")[:200]
            raise Refused("address", f"redirects to {written!r}: {error}") from error


class MetaRefreshMiddleware(_MetaRefreshMiddleware):
    """Follows a refresh in the page, and does not read the text of pages that have none."""

    def process_response(
        self, request: Request, response: Response, spider: Any = None
    ) -> Request | Response:
        """Look for a refresh where the first bytes may hold one."""
        if b"http-equiv" not in response.body[:_REFRESH_BYTES].lower():
            return response
        try:
            return super().process_response(request, response)
        except ValueError as error:
            raise Refused("address", f"its meta refresh leads to no address: {error}") from error
