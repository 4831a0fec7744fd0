"""Entries that are lines of a `<pre>`: only the source says where one ends, and a site file says so in one word."""

from __future__ import annotations

import pytest

from scraper.listing.entry import ListSelectors
from scraper.listing.induce import chosen, induce
from scraper.listing.select import LINE
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/notices/"
HEAD = "Name                Last change\n"
Row = tuple[str, str]


def title(number: int) -> str:
    return f"{TITLES[number % len(TITLES)]}, no. {number}"


def day(number: int) -> str:
    return f"{number % 27 + 1:02}.11.2026"


def page(numbers: range, line: str, head: str = HEAD, around: str = "<pre>{}</pre>") -> str:
    lines = (line.format(day=day(n), link=f"<a href=/n/{n}.html>{title(n)}</a>", n=n) for n in numbers)
    return f"<title>Notices</title><body><h1>Notices</h1>{around.format(head + ''.join(lines))}<p>Port office</p>"


def rows(numbers: range) -> list[Row]:
    return [(title(n), day(n)) for n in numbers]


@pytest.mark.parametrize(
    "line",
    ["{day}  {link}\n", "{link}   {day} 10:12   {n}K\n", "<b>{day}</b> No. {n} {link}\n", "{link} {day}<br>"],
    ids=["day first", "as a directory", "day in bold", "parted by breaks"],
)
@pytest.mark.parametrize("around", ["<pre>{}</pre>", "<div id=log><pre class=lines>{}</pre></div>"])
def test_lines_found_on_one_page_are_those_of_the_next(line: str, around: str) -> None:
    """The first page is full, the last has one line; its head says nothing that an entry says."""
    html = page(range(9), line, around=around)
    [found] = freeze(html, URL, chosen(induce(html, URL)))
    assert found.selectors is not None
    assert found.selectors.between == LINE
    for others in (range(9, 17), range(17, 18)):
        [read] = read_lists(page(others, line, around=around), URL, [found.selectors])
        assert [(entry.title, entry.date.split()[0]) for entry in read.entries] == rows(others)


def test_lines_of_several_months_are_one_list() -> None:
    """Each month has a `<pre>` of its own below its heading."""
    months = (range(6), range(6, 13))

    def months_of(*parts: range) -> str:
        return "".join(
            page(part, "{day} {link}\n", head="", around="<h3>Month</h3><pre>{}</pre>") for part in parts
        )

    html = f"<div id=log>{months_of(*months)}</div>"
    found = freeze(html, URL, chosen(induce(html, URL)))
    forms = [one.selectors for one in found if one.selectors is not None]
    assert len(forms) == len(found)
    again = f"<div id=log>{months_of(range(13, 18))}</div>"
    read = [entry for one in read_lists(again, URL, forms[:1]) for entry in one.entries]
    assert [(entry.title, entry.date) for entry in read] == rows(range(13, 18))


def test_a_day_behind_an_empty_line_is_of_the_link_below_it() -> None:
    """Day and link on lines of their own, an empty one after each pair: a day was that of the entry above."""
    html = page(range(8), "{day}\n{link}\n\n", head="")
    [found] = chosen(induce(html, URL))
    assert [(entry.title, entry.date) for entry in found.entries][1:] == rows(range(1, 8))


def test_selectors_of_cells_are_asked_in_each_line() -> None:
    """A site file written by hand names cells of a line as those of any entry; a line without a link is none."""
    html = page(range(3), "<i>{day}</i> {link}\n")
    form = ListSelectors("n", "pre", title="a", date="i", between=LINE)
    [read] = read_lists(html, URL, [form])
    assert [(entry.title, entry.date) for entry in read.entries] == rows(range(3))
