"""What a cut end is no proof of: signs that nothing opened, letters of names, one layer for two."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.repair import mend_column


def _mended(text: str, language: str, others: tuple[str, ...] = ()) -> str:
    column = pd.Series([*others, text], dtype="str")
    return str(mend_column(column, languages=[language] * len(column)).texts.iloc[-1])


@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("en", "The council was told that the library had closed because it didnÃ¢â‚", "it didn"),
        ("id", "Perpustakaan kota dibuka kembali pada hari Minggu pagi, mohon tungguÃ¢â‚", "mohon tunggu"),
        ("fr", "Elle disait toujours que son frere est arrive et puis voilÃ\xa0Â", "et puis voilà"),
    ],
)
def test_an_end_read_wrong_twice_leaves_no_half(language: str, text: str, whole: str) -> None:
    """`Ã¢â‚` is half of `’` read wrong twice where no word ends in `â`; French `voilà` stays whole."""
    assert _mended(text, language).endswith(whole)


@pytest.mark.parametrize(
    "text", ["The guide exists in Danish, Swedish and Norwegian BokmÃ", "It ends with a song and, voilÃ"]
)
def test_a_name_in_english_is_cut_and_not_guessed(text: str) -> None:
    """English writes letters above ASCII in names and loans alone, so `Bokm` goes on with anyone's letter."""
    english = ("The museum shows old maps of the town", "The choir is looking for singers for its concert")
    assert _mended(text, "en", english) == text.removesuffix("Ã")


@pytest.mark.parametrize("marker", ["…", " …", " […]"])
@pytest.mark.parametrize(
    "text", ["La récolte sera très bonne cette année", "Ο δήμος ανοίγει τη βιβλιοθήκη", "图书馆周末开放"]
)
def test_a_marker_read_wrong_behind_a_right_text(text: str, marker: str) -> None:
    """A page may set its text right and its own marker wrong."""
    assert _mended(text + marker.encode().decode("cp1252"), "") == text + marker


@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("zh", "图书馆周末从上午九点开放，请参阅本馆的说明。Ë¶[...]", "说明。[...]"),
        ("ja", "図書館は週末も朝から開いています。くわしくは掲示板の表Ë°", "掲示板の表"),
    ],
)
def test_half_an_ideograph_is_no_tone_letter(language: str, text: str, whole: str) -> None:
    """`Ë¶` is two bytes of three in MacRoman; read as Latin-1 it were a sign that nobody writes there."""
    assert _mended(text, language).endswith(whole)


@pytest.mark.parametrize("lost", ["�", "?"])
def test_two_words_that_differ_in_the_lost_letter(lost: str) -> None:
    """Swedish has `lösning` and `läsning`; where the site wrote neither, the letters around decide nothing."""
    houses = ("Biblioteket", "Museet", "Skolan", "Teatern", "Kören", "Hamnen")
    news = (
        "öppnar på söndag",
        "visar gamla kartor",
        "bjuder in gäster",
        "får ny webbplats",
        "läser högt för barn",
    )
    text = f"Ny l{lost}sning för hamnen"
    assert _mended(text, "sv", tuple(f"{house} {each}" for house in houses for each in news)) == text


def test_a_low_quote_behind_a_full_stop_is_half_a_quote() -> None:
    """`‚` opens a quotation, so that behind a sentence it is what MacRoman has for the first byte of `”`."""
    croatian = (
        "Knjižnica otvara vrata u nedjelju",
        "Škola traži pomoćnike",
        "Tržnica poziva goste „iz grada”",
    )
    text = "Ravnateljica je rekla kako nova zgrada donosi bolje usluge i učinkovitost."
    assert _mended(text + "‚", "hr", croatian) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Biblioteket har også en gammel maskin for trykk (den er kjent som «GNU"),
        ("ca", "La biblioteca publica el text amb la llicència de sempre, anomenada «GPL"),
    ],
)
def test_half_a_closing_quote_is_no_letter_of_a_name(language: str, text: str) -> None:
    """Inside a quotation a Cyrillic `В` behind capitals is the first byte of `»` and no `B`."""
    assert _mended(text + "В…", language) == text + "…"
