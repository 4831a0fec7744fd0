"""What an entry's own page calls itself, and when it is not certain of its name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scraper.pages.extract import Walk, own_page_line
from scraper.site import SiteFile

URL = "https://portus.example/news/otters"
TEXT = "<p>The otters have come back to the river, and nobody in the town has seen how they crossed the weir.</p>"


def names(head: str, heading: str, linked: str = URL, final: str = URL) -> list[str]:
    page = f"<html><head>{head}</head><body>{heading}<main>{TEXT * 3}</main></body></html>"
    line = own_page_line(
        page, final, linked=linked, encoding="utf-8", fetched=datetime(2026, 5, 20, tzinfo=UTC)
    )
    return str(line.get("else", "")).split("\n")


def test_head_and_heading_agree() -> None:
    """All that the page calls itself and its parts is kept, the title first."""
    head = "<title>Otters are back | Portus</title><meta property=og:title content='Otters!'>"
    heading = "<h1>Otters are back</h1><h2>How they crossed</h2>"
    assert names(head, heading) == [
        "Otters are back",
        "Otters are back | Portus",
        "Otters!",
        "How they crossed",
    ]


def test_an_address_that_only_changes_its_dress() -> None:
    """`www.`, a last slash and what tracks a reader make no other page."""
    linked = "http://www.portus.example/news/otters/?utm_source=list"
    assert names("<title>Otters are back</title>", "<h1>Otters are back</h1>", linked)[0] == "Otters are back"


@pytest.mark.parametrize(
    ("why", "head", "heading", "final"),
    [
        ("no heading", "<title>Otters are back</title>", "", URL),
        ("the head says the site's name alone", "<title>Portus</title>", "<h1>Otters are back</h1>", URL),
        ("a section", "<title>News archive | Portus</title>", "<h1>News archive</h1>", URL),
        ("a login", "<title>Please sign in</title>", "<h1>Please sign in</h1>", URL),
        ("what is gone", "<title>Page not found</title>", "<h1>Page not found</h1>", URL),
        (
            "moved",
            "<title>News of the town</title>",
            "<h1>News of the town</h1>",
            "https://portus.example/news/all",
        ),
    ],
)
def test_no_certain_name(why: str, head: str, heading: str, final: str) -> None:
    """It has no say about a list's title then."""
    assert names(head, heading, final=final) == [""], why


@pytest.mark.parametrize("named", [False, True])
def test_names_refute_no_title_that_a_site_file_names(named: bool) -> None:
    """Who writes `title = "h3 a"` wants what stands there."""
    lists = [{"entry": "article", "title": "h3 a"}] if named else []
    site = SiteFile.model_validate({"id": "portus", "start": "https://portus.example/news/", "lists": lists})
    html = f"<title>Otters are back</title><h1>Otters are back</h1><main>{TEXT * 3}</main>"
    fetched = datetime(2026, 5, 20, tzinfo=UTC)
    line = Walk(site).own_page(html, URL, linked=URL, encoding="utf-8", fetched=fetched)
    assert ("else" in line) is not named
