"""Quotes that a program made straight inside misread characters: `â€"` was `â€”`, `ë"œ` was `ë“œ`."""

from __future__ import annotations

import pytest

from pipelines import mend
from tests.unit.repair.one_list import mended


def straightened(text: str) -> str:
    """A text misread as Windows-1252, its curly quotes made straight."""
    shown = text.encode().decode("sloppy-windows-1252")
    return shown.translate(str.maketrans("“”‘’", "\"\"''"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two hundred boats — and no harbour"),
        ("de", "Zweihundert Boote – und kein Hafen"),
        ("ru", "Двести лодок — и ни одной гавани"),
        ("en", "Open from 9–17, closed on Sunday — always"),
        ("pl", "Dwieście łodzi – i żadnego portu"),
    ],
)
def test_a_dash_comes_back_as_its_language_sets_it(language: str, text: str) -> None:
    """Both dashes look the same then."""
    assert '"' in straightened(text)
    assert mended([straightened(text)], language) == [text]


def test_a_dash_comes_back_as_its_list_sets_it() -> None:
    """An English site that sets en dashes."""
    assert mended(['Boats â€" and no harbour', "A quay – without boats"], "en") == [
        "Boats – and no harbour",
        "A quay – without boats",
    ]


def test_a_dash_needs_no_language() -> None:
    """Two words in capitals are of none."""
    assert mend('ROW 1 â€" TREND') == "ROW 1 — TREND"


def test_a_closing_quote_is_no_dash() -> None:
    """Behind `â€œ` the next one that ends a word closes the quotation."""
    assert (
        mend('He wrote â€œno harbour â€" no boatsâ€" and left') == "He wrote “no harbour — no boats” and left"
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "폴더에서 파일들을 찾아 로드하는 함수"),
        ("ko", "마지막 글자만 확정하고 나머지는 나중에 처리하세요"),
        ("fr", "Le cœur de la ville bat à l’est, là où l’été finit"),
        ("es", "Óscar volvió a la montaña después de cinco años"),
    ],
)
def test_letters_come_back(language: str, text: str) -> None:
    """A straight quote in the place of a byte is one of two."""
    assert any(sign in straightened(text) for sign in "\"'")
    assert mended([straightened(text)], language) == [text]


@pytest.mark.parametrize(
    "text",
    [
        'Er sagte „nein" und ging',
        'A 15" screen – new',
        "L'été, c'est \"là\"",
        'Prix : 20 €"',
        "naïve 'â' and \"ê\"",
    ],
)
def test_quotes_of_right_texts_stay(text: str) -> None:
    """Straight quotes are how many write."""
    assert mend(text) == text
