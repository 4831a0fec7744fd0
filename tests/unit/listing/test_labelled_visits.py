"""`Posted 3 days ago`: a date told from the visit behind a label, on a page's list."""

from __future__ import annotations

import pytest

from scraper.listing.dates.from_visit import relative
from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TEXTS

TITLES = (
    "Harbour wall to be mended",
    "Otters seen below the weir",
    "Library opens late on Mondays",
    "The choir looks for tenors",
    "Market square closed for paving",
)


def _dates(notes: list[str]) -> list[str]:
    """The dates of a list whose entries have a note each."""
    rows = "".join(
        f'<li><h3><a href="/notices/{at}">{title}</a></h3><p>Works department</p><p class="m">{note}</p></li>'
        for at, (title, note) in enumerate(zip(TITLES, notes, strict=True))
    )
    page = f"<body><main><h1>Notices</h1><ul>{rows}</ul></main></body>"
    found = induce(page, "https://quay.example/notices")[0].entries
    assert [entry.title for entry in found] == list(TITLES)
    assert not any(entry.excerpt for entry in found)
    return [entry.date for entry in found]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Posted {} days ago", "{} days ago"),
        ("Publiée il y a {} jours", "il y a {} jours"),
        ("Publié il y a {} jour(s)", "il y a {} jour(s)"),
        ("Opublikowano {} dni temu", "{} dni temu"),
        ("Опубликовано {} дня назад", "{} дня назад"),
        ("发布于 {} 天前", "{} 天前"),
        ("Last updated: {} hours ago", "{} hours ago"),
        ("Actualizado hace {} horas", "hace {} horas"),
    ],
)
def test_a_date_behind_a_label_is_the_entrys(written: str, date: str) -> None:
    """A date behind a label is the entrys."""
    assert _dates([written.format(at) for at in range(2, 7)]) == [date.format(at) for at in range(2, 7)]


def test_a_word_of_publication_needs_no_other() -> None:
    """A word of publication needs no other."""
    notes = ["Posted yesterday", "Posted 2 hours ago", "Room 5", "Room 6", "Room 7"]
    assert _dates(notes)[:2] == ["yesterday", "2 hours ago"]


def test_words_before_one_date_are_no_label() -> None:
    """Words before one date are no label."""
    notes = ["Seen 3 days ago", "Room 4", "Room 5", "Room 6", "Room 7"]
    assert _dates(notes) == [""] * 5


def test_an_hour_behind_a_word_is_none() -> None:
    """An hour behind a word is none."""
    assert _dates([f"Doors 19:{at}0" for at in range(5)]) == [""] * 5


def test_one_or_several_of_a_unit_is_a_date() -> None:
    """One or several of a unit is a date."""
    assert relative("il y a 3 jour(s)") == "il y a 3 jour(s)"
    assert relative("2 day(s) ago") == "2 day(s) ago"
    assert not relative("3 room(s)")


def test_two_of_a_unit_in_a_word_of_its_own_is_a_date() -> None:
    """Two of a unit in a word of its own is a date."""
    assert [relative(text) for text in ("منذ يومين", "قبل ساعتين")] == ["منذ يومين", "قبل ساعتين"]


@pytest.mark.parametrize(
    "front",
    ["{n} days ago – ", "vor {n} Tagen – ", "il y a {n} jours - ", "{n} дней назад — ", "Hace {n} horas – "],
)
def test_a_date_before_a_teaser_and_a_dash(front: str) -> None:
    """As search pages write them: the date is the entry's, and none of its text."""
    rows = "".join(
        f"<div><h3><a href=/n/{n}>{title}</a></h3><p>{front.format(n=n + 2)}{text}</p></div>"
        for n, (title, text) in enumerate(zip(TITLES, TEXTS, strict=False))
    )
    page = f"<html><title>News</title><main><h1>News</h1>{rows}</main></html>"
    [kept] = chosen(induce(page, "https://portus.example/news/"))
    assert [entry.date for entry in kept.entries] == [
        front.format(n=n + 2).rstrip(" -–—") for n in range(len(TITLES))
    ]
    assert [entry.excerpt for entry in kept.entries] == list(TEXTS[: len(TITLES)])


@pytest.mark.parametrize(
    "front",
    [
        "{n} boats – ",
        "Room {n} – ",
        "Chapter {n} – ",
        "{n} days of wind – ",
        "More than {n} hours – ",
        "{n} hours – ",
        "1{n}:30 – ",
        "1{n} h – ",
    ],
)
def test_other_numbers_before_a_dash_are_no_dates(front: str) -> None:
    """They say no time, or not when."""
    rows = "".join(
        f"<div><h3><a href=/n/{n}>{title}</a></h3><p>{front.format(n=n + 2)}{text}</p></div>"
        for n, (title, text) in enumerate(zip(TITLES, TEXTS, strict=False))
    )
    page = f"<html><title>News</title><main><h1>News</h1>{rows}</main></html>"
    [kept] = chosen(induce(page, "https://portus.example/news/"))
    assert not any(entry.date for entry in kept.entries)
