"""Text of India that was read as Windows-1251 shows small letters before capitals, and hardly a sign."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend

TEXTS = {
    "kn": "ಬಂದರಿನ ಗ್ರಂಥಾಲಯ ಸೋಮವಾರದಿಂದ ಬೇಗ ತೆರೆಯುತ್ತದೆ ಎಂದು ನಗರಸಭೆ ತಿಳಿಸಿದೆ",
    "ml": "തുറമുഖത്തെ വായനശാല തിങ്കളാഴ്ച മുതൽ നേരത്തെ തുറക്കും എന്ന് നഗരസഭ അറിയിച്ചു",
    "th": "ห้องสมุดที่ท่าเรือเปิดเร็วขึ้นตั้งแต่วันจันทร์",
    "ta": "துறைமுக நூலகம் திங்கள் முதல் முன்னதாக திறக்கும்",
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("size", [1, 3, 8])
def test_it_comes_back(language: str, size: int) -> None:
    """A few words are enough."""
    text = " ".join(TEXTS[language].split()[:size])
    assert mend(text.encode().decode("sloppy-windows-1251")) == text


@pytest.mark.parametrize("language", ["kn", "ml"])
def test_half_a_character_and_a_marker_are_none(language: str) -> None:
    """Half a letter and `…` would be the letter A, or nothing: a teaser that ends so was cut."""
    text = TEXTS[language]
    assert mend(text.encode()[:-1].decode("sloppy-windows-1251") + "…") == text[:-1] + "…"


@pytest.mark.parametrize("codec", ["sloppy-windows-1252", "sloppy-windows-1251"])
def test_words_that_end_in_the_letter_a_stay_whole(codec: str) -> None:
    """Labels of Gurmukhi end in it, and titles of Devanagari may."""
    labels = ["ਡਿਸਪਲੇਅ", "ਬਦਲਾਅ", "ਖੋਜ", "ਮਦਦ ਅਤੇ ਜਾਣਕਾਰੀ", "ਪੁਸਤਕਾਲਾ", "बदलाअ"]
    column = pd.Series([label.encode().decode(codec) for label in labels], dtype="str")
    assert mend(column).tolist() == labels


@pytest.mark.parametrize(
    "text",
    [
        "Ваш заём одобрен",
        "маёр і аіст",
        "вокзал на Їжакевича, аІІ",
        "наіўны пан",
        "SMSки и WiFi-сеть у ИП «Аёша»",
    ],
)
def test_cyrillic_neighbours_stay(text: str) -> None:
    """Small letters before one of Ukrainian, Belarusian or Russian are words."""
    assert mend(text) == text


def test_letters_of_koi8_in_latin_words_are_bytes() -> None:
    """Two Cyrillic letters inside a Latin word are one letter of it where the whole text reads back so."""
    text = "A discussão em tempo real não é um código de conduta, mas então seja paciente"
    assert mend(text.encode().decode("koi8-r"), language="pt") == text
    short = "As pessoas tendem a não responder na discussão"
    assert mend(short.encode().decode("koi8-r"), language="pt") == short
