"""Titles that the entries' own pages refute, in lists whose titles are their pages' headings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pytest

from pipelines.repair import repair
from pipelines.site import Site

SITE = Site("bulletin", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
HEADINGS = (
    "La gare rouvre lundi",
    "Le marché déménage",
    "Un atelier pour les vélos",
    "Le pont est fermé",
    "Des tilleuls rue Basse",
    "La piscine cherche un nom",
)
TEXT = (
    "Le conseil municipal en a parlé jeudi soir, et personne ne s’y est opposé. {}, donc, à partir de mars."
)


def rows(titles: list[str], **other: list[Any]) -> pd.DataFrame:
    """Entries of one list whose own pages are called as `HEADINGS` says, unless told otherwise."""
    headings: list[Any] = other.pop("own_title", [*HEADINGS])
    names: list[Any] = other.pop("own_else", [f"{heading}\n{heading} | Ville" for heading in headings])
    size = len(titles)
    columns: dict[str, list[Any]] = {
        "list": ["news"] * size,
        "url": [f"https://ville.example/actus/{row}" for row in range(size)],
        "title_raw": titles,
        "excerpt_raw": [TEXT.format(heading) for heading in headings],
        "own_title": headings,
        "own_else": names,
        "own_text": [TEXT.format(heading) for heading in headings],
        "own_date": ["2026-02-11"] * size,
        "own_language": ["fr"] * size,
        "page_language": ["fr"] * size,
        **other,
    }
    frame = pd.DataFrame({name: pd.Series(cells, dtype="str") for name, cells in columns.items()})
    return frame.assign(position=range(size))


def called(frame: pd.DataFrame) -> list[str]:
    found: list[str] = repair(frame, SITE)["title"].tolist()
    return found


def with_odd(title: str) -> list[str]:
    return [title, *HEADINGS[1:]]


def but_first(cell: Any, others: Any) -> list[Any]:
    return [cell, *[others] * (len(HEADINGS) - 1)]


def test_a_badge_in_the_place_of_one_title() -> None:
    """Nearly all are called as their pages are; the raw title stays, and the change is a step."""
    out = repair(rows(with_odd("En vedette")), SITE)
    assert out["title"].tolist() == [*HEADINGS]
    assert out["title_raw"].iloc[0] == "En vedette"
    assert [(step.column, step.name) for step in out["steps"].iloc[0]] == [("title", "page")]


def test_titles_out_of_step() -> None:
    """The page of one entry bears the title of the next, again and again; the last title is nobody's."""
    moved = ["Toutes les actualités du mois", *HEADINGS[:-1]]
    assert called(rows(moved)) == [*HEADINGS]


def test_two_titles_that_changed_places() -> None:
    """In a list that words the others anew, too: each of the two pages bears the other's title."""
    titles = [HEADINGS[1], HEADINGS[0], "Vélos", "Pont", "Arbres", "Bassin"]
    assert called(rows(titles)) == [*HEADINGS[:2], *titles[2:]]


def test_titles_that_are_read_wrong_are_titles_all_the_same() -> None:
    """What a list writes is mended before it is compared."""
    misread = [heading.encode().decode("cp1252", "ignore") for heading in HEADINGS]
    assert called(rows(["En vedette", *misread[1:]])) == [*HEADINGS]


@pytest.mark.parametrize(
    ("why", "other"),
    [
        ("its head and its heading do not agree", {"own_else": [None, *HEADINGS[1:]]}),
        ("it calls itself so, too", {"own_else": [f"{HEADINGS[0]}\nPromenade au parc", *HEADINGS[1:]]}),
        ("in another folder", {"url": [f"https://ville.example/{n and 'actus'}/{n}" for n in range(6)]}),
        ("without the teaser", {"own_text": ["Cette page a été retirée.", *map(TEXT.format, HEADINGS[1:])]}),
        ("without a date", {"own_date": but_first(None, "2026-02-11")}),
        ("in another language", {"own_language": but_first("en", "fr")}),
        ("no own page", {"own_title": [None, *HEADINGS[1:]]}),
        ("without a text", {"own_text": but_first(None, TEXT), "excerpt_raw": but_first(None, None)}),
        (
            "with a line of text",
            {"own_text": but_first("Un instant.", TEXT), "excerpt_raw": but_first(None, None)},
        ),
        ("called as the site is", {"own_title": ["Ville", *HEADINGS[1:]]}),
        ("two of that name", {"own_title": [HEADINGS[0], HEADINGS[0], *HEADINGS[2:]]}),
    ],
)
def test_a_page_that_has_no_say(why: str, other: dict[str, list[Any]]) -> None:
    """A page unlike those of the other entries may be a notice, a section or somebody else's."""
    assert called(rows(with_odd("Promenade au parc"), **other))[0] == "Promenade au parc", why


@pytest.mark.parametrize(
    "titles",
    [
        ["Trains", "Étals", "Bricolage", *HEADINGS[3:]],
        [HEADINGS[0], "Étals", "Bricolage", "Travaux", "Arbres", "Bassin"],
    ],
    ids=["half", "most"],
)
def test_a_list_that_words_its_headlines_anew(titles: list[str]) -> None:
    """Its titles are the editors' own."""
    assert called(rows(titles)) == titles


def test_a_headline_that_is_only_shortened() -> None:
    """A form of the page's headline is one."""
    assert called(rows(with_odd("La gare rouvre")))[0] == "La gare rouvre"


def test_a_headline_that_an_editor_wrote_for_the_list() -> None:
    """It is none of the page's names, and its words are the text's."""
    reworded = "Personne ne s’y est opposé au conseil municipal"
    assert called(rows(with_odd(reworded)))[0] == reworded
    assert called(rows(with_odd("Toutes les photos de la fête du printemps")))[0] == HEADINGS[0]
