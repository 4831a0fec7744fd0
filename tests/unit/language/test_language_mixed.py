"""Entries half in one language, half in another, or made from one sentence: no sure `und`, the larger part wins."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.language import detect
from tests.unit.language.test_language_lists import ARTICLES, SENTENCES

# none holds a word that is among the commonest of its language
ONE_SENTENCE = {
    "fr": "L'exposition s'ouvre à la médiathèque municipale, où elle a été réaménagée l'été dernier",
    "de": "Gemeinderat beschließt neuen Haushalt, Bürgermeisterin lobt breite Zustimmung aller Fraktionen",
    "es": "Abierta la inscripción a talleres de cerámica, dibujo y fotografía en la biblioteca municipal",
    "it": "Riaperta la biblioteca comunale, tante novità e una mostra di fotografia a ingresso libero",
    "sv": "Biblioteket öppnar igen, kvällskurser börjar redan nästa vecka, anmälan sker därefter",
    "pl": "Biblioteka zaprasza dzieci, młodzież oraz seniorów, wstęp wolny, liczba miejsc ograniczona",
}
TITLES = ("Item number {} of the day", "Our work with the community in week {}", "Report {} from the board")


def found_in(texts: list[str], declared: str | None) -> pd.DataFrame:
    """The verdict on texts as one list, on a page that declares this."""
    column = pd.Series(texts, dtype="str")
    tags = None if declared is None else pd.Series(declared, index=column.index, dtype="str")
    return detect(column, groups=pd.Series("news", index=column.index, dtype="str"), declared=tags)


@pytest.mark.parametrize("declared", ["en", None, "own"])
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("code", sorted(ONE_SENTENCE))
def test_entries_made_from_one_sentence_are_one_sentence(code: str, title: str, declared: str | None) -> None:
    """Twenty English titles over one teaser, and the teaser again, are in the teaser's language."""
    teaser = ONE_SENTENCE[code]
    texts = [f"{title.format(number)} \n{teaser}.\n{teaser}." for number in range(20)]
    found = found_in(texts, code if declared == "own" else declared)
    assert set(found["language"]) == {code}


@pytest.mark.parametrize("declared", ["en", None, "own"])
@pytest.mark.parametrize("code", ["cs", "it", "sv"])
def test_an_english_title_over_a_teaser_leaves_it_its_language(code: str, declared: str | None) -> None:
    """What the English words account for is not held against the teaser's language."""
    own = SENTENCES[code]
    teasers = [f"{one}. {other}." for one, other in zip(own, own[1:] + own[:1], strict=True)]
    texts = [f"{TITLES[at % 3].format(at)} \n{teaser}" for at, teaser in enumerate(teasers)]
    found = found_in(texts, code if declared == "own" else declared)
    assert (found["language"] == code).mean() >= 0.8
    assert not ((found["language"] == "und") & (found["confidence"] >= 0.9)).any()


@pytest.mark.parametrize("pair", ["it en", "en fr", "de en", "es en", "fr de", "en pl", "sv en", "en ru"])
def test_halves_in_two_languages_are_in_one_of_them(pair: str) -> None:
    """A bilingual page is in no unknown language: words of Italian are no marks against English beside its own."""
    one, other = pair.split()
    first, second = (" ".join(ARTICLES[code].split()) for code in (one, other))
    texts = [f"{first[at : at + 60]} \n{second[at : at + 90]}" for at in range(0, 120, 15)]
    found = found_in(texts, None)
    assert set(found["language"]) <= {one, other}
