"""A template puts a link's words behind a text that was read wrong: they came through, and hide neither its codec nor its end."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend

TEASERS = {
    "ru": ("Музей открывает новую выставку старых книг, а вход будет бесплатным", " Подробнее"),
    "bg": ("Библиотеката отваря врати за децата от целия град тази пролет", " Още"),
    "el": ("Η βιβλιοθήκη ανοίγει τις πόρτες της για τα παιδιά της πόλης", " Περισσότερα"),
    "uk": ("Бібліотека відкриває новий зал для дітей та їхніх батьків", " Детальніше"),
    "ja": ("市立図書館は来月から新しい閲覧室を公開する予定です。入場は無料です", "続きを読む"),
}


def misread(data: bytes, codec: str) -> str:
    """Bytes as a codec shows them; those that it does not define as controls."""
    return "".join(bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize("codec", ["iso8859-15", "cp1250", "cp866", "macroman", "cp1252"])
@pytest.mark.parametrize("language", TEASERS)
def test_words_that_came_through_hide_no_codec(language: str, codec: str) -> None:
    """With the words no codec has all the text; without them the one that it went through reads all of it."""
    text, link = TEASERS[language]
    assert mend(misread(text.encode(), codec) + link, language=language) == text + link


@pytest.mark.parametrize("codec", ["cp1250", "cp1252"])
@pytest.mark.parametrize("language", ["ru", "bg", "uk"])
def test_half_a_letter_before_them_makes_no_letter_with_their_gap(language: str, codec: str) -> None:
    """`посĐ Още` is no `посРОще`: the gap is no byte."""
    text, link = TEASERS[language]
    cut = text.encode()[: len(text[:50].rstrip().encode()) - 1]
    whole = cut.decode(errors="ignore")
    assert mend(misread(cut, codec) + link, language=language) in (whole + link, whole.rstrip() + link)


@pytest.mark.parametrize("language", ["ru", "el"])
def test_an_ellipsis_before_them_is_a_byte_where_the_list_has_none(language: str) -> None:
    """`х` and `υ` end in the byte that shows as `…`; the other teasers have the words alone."""
    last = {
        "ru": "Совет города принял план новых дорог и старых",
        "el": "Το μουσείο ανοίγει πάλι μετά τις εργασίες του",
    }[language]
    text, link = TEASERS[language]
    words = text.split()
    others = [" ".join([*words[at:], *words[:at]]) for at in range(6)]
    column = [misread(one.encode(), "cp1252") + link for one in (*others, last)]
    mended = mend(pd.Series(column, dtype="str"), language=language).tolist()
    assert mended == [one + link for one in (*others, last)]


def test_a_layer_is_chosen_by_the_text_below_it() -> None:
    """Read wrong by Latin-1 and then by Windows-1250, `já` shows letters of no language in between."""
    text = "O museu já abre na manhã de sábado e não fecha"
    once = misread(text.encode(), "latin-1")
    assert mend(misread(once.encode(), "cp1250"), language="pt") == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("pt", "A biblioteca não abre e selecione Enviar paraБ─…"), ("ca", "Premeu una tecla per a afegir el text DESPRГ…")],
)  # fmt: skip
def test_cyrillic_at_an_end_is_no_other_letter_by_chance(language: str, text: str) -> None:
    """Half a quote by KOI8-R is no `â€`, and nobody writes a small letter behind capitals."""
    mended = mend(text, language=language)
    assert mended == text or text.startswith(mended.rstrip("…"))
