"""The town whose news the jobs of these tests crawl."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web import LIST, Web, listing, served


@pytest.fixture
def web() -> Iterator[Web]:
    """Twelve entries on one page, served until the test ends; the test may change them."""
    with served({LIST: listing(range(1, 13)), "/robots.txt": b"User-agent: *\nAllow: /\n"}) as web:
        yield web
