"""Where the names of keys say nothing, what they hold tells titles, addresses, days and texts apart."""

from __future__ import annotations

import json

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/berichte/"
TEXT = "Die Arbeiten an der Mole {n} dauern bis in den Winter, die Fähre legt so lange am Nordkai an."


def rows(**cells: str) -> list[dict[str, object]]:
    """Six objects; `{n}` in a cell is the number of its object, `{title}` its title."""
    return [
        {key: cell.format(n=at + 10, title=title) for key, cell in cells.items()}
        for at, title in enumerate(TITLES[:6])
    ]


def read(objects: list[dict[str, object]]) -> list[Entry]:
    """The entries of a page that is nothing but these data."""
    html = f"<html lang=de><body><div id=app></div><script>window.zustand = {json.dumps({'liste': objects})};</script></body></html>"
    return [entry for one in chosen(induce(html, URL)) for entry in one.entries]


@pytest.mark.parametrize(
    "day", ["2026-11-{n}", "{n}.11.2026", "{n}/11/26", "{n}. November 2026", "November {n}, 2026"]
)
@pytest.mark.parametrize(
    ("address", "leads"),
    [("/berichte/{n}", "/berichte/10"), ("https://portus.example/b/{n}", "/b/10"), ("mole-nord-{n}", "/berichte/mole-nord-10")],
)  # fmt: skip
def test_each_key_is_what_it_holds(day: str, address: str, leads: str) -> None:
    """A kicker that returns, a picture's address and a whole text beside them are none of it."""
    made = rows(
        rubrik="Aus dem Hafen", ueberschrift="{title}", bild="/bilder/{n}.jpg", ziel=address, am=day,
        volltext="{n} " + TEXT * 9, anriss=TEXT,
    )  # fmt: skip
    entry = read(made)[0]
    assert (entry.title, entry.url) == (TITLES[0], f"https://portus.example{leads}")
    assert (entry.datetime or entry.date, entry.excerpt) == (day.format(n=10), TEXT.format(n=10))


def test_a_day_that_all_entries_share_is_no_day_of_theirs() -> None:
    """A key with a known name holds when they were imported, another one the days they are of."""
    made = rows(
        ueberschrift="{title}", ziel="/b/{n}", created="2026-01-02T03:04:05Z", erschienen="2026-11-{n}"
    )
    assert [entry.datetime for entry in read(made)][:2] == ["2026-11-10", "2026-11-11"]


def test_moments_are_numbers() -> None:
    """Milliseconds since 1970, beside a count."""
    made = [
        one | {"aufrufe": 40 + at, "am": 1_794_700_800_000 + at * 86_400_000}
        for at, one in enumerate(rows(ueberschrift="{title}", ziel="/b/{n}"))
    ]
    assert [entry.datetime[:10] for entry in read(made)][:2] == ["2026-11-15", "2026-11-16"]


@pytest.mark.parametrize(
    "cells",
    [
        {"ueberschrift": "{title}", "ziel": "/b/{n}"},
        {"ueberschrift": "{title}", "bild": "/bilder/{n}.jpg", "am": "2026-11-{n}"},
        {"ueberschrift": "{title}", "ziel": "/b/1", "am": "2026-11-{n}"},
        {"ueberschrift": "Bericht", "ziel": "/b/{n}", "am": "2026-11-{n}"},
        {"ueberschrift": "{title}", "ziel": "/b/{n}", "am": "2026-11-02"},
    ],
)
def test_what_lacks_one_of_the_three_is_no_list(cells: dict[str, str]) -> None:
    """No day, no address but a picture's, and what is the same in all."""
    assert read(rows(**cells)) == []
