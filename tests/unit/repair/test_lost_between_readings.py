"""Texts that were misread twice and lost bytes between: the second reading shows what stands in their place as letters."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair.likelihood.prevailing import prevailing

TITLES = {
    "lt": "Miesto bibliotekoje pradėta nauja paroda apie ežerus ir žmones, čia gyvenančius",
    "bg": "След ремонта мостът отново е отворен за всички съседи",
    "he": "הספרייה סגורה ביום שני בגלל נסיעת הצוות",
}


def misread(text: str) -> str:
    """A text whose UTF-8 was read as Windows-1252."""
    return text.encode().decode("sloppy-windows-1252")


@pytest.mark.parametrize("sign", ["?", "�"])
@pytest.mark.parametrize("language", TITLES)
def test_a_sign_for_a_byte_that_was_lost_before_the_second_reading_is_filled_in(
    language: str, sign: str
) -> None:
    """`č` became `Ä�`, and that `Ã„ï¿½`; once the second reading is undone, the first one is a lossy text like any other."""
    title = TITLES[language]
    once = re.sub("[\x81\x8d\x8f\x90\x9d]", sign, misread(title))
    assert sign in once
    assert mend(misread(once), language=language) == title


def test_a_soft_hyphen_that_was_taken_out_of_an_acute_i_is_filled_in() -> None:
    r"""`í` is `Ã\xad` and then `ÃƒÂ\xad`, of which `ÃƒÂ` is left."""
    title = "Así creció aquí el árbol más viejo"
    assert mend(misread(misread(title)).replace("\xad", ""), language="es") == title


@pytest.mark.parametrize("language", TITLES)
def test_the_language_of_a_list_that_was_misread_twice_is_named(language: str) -> None:
    """By what can be read of it, as that of one that was misread once."""
    twice = misread(misread(TITLES[language])).replace("\xad", "")
    assert prevailing(pd.Series([twice], dtype="str")) == language


def test_a_letter_before_a_question_mark_is_no_lost_one_where_the_text_was_misread_once() -> None:
    """`Ä?` is an Estonian initial that somebody asks about."""
    title = "Mis täht on Ä?Ä kirjutatakse täppidega"
    assert mend(misread(title), language="et") == title
