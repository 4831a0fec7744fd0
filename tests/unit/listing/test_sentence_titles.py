"""Entries that are sentences have the first one as their title; links in them are what they speak of."""

from __future__ import annotations

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import induce

URL = "https://portus.example/group/news/"
SAID = (
    '<a href="/p/gull">A talk about gulls</a> was given to the harbour board on Tuesday. Forty came.',
    'We added <a href="/g/nets">a guide to nets</a> to the <a href="/g/">shelf of guides</a>. It has nine pages.',
    "Our paper on old moorings has been taken by the winter meeting.",
    'This <a href="https://press.example/quay">story in the paper</a> quotes two of us about the quay.',
    'Congratulations to all who passed the pilots\' test! We helped with <a href="/v/1">this film</a> of the day.',
    'The crane museum lent us <a href="/c/7">a drawing of the first crane</a> and two letters.',
)
FIRST = (
    "A talk about gulls was given to the harbour board on Tuesday.",
    "We added a guide to nets to the shelf of guides.",
    "Our paper on old moorings has been taken by the winter meeting.",
    "This story in the paper quotes two of us about the quay.",
    "Congratulations to all who passed the pilots' test!",
    "The crane museum lent us a drawing of the first crane and two letters.",
)
REST = (
    "Forty came.",
    "It has nine pages.",
    "",
    "",
    "We helped with this film of the day.",
    "",
)


def found(lines: str) -> list[Entry]:
    """The entries of a page of paragraphs."""
    page = f"<html lang=en><body><main><h1>News</h1>{lines}</main></body></html>"
    return list(induce(page, URL)[0].entries)


def test_a_link_in_a_sentence_is_no_title() -> None:
    """The first sentence is the title, the others are the teaser, the first link is the entry's."""
    rows = found(
        "".join(f"<p><strong>2026-11-{20 - n:02}: </strong>{said}</p>" for n, said in enumerate(SAID))
    )
    assert [row.title for row in rows] == list(FIRST)
    assert [row.excerpt for row in rows] == list(REST)
    assert [row.date for row in rows] == [f"2026-11-{20 - n:02}" for n in range(6)]
    assert rows[1].url == "https://portus.example/g/nets"


def test_a_sentence_cut_by_its_link_is_whole() -> None:
    """One among entries without links: bare text up to a link, and the sentence goes on behind it."""
    rows = found(
        "<p><b>20 November 2026: </b>We are glad that Ana and Jo have joined us!</p>"
        '<p><b>19 November 2026: </b>Pia Lund is giving a talk at the meeting on <a href="/m">Tides and Time</a> in the'
        " old town hall.</p>"
        "<p><b>17 November 2026: </b>We are glad that Kit has joined the group!</p>"
        "<p><b>11 November 2026: </b>The boat is back from its yearly repairs.</p>"
    )
    assert rows[1].title == "Pia Lund is giving a talk at the meeting on Tides and Time in the old town hall."
    assert not rows[1].excerpt
    assert rows[1].url == "https://portus.example/m"


def test_who_wrote_it_makes_no_sentence() -> None:
    """A name, a place or a mark behind the link: the link is the title."""
    for tail in (" by Ana Roe", ", at the old quay, from nine in the morning.", " (PDF)", " – read by all."):
        rows = found(
            "".join(
                f"<p><b>2026-11-{20 - n:02}</b> <a href='/n/{n}'>{title}</a>{tail}</p>"
                for n, title in enumerate(FIRST)
            )
        )
        assert [row.title for row in rows] == list(FIRST), tail


def test_an_entry_of_several_sentences_is_called_by_the_first() -> None:
    """No link, no heading, nothing bold: a day in a cell, and beside it a text."""
    told = (
        ("Tide 1.4 is out.", "It fixes two problems of the chart, so please update."),
        ("We thank Dr. Ada Roe for her drawing of the quay.", "It hangs in the hall."),
        ("The list of wrecks has been put online again today.", "The old one was nine years old."),
        ("The boat is back from its yearly repairs.", ""),
        ("Tide 1.3 is a big step.", "It draws the currents."),
    )
    rows = found(
        "<table>"
        + "".join(
            f"<tr><td>{20 - n}.11.2026</td><td>{title} {rest}</td></tr>"
            for n, (title, rest) in enumerate(told)
        )
        + "</table>"
    )
    assert [(row.title, row.excerpt) for row in rows] == list(told)


def test_a_title_with_an_abbreviation_is_whole() -> None:
    """A case's name has two parties, and a line that ends without a stop is no sentence."""
    cases = (
        "Roe Ropes Co. v. Harbour of Portus",
        "Berg v. Lund",
        "Jo Pell v. Ana Kite Inc.",
        "Kit v. Roe Ropes Co.",
    )
    rows = found(
        "<table>"
        + "".join(f"<tr><td>{20 - n}.11.2026</td><td>{case}</td></tr>" for n, case in enumerate(cases))
        + "</table>"
    )
    assert [row.title for row in rows] == list(cases)


@pytest.mark.parametrize("stamp", ["08:4{n}08:4{n}, {day}", "{day} (Fri) 08:4{n}", "08:4{n}, {day}"])
def test_no_sentence_goes_on_behind_an_hour_or_a_day(stamp: str) -> None:
    """The newest pages of a wiki: hour, day, title, what can be done with it, its size and who wrote it."""
    titles = (
        "Gulls at the quay",
        "A guide to nets",
        "Old moorings",
        "The crane museum",
        "Letters of the pilots",
    )
    rows = found(
        "<ul>"
        + "".join(
            f"<li><a href='/w/{n}?v=1'>{stamp.format(n=n, day=f'{20 - n} November 2026')}</a> <bdi><a href='/w/{n}'>{title}</a></bdi>"
            f" (<a href='/w/{n}?history'>history</a> | <a href='/w/{n}?edit'>edit</a>) <i>[{784 + n} bytes]</i>"
            " <a href='/by/wren'>Wren</a></li>"
            for n, title in enumerate(titles)
        )
        + "</ul>"
    )
    assert [(row.title, row.url) for row in rows] == [
        (title, f"https://portus.example/w/{n}") for n, title in enumerate(titles)
    ]
