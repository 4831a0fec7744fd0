"""`Â` is a word of some languages, and what is left of a no-break space elsewhere."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend

TITLES = [
    "Peidiwch Â Phoeni Am Wneud Llanast",
    "Siarad Â Chymdogion",
    "Mintga Carstgan Â Igl Dretg",
    "“Nummero” 'E Visite Â Paggena",
    "Â data da riunioni",
]


@pytest.mark.parametrize("title", TITLES)
def test_the_word_stays(title: str) -> None:
    """Welsh, Romansh, Neapolitan and Sicilian titles in which each word begins in a capital, and a sentence that begins so."""
    assert mend(title) == title
    assert mend(pd.Series(TITLES, dtype="str")).tolist() == TITLES


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("Le marché du bourgÂ : ouvert", "Le marché du bourg\xa0: ouvert"),
        ("the market Â opens early", "the market \xa0opens early"),
        ("Peidiwch Â Phoeni, Â£5 y tocyn", "Peidiwch \xa0Phoeni, £5 y tocyn"),
    ],
)
def test_what_is_left_of_a_gap_is_read_back(shown: str, text: str) -> None:
    """Behind a word, before a small letter, and where the text was misread elsewhere."""
    assert mend(shown) == text
