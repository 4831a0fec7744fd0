"""Pages through the browser, with its failures as Scrapy's own: a connection that broke is tried again and told as any other.

Enabled only by `scraper.browser.browser_settings`, for the extra is not always installed.
"""

from __future__ import annotations

from playwright.async_api import Error
from playwright.async_api import TimeoutError as Slow
from scrapy import Request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)
from scrapy.http import Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from scraper.refusals import Refused

_OWN = ("ERR_ABORTED", "ERR_FAILED", "ERR_BLOCKED")
"""What the browser says of a request that it gave up itself, or that its leash ended: no second try helps."""
_NAMED: tuple[tuple[str, type[Exception]], ...] = (
    ("ERR_NAME_NOT_RESOLVED", CannotResolveHostError),
    ("ERR_CONNECTION_REFUSED", DownloadConnectionRefusedError),
    ("TIMED_OUT", DownloadTimeoutError),
)


class BrowserHandler(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]  # it ships no types
    """Scrapy-playwright's handler, whose errors the rest of the crawl knows."""

    async def download_request(self, request: Request) -> Response:
        """Download a page; what is not marked for the browser goes without it.

        Raises:
            Refused: too many redirects, or the browser itself failed.
            CannotResolveHostError, DownloadConnectionRefusedError, DownloadFailedError, DownloadTimeoutError: as without it.
        """
        try:
            response: Response = await super().download_request(request)
        except Error as error:
            raise told(error) from error
        return response


def told(error: Error) -> Exception:
    """An error of the browser as the one that a download without it would have raised."""
    said = " ".join(str(error).partition("Call log:")[0].split()).removeprefix("Page.goto: ")
    if isinstance(error, Slow):
        return DownloadTimeoutError(said)
    if "ERR_TOO_MANY_REDIRECTS" in said:
        return Refused("redirects", said)
    if "net::ERR_" not in said or any(name in said for name in _OWN):
        return Refused("browser", said)
    if "ERR_HTTP_RESPONSE_CODE_FAILURE" in said:  # the page of an error status is read as any other
        return DownloadFailedError("the status of an error, and nothing in the body")
    return next((kind for name, kind in _NAMED if name in said), DownloadFailedError)(said)
