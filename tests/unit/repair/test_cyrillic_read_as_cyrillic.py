"""Text in one Cyrillic encoding that was read as another one."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.repair.ladder import mend_column

RUSSIAN = [
    "Пекарня у фонтана открывается раньше",
    "В городе сегодня дождь",
    "Новости",
    "Дети рисуют мелом на площади",
]
UKRAINIAN = ["Їжаки вже прокинулися", "Міська рада ухвалила бюджет", "Погода на завтра"]
BULGARIAN = ["Библиотеката работи и в събота", "Движението по моста спира", "Утре ще вали сняг"]
PAIRS = [("koi8-r", "cp1251"), ("cp1251", "koi8-r")]


@pytest.mark.parametrize(("shown", "meant"), PAIRS)
@pytest.mark.parametrize(("texts", "language"), [(RUSSIAN, "ru"), (BULGARIAN, "bg"), (RUSSIAN, "")])
def test_a_list_is_read_back(texts: list[str], language: str, shown: str, meant: str) -> None:
    """In both directions, the language named and not."""
    damaged = pd.Series([text.encode(meant).decode(shown) for text in texts], dtype="str")
    assert mend_column(damaged, languages=[language] * len(texts)).texts.tolist() == texts


def test_letters_that_only_ukrainian_has_are_read_back() -> None:
    """KOI8-U has them where KOI8-R has lines."""
    damaged = pd.Series([text.encode("koi8-u").decode("cp1251") for text in UKRAINIAN], dtype="str")
    assert mend_column(damaged, languages=["uk"] * 3).texts.tolist() == UKRAINIAN


def test_one_damaged_title_among_others_is_read_back_alone() -> None:
    """The others of its list stay."""
    texts = [*RUSSIAN, "Открылась выставка в городе".encode("cp1251").decode("koi8-r")]
    column = pd.Series(texts, dtype="str")
    assert mend_column(column, languages=["ru"] * 5).texts.tolist() == [
        *RUSSIAN,
        "Открылась выставка в городе",
    ]


@pytest.mark.parametrize("text", ["вУЗы и сСУЗы Москвы", "ПРИВЕТ МИР", "аБВ", "мРНК и тРНК в клетке", "иОС"])
def test_clean_cyrillic_text_stays(text: str) -> None:
    """Small letters before capitals, as names and abbreviations have them."""
    for language in ("ru", "", "sr"):
        assert mend_column(pd.Series([text] * 1, dtype="str"), languages=[language]).texts.tolist() == [text]


def test_latin_text_that_was_read_as_cyrillic_is_none() -> None:
    """Its letters stand beside Latin ones, and come back as what they were."""
    texts = [
        "Paşê dest bi karê xwe bike û heta êvarê li wir bimîne, paşê vegere malê û razê",
        "Ciyê ku tu dixwazî bibînî li ber çavê te ye û paşê tê guhertin, bêyî ku tu bizanî",
        "Bi şêweyê nû çêbike û paşê bişîne hevalê xwe yê herî nêzîk",
    ]
    damaged = pd.Series([text.encode().decode("cp1251") for text in texts], dtype="str")
    assert mend_column(damaged, languages=[""] * 3).texts.tolist() == texts


@pytest.mark.parametrize(
    "texts",
    [
        ["вКЛЮЧИТЬ ВЫДЕЛЕННЫЕ ФРАГМЕНТЫ ТЕКСТА", "вЫ УВЕРЕНЫ В ЭТОМ?"],
        ["рЭДАГАВАЦЬ", "пАМЫЛКА ПРАВЕРКІ ПОЛЯ"],
        ["хУУДАСНЫ ТОЛГОЙН ХЭСЭГТ ГАРЧИГ ХЭВЛЭХ ЭСЭХ", "шИНЭ САМБАР НЭМЭХ", "дЭЛГЭГЧ"],
    ],
    ids=["ru", "be", "mn"],
)
@pytest.mark.parametrize("language", ["ru", "", "be"])
def test_text_that_was_written_with_caps_lock_on_stays(texts: list[str], language: str) -> None:
    """Its words begin small and go on in capitals, and are words."""
    languages = [language] * len(texts)
    assert mend_column(pd.Series(texts, dtype="str"), languages=languages).texts.tolist() == texts


@pytest.mark.parametrize(
    ("texts", "shown"),
    [(["Каракатица", "Каракатица — животное моря"], "cp866"), (["ייצוא מפה", "מפה של העיר"], "cp1251")],
    ids=["Russian", "Hebrew"],
)
def test_a_list_in_utf8_is_read_as_utf8(texts: list[str], shown: str) -> None:
    """However many of it there are: its bytes are no letters of an older encoding."""
    damaged = pd.Series([text.encode().decode(shown) for text in texts], dtype="str")
    assert mend_column(damaged, languages=["ru"] * 2).texts.tolist() == texts
