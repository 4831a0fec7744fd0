"""A body that its server cut short is asked for again, then read as far as it goes, and told."""

from __future__ import annotations

import gzip
import json
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


@pytest.mark.parametrize("size", [0, 60])
def test_a_start_page_that_broke_off_before_its_list_did_not_come(
    site: StrangeSite, tmp_path: Path, size: int
) -> None:
    """As one of which nothing came: a schedule tries exit 4 again, and a person has to look at exit 3."""
    site.put("/", BODY[:size], length=len(BODY))
    verdict = run_site(SiteFile(id="town", start=[site.address + "/"]), tmp_path, CLOCK)
    assert (verdict["state"], verdict["exit"]) == ("unreachable", 4)
    assert "cut_short" in verdict["says"]


def test_one_of_two_start_pages_that_broke_off_is_no_site_that_is_away(
    site: StrangeSite, tmp_path: Path
) -> None:
    """The other one was read, and shows no list."""
    site.put("/", BODY[:60], length=len(BODY))
    site.put("/other", "<p>We moved.</p>")
    starts = [site.address + "/", site.address + "/other"]
    assert run_site(SiteFile(id="town", start=starts), tmp_path, CLOCK)["exit"] == 3


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
        site.put(link, entry_page("The council met.").removesuffix("</html>"), length=5000)
    made = crawled(tmp_path, site.address + "/", detail="always")
    assert len(made.of("entry")) == len(made.of("page")) == 12
    assert made.outcome.rejects == {"cut_short": 12}
    assert len(site.asked) == 2 + 12 + 8
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Town</title>'
    "<item><title>Item number 3 of the day</title><link>/entry-3</link></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (BODY, ""),
        (BODY + b"\n<!-- from the cache, 0.02 s -->\n", ""),
        (BODY + b"<script src='/count.js'></script>", ""),
        (BODY.decode().encode("utf-16"), ""),
        (gzip.compress(BODY.removesuffix(b"</body></html>")), "gzip"),
    ],
    ids=["page", "note", "counter", "utf-16", "gzip"],
)
def test_a_whole_page_under_a_wrong_length(
    site: StrangeSite, tmp_path: Path, body: bytes, encoding: str
) -> None:
    """Asked for once and no news: the end of the page, or of its compression, is there."""
    site.put("/", body, length=len(body) + 700, Content_Encoding=encoding)
    made = crawled(tmp_path, site.address + "/", detail="never")
    assert len(made.of("entry")) == 60
    assert (made.outcome.rejects, site.asked.count("/")) == ({}, 1)
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


def test_an_incremental_crawl_of_a_host_that_always_announces_a_wrong_length(
    site: StrangeSite, tmp_path: Path
) -> None:
    """Each page has its end, so the chain was read to its end, and the next run stops at what is known."""
    feed = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    for number, (path, after) in enumerate([("/", "/2"), ("/2", "/3"), ("/3", "")]):
        page = listing(*LINKS[20 * number : 20 * number + 20], after=after).replace("<main>", feed + "<main>")
        site.put(path, page, length=len(page) + 900)
    site.put("/feed", FEED, length=len(FEED) + 90, Content_Type="application/rss+xml")
    town = SiteFile(id="town", start=[site.address + "/"], detail="never", incremental=True)
    for day, asked in ((0, ["/", "/2", "/3"]), (1, ["/"])):
        site.asked.clear()
        verdict = run_site(town, tmp_path, CLOCK + timedelta(days=day))
        assert (verdict["state"], verdict["says"], verdict["counts"]["records"]) == ("published", "", 60)
        assert [path for path in site.asked if path not in ("/robots.txt", "/feed")] == asked
        assert "cut_short" not in verdict["rejects"]


@pytest.mark.parametrize(
    "body",
    [
        BODY.removesuffix(b"</html>"),
        BODY + b"<!-- from the ca",
        BODY + b"<article class='post'><h2><a href='/one-more'>One more item of the day</a></h2></article>",
        FEED.removesuffix("</rss>").encode(),
    ],
    ids=["no end tag", "a note cut off", "entries behind the end tag", "feed"],
)
def test_what_proves_no_end_is_told(site: StrangeSite, tmp_path: Path, body: bytes) -> None:
    """A page without its end tag may be whole, and one with something behind it may go on: nothing tells."""
    site.put("/", body, length=len(body) + 700)
    made = crawled(tmp_path, site.address + "/", detail="never")
    assert "cut_short" in made.outcome.rejects
    assert site.asked[1:4] == ["/", "/", "/"]


@pytest.mark.parametrize(("cut", "told"), [(0, {}), (1, {"cut_short": 1})], ids=["whole", "cut"])
def test_json_under_a_wrong_length(site: StrangeSite, tmp_path: Path, cut: int, told: dict[str, int]) -> None:
    """JSON that can be read to its end is whole."""
    posts = [{"title": f"Item number {n} of the day", "url": f"/entry-{n}"} for n in range(8)]
    body = json.dumps({"posts": posts}).encode()
    site.put("/", body[: len(body) - cut], length=len(body) + 10, Content_Type="application/json")
    made = crawled(tmp_path, site.address + "/", detail="never")
    assert {reason: n for reason, n in made.outcome.rejects.items() if reason == "cut_short"} == told
