"""Which addresses a crawl may ask: the public ones, and the start's own.

A listing page is input from outside. A link in it to `http://169.254.169.254/` or to a router's page would make the
crawler read what only this machine can reach. So every host name is resolved before a request, and an address that
is not public is refused unless it is the address and port of a start page itself: a crawl started on
`http://127.0.0.1:8000/` may ask that server, and nothing else on the machine.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_WEB_PORTS = {"http": 80, "https": 443}


def endpoint(url: str) -> tuple[str, int]:
    """Return host name and port of an http or https URL; ValueError where it has none."""
    parts = urlsplit(url)
    if parts.scheme not in _WEB_PORTS or not parts.hostname:
        raise ValueError(f"{url!r}: expected http or https and a host")
    return parts.hostname, parts.port or _WEB_PORTS[parts.scheme]


def public(address: Address) -> bool:
    """Whether an address belongs to the public internet; a v4 address inside a v6 one counts as itself."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is not None:
            return public(inner)
    return address.is_global and not address.is_multicast


_LABEL = re.compile(r"[a-z0-9_-]{1,63}")


def possible(host: str) -> bool:
    """Whether a host is an address or a name that DNS can hold (RFC 1035, 2.3.4; with `_`, which some use).

    Args:
        host: in lower case; a name beyond ASCII has its `xn--` form by now, unless it has none.
    """
    name = host.removesuffix(".")
    return ":" in host or (len(name) <= 253 and all(map(_LABEL.fullmatch, name.split("."))))


async def resolve(host: str) -> tuple[Address, ...]:
    """Return the addresses of a host name, none where it does not resolve; an address is its own."""
    try:
        return (ipaddress.ip_address(host),)
    except ValueError:
        pass  # a name
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()  # the download will fail and say so; a proxy may know the name
    return tuple(dict.fromkeys(ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))


class Reach:
    """What one crawl may ask, with the names it has looked up."""

    def __init__(self, starts: Iterable[str]) -> None:
        """Remember the start pages; they are resolved at the first question."""
        self._starts = [endpoint(url) for url in starts]
        self._own: set[tuple[Address, int]] | None = None
        self._known: dict[str, tuple[Address, ...]] = {}

    async def addresses(self, host: str) -> tuple[Address, ...]:
        """Return the addresses of a host, looked up once."""
        if host not in self._known:
            self._known[host] = await resolve(host)
        return self._known[host]

    async def forbidden(self, url: str) -> Address | None:
        """Return the address that keeps a URL from being asked, or None where it may be; ValueError where its host is none."""
        host, port = endpoint(url)
        if not possible(host):
            raise ValueError(f"{host[:100]!r} is no name of a host")
        for address in await self.addresses(host):
            if not await self.allowed(address, port):
                return address
        return None

    async def allowed(self, address: Address, port: int) -> bool:
        """Whether one address and port may be asked."""
        if public(address):
            return True
        if self._own is None:
            self._own = {
                (found, place) for host, place in self._starts for found in await self.addresses(host)
            }
        ports = set(_WEB_PORTS.values()) if port in _WEB_PORTS.values() else {port}
        return any((address, place) in self._own for place in ports)

    async def loopback(self, url: str) -> bool:
        """Whether a URL is on this machine."""
        found = await self.addresses(endpoint(url)[0])
        return bool(found) and all(address.is_loopback for address in found)
