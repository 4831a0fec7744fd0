"""Pagers walked on loopback: chains of every notation end where the list ends; loops, traps and calendars end, too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.network.crawling import crawled
from tests.network.strange_site import StrangeSite, listing, strange_site

PAGES = 4
SIZE = 6


@pytest.fixture
def site() -> Iterator[StrangeSite]:
    """A site without pages."""
    with strange_site() as made:
        yield made


def links(number: int) -> list[str]:
    """Entries of one page, counted from 1."""
    return [f"/item-{number}-{n}" for n in range(SIZE)]


def below(number: int, pager: str) -> str:
    """A listing page with a pager below it."""
    return listing(*links(number)).replace("</main>", f"{pager}</main>")


def numbers(own: int, address: str, *, start: int = 0, step: int = 1, last: int = PAGES) -> str:
    """The row of a pager without a word for next."""
    row = [
        f"<b>{n}</b>" if n == own else f'<a href="{address.format(start + step * n)}">{n}</a>'
        for n in range(1, last + 1)
    ]
    return f'<p class="pager">{" ".join(row)}</p>'


def asked(site: StrangeSite) -> list[str]:
    """Listing pages asked for, in order."""
    return [path for path in site.asked if path != "/robots.txt"]


@pytest.mark.parametrize(
    ("address", "start", "step"),
    [
        ("/list?o={}", -20, 20),  # offsets under a name that nobody wrote down
        ("/list?seg=x{}", 0, 1),
        ("/themes,{}.html", 0, 1),
        ("/list?page={}", -1, 1),  # counted from 0
        ("/list/P{}", -10, 10),
        ("/list?page=0,{}", -1, 1),  # the second of two lists
    ],
)
def test_a_row_of_numbers_is_walked_to_its_end(
    site: StrangeSite, tmp_path: Path, address: str, start: int, step: int
) -> None:
    """Every page once, in order, whatever the site calls the number."""
    paths = [address.format(start + step * n) for n in range(1, PAGES + 1)]
    for number, path in enumerate(paths, 1):
        site.put(path, below(number, numbers(number, address, start=start, step=step)))
    made = crawled(tmp_path, site.address + paths[0], detail="never")
    assert asked(site) == paths
    assert len(made.of("entry")) == PAGES * SIZE
    assert (made.outcome.rejects, made.outcome.says) == ({}, "")
    assert made.again() == made.lines


@pytest.mark.parametrize(
    "pager",
    [
        '<div class="pager"><a class="next" href="/list?page=1">Next</a></div>',  # back to the start
        '<div class="pager"><a class="next disabled" href="/list?page=5">Next</a></div>',
        '<div class="pager"><a class="next is-invisible" href="/list?page=5">Next</a></div>',
        '<div class="pager"><a class="prev" href="/list?page=3">Previous</a> <a href="/list?page=4">›</a></div>',
        '<nav class="comment-navigation"><a href="/list?page=4&amp;cpage=2#comments">Older comments</a></nav>',
    ],
)
def test_the_last_page_ends_a_chain(site: StrangeSite, tmp_path: Path, pager: str) -> None:
    """A next that leads back, to itself, nowhere or to comments is not asked for."""
    for number in range(1, PAGES + 1):
        onward = f'<div class="pager"><a class="next" href="/list?page={number + 1}">Next</a></div>'
        site.put(f"/list?page={number}", below(number, onward if number < PAGES else pager))
    made = crawled(tmp_path, site.address + "/list?page=1", detail="never")
    assert asked(site) == [f"/list?page={number}" for number in range(1, PAGES + 1)]
    assert (len(made.of("entry")), made.outcome.rejects) == (PAGES * SIZE, {})


def test_pages_beyond_the_last_repeat_it(site: StrangeSite, tmp_path: Path) -> None:
    """Systems that serve the last page for every later number are left at the first repeat, and it is told."""
    for number in range(1, 9):
        shown = min(number, 2)
        site.put(
            f"/list?page={number}",
            below(shown, f'<div class="pager"><a class="next" href="/list?page={number + 1}">Next</a></div>'),
        )
    made = crawled(tmp_path, site.address + "/list?page=1", detail="never")
    assert asked(site) == [f"/list?page={number}" for number in (1, 2, 3)]
    assert made.outcome.rejects == {"page_repeated": 1}


def test_an_empty_page_ends_a_chain(site: StrangeSite, tmp_path: Path) -> None:
    """A page without entries is the last, whatever it links to."""
    onward = '<div class="pager"><a class="next" href="/list?page={}">Next</a></div>'
    site.put("/list?page=1", below(1, onward.format(2)))
    site.put(
        "/list?page=2",
        f"<!doctype html><html><body><main><p>Nothing found.</p>{onward.format(3)}</main></body></html>",
    )
    made = crawled(tmp_path, site.address + "/list?page=1", detail="never")
    assert asked(site) == ["/list?page=1", "/list?page=2"]
    assert len(made.of("entry")) == SIZE


@pytest.mark.parametrize(
    "pager",
    [
        '<nav class="calendar"><a rel="next" class="next" href="/list/2026-11/">November</a></nav>',
        '<nav><a href="/list?month=11&amp;year=2026" title="Next month">›</a></nav>',
        '<div class="carousel"><a class="carousel-control-next" href="/list?slide=2">Next</a></div>',
        '<ul class="seasons"><li class="active"><a href="/list/season/1">1</a></li><li><a href="/list/season/2">2</a></li></ul>',
        '<p>Show <a href="/list?per_page=10">10</a> <a href="/list?per_page=20">20</a> a page</p>',
    ],
)
def test_what_only_looks_like_a_pager_is_not_walked(site: StrangeSite, tmp_path: Path, pager: str) -> None:
    """Calendars, carousels, seasons and sizes lead to other lists, or to the same one again."""
    site.put("/list", below(1, pager))
    made = crawled(tmp_path, site.address + "/list", detail="never")
    assert (asked(site), made.outcome.rejects) == (["/list"], {})


@pytest.mark.parametrize(
    ("pager", "code", "told"),
    [
        (
            '<form method="post"><input type="hidden" name="page" value="2"><button>Next page</button></form>',
            "next_by_post",
            "the next page needs a form post: the list may go on",
        ),
        (
            "<p class=\"pager\"><b>1</b> <a href=\"javascript:__doPostBack('grid','Page$2')\">2</a></p>",
            "next_by_post",
            "the next page needs a form post: the list may go on",
        ),
        (
            '<p class="pager"><a href="javascript:goPage(2)">Next</a></p>',
            "next_by_script",
            "the next page is a script's: the list may go on",
        ),
        (
            "<p>Showing 1 to 6 of 24 entries</p>",
            "counted_more",
            "the page counts more than was read: the list may go on",
        ),
        (
            '<nav><a rel="next" class="next" href="/list/2026-11/">November</a></nav>',
            "next_period",
            "the next page is a month that may be to come: the list may go on",
        ),
    ],
)
def test_a_pager_that_is_not_followed_is_said(
    site: StrangeSite, tmp_path: Path, pager: str, code: str, told: str
) -> None:
    """The verdict says that the list may go on, and the reject names the link."""
    site.put("/list", below(1, pager))
    made = crawled(tmp_path, site.address + "/list", detail="never")
    assert (made.outcome.rejects, made.outcome.says) == ({code: 1}, told)
    assert len(made.of("entry")) == SIZE


@pytest.mark.parametrize(
    ("encoding", "declared", "word"),
    [
        ("windows-1251", "windows-1251", "порт"),
        ("windows-1252", "iso-8859-1", "été"),
        ("gb18030", "gb2312", "新闻"),
        ("utf-8", "utf-8", "порт"),
    ],
)
def test_a_query_is_sent_in_the_encoding_of_its_page(
    site: StrangeSite, tmp_path: Path, encoding: str, declared: str, word: str
) -> None:
    """The next pages are those that a browser asks for, and so are the entries' links."""
    sent = quote(word.encode(encoding))
    for number in range(1, PAGES + 1):
        row = numbers(number, f"/list?q={word}&amp;p={{}}", start=0, step=1)
        entries = below(number, row).replace('href="/item', f'href="/item?of={word}&amp;no=')
        body = f'<html><head><meta charset="{declared}"></head>{entries}'.encode(encoding)
        site.put(f"/list?q={sent}&p={number}", body, Content_Type=f"text/html; charset={declared}")
    made = crawled(tmp_path, f"{site.address}/list?q={sent}&p=1", detail="never")
    assert asked(site) == [f"/list?q={sent}&p={number}" for number in range(1, PAGES + 1)]
    links = {entry["url"].partition("of=")[2].partition("&")[0] for entry in made.of("entry")}
    assert links == {sent if encoding != "utf-8" else word}
    assert made.again() == made.lines
