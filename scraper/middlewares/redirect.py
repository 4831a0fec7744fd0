"""Redirects as Scrapy follows them, and a reject where they lead to no address."""

from __future__ import annotations

import re
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
            raise _nowhere(f"redirects to {written!r}", error) from error


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
            raise _nowhere("its meta refresh leads to no address", error) from error


_SCHEME = re.compile(r"Missing scheme in request url: (?P<scheme>[a-z][a-z0-9+.-]*):", re.I)
"""Scrapy's word for an address whose scheme has no `//` behind it."""


def _nowhere(told: str, error: ValueError) -> Refused:
    """Why a redirect cannot be followed: its scheme is another one, or it is no address."""
    if found := _SCHEME.match(str(error)):
        return Refused("scheme", f"{told}: {found['scheme'].lower()}: is not http or https")
    return Refused("address", f"{told}: {error}")
