"""A browser for sites whose pages are built by scripts: the extra `listmend[browser]`, off unless it is needed.

It is used where the site file says `browser = true`, or where a crawl without it met nothing but shells. Everything
else stays as it is: robots.txt, the guard, delays and the archive come before and after it as for any request. What is
archived is the page as the browser built it; the bytes of a cut character are lost on that way, so a site that can do
without is better off without.

The browser itself is kept on a short leash: it asks only addresses the crawl may ask, loads no pictures, fonts or films,
opens no sockets, and gets a clean profile for each crawl.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipelines.errors import UsageError
from scraper.reach import Reach
from scraper.settings import DOWNLOADER_MIDDLEWARES
from scraper.site import SiteFile

CHROMIUM_VARIABLE = "LISTMEND_CHROMIUM"
_INSTALLED = ("chromium", "chromium-browser", "google-chrome", "chrome")
INSTALL = "pip install 'listmend[browser]', then: playwright install chromium"

ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

NAVIGATION_MS = 30_000
"""Milliseconds until a page must have loaded; the crawl's own time-out is twice as long."""

_SPARED = frozenset({"image", "media", "font", "texttrack", "manifest", "ping"})
_LOCAL = frozenset({"data", "blob", "about"})


def installed() -> bool:
    """Whether the extra is installed."""
    try:
        return importlib.util.find_spec("scrapy_playwright") is not None
    except ValueError:  # blocked in sys.modules
        return False


def chromium() -> str | None:
    """Return the Chromium to start: the one $LISTMEND_CHROMIUM names, else one on the path, else None for Playwright's own."""
    named = os.environ.get(CHROMIUM_VARIABLE)
    return named or next((path for name in _INSTALLED if (path := shutil.which(name))), None)


def lacking() -> UsageError | None:
    """Return what is missing for a crawl with a browser and how to install it, or None where all is there."""
    if not installed():
        return UsageError("browser = true: the extra for it is not installed", INSTALL)
    program = chromium()
    if program is None and not Path(_own_chromium()).is_file():
        told = f"no Chromium: none on the path, none in {CHROMIUM_VARIABLE}, none of Playwright's"
        return UsageError(told, "playwright install chromium, or apt install chromium")
    if program is not None and not Path(program).is_file():
        return UsageError(f"{CHROMIUM_VARIABLE}: no file {program}", "name the Chromium program itself")
    return None


def browser_settings(site: SiteFile) -> dict[str, Any]:
    """Return the Scrapy settings of a crawl with a browser; none for a site that needs none.

    Raises:
        UsageError: the extra or a Chromium is missing.
    """
    if not site.browser:
        return {}
    if (lack := lacking()) is not None:
        raise lack
    launch: dict[str, Any] = {
        "headless": True,
        "args": list(ARGUMENTS),
        "chromium_sandbox": os.geteuid() != 0,
    }
    if (program := chromium()) is not None:
        launch["executable_path"] = program
    handler = "scraper.browser_handler.BrowserHandler"
    return {
        "DOWNLOAD_HANDLERS": {"http": handler, "https": handler},
        # next to the downloader: the last before a request leaves, the first to see its answer
        "DOWNLOADER_MIDDLEWARES": {
            **DOWNLOADER_MIDDLEWARES,
            "scraper.middlewares.render.RenderMiddleware": 995,
        },
        "PLAYWRIGHT_LAUNCH_OPTIONS": launch,
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": NAVIGATION_MS,
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 4,  # as many as requests to a host
        "PLAYWRIGHT_ABORT_REQUEST": leash(site.start),
    }


def only_shells(rejects: Mapping[str, int], entries: int) -> bool:
    """Whether a crawl without a browser met shells and no entry."""
    return bool(rejects.get("shell")) and not entries


def leash(starts: Iterable[str]) -> Callable[[Any], Awaitable[bool]]:
    """Return what decides whether a request of the browser is aborted: what needs no loading, what may not be asked.

    Args:
        starts: the crawl's start pages, which may be on this machine.
    """
    reach = Reach(starts)

    async def aborted(asked: Any) -> bool:
        scheme = urlsplit(asked.url).scheme
        if scheme in _LOCAL:
            return False
        if scheme not in ("http", "https") or asked.resource_type in _SPARED:
            return True
        try:
            return await reach.forbidden(asked.url) is not None
        except ValueError:  # no host, or a port that is no number
            return True

    return aborted


def _own_chromium() -> str:
    """Where Playwright would have installed its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tools:
        return tools.chromium.executable_path
