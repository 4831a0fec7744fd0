"""Teasers that were read in the wrong encoding first, and then cut inside one of the letters that this made."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair import repair
from pipelines.repair.marks import marked
from pipelines.site import Site

SITE = Site("bulletin", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
TEXTS = {
    "ru": "Посетители входят со стороны сада, пока не будут готовы ворота. Билеты стоят столько же, сколько стоили в прошлом году.",
    "el": "Οι επισκέπτες μπαίνουν από τον κήπο ώσπου να τελειώσει η πύλη. Τα εισιτήρια κοστίζουν όσο ακριβώς κόστιζαν και πέρυσι.",
    "fr": "Les visiteurs entreront côté jardin jusqu’à l’achèvement du portail, élevé à côté de l’école où l’été déjà s’étire là-bas.",
}


def cut(text: str) -> list[str]:
    """The text as a program shows it that reads UTF-8 as Windows-1252, cut inside each letter of its second half."""
    shown = text.encode("utf-8").decode("sloppy-windows-1252").encode("utf-8")
    wholes = [
        (size, shown[:size].decode("utf-8", "ignore")) for size in range(len(shown) // 2, len(shown) - 20)
    ]
    left = [(whole, shown[len(whole.encode("utf-8")) : size]) for size, whole in wholes]
    return [f"{whole}{marked(lone)}..." for whole, lone in left if lone]


@pytest.mark.parametrize("language", TEXTS)
def test_the_character_and_its_word_come_back_from_the_page(language: str) -> None:
    """Lone bytes behind misread letters are none of the text's own: `Ð` and C2 begin `ж`, which the page has."""
    text, teasers = TEXTS[language], cut(TEXTS[language])
    frame = pd.DataFrame(
        {
            "list": "news",
            "position": range(len(teasers)),
            "url": [f"https://bulletin.example/{row}" for row in range(len(teasers))],
            "title_raw": pd.Series(["Title"] * len(teasers), dtype="str"),
            "excerpt_raw": pd.Series(teasers, dtype="str"),
            "own_text": pd.Series([text] * len(teasers), dtype="str"),
            "page_language": language,
        }
    )
    out = repair(frame, SITE)
    assert len(teasers) > 10
    for excerpt in out["excerpt"]:
        assert text.startswith(excerpt)
        assert not text[len(excerpt) :][:1].isalnum()
    assert set(out["excerpt_source"]) == {"page"}


@pytest.mark.parametrize("language", TEXTS)
def test_without_a_page_nothing_of_the_half_letter_stays(language: str) -> None:
    """No `житеÐ`: what is not proved is taken off, and what stands before it is right."""
    for mended in mend(pd.Series(cut(TEXTS[language]))):
        assert TEXTS[language].startswith(mended.removesuffix("...")[:-1])
        assert mended.removesuffix("...")[-1] not in "ÃÂÐÑÎÏâ"
