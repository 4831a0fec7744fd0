"""Listing pages that scripts load: their JSON is read like a page, under the same guard, and archived as bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.pages.extract import Walk
from scraper.pages.listing_reader import extract
from scraper.site import SiteFile
from tests.network.crawling import CLOCK, crawled, sorted_lines
from tests.network.strange_site import StrangeSite, listing, strange_site

LINKS = [f"/entry-{n}" for n in range(6)]
JSON = "application/json; charset=utf-8"


def posts(numbers: range) -> str:
    return json.dumps(
        [
            {
                "link": f"/entry-{n}",
                "title": {"rendered": f"Item number {n} of the day"},
                "date": "2026-09-03T08:00:00",
                "excerpt": {"rendered": f"<p>The council met {n} times.</p>"},
            }
            for n in numbers
        ]
    )


def page(more: str) -> str:
    return (
        listing(*LINKS).replace("</body>", "")
        + f'<button class="load-more" data-url="{more}">Load more</button>'
    )


@pytest.fixture
def site() -> Iterator[StrangeSite]:
    with strange_site() as made:
        yield made


def test_a_list_is_read_on_through_its_endpoint(site: StrangeSite, tmp_path: Path) -> None:
    """A Link header, `has_more`, HTML inside JSON and an empty answer: one list, its positions counted on."""
    site.put("/news", page("/api/posts?page=2"))
    onward = f'<{site.address}/api/>; rel="service", <{site.address}/api/posts?page=3>; rel="next"'
    site.put("/api/posts?page=2", posts(range(6, 12)), Content_Type=JSON, Link=onward)
    pieces = "".join(
        f"<article class=post><h2><a href=/entry-{n}>Item number {n} of the day</a></h2><p>The council met.</p></article>"
        for n in range(12, 16)
    )
    site.put("/api/posts?page=3", json.dumps({"html": pieces, "has_more": True}), Content_Type=JSON)
    site.put("/api/posts?page=4", json.dumps({"items": [], "total": 16}), Content_Type=JSON)
    made = crawled(tmp_path, site.address + "/news", detail="never")
    entries = made.of("entry")
    assert [line["url"] for line in entries] == [f"{site.address}/entry-{n}" for n in range(16)]
    assert [line["position"] for line in entries] == [*range(16)]
    assert {line["list"] for line in entries} == {entries[0]["list"]}
    assert made.outcome.rejects == {}
    assert entries[7]["excerpt"] == "The council met 7 times."
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


def test_an_endpoint_that_never_ends_is_left(site: StrangeSite, tmp_path: Path) -> None:
    """One that always answers the same and always has more ends at the first answer without a new entry."""
    site.put("/news", page("/api/posts?page=2"))
    again = json.dumps({"items": json.loads(posts(range(6, 9))), "has_more": True})
    for number in range(2, 9):
        site.put(f"/api/posts?page={number}", again, Content_Type=JSON)
    made = crawled(tmp_path, site.address + "/news", detail="never")
    assert (len(made.of("entry")), made.outcome.rejects) == (9, {"page_repeated": 1})
    assert site.asked[-1] == "/api/posts?page=3"


def test_json_without_a_list_is_a_reject(site: StrangeSite, tmp_path: Path) -> None:
    """It is told what it holds, and the chain ends."""
    site.put("/news", page("/api/posts?page=2"))
    site.put("/api/posts?page=2", '{"error": "no", "code": 7}', Content_Type=JSON)
    made = crawled(tmp_path, site.address + "/news", detail="never")
    assert len(made.of("entry")) == 6
    [told] = made.of("reject")
    assert (told["reason"], told["detail"]) == (
        "no_list",
        "JSON without a list of entries; it holds the keys error, code",
    )


def test_an_endpoint_as_start_page(site: StrangeSite, tmp_path: Path) -> None:
    """`listmend run` may be pointed at it."""
    site.put("/api/posts", posts(range(6)), Content_Type=JSON)
    made = crawled(tmp_path, site.address + "/api/posts", detail="never")
    assert len(made.of("entry")) == 6
    assert made.outcome.rejects == {}


@pytest.mark.parametrize("media", [JSON, "text/html"])
def test_json_without_a_list_as_start_page(site: StrangeSite, tmp_path: Path, media: str) -> None:
    """Whatever it is declared as, what it holds is told."""
    site.put("/api/status", '{"items": [1, 2, 3]}', Content_Type=media)
    made = crawled(tmp_path, site.address + "/api/status", detail="never")
    assert (made.of("entry"), made.outcome.rejects) == ([], {"no_list": 1})
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


def test_a_feed_goes_on_where_it_says(site: StrangeSite, tmp_path: Path) -> None:
    """An Atom feed with a next link, found as the next page of a list."""

    def feed(numbers: range, following: str) -> str:
        entries = "".join(
            f'<entry><title>Item number {n} of the day</title><link href="{site.address}/entry-{n}"/>'
            "<updated>2026-09-03T08:00:00Z</updated><summary>The council met.</summary></entry>"
            for n in numbers
        )
        link = f'<link rel="next" href="{following}"/>' if following else ""
        return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{link}{entries}</feed>'

    site.put("/news", page("/atom?page=2"))
    site.put("/atom?page=2", feed(range(6, 10), "/atom?page=3"), Content_Type="application/atom+xml")
    site.put("/atom?page=3", feed(range(10, 12), ""), Content_Type="application/atom+xml")
    made = crawled(tmp_path, site.address + "/news", detail="never", feed="never")
    assert [line["url"] for line in made.of("entry")] == [f"{site.address}/entry-{n}" for n in range(12)]
    assert made.outcome.rejects == {}


def test_the_guard_holds_for_json_too(site: StrangeSite, tmp_path: Path) -> None:
    """Size, and an answer that names an address inside the network as its next."""
    inside = json.dumps({"items": json.loads(posts(range(6, 9))), "next": "http://10.0.0.1/api?page=3"})
    site.put("/news", page("/api/posts?page=2"))
    site.put("/api/posts?page=2", inside, Content_Type=JSON)
    made = crawled(tmp_path, site.address + "/news", detail="never")
    assert len(made.of("entry")) == 9
    assert made.outcome.rejects == {"address": 1}
    site.put("/big", '{"items": [' + "1," * 20_000_001 + "1]}", Content_Type=JSON)
    other = tmp_path / "big"
    other.mkdir()
    assert crawled(other, site.address + "/big", detail="never").outcome.rejects == {"too_large": 1}


def test_json_where_an_entry_page_was_expected_is_no_page(site: StrangeSite, tmp_path: Path) -> None:
    """Only lists and feeds may be JSON."""
    site.put("/news", listing("/entry-0", "/entry-1", "/entry-2"))
    for n in range(3):
        site.put(f"/entry-{n}", '{"title": "x"}', Content_Type=JSON)
    assert crawled(tmp_path, site.address + "/news", detail="always").outcome.rejects == {"not_html": 3}


@pytest.mark.parametrize(
    ("pager", "reason"),
    [
        (
            "<form method=post action=/news><input type=hidden name=page value=2><button>Next page</button></form>",
            "next_by_post",
        ),
        (
            "<ul class=pagination><li><b>1</b><li><a href=\"javascript:__doPostBack('g','Page$2')\">2</a></ul>",
            "next_by_post",
        ),
        ("<div class=pager><a href='https://quai.example/news?page=2'>Next</a></div>", "next_elsewhere"),
    ],
)
def test_a_next_page_that_is_not_asked_for_is_told(
    site: StrangeSite, tmp_path: Path, pager: str, reason: str
) -> None:
    """Nobody takes the first page for the whole list."""
    site.put("/news", listing(*LINKS).replace("</body>", "") + pager)
    made = crawled(tmp_path, site.address + "/news", detail="never")
    assert (len(made.of("entry")), made.outcome.rejects) == (6, {reason: 1})


def test_half_an_emoji_costs_no_entries(site: StrangeSite, tmp_path: Path) -> None:
    """JavaScript cuts by UTF-16 units, so a teaser may end in an escaped half of a character: no file can hold that."""
    half = "The council met on the meadow \ud83c"
    cut = posts(range(6)).replace("The council met 3 times.", json.dumps(half)[1:-1])
    site.put("/api/posts", cut, Content_Type=JSON)
    page = (
        f"<html><body><main><div id=app></div></main><script>window.__STATE__ = {cut};</script></body></html>"
    )
    site.put("/news", page)
    site.put("/entry-3", f'<html><head><script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": half})}</script></head></html>')  # fmt: skip
    for start in ("/api/posts", "/news"):
        folder = tmp_path / start.replace("/", "-")
        folder.mkdir()
        made = crawled(folder, site.address + start, detail="always")
        teasers = [line["excerpt"] for line in made.of("entry")]
        assert len(teasers) == 6
        assert teasers[3] == "The council met on the meadow \ufffd"
        assert made.outcome.counts["faults"] == 0


SHELL = '<html lang=en><head>{head}</head><body><div id=app></div><script src="/app.js" async></script></body></html>'
PRELOADED = '<link as="fetch" rel="preload" href="/news/data.json" crossorigin="anonymous">'


@pytest.mark.parametrize("flat", [False, True])
def test_a_shell_is_read_from_the_data_it_preloads(site: StrangeSite, tmp_path: Path, flat: bool) -> None:
    """What a page has its browser fetch at once its scripts make the page from: no browser is needed, and the run says what was read."""
    objects = [
        {"title": f"Item number {n} of the day", "path": f"/entry-{n}", "date": f"2026-09-0{n + 1}"}
        for n in range(6)
    ]
    data: list[object] = [{"posts": 1}, [2 + 4 * n for n in range(6)]]
    for at, one in enumerate(objects):
        data += [{key: 3 + 4 * at + place for place, key in enumerate(one)}, *one.values()]
    site.put("/news", SHELL.format(head=PRELOADED))
    site.put(
        "/news/data.json", json.dumps(data if flat else {"result": {"posts": objects}}), Content_Type=JSON
    )
    made = crawled(tmp_path, site.address + "/news", detail="never")
    assert [line["url"] for line in made.of("entry")] == [f"{site.address}/entry-{n}" for n in range(6)]
    assert [line["datetime"] for line in made.of("entry")][:2] == ["2026-09-01", "2026-09-02"]
    (told,) = made.of("reject")
    assert (told["reason"], told["detail"].rpartition(" ")[2]) == ("shell", f"{site.address}/news/data.json")
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


def test_a_menu_that_a_shell_preloads_is_no_list(site: StrangeSite) -> None:
    """Titles and links without days: the page stays a shell, for a feed or a browser to read."""
    url = f"{site.address}/news"
    walk = Walk(SiteFile(id="strange", start=[url]))
    menu = [{"title": f"Section number {n} of the site", "path": f"/section-{n}"} for n in range(6)]
    first = walk.listing(SHELL.format(head=PRELOADED), url, encoding="utf-8", fetched=CLOCK, number=0)
    assert first.next == f"{site.address}/news/data.json"
    second = walk.listing(json.dumps(menu), first.next, encoding="utf-8", fetched=CLOCK, number=1)
    assert (second.entries, [line["reason"] for line in second.rejects]) == ([], ["no_list"])


@pytest.mark.parametrize(
    ("head", "instead"),
    [
        (PRELOADED, "https://portus.example/news/data.json"),
        ("", None),
        (PRELOADED.replace("fetch", "script"), None),
        (PRELOADED.replace("/news/", "https://api.example/"), None),
    ],
)
def test_only_data_of_its_own_site_stands_for_a_shell(head: str, instead: str | None) -> None:
    """Neither a script nor another host's data: that page stays a shell."""
    url = "https://portus.example/news"
    read = extract(SHELL.format(head=head), url, SiteFile(id="portus", start=[url]))
    assert (read.instead, [reason for reason, _ in read.notes]) == (instead, ["shell"])
