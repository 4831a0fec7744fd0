"""A table of packages names each by name and version; what it does stands beside, and is longer."""

from __future__ import annotations

from scraper.listing.entry import Entry
from scraper.listing.induce import induce

URL = "https://portus.example/packages/"
PACKAGES = (
    ("tidegauge", "2.12.0", "Reads the tide from a float and a scale, and writes it down"),
    ("crane-kit", "0.4.1", "Plans the lifts of several cranes on one quay"),
    ("moorings", "1.9", "A list of moorings, their depth and who lies at them"),
    ("Quay_Log", "2026.4.3.1", "The log of a harbour, kept in plain text from year to year"),
    ("sounder", "0.3.1-alpha", "Draws the depth of a channel from what a lead has told"),
    ("lockwait", "3.0.2", "Tells how long a boat of its length waits at a lock"),
    ("pilotage", "1.0.10", "Rosters for pilots, their boats and the nights between"),
)


def found(names: list[str]) -> list[Entry]:
    """The entries of a table of days, linked names and what they are."""
    rows = "".join(
        f"<tr><td>2026-05-{9 - n // 3:02}</td><td><a href=/packages/{n}>{name}</a></td><td>{said}</td></tr>"
        for n, (name, (_, _, said)) in enumerate(zip(names, PACKAGES, strict=True))
    )
    page = f"<html lang=en><body><main><h1>Updates</h1><table>{rows}</table></main></body></html>"
    return list(induce(page, URL)[0].entries)


def test_a_name_with_its_version_is_the_title() -> None:
    """Each row is another package, with a number of three parts mostly: the link is the title, the rest the teaser."""
    names = [f"{name}\N{NO-BREAK SPACE}{version}" for name, version, _ in PACKAGES]
    rows = found(names)
    assert [row.title for row in rows] == names
    assert [row.excerpt for row in rows] == [said for _, _, said in PACKAGES]


def test_a_numbered_thing_is_called_by_what_stands_beside() -> None:
    """`Item 7.2.1` to `Item 7.2.7` are numbers of one agenda, and no titles."""
    rows = found([f"Item 7.2.{n + 1}" for n in range(len(PACKAGES))])
    assert [row.title for row in rows] == [said for _, _, said in PACKAGES]


def test_towns_with_days_are_no_packages() -> None:
    """`Lund 12.10` has a name of its own and two numbers, as a concert has."""
    towns = ("Lund", "Brest", "Cork", "Gdynia", "Turku", "Vigo", "Bari")
    rows = found([f"{town} {n + 12}.10" for n, town in enumerate(towns)])
    assert [row.title for row in rows] == [said for _, _, said in PACKAGES]
