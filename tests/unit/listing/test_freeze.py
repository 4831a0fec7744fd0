"""Selectors made from a found list give the same rows again, here and on the site's other pages."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest

from scraper.listing.entry import AUTO, Entry, ListSelectors
from scraper.listing.induce import chosen, induce
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists
from scraper.listing.selectors.stable import HASH, KIND, LOOK, STATE, rank_of
from tests.unit.listing.harbour import TITLES

PAGES = Path(__file__).with_name("pages")
NAMES = [
    "wordpress_articles", "dated_links", "table_rows", "cards_in_rows", "day_and_month_apart", "no_title_two_sections",
    "first_entry_larger", "adverts_between", "microdata", "hatom", "undated", "longer_list_aside", "japanese", "greek",
    "russian_cms", "event_ranges", "documents", "category_and_author", "card_is_one_link", "numbered_links",
    "hashed_classes", "two_entries_a_row", "sections_by_heading", "rest_is_hidden", "date_headings", "year_headings",
    "undated", "teaser_holds_the_date", "entry_without_link", "clock_only", "unclosed_markup", "two_bodies",
]  # fmt: skip
RUNS = {
    "definition_list": ("dl.notizie > dt", "next", ""),
    "headings_and_paragraphs": ("#contenido > h3", "next", ""),
    "two_rows_an_entry": ("tr.t", "next", ""),
    "lines_parted_by_breaks": ("body > p", "", "br"),
}


URL = "https://portus.example/notices"


def page_of(name: str) -> tuple[str, str]:
    html = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    return html, json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))["url"]


def cells(row: Entry) -> tuple[str, ...]:
    return row.title, row.url, row.date, row.datetime, row.excerpt


@pytest.mark.parametrize("name", NAMES)
def test_frozen_selectors_give_the_same_rows(name: str) -> None:
    """Title, link, date and teaser of every entry come again, and no other entry."""
    html, url = page_of(name)
    found = freeze(html, url, chosen(induce(html, url)))
    for one in found:
        assert one.selectors is not None
        [again] = read_lists(html, url, [one.selectors])
        assert [cells(row) for row in again.entries] == [cells(row) for row in one.entries]


@pytest.mark.parametrize("name", NAMES)
def test_selectors_are_short_and_stable(name: str) -> None:
    """No digits (ids of posts, hashes), at most four steps, no positions but a table's columns."""
    html, url = page_of(name)
    for one in freeze(html, url, chosen(induce(html, url))):
        assert one.selectors is not None
        for key, selector in asdict(one.selectors).items():
            if key == "name":
                continue
            assert len(selector.replace(">", " ").split()) <= 4
            plain = re.sub(r"\bh[1-6]\b", "", selector)
            assert ":nth-child" in plain or not any(map(str.isdigit, plain))


@pytest.mark.parametrize("name", RUNS)
def test_runs_of_elements_are_frozen_by_where_they_begin_or_what_parts_them(name: str) -> None:
    """Entries that are no elements of their own have a form, too, and it gives the same rows."""
    html, url = page_of(name)
    [one] = freeze(html, url, chosen(induce(html, url)))
    assert one.selectors is not None
    assert (one.selectors.entry, one.selectors.until, one.selectors.between) == RUNS[name]
    [again] = read_lists(html, url, [one.selectors])
    assert [cells(row) for row in again.entries] == [cells(row) for row in one.entries]


def article(number: int, classes: str = "post", extra: str = "") -> str:
    return (
        f'<div class="{classes}">{extra}<h3><a href="/n/{number}">Notice number {number} about the ferry timetable</a></h3>'
        f'<p class="when">{number % 27 + 1} May 2026</p><p class="lead-in">The council met and spoke about item {number} at'
        " length, then went home by the last boat.</p></div>"
    )


def frozen(html: str) -> list[ListSelectors]:
    return [
        one.selectors for one in freeze(html, URL, chosen(induce(html, URL))) if one.selectors is not None
    ]


def titles(html: str, selectors: list[ListSelectors]) -> list[int]:
    found = [row for one in read_lists(html, URL, selectors) for row in one.entries]
    return [int(row.title.split()[2]) for row in found]


def test_what_the_entries_of_one_page_share_by_chance_is_not_used() -> None:
    """A category, a state or a look that all entries of a page bear is not what names them."""
    for chance in (
        "category-harbour",
        "tag-ferry",
        "is-new",
        "featured",
        "d-flex",
        "mb-3",
        "format-standard",
    ):
        page = f"<main>{''.join(article(n, f'{chance} notice') for n in range(8))}</main>"
        [form] = frozen(page)
        assert form.entry == "div.notice"


def test_an_advert_between_entries_of_one_element_is_no_part_of_the_entry_above() -> None:
    """Found as runs of elements, since it stands between them and is built as they are; each entry is in one."""
    advert = "<div class='card promo'><a href=https://ads.example/1><img src=/ad.png alt=''></a></div>"
    cards = [
        f"<div class=card><a href=/n/{n}><img src=/{n}.jpg alt=''></a><h5><a href=/n/{n}>Notice number {n} about the ferry</a>"
        f"</h5><p>The council met and spoke about item {n} at length, then went home.</p><small>{n} May 2026</small></div>"
        for n in range(1, 9)
    ]
    [form] = frozen(
        f"<main>{''.join(cards[:2])}{advert}{''.join(cards[2:5])}{advert}{''.join(cards[5:])}</main>"
    )
    assert (form.entry, form.until, form.excerpt) == ("div.card:has(p)", "", "p")


def test_a_promoted_first_entry_is_one_of_them() -> None:
    """Found on a page with one, the selectors hold on a page without, and the other way round."""
    plain = f"<main>{''.join(article(n) for n in range(8))}</main>"
    promoted = f"<main>{article(9, 'post lead-story')}{''.join(article(n) for n in range(8))}</main>"
    assert titles(plain, frozen(promoted)) == [*range(8)]
    assert titles(promoted, frozen(plain)) == [9, *range(8)]


def test_a_last_page_with_one_entry_is_read() -> None:
    """What was found on a full page needs no second entry."""
    first = f"<main>{''.join(article(n) for n in range(8))}</main>"
    last = (
        f"<main>{article(21)}</main><aside><ul><li><a href=/a>Most read of all the notices</a></ul></aside>"
    )
    assert titles(last, frozen(first)) == [21]


def test_a_row_of_heads_on_another_page_is_no_entry() -> None:
    """What entries hold and a header row lacks is part of the selector."""

    def table(numbers: range) -> str:
        rows = "".join(
            f"<tr><td>{n % 27 + 1} May 2026<td><a href=/n/{n}>Notice number {n} about the ferry</a>"
            for n in numbers
        )
        return f"<table class=list><tr><th>Day<th>Notice</tr>{rows}</table>"

    [form] = frozen(table(range(8)))
    assert form.entry == "table.list > tbody > tr:has(td)"
    assert titles(table(range(8, 12)), [form]) == [8, 9, 10, 11]


def test_sections_that_no_selector_tells_apart_are_one_list() -> None:
    """Boxes without a name of their own, each with its heading: one selector for the entries of all."""

    def section(name: str, numbers: range) -> str:
        return f"<div><h2>{name}</h2>{''.join(article(n) for n in numbers)}</div>"

    page = f"<main>{section('Ferries', range(5))}{section('Markets', range(5, 10))}</main>"
    [form] = frozen(page)
    assert titles(page, [form]) == [*range(10)]
    assert titles(f"<main>{section('Roads', range(20, 23))}</main>", [form]) == [20, 21, 22]


def test_a_cell_that_no_selector_gives_is_left_to_structure() -> None:
    """A teaser that is bare text has no element; `auto` says where it comes from."""
    page = "<ul class=log>" + "".join(
        f"<li><a href=/n/{n}>Notice number {n} about the ferry timetable</a> <i>{n + 1} May 2026</i> The council met and"
        f" spoke about item {n} at length, then went home.</li>"
        for n in range(8)
    ) + "</ul>"  # fmt: skip
    [form] = frozen(page)
    assert (form.entry, form.title, form.date, form.excerpt) == ("ul.log > li", "a", "i", AUTO)


def test_a_system_names_its_fields() -> None:
    """Of two elements that say the title, the one a known system calls so is taken; no other system's names are needed."""
    signs = '<meta name="generator" content="WordPress 6.6"><link href="/wp-content/themes/x/style.css">'

    def page(head: str) -> str:
        entries = "".join(
            article(n).replace("<h3>", '<div class="entry-title"><h3>').replace("</h3>", "</h3></div>")
            for n in range(8)
        )
        return f"<head>{head}</head><main>{entries}</main>"

    assert [form.title for form in frozen(page(signs))] == ["div.entry-title"]
    assert [form.title for form in frozen(page(""))] == ["h3"]


@pytest.mark.parametrize(
    ("token", "rank"),
    [
        ("post", KIND), ("newsItem", KIND), ("views-row", KIND), ("card__body", KIND), ("box_list_post", KIND),
        ("mb-auto", LOOK), ("text-center", LOOK), ("flex", LOOK),
        ("category-news", STATE), ("has-thumb", STATE), ("sticky", STATE), ("item-last", STATE),
        ("row-alternating", STATE), ("mark_unpublished", STATE), ("rowOdd", STATE), ("AltRow", STATE), ("publisher", KIND),
        ("sc-kXyzQw", HASH), ("css-bdvzkx", HASH), ("Card_title__aBcDe", HASH),
        ("row", None), ("post-123", None),
    ],
)  # fmt: skip
def test_what_a_class_name_is_worth(token: str, rank: int | None) -> None:
    """What an element is, how it looks, in which state it is, or the hash of a style tool."""
    assert rank_of(token) == rank


@pytest.mark.parametrize(
    ("folder", "line", "entry"),
    [
        ("notices", "<p>{day} <a href='/notices/{n}'>{title}</a></p>", '#board > p:has(a[href*="notices/"])'),
        ("2026/05", "<p>{day}: <a href='/2026/05/{n}'>{title}</a></p>", '#board > p:has(a[href*="/20"])'),
        ("notices", "<p><em>{day}</em> <a href='/notices/{n}'>{title}</a></p>", "#board > p:has(em)"),
    ],
    ids=["folder", "year", "element"],
)
def test_paragraphs_that_lead_elsewhere_are_notes_between_entries(folder: str, line: str, entry: str) -> None:
    """Markup does not tell them apart from entries but for what these hold, or where they lead to."""
    note = "<p>Older papers of all kinds can be found in our <a href='/archive'>archive</a>.</p>"

    def page(numbers: range) -> str:
        rows = [
            line.format(n=n, day=f"{n % 27 + 1} May 2026", title=f"The harbour board met for number {n}")
            for n in numbers
        ]
        return f"<h1>Notices</h1><div id=board>{note.join(''.join(rows[at : at + 3]) for at in range(0, len(rows), 3))}{note}</div>"

    [form] = frozen(page(range(9)))
    assert form.entry == entry
    [other] = read_lists(page(range(9, 13)), URL, [form])
    assert [row.url.removeprefix(f"https://portus.example/{folder}/") for row in other.entries] == [
        "9",
        "10",
        "11",
        "12",
    ]
    assert all(row.date for row in other.entries)


MENU = "".join(
    f"<li><a href='/{name}/'>About the {name} of the town</a></li>" for name in ("mill", "weir", "quay")
)


def lines_of(numbers: range, line: str) -> list[str]:
    return [line.format(n=n, day=f"{n % 27 + 1} May 2026") for n in numbers]


def test_a_place_names_entries_that_nothing_else_does() -> None:
    """`content` says where, not what, and still tells them from the items of menus on each page."""

    def page(numbers: range) -> str:
        rows = "".join(
            lines_of(numbers, "<li>{day} <a href='/n/{n}'>The harbour board met for number {n}</a></li>")
        )
        beside = f"<aside><ul>{MENU}</ul></aside>"
        return f"<nav><ul>{MENU}</ul></nav><div class=content><h1>Notices</h1><ul>{rows}</ul></div>{beside}"

    [form] = frozen(page(range(9)))
    assert form.entry == "div.content > ul > li"
    [other] = read_lists(page(range(9, 10)), URL, [form])
    assert [row.title for row in other.entries] == ["The harbour board met for number 9"]


def test_lines_between_breaks_stand_in_the_paragraph_that_is_no_pager() -> None:
    """The paragraph around them has no name of its own, and the one behind it has."""

    def page(numbers: range) -> str:
        rows = "<br>".join(
            lines_of(numbers, "{day}: <a href='/n/{n}'>The harbour board met for number {n}</a>")
        )
        return f"<div id=text><h1>Notices</h1><p>{rows}</p><p class=pages><b>1</b> <a href='?p=2'>2</a></p></div>"

    [form] = frozen(page(range(9)))
    assert (form.entry, form.between) == ("#text > p:not(.pages)", "br")
    note = "<h1>Notices</h1><div><p>Closed on Friday, <a href=/closed>the board says</a></p></div>"
    [other] = read_lists(page(range(9, 10)).replace("<h1>Notices</h1>", note), URL, [form])
    assert [row.title for row in other.entries] == ["The harbour board met for number 9"]


def test_a_link_to_a_host_that_is_none() -> None:
    """`http://[` in each entry, where no class tells the entries from a box that is built alike."""
    rows = "".join(
        f"<div><b><a href='/n/{n}'>{title}</a></b> <a href='http://['>map</a></div>"
        for n, title in enumerate(TITLES[:6])
    )
    box = "<div><b><a href='/contact'>Contact</a></b></div><p><a href='/us'>Who we are</a></p>"
    html = f"<html><body><div><h1>Notices</h1>{rows}{box}</div></body></html>"
    (found,) = freeze(html, URL, chosen(induce(html, URL)))
    assert found.selectors is not None
    assert [row.title for row in found.entries][:6] == list(TITLES[:6])


@pytest.mark.parametrize(
    "end", ["", " <!-- end -->", " <!-- end --> ", " <!-- a --> <!-- b -->\n", "<br> <!-- end -->\n"]
)
def test_comments_behind_the_last_line(end: str) -> None:
    """Lines parted by breaks up to the end of the page, with comments and white space behind the last of them."""
    rows = "<br>".join(
        f"<a href='/n/{n}'>{title}</a> {n + 1} May 2026, told by the town"
        for n, title in enumerate(TITLES[:6])
    )
    html = f"<html><body><h1>Notices</h1><div>{rows}{end}</div></body></html>"
    (found,) = freeze(html, URL, chosen(induce(html, URL)))
    assert found.selectors is not None
    (again,) = read_lists(html, URL, [found.selectors])
    assert [cells(row) for row in again.entries] == [cells(row) for row in found.entries]
    assert [row.title for row in again.entries] == list(TITLES[:6])
