"""A repository's year lists citations: the linked title, a whole sentence, stands between its author and its journal."""

from __future__ import annotations

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/view/year/2026.html"
AUTHORS = ("Roe, Ann", "Feld, Mira", "Quint, Jo")


def titles(row: str) -> list[str]:
    """The titles of rows made from a form."""
    made = "".join(
        row.format(by=AUTHORS[n % 3], n=n, title=title, pages=f"{9 * n + 1}-{9 * n + 8}", day=27 - n)
        for n, title in enumerate(TITLES)
    )
    page = f"<html lang=en><body><main><h1>Items where year is 2026</h1>{made}</main></body></html>"
    return [entry.title for entry in entries(page)]


def entries(page: str) -> list[Entry]:
    """What a run keeps of a page."""
    return [entry for one in chosen(induce(page, URL)) for entry in one.entries]


@pytest.mark.parametrize(
    "row",
    [
        "<p><span>{by}</span> (2026) <a href=/{n}/><em>{title}.</em></a> Journal of Quays, {n} (2). pp. {pages}. ISSN 1234-5678</p>",
        "<p>{by} ({day} November 2026) <a href=/{n}/>{title}.</a> Journal of Quays, {n} (2). pp. {pages}. ISSN 1234-5678</p>",
        "<ul><li>{by}: <a href=/{n}/>{title}.</a> In: Tides and Lanterns {n}, pp. {pages}</li></ul>",
    ],
)
def test_the_title_ends_where_its_link_does(row: str) -> None:
    """It went on with the journal, its volume and its pages."""
    assert titles(row) == [f"{title}." for title in TITLES]


def test_a_sentence_whose_link_is_a_part_of_it_stays_whole() -> None:
    """A link that is no whole sentence is no title of its own."""
    row = "<p>The port board has told in its paper {n} of <a href=/{n}/>the {title}</a> that it wants to keep by the quay</p>"
    assert all(said.startswith("The port board") for said in titles(row))


def test_who_wrote_and_where_is_no_teaser() -> None:
    """What was left of a citation without its title was one: author, journal, volume and pages in a row."""
    row = (
        "<p>{by} (2026) <a href=/{n}/>{title}.</a> Journal of Quays, {n} (2). pp. 3-{n}9. ISSN 1234-5678</p>"
    )
    text = "<p><b>Notice {n}</b> <a href=/{n}/>{title}.</a> It is open to all who live by the quay, and costs nothing at all.</p>"
    for made, told in (
        (row, ""),
        (text, "It is open to all who live by the quay, and costs nothing at all."),
    ):
        body = "".join(made.format(by=AUTHORS[n % 3], n=n, title=title) for n, title in enumerate(TITLES))
        found = entries(f"<html lang=en><body><main><h1>Latest additions</h1>{body}</main></body></html>")
        assert [entry.excerpt.endswith(told) and bool(told) == bool(entry.excerpt) for entry in found] == [
            True
        ] * len(TITLES)


@pytest.mark.parametrize(
    "row",
    [
        "<li><b>Health:</b> <a href=/{n}/>{title}?</a> Of 14 wells 3 were closed in May after {n} tests by the board of the quay.</li>",
        "<li>{day} November 2026 Press: <a href=/{n}/>{title}!</a> Between 10 and 12 boats a day pass the mole, and {n} of 40 are late.</li>",
    ],
)
def test_a_teaser_with_numbers_is_no_place_in_a_journal(row: str) -> None:
    """That ends with its pages, or another range of numbers."""
    rows = [row.format(n=n, title=title, day=27 - n) for n, title in enumerate(TITLES)]
    page = f"<html lang=en><body><main><h1>News</h1><ul>{''.join(rows)}</ul></main></body></html>"
    told = [said.partition("</a> ")[2].removesuffix("</li>") for said in rows]
    assert [entry.excerpt[-len(text) :] for entry, text in zip(entries(page), told, strict=True)] == told


def test_one_title_that_is_a_question_has_a_teaser_as_the_others() -> None:
    """Of papers most say where they are printed; hours at the end of one teaser are no pages."""
    row = "<p>{day} November 2026 <b>Market:</b> <a href=/{n}/>{title}{mark}</a> Room {n} of the quay house, open 10-18</p>"
    rows = [
        row.format(n=n, title=title, day=27 - n, mark="?" if n == 2 else "") for n, title in enumerate(TITLES)
    ]
    page = f"<html lang=en><body><main><h1>News</h1>{''.join(rows)}</main></body></html>"
    assert [entry.excerpt for entry in entries(page)] == [
        f"Market: Room {n} of the quay house, open 10-18" for n in range(len(TITLES))
    ]
