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


@pytest.mark.parametrize("form", ["{}:07 Uhr", "kl. {}.07", "{}:07 AM", "{}時07分", "{}:07", "{}h07"])
def test_a_time_that_is_no_date_is_no_part_of_a_title(form: str) -> None:
    """A ticker of an entry or two a day goes up and down, as lengths of films do: without its dates its titles are the same."""
    rows = "".join(
        f'<li><span>{form.format(hour)}</span> <a href="/t/{n}.html">{title}</a></li>'
        for n, (hour, title) in enumerate(zip((9, 11, 6, 10, 8, 11), TITLES, strict=True))
    )
    page = f"<body><main><h1>Ticker</h1><ul>{rows}</ul></main></body>"
    (found,) = chosen(induce(page, "https://harbour.example/ticker/"))
    assert [entry.title for entry in found.entries] == [*TITLES]


@pytest.mark.parametrize("told", ["9.12", "3:45 h", "1:05:33", "9 Uhr 12 Minuten später", "12 Uhr mittags"])
def test_lengths_prices_and_words_are_no_times(told: str) -> None:
    """A price, how long a walk or a film takes, and words beside an hour are no time alone."""
    assert not clock_alone(told)
