"""A table says a day once, for the rows down to the next: by empty cells, or in a row of the day that has a link of its own."""

from __future__ import annotations

import pytest

from tests.unit.listing.harbour import TITLES
from tests.unit.listing.test_date_heads import DAYS, dates

DAYS_ONCE = [day for day in DAYS for _ in range(3)]


def table(
    cells: list[str], row: str = "<tr><td>{cell}</td><td><a href=/n/{n}.html>{title}</a></td></tr>"
) -> str:
    rows = (
        row.format(cell=cell, n=n, title=title)
        for n, (cell, title) in enumerate(zip(cells, TITLES, strict=True))
    )
    return f"<table>{''.join(rows)}</table>"


@pytest.mark.parametrize("empty", ["", "&nbsp;", "<span> </span>"])
def test_an_empty_cell_is_of_the_day_above(empty: str) -> None:
    """Whatever an editor leaves in it: nothing, a space, an element without a text."""
    assert dates(table([day if n % 3 == 0 else empty for n, day in enumerate(DAYS_ONCE)])) == DAYS_ONCE


def test_a_cell_that_says_something_is_not() -> None:
    """Then the table has told that there is no day."""
    cells = [day if n % 3 == 0 else "undated" for n, day in enumerate(DAYS_ONCE)]
    assert [day for day in dates(table(cells)) if day] == list(DAYS)


def test_an_empty_cell_behind_the_title_is_a_gap() -> None:
    """A deadline that one notice has and the next has not."""
    cells = [day if n % 3 == 0 else "" for n, day in enumerate(DAYS_ONCE)]
    row = "<tr><td><a href=/n/{n}.html>{title}</a></td><td>{cell}</td></tr>"
    assert dates(table(cells, row)) == cells


def test_where_days_return_an_empty_cell_is_a_gap() -> None:
    """Rows of one day stand with the day each; for the empty ones nobody knew it."""
    cells = [day if n % 3 < 2 else "" for n, day in enumerate(DAYS_ONCE)]
    assert dates(table(cells)) == cells


def test_few_empty_cells_are_gaps() -> None:
    """Two of twelve: nobody filled them."""
    cells = [f"{29 - 2 * n} May 2026" if n not in (4, 7) else "" for n in range(12)]
    assert dates(table(cells)) == cells


def test_a_row_of_the_day_may_have_a_link() -> None:
    """All papers of a day as one file; the row is an entry of its own, and the day holds for those below it."""
    rows = ""
    for at, day in enumerate(DAYS):
        rows += f"<tr><td><b>{day}</b> <a href=/z/{at}.zip>All papers of the day, one file</a></td></tr>"
        for n in range(3 * at, 3 * at + 3):
            rows += f"<tr class=paper><td><a href=/n/{n}.html>{TITLES[n]}</a></td></tr>"
    assert dates(f"<table>{rows}</table>") == [day for day in DAYS for _ in range(4)]


NUMBERED = "<tr><td>{cell}</td><td><a href=/g/{n}.pdf>No. {n}</a></td><td>{title}</td></tr>"


@pytest.mark.parametrize(
    "row", [NUMBERED, NUMBERED.replace("<td>{cell}</td>", "").replace("</tr>", "<td>{cell}</td></tr>")]
)
def test_a_row_whose_link_is_a_number_is_an_entry_too(row: str) -> None:
    """Filled as the row with the day is, it is no teaser of that one, wherever the day stands."""
    cells = [day if n % 3 == 0 else "" for n, day in enumerate(DAYS_ONCE)]
    assert len(dates(table(cells, row))) == len(TITLES)


def test_a_row_with_a_cell_of_its_own_tells_of_the_row_above() -> None:
    """Two rows an entry: the second is not filled where the first is."""
    row = NUMBERED + "<tr><td></td><td><a href=/g/{n}.htm>Text</a></td><td></td></tr>"
    assert dates(table(list(DAYS_ONCE), row)) == DAYS_ONCE


@pytest.mark.parametrize("link", ["<a href=/g/{n}.pdf>Read more</a>", "<a href=/t/{n}>Read more</a>"])
def test_a_second_row_that_only_leads_on_is_a_teaser(link: str) -> None:
    """It may be filled as the first one is: where its link leads, or what it says, tells that it is no entry."""
    second = "<tr><td></td><td>The board met at the old quay and decided. " + link + "</td><td>12</td></tr>"
    row = "<tr><td>{cell}</td><td><a href=/g/{n}.pdf>{title}</a></td><td>No. {n}</td></tr>" + second
    assert dates(table(list(DAYS_ONCE), row)) == DAYS_ONCE
