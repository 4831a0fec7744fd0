"""Spaces in the place of bytes: what a list still shows was not lost, and no reading makes what is no character."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd
import pytest

from pipelines import mend

UNDEFINED = "\x81\x8d\x8f\x90\x9d"
SERBIAN = [
    "Председник општине отвара школу сутра",
    "Рођен је у селу поред реке",
    "Нова књига о граду и људима",
]
GEORGIAN = ["მოქალაქეთა შეხვედრა დღეს", "ახალი გზა და ხიდები", "კონცერტი პარკში"]


def without_controls(text: str) -> str:
    """A text misread as Windows-1252, spaces in the place of the bytes that this does not define."""
    misread = text.encode().decode("sloppy-windows-1252")
    return misread.translate(dict.fromkeys(map(ord, UNDEFINED), " "))


def mended(texts: list[str]) -> list[str]:
    """The texts of one list, mended."""
    return mend(pd.DataFrame({"list": "news", "title": texts}), columns=["title"], by="list")[
        "title"
    ].to_list()


def test_a_list_that_keeps_its_no_break_spaces_has_lost_controls_to_spaces() -> None:
    r"""`Ñ ` is `с` where another title shows `Ð\xa0`, and no `Ѡ`."""
    misread = [without_controls(text) for text in SERBIAN]
    assert any("\xa0" in text for text in misread)
    assert mended(misread) == SERBIAN


def test_a_space_inside_a_word_that_no_gap_can_have_been_shows_lost_controls() -> None:
    r"""`Ñ ` before another letter is `с`: the byte A0 would make the `Ѡ` of old books, and the list needs no other proof."""
    titles = ["Совет города выбирает сквер", "Музей открыт до весны", "Мост построен к осени"]
    misread = [without_controls(title) for title in titles]
    assert not any("\xa0" in text for text in misread)
    assert mended(misread) == titles


def test_letters_that_became_spaces_are_told_to_be_lost() -> None:
    """All controls of Latin-1 became spaces: where several letters fit each is `�`, and the words around it come back."""
    titles = ["کتابخانه تا بهار بسته است", "پل تازه روی رودخانه ساخته شد", "نمایشگاه نقاشی در باغ شهر"]
    misread = [re.sub("[\x80-\x9f]", " ", title.encode().decode("latin-1")) for title in titles]
    for text, title in zip(mended(misread), titles, strict=True):
        assert {"Ù", "٠"}.isdisjoint(text)
        assert re.fullmatch(re.sub("\ufffd+", ".+", re.escape(text).replace("\\\ufffd", "\ufffd")), title)


def test_a_space_behind_the_first_byte_of_a_korean_syllable_shows_lost_controls() -> None:
    r"""`í ` is `평` without its second byte: A0 would make half of a pair of UTF-16, and the titles beside it lost controls, too."""
    titles = ["평생학습관은 내일 문을 연다", "도서관은 일요일에도 연다", "시민 공원에 새 길이 생겼다"]
    misread = [without_controls(title) for title in titles]
    assert not any("\xa0" in text for text in misread)
    assert mended(misread) == titles


def test_a_space_that_makes_a_syllable_nobody_writes_was_another_byte() -> None:
    r"""`ë ` and the last byte of `도` is no `렄`, which the Koreans' own encoding does not have; its letter is lost."""
    assert mended([without_controls("도서관 시민")]) == ["\ufffd서관 시민"]


def test_a_zero_between_letters_was_no_zero() -> None:
    r"""`Ù ` between letters of Arabic lost a control to a space: the byte A0 would make the digit zero (`ا٠ع`) there."""
    titles = [
        "المكتبة مغلقة حتى الربيع القادم",
        "الجسر الجديد فوق النهر الكبير",
        "معرض للرسم من حديقة المدينة",
    ]
    misread = [re.sub("[\x80-\x9f]", " ", title.encode().decode("latin-1")) for title in titles]
    for text, title in zip(mended(misread), titles, strict=True):
        assert re.fullmatch(re.sub("\ufffd+", ".+", re.escape(text).replace("\\\ufffd", "\ufffd")), title)


def test_a_zero_behind_digits_has_a_space_behind_it() -> None:
    """No-break spaces that became spaces: `Ù¡Ù  ` is `١٠` before a word."""
    titles = ["١٠ أيام في المدينة القديمة", "٢٠ صورة من البحر"]
    misread = [title.encode().decode("sloppy-windows-1252") for title in titles]
    assert mended([text.replace("\xa0", " ") for text in misread]) == titles


def test_gaps_behind_letters_that_lost_a_byte_without_a_trace_stay() -> None:
    r"""`Ñ ` before a word is `с ` where other letters of the list lost their byte and nothing stands in its place."""
    titles = ["Совет города согласился с сроками", "Сквер открыт с субботы"]
    misread = [
        title.encode().decode("sloppy-windows-1252").translate(dict.fromkeys(map(ord, UNDEFINED)))
        for title in titles
    ]
    assert all(
        text.count(" ") == title.count(" ") for text, title in zip(mended(misread), titles, strict=True)
    )


def test_ideographs_keep_their_no_break_spaces_too() -> None:
    r"""`ç«\xa0` is `章`, so that `å ¯` lost a control: `可`, and no `堯` of the byte A0."""
    misread = without_controls("文章的作者名稱可以更改")
    assert "ç«\xa0" in misread
    assert mended([misread]) == ["文章的作者\ufffd稱可以更改"]


def test_a_no_break_space_beside_a_quotation_mark_keeps_nothing() -> None:
    """`Â ` before a colon is such a space, whatever spaces the list's clean words have."""
    titles = [
        "Mode d'emploiÂ : six cents mots, d'«\xa0ajournement\xa0» à «\xa0vérification\xa0»",
        "La salle rouvre samedi",
    ]
    assert mended(titles)[0] == titles[0].replace("Â ", "\xa0")


@pytest.mark.parametrize(
    "text",
    [
        "Opções configuráveis para o “dispositivo” de digitalização, à noite",
        "Han öppnade dörren, ropade ”hej” två gånger och åkte hem, à propos",
    ],
)
def test_a_closing_quote_keeps_the_space_behind_it(text: str) -> None:
    r"""`â€ de` lost a control that left no trace, in a text that keeps its no-break spaces: `” de`, and no `”de`."""
    damaged = text.encode().decode("sloppy-windows-1252").replace("\x9d", "")
    assert "\xa0" in damaged
    assert mended([damaged])[0].split("”")[-1] == text.split("”")[-1]


def test_where_controls_were_left_out_no_space_is_one() -> None:
    """Russian that lost the controls of Latin-1 alone is read back, what is lost marked: `Ñ ` before a word is a letter and a space."""
    titles = [
        "Рыбаки снова выходят в море после бури",
        "Новая книга о городе и людях уже в библиотеке",
        "Музей просит найти старые фотографии порта",
        "Работы на мосту продлятся до весны, говорит мэр",
    ]
    controls = dict.fromkeys(range(0x80, 0xA0), None)
    found = mended([text.encode().decode("latin-1").translate(controls) for text in titles])
    assert [text.count(" ") for text in found] == [text.count(" ") for text in titles]
    assert not any(re.search("[À-ÿ]", text) for text in found)


def test_what_the_language_does_not_tell_is_no_letter_with_a_no_break_space() -> None:
    """`áƒ ` may be `ა` or `ო` there, and is not `რ`."""
    misread = [without_controls(text) for text in GEORGIAN]
    assert any("\xa0" in text for text in misread)
    lost = str.maketrans("აო", "\ufffd\ufffd")
    assert mended(misread) == [text.translate(lost) for text in GEORGIAN]


@pytest.mark.parametrize(
    "text",
    [
        "Maeâ  r cyngor yn cwrdd heddiw, meddaiâ  r maer SiÃ¢n",  # `’` would be Braille
        "ŕ· ŕ¶¸ŕ¶śŕ·’ŕ¶±ŕ·Š ŕ¶śŕ·‘ŕ¶»ŕ¶´ŕ·Šŕ¶´ŕ·”ŕ·€",  # U+0DE0 is no letter of Sinhala
        "ΰ¦¨ΰ¦�ΰ¦‘ΰ¦¨",  # nor is U+0991 of Bengali
    ],
)
def test_no_reading_makes_what_is_no_character(text: str) -> None:
    """Code points that stand for nothing, and Braille in other writing."""
    for one in mend(text):
        assert unicodedata.category(one) != "Cn"
        assert not "\u2800" <= one < "\u2900"


def test_the_blank_of_braille_is_a_spacer_of_other_writing() -> None:
    """Posts have it on their empty lines, where other spaces are taken away; a picture beside it lost a byte."""
    text = "⠀ 🎁 Regulamento: a inscrição é grátis ⠀ Boa sorte às equipes"
    damaged = text.encode().decode("sloppy-windows-1252").replace("\x81", "�").replace("\xa0", " ")
    assert mend(damaged) == text.replace("🎁", "�")


def test_a_gap_is_no_byte_that_makes_what_old_books_have_alone() -> None:
    """`Ñ ` in the place of `ј` is no `Ѡ`, `à¥ ` in the place of a sign of Hindi no `ॠ`."""
    texts = ["Објављена је нова књига о граду", "प्रधान मन्त्री"]
    misread = [text.encode().decode("latin-1") for text in texts]
    spaced = [re.sub("[\x80-\x9f]", " ", text) for text in misread]
    assert all("Ñ " in text or "à¥ " in text for text in spaced)
    assert not re.search("[Ѡॠ]", "".join(mended(spaced)))


def test_a_space_in_the_place_of_a_byte_makes_no_ideograph_that_hardly_anybody_writes() -> None:
    r"""`ç ` and `†` are no `砆` but a lost `理`; `å` and a byte and `\xa0` are `加`."""
    texts = ["用文件管理器管理和组织文件", "请在列表中添加新的文件"]
    misread = [text.encode().decode("sloppy-windows-1252") for text in texts]
    spaced = [text.replace("\x90", " ").replace("\xa0", " ") for text in misread]
    assert "ç †" in spaced[0]
    assert "åŠ " in spaced[1]
    assert mended(spaced) == ["用文件管�器管�和组织文件", texts[1]]


def spaced(text: str) -> str:
    """A text misread as Latin-1, spaces in the place of its controls."""
    return re.sub("[\x80-\x9f]", " ", text.encode().decode("latin-1"))


def shows_what_is_lost(mended_text: str, text: str) -> bool:
    """Whether a mended text is the true one, but for letters of which it says that they are lost."""
    parts = re.split("\ufffd+", mended_text)
    return re.fullmatch(".+".join(map(re.escape, parts)), text, re.DOTALL) is not None


def test_spaces_where_the_language_has_no_letter_with_a_no_break_space_were_controls() -> None:
    r"""`Ä ` is no letter of Czech with A0, so that `Å ` may have been `ř` as well as `Š`; what the language writes comes back."""
    titles = ["Příští týden otevře město nové hřiště", "Řidiči čekají na křižovatce"]
    assert mended([spaced(title) for title in titles]) == titles


def test_spaces_that_the_language_has_enough_letters_for_were_no_break_spaces() -> None:
    """French has `à` often enough for nine of them beside one `é`, and no other letter is thought of."""
    titles = ["Il va à la gare à pied, à midi, à Nice", "De Paris à Lyon, à Nice et à Metz, un été à vélo"]
    misread = [title.encode().decode("latin-1").replace("\xa0", " ") for title in titles]
    assert mended(misread) == titles


def test_more_spaces_than_a_rare_letter_has_places_for_were_controls() -> None:
    r"""`à¸ ` is Thai `ภ` with A0: so many of them are other letters, each of which is lost, and not `ภ`."""
    titles = ["สะพานใหม่ข้ามแม่น้ำเปิดแล้ว", "นายกเทศมนตรีเยี่ยมชมโรงเรียนวันนี้"]
    misread = pd.Series([spaced(title) for title in titles], dtype="str")
    for shown, title in zip(mend(misread, language="th"), titles, strict=True):
        assert shows_what_is_lost(shown, title)
        assert "ม" in shown


def test_a_text_of_which_nothing_but_lost_letters_is_left_stays() -> None:
    """Each byte but the first and the last of a Georgian letter may be gone: no Mongolian letter with A0 is meant."""
    text = spaced("უნდა იყოს არანაკლებ ხუთი ასო")
    assert mended([text, spaced("ციფრებისა და ასოებისგან შედგება")])[0] == text


def test_a_hebrew_word_that_lost_most_of_its_letters_is_none_of_the_frequent_ones() -> None:
    """`הכתובת שנבחרה` is no `אותיות שנאמרו`, which have as many letters with the same bytes."""
    text = "הכתובת שנבחרה לא קיימת או שאין הרשאה לצפות בה"
    assert "אותיות" not in mend(spaced(text), language="he")


def test_a_syllable_that_may_be_one_of_many_is_told_to_be_lost() -> None:
    """Each control of Latin-1 became `?`: `주소` is no `주의`, which stands there as well as it."""
    misread = re.sub("[\x80-\x9f]", "?", "이메일 주소를 입력하면 소식을 보냅니다".encode().decode("latin-1"))
    assert "의" not in mend(misread, language="ko")


def test_a_phrase_that_each_title_begins_with_is_no_sign_of_lost_controls() -> None:
    """French has `à` less often than these calls do, but `Ï` and `Á`, whose bytes Windows-1252 lacks, even less."""
    calls = [f"Appel à projets {number} : les jardins partagés du quartier" for number in range(150)]
    shown = [call.encode().decode("sloppy-windows-1252").replace("\xa0", " ") for call in calls]
    assert mended(shown) == calls


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Fünf Kisten à 10 Euro für alle"),
        ("sv", "Två biljetter à 90 kronor för barn"),
        ("no", "Tre glass à en liter, på tilbud"),
        ("nl", "Vijf dozen à 12 flessen, één gratis"),
        ("pl", "Trzy kosze à 20 złotych, też dziś"),
    ],
)
def test_a_lone_a_with_a_grave_accent_is_a_word_of_every_language(language: str, text: str) -> None:
    """A price's `à` is all that a Swedish text has of it: its space was a no-break space, folded with the next one or not, and no `×`."""
    spaced_ones = misread_with_spaces(text)
    assert mend(spaced_ones, language=language) == text
    assert mend(" ".join(spaced_ones.split()), language=language) == text


def misread_with_spaces(text: str) -> str:
    """A text whose UTF-8 was read as Windows-1252, and whose no-break spaces became spaces."""
    return text.encode().decode("sloppy-windows-1252").replace("\xa0", " ")
