"""A marker behind misread text is told from the bytes of its last character."""

from __future__ import annotations

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
