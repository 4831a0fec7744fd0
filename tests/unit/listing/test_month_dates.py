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


def test_a_month_and_its_count_are_no_date_of_either() -> None:
    """Of an archive whose rows are linked in two ways no row says more than its month and how many entries that has."""
    ways = (
        "<li><a href=/archive/{n}>{month} – 1{n}</a></li>",
        "<li>{month} – <a href=/archive/{n}>1{n}</a></li>",
    )
    rows = "".join(ways[n % 2].format(n=n, month=month) for n, month in enumerate(IN_2026))
    (found,) = induce(f"<h1>Archive</h1><ul>{rows}</ul>", "https://portus.example/reports/")
    assert len(found.entries) == len(IN_2026)
    assert not any(entry.date for entry in found.entries)


def test_a_day_is_worth_more_than_a_month() -> None:
    """Where the entries' addresses tell the day, the month beside them adds nothing."""
    assert not any(dates("<li>{month} <a href=/2026/11/1{n}/report>{subject}</a></li>"))


REFERENCE = "<li><b>{subject}</b>. A. Berg and O. Lind, {month}. <a href=/r/{n}.pdf>PDF</a></li>"


def test_a_reference_is_titled_by_its_bold_beginning_and_dated_by_the_month_at_its_end() -> None:
    """Neither the writers nor the file are part of the title, and they are no teaser."""
    rows = "".join(
        REFERENCE.format(n=n, month=month, subject=subject)
        for n, (month, subject) in enumerate(zip(IN_2026, SUBJECTS, strict=True))
    )
    (found,) = chosen(
        induce(f"<h1>Reports</h1><main><ol>{rows}</ol></main>", "https://portus.example/reports/")
    )
    assert [(entry.title, entry.date, entry.excerpt) for entry in found.entries] == [
        (subject, month, "") for subject, month in zip(SUBJECTS, IN_2026, strict=True)
    ]


def test_a_month_that_a_sentence_ends_in_is_none() -> None:
    """It tells what happened then."""
    assert not any(dates("<li><a href=/r/{n}>{subject}</a><br>The council heard of it in {month}.</li>"))


def test_what_stands_behind_a_bold_title_begins_without_the_title_s_stop() -> None:
    """The point is the title's."""
    text = "The council heard of it on Monday and will vote on all of it next week."
    rows = "".join(
        f"<li><b>{subject}</b>. {text[: 60 + n]}. <a href=/r/{n}>More</a></li>"
        for n, subject in enumerate(SUBJECTS)
    )
    (found,) = chosen(
        induce(f"<h1>Reports</h1><main><ol>{rows}</ol></main>", "https://portus.example/reports/")
    )
    assert [(entry.title, entry.excerpt[:20]) for entry in found.entries] == [
        (subject, text[:20]) for subject in SUBJECTS
    ]


@pytest.mark.parametrize(
    "week",
    [
        "KW {n}/2026",
        "Vecka {n}, 2026",
        "Week {n}, 2026",
        "2026-W{n}",
        "Semaine {n} - 2026",
        "viikko {n}/2026",
        "{n}. hét 2026",
        "2026年第{n}周",
        "v. {n}, 2026",
        "W{n}/2026",
    ],
)
def test_a_week_is_the_date_of_a_list_that_tells_no_days(week: str) -> None:
    """The reader gives its Monday, and says that nobody knows the day."""
    weeks = tuple(week.format(n=46 - n) for n in range(6))
    assert dates(
        "<li><a href=/r/{n}><span class=w>{month}</span> <span>{subject}</span></a></li>", weeks
    ) == [*weeks]


@pytest.mark.parametrize(
    "said",
    [
        "KW 46",
        "Week 61, 2026",
        "Room {n}, 2026",
        "Weekend 4{n}, 2026",
        "V 4{n}/2026",
        "S 4{n}/2026",
        "s. 4{n}, 2026",
        "v4{n}.2026",
    ],
)
def test_what_is_no_week_of_a_year(said: str) -> None:
    """Without its year it may be of any; no year has sixty; a letter before a number names a case, a page or a version, too."""
    texts = tuple(said.format(n=n) for n in range(6))
    assert dates("<li><span>{month}</span> <a href=/r/{n}>{subject}</a></li>", texts) == [""] * 6
