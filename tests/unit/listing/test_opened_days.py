"""Days that hold a varying number of entries without elements of their own are opened; cards that begin with a day are not."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.test_date_heads import DAYS, TITLES, URL

COUNTS = (1, 3, 2, 1)


def held(count: int, day: int) -> list[str]:
    first = sum(COUNTS[:day])
    return [f"<a href=/n/{first + n}.html>{TITLES[first + n]}</a>" for n in range(count)]


def rows(body: str) -> list[tuple[str, str]]:
    kept = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{body}</main></body></html>", URL))
    return [(entry.title, entry.date) for one in kept for entry in one.entries]


def days(counts: tuple[int, ...], day: str, entry: str, around: str = "{}") -> str:
    return "".join(
        around.format(day.format(DAYS[at]) + "".join(entry.format(link) for link in held(count, at)))
        for at, count in enumerate(counts)
    )


WHOLE = [
    (TITLES[n], DAYS[at])
    for at, count in enumerate(COUNTS)
    for n in range(sum(COUNTS[:at]), sum(COUNTS[: at + 1]))
]
TEASER = " The board met at the old quay and told what it had decided."


@pytest.mark.parametrize(
    "body",
    [
        days(COUNTS, "<h3>{}</h3>", "<p>{}" + TEASER + "</p>"),
        days(COUNTS, "<h3>{}</h3>", "<div>{}</div>"),
        days(COUNTS, "<b>{}</b><br>", "{}, No. 12<br>", "<p>{}</p>"),
        days(COUNTS, "<p><b>{}</b></p>", "<p>{}</p>", "<div class=day>{}</div>"),
        f"<table>{days(COUNTS, '<td>{}</td><td>', '{}<br>', '<tr>{}</td></tr>')}</table>",
    ],
    ids=[
        "headings and paragraphs",
        "headings and boxes",
        "lines of a paragraph",
        "paragraphs of a box",
        "lines of a cell",
    ],
)
def test_each_day_gives_its_entries(body: str) -> None:
    """A court's day has one opinion or ten."""
    assert rows(body) == WHOLE


def test_the_last_day_may_be_the_longest() -> None:
    """How long it is no other day tells; the pager behind it is none of its entries, though it stands below its day."""
    counts = (1, 1, 2, 4)
    body = (
        days(counts, "<h3>{}</h3>", "<p>{}" + TEASER + "</p>")
        + "<p><a href=/news/?week=46>The week before</a></p>"
    )
    assert [date for _, date in rows(body)] == [DAYS[0], DAYS[1], *2 * [DAYS[2]], *4 * [DAYS[3]]]


def test_a_teaser_may_tell_of_another_day() -> None:
    """One sentence with a date does not make a day's entries dated ones."""
    body = days(COUNTS, "<h3>{}</h3>", "<p>{}" + TEASER + "</p>").replace("old quay", "quay on 3 May 2019", 1)
    assert [title for title, _ in rows(body)] == [title for title, _ in WHOLE]


@pytest.mark.parametrize("second", ["Download the report of the board", "Read the article"])
def test_cards_that_begin_with_a_day_stay_whole(second: str) -> None:
    """Each has one title and one button."""
    body = "".join(
        f"<div><p>{day}</p><p><a href=/n/{n}.html>{TITLES[n]}</a></p><p><a href=/f/{n}.html>{second}</a></p></div>"
        for n, day in enumerate(DAYS)
    )
    assert rows(body) == list(zip(TITLES, DAYS, strict=False))
