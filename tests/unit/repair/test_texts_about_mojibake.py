"""Texts that speak of encodings and show mojibake on purpose stay; texts about encodings that were misread come back."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend

SHOWN = [
    'Why do I see "Ã©" instead of é with UTF-8 pages?',
    "Accents corrompus (mojibake Ã©) dans les titres",
    "PHP: why does 'â€™' show up with charset ISO-8859-1",
    "Why does \"×©×œ×•×\x9d\" appear when Windows-1252 is declared",
]  # fmt: skip
MISREAD = [
    "L’encodage UTF-8 expliqué simplement",
    "À propos d’UTF-8 : un guide à lire",
    "O que é UTF-8 e para que serve",
    "UTF-8 – the encoding of the web",
    "Encoding videos – “best practices” for café owners",
    "Кодировка UTF-8 (кириллица) и HTML",
    "Le mojibake expliqué aux rédactions",
    "Che cos’è il mojibake e perché si vede",
]


@pytest.mark.parametrize("text", SHOWN)
def test_what_is_shown_on_purpose_stays(text: str) -> None:
    """It stands by itself, in quotes or beside what it ought to be, and plain words name an encoding."""
    assert mend(text) == text


@pytest.mark.parametrize("text", MISREAD)
def test_a_misread_text_about_encodings_comes_back(text: str) -> None:
    """Words are misread, or signs between words; one that names mojibake, too."""
    assert mend(text.encode().decode("sloppy-windows-1252")) == text


def test_a_misread_list_shows_nothing_on_purpose() -> None:
    """Where other texts of a list are misread, a letter in quotes is, too."""
    texts = [
        'Unicode: the letter "É" in French words',
        "Les résultats sont publiés",
        "Le marché de Noël ouvre samedi",
    ]
    shown = [text.encode().decode("sloppy-windows-1252") for text in texts]
    assert mend(pd.Series(shown, dtype="str")).tolist() == texts
