"""A page is read without the cycle collector, and the process has it as it was before."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from scraper.listing.induce import induce, is_listing
from scraper.listing.markup.uncollected import uncollected
from scraper.listing.paginate import next_page
from scraper.pages.listing_reader import extract
from scraper.site import SiteFile

URL = "https://portus.example/news"
SITE = SiteFile(id="portus", start=[URL])
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


def test_a_page_is_read_from_end_to_end_without_it() -> None:
    """Not in turns: with every part of the reading that ends the collector would go through the page's objects once more."""
    begun: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        begun.append(phase)

    threshold = gc.get_threshold()
    gc.callbacks.append(note)
    gc.set_threshold(100)
    try:
        with uncollected():
            extract(f"<ul>{ROWS}</ul>", URL, SITE)  # what is kept from page to page
        begun.clear()
        extract(f"<p>News</p><ul>{ROWS * 50}</ul>", URL, SITE)
        collected = begun.count("start")
    finally:
        gc.callbacks.remove(note)
        gc.set_threshold(*threshold)
    assert collected <= 1  # once it is on again
