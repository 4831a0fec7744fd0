"""Listing and entry pages through a browser: marks the requests, and takes from the answers what speaks of the wire.

Enabled only by `scraper.browser.browser_settings`; what the browser may ask is decided there.
"""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.http import Response

from scraper.roles import ROLE

SETTLE_MS = 5_000
"""Milliseconds that a loaded page may go on fetching; a page that never falls silent is read as it stands then."""

_OF_THE_WIRE = ("Transfer-Encoding", "Content-Length", "Content-Encoding")


class RenderMiddleware:
    """Sends listing and entry pages through the browser."""

    def process_request(self, request: Request) -> None:
        """Mark a page for the browser."""
        if request.meta.get(ROLE) not in ("listing", "page"):
            return
        from scrapy_playwright.page import PageMethod

        request.meta.update(
            playwright=True,
            # certificates as without a browser: an expired one stops no run
            playwright_context_kwargs={
                "service_workers": "block",
                "accept_downloads": False,
                "ignore_https_errors": True,
            },
            playwright_page_init_callback=_no_sockets,
            playwright_page_methods=[PageMethod(_settled)],
        )

    def process_response(self, request: Request, response: Response) -> Response:
        """Drop headers that speak of the wire and not of the page the browser gave."""
        if "playwright" in response.flags:
            for name in _OF_THE_WIRE:
                response.headers.pop(name, None)
        return response


async def _settled(page: Any) -> None:
    from playwright.async_api import TimeoutError as Slow

    try:
        await page.wait_for_load_state("networkidle", timeout=SETTLE_MS)
    except Slow:
        return  # it keeps fetching; what it shows by now is the page


async def _no_sockets(page: Any, request: Request) -> None:
    await page.route_web_socket(lambda url: True, lambda socket: socket.close())
