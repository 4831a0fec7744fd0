"""Entries that are runs of elements: a site file says where each begins and how far it goes, or what parts them."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.listing.entry import AUTO, Entry, ListSelectors
from scraper.listing.induce import chosen, induce
from scraper.listing.select import NEXT, SelectorError, runs_of, select, shown_text
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists

URL = "https://portus.example/notices"
TERMS = """<dl class=notices><dt><a href=/1>Ferry pier closed</a></dt> <dd class=when>3 May 2026</dd><dd>Until further notice.</dd>
<dt><a href=/2>Market moves</a></dt><dd class=when>1 May 2026</dd><dd>To the quay.</dd></dl><p>Contact us</p>"""
PAIRS = "<table>" + "".join(
    f"<tr class=head><td>{n} May 2026<td><a href=/{n}>Notice number {n}</a></tr><tr><td colspan=2>What it says, part {n}.</tr>"
    for n in range(1, 4)
) + "<tr class=foot><td colspan=2>Page 1 of 2</tr></table>"  # fmt: skip
LINES = """<div id=log>3 May 2026 <a href=/1>Ferry pier closed</a><br>
<br>1 May 2026 <a href=/2>Market moves</a> to the <b>quay</b><br>29 April 2026 <a href=/3>Bridge painted</a></div>"""


def read(page: str, **selectors: str) -> tuple[Entry, ...]:
    return read_lists(page, URL, [ListSelectors("n", **selectors)])[0].entries


def test_an_entry_goes_on_to_the_next_one() -> None:
    """Selectors of fields work over the whole run, as in an element of its own."""
    first, second = read(
        TERMS, entry="dl.notices > dt", until="next", title="a", date=".when", excerpt=".when + dd"
    )
    assert first == Entry(
        "Ferry pier closed", "https://portus.example/1", "3 May 2026", excerpt="Until further notice."
    )
    assert second.excerpt == "To the quay."


def test_an_entry_goes_on_to_what_until_names() -> None:
    """What stands after it is no entry's."""
    entries = read(PAIRS, entry="tr.head", until="tr.foot", title="a", excerpt="tr + tr td")
    assert [entry.excerpt for entry in entries] == [f"What it says, part {n}." for n in (1, 2, 3)]


def test_the_last_entry_is_no_longer_than_the_longest() -> None:
    """After a list comes what is no part of it."""
    entries = read(PAIRS, entry="tr.head", until="next", title="a", excerpt="tr + tr td")
    assert [entry.excerpt for entry in entries] == [f"What it says, part {n}." for n in (1, 2, 3)]


def test_entries_are_what_stands_between() -> None:
    """Text without an element belongs to its entry; an empty part is none."""
    entries = read(LINES, entry="#log", between="br", title="a", date=AUTO)
    assert [(entry.title, entry.date) for entry in entries] == [
        ("Ferry pier closed", "3 May 2026"),
        ("Market moves", "1 May 2026"),
        ("Bridge painted", "29 April 2026"),
    ]


def test_a_field_left_to_structure_is_found_in_the_run() -> None:
    """`auto` sees the run, not the element it begins with."""
    entries = read(TERMS, entry="dl.notices > dt", until="next", title="a", date=AUTO)
    assert [entry.date for entry in entries] == ["3 May 2026", "1 May 2026"]


def test_reading_runs_leaves_the_page_as_it_is() -> None:
    """Two lists of one page do not take elements from each other."""
    form = ListSelectors("n", "dl.notices > dt", until="next", title="a", excerpt="dd")
    one, other = select(TERMS, URL, [form, form])
    assert one.entries == other.entries != ()


def test_text_that_looks_like_markup_stays_text() -> None:
    """An escaped sign in a run is not parsed again."""
    page = LexborHTMLParser("<div id=log>a &lt;b&gt; c <a href=/1>One</a><br>d &amp;amp; e</div>")
    runs = runs_of(page, ListSelectors("n", "#log", between="br"))
    assert [shown_text(run.box) for run in runs] == ["a <b> c One", "d &amp; e"]


@pytest.mark.parametrize("key", ["until", "between"])
def test_a_broken_selector_of_a_run_names_its_key(key: str) -> None:
    """As for any other key."""
    with pytest.raises(SelectorError, match=rf"{key} = 'p\[\['"):
        read(TERMS, entry="dt", **{key: "p[["})


def test_a_second_row_with_days_is_its_entry_s_however_short() -> None:
    """`tr` number, title; `tr` buyer, published, deadline: beside long names a short one is no heading of the next day."""
    buyers = (
        "Port",
        "Office of Bridges, Locks and Quays",
        "Museum of the Northern Pier",
        "Quay",
        "School of Pilots and Masters",
    )
    rows = "".join(
        f"<tr><td rowspan=2>{n + 31}/2026</td><td colspan=3><a href=tender.asp?id={n}>Works on the quay no. {n}</a></td></tr>"
        f"<tr><td>{buyer}</td><td>Issued: {19 - n:02}.11.2026</td><td>Until: {9 + n:02}.12.2026</td></tr>"
        for n, buyer in enumerate(buyers)
    )
    page = f"<title>Tenders</title><body><h3>Tenders</h3><table border=1>{rows}</table>"
    (found,) = chosen(induce(page, "https://anderby.example/tenders.asp"))
    assert [(entry.title, entry.date) for entry in found.entries] == [
        (f"Works on the quay no. {n}", f"{19 - n:02}.11.2026") for n in range(5)
    ]


def test_the_first_of_two_rows_is_named_by_its_cell_over_both() -> None:
    """Where rows of two entries alternate in class, only the number over both rows tells where one begins."""
    rows = "".join(
        f"<tr class=c{n % 2}><td rowspan=2>{n + 31}/2026</td><td colspan=3><a href=tender.asp?id={n}>Works on the quay no. {n}</a></td></tr>"
        f"<tr class=c{n % 2}><td>Port of Anderby</td><td>Issued: {19 - n:02}.11.2026</td><td>Until: {9 + n:02}.12.2026</td></tr>"
        for n in range(6)
    )
    page = f"<title>Tenders</title><body><table><tr><td><a href=/>Port</a></td><td><h3>Tenders</h3><table>{rows}</table></td></tr></table>"
    url = "https://anderby.example/tenders.asp"
    [found] = freeze(page, url, chosen(induce(page, url)))
    assert found.selectors is not None
    assert (found.selectors.entry, found.selectors.until) == ("tbody > tr:has(> td[rowspan])", NEXT)


def test_rows_of_an_old_page_are_named_by_the_script_they_ask() -> None:
    """No class, a head row without `th`, a layout of tables: that every entry asks `case.php` is all that tells."""
    rows = "".join(
        f"<tr bgcolor=#eeeeee><td>{n}</td><td><a href=case.php?id={n}>HC/{n + 40}/2026</a></td><td>Lind v. Quay no. {n}</td>"
        f"<td>{19 - n} Nov 2026</td></tr>"
        for n in range(8)
    )
    menu = "".join(f"<tr><td><a href=/p{n}.htm>Office {n}</a></td><td>open</td></tr>" for n in range(6))
    page = (
        f"<title>Causes</title><table><tr><td><table>{menu}</table></td><td><b>Cause list</b>"
        f"<table><tr><td>No.</td><td>Case</td><td>Parties</td><td>Date</td></tr>{rows}</table></td></tr></table>"
    )
    url = "https://court.example/causes.php"
    [found] = freeze(page, url, chosen(induce(page, url)))
    assert found.selectors is not None
    assert found.selectors.entry.endswith('tr:has(a[href*="case.php?"])')
