"""Of two links that are called alike the one below the page's own address is the entry's."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES


def urls(page: str) -> list[str]:
    """The last parts but one of the links of four releases, each with its tag before it."""
    rows = "".join(
        f"<section><div><time>{20 - n} November 2026</time><a href=/tide/tree/v4.{9 - n}>v4.{9 - n}</a></div>"
        f"<div><a href=/tide/releases/tag/v4.{9 - n}>v4.{9 - n}</a><p>Gauges without wires are read, and part {n} is faster.</p></div></section>"
        for n in range(4)
    )
    [kept] = chosen(induce(f"<main><h1>Releases</h1>{rows}</main>", f"https://code.example{page}"))
    return [entry.url.split("/")[-2] for entry in kept.entries]


@pytest.mark.parametrize(
    ("page", "led"), [("/tide/releases", "tag"), ("/tide/releases/", "tag"), ("/tide/tree", "tree")]
)
def test_the_entry_lies_below_its_page(page: str, led: str) -> None:
    """A release's page on the page of releases, its tree on the page of trees."""
    assert urls(page) == [led] * 4


def test_what_a_heading_leads_to_is_the_entrys() -> None:
    """A link of the same name below the page's address shows its pictures."""
    rows = "".join(
        f"<article><h3><a href=/stories/{n}>{title}</a></h3><i>{20 - n} November 2026</i><a href=/news/pictures/{n}>{title}</a></article>"
        for n, title in enumerate(TITLES[:5])
    )
    [kept] = chosen(induce(f"<main><h1>News</h1>{rows}</main>", "https://portus.example/news/"))
    assert [entry.url for entry in kept.entries] == [f"https://portus.example/stories/{n}" for n in range(5)]
