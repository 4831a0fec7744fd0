"""A body that its server cut short is asked for again, then read as far as it goes, and told."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import brotli
import pytest

from scraper.job import run_site
from scraper.site import SiteFile
from tests.network.crawling import CLOCK, crawled, sorted_lines
from tests.network.strange_site import Answer, StrangeSite, entry_page, listing, strange_site

LINKS = [f"/entry-{n}" for n in range(60)]
BODY = listing(*LINKS).encode()


@pytest.fixture
def site() -> Iterator[StrangeSite]:
    """A server of its own for each test: it counts what it was asked."""
    with strange_site() as made:
        yield made


def test_less_than_was_announced(site: StrangeSite, tmp_path: Path) -> None:
    """Asked for three times; the entries that came are handed on with one note, and a rebuild gives the same."""
    site.put("/", BODY[: BODY.index(LINKS[50].encode())], length=len(BODY))
    made = crawled(tmp_path, site.address + "/", detail="never")
    assert len(made.of("entry")) == 50
    assert [(line["url"], line["reason"]) for line in made.of("reject")] == [
        (site.address + "/", "cut_short")
    ]
    assert site.asked.count("/") == 3
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


def test_a_page_in_the_midst_of_a_chain(site: StrangeSite, tmp_path: Path) -> None:
    """Told in the verdict; until a whole run has been, an incremental one does not stop at known entries before the gap."""
    pages = {
        path: listing(*LINKS[20 * number : 20 * number + 20], after=after).replace(
            "<main>", f'<link rel="next" href="{after}"><main>'
        )
        for number, (path, after) in enumerate([("/", "/2"), ("/2", "/3"), ("/3", "")])
    }
    for path, page in pages.items():
        site.put(path, page)
    site.put("/2", pages["/2"][: pages["/2"].index(LINKS[35])], length=len(pages["/2"]))
    town = SiteFile(id="town", start=[site.address + "/"], detail="never", incremental=True)
    first = run_site(town, tmp_path, CLOCK)
    told = f"page 2 of {site.address}/ came in part (cut_short): entries may be missing"
    assert (first["state"], first["says"], first["counts"]["entries"]) == ("published", told, 55)
    site.put("/2", pages["/2"])
    for day, asked in ((1, ["/", "/2", "/3"]), (2, ["/"])):
        site.asked.clear()
        again = run_site(town, tmp_path, CLOCK + timedelta(days=day))
        assert (again["says"], again["counts"]["records"]) == ("", 60)
        assert [path for path in site.asked if path != "/robots.txt"] == asked


def test_whole_at_the_second_time(site: StrangeSite, tmp_path: Path) -> None:
    """A whole answer after a short one is no news."""
    site.answers["/"] = [
        Answer(BODY[:2000], headers={"Content-Type": "text/html"}, length=len(BODY)),
        Answer(BODY, headers={"Content-Type": "text/html"}),
    ]
    made = crawled(tmp_path, site.address + "/", detail="never")
    assert len(made.of("entry")) == 60
    assert made.outcome.rejects == {}
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


@pytest.mark.parametrize(
    ("name", "body"),
    [("gzip", gzip.compress(BODY)), ("deflate", zlib.compress(BODY)), ("br", brotli.compress(BODY))],
)
def test_half_a_compressed_body(site: StrangeSite, tmp_path: Path, name: str, body: bytes) -> None:
    """What unpacks is read; that the rest is missing is told, though the length is as announced."""
    site.put("/", body[: len(body) * 2 // 3], Content_Encoding=name)
    made = crawled(tmp_path, site.address + "/", detail="never")
    assert made.outcome.rejects == {"cut_short": 1}
    assert name in made.of("reject")[0]["detail"]
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


def test_an_entry_page_and_a_host_that_counts_wrongly(site: StrangeSite, tmp_path: Path) -> None:
    """Each short entry page is told; after eight more requests in vain the host is asked once for each page."""
    links = LINKS[:12]
    site.put("/", listing(*links))
    for link in links:
        site.put(link, entry_page("The council met."), length=5000)
    made = crawled(tmp_path, site.address + "/", detail="always")
    assert len(made.of("entry")) == len(made.of("page")) == 12
    assert made.outcome.rejects == {"cut_short": 12}
    assert len(site.asked) == 2 + 12 + 8
    assert sorted_lines(made.again()) == sorted_lines(made.lines)
