"""Selectors made from a found list give the same rows again, here and on the site's other pages."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from scraper.listing.freeze import freeze
from scraper.listing.induce import chosen, induce
from scraper.listing.select import select

PAGES = Path(__file__).with_name("pages")
NAMES = [
    "wordpress_articles", "dated_links", "table_rows", "cards_in_rows", "day_and_month_apart", "no_title_two_sections",
    "first_entry_larger", "adverts_between", "microdata", "hatom", "undated", "longer_list_aside", "japanese", "greek",
    "russian_cms", "event_ranges", "documents", "category_and_author", "card_is_one_link", "numbered_links",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_frozen_selectors_give_the_same_rows(name: str) -> None:
    """Title, link and date of every entry come again; a row more is allowed only where it has neither link nor title."""
    html = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    url = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))["url"]
    found = freeze(html, url, chosen(induce(html, url)))
    for one in found:
        assert one.selectors is not None
        [again] = select(html, url, [one.selectors])
        rows = [(row.title, row.url, row.date) for row in again.entries if row.url or row.title]
        wanted = [(row.title, row.url, row.date) for row in one.entries]
        assert [row for row in rows if row[1:] in {row[1:] for row in wanted}] == wanted
        assert len(rows) <= len(wanted) + 1


@pytest.mark.parametrize("name", NAMES)
def test_selectors_are_short_and_stable(name: str) -> None:
    """No digits (ids of posts, hashes), at most four steps, no positions but a table's columns."""
    html = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    url = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))["url"]
    for one in freeze(html, url, chosen(induce(html, url))):
        assert one.selectors is not None
        for key, selector in asdict(one.selectors).items():
            if key == "name":
                continue
            assert len(selector.replace(">", " ").split()) <= 4
            plain = selector.replace("h1", "").replace("h2", "").replace("h3", "").replace("h5", "")
            assert ":nth-child" in plain or not any(map(str.isdigit, plain))


def test_runs_of_elements_have_no_selectors() -> None:
    """Entries that are no elements of their own stay with induction."""
    html = (PAGES / "headings_and_paragraphs.html").read_text(encoding="utf-8")
    [one] = freeze(
        html, "https://portus.example/noticias", chosen(induce(html, "https://portus.example/noticias"))
    )
    assert one.selectors is None
