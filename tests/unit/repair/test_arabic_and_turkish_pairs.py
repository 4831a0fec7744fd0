"""A comma behind an Arabic word and `ış` in a Turkish one are no bytes of a character, and what is read wrong so is still asked."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair.encodings.readings import WHOLE
from pipelines.repair.looks.suspects import suspects

CLEAN = [
    "تفتح المكتبة أبوابها، ثم تبدأ القراءة، يوم السبت.",
    "هل تعود القطارات؟ البلدية تجيب؛ والسكان ينتظرون.",
    "مثلاً، يبدأ الدرس قبل الظهر.",
    "کتابخانه‌ها باز شدند و راه‌آهن می‌ماند.",
    "ساختمان‌های تازه، باغ‌ها و پل‌ها.",
    "شہر میں کتب، اخبار اور نقشے دستیاب ہیں۔",
    "Kışın açılış dışında bütün toplantılar burada yapılmış.",
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_is_never_asked(text: str) -> None:
    """Half of Arabic texts, two of five Persian and one of six Turkish ones were."""
    assert not len(suspects(pd.Series([text], dtype="str")))
    assert mend(text) == text


@pytest.mark.parametrize("before", ["", " ", "(", "a", "П", "é", "م", "1"])
def test_a_character_that_shows_as_an_arabic_letter_and_sign_is_asked(before: str) -> None:
    """Each of two bytes whose second one is such a sign in Windows-1256, alone and behind others that were read so."""
    ends = "،؛؟\u200c\u200d".encode("cp1256")
    texts = [
        (before + character).encode().decode("cp1256")
        for character in map(chr, range(0x80, 0x800))
        if character.encode()[1] in ends
    ]
    texts = [text for text in texts if text[-2] >= "\u0600"]
    assert len(texts) > 100
    assert len(suspects(pd.Series(texts, dtype="str"))) == len(texts)


def test_a_character_that_shows_as_a_turkish_letter_and_another_is_asked() -> None:
    """Each of two bytes whose first one is `ı` in some codec."""
    texts = []
    for codec in WHOLE:
        for character in map(chr, range(0x80, 0x800)):
            shown = character.encode().decode(codec, "replace")
            if shown.startswith("ı") and "�" not in shown:
                texts.append("x" + shown)
    assert len(texts) > 100
    assert len(suspects(pd.Series(texts, dtype="str"))) == len(texts)


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "¡Ánimo! Cuántas más, más fácil será"), ("ru", "Поиск с картой"), ("ar", "ماذا؟ نعم، غداً")],
)
def test_what_windows_1256_showed_comes_back(language: str, text: str) -> None:
    """Its Arabic letters stand before its Arabic signs there, too."""
    assert mend(text.encode().decode("cp1256"), language=language) == text
