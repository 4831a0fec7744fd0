"""Rows that a number names: what is numbered is the title."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://portus.example/warnings/"
NAMES = (
    "Lamp of the mole can be put out", "Two berths have one number", "A buoy was drawn where it used to lie",
    "Old tides are those of the next day", "Fog horn is not heard at sea", "Depths in fathoms instead of metres",
)  # fmt: skip


def titles(cells: list[str]) -> list[str]:
    """Titles of a table of warnings, each with its number, its day and one more cell."""
    rows = "".join(
        f"<tr><td><a href='https://register.example/PW-2026-{n:04}'>PW-2026-{n:04}</a></td><td>{n}.05.2026</td><td>{cell}</td></tr>"
        for n, cell in enumerate(cells, 11)
    )
    head = "<thead><tr><th>Number</th><th>Mended</th><th>What it is</th></tr></thead>"
    page = f"<html lang=en><title>Warnings</title><body><main><h1>Warnings</h1><table>{head}<tbody>{rows}</tbody></table></main></body></html>"
    return [entry.title for one in chosen(induce(page, URL)) for entry in one.entries]


@pytest.mark.parametrize("behind", ["", " <a href='/files/{n}'>report</a>", " <b>new</b>"])
def test_what_is_numbered_is_the_title(behind: str) -> None:
    """A name of a few words is, whatever stands behind it."""
    assert titles([name + behind.format(n=n) for n, name in enumerate(NAMES)]) == list(NAMES)
