"""A crawl follows a site's listing pages, fetches what its teasers need, and leaves bytes and raw lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.network.crawling import crawled, sorted_lines
from tests.network.strange_site import StrangeSite, entry_page, listing, strange_site

FIRST = [f"/first-{n}" for n in range(6)]
SECOND = [f"/second-{n}" for n in range(6)]
CUT = "The council met in the old hall and decided on the item {n} tha"


@pytest.fixture
def site() -> Iterator[StrangeSite]:
    """A site of two listing pages and a page for each entry."""
    with strange_site() as made:
        made.put("/", listing(*FIRST, after="/page/2", teaser=CUT))
        made.put("/page/2", listing(*SECOND, after="/", teaser=CUT))
        for link in (*FIRST, *SECOND):
            made.put(
                link, entry_page(f"{link}: the council met in the old hall and decided on the item that day.")
            )
        yield made


def test_entries_pages_and_positions(site: StrangeSite, tmp_path: Path) -> None:
    """Every entry is a line with its place in the whole list; every entry page is fetched once."""
    made = crawled(tmp_path, site.address + "/", detail="always")
    # written when their pages have come: those of the second page may be first
    entries = sorted(made.of("entry"), key=lambda line: int(line["position"]))
    assert [line["url"] for line in entries] == [site.address + link for link in (*FIRST, *SECOND)]
    assert [line["position"] for line in entries] == list(range(12))
    assert [line["page"] for line in entries] == [0] * 6 + [1] * 6
    assert {line["encoding"] for line in entries} == {"utf-8"}
    assert {line["page_language"] for line in entries} == {"en"}
    assert all(line["fetched_at"].startswith("2026-10-30T06:0") for line in entries)
    assert sorted(line["url"] for line in made.of("page")) == sorted(line["url"] for line in entries)
    assert len(site.asked) == len(set(site.asked)) == 15
    assert made.outcome.counts["listing_pages"] == 2


def test_the_archive_gives_the_same_lines(site: StrangeSite, tmp_path: Path) -> None:
    """What was written during the crawl can be derived again from the bytes alone."""
    made = crawled(tmp_path, site.address + "/", detail="always")
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


def test_no_entry_page_is_fetched_where_none_is_wanted(site: StrangeSite, tmp_path: Path) -> None:
    """`detail = "never"` asks for listing pages only."""
    assert crawled(tmp_path, site.address + "/", detail="never").of("page") == []
    assert site.asked == ["/robots.txt", "/", "/page/2"]


def test_a_crawl_ends_at_its_limit(site: StrangeSite, tmp_path: Path) -> None:
    """`pages_max` bounds the listing pages; that there were more is told, with what to change."""
    made = crawled(tmp_path, site.address + "/", detail="never", pages_max=1)
    assert len(made.of("entry")) == 6
    (told,) = made.of("reject")
    assert (told["url"], told["reason"]) == (site.address + "/", "pages_max")
    assert "raise pages_max" in told["detail"]
    assert made.again() == made.lines


def test_a_limit_that_nothing_reaches_is_no_news(site: StrangeSite, tmp_path: Path) -> None:
    """The last page needs no other."""
    assert crawled(tmp_path, site.address + "/", detail="never", pages_max=2).outcome.rejects == {}


def test_a_page_of_the_same_events_on_later_days_is_no_trap(site: StrangeSite, tmp_path: Path) -> None:
    """Weekly courses have one link each; an entry whose minutes went on makes no new page of the old one."""
    first, later, again = (listing(*FIRST, after=f"/page/{n}") for n in (2, 3, 4))
    later, again = (page.replace(".10.2026", ".11.2026") for page in (later, again))
    site.put("/", first)
    site.put("/page/2", later)
    site.put("/page/3", again.replace("01.11.2026", "6 minutes ago"))
    made = crawled(tmp_path, site.address + "/", detail="never")
    assert [line["date"][3:5] for line in made.of("entry")] == ["10"] * 6 + ["11"] * 6
    assert made.outcome.rejects == {"page_repeated": 1}
    assert "/page/4" not in site.asked
    assert made.again() == made.lines


def test_a_trap_of_endless_pages_ends(site: StrangeSite, tmp_path: Path) -> None:
    """A page that shows nothing new ends the chain, whatever it links to next."""
    site.put("/page/2", listing(*FIRST, after="/page/3"))
    site.put("/page/3", listing(*FIRST, after="/page/4"))
    made = crawled(tmp_path, site.address + "/", detail="never")
    assert len(made.of("entry")) == 6
    assert [line["reason"] for line in made.of("reject")] == ["page_repeated"]
    assert "/page/3" not in site.asked


def test_several_starts_are_crawled_in_turn(site: StrangeSite, tmp_path: Path) -> None:
    """The second start follows when the first chain has ended, and a start that fails does not stop the others."""
    site.put("/other", listing("/other-1", "/other-2", "/other-3"))
    made = crawled(tmp_path, site.address + "/gone", site.address + "/other", detail="never")
    assert [line["url"] for line in made.of("entry")] == [f"{site.address}/other-{n}" for n in (1, 2, 3)]
    assert not made.outcome.unreachable


def test_one_cut_byte_reaches_the_raw_lines_as_a_mark(site: StrangeSite, tmp_path: Path) -> None:
    """The lone byte survives HTML, JSON and the archive; the other teasers are right, whatever is declared."""
    teaser = "Le musée prépare son été numéro {n}, dit la directrice à la presse."
    body = listing(*FIRST, teaser=teaser).encode()
    body = body.replace(b"</p>", b" a exhort\xc3</p>", 1)
    site.put("/", body, Content_Type="text/html; charset=windows-1252")
    excerpts = [line["excerpt"] for line in crawled(tmp_path, site.address + "/", detail="never").of("entry")]
    whole = [teaser.format(n=n) for n in range(6)]
    assert excerpts == [f"{whole[0]} a exhort\U0010f7c3", *whole[1:]]


def test_a_page_is_read_with_its_own_feed_and_the_sites(site: StrangeSite, tmp_path: Path) -> None:
    """A category names the feed of the whole site first; of its older entries only its own tells."""
    feeds = ("/feed", "/comments/feed", "/port/feed")
    head = "".join(f'<link rel="alternate" type="application/rss+xml" href="{feed}">' for feed in feeds)
    site.put("/port", listing(*FIRST).replace("<body>", head + "<body>", 1))
    for feed, link in (("/feed", "/elsewhere"), ("/port/feed", FIRST[-1])):
        item = f"<item><title>Item</title><link>{site.address}{link}</link></item>"
        site.put(feed, f'<rss version="2.0"><channel>{item}</channel></rss>')
    made = crawled(tmp_path, site.address + "/port", detail="never")
    assert {line["url"] for line in made.of("feed")} == {
        site.address + "/elsewhere",
        site.address + FIRST[-1],
    }
    assert "/comments/feed" not in site.asked


def test_a_named_feed_is_fetched_once(site: StrangeSite, tmp_path: Path) -> None:
    """Items of the feed become lines of their own, joined to entries later."""
    items = "".join(
        f"<item><title>Item</title><link>{site.address}{link}</link><description>Whole {link}.</description></item>"
        for link in FIRST
    )
    feed = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Demo</title>{items}</channel></rss>'
    site.put("/feed.xml", feed, Content_Type="application/rss+xml")
    made = crawled(tmp_path, site.address + "/", detail="never", feed=site.address + "/feed.xml")
    assert [line["url"] for line in made.of("feed")] == [site.address + link for link in FIRST]
    assert site.asked.count("/feed.xml") == 1
    assert sorted_lines(made.again()) == sorted_lines(made.lines)
