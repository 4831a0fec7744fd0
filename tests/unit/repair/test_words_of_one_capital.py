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


NOTED = [
    "CAFÉ²",
    "UNE SOCIÉTÉ³ LIBRE",
    "LA LIBERTÉ¹",
    "JOSÉº",
    "TEPLOTA V ZÁŘÍ²",
    "NOČNÍ MĚŘENÍ³",
    "Eine Fläche von 20 Å²",
    "5 Å³",
]


@pytest.mark.parametrize("text", NOTED)
def test_a_note_and_a_unit_behind_a_capital_stay(text: str) -> None:
    """`É²` would be `ɲ`, which stands behind no capitals, `Í²` a letter of Greek, and `Å²` is no word."""
    assert mend(text) == text
    assert mend(pd.Series(NOTED, dtype="str")).tolist() == NOTED


@pytest.mark.parametrize("text", ["2×³√8", "Die Seite misst 5 ×³√27 Meter", "3×£20", "5×¥500"])
def test_a_product_stays(text: str) -> None:
    """`×³` would be Hebrew's sign of abbreviation and `×£` a letter of it, and both stand behind a number."""
    assert mend(text) == text


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("darbÅ³ planas ir Å\xa0iauliai", "darbų planas ir Šiauliai"),
        ("UNE SOCIÃ‰TÃ‰", "UNE SOCIÉTÉ"),
        ("BÉ”nÉ›", "Bɔnɛ"),
        ("The IL2RÎ³cKO mice and TGFÎ²", "The IL2RγcKO mice and TGFβ"),
        ("TOÊ»LIQ HIMOYA", "TOʻLIQ HIMOYA"),
        ("AÎœÂ±tuk khwuk wat ka", "A\u0331tuk khwuk wat ka"),
    ],
)
def test_letters_that_end_so_are_read_back(shown: str, text: str) -> None:
    """Inside words, in capitals, and of languages that write `ɔ` behind one capital."""
    assert mend(shown) == text


@pytest.mark.parametrize(
    "text",
    ["SKRÁÐIR NOTENDUR Á MILLI ÞESS AÐ\u00a0VERA „NÝLIÐAR“.", "MILLI ÞESS AÐ\u00a0VERA OG", "ÞAÐ\u00a0ER"],
)
def test_an_icelandic_letter_before_a_gap_stays(text: str) -> None:
    """`Ð` and a no-break space are the bytes of a Cyrillic letter, which nobody sets behind a Latin capital."""
    assert mend(text, language="is") == text
