"""A box taken for the list on the first page, over the wire: the archive gives the same rows again."""

from __future__ import annotations

from pathlib import Path

from tests.network.crawling import crawled, sorted_lines
from tests.unit.listing.test_turned import CHAIN, links
from tests.web import served


def test_what_a_second_page_takes_back_is_taken_back_from_the_archive_too(tmp_path: Path) -> None:
    """A run and a build of its archive read the same lines."""
    pages = {f"/papers{f'?page={n}' if n > 1 else ''}": html.encode() for n, html in enumerate(CHAIN, 1)}
    with served(pages) as web:
        made = crawled(tmp_path, f"{web.address}/papers", detail="never", feed="never")
        assert sorted_lines(made.again()) == sorted_lines(made.lines)
        assert [link.removeprefix(web.address) for link in links(made.lines)] == [
            f"/p/{n}" for n in range(12)
        ]
    assert made.outcome.rejects == {"list_replaced": 1}
