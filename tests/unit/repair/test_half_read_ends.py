"""Ends that only their list or their script explains: a marker that may be a byte, a letter of another alphabet."""

from __future__ import annotations

import ftfy.bad_codecs  # noqa: F401 - registers the sloppy codecs
import pandas as pd
import pytest

from pipelines import explain
from pipelines.repair import mend_column
from pipelines.repair.ends.restore import Source

WEB = "sloppy-windows-1252"


def misread(text: str) -> str:
    """A text whose UTF-8 a program took for Windows-1252."""
    return text.encode().decode(WEB)


def mended(texts: list[str], language: str = "") -> list[str]:
    """A list of one language, mended."""
    column = pd.Series(texts, dtype="str")
    return mend_column(column, languages=[language] * len(texts)).texts.tolist()


def test_an_ellipsis_is_a_marker_where_the_list_has_markers() -> None:
    """`Ñ…` is a letter at the end of a title, and a cut one in a list whose other teasers end in the same marker."""
    title = misread("Закон о выборах")
    assert mended([title], "ru") == ["Закон о выборах"]
    teasers = [
        "Библиотека открыта по выходным дням с утра",
        "Музей покажет собрание старинных карт города",
        "Новый мост соединит два берега реки к осени",
        "Школы района получат книги для своих залов",
    ]
    cut = misread("Совет города принял решение о новых пра") + "Ñ…"
    assert mended([cut, *[misread(text) + "…" for text in teasers]], "ru")[0].endswith("о новых пра…")


def test_a_letter_is_no_half_of_another_script() -> None:
    """Icelandic `ð` is the first byte of Chakma vowel signs, which no Latin word has, whatever else the list holds."""
    texts = [
        "Bókasafnið sem hafa verið hlaðið …",
        "𑄃𑄨𑄬𑄧 𑄇𑄧𑄙 𑄥𑄨𑄠𑄧𑄚",
        "The library opens on Monday",
        "Die Bücherei öffnet",
    ]
    assert mended(texts)[0] == texts[0]


def test_questions_of_the_smaller_alphabet_stay() -> None:
    """In a list of two alphabets the words of the smaller one seem to end nowhere, and their questions are questions."""
    latin = [f"Biblioteka u ulici broj {n} otvara vrata za sve čitaoce i đake" for n in range(30)]
    assert mended([*latin, "Шта је то управљачки програм?"], "sr")[-1] == "Шта је то управљачки програм?"


@pytest.mark.parametrize("trail", [" ", "\n", " \t"])
def test_a_page_gives_back_the_letter_before_white_space(trail: str) -> None:
    """What stands behind the half character stays, and the page still proves the letter."""
    head = "Le conseil municipal a voté la reprise du marché et a exhort"
    texts = pd.Series([head + "\U0010f7c3" + trail], dtype="str")
    sources = {0: [Source("page", head + "é les commerçants à revenir sur la place dès samedi.")]}
    assert mend_column(texts, languages=["fr"], sources=sources).texts.tolist() == [head + "é" + trail]


def test_what_stands_before_a_cut_is_tidied_too() -> None:
    """A soft hyphen before a cut end does not come back with the letter."""
    text = misread("La biblio\u00adthèque municipale a rouvert ses portes et a déclar") + "Ã"
    assert mended([text], "fr") == ["La bibliothèque municipale a rouvert ses portes et a déclaré"]


@pytest.mark.parametrize(
    "text",
    [
        "საჯარო ბიბლიოთეკა",
        "հանրային գրադարան",
        "បណ្ណាល័យសាធារណៈ",
        "ပြည်သူ့စာကြည့်တိုက်",
        "सार्वजनिक पुस्तकालय",
        "ห้องสมุดประชาชน",
        "공공도서관",
    ],
)
@pytest.mark.parametrize("codec", ["latin-1", WEB])
def test_a_cut_shows_itself_by_its_script(text: str, codec: str) -> None:
    """Whatever is left of the last character of such a word, it goes, in any language and in none."""
    head, last = text[:-1], text[-1].encode()
    for kept in range(1, len(last)):
        assert mended([head + last[:kept].decode(codec)]) == [head]


def test_an_end_that_its_script_shows_is_not_read_back() -> None:
    """What is left of the last character was cut, not misread, also where ftfy has another sign for it."""
    mended = explain("读者增设了三十个座位，消息通过app" + "。".encode()[:2].decode("latin-1"))
    assert mended.text == "读者增设了三十个座位，消息通过app"
    assert [step.name for step in mended.steps] == ["trim"]


@pytest.mark.parametrize("text", ["El pleno aprob├", "ქალაქის ბიბლიოთეკა├"])
def test_half_a_character_that_draws_a_box_goes_in_any_language(text: str) -> None:
    """The codepages of DOS show first bytes as lines of a table, and none stands behind a letter."""
    assert mended([text]) == [text[:-1]]


@pytest.mark.parametrize(
    ("language", "shown", "text"),
    [
        ("pt", "Para o cargo de taquÃ­grafo haverá...", "Para o cargo de taquígrafo haverá..."),
        ("pt", "Ela nÃ£o me conhece. Menina está", "Ela não me conhece. Menina está"),
        ("es", "En el cafÃ© de la plaza tocará", "En el café de la plaza tocará"),
    ],
)
def test_a_letter_that_was_read_right_is_no_half_at_the_end_of_a_text_misread_in_part(
    language: str, shown: str, text: str
) -> None:
    """The last letter is the language's own, and a word ends in it; it is the first byte of many, too."""
    assert mended([shown], language) == [text]
