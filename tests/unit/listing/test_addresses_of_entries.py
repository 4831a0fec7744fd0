"""Where entries lead does not make a page a listing or none: below its address, beside it, into folders of days, to numbers."""

from __future__ import annotations

import re

import pytest

from scraper.listing.induce import chosen, induce, is_listing
from tests.unit.listing.harbour import TEXTS, TITLES

HERE = {
    "a folder": "/news/",
    "a word": "/news",
    "a file": "/news.html",
    "two words": "/press-releases",
    "a query": "/index.php?page=news",
    "a month": "/archive/2026/11/",
    "a later page": "/blog/page/2/",
    "a number": "/node/17",
    "a topic": "/tag/seals",
}
SLUGS = [re.sub(r"[^a-z]+", "-", title.lower()) for title in TITLES]
LEADS = {
    "below": [f"/news/{slug}" for slug in SLUGS],
    "beside": [f"/{slug}" for slug in SLUGS],
    "files beside": [f"/{slug}.html" for slug in SLUGS],
    "by day": [f"/2026/11/{20 - n:02}/{slug}" for n, slug in enumerate(SLUGS)],
    "numbers": [f"/node/{900 - 7 * n}" for n in range(len(SLUGS))],
    "a query": [f"/view.php?id={900 - 7 * n}" for n in range(len(SLUGS))],
    "another folder": [f"/articles/{slug}" for slug in SLUGS],
}


def page(links: list[str], rows: int, heading: str, day: str) -> str:
    """A listing page of articles that lead to the links."""
    articles = "".join(
        f"<article><h3><a href='{links[n]}'>{TITLES[n]}</a></h3>{day.format(20 - n)}<p>{TEXTS[n]}</p></article>"
        for n in range(rows)
    )
    menu = "<nav><a href=/>Home</a> <a href=/about>About</a> <a href=/contact>Contact</a></nav>"
    return f"<html lang=en><title>{heading} | Portus</title><body>{menu}<main><h1>{heading}</h1>{articles}</main></body></html>"


@pytest.mark.parametrize("links", LEADS.values(), ids=LEADS)
@pytest.mark.parametrize("here", HERE.values(), ids=HERE)
@pytest.mark.parametrize(
    ("heading", "day"),
    [("News", ""), ("Harbour and sea", "<time>{} November 2026</time>")],
    ids=["named", "dated"],
)
@pytest.mark.parametrize("rows", [3, 5])
def test_entries_may_lead_anywhere(links: list[str], here: str, heading: str, day: str, rows: int) -> None:
    """A page of few entries is a listing where its heading names one or its entries have days, wherever they lead."""
    html, url = page(links, rows, heading, day), f"https://portus.example{here}"
    assert is_listing(html, url) > 0.5
    kept = [entry for one in chosen(induce(html, url)) for entry in one.entries]
    assert [(entry.title, entry.url) for entry in kept] == [
        (TITLES[n], f"https://portus.example{links[n]}") for n in range(rows)
    ]


def test_a_ticket_leads_where_its_number_does() -> None:
    """Its summary is no link, and a pencil before its number leads to the form that changes it: all entries led there."""
    rows = "".join(
        f"<tr><td><input type=checkbox></td><td><a href=/edit.php?bug={900 - n}><i class=pencil title=Edit></i></a></td>"
        f"<td><a href=/view.php?id={900 - n}>0000{900 - n}</a></td><td>harbour</td><td>2026-11-{20 - n:02}</td><td>{title}</td></tr>"
        for n, title in enumerate(TITLES)
    )
    html = f"<html lang=en><body><main><h1>Issues</h1><table>{rows}</table></main></body></html>"
    (found,) = chosen(induce(html, "https://portus.example/all.php"))
    assert [(entry.title, entry.url) for entry in found.entries] == [
        (title, f"https://portus.example/view.php?id={900 - n}") for n, title in enumerate(TITLES)
    ]
