"""A list that tells no day may tell a month: beside what an entry says it is the entry's date."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

SUBJECTS = (
    "Report on the quay walls",
    "Budget of the school board",
    "Survey of the old trees",
    "Plan for the tram depot",
    "Noise at the ferry pier",
    "Water quality of the bay",
)
MONTHS = ("November", "October", "September", "August", "July", "June")
IN_2026 = tuple(f"{month} 2026" for month in MONTHS)


def dates(row: str, months: tuple[str, ...] = IN_2026) -> list[str]:
    """What is read as dates of a page whose rows are all made like this one."""
    rows = "".join(
        row.format(n=n, month=month, subject=subject)
        for n, (month, subject) in enumerate(zip(months, SUBJECTS, strict=True))
    )
    kept = chosen(induce(f"<h1>Reports</h1><main>{rows}</main>", "https://portus.example/reports/"))
    return [entry.date for one in kept for entry in one.entries]


@pytest.mark.parametrize(
    "row",
    [
        "<li><span class=date>{month}</span> <a href=/r/{n}>{subject}</a></li>",
        "<li><a href=/r/{n}>{subject}</a> ({month})</li>",
        "<a class=card href=/r/{n}><h3>{subject}</h3><span>{month}</span></a>",
        "<p><a href=/r/{n}>{subject}</a><br>{month}</p>",
    ],
    ids=["span", "brackets", "card", "line"],
)
@pytest.mark.parametrize(
    "months",
    [
        tuple(f"{month} 2026" for month in MONTHS),
        ("listopadu 2026", "října 2026", "září 2026", "srpna 2026", "července 2026", "června 2026"),
        ("11/2026", "10/2026", "9/2026", "8/2026", "7/2026", "6/2026"),
    ],
    ids=["en", "cs", "digits"],
)
def test_a_month_beside_a_title_is_the_date(row: str, months: tuple[str, ...]) -> None:
    """Whatever stands around it, in any language."""
    assert dates(row, months) == list(months)


@pytest.mark.parametrize(
    "row",
    [
        "<li><a href=/archive/{n}>{month}</a> <span>({n})</span></li>",
        "<article><h3><a href=/letter/{n}>{month}</a></h3><p>{subject}, and what else the council did and left.</p></article>",
    ],
    ids=["archive", "monthly letter"],
)
def test_a_month_that_is_the_title_is_no_date(row: str) -> None:
    """Months of an archive, letters called by their month."""
    assert not any(dates(row))


def test_a_day_is_worth_more_than_a_month() -> None:
    """Where the entries' addresses tell the day, the month beside them adds nothing."""
    assert not any(dates("<li>{month} <a href=/2026/11/1{n}/report>{subject}</a></li>"))
