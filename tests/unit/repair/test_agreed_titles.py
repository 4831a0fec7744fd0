"""Two witnesses against one: the name of an entry where its listing page gives it two."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from pipelines.repair import repair
from pipelines.site import Site

SITE = Site("bulletin", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
FORMS = json.loads(Path(__file__).with_name("cases").joinpath("short_forms.json").read_text(encoding="utf-8"))


def settled(
    listed: str, other: str | None, own: str | None, beside: str | None = None
) -> tuple[str, list[tuple[str, str]]]:
    rows = 3
    frame = pd.DataFrame(
        {
            "list": ["news"] * rows,
            "position": range(rows),
            "url": [f"https://bulletin.example/{row}" for row in range(rows)],
            "title_raw": pd.Series([listed, "La gare rouvre", "Le marché déménage"], dtype="str"),
            "title_else": pd.Series([other, None, None], dtype="str"),
            "own_title": pd.Series([own, beside, None], dtype="str"),
            "excerpt_raw": pd.Series([None] * rows, dtype="str"),
            "page_language": ["fr"] * rows,
        }
    )
    out = repair(frame, SITE)
    assert out["title_raw"].tolist() == frame["title_raw"].tolist()
    return out["title"].iloc[0], [(step.column, step.name) for step in out["steps"].iloc[0]]


def test_the_entrys_own_page_and_another_link_outvote_the_list() -> None:
    """The change is a step, and the raw title stays."""
    found = settled("2026-117", "Les vélos de la gare sont réparés", "Les vélos de la gare sont réparés")
    assert found == ("Les vélos de la gare sont réparés", [("title", "page")])


def test_the_other_name_may_be_misread() -> None:
    """Names are mended before they are compared, as titles are."""
    misread = "Les vélos de la gare sont réparés".encode().decode("cp1252")
    assert settled("Atelier", misread, "Les vélos de la gare sont réparés")[0].endswith("réparés")


@pytest.mark.parametrize("front", ["Lire la suite : ", "Lire la suite", "Pour en savoir plus sur « "])
def test_the_other_name_may_stand_behind_what_its_link_is_for(front: str) -> None:
    """What a button says to those who hear it ends in the name of its page."""
    own = "Les vélos de la gare sont réparés"
    assert settled("Atelier", f"{front}{own}", own)[0] == own


def test_a_word_behind_others_is_no_name() -> None:
    """A button leads to a page that is called for what the button does."""
    assert settled("Fête de la rue Basse", "Vers l’inscription", "Inscription")[0] == "Fête de la rue Basse"


def test_what_several_pages_are_called_names_none() -> None:
    """A site that heads every page alike ends its buttons' labels so, too."""
    own = "Actualités de la ville et du port"
    found = settled("Fête de la rue Basse", f"Samedi soir – {own}", own, beside=own)
    assert found == ("Fête de la rue Basse", [])


def test_several_other_names() -> None:
    """One of them agreeing is enough."""
    assert (
        settled("Atelier", "Un atelier ouvert\nLe vélo pour tous", "Le vélo pour tous")[0]
        == "Le vélo pour tous"
    )


@pytest.mark.parametrize(("whole", "short"), [(case["list"], case["short"]) for case in FORMS])
def test_a_short_form_never_takes_the_place_of_the_lists_headline(whole: str, short: str) -> None:
    """A box and the own page that shorten or reword it do not rename the entry while it is in the box; nor the reverse."""
    assert settled(whole, short, short) == (whole, [])
    assert settled(short, whole, whole) == (short, [])


@pytest.mark.parametrize(
    ("why", "other", "own"),
    [
        ("no own page", "Les vélos de la gare", None),
        ("no other name", None, "Les vélos de la gare"),
        ("three different names", "Les vélos de la gare", "Un atelier en gare"),
        ("the own page agrees with the list", "Les vélos de la gare", "L’atelier"),
    ],
)
def test_one_witness_is_not_enough(why: str, other: str | None, own: str | None) -> None:
    """The list's title stands."""
    assert settled("L’atelier", other, own)[0] == "L’atelier", why
