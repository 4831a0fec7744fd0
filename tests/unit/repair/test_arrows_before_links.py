"""Links with an arrow before their words, and dots in brackets, behind what a cut left."""

from __future__ import annotations

import ftfy.bad_codecs  # noqa: F401 - registers the sloppy codecs
import pandas as pd
import pytest

from pipelines.repair import markers
from pipelines.repair.ladder import mend_column


@pytest.mark.parametrize(
    "marker", [" » Lire la suite", " › Read more", " → Weiterlesen", "[…] Подробнее", " [...] Read more"]
)
def test_a_link_behind_an_arrow_or_dots_in_brackets_is_a_marker(marker: str) -> None:
    """The whole of it comes off the text."""
    assert markers.split("Le conseil a voté hier" + marker) == ("Le conseil a voté hier", marker)


def test_an_arrow_that_closes_a_quote_stays_with_it() -> None:
    """Only the link's words are the marker."""
    assert markers.split("Il a dit « oui » Lire la suite")[0].rstrip() == "Il a dit « oui »"


@pytest.mark.parametrize("marker", [" » Lire la suite", "[…] Lire la suite", " …", "...»"])
def test_half_a_character_before_it_is_trimmed(marker: str) -> None:
    """Whether the bytes are lost, shown, or the marker was read wrong with them."""
    whole = "Le maire de la ville a annoncé hier que le marché couvert resterait fermé jusqu’à la fin d'ao"
    cut = whole.encode() + b"\xc3"
    shown = [
        cut.decode("utf-8", "replace") + marker,
        cut.decode("cp1252") + marker,
        (cut + marker.encode()).decode("cp1252"),
    ]
    for damaged in shown:
        mended = mend_column(pd.Series([damaged], dtype="str"), languages=["fr"]).texts[0]
        assert mended in (whole + marker, whole + "û" + marker)


@pytest.mark.parametrize("marker", [" Read more", " » Lire la suite", "[…] Подробнее", " …"])
def test_half_an_entity_before_it_is_trimmed(marker: str) -> None:
    """A number that the cut left open is no character of its own."""
    text = "&#51060;&#48264; &#51452;&#47568;&#50640;&#45716; &#44277;&#50896;&#51060; &#45803;&#54"
    assert (
        mend_column(pd.Series([text + marker], dtype="str"), languages=["ko"]).texts[0]
        == "이번 주말에는 공원이 닫" + marker
    )


def test_half_of_a_greek_entity_is_no_dash() -> None:
    """In a Greek text `&m` begins `&mu;`, too."""
    text = "&Kappa;&lambda;&epsilon;&#943;&nu;&omicron;&nu;&tau;&alpha;&sigmaf; &tau;&omicron; &sigma;&#973;&sigma;&tau;&eta;&m[...]"
    assert (
        mend_column(pd.Series([text], dtype="str"), languages=["el"]).texts[0] == "Κλείνοντας το σύστη[...]"
    )


def test_an_arrow_counts_where_misread_letters_look_like_quotes() -> None:
    """`«` behind a letter is a byte of `Ã«`, and opens no quote that the arrow would close."""
    read = "Les élèves d’Israël et de Noël ont reçu hier leurs prix à la fin d"
    shown = read.encode().decode("cp1252") + "Ã » Lire la suite"
    assert shown.count("«") > shown.count("»") - 1
    mended = mend_column(pd.Series([shown], dtype="str"), languages=["fr"]).texts[0]
    assert mended == read + " » Lire la suite"


@pytest.mark.parametrize("codec", ["latin-1", "sloppy-windows-1252", "iso-8859-15", "macroman"])
def test_a_marker_whose_words_were_read_wrong_with_it_comes_off(codec: str) -> None:
    """Behind half a letter, which is none of the marker's bytes."""
    read = "Вчера вечером на площади собрались жители соседних домов и д"
    data = read.encode() + b"\xd0" + "[…] Подробнее".encode()
    mended = mend_column(pd.Series([data.decode(codec)], dtype="str"), languages=["ru"]).texts[0]
    assert mended == read + "[…] Подробнее"
