"""The contents of an issue are a list, undated as its entries are: the day stands in the heading, which is no headline."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

MENU = "".join(
    f"<li><a href=/{word}>{word.title()}</a></li>" for word in ("laws", "notices", "search", "help")
)


@pytest.mark.parametrize(
    ("heading", "kept"),
    [
        ("Službeni glasnik, broj 118/2026 od 17. studenoga 2026.", True),
        ("Pravilnik o plovidbi, broj 118/2026 od 17. studenoga 2026.", False),
    ],
)
def test_acts_below_the_number_of_a_gazette(heading: str, *, kept: bool) -> None:
    """Below the number of a regulation the same links are what it refers to."""
    acts = "".join(
        f"<p><span>{1500 + n}</span> <a href=/act/{n}>Odluka o luci broj {n} i o lukobranu</a></p>"
        for n in range(9)
    )
    page = (
        f"<html lang=hr><title>{heading} | Arhiv</title><body><nav><ul>{MENU}</ul></nav><main><h1>{heading}</h1>{acts}</main>"
        f"<footer><ul>{MENU}</ul></footer></body></html>"
    )
    assert bool(chosen(induce(page, "https://glasnik.example/broj/118"))) is kept
