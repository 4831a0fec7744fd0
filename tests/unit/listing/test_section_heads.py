"""Sections below headings of one build are a page's parts alike, however their entries are built; a box is none."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/board/papers"


def notices(count: int) -> str:
    """Entries in a list, each behind its day."""
    rows = (
        f"<li>{28 - n}.11.2026 – <a href=/notice/{n}>{TITLES[n % len(TITLES)]} {n}</a></li>"
        for n in range(count)
    )
    return f"<ul>{''.join(rows)}</ul>"


def acts(count: int, day: str = "<td>{n}.10.2026</td>") -> str:
    """Entries in a table."""
    rows = (
        f"<tr><td><a href=/act/{n}>Act {n} on the dues of {TITLES[-n % len(TITLES)]}</a></td>{day.format(n=n)}</tr>"
        for n in range(1, count + 1)
    )
    return f"<table>{''.join(rows)}</table>"


def kept(main: str, url: str = URL) -> list[int]:
    """How many entries each kept list of a page has."""
    page = f"<html lang=en><title>Papers</title><body><nav><a href=/a>Harbour</a></nav><main><h1>Papers</h1>{main}</main></body></html>"
    return [len(one.entries) for one in chosen(induce(page, url))]


@pytest.mark.parametrize(
    "section",
    [
        "<h2 class=h>{}</h2>{}",
        "<section><h2>{}</h2>{}</section>",
        "<div class=part><div class=top><h2>{}</h2></div><div>{}</div></div>",
    ],
)
def test_sections_of_one_rank_are_kept_together(section: str) -> None:
    """A list of eight and a table of seven, each below an `h2` of the page's main part."""
    assert kept(section.format("For the crews", notices(8)) + section.format("For the owners", acts(7))) == [
        8,
        7,
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{}", "<h2>Latest posts</h2>{}"),
        ("<h2>For the crews</h2>{}", "<h3>Latest posts</h3>{}"),
        ("<h2>For the crews</h2>{}", "<div class=box><h2>Latest posts</h2>{}</div>"),
        ("<h2>For the crews</h2>{}", "<h2><a href=/posts/>Latest posts</a></h2>{}"),
        ("<h2>For the crews</h2>{}", "<aside><h2>Latest posts</h2>{}</aside>"),
    ],
    ids=["below the page's heading", "lower rank", "elsewhere", "linked", "aside"],
)
def test_a_box_below_another_heading_is_left(first: str, second: str) -> None:
    """It is headed otherwise than the list, or the list has no heading but the page's own."""
    assert kept(first.format(notices(8)) + second.format(acts(7))) == [8]


DAY = "<td>{n}.10.2026</td>"


@pytest.mark.parametrize(
    ("first", "second", "day", "url"),
    [(8, 5, DAY, URL), (20, 7, DAY, URL), (8, 7, "", URL), (8, 7, DAY, "https://portus.example/")],
    ids=["few", "less than half", "undated", "a site's front"],
)
def test_few_or_undated_rows_are_no_section(first: int, second: int, day: str, url: str) -> None:
    """Five days to come, seven of the latest beside twenty, topics; a front page shows boxes of all that there is."""
    main = f"<h2>For the crews</h2>{notices(first)}<h2>For the owners</h2>{acts(second, day)}"
    assert kept(main, url) == [first]
