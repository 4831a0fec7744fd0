"""Rows that a number names: what is numbered is the title, but not how a text of sentences begins."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://portus.example/warnings/"
TOLD = (
    "The mole's lamp can be put out from the quay, where its switch stands open to all. See {} for the lamps that are meant, and how to lock the switch until the works are done.",
    "Two berths have one number since the renumbering, and a pilot may lead a ship to the one that is taken, as told in {} by three of them.",
    "A buoy that {} had moved was drawn where it used to lie. Charts of the last year show it there, too, and nobody is known to have been led astray by them.",
    "Whoever asks the tide table for a day before 1890 gets the tide of the day after. It is told in {}, and old tables give it right.",
    "The fog horn could be heard in town when the wind stood right, but not at sea. This is not a fault of the horn, but of the wall in front of it; see {}.",
    "The harbour's map of depths gave the basin in fathoms where it says metres. Ships of more than four metres should ask the office before they come in at low tide.",
)  # fmt: skip
LINKS = ("a letter", "a letter", "the storm of May", "a letter", "the storm of May", "")
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


@pytest.mark.parametrize("link", ["<a href='/letters/{n}'>{name}</a>", "<b>{name}</b>"])
def test_what_a_text_begins_with_is_no_title(link: str) -> None:
    """A cell of sentences up to its first link or bold word is none; the number is what the warning is called."""
    cells = [
        text.format(link.format(n=n, name=name))
        for n, (text, name) in enumerate(zip(TOLD, LINKS, strict=True))
    ]
    assert titles(cells) == [f"PW-2026-{n:04}" for n in range(11, 17)]


@pytest.mark.parametrize("behind", ["", " <a href='/files/{n}'>report</a>", " <b>new</b>"])
def test_what_is_numbered_is_the_title(behind: str) -> None:
    """A name of a few words is, whatever stands behind it."""
    assert titles([name + behind.format(n=n) for n, name in enumerate(NAMES)]) == list(NAMES)
