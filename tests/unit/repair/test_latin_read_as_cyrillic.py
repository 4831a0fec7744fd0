"""Latin text whose accented letters became Cyrillic ones is read back; a slip of a keyboard and honest mixtures are not that."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend

TEXTS = {
    "de": "Die große Öffnung: Bücher für Schüler",
    "es": "El método de selección cambió en mayo",
    "fr": "Le marché rouvre après les fêtes",
    "sv": "Två böcker på språnget",
}  # fmt: skip


def misread(text: str) -> str:
    """Windows-1252 read as Windows-1251."""
    return text.encode("cp1252").decode("cp1251")


@pytest.mark.parametrize("language", TEXTS)
def test_a_letter_that_looks_like_none_proves_the_reading(language: str) -> None:
    """`ь` in `fьr` is no slip; alone, and where nobody says the language."""
    text = TEXTS[language]
    assert mend(misread(text), language=language) == text
    assert mend(misread(text)) == text


def test_a_list_reads_the_letters_that_look_alike() -> None:
    """`selecciуn` alone may be a slip for `y`; in a list that was misread it is none."""
    texts = ["Nueva selección de libros", TEXTS["es"]]
    assert mend(pd.Series(list(map(misread, texts)), dtype="str"), language="es").tolist() == texts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Wi-Fiя нет, а iPhoneам рады"),
        ("de", "Das Wort «ёлка» und der Googleить-Witz"),
        ("sr", "Филм о Skodaма у граду"),
        ("fr", "L’exposition « Й » ouvre samedi"),
        ("ru", "Тома ТОМaa и ТОМab"),
    ],
)
def test_honest_mixtures_stay(language: str, text: str) -> None:
    """Latin words that Russian and Serbian decline, a Cyrillic word in a German text, a title, volumes counted in letters."""
    assert mend(text, language=language) == text


def test_a_slip_is_put_right_as_ever() -> None:
    """A twin in a word of the other alphabet."""
    assert mend("Событиe дня", language="ru") == "Событие дня"
    assert mend("Une rоute neuve", language="fr") == "Une route neuve"
