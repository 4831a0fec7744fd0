"""No reading makes a combining mark that stands on nothing; marks that stand on letters come back."""

from __future__ import annotations

import pytest

from pipelines import mend
from pipelines.repair.mojibake.marks_astray import astray


@pytest.mark.parametrize(
    "text",
    [
        "été décomposé : e\u0301te\u0301",
        "नदी के ि\u0928ारे आज बड़ी भीड़ जमा हुई है",
        "☀ \ufe0f",
        "(o'\u0300⌣'\u0301o)",
    ],
)
def test_marks_on_letters_and_a_slip_in_a_long_text_are_not_astray(text: str) -> None:
    """Decomposed accents, a space typed before a vowel sign, the selector of an emoji, a face made of signs."""
    assert not astray(text)


@pytest.mark.parametrize("text", ["\u0301te", "here \u1df7", "here \u0336 Âß"])
def test_marks_on_nothing_are(text: str) -> None:
    """At the start and behind a space."""
    assert astray(text)


@pytest.mark.parametrize("text", ["Plain words about ßÀÀ", "Ì¶Âß", "ßÀÀ, ÌÀ and Ü°"])
def test_signs_that_would_be_such_marks_stay(text: str) -> None:
    """Bytes that happen to be UTF-8, of a mark no text would begin with."""
    assert mend(text) == text


def test_mojibake_of_decomposed_letters_is_read_back() -> None:
    """Its marks stand on letters, though nothing else in it is above ASCII."""
    text = "Une re\u0301union en fe\u0301vrier"
    assert mend(text.encode().decode("latin-1")) == "Une réunion en février"


def test_one_mark_on_nothing_keeps_no_text_from_being_read_back() -> None:
    """Who copies from a PDF gets accents behind spaces; the other letters prove the reading."""
    text = "La fête de l ́école à Orléans"
    assert mend(text.encode().decode("sloppy-windows-1252")) == text
