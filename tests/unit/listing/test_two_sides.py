"""A match is called by both sides, however its card is drawn."""

from __future__ import annotations

import pytest

from scraper.listing.induce import induce

AWAY = ("Quay Rovers", "North Pier", "Tidal Lamps", "Old Lock", "Salt Market", "Ferry United")


def _titles(between: str, home: str = "Anderby Town") -> list[str]:
    rows = "".join(
        f"<li><a href=/match/{n}><span class=when>{19 - n}.11.2026</span><span class=team>{home}</span>"
        f"<span class=mid>{between.format(n=n)}</span><span class=team>{away}</span></a></li>"
        for n, away in enumerate(AWAY)
    )
    page = f"<title>Fixtures</title><main><h1>Fixtures</h1><ul>{rows}</ul></main>"
    return [entry.title for entry in induce(page, "https://anderby.example/fixtures")[0].entries]


@pytest.mark.parametrize("between", ["{n} - 2", "v", "vs.", "{n}:1", "gegen", "- : -"])
def test_both_sides_are_the_title(between: str) -> None:
    """Though the home side is the same in each."""
    assert _titles(between) == [f"Anderby Town {between.format(n=n)} {away}" for n, away in enumerate(AWAY)]


@pytest.mark.parametrize("between", ["Fishing", "/"])
def test_a_category_is_no_side(between: str) -> None:
    """A stroke or a word between a section and a headline makes no match."""
    assert not any(title.startswith("Anderby") for title in _titles(between))


def test_a_headline_and_the_text_behind_its_length_are_no_sides() -> None:
    """`1:10` is how long one listens."""
    rows = "".join(
        f"<li><a href=/talks/{n}><h3>What {away} says of tides</h3><span class=time>1:1{n}</span>"
        f"<span class=said>Of the {n + 3} quays and their lamps</span></a></li>"
        for n, away in enumerate(AWAY)
    )
    page = f"<title>Talks</title><main><h1>Talks</h1><ul>{rows}</ul></main>"
    found = induce(page, "https://anderby.example/talks")[0].entries
    assert [entry.title for entry in found] == [f"What {away} says of tides" for away in AWAY]
