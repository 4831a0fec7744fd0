"""An index from A to Z is one list, whatever letters head its parts."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

TITLES = {
    "A": ("A bridge for the eastern quay", "A chair for the oldest pilot"),
    "B": ("Boats are counted again", "Buoys come home for the winter", "Barges may moor for nothing"),
    "G": ("Gulls nest on the town hall", "Good tides for the regatta"),
}


def _kept(heads: dict[str, str]) -> list[tuple[str, int]]:
    parts = "".join(
        f"<div class=group><h3>{heads[letter]}</h3><ul>"
        + "".join(f"<li><a href='/w/{title.replace(' ', '_')}'>{title}</a></li>" for title in titles)
        + "</ul></div>"
        for letter, titles in TITLES.items()
    )
    page = f"<html lang=en><title>News</title><body><main><h1>News</h1><div class=pages>{parts}</div></main></body></html>"
    return [(one.name, len(one.entries)) for one in chosen(induce(page, "https://portus.example/w/News"))]


@pytest.mark.parametrize("heads", ["ABG", "АБГ", "あかさ"])
def test_letters_part_no_list(heads: str) -> None:
    """The pages of a wiki's category: only those of the most frequent letter were kept."""
    assert _kept(dict(zip(TITLES, heads, strict=True))) == [("pages", 7)]


def test_names_do() -> None:
    """Sections are lists of their own."""
    kept = _kept({"A": "Harbour", "B": "Boats", "G": "Birds"})
    assert [number for _, number in kept] != [7]
