"""A short teaser behind its entry's day stays a teaser among its like; names and places behind days are small print."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

TITLES = [
    "Rain on the coast",
    "Grants for nets",
    "Dredging goes on",
    "A record year",
    "A note to the press",
    "Lights out",
]
DAYS = ["26/11/2026", "25/11/2026", "24/11/2026", "19/11/2026", "13/11/2026", "11/11/2026"]
SPAN = "<div><h2><a href={link}>{title}</a></h2><span class=desc><span class=date>{day}</span> - {said}</span></div>"
BUILDS = {
    "a day and a dash in front": SPAN,
    "a day in an element of its own": "<li><h2><a href={link}>{title}</a></h2><p><time>{day}</time> {said}</p></li>",
    "lines": "<p><b><a href={link}>{title}</a></b><br>{day} {said}</p>",
}


def excerpts(build: str, said: list[str]) -> list[str]:
    """What the entries of a page of news have as their teasers."""
    rows = "".join(
        build.format(link=f"/n/{n}x", title=title, day=day, said=text)
        for n, (title, day, text) in enumerate(zip(TITLES, DAYS, said, strict=True))
    )
    page = f"<html lang=en><body><ul><li><a href=/>Home</a></li></ul><main><h1>News</h1>{rows}</main></body></html>"
    return [entry.excerpt for entry in chosen(induce(page, "https://ports.example/news"))[0].entries]


PROSE = {
    "English": [
        "Between Monday and Wednesday more than a hundred millimetres may fall on the northern shore",
        "Applications are open until the twentieth of December",
        "Work stood still since July",
        "Grain made most of the growth, says the board of the ports",
        "The minister did not comment on what the paper wrote about the ferry of the islands",
        "Lamps are changed one by one and each of them takes a night",
    ],
    "German": [
        "Anträge können bis Ende Januar gestellt werden",
        "Die Zahl der Unfälle sank in diesem Jahr um ein Fünftel",
        "Der Entwurf sieht höhere Ausgaben für den Hafen vor",
        "Die Wehr sucht junge Leute für den Dienst am Wasser",
        "Am Montag wird die Straße gesperrt",
        "Der Chor singt im alten Zollhaus",
    ],
}


@pytest.mark.parametrize("build", sorted(BUILDS))
@pytest.mark.parametrize("language", sorted(PROSE))
def test_short_teasers_behind_their_days_are_kept(build: str, language: str) -> None:
    """They were taken for small print one by one: of six two or none were left."""
    assert excerpts(BUILDS[build], PROSE[language]) == PROSE[language]


SMALL = {
    "bylines": ["Moira Tait, Culture", "Ben Okafor, Money", "Aud Lund, Sea", "Carla Rossi, Money", "Kim Whyte, Sea", "Lena Brandt, Sport"],
    "writers in small letters": [f"by {who} in {what} with {n} comments" for n, (who, what) in enumerate([("moira", "culture"), ("ben", "money"), ("aud", "sea"), ("carla", "ports"), ("kim", "boats"), ("lena", "sport")])],
    "places": ["Corn Hall, Quay Street, Portmoor", "The Old Net Loft, Fish Hill", "Library, first floor, Mill Road", "Pier 4 Hall, East Quay", "Rectory Garden, Church Street", "Corn Hall, Quay Street"],
    "halls": ["Rathaus, großer Saal", "Turnhalle der Grundschule", "Altes Zollhaus am Hafen", "Gasthof zur Post, Nebenzimmer", "Bürgerhaus, Eingang Süd", "Rathaus, kleiner Saal"],
    "sections": ["Vie municipale, Cadre de vie", "Culture et patrimoine", "Sport et jeunesse", "Environnement et mer", "Travaux et circulation", "Enfance et école"],
    "tags": ["fishing, ports, nets, quotas, islands, ferries", "rates, fees, moorings, harbours, boats", "lights, piers, lamps, boats, nights", "eels, rivers, weirs, traps, counts", "ferries, islands, fares, schools", "mud, marsh, birds, mussels, tides"],
    "files": [f"Files: PDF {n} MB, 1{n} pages" for n in range(6)],
    "counts": [f"read {n}1 times | {n} comments | {n} shares" for n in range(6)],
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(SMALL))
def test_what_else_stands_behind_a_day_is_small_print(kind: str) -> None:
    """Names begin with capitals, tags have a comma behind each word, what all say alike is nobody's own."""
    assert excerpts(SPAN, SMALL[kind]) == [""] * 6
