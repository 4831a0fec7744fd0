"""Entries that tell the hour and no day, with the words that say it is one: a ticker."""

from __future__ import annotations

import pytest

from scraper.listing.dates.periods_alone import clock_alone
from scraper.listing.induce import chosen, induce

TITLES = (
    "Das Hafenamt öffnet die Schleuse früher",
    "Die Markthalle bleibt am Samstag zu",
    "Ein Kran wird am Kai aufgestellt",
    "Die Fähre fährt wieder bis zum Abend",
    "Der Rat berät über das neue Ufer",
    "Zwei Brücken werden gestrichen",
)


@pytest.mark.parametrize(
    "told",
    ["19:07", "19:07 Uhr", "19.07 Uhr", "um 19:07 Uhr", "19:07 uur", "kl. 19.07", "klo 19.07", "godz. 19:07",
     "19:07 hs", "19時07分", "19시 07분"],
)  # fmt: skip
def test_a_time_with_its_word_is_when_an_entry_came(told: str) -> None:
    """A time with its word is when an entry came, and no part of its title."""
    rows = "".join(
        f'<li><span>{told.replace("19", str(19 - n))}</span> <a href="/t/{n}.html">{title}</a></li>'
        for n, title in enumerate(TITLES)
    )
    page = f"<body><main><h1>Ticker</h1><ul>{rows}</ul></main></body>"
    (found,) = chosen(induce(page, "https://harbour.example/ticker/"))
    assert [entry.title for entry in found.entries] == [*TITLES]
    assert [entry.date for entry in found.entries] == [told.replace("19", str(19 - n)) for n in range(6)]


@pytest.mark.parametrize(
    ("form", "dated"),
    [
        ("{}:07 Uhr", True),
        ("kl. {}.07", True),
        ("{}時07分", True),
        ("{}:07 AM", False),
        ("{}:07", False),
        ("{}h07", False),
    ],
)
def test_times_that_go_up_and_down(form: str, dated: bool) -> None:
    """A ticker of an entry or two a day does, as lengths of films do; a word tells them apart, and no time is a part of a title."""
    told = [form.format(hour) for hour in (9, 11, 6, 10, 8, 11)]
    rows = "".join(
        f'<li><span>{time}</span> <a href="/t/{n}.html">{title}</a></li>'
        for n, (time, title) in enumerate(zip(told, TITLES, strict=True))
    )
    page = f"<body><main><h1>Ticker</h1><ul>{rows}</ul></main></body>"
    (found,) = chosen(induce(page, "https://harbour.example/ticker/"))
    assert [entry.title for entry in found.entries] == [*TITLES]
    assert [entry.date for entry in found.entries] == (told if dated else [""] * 6)


@pytest.mark.parametrize("told", ["9.12", "3:45 h", "1:05:33", "9 Uhr 12 Minuten später", "12 Uhr mittags"])
def test_lengths_prices_and_words_are_no_times(told: str) -> None:
    """A price, how long a walk or a film takes, and words beside an hour are no time alone."""
    assert not clock_alone(told)
