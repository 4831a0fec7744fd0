"""What is for screen readers only on a small screen is shown on a wider one: `sr-only sm:not-sr-only`."""

from __future__ import annotations

import pytest

from scraper.listing.induce import induce


@pytest.mark.parametrize(
    ("names", "shown"),
    [("sr-only sm:not-sr-only", True), ("sr-only focus:not-sr-only", False), ("sr-only", False)],
)
def test_a_day_that_a_wider_screen_shows_is_read(names: str, shown: bool) -> None:
    """A prefix of a width shows it; one of a state, as on a link to skip to, waits for a key."""
    entries = "".join(
        f"<article><h3><a href=/news/{n}>The harbour entry number {n}</a></h3><span class='{names}'>{n + 10} May 2026</span></article>"
        for n in range(6)
    )
    found = induce(f"<main><h1>News</h1>{entries}</main>", "https://portus.example/news/")
    assert [entry.date for entry in found[0].entries] == [
        f"{n + 10} May 2026" if shown else "" for n in range(6)
    ]
