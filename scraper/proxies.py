"""The proxy that the environment names for a page, as Scrapy takes it: `http_proxy`, `https_proxy`, `no_proxy`.

It is nobody's site: a variable that is no address is told before any request, and a site that could not be reached through a
proxy is told with it.
"""

from __future__ import annotations

import os
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from pipelines.errors import UsageError


def proxy_for(address: str) -> str:
    """Return what a page is asked through, such as `proxy.example:3128 (http_proxy)`, without user and password; "" for none.

    Raises:
        UsageError: the variable holds no address of a proxy.
    """
    page = urlsplit(address)
    named = getproxies().get(page.scheme, "")
    if not named or proxy_bypass(page.hostname or ""):
        return ""
    variable = f"{page.scheme}_proxy"
    place = _place(named)
    if not place:  # it may hold a password, and is not repeated
        raise UsageError(
            f"{variable}: expected the address of a proxy such as http://host:3128, found none in this variable",
            f"correct or unset {variable}, or name the site's host in no_proxy",
        )
    return f"{place} ({variable})"


def asked_directly(host: str) -> None:
    """Ask a host through no proxy, in this process and those that it starts: no proxy reaches this machine's own loopback."""
    others = os.environ.get("no_proxy") or os.environ.get("NO_PROXY")
    os.environ["no_proxy"] = ",".join(filter(None, (others, host)))


def _place(named: str) -> str:
    """Host and port of a proxy, "" where it cannot be asked."""
    try:
        proxy = urlsplit(named if "://" in named else f"//{named}", "http")
        host, port = proxy.hostname or "", proxy.port
    except ValueError:
        return ""
    if proxy.scheme not in ("http", "https") or not host or any(sign.isspace() for sign in host):
        return ""
    return f"{host}:{port}" if port else host
