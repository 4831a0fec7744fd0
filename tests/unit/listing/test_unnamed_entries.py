"""Entries that no class, id or attribute names are told by how they are built, and their selectors hold on the next page."""

from __future__ import annotations

import pytest

from scraper.listing.entry import ListSelectors
from scraper.listing.induce import chosen, induce
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/notices/"
FIRST, NEXT_PAGE, LAST = range(9), range(9, 17), range(17, 19)
PAGER = "<div><a href='?p=1'>1</a> <a href='?p=2'>2</a></div>"
CONTACT = "<table><tr><td>Office</td><td><a href=/office>Quay 5</a></td></tr><tr><td>Mail</td><td><a href=mailto:a@portus.example>Write</a></td></tr></table>"


def day(number: int) -> str:
    return f"{27 - number} November 2026"


def page(numbers: range, entry: str, around: str, behind: str = PAGER) -> str:
    entries = (
        entry.format(day=day(n), link=f"<a href=/n/{n}.html>{TITLES[n % len(TITLES)]}, no. {n}</a>")
        for n in numbers
    )
    return f"<title>Notices</title><body>{around.format(''.join(entries))}{behind}"


def frozen(html: str) -> ListSelectors:
    [one] = freeze(html, URL, chosen(induce(html, URL)))
    assert one.selectors is not None
    return one.selectors


def rows(form: ListSelectors, html: str) -> list[tuple[int, str]]:
    [read] = read_lists(html, URL, [form])
    return [(int(entry.title.rpartition(" ")[2] or -1), entry.date) for entry in read.entries]


@pytest.mark.parametrize(
    ("entry", "around", "selector"),
    [
        ("<p>{day}</p><p>{link}</p>", "<div id=text><h1>Notices</h1>{}</div>", "#text > p:has(+ p > a)"),
        (
            "<div>{day}</div><div>{link}</div><div>The board met about it and went home by the last boat.</div>",
            "<div class=lines><h1>Notices</h1>{}</div>",
            "div.lines > div:has(+ div > a)",
        ),
        (
            "<div class=_2kXyZ1>{link}<span class=_9zYxW2>{day}</span></div>",
            "<div class=_7hIjK3><h1>Notices</h1><div class=_5lMnO4>{}</div></div>",
            "div:has(> a + span)",
        ),
        (
            "<div class=_2kXyZ1>{link} {day}</div>",
            "<div class=_7hIjK3><h1>Notices</h1><div class=_5lMnO4>{}</div></div>",
            "div._2kXyZ1",
        ),
    ],
    ids=["day above link", "day, link, text", "what stands beside the link", "a hash alone"],
)
def test_the_next_page_has_the_same_entries(entry: str, around: str, selector: str) -> None:
    """A hash only where the build tells nothing."""
    form = frozen(page(FIRST, entry, around))
    assert form.entry == selector
    for numbers in (NEXT_PAGE, LAST):
        assert rows(form, page(numbers, entry, around)) == [(n, day(n)) for n in numbers]


def test_rows_of_the_main_part_are_not_those_of_any_table() -> None:
    """The next page has a table of addresses below its own."""
    row, around = "<tr><td>{day}</td><td>{link}</td></tr>", "<main><h1>Notices</h1><table>{}</table></main>"
    form = frozen(page(FIRST, row, around))
    assert form.entry.startswith("main ")
    assert rows(form, page(NEXT_PAGE, row, around, PAGER + CONTACT)) == [(n, day(n)) for n in NEXT_PAGE]


def test_a_row_of_a_no_break_space_is_no_entry() -> None:
    """An editor parts rows with it."""
    row = "<tr><td>{day}</td><td>{link}</td></tr><tr><td colspan=2>&nbsp;</td></tr>"
    around = "<main><h1>Notices</h1><table>{}</table></main>"
    form = frozen(page(FIRST, row, around))
    assert rows(form, page(NEXT_PAGE, row, around)) == [(n, day(n)) for n in NEXT_PAGE]


def test_two_kinds_of_entries_are_named_by_an_attribute_each() -> None:
    """A promoted first entry beside the others, and a pager that is built as they are."""
    entry, lead = (
        "<div data-type=note>{link} {day}</div>",
        "<div data-type=lead><a href=/n/30.html>The new pier, no. 30</a> {}</div>",
    )
    around = f"<main><h1>Notices</h1>{lead.format('28 November 2026')}{{}}{PAGER}</main>"
    form = frozen(page(FIRST, entry, around, ""))
    assert {*form.entry.split(", ")} == {'div[data-type="lead"]', 'div[data-type="note"]'}
    plain = f"<main><h1>Notices</h1>{{}}{PAGER}</main>"
    assert rows(form, page(NEXT_PAGE, entry, plain, "")) == [(n, day(n)) for n in NEXT_PAGE]


@pytest.mark.parametrize(
    ("entry", "around", "entry_selector"),
    [
        (
            "<p>{link}</p><p>The board met on {day} and went home by the last boat. <a href=/more>Read more</a></p>",
            "<div id=text><h1>Notices</h1>{}</div>",
            '#text > p:has(+ p a:lexbor-contains("Read more"))',
        ),
        (
            "<tr><td>Matter</td><td>{link}</td></tr><tr><td>Published</td><td>{day}</td></tr>",
            "<main><h1>Notices</h1><table>{}</table></main>",
            "main > table > tbody > tr:has(a)",
        ),
    ],
    ids=["a button in every second paragraph", "a link in every second row"],
)
def test_of_two_lines_an_entry_the_first_is_told(entry: str, around: str, entry_selector: str) -> None:
    """By what it holds; by the words of the second where both hold the same."""
    form = frozen(page(FIRST, entry, around))
    assert (form.entry, form.until) == (entry_selector, "next")
    for numbers in (NEXT_PAGE, LAST):
        read = rows(form, page(numbers, entry, around))
        assert [number for number, _ in read] == [*numbers]
