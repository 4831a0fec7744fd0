"""A marker behind misread text is told from the bytes of its last character."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend

PORT = "Été sur le port et à l’école"
LODZ = "Ogłoszono święto w mieście Łódź"


def misread(data: bytes, codec: str = "sloppy-windows-1252") -> str:
    return data.decode(codec)


@pytest.mark.parametrize("marker", ["...", "…", " …", " [...]", "…»"])
def test_a_marker_in_clear_behind_misread_text_stays(marker: str) -> None:
    """It was set after the text was misread, and is no byte of its last letter."""
    assert mend(misread(PORT.encode()) + marker, language="fr") == PORT + marker


def test_a_cut_inside_a_letter_misread_twice_loses_that_letter_at_most() -> None:
    """Wherever the cut falls: what comes back is the beginning of the text, and the marker behind it."""
    twice = misread(misread(LODZ.encode(), "latin-1").encode(), "latin-1")
    for size in range(len(twice) - 8, len(twice) + 1):
        mended = mend(twice[:size] + "…", language="pl")
        assert mended[-1] == "…"
        assert LODZ.startswith(mended[:-1])
        assert len(mended) > len(LODZ) - 3


def test_half_a_character_and_a_marker_make_no_character_that_nobody_writes() -> None:
    """`β€` and `…` are the bytes of a space of typesetters, but two bytes of a sign and a marker are likelier."""
    assert mend("Le phareβ€…", language="fr") == "Le phare…"


NIVEL = "Às águas do rio chegou a inundação, e a vila não"
"""What stands before a word of a text that is cut in its accented letter."""


@pytest.mark.parametrize("marker", ["…", " […]"])
@pytest.mark.parametrize("first", ["latin-1", "sloppy-windows-1252"])
@pytest.mark.parametrize("copies", [1, 40])
def test_a_marker_set_between_two_misreadings_is_no_byte_of_the_letter(
    marker: str, first: str, copies: int
) -> None:
    """`invocarÃ` and `…` misread once more read back as `invocarÅ`, which nobody writes; nor is a layer left on."""
    once = misread(f"{NIVEL} invocará".encode()[:-1], first) + marker
    twice = pd.Series([misread((f"{n}. " * (n > 0) + once).encode()) for n in range(copies)], dtype="str")
    assert mend(twice, language="pt")[0] in (f"{NIVEL} invocará{marker}", f"{NIVEL} invocar{marker}")


@pytest.mark.parametrize("codec", ["latin-1", "sloppy-windows-1252", "sloppy-windows-1250"])
def test_a_marker_misread_twice_with_its_text_comes_back(codec: str) -> None:
    """The text was cut and marked, and then read wrong two times."""
    data = f"{NIVEL} invocará".encode()[:-1] + "…".encode()
    assert mend(misread(misread(data, codec).encode(), codec), language="pt").startswith(f"{NIVEL} invocar")


def test_a_last_letter_misread_twice_is_no_half_of_one_and_a_marker() -> None:
    """A lone Arabic letter whose last byte looks like `…`."""
    text = "لا يعرض أحد لتدخل تعسفي في حياته أو أسرته أو م"
    assert mend(misread(misread(text.encode()).encode()), language="ar") == text


@pytest.mark.parametrize("language", ["en", "es", None])
def test_half_a_quote_behind_a_latin_word_is_no_letter_of_cyrillic(language: str | None) -> None:
    """`вЂ` is what Windows-1251 shows of half a quote, and by ISO 8859-5 the bytes of `Ң`."""
    text = "The ferry leaves at nine unless the wind turns, and then it can"
    assert mend(text + "вЂ", language=language) == text
