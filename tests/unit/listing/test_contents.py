"""The parts of a handbook and an index of names are links as even as any list's; they count on, or lead to places of a few pages."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TEXTS, TITLES

PARTS = [
    "Scope of the manual",
    "Mooring and fenders",
    "Locks by night",
    "Signals of the bridge",
    "Ice on the canal",
    "Dues and who pays",
]
MENU = "<ul><li><a href=/>Home</a></li><li><a href=/about>About</a></li></ul>"


def kept(rows: str, heading: str = "The harbour master's manual") -> int:
    """How many rows of a page are kept as entries."""
    page = f"<html lang=en><title>{heading}</title><body>{MENU}<main><h1>{heading}</h1>{rows}</main></body></html>"
    return sum(len(one.entries) for one in chosen(induce(page, "https://portus.example/manual/")))


def linked(numbers: list[str], href: str = "part{n}.html") -> str:
    """A list of linked titles behind numbers."""
    items = (
        f"<dt><a href={href.format(n=n)}>{number} {PARTS[n % 6]}</a></dt>" for n, number in enumerate(numbers)
    )
    return f"<dl>{''.join(items)}</dl>"


@pytest.mark.parametrize(
    ("numbers", "parts"),
    [
        (["1.1.", "1.2.", "1.3.", "2.1.", "2.2.", "2.3.", "3.1."], True),
        (["2", "2.1", "2.2", "2.2.1", "2.2.4", "2.2.5", "2.3.1"], True),
        (["1.1.", "2.1.", "3.1.", "4.1.", "6.1.", "7.1.", "8.1."], False),
        (["17.5.", "16.5.", "14.5.", "12.5.", "11.5.", "10.5.", "9.5."], False),
        (["11.20", "11.21", "11.22", "11.23", "11.24", "11.25", "11.26"], False),
        (["01.05", "02.05", "03.05", "04.05", "05.05", "06.05", "07.05"], False),
        (["4.3", "4.2", "4.1", "4.0", "3.9", "3.8", "3.7"], False),
        (["1.1", "1.4", "1.9", "3.2", "3.7", "6.3", "6.8"], False),
    ],
)
def test_numbered_parts_are_no_entries(numbers: list[str], parts: bool) -> None:
    """Numbers of parts count on from a first one; days and versions do not, or from none, and numbers of acts leave many out."""
    assert kept(linked(numbers)) == (0 if parts else len(numbers))


def test_releases_that_count_on_are_entries() -> None:
    """Each has its day, behind a heading that begins with its number."""
    rows = "".join(
        f"<li><h3>1.{n + 1} {PARTS[n % 6]}</h3><i>1{n} November 2026</i> <a href=/releases/{n}>Read on</a></li>"
        for n in range(7)
    )
    assert kept(f"<ul>{rows}</ul>") == 7


@pytest.mark.parametrize(
    ("row", "entries"),
    [
        ("<a href=/f/{n}.pdf>{one} {part}</a>", True),
        ("{two} <a href=/items/{n}>{part}</a>", True),
        (
            "<a href=/heard/{n}>{two} {part}</a><p>What the harbour said about it that evening, in full</p>",
            True,
        ),
        ("<a href=/acts/{n}>Act {two} {part}</a>", True),
        ("<a href=/law/{n}.pdf>{two} {part}</a>", True),
        ("<h3>{two} {part}</h3>Told by the harbour. <a href=/heard/{n}>Read more</a>", True),
        ("<h3>{two} {part}</h3>Told by the harbour. <a href=/forms/{n}>The form for it</a>", False),
        ("<a href=/parts/{n}>{two} {part}</a>", False),
        ("<a href=/parts#s{n}>{one} {part}</a>", False),
        ("<a href=/parts/{n}>7.{one} {part}</a>", False),
    ],
    ids="circulars agenda episodes acts statutes buttons prose chapters places sections-of-sections".split(),
)
def test_numbered_titles_of_pages_of_their_own_are_entries(row: str, entries: bool) -> None:
    """In one chapter, behind their number or a word, with a teaser or a button, or files; a handbook's are numbered inside, chapter by chapter."""
    rows = "".join(
        f"<li>{row}</li>".format(n=n, one=f"26.{n + 1}", two=f"{n // 3 + 1}.{n % 3 + 1}", part=PARTS[n % 6])
        for n in range(9)
    )
    assert kept(f"<ul>{rows}</ul>") == (9 if entries else 0)


def test_sections_told_on_one_page_are_parts_by_their_numbers() -> None:
    """The number reads like a day, and each has a heading, a text and a link in it."""
    sections = "".join(
        f"<div class=section><h2>4.{n + 1}. {part}</h2><p>{'Every skipper has read this part before he casts off. ' * 3}"
        f"<a href=/forms/{n}>The form of the harbour office</a></p></div>"
        for n, part in enumerate(PARTS)
    )
    assert kept(sections) == 0


@pytest.mark.parametrize(
    ("href", "day", "entries"),
    [
        ("names{n}.html#n{n}", "", True),
        ("names.html#n{n}", "", False),
        ("names.html#n{n}", "{n}3 November 2026 ", True),
        ("app#/names/{n}", "", True),
    ],
)
def test_places_of_one_page_are_no_entries(href: str, day: str, entries: bool) -> None:
    """An index leads to places of a page or two; what has a page each, or its day, is a list."""
    items = "".join(
        f"<li>{day.format(n=n % 2 + 1)}<a href={href.format(n=n)}>{PARTS[n % 6]}, and what else it says</a></li>"
        for n in range(9)
    )
    assert kept(f"<ul>{items}</ul>") == (9 if entries else 0)


@pytest.mark.parametrize(
    ("title", "entries"),
    [("<h3><a href={href}>{part}</a></h3>", True), ("<h3>{part}</h3> <a href={href}>Read on</a>", False)],
)
def test_teasers_whose_headings_lead_to_places_of_months_are_entries(title: str, entries: bool) -> None:
    """A diary is told month by month, several entries on a page."""
    rows = "".join(
        f"<div>{title}<p>{text}</p></div>".format(href=f"/2026/1{n // 4}.html#n{n}", part=PARTS[n % 6])
        for n, text in enumerate((TEXTS * 2)[:9])
    )
    assert kept(rows) == (9 if entries else 0)


@pytest.mark.parametrize(
    "row", ["<a href=/acts/{n}>{two} {part}</a>", "<a href=/2026.html#n{n}>{part}, and what else it says</a>"]
)
def test_what_is_called_a_listing_has_entries(row: str) -> None:
    """Whatever their numbers, and wherever they stand."""
    rows = "".join(
        f"<li>{row}</li>".format(n=n, two=f"{n // 3 + 1}.{n % 3 + 1}", part=PARTS[n % 6]) for n in range(9)
    )
    assert kept(f"<ul>{rows}</ul>", "Publications") == 9
    assert kept(f"<ul>{rows}</ul>") == 0


@pytest.mark.parametrize(
    ("heading", "day", "sections"),
    [
        ("{part} <a href=#s{n}>¶</a>", "", True),
        ("{part} <a href=#s{n}>¶</a>", "<p>1{n} November 2026</p>", False),
        ("<a href=/parts/{n}>{part}</a> <a href=#s{n}>¶</a>", "", False),
        ("<a href=#s{n}>{part}</a>", "", False),
    ],
)
def test_sections_with_a_sign_in_their_headings_are_no_entries(
    heading: str, day: str, sections: bool
) -> None:
    """The sign leads to the section's own place; news told on one page have days, and titles lead on."""
    said = f"<p>{'Every skipper has read this part before he casts off. ' * 3}<a href=/forms/{{n}}>The form of the harbour office</a></p>"
    rows = "".join(
        f"<section id=s{n}><h2>{heading}</h2>{day}{said}</section>".format(n=n, part=part)
        for n, part in enumerate(PARTS)
    )
    assert kept(rows) == (0 if sections else 6)


def test_sections_of_a_page_called_news_are_entries() -> None:
    """Each leads on to a page of its own, behind its text."""
    rows = "".join(
        f"<article id=s{n}><h2>{title} <a href=#s{n}>¶</a></h2><p>{text} <a href=/n/{n}>Read more</a></p></article>"
        for n, (title, text) in enumerate(zip(TITLES[:6], TEXTS[:6], strict=True))
    )
    assert kept(rows, "News") == 6


SAID = "The court below weighed what both owners had said of the mooring in the storm and of the lines that broke that night,"


@pytest.mark.parametrize(
    ("row", "entries"),
    [
        ("<p><b>[{n}]</b> {said} as it did before (<a href=/cases/{n}>4 Co {n}70/2025</a>).</p>", 0),
        (
            "<p>{said} in the end (<a href=/cases/{n}>4 Co {n}70/2025</a>), and the board did not appeal.</p>",
            0,
        ),
        ("<p><b>{part}.</b> {said} as told by <a href=/cases/{n}>4 Co {n}70/2025</a>.</p>", 7),
        ("<p>1{n} November 2026: {said} so that <a href=/cases/{n}>4 Co {n}70/2025</a> is over.</p>", 7),
        ("<p>{said} and that is not all. <a href=/cases/{n}>Read more</a></p>", 7),
        ("<p><a href=/cases/{n}>4 Co {n}70/2025</a> {said} as it did before.</p>", 7),
    ],
    ids=["numbered", "cited within", "with titles", "with days", "with buttons", "led by the case"],
)
def test_paragraphs_that_cite_cases_are_no_entries(row: str, entries: int) -> None:
    """What a judgment cites stands behind its prose; an entry has a title, a day, a link that leads on, or a button."""
    rows = "".join(
        row.format(n=n, said=SAID.replace("owners", PARTS[n % 6].lower()), part=PARTS[n % 6])
        for n in range(1, 8)
    )
    assert kept(rows, "4 Co 407/2026") == entries
