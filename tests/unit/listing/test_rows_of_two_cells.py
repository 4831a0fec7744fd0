"""A row whose cells lead to one topic, the second to its last post, is one entry; cells of two entries are two."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import NAMES, TITLES


def titles(last: str, pages: int = 1) -> list[str]:
    """The titles of eight rows: the first cell has a topic, the second a link `last` of it or of the row's other page."""
    rows = "".join(
        f"<div class=row><div class=main><a href=/topics/{n}-a>{TITLES[n]}</a><a href=/u/{n}>{NAMES[n]}</a>"
        f"<time>{20 - n} November 2026</time></div><div class=main>"
        f"<a href=/topics/{n}-{'ab'[pages - 1]}{last}>{TITLES[n + 4] if pages > 1 else n}</a>"
        f"<a href=/u/9>Zed Quill</a><time>{28 - n} November 2026</time></div></div>"
        for n in range(8 if pages == 1 else 4)
    )
    page = f"<html lang=en><body><main><h1>Topics</h1><div class=rows>{rows}</div></main></body></html>"
    return [
        entry.title for one in chosen(induce(page, "https://board.example/topics/")) for entry in one.entries
    ]


@pytest.mark.parametrize("last", ["/latest", "#p91", "?goto=last"])
def test_the_cell_of_the_last_post_is_no_entry(last: str) -> None:
    """It leads below the topic of its row."""
    assert titles(last) == [*TITLES[:8]]


def test_two_entries_stay_side_by_side() -> None:
    """Cells that each lead to a page of their own."""
    assert titles("", pages=2) == [TITLES[n + side] for n in range(4) for side in (0, 4)]
