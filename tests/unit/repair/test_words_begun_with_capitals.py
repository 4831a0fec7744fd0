"""Misread texts whose words were made to begin with capitals: behind a byte that is no letter the program began another word."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.repair import mend_column
from tests.unit.repair.one_list import mended


def titled(text: str) -> str:
    """A text misread as Windows-1252, its words begun with capitals."""
    return text.encode().decode("sloppy-windows-1252").title()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les Régions Préparent L'Été Sans Déchets"),
        ("pt", "Educação E Saúde Não São Mercadorias"),
        ("de", "Straßen Über Brücken Werden Später Geöffnet"),
        ("es", "Montaña, Río Y Pequeñas Poblaciones Del Norte"),
        ("pl", "Książka O Żółwiach Wróciła Do Księgarni"),
        ("ru", "Открытие Новой Библиотеки Перенесено"),
    ],
)
def test_words_come_back_without_capitals_inside(language: str, text: str) -> None:
    """`Rã©Gion` is `Région`, and no `RéGion`."""
    assert titled(text) != text
    assert mended([titled(text)], language) == [text]


def test_a_language_that_nobody_knows_needs_no_rare_letters() -> None:
    """Code page 850 has `Ƨ` for the two bytes of `ú`, which hardly anybody writes; one letter alone proves no other codec."""
    shown = pd.Series(["Caracoles sãºper baratos", "Prã©-Requisito Para O Curso"], dtype="str")
    assert mend_column(shown, languages=["", ""]).texts.tolist() == [
        "Caracoles sãºper baratos",
        "Pré-Requisito Para O Curso",
    ]


def test_a_capital_behind_small_letters_is_small() -> None:
    """`NÃO` in small letters is `nãƒo`, whose bytes are those of a capital."""
    assert mended(["isso nãƒo foi criado, a aã§ã£o nãƒo existe"], "pt") == [
        "isso não foi criado, a ação não existe"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Pokémon Go, McDonald’s Und Co.",
        "É Bom Ouvir „Nein“",
        "La Crème De La Crème",
        "Â Et Ô",
        "Ça Va, L’Été ?",
    ],
)
def test_titles_in_capitals_stay(text: str) -> None:
    """Words of right texts begin with capitals, too."""
    assert mended([text]) == [text]


def test_a_text_without_capitals_is_read_as_it_stands() -> None:
    """Of two cases the characters of misread Arabic are but few, and each of those stands behind a sign."""
    text = "حالت‌های پایانی #۳"
    assert mended([text.encode().decode("latin-1")], "fa") == [text]
