"""A page is read without the cycle collector, and the process has it as it was before."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from scraper.listing.induce import induce, is_listing
from scraper.listing.markup.uncollected import uncollected
from scraper.listing.paginate import next_page

URL = "https://portus.example/news"
ROWS = "".join(f"<li><a href=/n/{n}>The harbour entry number {n}</a> {n + 1}.03.2026" for n in range(9))


@pytest.fixture(params=[True, False], ids=["on", "off"])
def collecting(request: pytest.FixtureRequest) -> Iterator[bool]:
    """A process with the collector on, and one without."""
    before = gc.isenabled()
    gc.enable() if request.param else gc.disable()
    yield request.param
    gc.enable() if before else gc.disable()


def test_a_process_keeps_its_collector(collecting: bool) -> None:
    """Whatever is asked of a page, the collector is on afterwards where it was on, and off where it was off."""
    page = f"<ul>{ROWS}</ul>"
    for ask in (induce, is_listing, next_page):
        ask(page, URL)
        assert gc.isenabled() is collecting


def test_an_error_leaves_it_as_it_was(collecting: bool) -> None:
    """Paused within another pause, and where reading fails: it begins again with the outermost one's end."""

    def fail() -> None:
        with uncollected():
            with uncollected():
                assert not gc.isenabled()
            assert not gc.isenabled()
            raise ValueError("page")

    with pytest.raises(ValueError, match="page"):
        fail()
    assert gc.isenabled() is collecting
