"""A `?` at the end is taken for a lost character by what its sentence says, and how the site sets its signs."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.repair.ends.glued import glued
from pipelines.repair.ends.restore import Source
from pipelines.repair.ladder import mend_column
from pipelines.repair.likelihood.asked import UNASKED, UNENDED, likeness


def _mended(language: str, texts: list[str]) -> list[str]:
    found = mend_column(
        pd.Series(texts, dtype="str"),
        lists=[str(row) for row in range(len(texts))],
        sites=["site"] * len(texts),
        languages=[language] * len(texts),
    )
    return list(found.texts)


@pytest.mark.parametrize(
    ("language", "asks", "tells"),
    [
        ("de", "Wo liegt der Schlüssel zur Kammer", "Der Schlüssel liegt im Hof"),
        ("fi", "Tuletko meille jouluna", "Hän tuli meille jouluna"),
        ("ru", "Был ли мост открыт", "Мост закрыли на зиму"),
        ("es", "Abren hoy. Cuándo cierran", "Cuándo cierran es cosa suya. Abren hoy"),
        ("tr", "Köprü açık mı", "Köprü bugün kapandı"),
    ],
)
def test_a_sentence_that_asks_is_told_from_one_that_tells(language: str, asks: str, tells: str) -> None:
    """Only the last sentence counts, and only in languages whose words that ask are known."""
    assert likeness(asks, language) >= 1
    assert likeness(tells, language) == UNASKED
    assert likeness(tells, "") == 1


def test_nothing_ends_behind_a_gap_and_a_word_that_goes_on() -> None:
    """Behind an article or a preposition and a gap something is missing; without the gap a word may go on."""
    assert likeness("Quién sabe lo que pasa en el momento de ", "es") == UNENDED
    assert likeness("Quién sabe lo que pasa en el momento de", "es") == 1


_STATEMENTS = [
    "El ayuntamiento abrió ayer la biblioteca del puerto: hay sitio para doscientos lectores.",
    "La línea cuatro llegará hasta el hospital; las obras empiezan en marzo.",
    "Los bomberos apagaron el fuego de la fábrica: nadie resultó herido.",
    "El museo enseña las barcas del siglo pasado; la entrada es libre.",
] * 10


@pytest.mark.parametrize(
    "text",
    [
        "El concejal explicó que la plaza estará cerrada hasta el momento de ?",
        "La obra del nuevo mercado terminó con retraso, dijo el alcalde, por la situaci?",
    ],
)
def test_a_loss_behind_a_statement_is_taken_off(text: str) -> None:
    """A mark where nothing asks is a lost letter, given back or taken off."""
    assert _mended("es", [*_STATEMENTS, text])[-1] in (text[:-1].rstrip(), text[:-1], text[:-1] + "ó")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El concejal dejó abierta la pregunta de los vecinos: cuándo volverá a abrir la plaza?"),
        ("es", "La obra del nuevo mercado terminó con retraso, pero alguien sabe por qué?"),
        ("fr", "La mairie a fermé le marché couvert pour deux ans, et maintenant où iront les commerçants ?"),
        ("vi", "Chúng tôi đã chờ ở bến tàu suốt một buổi chiều mà ông vẫn không tới ư?"),
        ("de", "Die Brücke wird im Frühjahr gesperrt, aber wer fährt dann noch über den Fluss?"),
    ],
)
def test_a_question_among_statements_stays(language: str, text: str) -> None:
    """One that asks stays, whatever the others of its list say."""
    others = _STATEMENTS if language == "es" else [text.rpartition(",")[0] + "."] * 3
    assert _mended(language, [*others, text])[-1] == text


@pytest.mark.parametrize("text", ["这是新版的 Wesnothï¼", "안내서는 Kalenzì¹", "请安装 Debian，и"])
def test_half_a_character_behind_a_name_in_an_eastern_text_shows_itself(text: str) -> None:
    """Two bytes of three, or a letter of another alphabet, are no part of a Latin name."""
    assert glued(text) is not None


@pytest.mark.parametrize(
    "text", ["她最喜欢 Beyoncé", "新歌叫“Café”", "研究的是 TNF-α", "他住在 São", "来自 Á"]
)
def test_a_letter_of_a_name_in_an_eastern_text_stays(text: str) -> None:
    """A name may end in a letter above ASCII, and a sign may close it."""
    assert glued(text) is None


def test_a_sign_may_have_followed_a_whole_word() -> None:
    """A no-break space before `!` leaves a `�` where the language's words would go on with a letter."""
    others = [f"Ils avancent rapidement vers la porte numéro {row}, sans bruit." for row in range(1, 20)]
    text = "Il faut tenir ce village, sinon ils s'en empareront rapidement�"
    assert _mended("fr", [*others, text])[-1] == text[:-1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "川沿いの古い水車小屋は、春の祭りに合わせて修理され、町の人々が集まる場所として使われるよう"),
        ("zh", "村里的老磨坊在春节前修好了，居民们都说那是一个适合大家聚会的地方，也可以在那里办展览和演出"),
    ],
)
@pytest.mark.parametrize("kept", [1, 2])
def test_each_byte_of_a_character_may_have_become_a_question_mark(
    language: str, text: str, kept: int
) -> None:
    """Before a marker both of them go, and the letter comes back whole from the entry's page."""
    teaser = text[:-1] + "?" * kept + "…"
    column, languages = pd.Series([teaser], dtype="str"), [language]
    assert mend_column(column, languages=languages).texts.iloc[0] == text[:-1] + "…"
    page = [Source("page", text + "になった。古い水車は今も回っている。")]
    assert mend_column(column, languages=languages, sources={0: page}).texts.iloc[0] == text + "…"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le vieux pêcheur haussa les épaules et demanda enfin : pourquoi tant de mépris ? […]"),
        (
            "fr",
            "Elle soupire et referme la porte, puis se retourne vers la fenêtre. Le mépris ? […]",
        ),
        ("vi", "Ông lão nhìn ra biển rồi khẽ hỏi cậu bé: có phải con đã thấy họ ở bến tàu ? […]"),
        ("vi", "Trong căn phòng trống, bà lão hỏi mãi một câu: ai trong số anh em chúng tôi ? […]"),
    ],
)
def test_a_language_that_sets_a_gap_before_its_mark_asks_so(language: str, text: str) -> None:
    """Whatever the list does otherwise, and before a marker, too."""
    assert mend_column(pd.Series([text], dtype="str"), languages=[language]).texts.tolist() == [text]
