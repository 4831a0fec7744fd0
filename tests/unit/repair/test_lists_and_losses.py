"""What only a list, a site or a page can tell."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from pipelines.repair import mend_column
from pipelines.repair.tidying import tidy

WHOLE = [
    "Les élèves ont planté des arbres près de la rivière",
    "La mairie prête des outils à tous les lecteurs",
    "Une échelle a été volée devant le théâtre",
    "Le marché déménage à la gare cet été",
]


def _mended(texts: list[str], language: str = "fr", **more: object) -> list[str]:
    column = pd.Series(texts, dtype="str")
    return mend_column(column, languages=[language] * len(texts), **more).texts.tolist()  # type: ignore[arg-type]


def test_a_short_title_takes_the_reading_of_its_list() -> None:
    """Three teasers prove one wrong reading; a title that is not bad enough by itself follows them."""
    title = "À l’été"
    baked = [text.encode().decode("sloppy-windows-1252") for text in [*WHOLE, title]]
    assert _mended(baked) == [*WHOLE, title]


def test_a_lost_byte_of_1252_is_filled_in() -> None:
    """`Ä�` is č, because Windows-1252 has no character for its second byte."""
    text = "Nedostatečná příprava začíná včera večer".encode().decode("sloppy-windows-1252")
    text = text.replace("\x8d", "�").replace("\x8f", "�").replace("\x81", "�")
    assert _mended([text], "cs") == ["Nedostatečná příprava začíná včera večer"]


def test_a_text_that_lost_as_many_bytes_as_an_article_is_filled_in() -> None:
    """Hundreds of lost bytes are as sure a sign as ten."""
    whole = " ".join(["Совет города утвердил бюджет на следующий год."] * 50)
    text = re.sub("[\x80-\x9f]", "�", whole.encode().decode("latin-1"))
    assert text.count("�") > 500
    assert _mended([text], "ru") == [whole]


@pytest.mark.parametrize("language", ["el", ""])
def test_the_one_byte_that_iso_8859_7_does_not_have_is_filled_in(language: str) -> None:
    """`Ξ�` is `ή`, beside letters that show the controls of ISO-8859-7."""
    texts = [
        "Ο δήμαρχος υποσχέθηκε καλύτερες συγκοινωνίες στην πόλη",
        "Στη βιβλιοθήκη θα διαβαστούν παραμύθια",
    ]
    misread = [text.encode().decode("sloppy-iso-8859-7").replace("\xae", "�") for text in texts]
    assert all("�" in text and "\x84" in text for text in misread)
    assert _mended(misread, language) == texts
    assert _mended(misread[:1], language) == texts[:1]


def test_controls_are_those_of_the_codec_that_has_all_other_letters() -> None:
    r"""Windows-1257 shows `\x8c`, too, and `Å�` is its `š`."""
    text = "Česká škola našeho města začíná"
    misread = text.encode().decode("sloppy-windows-1257").replace("\xa1", "�")
    assert "\x8c" in misread
    assert "�" in misread
    assert _mended([misread], "cs") == [text]


def test_a_byte_lost_between_two_readings_is_not_filled_in_for_one_of_them() -> None:
    """`ч` read as Windows-1257 is `Ń‡`, and again `ā€�`: filled in for the second reading alone, the first one stayed for good."""
    text = "Музей адчынены штодня"
    once = text.encode().decode("sloppy-windows-1257")
    twice = once.encode().decode("sloppy-windows-1257").replace("\xa1", "�")
    assert "ā€�" in twice
    assert _mended([twice], "be") == ["Музей ад�ынены штодня"]


def test_three_letters_that_are_utf8_by_chance_are_no_second_reading() -> None:
    """`ејќ` are the bytes of a character in Windows-1251, in a text whose lost `ј` was filled in."""
    text = "Бидејќи признавањето на вроденото достоинство"
    misread = text.encode().decode("sloppy-windows-1251").replace("\x98", "")
    assert "\x98" in text.encode().decode("sloppy-windows-1251")
    assert _mended([misread], "mk") == [text]


def test_a_no_break_space_that_became_a_space_is_no_sign_that_lost_its_byte() -> None:
    """`Β ` in Windows-1253 is a no-break space, not `ª`, whose byte that codec does not define, and a space."""
    text = "Стрэлка ўверх з\xa0жэрдкай і\xa0новая незафарбаваная"
    misread = text.encode().decode("sloppy-windows-1253").replace("\xa0", " ")
    assert "Β " in misread
    assert _mended([misread], "be") == [text]


def test_no_capital_is_filled_in_behind_a_small_letter_where_nobody_knows_the_language() -> None:
    """`Е�` in Windows-1251 is `Ř` alone, but here a cut `ų`."""
    texts = ["Sąskaitų ir kategorijų sąrašas jau čia", "Programa naudoja lietuviškų žodžių sąrašą"]
    misread = [text.encode().decode("sloppy-windows-1251") for text in texts]
    cut = misread[0][: misread[0].index("kategorij") + len("kategorijЕ")] + "�"
    assert _mended([cut, misread[1]], "")[0] == "Sąskaitų ir kategorij"


def test_the_sites_words_give_a_letter_back() -> None:
    """A letter lost inside a word comes back where the site knows the word."""
    known = ["La secretaría de la asociación publica las secretarías de cada región"] * 3
    assert (
        _mended([*known, "El secretar�a de la asociaci�n llega"], "es")[-1]
        != "El secretar�a de la asociaci�n llega"
    )
    assert "asociación" in _mended([*known, "Una asociaci?n nueva en la región"], "es")[-1]


def test_two_lost_letters_are_no_apostrophe() -> None:
    """`recupera��o` lost two letters of an old encoding: they come back where the site has the word, else they stay lost."""
    shown = "A recupera��o da esta��o come�a na sexta-feira"
    assert _mended([shown], "pt") == [shown]
    known = [
        "A estação de recuperação abre as portas na segunda",
        "Outra estação, outra recuperação do centro",
    ]
    assert _mended([*known, shown], "pt")[-1].startswith("A recuperação da estação")


def test_an_apostrophe_comes_back_where_the_site_elides() -> None:
    """Icelandic writes none inside words, so that no lost letter becomes one."""
    assert "’" not in _mended(["Ekki var h�gt a� b�a til lista"], "is")[0]
    known = ["Ce mois, l’atelier répare et l’école prête ses outils"] * 2
    assert (
        _mended([*known, "On verra si l�école et l���atelier ouvrent"])[-1]
        == "On verra si l’école et l’atelier ouvrent"
    )


def test_a_mark_inside_a_word_is_read_as_windows_1252() -> None:
    """A byte with text after it was not cut off: it is a character of the page's other encoding."""
    assert _mended(["Le caf\U0010f7e9 du coin"]) == ["Le café du coin"]


def test_missing_cells_stay_missing() -> None:
    """A null is neither mended nor counted."""
    mended = mend_column(pd.Series([None, "a exhortÃ", None], dtype="str"), languages=["fr"] * 3)
    assert mended.texts.isna().tolist() == [True, False, True]
    assert set(mended.cells) == {1}


def test_clean_columns_are_handed_back() -> None:
    """A column without a suspect is the same object."""
    column = pd.Series(WHOLE, dtype="str")
    assert mend_column(column, languages=["fr"] * len(WHOLE)).texts is column


def test_a_step_can_be_left_out() -> None:
    """Without its step a damage stays."""
    column = pd.Series(["un ofﬁciel"], dtype="str")
    assert mend_column(column, steps=frozenset({"mojibake"})).texts.iloc[0] == "un ofﬁciel"


def test_one_look_sees_what_every_small_step_would_mend() -> None:
    """The combined class of `tidy` misses nothing that one of its steps changes."""
    for code in [*range(0xD800), *range(0xE000, 0x10000)]:
        text = f"e{chr(code)}a"
        if any(wanted.search(text) for name, wanted, _ in tidy.STEPS if name != "lookalikes"):
            assert tidy.CALLED_FOR.search(text), hex(code)


LITHUANIAN = ["At�aukti fail�", "Rodyti s�ra�� lang�", "I�saugoti � aplank�"]


def test_a_letter_lost_at_an_end_is_no_cut_where_letters_are_lost_everywhere() -> None:
    """A list that lost letters inside its words, too, lost the last ones likewise: a word trimmed would look whole."""
    assert _mended(LITHUANIAN, "lt") == LITHUANIAN
    asked = ["Kain? duomen? baz?", "Sukurti nauj? s?skait?"]
    assert _mended(asked, "lt") == asked


def test_a_mark_at_an_end_is_a_cut_where_words_are_whole() -> None:
    """One lost byte at each end and none inside: the site cut there."""
    cut = ["Atšaukti fail�", "Išsaugoti į aplank�"]
    assert _mended(cut, "lt") == [text[:-1] for text in cut]


def test_romanian_letters_come_back_as_the_site_writes_them() -> None:
    """With commas below, which is how Romanian is written, or with the cedillas that a site still uses."""
    assert _mended(["Funcționarii din comună", "Func�ionarii vor fi aici luni"], "ro")[1].startswith(
        "Funcționarii"
    )
    assert _mended(["Func�ionarii vor fi aici luni"], "ro") == ["Funcționarii vor fi aici luni"]
    assert _mended(["Primarul şi funcţionarii", "Func�ionarii vor fi aici luni"], "ro")[1].startswith(
        "Funcţionarii"
    )
