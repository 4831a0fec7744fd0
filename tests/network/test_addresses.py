"""Which addresses a crawl may ask."""

from __future__ import annotations

import asyncio
import ipaddress

import pytest

from scraper.reach import Reach, public


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("2002:7f00:1::1", False),
    ],
)
def test_an_address_that_the_internet_routes_is_public(address: str, expected: bool) -> None:
    """What the internet routes is public, also when one kind of address is wrapped in the other."""
    assert public(ipaddress.ip_address(address)) is expected


@pytest.mark.parametrize(
    ("url", "forbidden"),
    [
        ("http://127.0.0.1:8000/other", False),
        ("http://localhost:8000/", False),
        ("http://127.0.0.1:8001/", True),
        ("http://127.0.0.2:8000/", True),
        ("http://[::1]:22/", True),
        ("http://10.0.0.1/", True),
        ("http://2130706433/", True),
        ("http://93.184.216.34/", False),
        ("http://no-such-host.invalid/", False),
    ],
)
def test_the_starts_own_address_is_the_only_private_one(url: str, forbidden: bool) -> None:
    """A crawl that starts on loopback may ask that address and port; a name that does not resolve fails later."""
    reach = Reach(["http://127.0.0.1:8000/news/"])
    assert (asyncio.run(reach.forbidden(url)) is not None) is forbidden


def test_a_crawl_of_the_internet_reaches_nothing_inside() -> None:
    """With a public start, no private address is its own."""
    reach = Reach(["http://93.184.216.34/"])
    assert asyncio.run(reach.forbidden("http://127.0.0.1/")) is not None
