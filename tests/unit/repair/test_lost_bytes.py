"""Bytes that mojibake of Windows-1252 lost on its way, and what stands in their place."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from pipelines.repair import mend_column
from pipelines.repair.tidying.tidy import invisible


def baked(text: str) -> str:
    """A text whose UTF-8 was read as Windows-1252, undefined bytes as controls."""
    return text.encode().decode("sloppy-windows-1252")


def mended(text: str, language: str) -> str:
    """One text, mended by itself."""
    return str(mend_column(pd.Series([text], dtype="str"), languages=[language]).texts.iloc[0])


@pytest.mark.parametrize(
    ("language", "text"),
    [("cs", "Příští zastávka není na znamení"), ("sk", "Mestskí poslanci riešia parkovanie v uliciach"), ("es", "Así creció el árbol más viejo")],
)  # fmt: skip
def test_a_soft_hyphen_that_was_taken_out_is_filled_in(language: str, text: str) -> None:
    """The second byte of `í` is shown as a soft hyphen, which programs drop: `Ã` before a letter or a gap is `í`, not `à`."""
    assert "\xad" in baked(text)
    assert mended(baked(text).replace("\xad", ""), language) == text


@pytest.mark.parametrize("sign", ["?", "�"])
@pytest.mark.parametrize(
    ("language", "text"),
    [("cs", "Večerní čtení začíná v knihovně"), ("hr", "Učenici čekaju početak školske godine"), ("bg", "Всички съседи са съгласни")],
)  # fmt: skip
def test_a_sign_for_an_undefined_byte_is_filled_in(language: str, text: str, sign: str) -> None:
    """Windows-1252 does not define five bytes; in their place stand `�` or a question mark."""
    shown = baked(text)
    for undefined in "\x81\x8d\x8f\x90\x9d":
        shown = shown.replace(undefined, sign)
    assert sign in shown
    assert mended(shown, language) == text


def test_a_closing_quote_comes_back() -> None:
    """The last byte of `”` is undefined, and `â€?` is nothing else behind a word."""
    assert (
        mended("Piosenka â€žZielony mostâ€? wraca na scenÄ™", "pl")
        == "Piosenka „Zielony most” wraca na scenę"
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [("he", "הכניסה לגן נפתחת בבוקר"), ("fr", "L’entrée est là, à côté de la gare"), ("ru", "Ремонт моста. Работы идут")],
)  # fmt: skip
def test_a_gap_inside_a_character_is_a_no_break_space(language: str, text: str) -> None:
    """Half the programs make a space of the no-break space that is a byte of `נ`, `à` or `Р`."""
    assert "\xa0" in baked(text)
    assert mended(baked(text).replace("\xa0", " "), language) == text


@pytest.mark.parametrize("codec", ["sloppy-windows-1252", "latin-1"])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Voilà le guide qui mène à Lyon et déjà à Paris"),
        ("vi", "Thầy và Minh là bạn, mà câu chuyện này hoàn toàn vui"),
        ("pt", "A aula começa às nove e à noite há música"),
        ("it", "La città ospita più attività « all’aperto »"),
        ("he", "הכניסה לגן נפתחת בבוקר"),
        ("ko", "도서관은 고객을 위해 정문을 연다"),
        ("zh", "你好，欢迎你们来图书馆"),
    ],
)  # fmt: skip
def test_a_gap_that_became_one_with_its_neighbour_parts_the_words(
    language: str, text: str, codec: str
) -> None:
    """A program that folds white space makes one space of the no-break space inside `à` and the space behind it."""
    shown = " ".join(text.encode().decode(codec).replace("\x85", " ").split())
    assert "\xa0" not in shown
    assert mended(shown, language) == text


def test_two_spaces_show_that_none_became_one() -> None:
    """Where the space behind `à` is still there, that of `às` was a byte."""
    shown = baked("Cheguei às nove, fui à noite e voltei lá às dez").replace("\xa0", " ")
    assert mended(shown, "pt") == "Cheguei às nove, fui à noite e voltei lá às dez"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mg", "Ny làlana an-tànana dia nohavaozina ôrana"),
        ("gd", "Chaidh an sgeulachd a stàladh an sin gu slàn"),
        ("te", "ఈ పాఠంను చదవండి"),
        ("vi", "Hoa và Minh là bạn"),
    ],
)  # fmt: skip
def test_a_gap_inside_a_word_is_its_byte_alone(language: str, text: str) -> None:
    """What ends words in Vietnamese begins them in Malagasy and Gaelic, and behind a space no sign of Telugu stands alone."""
    shown = " ".join(re.split("[ \xa0]+", baked(text)))
    assert mended(shown, language) == text


def test_a_letter_that_cannot_be_told_keeps_no_other_back() -> None:
    """`с` and `э` are as likely in their place, in a language without a table of words; what is sure in the rest comes back all the same."""
    shown = (
        baked("Гэта музей — гэта частка гісторыі горада")
        .encode("sloppy-windows-1252")
        .decode("cp1252", "replace")
    )
    assert mended(shown, "be") == "Г�та музей — г�та ча�тка гі�торыі горада"


def test_no_letter_is_given_back_that_has_other_bytes() -> None:
    """`క�లిక�` lost two signs of which the bytes leave two; `ల`, which is all that the site has behind `క`, is none of them."""
    texts = ["కల్లలు కల్లలు కల్లలు", "క్లిక్ చేయండి"]
    shown = [text.encode().decode("cp1252", "replace") for text in texts]
    found = mend_column(pd.Series(shown, dtype="str"), languages=["te", "te"])
    assert found.texts.iloc[1] == "క�లిక� చేయండి"


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Er weiß das, und Ãœbermut tut selten gut"), ("pt", "Você vem? Não sei"), ("fr", "Où est le marchÃ© ? Là-bas")],
)  # fmt: skip
def test_letters_that_stand_right_stay(language: str, text: str) -> None:
    """In a text that is mojibake only in part `ß` before a gap begins nothing, and a question mark is one."""
    assert mended(text, language) == text.replace("Ãœ", "Ü").replace("Ã©", "é")


def test_a_title_read_wrong_twice_that_lost_its_last_byte_breaks_no_list() -> None:
    """Its second layer is nothing but the cut end, which is all that `à` left after the space at the end was stripped."""
    titles = ["puÃ²", "cittÃƒÂ", "puÃ²"]
    found = mend_column(pd.Series(titles, dtype="str")).texts.tolist()
    assert found == ["può", "citt", "può"]


@pytest.mark.parametrize("codec", ["latin-1", "sloppy-windows-1252"])
@pytest.mark.parametrize(
    ("language", "text"),
    [("it", "La piazza nuova c'è già"), ("fr", "Le maire répond déjà"), ("ca", "La biblioteca obrirà demà")],
)  # fmt: skip
def test_a_last_byte_taken_for_a_space_is_given_back(language: str, text: str, codec: str) -> None:
    """Half the programs take a no-break space off the end of a text, and with it the second byte of `à`: `giÃ`."""
    shown = text.encode().decode(codec)
    assert shown.endswith("Ã\xa0")
    assert mended(shown.rstrip(), language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Расписание поездов на новых путях"), ("uk", "Новини про інших глядачів та нових")],
)
def test_a_last_byte_taken_for_a_line_end_is_given_back(language: str, text: str) -> None:
    """In Latin-1 the second byte of `х` is U+0085, which programs take for white space."""
    shown = text.encode().decode("latin-1")
    assert shown.endswith("Ñ\x85")
    assert mended(shown.rstrip(), language) == text
    assert mended(" ".join(shown.split()), language) == text


def test_what_a_cut_left_is_no_lost_space() -> None:
    """Of the letters that lost a space none goes on here: `Ñ` is left of another, or the text is a teaser that was cut."""
    short = "Дорогу перекрыли у школы до вторн".encode().decode("latin-1") + "Ð"
    assert mended(short, "ru") in ("Дорогу перекрыли у школы до вторн", "Дорогу перекрыли у школы до вторни")
    korean = "새 도서관에서 책을 빌려 읽을 수 있게 생성하".encode()[:-1].decode("latin-1")
    assert mended(korean, "ko").endswith(" 생성")
    teaser = "Жители посёлка собрались у новой школы, чтобы обсудить ремонт дороги в их".encode()[:-1]
    assert mended(teaser.decode("latin-1"), "ru").endswith(" и")


@pytest.mark.parametrize(
    ("language", "text"),
    [("uk", "Оновлення та вимкнення"), ("he", "לוח הזמנים של המוזיאונים")],
)
def test_a_dropped_byte_at_the_end_tells_of_those_before(language: str, text: str) -> None:
    """No space taken off the end explains it, for no word ends so: bytes that nobody shows are gone here and inside."""
    shown = text.encode().decode("cp1252", "ignore")
    found = mended(shown, language)
    assert text.startswith(found)
    assert len(found) >= len(text) - 1


def test_titles_of_one_length_were_cut_there() -> None:
    """Whatever letter a lost space would give: all of them end at the same byte."""
    titles = [
        "Das Museum zeigt Bilder vom Fluss und vom Gebirge",
        "Heute Abend spielt das Orchester im alten Theater",
        "Alle Züge der Linie fahren wieder nach dem Fahrplan",
        "Am Samstag öffnet der Markt auf dem großen Platz wieder",
    ]
    cut = "La biblioteca obrirà demà".encode()
    column = [title.encode()[: len(cut) - 1].decode("latin-1") for title in titles] + [
        cut[:-1].decode("latin-1")
    ]
    languages = [*len(titles) * ["de"], "ca"]
    found = mend_column(pd.Series(column, dtype="str"), languages=languages).texts.tolist()
    assert found[-1] == "La biblioteca obrirà dem"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("lt", "Kodėl vėl brangsta šildymas, klausia miesto gyventojai"),
        ("lt", "Mokykla atnaujinta, mėnesį vyksta renginiai ir šventė"),
    ],
)
def test_a_text_without_its_controls_lost_any_of_them(language: str, text: str) -> None:
    """UTF-8 read as Latin-1, its controls taken out, is no text that lost the five bytes that Windows-1252 has not: `Kodčl`."""
    shown = text.encode().decode("latin-1")
    read = mended("".join(c for c in shown if not "\x80" <= c <= "\x9f"), language)
    assert "ė" in read
    assert "č" not in read


def test_letters_that_never_stand_side_by_side_are_no_choice() -> None:
    """`с` and `я` lost the same byte, and no Ukrainian word has `яо`."""
    damaged = "Цей або консолі керування".encode().decode("latin-1").replace("\x81", "?")
    damaged = damaged.encode("latin-1").decode("cp1252", "replace").replace("\ufffd", "\x8f")
    column = pd.Series([damaged], dtype="str")
    assert mend_column(column, languages=["uk"]).texts.tolist() == ["Цей або консолі керування"]


def test_a_word_in_capitals_holds_no_small_letter() -> None:
    """`ÄŤ` is `č` in Windows-1250, and two letters of a Slovak word."""
    text = "KLIKNUTÍM SA DEDINA NASTAVÍ SPÄŤ NA NEVLASTNENÚ."
    assert mend_column(pd.Series([text], dtype="str"), languages=["cs"]).texts.tolist() == [text]


def test_a_closing_quote_whose_last_byte_was_dropped_is_no_dagger() -> None:
    """The space behind it is the gap before the next word, and no byte of `†`."""
    text = "executar “os programas” de configuração"
    assert mended(baked(text).replace("\x9d", ""), "pt") == text


@pytest.mark.parametrize("sign", ["?", "�"])
@pytest.mark.parametrize(
    ("language", "text"),
    [("hi", "स्टेशन के पास नया पुस्तकालय खुला"), ("ja", "新しい図書館が駅前にできました")],
)
def test_signs_of_india_and_kana_are_told_by_their_neighbours(language: str, text: str, sign: str) -> None:
    """Of the letters that can have stood there, one is written; what is not certain is one `�`, and nothing else is wrong."""
    shown = baked(text)
    for undefined in "\x81\x8d\x8f\x90\x9d":
        shown = shown.replace(undefined, sign)
    read = mended(shown, language)
    assert re.fullmatch(re.escape(read).replace("�", "."), text)
    assert read.count("�") < shown.count(sign)


def test_a_letter_that_is_not_told_is_one_mark() -> None:
    """`с` and `я` are words of their own, and a half of the first letter stays from neither."""
    shown = baked("Работа с картой и я сам").replace("\x81", "?").replace("\x8f", "?")
    read = mended(shown, "ru")
    assert "Ñ" not in read
    assert re.fullmatch(re.escape(read).replace("�", "."), "Работа с картой и я сам")


@pytest.mark.parametrize("text", ["subteno por aÅ\xadtomata lego", "VÃ\xad", "À¸\xadÀ¸¢À¹ˆ ABC"])
def test_a_soft_hyphen_that_is_a_byte_of_a_letter_stays(text: str) -> None:
    """Where nothing reads the text back its bytes are not halved; no word parts behind `Ã`, and none behind a sign."""
    assert invisible(text) == text


@pytest.mark.parametrize("text", ["fä\xadhig", "FÄ\xadHIG", "că\xadlător", "co\xadoperare"])
def test_a_soft_hyphen_between_letters_goes(text: str) -> None:
    """It parts a word there."""
    assert invisible(text) == text.replace("\xad", "")


def test_a_soft_hyphen_behind_a_nasal_vowel_parts_a_word() -> None:
    """Portuguese writes `ã` at the end of many a syllable, small as it is in misread text whose case was changed."""
    assert invisible("A irmã\xadzinha come maçã\xads") == "A irmãzinha come maçãs"


OTHERS = [
    ("ro", "cp1250", "Primăria anunță că piața rămâne închisă până sâmbătă"),
    ("ru", "cp1251", "История Иваново: выставка и ИЗО"),
    ("sr", "cp1251", "Додели привилегије и промени језик"),
    ("bg", "cp1250", "Журналът на общината излиза днес"),
]


@pytest.mark.parametrize(("language", "codec", "text"), OTHERS)
def test_what_other_encodings_of_windows_do_not_define_is_filled_in(
    language: str, codec: str, text: str
) -> None:
    """Each has its own bytes without a character: 83 in Windows-1250, of which `ă` ends, is no `ā`."""
    shown = text.encode().decode(codec, "replace")
    assert "�" in shown
    assert mended(shown, language) == text


def test_a_soft_hyphen_is_filled_in_for_other_encodings_of_windows() -> None:
    """`í` is the commonest letter of Czech that has one."""
    text = "Školní jídelna vaří od pondělí"
    shown = text.encode().decode("sloppy-windows-1250")
    assert mended(shown.replace("\xad", "").replace("\xa0", ""), "cs") == text


def test_the_encoding_that_shows_letters_of_the_language_is_filled_in() -> None:
    """`Ć` and a soft hyphen are `ƭ` by Windows-1250, and `í` by Windows-1257."""
    text = "A fordítási összetevő gyűjteménye létrehozva"
    shown = text.encode().decode("cp1257", "replace")
    assert mended(shown, "hu") == text


@pytest.mark.parametrize("sign", ["?", "�", ""])
@pytest.mark.parametrize(
    ("language", "text"),
    [("uk", "Плавчиня прочитала чудову рукописну хроніку"), ("ru", "Эрик шутя хранит рукопись")],
)
def test_where_all_controls_are_gone_no_letter_is_made_up(language: str, text: str, sign: str) -> None:
    """Of half the letters nothing is left but their first byte; Windows-1252 would have shown most of them."""
    shown = "".join(sign if "\x80" <= c <= "\x9f" else c for c in text.encode().decode("latin-1"))
    read = mended(shown, language)
    told = [(a, b) for a, b in zip(read, text, strict=False) if a != "�"]
    assert len(told) > len(text) / 3
    assert sum(a != b for a, b in told) <= 1


def test_a_language_without_a_profile_gets_no_letter_of_another() -> None:
    """Esperanto writes `ĝ` where others have `č`, and both lost the same byte."""
    text = "Paĝoj en aliaj vikioj ne povas esti movitaj de ĉi tiu vikio"
    shown = text.encode().decode("cp1253", "replace")
    assert "č" not in mended(shown, "eo")


@pytest.mark.parametrize(
    ("language", "codec", "texts"),
    [
        (
            "ckb",
            "latin-1",
            ["کتێبخانە ئێوارە کراوەیە", "پردی نوێ لەسەر ڕووبارەکە", "پێشانگای وێنە لە باخچەکە"],
        ),
        ("mn", "sloppy-windows-1252", ["Энэ тусгай хуудсыг хэрэглэгч нэмнэ", "Шинэ номын сан нээгдэнэ"]),
    ],
)
def test_letters_that_the_texts_never_show_are_not_taken_from_other_languages(
    language: str, codec: str, texts: list[str]
) -> None:
    """`Û?` may be `ە`, `ێ`, `ۆ` or `ی`: what Persian writes most tells nothing of Sorani; nor does Russian `я` of Mongolian."""
    shown = [re.sub("[\x80-\x9f]", "?", text.encode().decode(codec)) for text in texts]
    found = mend_column(
        pd.Series(shown, dtype="str"), lists=[0] * len(texts), languages=[language] * len(texts)
    ).texts
    for text, written in zip(found, texts, strict=True):
        assert re.fullmatch("".join(".+" if one == "�" else re.escape(one) for one in text), written)


@pytest.mark.parametrize("sign", ["?", "�"])
@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("el", "Ο δήμος αλλάζει τη ρύθμιση της κυκλοφορίας", "ρύθμιση"),
        ("bg", "Съветът прие следващия план за пясъчния нанос", "следващия"),
        ("ru", "Совет рассмотрит споры соседей", "соседей"),
        ("cs", "Pojďte se podívat na mladé čápy", "čápy"),
    ],
)
def test_two_broken_letters_side_by_side_are_two(language: str, text: str, right: str, sign: str) -> None:
    """`Ï?Ï?` is `ρύ`, as one byte of several is lost in each; and frequent words doubt the commoner letter (`Pojčte`)."""
    shown = text.encode().decode("cp1252", "replace").replace("�", sign)
    read = mended(shown, language)
    assert right in read
    assert all(a in (b, "�") for a, b in zip(read, text, strict=True))


@pytest.mark.parametrize("sign", ["?", "�"])
def test_kana_side_by_side_are_told_by_what_is_common(sign: str) -> None:
    """No language counts the letters beside them: what comes back is what it was, and four fifths do."""
    text = "列車は来なかった。しかし私たちは駅でずっと待っていたので、町の人がお茶を出してくれた。"
    shown = text.encode().decode("cp1252", "replace").replace("�", sign)
    read = mended(shown, "ja")
    assert all(a in (b, "�") for a, b in zip(read, text, strict=True))
    assert read.count("�") < len(text) / 5


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("דער ראָב האָט געזאָגט אַז די ברידער זאָלן קומען", "האָט"),
        ("דאָס װאַסער איז קאַלט און דער טאָג איז לאַנג", "טאָג"),
        ("יעדער זאָל קומען מיט אַ צװײטן", "זאָל"),
        ("די קאַץ קומט מיט אַ צװײטער", "קאַץ"),
    ],
)
def test_a_hebrew_word_goes_on_behind_a_vowel(text: str, right: str) -> None:
    """`זםָל` for `זאָל` has the letter of a word's end inside; and no vowel stands behind a gap, where `אַ` lost its letter."""
    read = mended(text.encode().decode("cp1252", "replace"), "he")
    assert right in read
    assert len(read) == len(text)
    assert all(a in (b, "�") for a, b in zip(read, text, strict=True))
