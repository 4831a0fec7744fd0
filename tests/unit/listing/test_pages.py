"""Each fixture page is one structure that listings have; its rows are all that a run keeps of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from scraper.listing.induce import chosen, induce, is_listing
from scraper.listing.paginate import next_page

PAGES = sorted(Path(__file__).with_name("pages").glob("*.html"))
FIELDS = ("title", "url", "date", "datetime", "excerpt")


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
    wanted = [[{key: row.get(key, "") for key in row} for row in one["entries"]] for one in truth["lists"]]
    found = [[{key: asdict(entry)[key] for key in FIELDS} for entry in one.entries] for one in kept]
    plain = [[{key: row[key] for key in FIELDS} for row in rows] for rows in wanted]
    assert found == plain
    extra = [(row["category"], row["author"]) for rows in wanted for row in rows if "category" in row]
    if extra:
        assert [(entry.category, entry.author) for one in kept for entry in one.entries] == extra


@pytest.mark.parametrize("page", LISTINGS, ids=name)
def test_names_of_lists(page: Path) -> None:
    """A list is named after its container or heading, so its name is the same on the next page."""
    truth = told(page)
    kept = chosen(induce(page.read_text(encoding="utf-8"), truth["url"]))
    assert [one.name for one in kept] == [one["name"] for one in truth["lists"]]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_next_page(page: Path) -> None:
    """The next page is the one the page names, and nothing where it names none."""
    truth = told(page)
    assert next_page(page.read_text(encoding="utf-8"), truth["url"]) == truth["next"]


@pytest.mark.parametrize("page", OTHERS, ids=name)
def test_other_pages_are_no_listings(page: Path) -> None:
    """An article, a login, an error, a front page are less likely a listing than any listing here is."""
    truth = told(page)
    assert is_listing(page.read_text(encoding="utf-8"), truth["url"]) < 0.5


@pytest.mark.parametrize("page", LISTINGS, ids=name)
def test_reason_and_confidence(page: Path) -> None:
    """Every list says why it was taken, and its confidence is a probability."""
    truth = told(page)
    for one in induce(page.read_text(encoding="utf-8"), truth["url"]):
        assert 0.0 <= one.confidence <= 1.0
        assert any(char.isdigit() for char in one.reason)
