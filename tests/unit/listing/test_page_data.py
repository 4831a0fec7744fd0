"""Entries from the data of a page that scripts fill: of several arrays the fullest is the page's list."""

from __future__ import annotations

import json

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/news/"


@pytest.mark.parametrize("summary", ["", "The works begin in spring and last until the first ferries sail."])
@pytest.mark.parametrize("first", ["popular", "latest"])
def test_the_fullest_of_several_arrays_is_the_list(first: str, summary: str) -> None:
    """Three dated links of a box beside nine news, whichever stands first in the data."""
    entries = [
        {"title": title, "url": f"/news/{at}", "publishedAt": f"2026-11-{at + 10}"}
        for at, title in enumerate(TITLES[:12])
    ]
    arrays = {"popular": entries[:3], "latest": [one | {"summary": summary} for one in entries[3:]]}
    props = {name: arrays[name] for name in sorted(arrays, key=lambda name: name != first)}
    data = json.dumps({"props": props})
    html = (
        f"<html lang=en><body><div id=root></div><script type=application/json>{data}</script></body></html>"
    )
    assert [[entry.title for entry in one.entries] for one in chosen(induce(html, URL))] == [
        list(TITLES[3:12])
    ]


TYPED = "<meta property=article:published_time content=2026-11-12T08:00:00Z>"


@pytest.mark.parametrize(("head", "length", "read"), [("", 16, True), (TYPED, 16, False), ("", 8, False)])
def test_the_data_of_an_article_are_its_sites(head: str, length: int, read: bool) -> None:
    """Dated campaigns in the state of a page that says it is one article, or is as long as one, are no listing; else they are read."""
    campaigns = [
        {"name": title, "url": f"/c/{at}", "createdAt": f"2026-05-{at + 10}"}
        for at, title in enumerate(TITLES[:6])
    ]
    prose = "".join(
        f"<p>{title}. {'The lock keeper told it in the hall. ' * length}</p>"
        for title in TITLES[6 : 6 + 32 // length]
    )
    html = (
        f"<html lang=en><head><title>Why the old mill turns</title>{head}</head><body><main><h1>Why the old mill turns</h1>{prose}"
        f"</main><script>window.__STATE__ = {json.dumps({'records': campaigns})}</script></body></html>"
    )
    kept = chosen(induce(html, "https://portus.example/why-the-old-mill-turns-63318.html"))
    assert [len(one.entries) for one in kept] == ([6] if read else [])
