"""The next page is what the page itself calls so; never another host, never the page itself, never back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from scraper.listing.pager import next_words
from scraper.listing.pager.numbered import advanced, page_number
from scraper.listing.pager.unfollowed import unfollowed
from scraper.listing.paginate import linked_next, next_page
from scraper.listing.select import SelectorError

FOLDER = Path(__file__).parent / "cases"
CASES: list[dict[str, Any]] = [
    case
    for name in ("next_page.json", "pagers.json")
    for case in json.loads((FOLDER / name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_each_way_of_naming_the_next_page_is_read_and_nothing_like_it(case: dict[str, Any]) -> None:
    """Each way a page names its next one, and each thing that only looks like it."""
    assert next_page(case["html"], case["url"]) == case["next"]


@pytest.mark.parametrize("case", [case for case in CASES if "told" in case], ids=lambda case: case["why"])
def test_a_pager_that_is_not_followed_is_told(case: dict[str, Any]) -> None:
    """What posts, what only a script knows and what leads to another host has a code and a sentence."""
    reason, told = unfollowed(case["html"], case["url"])
    assert (reason, bool(told)) == (case["told"], True)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case["next"] is None and "told" not in case],
    ids=lambda case: case["why"],
)
def test_a_last_page_is_not_accused(case: dict[str, Any]) -> None:
    """Where the list ends nothing is told."""
    assert unfollowed(case["html"], case["url"]) == ("", "")


@pytest.mark.parametrize(
    ("header", "following"),
    [
        ('<https://portus.example/api?page=2>; rel="next"', "https://portus.example/api?page=2"),
        (
            '<https://portus.example/wp-json/>; rel="https://api.example/", </api?page=2>; rel=next',
            "https://portus.example/api?page=2",
        ),
        ('</api?page=1>; rel="prev"', None),
        ('<https://quai.example/api?page=2>; rel="next"', None),
        ("", None),
    ],
)
def test_a_link_header_names_the_next_page(header: str, following: str | None) -> None:
    """As REST interfaces give it; never another host."""
    assert linked_next(header, "https://portus.example/api") == following


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Next", "next"), ("Próxima página »", "next"), ("الصفحة التالية", "next"), ("次の10件", "next"),
        ("Nächste Termine", "maybe"), ("Next story: a headline of several words", ""), ("Previous page", ""), ("News", ""),
    ],
)  # fmt: skip
def test_what_a_label_says(label: str, said: str) -> None:
    """The word decides, page and entries around it agree, a headline says nothing."""
    assert next_words.said(label) == said


@pytest.mark.parametrize(
    ("url", "entries", "after"),
    [
        ("https://portus.example/api?page=2", 10, "https://portus.example/api?page=3"),
        ("https://portus.example/api?offset=20", 10, "https://portus.example/api?offset=30"),
        ("https://portus.example/api?b_start=20", 10, "https://portus.example/api?b_start=30"),
        ("https://portus.example/news/page/2/", 10, "https://portus.example/news/page/3/"),
        ("https://portus.example/api?cursor=ab", 10, ""),
    ],
)
def test_an_address_is_counted_on(url: str, entries: int, after: str) -> None:
    """A page number by one, an offset by the entries of the page; nothing is made up where there is no number."""
    assert advanced(url, entries) == after


def test_a_site_files_selector_alone_counts() -> None:
    """With a selector nothing else is looked at: not even rel=next."""
    page = "<link rel=next href=/page/9/><a class=on href=/p2>2</a><div class=wrap><a href=/p3>3</a></div>"
    assert next_page(page, "https://portus.example/", "a.on") == "https://portus.example/p2"
    assert next_page(page, "https://portus.example/", ".wrap") == "https://portus.example/p3"
    assert next_page(page, "https://portus.example/", ".none") is None


def test_a_broken_selector_names_itself() -> None:
    """A selector that is no CSS is an error that shows it."""
    with pytest.raises(SelectorError, match=r"next = 'a\[' is not a CSS selector"):
        next_page("<a href=/2>2</a>", "https://portus.example/", "a[")


def test_a_next_link_is_resolved_against_base() -> None:
    """A base element moves relative links."""
    page = "<base href=/archive/><nav class=pager><a href='?page=2'>Next</a></nav>"
    assert next_page(page, "https://portus.example/x") == "https://portus.example/archive/?page=2"
    assert next_page(page, "https://portus.example/x", ".pager a") == "https://portus.example/archive/?page=2"


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://portus.example/news/page/4/", 4),
        ("https://portus.example/news?seite=12", 12),
        ("https://portus.example/news?id=12", None),
        ("https://portus.example/2026/03/02/", None),
    ],
)
def test_page_number_of_an_address(url: str, number: int | None) -> None:
    """A page number is read from parameters and path parts that mean pages only."""
    assert page_number(url) == number


@pytest.mark.parametrize(
    ("name", "following"),
    [("date", "https://portus.example/news?date=2026-11-20"), ("before", None), ("offset", None)],
)
def test_what_a_page_begins_with_is_no_day_of_an_archive(name: str, following: str | None) -> None:
    """An earlier day of an archive is its next page, whatever the link is called; an earlier cursor is anybody's link."""
    page = f"<h1>News</h1><p>As told in <a href='?{name}=2026-11-20'>the harbour's diary</a>.</p>"
    assert next_page(page, f"https://portus.example/news?{name}=2026-11-26") == following


NUMBERS = """<main><h1>Meddelanden</h1>{rows}</main><nav class="pager">
<a class="prev" href="{path}{back}">Föregående</a> <a href="{path}">1</a> <a href="{path}page/2/">2</a> <strong>3</strong>
<a href="{path}page/4/">4</a> <a class="next" href="{path}page/4/">Nästa</a></nav>"""
ROW = '<article><h2><a href="/arende/{0}/">Ärende {0} om bryggan</a></h2><p>Nämnden har läst ärende {0}.</p></article>'


@pytest.mark.parametrize(
    "spell", [str, quote, lambda path: quote(path).lower()], ids=("letters", "large", "small")
)
@pytest.mark.parametrize("path", ["/nyhéter/", "/новости/мост/", "/お知らせ/"])
def test_a_pager_counts_on_however_the_path_is_spelled(path: str, spell: Callable[[str], str]) -> None:
    """Links in letters, or with the small escapes of WordPress, on a page that was asked for in large ones."""
    rows = "".join(map(ROW.format, range(41, 49)))
    page = NUMBERS.format(rows=rows, path=spell(path), back="page/2/")
    asked = f"https://hamn.example{quote(path)}page/3/"
    for html in (page, page.encode()):
        assert next_page(html, asked) == f"https://hamn.example{spell(path)}page/4/"
