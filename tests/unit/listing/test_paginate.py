"""The next page is what the page itself calls so; never another host, never the page itself, never back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scraper.listing.paginate import next_page, page_number
from scraper.listing.select import SelectorError

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "cases" / "next_page.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_next_page(case: dict[str, Any]) -> None:
    """Each way a page names its next one, and each thing that only looks like it."""
    assert next_page(case["html"], case["url"]) == case["next"]


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
