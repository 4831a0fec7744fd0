"""A page whose list a script puts into an empty box: the address that the box keeps is read in the page's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.pages.listing_reader import extract
from scraper.site import SiteFile
from tests.network.crawling import crawled, sorted_lines
from tests.network.strange_site import strange_site

URL = "https://portus.example/news/"
TOLD = (
    "The harbour office tells here what it decides, what it builds and whom it asks, and keeps all of it. "
    * 7
)
PAGE = """<html lang=en><head><title>News</title>{head}</head><body><header><div data-url="/basket"></div></header>
<main><h1>News</h1><p>{said}</p>{box}</main><footer><div hx-get="/visitors"></div></footer></body></html>"""
ROW = '<article><h2><a href="/news/{n}">The quay opens stairway {n}</a></h2><time datetime="2026-09-{n:02}"></time></article>'


def page(box: str, *, head: str = "") -> str:
    """A page of some sentences, with a box for its list; the frame has boxes of its own."""
    return PAGE.format(box=box, head=head, said=TOLD)


def instead(html: str) -> str | None:
    """What is read in the page's place."""
    return extract(html, URL, SiteFile(id="portus", start=[URL])).instead


@pytest.mark.parametrize(
    "box",
    [
        '<turbo-frame id=list src="/news/rows"></turbo-frame>',
        '<include-fragment src="/news/rows">Loading …</include-fragment>',
        '<div hx-get="/news/rows" hx-trigger="load"><div class=spinner></div></div>',
        '<ul data-controller="rows" data-rows-url-value="/news/rows"></ul>',
        '<section class=js-list data-endpoint="/news/rows"><p>One moment, please</p></section>',
        '<div data-src="/boxes/weather"></div><div data-src="/news/rows"></div>',
    ],
)
def test_what_a_script_puts_into_an_empty_box_is_read(box: str) -> None:
    """Whatever the attribute is called; what lies below the page's own address first."""
    assert instead(page(box)) == f"{URL}rows"


@pytest.mark.parametrize(
    "box",
    [
        '<div data-url="/news/rows"><a href="/about">About the office</a></div>',
        f'<div data-url="/news/rows">{TOLD}</div>',
        '<div data-url="/search"><input name=q></div>',
        '<div data-url="/news/rows" hidden></div>',
        '<div data-url="/news/rows" data-method="DELETE"></div>',
        '<div data-url="/news/7/delete"></div>',
        '<div data-url="/account?do=logout"></div>',
        '<div data-url="https://elsewhere.example/rows"></div>',
        '<div data-zone="Europe/Lisbon" data-image="/news/quay.jpg" data-home="/news/"></div>',
        '<img data-src="/news/rows"><button data-url="/news/rows"></button>',
        '<a href="/news/rows">All news</a><div class=share data-url="/news/rows"></div>',
        '<div class=share data-url="https://elsewhere.example/ferry" data-count="/shares/ferry"></div>',
        '<port-chat endpoint="/chat/say" src="/chat/frame"></port-chat>',
        '<post-nav prev-url="/news/ferry" next-url="/news/pilots"></post-nav>',
        '<div hx-post="/visits" hx-trigger="load"></div><div data-delete-url="/news/rows/5"></div>',
    ],
)
def test_no_other_element_s_address_is_asked_for(box: str) -> None:
    """One that holds something, that nobody sees, that leads elsewhere or to several, that sends, that is no box for a list."""
    assert instead(page(box)) is None


@pytest.mark.parametrize(
    "box",
    [
        "<table id=rows><thead><tr><th>Day<th>Notice</table><script>$('#rows').DataTable({ajax: '/news/rows'})</script>",
        "<table id=rows></table><script>new DataTable('#rows', {ajax: {url: \"/news/rows\", dataSrc: ''}})</script>",
        "<div class=rows></div><script>fetch('rows/../rows.json')</script><script>fill('.rows', fetch('/news/rows'))</script>",
        "<div id=days></div><script>new Calendar(document.getElementById('days'), {events: '/news/rows'})</script>",
        "<div id=grid></div><script>new Table('#grid', {ajaxURL:`/news/rows`, columns:[{field:'day'}]})</script>",
        "<ul id=rows></ul><script>$.getJSON('/news/rows', one => $('#rows').append(one))</script>",
        "<ul id=rows></ul><script>const apiUrl = '/news/rows'; show(document.querySelector('#rows'))</script>",
        "<div x-data='{rows: []}' x-init=\"rows = await (await fetch('/news/rows')).json()\"></div>",
        "<table data-toggle=table data-url=/news/rows><thead><tr><th>"
        "The day on which the office decided<th>What it decided<th>Who may object, and until when</table>",
    ],
)
def test_what_a_script_fetches_for_an_empty_box_is_read(box: str) -> None:
    """The box names its script's address, or the script that fetches from it names the box by id or class."""
    assert instead(page(box)) == f"{URL}rows"


@pytest.mark.parametrize(
    "script",
    [
        "fetch('/news/rows')",
        "$('#rows').load('/news/rows?page=' + page)",
        "$('#rows').load(`/news/rows/${page}`)",
        "fetch('/news/rows', {method: 'POST', body: '#rows'})",
        "$.ajax({url: '/news/7/delete', done: '#rows'})",
        "$('#rows').html('<a href=\"/news/rows\">Rows</a>')",
        "fetch('https://elsewhere.example/rows', '#rows')",
        "fetch('/chat/say', '#rows'); fetch('/chat/frame')",
        "$('#rows').css('background', '/news/rows'); const srcImage = '/news/quay.jpg'",
    ],
)
def test_what_a_script_does_besides_is_not_asked_for(script: str) -> None:
    """No box is named; the address is made where it runs, sends, acts, is a link's; it leads elsewhere, or to several places."""
    assert instead(page(f"<div id=rows></div><script>{script}</script>")) is None


@pytest.mark.parametrize(
    "box", ["<div id=search-results>", "<ul class=js-rows id=searchHits>", "<div class=suche-treffer>"]
)
def test_what_a_site_s_search_goes_through_is_not_the_page_s_list(box: str) -> None:
    """Its box is empty until somebody searches, and all pages have it: a tag of one post was read as the whole site."""
    html = f"{box}</div><script>Find({{json: '/data/all.json', into: ['search-results', 'searchHits', '.suche-treffer']}})</script>"
    assert instead(page(html)) is None


@pytest.mark.parametrize("name", ["comments", "js-map", "tide-chart", "cookieBanner"])
def test_what_a_script_puts_into_boxes_of_other_names_is_not_read(name: str) -> None:
    """What readers say, a map and its places, a series of figures: none is what a page lists."""
    assert instead(page(f"<div id={name}></div><script>show('#{name}', fetch('/data/all'))</script>")) is None


def test_an_article_is_read_from_no_box() -> None:
    """What is put below it is other articles."""
    head = '<meta property="article:published_time" content="2026-09-04">'
    assert instead(page('<div hx-get="/news/rows"></div>', head=head)) is None


@pytest.mark.parametrize(("paragraphs", "read"), [(1, True), (3, True), (4, False)])
def test_a_text_is_read_from_no_box_though_nothing_says_that_it_is_one(paragraphs: int, read: bool) -> None:
    """Its comments are put below it; up to three paragraphs introduce a list."""
    box = f"<p>{TOLD}</p>" * (paragraphs - 1) + '<turbo-frame id=comments src="/comments/5"></turbo-frame>'
    assert (instead(page(box)) is not None) == read


def test_the_list_goes_on_from_what_was_put_in(tmp_path: Path) -> None:
    """The rows' own pager is followed, and the archive gives the same again."""
    with strange_site() as site:
        site.put("/news/", page('<turbo-frame src="/news/rows">Loading</turbo-frame>'))
        more = '<turbo-frame loading="lazy" src="/news/rows?page=2"></turbo-frame>'
        site.put("/news/rows", "".join(ROW.format(n=n) for n in range(20, 12, -1)) + more)
        site.put("/news/rows?page=2", "".join(ROW.format(n=n) for n in range(12, 4, -1)))
        made = crawled(tmp_path, f"{site.address}/news/", detail="never")
        assert [line["url"].rpartition("/")[2] for line in made.of("entry")] == [
            str(n) for n in range(20, 4, -1)
        ]
        (told,) = made.of("reject")
        assert (told["reason"], made.outcome.says) == ("box_read", "")
        assert told["detail"].endswith(f"read: {site.address}/news/rows")
        assert sorted_lines(made.again()) == sorted_lines(made.lines)
