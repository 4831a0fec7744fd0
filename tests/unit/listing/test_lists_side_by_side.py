"""Headings among entries part lists: `h2 div div h2 div div` are open and closed calls, not twelve calls."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://portus.example/calls"
TITLES = (
    "Works on the northern quay", "Paint for two cranes", "A boat for the pilots", "Lamps along the pier",
    "Ropes for the ferry", "Repairs of the old lock", "A roof for the fish market", "New buoys for the bay",
)  # fmt: skip


def _entries(first: int, last: int) -> list[str]:
    return [
        f"<div class=call><h3><a href=/calls/{n}>{TITLES[n]}</a></h3><p>Published {19 - n} November 2026</p></div>"
        for n in range(first, last)
    ]


def _kept(*children: str) -> list[tuple[str, int]]:
    """Names and sizes of the lists of a page whose main part has these children."""
    page = f"<html lang=en><title>Calls</title><body><main>{''.join(children)}</main></body></html>"
    return [(one.name, len(one.entries)) for one in chosen(induce(page, URL))]


def test_headings_among_entries_part_lists() -> None:
    """The page's own heading above the first of them is none of these."""
    kept = _kept("<h1>Calls</h1><h2>Open</h2>", *_entries(0, 3), "<h2>Closed</h2>", *_entries(3, 8))
    assert sorted(kept) == [("closed", 5), ("open", 3)]


@pytest.mark.parametrize(
    "children",
    [
        ("<h1>Calls</h1>", *_entries(0, 4), "<h2>How to apply</h2><p>By letter.</p>", *_entries(4, 8)),
        ("<h1>Calls</h1><h2>November 2026</h2>", *_entries(0, 4), "<h2>October 2026</h2>", *_entries(4, 8)),
        ("<h1>Calls</h1><h2>2026년 11월</h2>", *_entries(0, 4), "<h2>2026년 10월</h2>", *_entries(4, 8)),
        ("<h1>Calls</h1><h2>Calls 2026</h2>", *_entries(0, 4), "<h2>Calls 2025</h2>", *_entries(4, 8)),
        ("<h1>Calls</h1><h2>Week 47</h2>", *_entries(0, 4), "<h2>Week 46</h2>", *_entries(4, 8)),
        ("<h1>Calls</h1><h2>Friday</h2>", *_entries(0, 4), "<h2>Saturday</h2>", *_entries(4, 8)),
        ("<h1>Calls</h1><h2>A–K</h2>", *_entries(0, 4), "<h2>L–Z</h2>", *_entries(4, 8)),
        ("<h1>Calls</h1><h2>Harbour</h2>", *_entries(0, 1), "<h2>Market</h2>", *_entries(1, 8)),
    ],
)
def test_boxes_periods_and_a_part_of_one_part_none(children: tuple[str, ...]) -> None:
    """A heading that only the later entries have heads a box between them, and what has one entry on this page has two on the next."""
    assert [number for _, number in _kept(*children)] == [8]


def test_parts_without_days_or_folders_are_kept_together() -> None:
    """Nothing but their headings parts them: `?p=12` leads into no folder, and no entry has a day."""
    entries = [f"<div class=art><b><a href='/?p={n}'>{title}</a></b></div>" for n, title in enumerate(TITLES)]
    kept = _kept("<h1>Press</h1><h3>Culture</h3>", *entries[:5], "<h3>Harbour</h3>", *entries[5:])
    assert sorted(kept) == [("culture", 5), ("harbour", 3)]
