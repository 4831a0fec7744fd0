"""An hour before a title goes where the day stands elsewhere; days with no-break spaces leave a title as others do."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/news/"


def read(body: str) -> list[tuple[str, str]]:
    """Titles and days of the page's entries."""
    kept = chosen(induce(f"<html><title>News</title><main><h1>News</h1>{body}</main></html>", URL))
    return [(entry.title, entry.date or entry.datetime) for one in kept for entry in one.entries]


def below_days(link: str, titles: tuple[str, ...] = TITLES[:8]) -> list[tuple[str, str]]:
    """Two days of four entries: `{title}`, and `{n}` that makes hours from 10 on."""
    rows = [
        f"<li><a href=/news/{n}>{link.format(title=title, n=10 + n)}</a></li>"
        for n, title in enumerate(titles)
    ]
    return read(
        f"<h2>12 May 2026</h2><ul>{''.join(rows[:4])}</ul><h2>11 May 2026</h2><ul>{''.join(rows[4:])}</ul>"
    )


HOURS = [
    "<span>{n}:05</span> ", "{n}:05 ", "{n}:05 – ", "<b>{n}:05</b>", "<span>{n}.05 Uhr</span> ", "{n}h05 : ", "[{n}:05] ", "{n}:05–{n}:50 ",
    "<time datetime=2026-05-12T{n}:05>{n}:05</time> ", "{n}:05 a.m. | ",
]  # fmt: skip


@pytest.mark.parametrize("hour", HOURS)
def test_an_hour_below_its_day_is_none_of_the_titles_words(hour: str) -> None:
    """A ticker: the day stands above its entries, the hour in each link, in an element or not."""
    rows = below_days(hour + "{title}")
    assert [title for title, _ in rows] == list(TITLES[:8])
    assert all(day for _, day in rows)


def test_hours_that_few_titles_begin_with_are_theirs() -> None:
    """One service at half past ten is called so, and a ratio is no hour."""
    few = ("10:30 service in the chapel", *TITLES[1:8])
    assert [title for title, _ in below_days("{title}", few)] == list(few)
    titles = tuple(f"3:{n} for the home side, {title}" for n, title in enumerate(TITLES[:8]))
    assert [title for title, _ in below_days("{title}", titles)] == list(titles)


LENGTHS = [
    ("{k}:{n} {title}", (1, 3, 0, 2, 2, 0, 3, 1)),  # results go up and down
    ("1h{n} of {small}", range(8)),
    ("1:{n} model of {small}", range(8)),
]


@pytest.mark.parametrize(("link", "numbers"), LENGTHS)
def test_results_lengths_and_scales_stay(link: str, numbers: Sequence[int]) -> None:
    """What goes up and down within a day, or is followed by a small letter, is no hour."""
    titles = tuple(
        link.format(k=k, n=32 + n, title=title, small=title.lower())
        for n, (k, title) in enumerate(zip(numbers, TITLES[:8], strict=True))
    )
    assert [title for title, _ in below_days("{title}", titles)] == list(titles)


def test_services_that_only_their_hours_tell_apart_keep_them() -> None:
    """Without the hour all would be called alike."""
    rows = below_days("{n}:30 Evening service")
    assert [title for title, _ in rows] == [f"{10 + n}:30 Evening service" for n in range(8)]


@pytest.mark.parametrize(
    "day",
    ["{n}&nbsp;May&nbsp;2026", "2026-05-{n}&nbsp;09:00", "May&nbsp;{n}, 2026", "{n}.05.2026&#8239;09:00"],
)
@pytest.mark.parametrize(
    "row",
    ["DAY <a href=/news/{n}>{title}</a>", "<a href=/news/{n}>DAY&nbsp;– {title}</a>", "<b>DAY&nbsp;</b>{title} <a href=/news/{n}>more</a>"],
)  # fmt: skip
def test_a_day_with_no_break_spaces_is_taken_off_its_title(row: str, day: str) -> None:
    """As the same day with spaces is; the spaces of the title stay as they are, the day is told with plain ones."""
    titles = [*TITLES[:5], "Otters&nbsp;: they are back"]
    rows = read(
        "".join(
            f"<p>{row.replace('DAY', day).format(title=title, n=10 + n)}</p>"
            for n, title in enumerate(titles)
        )
    )
    assert [title for title, _ in rows] == [*TITLES[:5], "Otters\xa0: they are back"]
    assert [day.isprintable() and " " in day for _, day in rows] == [True] * 6
