"""Pagers as content systems, frameworks and languages write them, each below a list with menus and boxes around it.

Over a quarter of them end in no address: a last page, a calendar, a carousel, a filter, a form that posts. Following one of these
costs more than missing a page: it fills a dataset with what belongs to another list.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from scraper.listing.pager.unfollowed import unfollowed
from scraper.listing.paginate import next_page

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "cases" / "pager_systems.json").read_text(encoding="utf-8")
)
MENU = (
    '<nav id="menu"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li>'
    '<li><a href="/events">Events</a></li></ul></nav>'
)
SIDE = (
    '<aside><h3>Archive</h3><ul><li><a href="/2026/09/">September 2026</a></li><li><a href="/2025/12/">December 2025</a></li>'
    '</ul><p class="tags"><a href="/tag/2024/">2024</a> <a href="/tag/roads/">roads</a></p><form action="/subscribe" '
    'method="post"><input name="mail"><button>Subscribe</button></form>'
    '<p>Ann on <a href="/items/a-b-c-d/#comment-4">The bridge opens (4)</a></p></aside>'
)
RTL = ("ar", "fa", "he", "ur")


def articles() -> str:
    """Six teasers, each with a link that says more."""
    return "".join(
        f'<article class="post"><h2><a href="/items/the-bridge-opens-{n}01" rel="bookmark">The bridge opens</a></h2>'
        f'<time datetime="2026-09-{n:02}">{n} September 2026</time><p>The committee met and agreed on what to publish.</p>'
        f'<a class="more-link" href="/items/the-bridge-opens-{n}01">Read more</a></article>'
        for n in range(1, 7)
    )


def rows() -> str:
    """Six rows of a table."""
    return "".join(
        f'<tr><td>{n}.9.2026</td><td><a href="/items/the-bridge-opens-{n}01">The bridge opens</a></td></tr>'
        for n in range(1, 7)
    ).join(("<table>", "</table>"))


def page_of(case: dict[str, Any], entries: str) -> str:
    """A whole page around a pager."""
    direction = ' dir="rtl"' if case["lang"] in RTL else ""
    return (
        f'<!doctype html><html lang="{case["lang"]}"{direction}><head><title>News</title>{case.get("head", "")}</head><body>'
        f"<header>{MENU}<form action=/search method=get><input type=search name=q><button>Go</button></form></header>"
        f"{case.get('before', '')}<main><h1>News</h1>{entries}{case['pager']}</main>{SIDE}"
        '<footer><a href="/imprint">Imprint</a> <a href="#top">Top</a></footer></body></html>'
    )


@pytest.mark.parametrize("entries", [articles(), rows()], ids=["articles", "rows"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_the_pager_of_a_system(case: dict[str, Any], entries: str) -> None:
    """The next page where there is one; else none, and what a request cannot ask for is told."""
    html = page_of(case, entries)
    following = next_page(html, case["url"])
    assert _plain(following) == _plain(case["next"])
    if following is None:
        assert unfollowed(html, case["url"])[0] == case.get("told", "")


def _plain(address: str | None) -> str:
    return unquote((address or "").replace("&amp;", "&"))
