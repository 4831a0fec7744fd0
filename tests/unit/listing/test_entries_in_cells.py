"""Entries that are cells, two or three in a row of a table, are made alike whichever column they stand in."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TEXTS, TITLES

MEETINGS = (
    "Regular meeting",
    "Board of the port",
    "Regular meeting",
    "Regular meeting",
    "Lights",
    "Regular meeting",
)


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("told", ["", "<div class=place>Room {n}</div>", "<p>{text}</p>"])
def test_titles_that_return_in_one_column_stay_titles(columns: int, told: str) -> None:
    """A column alone says the same again and again; the list does not."""
    cells = [
        f"<td class=meeting><h3><a href=/m/{n}>{title}</a></h3><div>{20 - n} April 2026</div>{told.format(n=n % 4, text=TEXTS[n])}</td>"
        for n, title in enumerate(MEETINGS)
    ]
    rows = "".join(f"<tr>{''.join(cells[at : at + columns])}</tr>" for at in range(0, 6, columns))
    page = f"<html><title>Meetings</title><main><h1>Meetings</h1><table>{rows}</table></main></html>"
    entries = [
        entry for one in chosen(induce(page, "https://portus.example/meetings/")) for entry in one.entries
    ]
    assert [entry.title for entry in entries] == list(MEETINGS)
    assert [entry.url[-1] for entry in entries] == list("012345")


def test_headings_that_lead_on_come_before_what_teasers_begin_with() -> None:
    """All meetings are called alike; each has a page of its own."""
    rows = "".join(
        f"<div><h3><a href=/m/{n}>Regular meeting</a></h3><div>{20 - n} April 2026</div><p>{text}</p></div>"
        for n, text in enumerate(TEXTS[:6])
    )
    page = f"<html><title>Meetings</title><main><h1>Meetings</h1>{rows}</main></html>"
    [kept] = chosen(induce(page, "https://portus.example/meetings/"))
    assert [(entry.title, entry.excerpt) for entry in kept.entries] == [
        ("Regular meeting", text) for text in TEXTS[:6]
    ]


def test_a_heading_of_kinds_stays_none_where_titles_stand_below() -> None:
    """A kind leads to the entry as well, above a title that is no heading."""
    rows = "".join(
        f"<div><h4><a href=/m/{n}>Notice</a></h4><p><a href=/m/{n}>{text.rstrip('.')}</a></p><div>{20 - n} April 2026</div></div>"
        for n, text in enumerate(
            ("Lock closed", "Lamps changed", "Seals counted", "Choir sings", "Quay painted", "Dues stay")
        )
    )
    page = f"<html><title>Notices</title><main><h1>Notices</h1>{rows}</main></html>"
    [kept] = chosen(induce(page, "https://portus.example/notices/"))
    assert [entry.title for entry in kept.entries][:2] == ["Lock closed", "Lamps changed"]


@pytest.mark.parametrize("kinds", [["Press release"], ["Press release", "Statement"]])
@pytest.mark.parametrize("below", ["", "<p>{text}</p>", "<a href=/m/{n}>More</a>"])
def test_a_heading_of_kinds_stays_none_where_titles_end_in_a_point(kinds: list[str], below: str) -> None:
    """Titles are short sentences, and the kind alone is a link."""
    rows = "".join(
        f"<div><h4><a href=/m/{n}>{kinds[n % len(kinds)]}</a></h4><p>{title}.</p>{below.format(n=n, text=TEXTS[n])}"
        f"<div>{20 - n} April 2026</div></div>"
        for n, title in enumerate(TITLES[:8])
    )
    page = f"<html><title>Notices</title><main><h1>Notices</h1>{rows}</main></html>"
    [kept] = chosen(induce(page, "https://portus.example/notices/"))
    assert [entry.title.rstrip(".") for entry in kept.entries] == list(TITLES[:8])
