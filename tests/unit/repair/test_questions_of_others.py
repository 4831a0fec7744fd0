"""Questions of other languages, with other habits, and what is set like one."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.repair import mend_column

HOUSES = {
    "es": ("La biblioteca", "El museo", "La escuela", "El puente", "El jardín", "El teatro", "El mercado", "El coro"),
    "de": ("Die Bücherei", "Das Museum", "Die Schule", "Die Brücke", "Der Garten", "Das Theater", "Der Markt", "Der Chor"),
    "": ("БИБЛИОТЕКАТА", "МУЗЕЯТ", "УЧИЛИЩЕТО", "ТЕАТЪРЪТ", "МОСТЪТ", "ХОРЪТ"),
}  # fmt: skip
NEWS = {
    "es": (
        "abre el domingo: entrada libre", "cierra en invierno; la obra será larga", "busca ayuda! Más en la oficina",
        "muestra mapas: visita a las diez", "celebra una fiesta; todos están invitados",
        "seguirá abierto: también por la tarde", "se muda! El lugar ya es público", "será mayor; el plan está expuesto",
    ),
    "de": (
        "öffnet am Sonntag: Eintritt frei", "schließt im Winter; der Umbau dauert", "sucht Helfer! Näheres am Schalter",
        "zeigt alte Karten: Führung um zehn", "feiert ein Fest; alle sind geladen", "bleibt geöffnet: auch am Abend",
        "zieht um! Der neue Ort ist bekannt", "wird größer; Pläne liegen aus",
    ),
    "": (
        "ОТВАРЯ В НЕДЕЛЯ", "ТЪРСИ ПОМОЩНИЦИ", "ПОКАЗВА СТАРИ КАРТИ", "СЕ МЕСТИ", "ЗАТВАРЯ ЗА РЕМОНТ",
        "КАНИ ГОСТИ ОТ ГРАДА", "ПРАЗНУВА РОЖДЕН ДЕН",
    ),
}  # fmt: skip


def _among(language: str, text: str) -> str:
    """A text in a list of a language, mended."""
    texts = [f"{house} {news}" for house in HOUSES[language] for news in NEWS[language]] + [text]
    column = pd.Series(texts, dtype="str")
    return str(mend_column(column, languages=[language] * len(texts)).texts.iloc[-1])


@pytest.mark.parametrize("text", ["Ça va ?", "Plus de sept ?", "SELECT name FROM towns WHERE id = ?"])
def test_a_short_text_with_a_gap_asks(text: str) -> None:
    """French titles in a list that sets no gap before its signs, and code."""
    assert _among("es", text) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "In allen Feldern der Vorlage stehen die Zeichen +, - oder ?"),
        ("es", "La plantilla conoce en todos sus campos los signos +, - o ?"),
    ],
)
def test_a_mark_that_is_spoken_of_stays(language: str, text: str) -> None:
    """Where a text lists signs the question mark is one of them."""
    assert _among(language, text) == text


def test_a_gap_behind_an_article_is_a_loss() -> None:
    """No sentence ends in a preposition, so what stood behind it is lost."""
    text = "La alcaldesa explicó ayer en la plaza que llegó el momento de ?"
    assert _among("es", text) == text.removesuffix(" ?")


def test_a_question_of_an_unknown_language_stays() -> None:
    """Letters of another alphabet are all above ASCII, whether or not anyone knows the language."""
    text = "БИБЛИОТЕКАТА СЕ МЕСТИ. СИГУРНИ ЛИ СТЕ, ЧЕ ИСКАТЕ ДА ПОМАГАТЕ?"
    assert _among("", text) == text
