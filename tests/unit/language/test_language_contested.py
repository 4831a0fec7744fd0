"""Lists of a few words: whether all of them together tell their language from every other one."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.language import why
from pipelines.language.stage import SURE
from pipelines.site import Site
from tests.unit.language.one_list import judged

DANISH_OR_NORWEGIAN = ["Kontakt", "Skole", "Bibliotek"]
AFRIKAANS = ["Naam", "Kies", "Vertoon"]
ITALIAN_OR_SPANISH = ["Arte", "Teatro", "Musica"]


@pytest.mark.parametrize("words", [DANISH_OR_NORWEGIAN, AFRIKAANS, ITALIAN_OR_SPANISH])
@pytest.mark.parametrize("declared", [None, "en"])
def test_a_few_words_that_two_languages_share_are_not_sure(words: list[str], declared: str | None) -> None:
    """They vote for one another, and each is as likely in the other language."""
    assert (judged(words, declared)["confidence"] < SURE).all()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["Mairie", "École", "Bibliothèque"], "fr"),
        (["Umwelt", "Verkehr", "Gesundheit"], "de"),
        (["Knihovna", "Školství", "Doprava"], "cs"),
        (["Skole", "Vei", "Nyheter"], "no"),
    ],
)
def test_a_few_words_of_one_language_are_sure(words: list[str], code: str) -> None:
    """One word that only Norwegian has is enough for `Skole` beside it."""
    found = judged(words)
    assert set(found["language"]) == {code}
    assert (found["confidence"] >= SURE).all()


@pytest.mark.parametrize(("words", "code"), [(DANISH_OR_NORWEGIAN, "da"), (ITALIAN_OR_SPANISH, "it")])
def test_what_the_page_declares_settles_it(words: list[str], code: str) -> None:
    """A declaration is evidence that the words are not."""
    found = judged(words, code)
    assert set(found["language"]) == {code}
    assert (found["confidence"] >= SURE).all()


def test_a_guest_that_is_clear_by_itself_is_sure() -> None:
    """It has no siblings of its language to be multiplied with, and needs none."""
    found = judged([*(["Mairie", "École", "Bibliothèque"] * 2), "Der Bürgermeister eröffnet die neue Brücke"])
    assert found["language"].iloc[-1] == "de"
    assert found["confidence"].iloc[-1] >= SURE


def test_explain_says_that_another_language_is_nearly_as_likely() -> None:
    """Its last sentence names the reason for the bound."""
    rows = pd.DataFrame({"list": "menu", "title": AFRIKAANS, "page_language": None}).astype({"title": "str"})
    crawled = pd.Timestamp("2026-11-20T06:00Z").to_pydatetime()
    site = Site(id="dorp", crawled=crawled, languages=(), host="d.example")
    expected = "nothing declares nl, and all that its list has in nl is nearly as likely in another language: 89% at most"
    assert [why(rows, site, row)[-1] for row in range(len(rows))] == [expected] * len(rows)
