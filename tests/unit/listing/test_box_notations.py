"""A day in a box apart from year and month is a date with them, and a count beside a month is none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from scraper.listing.dates.notations import FULL, PARTIAL, dates_in
from scraper.listing.induce import chosen, induce

WHOLE = [
    "18\n2026-11", "18\n2026/11", "18\n2026.11", "2026-11\n18", "2026\n11-18", "2026\n11.18", "18\n2026年11月", "18 11月 2026",
    "18-11月-2026", "18\n11.2026", "18\n11/2026", "11.2026\n18", "18/11\n2026", "18.11.\n2026", "18日\n2026年11月",
    "Nov\n2026\n18", "Nov.\n2026\n18", "18\n11月\n2026", "18|Nov|2026", "18 · Nov. · 26", "18 | 11 | 2026", "18 • 11 • 26",
    "18\n2569/11",
]  # fmt: skip


@pytest.mark.parametrize("text", WHOLE)
def test_boxes_that_are_one_date(text: str) -> None:
    """Numbers and months that fill a line each, or stand between the same marks."""
    page = f"A word\n{text}\nAnother"
    assert [(page[start:end], strength) for start, end, strength in dates_in(page)] == [(text, FULL)]


def test_boxes_without_a_year_are_half_a_date() -> None:
    """The list or a heading gives the year."""
    assert dates_in("18\n11月") == [(0, 6, PARTIAL)]


@pytest.mark.parametrize(
    "text",
    [
        "18 2026-11", "45\n2026-11", "18 comments\n2026-11", "2026-11\n18:30", "2026\n18.30", "18\n2026-11 (4)", "18\n1200-11",
        "10 | 11 | 12", "1 | 2 | 26", "4 • 5 • 6 • 7", "12:30 • 11 • 26", "18 | Otters | 2026", "Hall\n2026\n18",
    ],
)  # fmt: skip
def test_numbers_that_only_stand_together(text: str) -> None:
    """Counts, pages, hours, and lines that say more."""
    assert dates_in(text) == []


def test_the_number_that_ends_the_text_above_is_no_day() -> None:
    """The boxes are read from the first of them."""
    text = "It ends with number 1.\nNov\n2026\n18"
    assert [text[start:end] for start, end, _ in dates_in(text)] == ["Nov\n2026\n18"]


@pytest.mark.parametrize(
    ("language", "boxes"),
    [
        ("zh", "<b>{d}</b><i>{y}-{m:02}</i>"),
        ("zh", "<i>{y}</i><b>{m:02}-{d:02}</b>"),
        ("ja", "<b>{d}</b><i>{y}年{m}月</i>"),
        ("ja", "<b>{d}</b><i>{m}月</i>"),
        ("en", "<i>Nov</i><i>{y}</i><b>{d}</b>"),
        ("en", "{d}|Nov|{y}"),
        ("de", "<b>{d}</b><i>{m}.{y}</i>"),
        ("fr", "{d} • {m} • 26"),
    ],
)
def test_every_entry_of_a_list_has_its_boxes(language: str, boxes: str) -> None:
    """As the page shows them, in one line."""
    days = [date(2026, 11, 28) - timedelta(days=3 * n) for n in range(9)]
    shown = [boxes.format(d=day.day, m=day.month, y=day.year) for day in days]
    rows = "".join(
        f"<div class=item><div class=when>{said}</div><h3><a href=/n/{n}>The council decides on matter {n}</a></h3>"
        f"<p>A teaser of some words that goes on for a while, and ends with number {n}.</p></div>"
        for n, said in enumerate(shown)
    )
    page = f"<html lang={language}><body><h1>News</h1><main>{rows}</main></body></html>"
    [kept] = chosen(induce(page, "https://portus.example/news/"))
    texts = [" ".join(said.replace("<", " <").replace(">", "> ").split()) for said in shown]
    bare = [" ".join(word for word in text.split() if "<" not in word) for text in texts]
    assert [entry.date for entry in kept.entries] == bare
