"""Pages of many thousand entries come whole, or say that they do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from scraper.listing.entry import AUTO
from scraper.pages.listing_reader import extract
from scraper.site import SiteFile

URL = "https://lumen.example/news/"
SITE = SiteFile(id="lumen", start=[URL])


def day(n: int) -> str:
    return (date(2026, 11, 1) - timedelta(days=n)).isoformat()


def items(count: int) -> str:
    rows = [
        f"<li><a href=/news/{n}>The council meets about item {n} of the plan</a> <span>{day(n)}</span></li>"
        for n in range(count)
    ]
    return f"<h1>News</h1><ul>{''.join(rows)}</ul>"


def rows(count: int) -> str:
    cells = [
        f"<tr><td>{day(n)}</td><td><a href=/n/{n}>Notice about road works {n}</a></td><td>Office {n % 7}</td></tr>"
        for n in range(count)
    ]
    return (
        f"<h1>Notices</h1><table><tr><th>Date</th><th>Title</th><th>Office</th></tr>{''.join(cells)}</table>"
    )


@pytest.mark.parametrize(("make", "count"), [(items, 10_000), (rows, 7_000), (items, 5_001)])
def test_every_entry_of_a_large_page_is_found(make: Callable[[int], str], count: int) -> None:
    """Beyond what the search for a structure reads, too: first and last alike, each with its date."""
    body = make(count)
    found = extract(f"<html lang=en><body><main>{body}</main></body></html>", URL, SITE)
    (entries,) = [list_.entries for list_ in found.lists]
    assert len(entries) == count
    assert all(entry.date for entry in entries)
    assert entries[-1].date == day(count - 1)
    assert found.notes == ()


def test_a_large_page_that_no_selectors_describe_says_so() -> None:
    """Nothing in it repeats at first; what stands below its beginning may be missing, and that is told."""
    menu = "".join(f"<p><b>{n}</b><i>x</i>" for n in range(12_000))
    found = extract(f"<html lang=en><body>{menu}<main>{items(20)}</main></body></html>", URL, SITE)
    assert "page_cut" in {reason for reason, _ in found.notes}


def test_sections_of_a_large_page_are_read_to_its_end() -> None:
    """Hundreds of lists with a heading each are read as one: the first part cannot know what the others are called."""
    sections = "".join(
        f"<section><h2>Ward {n} of the town</h2>{items(25).replace('<h1>News</h1>', '').replace('/news/', f'/news/{n}-')}</section>"
        for n in range(400)
    )
    found = extract(f"<html lang=en><body><main><h1>News</h1>{sections}</main></body></html>", URL, SITE)
    assert sum(len(list_.entries) for list_ in found.lists) == 400 * 25
    assert found.notes == ()


def test_a_menu_that_fills_the_beginning_of_a_large_page_is_not_its_list() -> None:
    """Nine hundred links stand above the entries, built as they are and without days."""
    menu = "".join(f"<li><a href=/ward/{n}>The harbour side of ward {n}</a></li>" for n in range(900))
    page = f"<html lang=en><body><div><ul>{menu}</ul></div><main>{items(9_000)}</main></body></html>"
    (entries,) = [list_.entries for list_ in extract(page, URL, SITE).lists]
    assert len(entries) == 9_000
    assert (entries[0].date, entries[-1].date) == (day(0), day(8_999))


def test_a_large_table_gives_the_cells_that_are_one_teaser() -> None:
    """Several cells of words are the teaser together, on the last row as on the first."""
    cells = "".join(
        f"<tr><td>{day(n)}</td><td><a href=/n/{n}>Notice about road works {n}</a></td>"
        f"<td>The works at bridge {n} take until the end of the year</td><td>and until then bus {n} goes along the river and over the hill</td></tr>"
        for n in range(5_500)
    )
    page = f"<html lang=en><body><main><h1>Notices</h1><table><tbody>{cells}</tbody></table></main></body></html>"
    (entries,) = [list_.entries for list_ in extract(page, URL, SITE).lists]
    assert len(entries) == 5_500
    assert entries[-1].excerpt == (
        "The works at bridge 5499 take until the end of the year "
        "and until then bus 5499 goes along the river and over the hill"
    )


def test_a_line_tells_its_date_to_the_end_of_a_large_page() -> None:
    """No selector names a date between two tags, and structure reads a page's beginning; one that has none gets no other's."""
    lines = "".join(
        f"{day(n) if n != 13_000 else 'Soon'} <a href=/n/{n}>Notice about road works {n}</a> on the road by the river {n}<br>"
        for n in range(14_000)
    )
    found = extract(
        f"<html lang=en><body><main><h1>Notices</h1><p>{lines}</p></main></body></html>", URL, SITE
    )
    (entries,) = [list_.entries for list_ in found.lists]
    assert len(entries) == 14_000
    assert found.notes == ()
    assert [entries[n].date for n in (1, 13_000, 13_999)] == [day(1), "", day(13_999)]
    learned = found.lists[0].selectors
    assert learned is not None
    assert learned.date == AUTO  # on later pages it is found by structure


@pytest.mark.parametrize("rows", [True, False])
def test_a_day_above_entries_is_theirs_to_the_end_of_a_large_page(rows: bool) -> None:
    """It stands in the first of four rows, or in a heading over four items."""

    def entry(n: int) -> str:
        link, first = f"<a href=/n/{n}>Notice about road works {n}</a>", n % 4 == 0
        if rows:
            return f"<tr>{f'<td rowspan=4>{day(n)}</td>' * first}<td>{link}</td><td>Ward</td></tr>"
        return f"{f'</ul><h2>{day(n)}</h2><ul>' * first}<li>{link}</li>"

    body = "".join(entry(n) for n in range(12_000))
    body = f"<table><tbody>{body}</tbody></table>" if rows else f"<ul>{body}</ul>"
    found = extract(f"<html lang=en><body><main><h1>Notices</h1>{body}</main></body></html>", URL, SITE)
    (entries,) = [list_.entries for list_ in found.lists]
    assert len(entries) == 12_000
    assert found.notes == ()
    assert [entries[n].date for n in (3, 4, 11_995, 11_996)] == [day(0), day(4), day(11_992), day(11_996)]


def test_a_teaser_behind_its_date_is_given_to_the_end_of_a_large_page() -> None:
    """The paragraph is both, so no selector gives it; behind title and date stands nothing else."""
    body = "".join(
        f"<h3><a href=/n/{n}>Notice about works {n}</a></h3><p>{day(n)} – The works at bridge {n} take until the end of the year.</p>"
        for n in range(9_000)
    )
    found = extract(f"<html lang=en><body><main><h1>Notices</h1>{body}</main></body></html>", URL, SITE)
    (entries,) = [list_.entries for list_ in found.lists]
    assert len(entries) == 9_000
    assert found.notes == ()
    assert [entries[n].excerpt for n in (0, 8_999)] == [
        f"The works at bridge {n} take until the end of the year." for n in (0, 8_999)
    ]


def test_lines_whose_text_does_not_tell_the_date_are_kept_and_what_they_lack_is_told() -> None:
    """The first date of a line is the meeting's, that of the notice stands behind; below where structure reads there is none."""
    lines = "".join(
        f"Meeting of {day(n)}, published on {day(n + 9)}: <a href=/n/{n}>Notice about road works {n}</a><br>"
        for n in range(14_000)
    )
    found = extract(
        f"<html lang=en><body><main><h1>Notices</h1><p>{lines}</p></main></body></html>", URL, SITE
    )
    (entries,) = [list_.entries for list_ in found.lists]
    assert len(entries) == 14_000
    assert [(reason, "date" in told) for reason, told in found.notes] == [("page_cut", True)]
    assert [entries[n].date for n in (1, 13_999)] == [day(10), ""]
    assert entries[-1].url == "https://lumen.example/n/13999"


def test_a_box_of_thirty_thousand_options_hides_no_list() -> None:
    """A form may offer every street of a country; the entries below it are found all the same."""
    streets = "".join(f"<option value={n}>Street {n}</option>" for n in range(30_000))
    found = extract(f"<html lang=en><body><select>{streets}</select>{items(20)}</body></html>", URL, SITE)
    assert [len(list_.entries) for list_ in found.lists] == [20]
    assert found.notes == ()


def test_a_pager_of_twenty_thousand_numbers_leads_to_the_second_page() -> None:
    """Every page of an archive may be linked from each."""
    numbers = "".join(f"<a href=?page={n}>{n}</a> " for n in range(1, 20_000))
    found = extract(
        f"<html lang=en><body><main>{items(20)}<div>{numbers}</div></main></body></html>", URL, SITE
    )
    assert found.next == f"{URL}?page=2"


def test_a_large_page_whose_elements_are_never_ended_is_read_by_structure() -> None:
    """Each element holds all that follow it, so no selector of one says where it ends; every entry comes, and the run says what it lacks."""
    lines = "".join(
        f"<font color=red><b><a href=/news/{n}>Item {n} of the plan is met</a> {day(n)}<br>"
        for n in range(5_400)
    )
    found = extract(f"<html lang=en><body><h1>News</h1>{lines}", URL, SITE)
    entries = [entry for list_ in found.lists for entry in list_.entries]
    assert len({entry.url for entry in entries}) == len(entries) == 5_400
    assert entries[0].date == day(0)
