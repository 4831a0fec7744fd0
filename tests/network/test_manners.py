"""A crawl says who it is, obeys robots.txt, and waits where it is asked to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from scrapy.http import Response

from scraper.middlewares.polite import retry_after
from tests.network.crawling import crawled
from tests.network.strange_site import Answer, StrangeSite, listing, strange_site

PAGE = listing(*[f"/entry-{n}" for n in range(6)])


@pytest.fixture
def site() -> Iterator[StrangeSite]:
    """A site of one listing page."""
    with strange_site() as made:
        made.put("/", PAGE)
        yield made


def test_the_user_agent_names_the_project(site: StrangeSite, tmp_path: Path) -> None:
    """A site's owner can see who asks."""
    crawled(tmp_path, site.address + "/", detail="never")
    assert {agent.split("/")[0] for agent in site.agents} == {"listmend"}


def test_robots_txt_is_asked_first_and_once(site: StrangeSite, tmp_path: Path) -> None:
    """Before any page."""
    crawled(tmp_path, site.address + "/", detail="never")
    assert site.asked == ["/robots.txt", "/"]


def test_a_crawl_delay_is_kept(site: StrangeSite, tmp_path: Path) -> None:
    """Requests to a host that asks for a delay are that far apart, on loopback too."""
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.4\n", Content_Type="text/plain")
    site.put("/", listing("/a", "/b", "/c", after="/page/2"))
    site.put("/page/2", listing("/d", "/e", "/f"))
    crawled(tmp_path, site.address + "/", detail="never")
    pages = [moment for path, moment in zip(site.asked, site.moments, strict=True) if path != "/robots.txt"]
    assert pages[1] - pages[0] >= 0.39


def test_a_robots_txt_that_fails_forbids(site: StrangeSite, tmp_path: Path) -> None:
    """A server that cannot say what is allowed is left alone (RFC 9309)."""
    site.put("/robots.txt", "down", status=500)
    made = crawled(tmp_path, site.address + "/")
    assert made.outcome.rejects == {"robots": 1}
    assert made.outcome.unreachable
    assert "robots.txt: it answers 500, and while it cannot be read nothing is asked for" in made.outcome.says
    assert "/" not in site.asked


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [(b"\xff\xfeno gzip", "gzip", "unpack"), (b"#" * 40_000_001, "", "too_large")],
)
def test_a_robots_txt_that_cannot_be_read_forbids(
    site: StrangeSite, tmp_path: Path, body: bytes, encoding: str, reason: str
) -> None:
    """No page is asked for, and the site has failed, not its list."""
    packed: dict[str, Any] = {"Content_Encoding": encoding} if encoding else {}
    site.put("/robots.txt", body, Content_Type="text/plain", **packed)
    made = crawled(tmp_path, site.address + "/")
    assert made.outcome.rejects == {reason: 1}
    assert made.outcome.unreachable
    assert made.outcome.counts["faults"] == 0
    assert "/" not in site.asked


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_a_robots_txt_is_obeyed_in_any_encoding(site: StrangeSite, tmp_path: Path, encoding: str) -> None:
    """Saved as UTF-16 by an editor, or with a path in Latin-1, its rules stand; the other pages are open."""
    rules = "User-agent: *\nDisallow: /médias/\n".encode(encoding)
    site.put("/robots.txt", rules, Content_Type="text/plain")
    site.put("/m%C3%A9dias/", listing("/a", "/b", "/c"))
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    assert crawled(one, site.address + "/médias/", detail="never").outcome.rejects == {"robots": 1}
    assert crawled(two, site.address + "/", detail="never").outcome.rejects == {}


def test_a_robots_txt_that_is_missing_allows(site: StrangeSite, tmp_path: Path) -> None:
    """No file, no rules."""
    site.put("/robots.txt", "User-agent: *\nDisallow: /", status=404)
    assert len(crawled(tmp_path, site.address + "/", detail="never").of("entry")) == 6


def test_a_busy_server_is_asked_again_after_the_time_it_names(site: StrangeSite, tmp_path: Path) -> None:
    """503 with Retry-After: 1 is followed by the page, not before a second has passed."""
    html = {"Content-Type": "text/html"}
    site.answers["/"] = [Answer(b"", 503, {"Retry-After": "1"}), Answer(PAGE.encode(), 200, html)]
    made = crawled(tmp_path, site.address + "/", detail="never")
    assert len(made.of("entry")) == 6
    assert site.asked == ["/robots.txt", "/", "/"]
    assert site.moments[2] - site.moments[1] >= 0.99


def test_a_server_that_stays_busy_is_given_up(site: StrangeSite, tmp_path: Path) -> None:
    """After four answers of 503 the site counts as unreachable."""
    site.put("/", "busy", status=503)
    outcome = crawled(tmp_path, site.address + "/").outcome
    assert (outcome.unreachable, outcome.rejects) == (True, {"http_503": 1})
    assert site.asked.count("/") == 4


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("Fri, 30 Oct 2026 06:01:00 GMT", 60.0),
        ("Fri, 30 Oct 2026 05:00:00 GMT", 0.0),
        ("soon", None),
        ("Fri, 30 Oct 2026 06:01:00 +99999999999999999999", None),
        ("", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float | None) -> None:
    """Both forms of the header are understood; anything else asks nothing."""
    response = Response("http://127.0.0.1/", headers={"Retry-After": value})
    assert retry_after(response, datetime(2026, 10, 30, 6, 0, tzinfo=UTC)) == seconds
