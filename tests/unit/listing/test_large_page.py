"""Pages of many thousand entries come whole, or say that they do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from scraper.listing_reader import extract
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
