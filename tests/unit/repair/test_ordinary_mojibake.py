"""Misread texts that nothing was done to since are read back without a question, and climb no further where nothing is left of it."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.repair.encodings.readings import WHOLE
from pipelines.repair.ladder import mend_column
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.lexicon import Lexicon
from pipelines.repair.likelihood.writing import Writing
from pipelines.repair.mojibake.at_once import read_plain
from pipelines.repair.mojibake.cased import (
    is_of_one_case,
    may_be_cased,
    read_cased,
    was_changed,
    was_titled,
)
from pipelines.repair.mojibake.ordinary import are_ordinary
from pipelines.repair.mojibake.spoken_of import speaks_of_it

WORDS = (
    "été", "état", "naïve", "L’été", "Où", "ÉCOLE", "straße", "größer", "Ärger", "mañana", "São", "Łódź", "őszi", "ığdır", "þær", "på", "một", "người",
    "Привет", "объём", "людей", "καλή", "Μέρα", "שלום", "مرحبا", "नमस्ते", "中国", "ニュース", "“quoted”", "\"é\"", "(ã)", "–", "…", "😀", "❤️", "plain",
    "words of", "ASCII", "UTF-8", "mojibake", "the encoding", "2026", "R2",
)  # fmt: skip
WORD = st.tuples(st.sampled_from(WORDS), st.integers(0, 5))
DONE: tuple[Callable[[str], str], ...] = (
    str,
    str,
    str,
    str.lower,
    str.upper,
    str.title,
    lambda text: text.replace("”", '"').replace("“", '"'),
)


def _misread(text: str, codec: str) -> str:
    return text.encode().decode(codec, "ignore")


def _is_prepared(text: str) -> bool:
    """Whether a text speaks of mojibake, or something is undone before it is read."""
    return speaks_of_it(text) or any(sign in text for sign in ('€"', 'Ђ"', "ï¸"))


def _is_changed(text: str) -> bool:
    """Whether any question after the case of a text has another answer than no."""
    writing = Writing(lambda: "", lambda: Corpus(Lexicon(()), ""))
    cased = may_be_cased(text) and (
        read_cased(text, writing) is not None or was_changed(text) or is_of_one_case(text)
    )
    return cased or was_titled(text)


@settings(max_examples=600, derandomize=True, deadline=None)
@given(
    texts=st.lists(
        st.tuples(
            st.lists(WORD, min_size=1, max_size=9), st.sampled_from(WHOLE), st.sampled_from(DONE), st.integers(0, 3)
        ),
        max_size=6,
    )
)  # fmt: skip
def test_nothing_else_is_said_of_ordinary_mojibake(
    texts: list[tuple[list[tuple[str, int]], str, Callable[[str], str], int]],
) -> None:
    """Of any texts, changed since or not, right in part or not, what is ordinary has no answer but no to what each is asked by itself."""
    shown = []
    for words, codec, done, cut in texts:
        text = " ".join([_misread(word, codec) if often else word for word, often in words])
        shown.append(done(text)[: 60 - cut])
    for text, ordinary, plain in zip(shown, are_ordinary(shown), read_plain(shown), strict=True):
        assert not ordinary or not _is_prepared(text), text
        assert not (ordinary and plain) or not _is_changed(text), text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("La façade a été rénovée", "sloppy-windows-1252"),
        ("La façade a été rénovée", "macroman"),
        ("Мы открыли всем новый зал", "latin-1"),
        ("Мы открыли всем новый зал", "sloppy-windows-1251"),
        ("Das Rathaus ist am Montag für alle geöffnet", "latin-1"),
    ],
)
def test_most_mojibake_is_ordinary(text: str, codec: str) -> None:
    """Sentences that were misread need no question, in letters of one case and of two, among others that do."""
    others = [
        "prã©sident",
        'Lâ€" fin',
        "Rã©Gion Du Nord",
        "Ã©Tat Civil",
        'Why does UTF-8 show "Ã©" here?',
        "plain",
        "",
    ]
    assert are_ordinary([_misread(text, codec), *others]) == [
        True,
        False,
        False,
        False,
        False,
        False,
        True,
        True,
    ]


def test_a_text_that_came_back_whole_asks_nothing_of_its_list() -> None:
    """A quote of Hebrew, which is also what Windows-1255 shows for half a letter, makes nobody look for the list's rule."""
    texts = ["סגירת התפריט ״מי אנחנו״", "החדשות של היום ״כתבה ראשונה״", "ספריית העיר ״פתוחה לכולם״"]
    mended = mend_column(
        pd.Series([_misread(text, "latin-1") for text in texts], dtype="str"), languages=["he"] * 3
    )
    assert mended.texts.tolist() == texts
    assert mended.rules == {}


def test_what_came_back_and_is_still_damaged_climbs_on() -> None:
    """Behind mojibake stand a ligature, half an entity, half a character and a letter lost inside a word, each among clean texts."""
    damaged = [
        ("La ﬁn de l’été approche", "La fin de l’été approche"),
        ("Un créneau &agrave libérer &eacu", "Un créneau à libérer é"),
        ("Le musée a ouve\u0301rt ses portes", "Le musée a ouvért ses portes"),
        ("La façade du théâtre a été rénovée et le public est venu\u200b", "La façade du théâtre a été rénovée et le public est venu"),
    ]  # fmt: skip
    shown = pd.Series([_misread(text, "latin-1") for text, _ in damaged] + ["Une soirée"], dtype="str")
    mended = mend_column(shown, languages=["fr"] * len(shown))
    assert mended.texts.tolist() == [text for _, text in damaged] + ["Une soirée"]
