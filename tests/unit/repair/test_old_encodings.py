"""Texts in an old encoding that a program read as Windows-1252 or Latin-1: `Ïðèâåò` is `Привет`, `ÖÐ¹ú` is `中国`."""

from __future__ import annotations

import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines import explain, mend
from pipelines.repair import mend_column
from pipelines.repair.mojibake.old_encodings import encoding_of

TEXTS = {
    "cp1251": ("Пекарня у фонтана теперь открывается раньше", "Библиотека закрыта до весны", "Новый мост через реку"),
    "koi8-r": ("Пекарня у фонтана теперь открывается раньше", "Библиотека закрыта до весны", "Новый мост через реку"),
    "cp1253": ("Ο φούρνος της πλατείας ανοίγει νωρίτερα", "Η βιβλιοθήκη κλείνει τον χειμώνα", "Νέα γέφυρα στο ποτάμι"),
    "cp1255": ("המאפייה ליד המזרקה נפתחת מוקדם", "הספרייה סגורה עד האביב", "גשר חדש מעל הנהר"),
    "cp1256": ("المخبز قرب النافورة يفتح باكرا", "المكتبة مغلقة حتى الربيع", "جسر جديد فوق النهر"),
    "cp874": ("ร้านขนมปังข้างน้ำพุเปิดเช้าขึ้น", "ห้องสมุดปิดถึงฤดูใบไม้ผลิ", "สะพานใหม่ข้ามแม่น้ำ"),
    "gb18030": ("喷泉旁的面包店现在开门更早", "图书馆关闭到春天", "河上的新桥"),
    "big5": ("噴泉旁的麵包店現在開門更早", "圖書館關閉到春天", "河上的新橋"),
    "cp932": ("噴水のそばのパン屋は早く開きます", "図書館は春まで休みです", "川にかかる新しい橋"),
    "euc-jp": ("噴水のそばのパン屋は早く開きます", "図書館は春まで休みです", "川にかかる新しい橋"),
    "euc-kr": ("분수 옆 빵집이 이제 더 일찍 문을 엽니다", "도서관은 봄까지 문을 닫습니다", "강 위의 새 다리"),
}  # fmt: skip


def western(text: str, encoding: str, wrong: str = "cp1252") -> str:
    """A text whose bytes were read as Windows-1252, as browsers do, or as Latin-1."""
    data = text.encode(encoding)
    if wrong == "latin-1":
        return data.decode(wrong)
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def mended(texts: list[str]) -> list[str]:
    return mend_column(pd.Series(texts, dtype="str")).texts.tolist()


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
@pytest.mark.parametrize("encoding", TEXTS)
def test_a_list_comes_back_from_an_old_encoding(encoding: str, wrong: str) -> None:
    """Three texts of a site in each old encoding, as a browser or an old program shows them."""
    assert mended([western(text, encoding, wrong) for text in TEXTS[encoding]]) == list(TEXTS[encoding])


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_sentence_alone_comes_back(encoding: str) -> None:
    """One sentence has bytes enough to say which encoding it was."""
    assert mend(western(TEXTS[encoding][0], encoding)) == TEXTS[encoding][0]


@pytest.mark.parametrize("wrong", ["cp1250", "cp1254"])
@pytest.mark.parametrize("encoding", ["cp1251", "cp1253", "cp1256", "euc-kr"])
def test_a_list_comes_back_that_another_windows_read(encoding: str, wrong: str) -> None:
    """In Central Europe and Turkey the bytes are read as what is the system's own: `Ďđčâĺň`, `ŞíÏ ÇáãÚÇáÌÉ`."""
    texts = TEXTS[encoding]
    shown = [
        "".join(bytes([byte]).decode(wrong, "ignore") or chr(byte) for byte in text.encode(encoding))
        for text in texts
    ]
    assert mended(shown) == list(texts)


def test_bytes_that_a_page_escaped_come_back() -> None:
    """Programs for Latin-1 make entities of what they take for its letters, of all or of some."""
    texts = list(TEXTS["cp1251"])
    named = ["".join(f"&#{ord(c)};" if c > "\x7f" else c for c in western(text, "cp1251")) for text in texts]
    assert mended(named) == texts
    assert mended([western(text, "cp1251").replace("\xf0", "&eth;") for text in texts]) == texts


def test_letters_of_central_europe_stay() -> None:
    """Four letters above ASCII in a row are Polish, Turkish and Czech, too."""
    texts = [
        "Żółć i gęślą jaźń",
        "Dışı ışıl ışıl öğütüş",
        "Příští žížala ťuká",
        "Źdźbło żółtej źrebięcej trawy",
    ]
    assert mended(texts) == texts


def test_the_step_is_called_mojibake() -> None:
    """The trail names the step as for any other wrong reading."""
    assert [step.name for step in explain(western("Новый мост через реку", "cp1251")).steps] == ["mojibake"]


def test_titles_that_prove_nothing_come_back_with_their_list() -> None:
    """`íåò` has three letters and `Äà` two; beside other titles they can be nothing else."""
    titles = ["да", "Нет", "Экзамен", *TEXTS["cp1251"], "iPhone 15 Pro Max: обзор"]
    assert mended([western(title, "cp1251") for title in titles]) == titles


def test_other_rows_of_the_list_stay() -> None:
    """A column of many sources: only the damaged rows are read."""
    clean = [
        "Il va à Paris",
        "Das Ä und das Ö",
        "La crème brûlée été",
        "Þetta er íslenska",
        "Çüçük",
        "Nothing above ASCII",
    ]
    damaged = [western(text, "cp1251") for text in TEXTS["cp1251"]]
    assert mended([*clean, *damaged]) == [*clean, *TEXTS["cp1251"]]


def test_signs_that_a_page_writes_as_entities_are_none_of_its_bytes() -> None:
    """`&laquo;`, `&nbsp;` and `&mdash;` are read by the parser, whatever the page's encoding."""
    russian, chinese = "Новый мост", "喷泉旁的面包店"
    assert (
        mend(f"« {western(russian, 'koi8-r')} » — {western(russian, 'koi8-r')}")
        == f"« {russian} » — {russian}"
    )
    assert (
        mend(f"“{western(chinese, 'gb18030')}”\u00a0— {western(chinese, 'gb18030')}")
        == f"“{chinese}”\u00a0— {chinese}"
    )


def test_one_letter_tells_between_two_encodings_of_a_list() -> None:
    """`Ά` is a quote in ISO-8859-7, which has all other letters of Windows-1253 where that has them."""
    texts = [
        "Άκυρη η ψηφοφορία για το νέο πάρκο της πόλης",
        "Η βιβλιοθήκη κλείνει τον χειμώνα για εργασίες",
        "Ο φούρνος της πλατείας ανοίγει νωρίτερα το πρωί",
    ]
    assert mended([western(text, "cp1253") for text in texts]) == texts


def test_a_letter_glued_to_a_key_is_valid_utf8_by_chance() -> None:
    """`키` in EUC-KR is `Ű` in UTF-8: beside a word of its own it looked like a page pasted together of both."""
    texts = [
        "Alt키 하나로 글자를 키우는 법을 도서관이 가르칩니다",
        "Ctrl키 고장 난 자판을 학교가 모읍니다",
        "강 위의 새 다리가 내년에 열립니다",
    ]
    assert mended([western(text, "euc-kr") for text in texts]) == texts
    assert mend(western(texts[1], "euc-kr")) == texts[1]


@pytest.mark.parametrize("marker", ["…", "...", " […]"])
def test_a_marker_is_no_byte(marker: str) -> None:
    """The ellipsis that a site puts behind a teaser stays one, though it is a byte of Windows-1252, too."""
    for encoding in ("cp1251", "koi8-r", "gb18030", "cp932"):
        text = TEXTS[encoding][0]
        assert mend(western(text, encoding) + marker) == text + marker


def test_half_a_pair_at_the_end_is_trimmed() -> None:
    """The first byte of a pair, left alone by a cut, goes with its character."""
    shown = western(TEXTS["gb18030"][0], "gb18030")
    assert mend(shown[:-1]) == TEXTS["gb18030"][0][:-1]


@pytest.mark.parametrize(
    "text",
    [
        "NÃÃÃÃÃÃO!!", "ÁÁÁÁ-MM-DD", "Öçürmek üçin", "Küçük harita", "ÀÉÈÙÇ", "Jäääär", "°°°", "¡¡¡Olé!!!", "½ ¼ ¾", "ÆØÅ æøå",
        "áéíóú ÁÉÍÓÚ ñÑ", "äöüß ÄÖÜ", "©®™ µ¶§", "àâçéèêëîïôûùüÿ",
    ],
)  # fmt: skip
def test_letters_side_by_side_are_no_proof(text: str) -> None:
    """Cries, date patterns, Turkish words and rows of accented letters are what they seem."""
    assert mend(text) == text


@given(st.text(st.sampled_from("àâäçéèêëîïôöûüñøåæßÀÉÖ abcdefghij"), min_size=0, max_size=60))
def test_western_letters_among_others_stay(text: str) -> None:
    """A text in which two letters of three are ASCII is none in an old encoding, whatever stands side by side."""
    plain = "plain words of the alphabet " * (1 + len(text) // 8)
    assert encoding_of([plain + text + " end"]) == ""


@pytest.mark.parametrize(
    "titles",
    [
        ["ÀÁÂÃÄÅ", "àáâãäå", "ÈÉÊË èéêë", "Ã", "Â"],
        ["âêîôû"],
        ["ÅÄÖ åäö in addresses", "A list of mirrors", "Fonts that have them"],
        ["Passwort mit ÀÂÇÉÈÊËÎÏÔÛÙ", "Wie man es ändert"],
        ["ãáàâçéêíõóôú", "ÁÐÉÍÓÚÝÞÆÖ"],
        ["Accents: áéíóú, éúóáí"],
        ["ÈÉÊË / àáâãäå / àáâãäå"],
        ["ÂÊÎÔÛ âêîôû, ôûâêî"],
    ],
)
def test_alphabets_and_tables_of_accents_stay(titles: list[str]) -> None:
    """Letters that stand side by side without a vowel between are no words of another script where each stands once.

    Nor where they stand again, of one accent or in the order of the code.
    """
    assert mended(titles) == titles


@pytest.mark.parametrize(
    ("titles", "whole"),
    [
        (["Ôé¼ 12,50", "12,50 Ôé¼", "┬ú9.99", "Ôé╣ 1,25,000"], ["€ 12,50", "12,50 €", "£9.99", "₹ 1,25,000"]),
        (["Êù±‰∫¨", "„ÄåÊò•„ÅÆË®™„Çå„Äç"], ["東京", "「春の訪れ」"]),
    ],
)
def test_what_was_utf8_in_yet_another_encoding_is_read_as_that(titles: list[str], whole: list[str]) -> None:
    """Prices read as a DOS code page and titles read as MacRoman are UTF-8, and no Greek or Cyrillic."""
    assert mended(titles) == whole


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_text_comes_back_beside_others_that_were_read_right(encoding: str) -> None:
    """One teaser of an imported archive among new ones in the same language; those stay as they are."""
    old, *new = TEXTS[encoding]
    assert mended([western(old, encoding), *new]) == [old, *new]


def test_chinese_utf8_without_its_controls_is_no_big5() -> None:
    """A program took the controls out of UTF-8 read as Latin-1: what is left is not read as another encoding's characters."""
    shown = [text.encode().decode("latin-1") for text in TEXTS["gb18030"]]
    left = ["".join(c for c in text if not "\x80" <= c <= "\x9f") for text in shown]
    assert not any(
        "\u4e00" <= c <= "\u9fff" and c not in "".join(TEXTS["gb18030"])
        for text in mended(left)
        for c in text
    )


@pytest.mark.parametrize(
    "text",
    ["אפשר להתאים את הניגודיות של החלונות והכפתורים כך שיהיה קל יותר לראות", "Виставка старих книжок відкривається у місті цього тижня",
     "Η έκθεση παλιών βιβλίων ανοίγει στην πόλη αυτή την εβδομάδα", "புதிய நூலகம் நகரத்தில் அடுத்த மாதம் திறக்கப்படும்", "نمایشگاه و موزه شهر امروز باز است"],
    ids=["he", "uk", "el", "ta", "fa"],
)  # fmt: skip
def test_utf8_of_one_alphabet_without_its_controls_is_no_old_encoding(text: str) -> None:
    """Its first bytes are one or two values; read as another encoding they would be Chinese or Cyrillic, and nothing could mend them."""
    shown = "".join(letter for letter in text.encode().decode("latin-1") if not "\x80" <= letter < "\xa0")
    assert encoding_of([shown]) == ""
    new = set(mend(shown)) - set(shown) - {"\N{REPLACEMENT CHARACTER}"}
    alphabet = {unicodedata.name(letter).split()[0] for letter in text if letter > "\x7f"}
    assert {unicodedata.name(letter).split()[0] for letter in new} <= alphabet


@pytest.mark.parametrize(
    "texts",
    [
        [
            "Потрібно вибрати допустиму назву файла",
            "Підготовлені оператори",
            "Таймаут повтору",
            "читання мов",
        ],
        ["Дахин цэгцлэхүйц", "Хүрээний", "Гэдрэг шилжих"],
        ["ตำแหน่งจัดเรียงตามแนวนอนของฉลาก", "เปิดในหน้าต่างใหม่", "ขนาดตัวเว้นพื้นที่"],
    ],
    ids=["a long one", "short ones", "th"],
)
def test_short_texts_of_a_list_of_utf8_without_its_controls_are_no_old_encoding(texts: list[str]) -> None:
    """What a longer one of their list proves, or all together, holds for them: alone they would be Chinese to the detector."""
    shown = [
        "".join(letter for letter in text.encode().decode("latin-1") if not "\x80" <= letter < "\xa0")
        for text in texts
    ]
    assert encoding_of(shown) == ""


def test_one_title_encoded_twice_makes_no_old_encoding_of_a_list_of_utf8() -> None:
    """It has other first bytes than the texts beside it, and was asked for all of them: Russian came out as `аПбаОб`."""
    once = (
        "Паром снова ходит после четырёх дней шторма",
        "Музей порта открыл третий зал в старом складе",
        "Маяк на мысу снова светит по вечерам",
    )
    twice = "".join(
        bytes([byte]).decode("cp1252") if byte not in b"\x81\x8d\x8f\x90\x9d" else chr(byte)
        for byte in "Ледокол века в Васильеве".encode()
    )
    shown = [
        "".join(letter for letter in text.encode().decode("latin-1") if not "\x80" <= letter < "\xa0")
        for text in (*once, twice)
    ]
    assert encoding_of(shown) == ""
    assert encoding_of(shown[-1:]) != ""


@pytest.mark.parametrize("encoding", ["gb18030", "euc-jp", "euc-kr"])
def test_cyrillic_in_an_encoding_of_pairs_is_no_chinese_beside_cyrillic(encoding: str) -> None:
    """A Russian title that went through an East Asian encoding stays as it came: its list is in another alphabet."""
    old, *new = TEXTS["cp1251"]
    given = [old.encode(encoding).decode("latin-1"), *new]
    assert not any("\u3000" <= c <= "\ud7a3" for c in mended(given)[0])
    assert mended(given)[1:] == new


def test_beside_an_old_text_other_damages_are_their_own() -> None:
    """Among titles that were read right one is old, one is UTF-8 read wrong, and one has a stray accent."""
    old, utf8, new = TEXTS["cp1251"]
    given = [western(old, "koi8-r"), western(utf8, "utf-8", "latin-1"), f"à{new}", new, "Театр на набережной"]
    assert mended(given) == [old, utf8, *given[2:]]


@pytest.mark.parametrize(
    ("text", "encoding"), [("ΠΟΛΎ ΝΕΡΌ ΣΤΗ ΓΗ", "cp1253"), ("库文件名会", "gb18030"), ("打印文档", "gb18030")]
)
def test_no_fragment_is_read_out_of_other_bytes(text: str, encoding: str) -> None:
    """A few words prove no encoding; two of their bytes that are UTF-8 by chance (`Îĵµ` for `ÎÄµµ`) are no character."""
    shown = western(text, encoding)
    assert mend(shown) in {shown, text}


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("Dílo rÃ©paré v září", "Dílo réparé v září"),
        ("jordánskyâ€™ dinár", "jordánsky’ dinár"),
        ("málé víno â€žSvatbaâ€œ", "málé víno „Svatba“"),
    ],
)
def test_a_fragment_that_stands_by_itself_is_read_among_other_bytes(shown: str, read: str) -> None:
    """Letters read right are bytes of no UTF-8 and may be more than those of a fragment; its quotes are no chance."""
    assert mend(shown) == read


def test_controls_between_letters_are_no_quotes() -> None:
    """In code page 852 they are letters, `képernyő`; a quote stands beside a gap."""
    left = "A k\x82perny\x8b felbont\xa0sa helytelen lehet."
    assert mend_column(pd.Series([left], dtype="str"), languages=[""]).texts.tolist() == [left]
    quoted = pd.Series(["Er sagte \x84Ja\x93 und ging"], dtype="str")
    assert mend_column(quoted, languages=["de"]).texts.tolist() == ["Er sagte „Ja“ und ging"]


def test_letters_that_are_valid_utf8_by_chance_keep_no_list() -> None:
    """`чё` and `её` in KOI8-R are one character of UTF-8 each, and nothing else of their texts is."""
    texts = [
        "Если ваша почта подключена, введите пароль и её адрес, а потом нажмите кнопку",
        "Когда свет включён, видны все улицы города и её окрестности, даже далёкий лес за рекой",
        "Отчёт о работе школы за год прочёл её директор",
    ]
    misread = [western(text, "koi8-r") for text in texts]
    assert mended(misread) == texts
    assert [mended([one])[0] for one in misread] == texts
