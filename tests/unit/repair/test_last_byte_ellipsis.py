"""A text whose last byte reads as `…` or white space is whole; a cut one with a marker is cut."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair import mend_column
from pipelines.repair.ends.restore import Source

WHOLE = ("请各位居民谅", "博物馆旧址内", "市民提出的国际", "県立図書館の内", "来月から始まる阅")
LISTED = ("市民图书馆新馆开放", "台风期间闭馆通知", "春季招聘会下周举行", "老城区道路改造方案公布")


def misread(data: bytes) -> str:
    return data.decode("sloppy-windows-1252")


@pytest.mark.parametrize("text", WHOLE)
def test_the_last_character_of_a_title_comes_back(text: str) -> None:
    """Alone, and in a list that was misread with it."""
    assert mend(misread(text.encode()), language="zh") == text
    column = pd.Series([misread(title.encode()) for title in (text, *LISTED)], dtype="str")
    assert mend(column, language="zh").tolist() == [text, *LISTED]


def test_in_a_list_with_markers_half_a_character_is_seen() -> None:
    """The list puts the marker behind whole characters, too, so that it is no byte of the last one."""
    marked = [misread(title.encode()) + "…" for title in LISTED]
    cut = misread("请各位居民谅解".encode()[:17]) + "…"
    assert mend(pd.Series([cut, *marked], dtype="str"), language="zh").iloc[0] == "请各位居民…"


@pytest.mark.parametrize("codec", ["latin-1", "sloppy-windows-1252"])
@pytest.mark.parametrize("marker", ["…", " ...", "… Xem thêm"])
@pytest.mark.parametrize(
    ("language", "text"),
    [("el", "Η είσοδος είναι από την πλευρά του"), ("lt", "Seniūnija kviečia į šventę"), ("it", "Il museo apre in città"), ("zh", "新的图书馆正在建造")],
)  # fmt: skip
def test_white_space_before_a_marker_may_be_the_last_byte(
    language: str, text: str, marker: str, codec: str
) -> None:
    r"""`\x85` and `\xa0` end `υ`, `ą`, `à` and `造`; a marker that was set after the misreading stands behind them."""
    assert mend(text.encode().decode(codec) + marker, language=language) == text + marker


@pytest.mark.parametrize(
    ("language", "shown", "mended"),
    [
        ("de", "Die Brücke über den Bach: GelÃ¤nder nÃ… Weiterlesen", "Die Brücke über den Bach: Geländer n… Weiterlesen"),
        ("pt", "A feira abre amanhÃ£ e a mÃºsica tambÃ… Leia mais", "A feira abre amanhã e a música també… Leia mais"),
    ],
)  # fmt: skip
def test_dots_before_the_words_of_a_link_are_a_marker(language: str, shown: str, mended: str) -> None:
    """`Ã…` would be `Å`, which neither language has there."""
    assert mend(shown, language=language) == mended


@pytest.mark.parametrize(
    ("language", "text", "codec", "marker"),
    [("hy", "Նոր գրադարանը բացվում է վաղը քաղաքի", "sloppy-windows-1252", "…"), ("hy", "Քաղաքի թանգարան", "latin-1", "…"),
     ("pl", "Muzeum otwiera się dziś dla mieszkańców z przewodó", "sloppy-windows-1257", "… Czytaj dalej")],
)  # fmt: skip
def test_half_a_letter_and_dots_are_no_capital_inside_a_word(
    language: str, text: str, codec: str, marker: str
) -> None:
    """`Յ` ends no Armenian word behind a small letter, and nobody writes `ƅ`, which Windows-1250 would have."""
    cut = text.encode()[:-1].decode(codec)
    assert mend(cut + marker, language=language) in (text + marker, text[:-1] + marker)


def test_a_heading_that_ends_with_the_letter_shows_that_nothing_was_cut() -> None:
    """Half a letter and a marker were likelier; where the page goes on behind the letter they may be."""
    text = "Музей показывает все корабли, которые строились на верфи для этих двух"

    def mended(page: str) -> str:
        column = pd.Series([misread(text.encode())], dtype="str")
        sources = {0: [Source("page", page)]}
        return str(mend_column(column, languages=["ru"], sources=sources).texts.iloc[0])

    assert mended(f"{text}\nThe keeper of the light opens the door at six.") == text
    assert mended(f"{text} and so on, says the keeper of the light, who was there.") == f"{text}…"


@pytest.mark.parametrize("sign", ["", "?", "�"])
@pytest.mark.parametrize(
    ("language", "text"),
    [("el", "Ο δρόμος κλείνει λόγω έργων του δήμου"), ("ru", "Новости города: ремонт трёх"), ("uk", "Нові правила для пішоходів у містах")],
)  # fmt: skip
def test_the_last_letter_of_a_text_that_lost_bytes_comes_back(language: str, text: str, sign: str) -> None:
    """`Ï…` at the end is `υ`, though a byte is gone elsewhere; it came out as `�…` or as another letter."""
    shown = misread(text.encode())
    for undefined in "\x81\x8d\x8f\x90\x9d":
        shown = shown.replace(undefined, sign)
    assert shown != misread(text.encode())
    assert mend(shown, language=language) == text
