"""Of a list that shows when its entries were changed, and whose addresses tell when they were published, the addresses date it."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

PUBLISHED = [
    f"2026-{month:02}-{day:02}" for month, day in ((11, 24), (11, 3), (9, 17), (7, 30), (6, 12), (2, 5))
]
CHANGED = ["2026-11-28", "2026-11-28", "2026-11-27", "2026-11-28", "2026-11-26", "2026-11-28"]


def told(cell: str, shown: list[str]) -> list[tuple[str, str]]:
    """The dates, shown and for machines, of six entries; `{day}` of the cell is what is shown."""
    rows = "".join(
        f"<article><h2><a href=/{day.replace('-', '/')}/post-{n}/>The orchard keeps its diary, part {n}</a></h2>"
        f"<p>What the grafter wrote down on the evening of walk {n}, before the rain came.</p>{cell.format(day=other)}</article>"
        for n, (day, other) in enumerate(zip(PUBLISHED, shown, strict=True))
    )
    page = f"<html><body><h1>Diary</h1><main>{rows}</main></body></html>"
    [kept] = chosen(induce(page, "https://orchard.example/"))
    return [(entry.date, entry.datetime) for entry in kept.entries]


@pytest.mark.parametrize(
    "cell",
    [
        "<time class=update-time>{day}</time>",
        '<time itemprop=dateModified datetime="{day}T06:30:00Z">{day}</time>',
        '<span class=history data-updated="{day}">{day} 06:30:11</span>',
        "<p class=meta>Edited on <span>{day}</span></p>",
        "<p class=meta>Zuletzt geändert am {day}</p>",
    ],
)
def test_days_of_changes_yield_to_the_days_of_the_addresses(cell: str) -> None:
    """However the page says that its days are of changes."""
    assert told(cell, CHANGED) == [("", day) for day in PUBLISHED]


@pytest.mark.parametrize(
    "cell",
    [
        "<time>{day}</time>",
        "<p class=updates>On stage {day}</p>",
        '<time class="entry-date published updated">{day}</time>',
        "<time data-update-url=/clock>{day}</time>",
    ],
)
def test_days_that_are_not_called_changes_stay(cell: str) -> None:
    """An event may be told of in an address of long before."""
    assert [date for date, _ in told(cell, CHANGED)] == CHANGED


def test_an_entry_changed_on_the_day_it_came_out_keeps_its_date() -> None:
    """Themes call the day of publication `updated`, too, until something is changed."""
    shown = [*PUBLISHED[:4], *CHANGED[4:]]
    kept = [(day, "") for day in PUBLISHED[:4]] + [("", day) for day in PUBLISHED[4:]]
    assert told("<span class=updated>{day}</span>", shown) == kept
