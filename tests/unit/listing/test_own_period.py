"""Pages of a month or a year: what they list is of it."""

from __future__ import annotations

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce, is_listing

TITLES = ["Seals counted at the weir", "The lock keeper retires", "A bell for the chapel", "Eels in the mill race", "Rain gauges", "Oak for the jetty"]  # fmt: skip
NOVEMBER = ["2026-11-20", "2026-11-12", "2026-11-03"]
NEWEST = [*NOVEMBER, "2026-10-22", "2026-10-09", "2026-09-30"]


def card(day: str, title: str, shown: str = "time") -> str:
    link = title.lower().replace(" ", "-")
    time = f'<time datetime="{day}T08:00:00Z">{day[8:]}/{day[5:7]}</time>' if shown == "time" else ""
    address = f"/{day.replace('-', '/')}/{link}/" if shown == "address" else f"/{link}"
    return f'<div class="card"><a href="{address}">{title}</a> {time}</div>'


def page(days: list[str], boxed: list[str], head: str = "<h1>November 2026</h1>", shown: str = "time") -> str:
    own, box = (
        "".join(card(day, title, shown) for day, title in zip(of, TITLES, strict=False))
        for of in (days, boxed)
    )
    return (
        f"<html><body><header>{head}</header><main><div class='posts'>{own}</div>"
        f"<div class='column'><div><b>Newest</b><div class='box'>{box}</div></div></div></main></body></html>"
    )


def rows(html: str, url: str) -> list[Entry]:
    return [entry for one in chosen(induce(html, url)) for entry in one.entries]


@pytest.mark.parametrize("shown", ["time", "address"])
def test_of_a_month_the_entries_come_before_a_longer_box_that_goes_back_further(shown: str) -> None:
    """Three entries of November, six newest beside them in the same build."""
    found = rows(page(NOVEMBER, NEWEST, shown=shown), "https://portus.example/archives/2026/11/")
    assert [entry.title for entry in found] == TITLES[:3]


def test_the_second_page_of_a_month_is_a_page_of_it() -> None:
    """`/2026/11/page/2/`."""
    found = rows(page(NOVEMBER, NEWEST), "https://portus.example/archives/2026/11/page/2/")
    assert [entry.title for entry in found] == TITLES[:3]


def test_a_longer_list_whose_days_are_all_of_the_month_stays() -> None:
    """It is no box of other months."""
    days = [f"2026-11-{day}" for day in (29, 24, 20, 12, 10, 9)]
    found = rows(page(NOVEMBER, days), "https://portus.example/archives/2026/11/")
    assert [entry.title for entry in found] == TITLES


def test_few_entries_of_the_month_are_a_listing_whatever_heading_counts_them() -> None:
    """`24 posts so far` between the page's heading and its entries heads no box."""
    head = "<h1>Archive</h1></header><h3>24 posts so far</h3><p>Tides, locks and weirs, month by month.</p>"
    html = page(NOVEMBER, [], head=head)
    assert is_listing(html, "https://portus.example/archives/2026/11/") > 0.8
    assert is_listing(html, "https://portus.example/archives/2026/10/") < 0.7


@pytest.mark.parametrize("number", [2, 3])
def test_days_in_a_box_of_the_newest_say_nothing_against_few_entries_of_a_month(number: int) -> None:
    """A quiet month has two entries, and beside them in the same part stand those of the months since."""
    own = [f"2026-08-{day}" for day in (23, 14, 10)[:number]]
    html = page(own, NEWEST, head="").replace("<main>", "<main><h1>August 2026</h1><p>24 articles</p>")
    url = "https://portus.example/archives/2026/08/"
    assert is_listing(html, url) > 0.8
    assert [entry.title for entry in rows(html, url)] == TITLES[:number]
