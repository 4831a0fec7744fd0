"""Each fixture page is one structure that listings have; its rows are all that a run keeps of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scraper.listing.induce import chosen, induce, is_listing
from scraper.listing.paginate import next_page

PAGES = sorted(Path(__file__).with_name("pages").glob("*.html"))
FIELDS = ("title", "url", "date", "datetime", "excerpt", "category", "author")


def told(page: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    return truth


LISTINGS = [page for page in PAGES if told(page)["listing"]]
OTHERS = [page for page in PAGES if not told(page)["listing"]]


def name(page: Path) -> str:
    return page.stem


@pytest.mark.parametrize("page", LISTINGS, ids=name)
def test_rows_of_a_page(page: Path) -> None:
    """What a run keeps are the page's lists, in page order, with every cell as the page shows it."""
    truth = told(page)
    kept = chosen(induce(page.read_text(encoding="utf-8"), truth["url"]))
    wanted = [
        [{key: said for key, said in row.items() if said} for row in one["entries"]] for one in truth["lists"]
    ]
    fields = FIELDS if any("category" in row for rows in wanted for row in rows) else FIELDS[:5]
    found = [
        [{key: said for key in fields if (said := getattr(entry, key))} for entry in one.entries]
        for one in kept
    ]
    assert found == wanted


@pytest.mark.parametrize("page", LISTINGS, ids=name)
def test_names_of_lists(page: Path) -> None:
    """A list is named after its container or heading, so its name is the same on the next page."""
    truth = told(page)
    kept = chosen(induce(page.read_text(encoding="utf-8"), truth["url"]))
    assert [one.name for one in kept] == [one["name"] for one in truth["lists"]]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_next_page_is_the_one_that_a_captured_page_names(page: Path) -> None:
    """The next page is the one the page names, and nothing where it names none."""
    truth = told(page)
    assert next_page(page.read_text(encoding="utf-8"), truth["url"]) == truth["next"]


@pytest.mark.parametrize("page", OTHERS, ids=name)
def test_other_pages_are_no_listings(page: Path) -> None:
    """An article, a login, an error, a front page are less likely a listing than any listing here is."""
    truth = told(page)
    assert is_listing(page.read_text(encoding="utf-8"), truth["url"]) < 0.5


@pytest.mark.parametrize("page", OTHERS, ids=name)
def test_other_pages_have_no_entries(page: Path) -> None:
    """Nothing is kept of a page that is no listing, so its run ends by saying so rather than with its menu."""
    truth = told(page)
    assert chosen(induce(page.read_text(encoding="utf-8"), truth["url"])) == []


def test_a_long_strong_list_is_kept_wherever_it_stands() -> None:
    """A page given as a listing may be mainly an article; twelve dated headlines beside it are still a list."""
    rows = "".join(
        f"<li><time datetime=2026-05-{n + 10}>{n + 10} May 2026</time> <h3><a href=/news/{n}>The harbour entry of day {n}</a></h3>"
        f"<p>A teaser of some words that goes on for a while, and ends with number {n}.</p></li>"
        for n in range(12)
    )
    prose = "<p>" + "The quay was rebuilt in three years by the town and the company. " * 8 + "</p>"
    head = '<meta property="article:published_time" content="2026-05-20">'
    page = f"{head}<article><h1>The quay</h1>{prose * 12}</article><ul class=latest>{rows}</ul>"
    url = "https://portus.example/a-quay-that-was-rebuilt-in-three-years"
    assert is_listing(page, url) < 0.12
    assert [len(one.entries) for one in chosen(induce(page, url))] == [12]


@pytest.mark.parametrize("page", LISTINGS, ids=name)
def test_reason_and_confidence(page: Path) -> None:
    """Every list says why it was taken, and its confidence is a probability."""
    truth = told(page)
    for one in induce(page.read_text(encoding="utf-8"), truth["url"]):
        assert 0.0 <= one.confidence <= 1.0
        assert any(char.isdigit() for char in one.reason)
