"""Misread text that was escaped, then cut inside an entity, as `htmlentities` and `substr` leave it."""

from __future__ import annotations

from html.entities import codepoint2name

import pytest

from pipelines import mend


def escaped(text: str) -> str:
    """UTF-8 that was taken for Windows-1252 and written in entities."""
    shown = text.encode().decode("sloppy-windows-1252")
    return "".join(f"&{codepoint2name[ord(c)]};" if c > "\x7f" else c for c in shown)


@pytest.mark.parametrize(
    ("language", "before", "half"),
    [
        ("es", "La versión de la película que verá el p", "&Atil"),
        ("es", "La versión de la película que verá el p", "&Atilde;&ord"),
        ("fr", "Le musée a rouvert après les travaux de l’", "&Atilde;&co"),
        ("de", "Der Fluß führt über Nacht mehr Wasser, die Br", "&Atilde;&frac1"),
    ],
)
def test_what_is_left_of_a_byte_is_no_letter(language: str, before: str, half: str) -> None:
    """`p&Atilde;&ord` came out as `pí`, `Br&Atil` as `BrÃ`: the half entity was one byte of two, or stood behind one."""
    assert mend(escaped(before) + half, language=language) == before


def test_a_lost_byte_whose_letter_the_language_tells_gives_it() -> None:
    """`l’&eacute;t` goes on with `é` and nothing else."""
    shown = escaped("Le musée a rouvert après les travaux de l’ét") + "&Atilde;&cop"
    assert mend(shown, language="fr") == "Le musée a rouvert après les travaux de l’été"


def test_half_an_entity_of_text_that_was_read_right_is_its_letter() -> None:
    """Entities of right letters are no bytes."""
    shown = "La versi&oacute;n de la pel&iacute;cula que ver&aacut"
    assert mend(shown, language="es") == "La versión de la película que verá"
