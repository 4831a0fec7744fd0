"""Builders of pages make all of a page of widgets and containers whose names elsewhere say what stands beside it."""

from __future__ import annotations

import pytest

from scraper.listing.markup.tree import parse
from scraper.listing.markup.zones import zone


@pytest.mark.parametrize("name", ["builder-widget builder-widget-posts", "builder_ajax_pagination_container"])
def test_entries_in_a_builders_box_are_the_pages_own(name: str) -> None:
    """Whatever the box is called, it holds entries with headings."""
    tree = parse(
        f"<div class='{name}'><h3><a href=/news/2>Ropes are spliced</a></h3></div>", "https://portus.example/"
    )
    assert zone(tree, tree.tags.index("a"))[0] == 0.0


@pytest.mark.parametrize(
    "name", ["widget", "widget widget_recent_entries", "widget-area", "pagination", "sidebar builder-widget"]
)
def test_what_is_named_so_alone_stands_beside_the_page(name: str) -> None:
    """A widget of a sidebar may have a heading, a pager has none."""
    head = "" if name == "pagination" else "<h3>Latest</h3>"
    tree = parse(f"<div class='{name}'>{head}<a href=/2>2</a></div>", "https://portus.example/")
    assert zone(tree, tree.tags.index("a"))[0] == 1.0
