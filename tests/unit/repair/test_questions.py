"""A question mark at the end is a question, unless words and lists speak against it by far."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from pipelines.repair import mend_column

QUESTIONS: list[tuple[str, str]] = [
    (language, text)
    for language, text in json.loads(
        (Path(__file__).parent / "cases" / "questions.json").read_text(encoding="utf-8")
    )
]
LOST = [
    ("es", "El museo abre los lunes y los martes tambi?"),
    ("sk", "Mesto opraví most, po ktor?"),
    ("es", "La asociación presenta su nueva exposici?"),
    ("cs", "Město opraví lávku, která spojuje protějš?"),
]


def _mended(rows: list[tuple[str, str]], lists: list[int] | None = None, *, known: bool = True) -> list[str]:
    texts = pd.Series([text for _, text in rows], dtype="str")
    languages = [language if known else "" for language, _ in rows]
    return mend_column(texts, lists=lists, languages=languages).texts.tolist()


@pytest.mark.parametrize(("language", "text"), QUESTIONS)
def test_a_question_stays(language: str, text: str) -> None:
    """Alone in its list, in 34 languages, with and without the language's own mark."""
    assert _mended([(language, text)]) == [text]


@pytest.mark.parametrize("marker", ["", "…", " …", "[...]"])
def test_a_column_of_questions_stays(marker: str) -> None:
    """So it does among other questions, and before a marker."""
    rows = [(language, text + marker) for language, text in QUESTIONS if language not in ("el", "fa")]
    assert _mended(rows) == [text for _, text in rows]


@pytest.mark.parametrize("known", [True, False])
def test_a_real_loss_turns_no_question(known: bool) -> None:
    """A column that mixes languages, and holds real losses, keeps its questions."""
    rows = [*QUESTIONS, *LOST]
    kept = _mended(rows, known=known)[: len(QUESTIONS)]
    assert kept == [text for _, text in QUESTIONS]


def test_words_cut_in_every_list_stay_questions() -> None:
    """A question of one list is none the less one where other lists of the site lost characters."""
    rows = [*LOST, ("es", "¿Quién vive en la casa de la esquina?")]
    assert _mended(rows, lists=[0, 0, 0, 0, 1])[-1] == rows[-1][1]


@pytest.mark.parametrize(("text", "mended"), [(LOST[0][1], "tambié"), (LOST[1][1], "ktor")])
def test_the_beginning_of_a_word_is_a_loss(text: str, mended: str) -> None:
    """`tambi` and `ktor` are no words, and what goes on there is a letter above ASCII."""
    language = next(language for language, other in LOST if other == text)
    assert _mended([(language, text)])[0].endswith(mended)


CHINESE = [
    "市议会昨天决定，从明年春天开始重新铺设河边的道路，并且增加夜间的公共汽车",
    "图书馆将于下个月延长开放时间，读者可以在周末借阅工具和乐器，不再收取费用",
    "12学生们在河边种下了一百棵树，希望它们能够在二十年之后为后来的居民遮挡阳光",
    "摄影展览本周六在市政厅开幕，许多居民借出了家里保存多年的旧照片和日记本子",
    "7工程师们检查了旧桥的所有支柱，结论是这座桥还可以安全地使用三十年以上的时间",
]


def test_a_budget_of_bytes_tells_half_a_character() -> None:
    """Chinese teasers of 90 bytes, of which two end inside a character: one or two of its bytes became a `?`."""
    heads = [text.encode()[:90].decode("utf-8", "ignore") for text in CHINESE]
    shown = [head + ("" if len(head.encode()) == 90 else "?") for head in heads]
    assert [text[-1:] == "?" for text in shown] == [False, False, True, False, True]
    assert _mended([("zh", text) for text in shown]) == heads


def test_without_a_budget_it_may_be_a_question() -> None:
    """Any Chinese character can end a sentence, so that alone nothing is taken away."""
    shown = CHINESE[2][:30] + "?"
    assert _mended([("zh", shown)]) == [shown]


def test_a_marker_behind_a_half_width_sign_says_that_the_text_was_cut() -> None:
    """A text that writes `，` would have asked with `？`, and with a word that asks."""
    shown = CHINESE[2][:30]
    assert _mended([("zh", shown + "?…")]) == [shown + "…"]
    asking = "工程师们检查了旧桥的所有支柱，这座桥还可以安全地使用几年?…"
    assert _mended([("zh", asking)]) == [asking]


@pytest.mark.parametrize(
    ("language", "text", "mended"),
    [
        ("fr", "Le hameau se trouve au nord de la commune, dans le d?", "dans le d"),
        ("es", "El taller organiza este otoño para los vecinos una serie de v?", "una serie de v"),
        ("ro", "Muzeul a primit o colecție de v?", "colecție de v"),
        ("fr", "La piscine reste fermée pendant l'?", "pendant l'"),
    ],
)
def test_no_question_ends_in_a_lone_consonant(language: str, text: str, mended: str) -> None:
    """Nor in the apostrophe of a word that lost its vowel to the next."""
    assert _mended([(language, text)])[0].endswith(mended)


@pytest.mark.parametrize(
    "text",
    [
        "Wem nützt der Plan B?",
        "Quelle note a-t-il : A ou C?",
        "Viene anche lei o?",
        "Was ist x?",
        "Qui vient à 20 h?",
    ],
)
def test_a_lone_letter_may_end_a_question(text: str) -> None:
    """A capital names something, a vowel may be a word, a unit stands behind a number, and `x` goes on in no lost letter."""
    assert _mended([("de" if text.startswith("W") else "fr", text)]) == [text]
