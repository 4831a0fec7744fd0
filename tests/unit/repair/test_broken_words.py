"""Letters that lost a byte and that the language's frequent words tell: one word of them fits, or one above all."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from pipelines.repair import mend_column


def misread(text: str, codec: str, instead: str) -> str:
    """A text of which a codec showed the bytes, and a program put something in the place of the controls."""
    shown = "".join(bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in text.encode())
    return re.sub("[\x80-\x9f]", instead, shown)


def mended(text: str, language: str) -> str:
    """One text, mended by itself."""
    return str(mend_column(pd.Series([text], dtype="str"), languages=[language]).texts.iloc[0])


@pytest.mark.parametrize(
    ("language", "codec", "instead", "text"),
    [
        ("ru", "windows-1252", "", "Жители просят вернуть утренний автобус"),
        ("uk", "windows-1254", "", "Мешканці села просять повернути ранковий автобус"),
        ("bg", "windows-1252", "?", "Жителите на селото искат сутрешния автобус"),
        ("sr", "windows-1252", "", "Градска библиотека отвара изложбу старих карата"),
        ("el", "windows-1252", "\ufffd", "Η δημοτική βιβλιοθήκη ανοίγει έκθεση με παλιούς χάρτες"),
        ("he", "windows-1252", "?", "התושבים מבקשים להחזיר את האוטובוס"),
    ],
)
def test_the_one_word_that_fits_comes_back(language: str, codec: str, instead: str, text: str) -> None:
    """`се` and one of `с`, `э` and `я` are as likely by their letters as `просят` and `просст`; the table has the first."""
    assert mended(misread(text, codec, instead), language) == text


def test_words_of_which_most_letters_are_lost_come_back() -> None:
    """All controls of Latin-1 are gone: half the letters of Greek; what could be two words is told lost."""
    text = "οι κάτοικοι ζητούν το πρωινό λεωφορείο"
    assert mended(misread(text, "latin-1", "\ufffd"), "el") == text


def test_what_may_be_several_words_is_told_lost() -> None:
    """`карт`, `касс` and `каст`: none of them is nine tenths of what is written."""
    found = mended(misread("Библиотека показала сорок карт из архива", "latin-1", "\ufffd"), "ru")
    assert found == "Библиотека показала сорок ка\ufffd\ufffd из архива"


def test_a_letter_before_a_gap_keeps_the_gap() -> None:
    """`Ñ ` is a letter that lost its byte, or one with a gap: what stands behind it is a word, or goes on with one."""
    text = "Новая часть города и новая дорога"
    assert mended(misread(text, "windows-1252", ""), "ru") == text


def test_the_last_word_of_a_cut_text_may_go_on() -> None:
    """The end of the text ends no word: `библиот` is what a site left of `библиотека`."""
    text = "Районная выставка старых карт и сельская библиот"
    assert mended(misread(text, "windows-1252", "?"), "ru") == text


def test_words_of_another_alphabet_are_none_of_the_tables() -> None:
    """A name in Latin letters inside a Russian text comes back by its letters."""
    text = "Группа Café Ñandú играет в парке"
    assert mended(misread(text, "windows-1252", ""), "ru") == text


def test_a_letter_that_a_whole_list_lost_is_one_of_the_language() -> None:
    """Windows-1251 loses `ј` alone of the Serbian letters, and Serbian has no profile: no text of the list shows one."""
    text = "Први број листа излази у недељу"
    assert mended(misread(text, "windows-1251", "?"), "sr") == text


def test_a_digit_is_filled_in_beside_another_one_alone() -> None:
    """`Ù ` is `و`, the commonest word of Persian, or the digit `٠`."""
    text = "اساساً قانون شهر و فشار روستا"
    assert mended(misread(text, "windows-1250", " "), "fa") == text


@pytest.mark.parametrize("sign", ["'", "’"])
def test_a_ukrainian_word_goes_on_behind_an_apostrophe(sign: str) -> None:
    """`з'явиться` is one word of the table: `'явиться` alone would be none, and `'свиться` as likely by its letters."""
    text = f"Згодом тут з{sign}явиться нова школа, і сім{sign}я переїде"
    assert mended(misread(text, "windows-1252", ""), "uk") == text


def test_quotes_around_a_word_are_none_of_its_letters() -> None:
    """An apostrophe before the word or behind it is a sign."""
    text = "У міській газеті 'світанок' є стаття про 'рибалок'"
    assert mended(misread(text, "windows-1252", ""), "uk") == text


def test_bytes_that_are_no_character_are_no_letter_of_a_word() -> None:
    """Serbian of EUC-JP: E0 8F A7 has the length of a character and is none in UTF-8, so that the text stays."""
    shown = "Библиотека је добила осамдесет нових књига. Број 5 у знаку јесени".encode("euc-jp").decode(
        "latin-1"
    )
    assert mended(shown, "sr") == shown


def test_a_lost_letter_before_a_long_run_of_another_script_is_one_all_the_same() -> None:
    """No Russian word goes on with 120 letters of Latin, such as those of a key or an address: the run stays, and nothing fails."""
    run = "ab" * 60
    shown = mended(misread(f"Смотри с{run} сегодня", "windows-1252", "?"), "ru")
    assert run in shown
    assert shown.endswith("сегодня")


@pytest.mark.parametrize("instead", ["?", "�"])
@pytest.mark.parametrize(
    "text",
    [
        "Абвяшчэнне пра рамонт шашы каля возера",
        "Жыхары вёскі прасілі захаваць стары млын",
        "Школьнікі пасадзілі дрэвы ля ракі",
        "Қала кітапханасы сенбі күні ашық болады",
    ],
)
def test_words_of_a_kindred_language_are_told_lost(text: str, instead: str) -> None:
    """Belarusian and Kazakh whose controls are all gone are taken for Russian, which has hardly any of their words: none of it stands in them."""
    shown = mended(misread(text, "latin-1", instead), "ru")
    assert re.fullmatch(re.escape(shown).replace("�", "."), text)
    assert "�" in shown
