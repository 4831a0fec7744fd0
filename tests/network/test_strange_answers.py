"""Whatever a server answers, the crawl ends, and what was not taken is a reject with its reason."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.network.crawling import crawled, sorted_lines
from tests.network.strange_site import StrangeSite, entry_page, listing, strange_site

LINKS = [f"/entry-{n}" for n in range(6)]
NO_PAGE = {
    "/declared-pdf": ("not_html", False),
    "/silent-pdf": ("not_html", False),
    "/json": ("not_html", False),
    "/empty": ("empty", False),
    "/only-nul": ("empty", False),
    "/forty-megabytes": ("too_large", False),
    "/bomb": ("too_large", False),
    "/broken-gzip": ("unpack", False),
    "/deep": ("too_deep", False),
    "/loop": ("redirects", True),
    "/refreshing-loop": ("redirects", True),
    "/to-a-file": ("scheme", True),
    "/to-the-metadata-service": ("address", True),
    "/to-another-port": ("address", True),
    "/gone": ("http_404", True),
    "/forbidden": ("http_403", True),
    "/come-back-tomorrow": ("blocked", True),
    "/private/list": ("robots", True),
}


@pytest.fixture(scope="module")
def site() -> Iterator[StrangeSite]:
    """A server with every answer of `NO_PAGE`."""
    with strange_site() as made:
        made.put("/robots.txt", "User-agent: *\nDisallow: /private/\n", Content_Type="text/plain")
        made.put("/declared-pdf", listing(*LINKS), Content_Type="application/pdf")
        made.put("/silent-pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", Content_Type="")
        made.put("/json", '{"items": [1, 2, 3]}')
        made.put("/empty")
        made.put("/only-nul", b"\0" * 4096)
        made.put("/forty-megabytes", b"<html>" + b"x" * 40_000_000)
        made.put("/bomb", gzip.compress(b"<p>" * 20_000_000), Content_Encoding="gzip")
        made.put("/broken-gzip", b"\x1f\x8b\x08\x00broken", Content_Encoding="gzip")
        made.put("/deep", b"<html><body>" + b"<div>" * 10_000 + b"x" + b"</div>" * 10_000)
        made.put("/loop", status=302, Location="/loop")
        made.put(
            "/refreshing-loop", '<meta http-equiv="refresh" content="0;url=/refreshing-loop"><p>again</p>'
        )
        made.put("/to-a-file", status=302, Location="file:///etc/hostname")
        made.put("/to-the-metadata-service", status=302, Location="http://169.254.169.254/latest/")
        made.put("/to-another-port", status=302, Location="http://127.0.0.1:9/")
        made.put("/forbidden", "<p>no</p>", status=403)
        made.put("/come-back-tomorrow", "<p>no</p>", status=429, Retry_After="86400")
        made.put("/private/list", listing(*LINKS))
        yield made


@pytest.mark.parametrize("path", NO_PAGE)
def test_what_is_no_page_is_a_reject(site: StrangeSite, tmp_path: Path, path: str) -> None:
    """The crawl ends with one reject and its reason; the archive tells the same."""
    reason, unreachable = NO_PAGE[path]
    made = crawled(tmp_path, site.address + path)
    assert [(line["url"], line["reason"]) for line in made.lines] == [(site.address + path, reason)]
    assert made.outcome.rejects == {reason: 1}
    assert made.outcome.unreachable is unreachable
    assert reason in made.outcome.says
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


@pytest.mark.parametrize(
    ("address", "reason"),
    [("http://127.0.0.1:9/", "connection"), ("http://no-such-host.invalid/", "dns")],
)
def test_a_host_that_is_not_there(tmp_path: Path, address: str, reason: str) -> None:
    """Nobody answers: unreachable, with what was seen."""
    outcome = crawled(tmp_path, address).outcome
    assert outcome.unreachable
    assert reason in outcome.says


def test_links_that_lead_elsewhere_are_not_followed(site: StrangeSite, tmp_path: Path) -> None:
    """Entries stay rows; files, other hosts and schemes are not asked for, other ports and robots.txt are rejects."""
    links = [
        "file:///etc/hostname",
        "http://10.0.0.1/x",
        "http://127.0.0.1:9/y",
        "/private/z",
        "/report.pdf",
        "/fine",
    ]
    site.put("/links", listing(*links))
    site.put("/fine", entry_page("Fine."))
    made = crawled(tmp_path, site.address + "/links", detail="always")
    assert len(made.of("entry")) == len(links)
    assert made.outcome.rejects == {"address": 1, "robots": 1}
    assert [line["url"] for line in made.of("page")] == [site.address + "/fine"]


def test_nul_bytes_inside_a_page(site: StrangeSite, tmp_path: Path) -> None:
    """A page with stray NUL bytes lists its entries."""
    site.put("/nul", listing(*LINKS).replace("council", "cou\0ncil"))
    assert len(crawled(tmp_path, site.address + "/nul", detail="never").of("entry")) == 6


def test_a_comment_that_never_closes_hides_nothing(site: StrangeSite, tmp_path: Path) -> None:
    """The entries after it are read, and it is counted."""
    site.put(
        "/comment", listing(*LINKS).replace(f'<h2><a href="{LINKS[3]}"', f'<!-- <h2><a href="{LINKS[3]}"')
    )
    made = crawled(tmp_path, site.address + "/comment", detail="never")
    assert len(made.of("entry")) == 6
    assert made.outcome.rejects == {"comment_unclosed": 1}


def test_selectors_that_find_nothing_are_told(site: StrangeSite, tmp_path: Path) -> None:
    """Lists are found by structure then, and the drift is counted."""
    site.put("/drifted", listing(*LINKS))
    lists = [{"name": "news", "entry": "li.news-item"}]
    made = crawled(tmp_path, site.address + "/drifted", detail="never", lists=lists)
    assert len(made.of("entry")) == 6
    assert made.outcome.rejects == {"selectors_found_nothing": 1}


def test_a_response_cut_short_by_its_server_still_lists(site: StrangeSite, tmp_path: Path) -> None:
    """What came before the connection broke is read."""
    body = listing(*LINKS).encode()
    site.put("/short", body[: body.index(LINKS[5].encode())])
    assert len(crawled(tmp_path, site.address + "/short", detail="never").of("entry")) >= 5
