"""A sitemap as start: addresses are no entries, the titled ones of a sitemap of news are."""

from __future__ import annotations

import pytest

from scraper.pages.listing_reader import PageResult, extract
from scraper.site import SiteFile

URL = "https://portus.example/sitemap.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet href="/s.xsl"?>\n<!-- made by hand -->\n'
NEWS = (
    "<url><loc>https://portus.example/otters</loc><news:news><news:publication><news:name>Portus</news:name><news:language>en"
    "</news:language></news:publication><news:publication_date>2026-11-14T08:00:00Z</news:publication_date>"
    "<news:title><![CDATA[Otters & seals are back]]></news:title></news:news></url>"
)


def _read(text: str) -> PageResult:
    return extract(text, URL, SiteFile(id="portus", start=[URL]))


@pytest.mark.parametrize(
    "body",
    [
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{}</urlset>",
        "<sm:urlset xmlns:sm='http://www.sitemaps.org/schemas/sitemap/0.9'>{}</sm:urlset>",
    ],
)
def test_a_sitemap_is_no_listing(body: str) -> None:
    """Its addresses were published as titles, dated by the day their files were last written."""
    urls = "".join(
        f"<url><loc>https://portus.example/news/{n}</loc><lastmod>2026-11-{n:02}</lastmod></url>"
        for n in range(10, 20)
    )
    read = _read(HEAD + body.format(urls))
    assert (read.lists, [reason for reason, _ in read.notes]) == ((), ["no_list"])
    assert "start at the page that lists the entries" in read.notes[0][1]


def test_an_index_of_sitemaps_is_no_listing_either() -> None:
    """It leads to other sitemaps."""
    maps = "".join(f"<sitemap><loc>https://portus.example/sitemap-{n}.xml</loc></sitemap>" for n in range(4))
    assert _read(f"{HEAD}<sitemapindex>{maps}</sitemapindex>").lists == ()


def test_the_titled_addresses_of_a_sitemap_of_news_are_entries() -> None:
    """With the day of publication, and not those without a title."""
    read = _read(f"{HEAD}<urlset>{NEWS}<url><loc>https://portus.example/about</loc></url></urlset>")
    ((entry,),) = (found.entries for found in read.lists)
    assert (entry.title, entry.url, entry.datetime) == (
        "Otters & seals are back", "https://portus.example/otters", "2026-11-14T08:00:00Z",
    )  # fmt: skip
    assert read.notes == ()


def test_a_page_that_speaks_of_sitemaps_is_a_page() -> None:
    """Only the first element decides."""
    assert [reason for reason, _ in _read("<html><body><p>&lt;urlset></p></body></html>").notes] == [
        "no_list"
    ]
    assert "sitemap" not in str(_read("<html><body><p>&lt;urlset></p></body></html>").notes)
