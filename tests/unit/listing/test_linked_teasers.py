"""Teasers that are links to their entries, as their titles are, are teasers; links to several pages are tags or formats."""

from __future__ import annotations

from scraper.listing.induce import induce
from tests.unit.listing.harbour import NEWS

URL = "https://portus.example/news/"


def teasers(inner: str) -> list[str]:
    """The teasers of a page of such records, with `{at}`, `{title}` and `{text}` filled in."""
    rows = "".join(
        f"<article>{inner.format(at=at, title=title, text=text)}</article>" for at, title, text in NEWS
    )
    page = f"<html lang=en><body><main><h1>News</h1>{rows}</main></body></html>"
    return [entry.excerpt for entry in induce(page, URL)[0].entries]


def test_text_and_button_that_lead_to_the_entry() -> None:
    """The text is a link and "more" behind it another, both to the entry's page."""
    inner = (
        "<time>3 May 2026</time><h3><a href=/news/{at}>{title}</a></h3>"
        "<p><a href=/news/{at}>{text}</a> <a class=more href=/news/{at}>more</a></p>"
    )
    assert teasers(inner) == [text for _, _, text in NEWS]


def test_title_and_text_are_links_of_one_line() -> None:
    """Two links side by side lead to the entry's page, the first is its title."""
    inner = "<div><a class=name href=/news/{at}>{title}</a> <a class=sub href=/news/{at}>{text}</a></div><time>3 May 2026</time>"
    assert teasers(inner) == [text for _, _, text in NEWS]


def test_links_to_several_pages_are_no_teaser() -> None:
    """Topics and formats lead elsewhere, each to a page of its own."""
    inner = (
        "<h3><a href=/news/{at}>{title}</a></h3><time>3 May 2026</time><p><a href=/tag/harbour>Life in the old harbour</a>,"
        " <a href=/tag/{at}>All that we know of {at}</a>, <a href=/pdf/{at}.pdf>the same as a file</a></p>"
    )
    assert teasers(inner) == [""] * len(NEWS)
