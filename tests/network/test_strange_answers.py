"""Whatever a server answers, the crawl ends, and what was not taken is a reject with its reason."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.pages.archive_reader import read_archive
from scraper.pages.headers import header_text
from scraper.run_state import ARCHIVE
from tests.network.crawling import crawled, sorted_lines
from tests.network.strange_site import HTML, Answer, StrangeSite, entry_page, listing, strange_site

LINKS = [f"/entry-{n}" for n in range(6)]
NO_PAGE = {
    "/declared-pdf": ("not_html", False),
    "/silent-pdf": ("not_html", False),
    "/empty": ("empty", False),
    "/only-nul": ("empty", False),
    "/forty-megabytes": ("too_large", True),
    "/bomb": ("too_large", True),
    "/broken-gzip": ("unpack", True),
    "/gzip-of-nothing": ("cut_short", True),
    "/deep": ("too_deep", False),
    "/loop": ("redirects", True),
    "/cookie-loop": ("redirects", True),
    "/refreshing-loop": ("redirects", True),
    "/to-a-file": ("scheme", True),
    "/to-a-script": ("scheme", True),
    "/refreshing-to-a-script": ("scheme", True),
    "/to-no-host": ("address", True),
    "/to-a-label-of-100": ("address", True),
    "/to-a-broken-name": ("address", True),
    "/to-a-name-of-two-directions": ("address", True),
    "/refreshing-to-no-host": ("address", True),
    "/not-modified": ("http_304", True),
    "/several-choices": ("http_300", True),
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
        made.put("/empty")
        made.put("/only-nul", b"\0" * 4096)
        made.put("/forty-megabytes", b"<html>" + b"x" * 40_000_000)
        made.put("/bomb", gzip.compress(b"<p>" * 20_000_000), Content_Encoding="gzip")
        made.put("/broken-gzip", b"\x1f\x8b\xffbroken", Content_Encoding="gzip")
        made.put("/gzip-of-nothing", gzip.compress(b"<p>" * 90)[:10], Content_Encoding="gzip")
        made.put("/deep", b"<html><body>" + b"<div>" * 10_000 + b"x" + b"</div>" * 10_000)
        made.put("/loop", status=302, Location="/loop")
        made.put("/cookie-loop", status=302, Location="/cookie-loop", Set_Cookie="seen=1")
        made.put(
            "/refreshing-loop", '<meta http-equiv="refresh" content="0;url=/refreshing-loop"><p>again</p>'
        )
        made.put("/to-a-file", status=302, Location="file:///etc/hostname")
        made.put("/to-a-script", status=302, Location="javascript:history.back()")
        made.put(
            "/refreshing-to-a-script", '<meta http-equiv="refresh" content="0;url=javascript:go()"><p>on</p>'
        )
        made.put("/to-no-host", status=302, Location="http://news..example/")
        made.put("/to-a-label-of-100", status=302, Location=f"http://{'a' * 100}.example/")
        made.put("/to-a-broken-name", status=302, Location="http://%zz/")
        made.put(
            "/to-a-name-of-two-directions",
            status=302,
            Location="http://א1a.example/".encode().decode("latin-1"),
        )
        made.put(
            "/refreshing-to-no-host",
            '<meta http-equiv="refresh" content="0;url=http://news..example/"><p>on</p>',
        )
        made.put("/not-modified", status=304, Location="/elsewhere")
        made.put("/several-choices", "<p>choose</p>", status=300, Location="/elsewhere")
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
    assert re.search(r"\wError", made.outcome.says) is None
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


@pytest.mark.parametrize(("path", "cookie"), [("/loop", False), ("/cookie-loop", True)])
def test_redirects_in_a_circle_say_where_and_why(
    site: StrangeSite, tmp_path: Path, path: str, cookie: bool
) -> None:
    """A site that wants its cookie back sends round in a circle whoever keeps none."""
    (line,) = crawled(tmp_path, site.address + path).lines
    assert f"leads back to {site.address}{path}" in line["detail"]
    assert ("sets a cookie" in line["detail"]) == cookie


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
    """Entries stay rows; only the site's own page is asked for and a file tried, and every link that is refused is a counted reject."""
    links = [
        "file:///etc/hostname",
        "http://10.0.0.1/x",
        "http://127.0.0.1:9/y",
        "http://0x7f000001/z",
        "javascript:alert(1)",
        "http://someone:secret@127.0.0.1/z",
        "http://[::1",
        "/private/z",
        "/report.pdf",
        "/fine",
    ]
    asked = {"/robots.txt", "/links", "/fine", "/report.pdf"}
    before = len(site.asked)
    site.put("/links", listing(*links))
    site.put("/fine", entry_page("Fine."))
    made = crawled(tmp_path, site.address + "/links", detail="always")
    assert len(made.of("entry")) == len(links)
    assert made.outcome.rejects == {"address": 5, "robots": 1, "scheme": 2}
    assert {line["url"] for line in made.of("reject")} - {*links} == {site.address + "/private/z"}
    assert set(site.asked[before:]) == asked
    assert sorted_lines(made.again()) == sorted_lines(made.lines)
    assert [line["url"] for line in made.of("page")] == [site.address + "/fine"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Link", '</été/>; rel="shortlink"'),
        ("Content-Disposition", 'inline; name="page"; filename=actualités.html'),
        ("Set-Cookie", "ville=Orléans; path=/"),
        ("Set-Cookie", "stadt=Köln; path=/".encode().decode("latin-1")),
    ],
)
def test_a_header_beyond_ascii_loses_no_page(
    site: StrangeSite, tmp_path: Path, name: str, value: str
) -> None:
    """Its entries are read, and the archive keeps the header and gives the same."""
    site.answers["/header"] = Answer(listing(*LINKS).encode(), 200, {"Content-Type": HTML, name: value})
    made = crawled(tmp_path, site.address + "/header", detail="never")
    assert (made.outcome.counts["entries"], made.outcome.counts["faults"]) == (6, 0)
    assert sorted_lines(made.again()) == sorted_lines(made.lines)
    (kept,) = (answer for answer in read_archive(made.folder / ARCHIVE) if answer.role)
    assert kept.headers[name.lower()] == header_text(value.encode("latin-1"))


@pytest.mark.parametrize("name", ["Set-Cookie", "Content-Security-Policy", "Link"])
def test_a_header_of_a_hundred_kilobytes_loses_no_page(site: StrangeSite, tmp_path: Path, name: str) -> None:
    """Browsers take it; the archive gives the same again."""
    site.answers["/header"] = Answer(
        listing(*LINKS).encode(), 200, {"Content-Type": HTML, name: "a=" + "x" * 100_000}
    )
    made = crawled(tmp_path, site.address + "/header", detail="never")
    assert (made.outcome.counts["entries"], made.outcome.rejects) == (6, {})
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


def test_a_robots_txt_with_a_header_beyond_ascii_is_obeyed(tmp_path: Path) -> None:
    """Its rules stand, whatever else is in its headers."""
    with strange_site() as made:
        made.put("/robots.txt", "User-agent: *\nDisallow: /\n", Link='</été/>; rel="shortlink"')
        made.put("/", listing(*LINKS))
        assert crawled(tmp_path, made.address + "/").outcome.rejects == {"robots": 1}
        assert made.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    "links",
    [
        {"Link": '</more>; rel="next"', "link": '</>; rel="shortlink"'},
        {"Link": '</>; rel="shortlink"', "link": '</more>; rel="next"'},
    ],
)
def test_a_next_page_in_either_of_two_link_headers(
    site: StrangeSite, tmp_path: Path, links: dict[str, str]
) -> None:
    """Two headers of one name are one list."""
    posts = [{"title": f"Item number {n} of the day", "url": f"/entry-{n}"} for n in range(16)]
    headers = {"Content-Type": "application/json", **links}
    site.answers["/posts"] = Answer(json.dumps(posts[:8]).encode(), 200, headers)
    site.put("/more", json.dumps(posts[8:]), Content_Type="application/json")
    made = crawled(tmp_path, site.address + "/posts", detail="never")
    assert made.outcome.counts["entries"] == 16
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


@pytest.mark.parametrize(
    ("declared", "entries"),
    [
        ("text/html, text/html; charset=utf-8", 6),
        ("application/pdf, text/html", 6),
        ("text/html, application/pdf", 0),
        ("text/html; charset=utf-8, */*", 6),
        ("html", 6),
    ],
)
def test_a_content_type_that_is_several_or_none(
    site: StrangeSite, tmp_path: Path, declared: str, entries: int
) -> None:
    """The last that is one counts; where none is, the bytes do."""
    site.put("/several-types", listing(*LINKS), Content_Type=declared)
    made = crawled(tmp_path, site.address + "/several-types", detail="never")
    assert made.outcome.counts["entries"] == entries
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


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


@pytest.mark.parametrize("element", ["script", "style", "SCRIPT", "iframe"])
def test_a_script_that_never_closes_hides_nothing(site: StrangeSite, tmp_path: Path, element: str) -> None:
    """The entries after it are read, and it is counted; one that closes is none of that."""
    opening = f"<script>let a = '<!--';</script><{element} type=x>oops "
    page = listing(*LINKS).replace(f'<h2><a href="{LINKS[3]}"', f'{opening}<h2><a href="{LINKS[3]}"')
    site.put("/script", page)
    made = crawled(tmp_path, site.address + "/script", detail="never")
    assert len(made.of("entry")) == 6
    assert made.outcome.rejects == {"script_unclosed": 1}


def test_a_next_link_to_elsewhere_is_a_reject(site: StrangeSite, tmp_path: Path) -> None:
    """A next page that is a file or a private address is not asked for, and told."""
    site.put("/next-file", listing(*LINKS, after="file:///etc/shadow"))
    site.put("/next-inside", listing(*LINKS, after="http://10.0.0.1/page/2"))
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    assert crawled(one, site.address + "/next-file", detail="never").outcome.rejects == {"scheme": 1}
    assert crawled(two, site.address + "/next-inside", detail="never").outcome.rejects == {"address": 1}


@pytest.mark.parametrize("media", ["application/rss+xml", "text/html"])
def test_a_feed_as_start_page_is_a_list(site: StrangeSite, tmp_path: Path, media: str) -> None:
    """Its items are entries and feed items, and it is told that a feed holds the newest only."""
    items = "".join(
        f"<item><title>Item {n} of the day</title><link>{site.address}{link}</link>"
        f"<description>The council met {n} times.</description>"
        f"<pubDate>Thu, 0{n + 1} Oct 2026 10:00:00 GMT</pubDate></item>"
        for n, link in enumerate(LINKS)
    )
    feed = f'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>x</title>{items}</channel></rss>'
    site.put("/feed", feed, Content_Type=media)
    made = crawled(tmp_path, site.address + "/feed", detail="never")
    assert [line["url"] for line in made.of("entry")] == [site.address + link for link in LINKS]
    assert made.of("entry")[0]["excerpt"] == "The council met 0 times."
    assert [line["url"] for line in made.of("feed")] == [site.address + link for link in LINKS]
    assert made.outcome.rejects == {"feed_as_start": 1}
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


@pytest.mark.parametrize("path", ["/encoding", "/length"])
def test_an_answer_that_is_not_http_is_told_in_words(site: StrangeSite, tmp_path: Path, path: str) -> None:
    """The reject says what happened and shows nothing of the libraries that met it."""
    site.put("/encoding", listing(*LINKS), Transfer_Encoding="banana")
    site.put("/length", listing(*LINKS), Content_Length="banana")
    made = crawled(tmp_path, site.address + path, detail="never")
    (told,) = made.of("reject")
    assert told["reason"] == "connection"
    assert told["detail"].startswith("what it answers is not HTTP: ")
    assert not {"<", "[", "Failure"} & {*told["detail"], *told["detail"].split()}


def test_a_host_without_tls_is_told_in_words(site: StrangeSite, tmp_path: Path) -> None:
    """`https` of a server that speaks none: not the queue that OpenSSL keeps of its errors."""
    (told,) = crawled(tmp_path, site.address.replace("http:", "https:") + "/").of("reject")
    assert (told["reason"], told["detail"]) == ("connection", "robots.txt: no TLS: wrong version number")


def test_selectors_that_find_nothing_are_told(site: StrangeSite, tmp_path: Path) -> None:
    """Lists are found by structure then, and the drift is counted."""
    site.put("/drifted", listing(*LINKS))
    lists = [{"name": "news", "entry": "li.news-item"}]
    made = crawled(tmp_path, site.address + "/drifted", detail="never", lists=lists)
    assert len(made.of("entry")) == 6
    assert made.outcome.rejects == {"selectors_found_nothing": 1}
