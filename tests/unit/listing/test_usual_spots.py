"""Of two days in one title the entry's is the one that stands and is written as those of the other entries."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

TITLES = (
    "Ferry pier closed", "Market moves to the quay", "Bridge painted", "Dues of the port", "Seals counted", "Lamps changed", "Choir sings",
)  # fmt: skip


def days(odd: str, row: str = "<li><a href=/f/{n}.pdf>{title} ({day})</a></li>") -> list[str]:
    """The days of seven entries, the fourth of which is called as told."""
    told = [row.format(n=n, title=title, day=f"{20 - n} October 2026") for n, title in enumerate(TITLES)]
    told[3] = f"<li><a href=/f/3.pdf>{odd}</a></li>"
    page = f"<html lang=en><title>Notices</title><main><h1>Notices</h1><ul>{''.join(told)}</ul></main>"
    return [
        entry.date for one in chosen(induce(page, "https://portus.example/notices")) for entry in one.entries
    ]


@pytest.mark.parametrize(
    "odd",
    [
        "New opening hours from 1 September (17 October 2026)",
        "What was decided on 4 March 2026 (17 October 2026)",
        "Hours from 1 September to 3 October, both included (17 October 2026)",
    ],
)
def test_the_day_at_the_usual_place_counts(odd: str) -> None:
    """A day that a title is about is no day of publication where all others have theirs, whole, behind their titles."""
    assert days(odd)[3] == "17 October 2026"


def test_days_before_titles_stay_the_first() -> None:
    """Where the list has its days in front, a later one is what the title is about."""
    row = "<li><a href=/f/{n}.pdf>{day}: {title}</a></li>"
    assert days("17 October 2026: What was decided on 4 March 2026", row)[3] == "17 October 2026"


@pytest.mark.parametrize(
    "last", ["Harbour | {day} | by A. Berg", "({day}) Harbour", "Harbour / {day} / A. Berg"]
)
@pytest.mark.parametrize("telling", [{2}, {1, 4}, {0, 3, 5}])
def test_a_line_below_a_teaser_that_tells_of_a_day_has_the_date(last: str, telling: set[int]) -> None:
    """Without names both are paragraphs of the same place: the marks around the day tell."""
    rows = "".join(
        f"<div><h3><a href=/n/{n}>{title}</a></h3><p>The harbour was opened {'on 12.11.1996 ' if n in telling else ''}and has been busy "
        f"ever since, as all who know it say.</p><p>{last.format(day=f'{20 - n}.10.2026')}</p></div>"
        for n, title in enumerate(TITLES)
    )
    page = f"<html lang=en><title>News</title><main><h1>News</h1>{rows}</main>"
    [kept] = chosen(induce(page, "https://portus.example/news"))
    assert [entry.date for entry in kept.entries] == [f"{20 - n}.10.2026" for n in range(len(TITLES))]
    assert not any("Harbour" in entry.excerpt for entry in kept.entries)
