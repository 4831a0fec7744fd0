"""UTF-8 that a program took for a Chinese, Japanese or Korean encoding, and clean text in those languages."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines import explain, mend
from pipelines.repair import mend_column
from pipelines.repair.looks.suspects import BIT, Suspects
from tests.unit.repair.one_list import mended

CODECS = ["gb18030", "gbk", "cp932", "shift_jis", "cp949", "euc_kr", "big5", "cp950", "euc_jp"]
SENTENCES = [
    "El museo abrió un jardín con más árboles y una cafetería",
    "Die Bücherei öffnet künftig früher, schließt aber später",
    "Пекарня у фонтана теперь открывается раньше",
    "Το μουσείο ανοίγει νωρίς κάθε πρωί",
    "Жители выбрали новый герб — и флаг",
    "市立图书馆周末开放，读者可以预约座位。",
    "図書館は週末も開いています。予約は窓口でどうぞ",
    "시립 도서관은 주말에도 문을 엽니다",
    "ห้องสมุดเปิดทุกวันเสาร์",
    "पुस्तकालय शनिवार को खुला रहेगा",
]


def shown_whole() -> list[tuple[str, str, str]]:
    """The sentences that an encoding of pairs shows without a loss, with how it shows them."""
    found = []
    for codec in CODECS:
        for text in SENTENCES:
            shown = text.encode().decode(codec, "replace")
            if "�" not in shown:
                found.append((codec, text, shown))
    return found


@pytest.mark.parametrize(("codec", "text", "shown"), shown_whole())
def test_a_sentence_comes_back(codec: str, text: str, shown: str) -> None:
    """What an encoding of pairs reads without a loss comes back as a whole, with no list and no language named."""
    assert mend(shown) == text


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "gb18030"])
def test_two_layers_come_off(wrong: str) -> None:
    """A wrong reading above another comes off first, and both are told."""
    text = "Los niños estudian música por la mañana"
    shown = text.encode().decode("gb18030").encode().decode(wrong)
    assert mend(shown) == text
    assert [step.name for step in explain(shown).steps] == ["mojibake"]


def test_a_short_title_is_decided_by_its_list() -> None:
    """One ideograph in a Latin word may be meant; beside titles that went through an encoding it is a letter."""
    title = "caf茅"
    assert mended([title, "Two plain titles", "without any letters of theirs"])[0] == title
    list_ = ["Un caf茅 prolong茅 脿 la premi猫re", "L'茅t茅 des 茅l猫ves", "Le th茅芒tre rouvre", title]
    assert mended(list_) == [
        "Un café prolongé à la première",
        "L'été des élèves",
        "Le théâtre rouvre",
        "café",
    ]


def test_a_swallowed_letter_comes_back() -> None:
    """The byte before an apostrophe's end took the letter behind it along."""
    assert mended(["It鈥檚 a baker鈥檚 d茅j脿 vu"]) == ["It’s a baker’s déjà vu"]


def test_a_lost_byte_costs_its_character_alone() -> None:
    """A byte without a partner became `�` or `?`: its character is lost, and marked; all others come back."""
    shown = "市立图书馆, 周末 停车".encode().decode("gb18030", "replace")
    assert mend(shown) == "市立图书�, 周末 停车"
    assert mend(shown.replace("�", "?")) == "市立图书�, 周末 停车"


def test_a_byte_that_the_encoding_lacks_comes_back() -> None:
    """Where GB 18030 shows `�` before what is no ASCII, byte 80 stood, and the character is whole."""
    shown = "周末开车吗".encode().decode("gb18030", "replace")
    assert "�" in shown
    assert mend(shown) == "周末开车吗"


def test_half_a_character_at_the_end_is_trimmed() -> None:
    """A title cut by bytes before it was read wrong ends in a whole character."""
    shown = "市立图书馆周末开放读者可以预约".encode()[:-1].decode("gb18030", "replace")
    assert mend(shown) == "市立图书馆周末开放读者可以预"


CLEAN = [
    "父母 1",
    "父母 2",
    "命名典禮",
    "連結 #",
    "讀取中",
    "上, 左",
    "文法:",
    "联通",
    "Q群",
    "T恤与K歌",
    "在Windows或macOS上",
    "ｶﾀｶﾅ",
    "탑 40",
    "位",
    "帧",
    "锟斤拷",
    "盧重",
    "閾値",
    "⿰亻⺼的部首",
    "龘靐齉爩",
    "鑫淼垚焱",
    "子曰學而時習之不亦說乎",
    "鴛鴦瓦冷霜華重翡翠衾寒誰與共",
    "麤毳",
    "薔薇と檸檬",
    "뷁쀍쌻",
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_stays(text: str) -> None:
    """Rare characters, names, classical verse and words whose bytes happen to be UTF-8 stay, alone and in any list."""
    assert mend(text) == text


@pytest.mark.parametrize("text", ["隨機隨機", "隱形 | 隱形", "牛 | 牛臉 | 臉"])
def test_a_word_that_comes_again_proves_no_more(text: str) -> None:
    """Clean text whose bytes could be UTF-8 stays when it says the same twice: its characters are no new evidence."""
    assert mend(text) == text


def test_chance_readings_of_a_long_list_prove_nothing() -> None:
    """Some names of a register could be Latin in Shift_JIS, and each more so beside the others: the rest could not, so they stay."""
    chance = "阮馨犇 阮怡犇 盧志犇 盧淑犇 盧家俊".split()
    rest = [
        family + given
        for family in "柯薛石鄭蕭盧魏施邱馬莊"
        for given in "冠鶯 雅儀 蕙廷 芬犇 翰雅 志雅 恩涵 鑾家 鷺宗 豪儀 薰瀚 明雅 玲傑 冠明".split()
    ]
    register = [*chance, *rest]
    assert mended(register) == register


def test_a_clean_list_stays() -> None:
    """The same together, and beside titles that were read wrong."""
    assert mended(CLEAN) == CLEAN
    wrong = [text.encode().decode("gb18030") for text in SENTENCES[:3]]
    assert mended([*CLEAN, *wrong]) == [*CLEAN, *SENTENCES[:3]]


@given(
    st.lists(
        st.text(st.characters(min_codepoint=0xFF66, max_codepoint=0xFF9D), min_size=1, max_size=6),
        min_size=1,
        max_size=30,
    ),
    st.sampled_from(["{}", "{} 支店", "東京{}", "{} 100g", "TYPE{}", "{}A4"]),
    st.sampled_from(["", "ja"]),
)
def test_half_width_kana_stay(words: list[str], around: str, language: str) -> None:
    """Each is one byte of Shift_JIS, and many pairs of them are a letter in UTF-8: no list of them is read as anything else."""
    titles = [around.format(word) for word in words]
    column = pd.Series(titles, dtype="str")
    assert (mend(column, language=language) if language else mend(column)).tolist() == titles


@settings(deadline=None)  # the first builds tables
@given(
    st.sampled_from(SENTENCES),
    st.sampled_from(CODECS),
    st.integers(2, 40),
    st.sampled_from(["", "…", " …", "?", "."]),
)
def test_all_that_could_be_read_back_is_seen(text: str, codec: str, length: int, end: str) -> None:
    """The look over a column passes over no text that the ladder would read back."""
    column = pd.Series([text[:length].encode().decode(codec, "replace") + end], dtype="str")
    asked = Suspects(np.array([0]), np.array([BIT["mojibake"] | BIT["end"]], dtype=np.uint16))
    assert mend_column(column).texts.tolist() == mend_column(column, found=asked).texts.tolist()


def test_titles_that_prove_nothing_alone_prove_it_together() -> None:
    """Four words with one letter each, in a language that nobody names: none is enough, the list is."""
    whole = [
        "Ngarénah pisan",
        "Sakabéh warga",
        "Nyaéta kota",
        "Teu kétang mun",
        "Pilih éta",
        "Tangtu waé",
        "Buku",
    ]
    shown = [text.encode().decode("gb18030") for text in whole]

    def unnamed(texts: list[str]) -> list[str]:
        return mend_column(pd.Series(texts, dtype="str")).texts.tolist()

    assert unnamed(shown) == whole
    assert unnamed(shown[::-1]) == whole[::-1]
    assert unnamed(shown[:2]) == shown[:2]
