"""Papers, books and talks: a title, and below it who wrote it. The names are read as no language, and take none away."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.language import language
from tests.unit.language.test_language_stage import SITE, frame

NAMES = [
    "Han van Nieuwburg, Jan Nieuwenhuizen",
    "Margarethe Mairhofer, Florian Hollweger",
    "Erik Sandberg, Ana Popescu and Li Wei",
    "Giovanni Rossi; Kari Nygård",
    "Mária Kovács & Tomasz Zieliński",
]
TITLES = {
    "en": ["Music engraving for everyone", "Otters of the lower river", "A short history of tide mills", "Counting swifts at dusk", "Old maps, new borders"],
    "de": ["Notensatz für alle", "Otter am Unterlauf", "Kleine Geschichte der Gezeitenmühlen", "Mauersegler zählen", "Alte Karten, neue Grenzen"],
    "fr": ["La gravure musicale pour tous", "Loutres de la basse rivière", "Brève histoire des moulins à marée", "Compter les martinets", "Vieilles cartes, nouvelles frontières"],
}  # fmt: skip


def labels(titles: list[str], excerpts: list[str], page: str | None) -> list[str]:
    """The language of each row of one list."""
    rows = frame(titles, page_language=pd.Series([page] * len(titles), dtype="str"))
    return language(rows.assign(excerpt=pd.Series(excerpts, dtype="str")), SITE)["language"].to_list()


@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize("code", TITLES)
def test_titles_keep_their_language_above_names(code: str, declared: bool) -> None:
    """Two to five of five were `und`, whatever the page declares."""
    assert labels(TITLES[code], NAMES, code if declared else None) == [code] * 5


def test_nouns_with_capitals_are_read() -> None:
    """What is in the titles' language speaks with them; a title of one word leaves all to what stands below."""
    below = ["Neue Satzung, Alte Gebühren", "Offene Türen, Frische Äpfel", "Warme Stuben, Lange Nächte", "Kalte Füße, Heiße Suppe", "Große Pläne, Kleine Schritte"]  # fmt: skip
    assert labels(TITLES["de"], below, None) == ["de"] * 5
    assert labels([f"Info {n}" for n in range(5)], below, None) == ["de"] * 5


def test_names_alone_have_no_language() -> None:
    """Where the titles are names as well, or a list has few, nothing changes."""
    assert set(labels(NAMES, NAMES[::-1], None)) == {"und"}


def test_sentences_in_another_language_are_read() -> None:
    """A teaser that is no row of names decides with its title, as it did."""
    below = ["Le musée ouvre ses portes aux enfants du quartier dès samedi matin, et l'entrée est libre."] * 5
    assert labels([f"{name} at home" for name in ("Oslo", "Bergen", "Moss", "Hamar", "Voss")], below, None) == ["fr"] * 5  # fmt: skip
