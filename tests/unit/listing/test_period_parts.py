"""Months with their entries are no entries, however short the titles; a month with one title and one button is."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

MONTHS = ("November", "October", "September")
NAMES = (
    ("Delayed alerts", "API errors"),
    ("Map tiles missing", "Login failures"),
    ("Scheduled maintenance",),
)


def titles(*, head: str, even: bool = False) -> list[str]:
    """The titles of an archive in three parts, each below a heading."""
    parts = ""
    for at, (month, names) in enumerate(zip(MONTHS, NAMES, strict=True)):
        rows = "".join(
            f"<div class='data incident'><a class=title href=/incidents/{at}{n}>{name}</a><div class='message body'>This has been resolved.</div>"
            f"<div class=secondary>{month[:3]} <var>{20 - n}</var>, <var>10:1{n}</var> - <var>11:4{n}</var> UTC</div></div>"
            for n, name in enumerate(names[:1] if even else names)
        )
        parts += f"<div class=month>{head.format(month)}<div class=incidents>{rows}</div></div>"
    page = f"<html lang=en><body><main><h1>Incident history</h1><div class=months>{parts}</div></main></body></html>"
    return [
        entry.title for one in chosen(induce(page, "https://status.example/history")) for entry in one.entries
    ]


@pytest.mark.parametrize("head", ["<h4>{} <var>2026</var></h4>", "<div class=t>{} 2026</div>", "<h3>{}</h3>"])
def test_entries_below_months_are_the_list(head: str) -> None:
    """A title may be shorter than most links that are titles."""
    assert titles(head=head) == [name for names in NAMES for name in names]


def test_one_below_each_month_is_read_as_well() -> None:
    """Where each part holds one, the part is the entry."""
    assert titles(head="<h4>{} 2026</h4>", even=True) == [names[0] for names in NAMES]
