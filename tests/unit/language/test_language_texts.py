"""A text by itself: its language, or none."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import langdetect
import pandas as pd
import pytest
from langdetect import DetectorFactory

from pipelines.language import detect, folding, profiles
from pipelines.language.codes import plain_code
from pipelines.language.folding import LOOKS
from pipelines.language.judgement import judge
from pipelines.language.noise import REASONS
from pipelines.language.verdict import by_themselves
from tests.unit.language import letter_by_letter

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[dict[str, str]]:
    """The cases of one file."""
    found: list[dict[str, str]] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return found


def named(case: dict[str, str]) -> str:
    """How a case is called in a report."""
    return f"{case.get('language', 'und')}: {case['text'][:20]!r}"


def column(texts: Sequence[object]) -> pd.Series:
    """Texts as the build holds them."""
    return pd.Series(texts, dtype="str")


def labels(texts: Sequence[object]) -> list[str]:
    """The language of each text by itself."""
    return detect(column(texts))["language"].to_list()


@pytest.mark.parametrize("case", [*cases("articles"), *cases("titles"), *cases("spoken")], ids=named)
def test_a_text_is_of_the_language_it_was_written_in(case: dict[str, str]) -> None:
    """Paragraphs, titles of a few words and texts that look like noise are named right."""
    assert labels([case["text"]]) == [case["language"]]


def test_texts_by_themselves_are_named_as_beside_each_other_in_no_list() -> None:
    """Twins, noise and titles have one label, whether a frame of verdicts is asked for or the labels alone."""
    twins = json.loads((CASES / "twins.json").read_text(encoding="utf-8"))["lists"]
    texts = column(
        [case["text"] for name in ("articles", "titles", "spoken", "noise") for case in cases(name)]
        + [title for one in twins for title in one["titles"]]
    )
    assert by_themselves(texts).tolist() == detect(texts)["alone"].to_list()


def test_the_model_says_what_langdetect_says_of_long_clean_text() -> None:
    """The exact sum over langdetect's profiles and its own seeded sampling agree on every paragraph."""
    DetectorFactory.seed = 0
    texts = [case["text"] for case in cases("articles")]
    folded = folding.fold(folding.unlinked(folding.sound(column(texts))))
    model = profiles.profiles()
    best = letter_by_letter.read(folding.stream(folded.to_pylist()), model).scores.argmax(axis=1)
    assert [model.languages[place] for place in best] == [langdetect.detect(text) for text in texts]


@pytest.mark.parametrize("case", cases("noise"), ids=lambda case: case["comment"])
def test_text_of_no_language_is_und_with_a_reason(case: dict[str, str]) -> None:
    """Prices, codes, links and rows of keys are not guessed at."""
    judged = judge(column([case["text"]]))
    assert REASONS[judged.noise[0]] == case["why"]
    assert labels([case["text"]]) == ["und"]


@pytest.mark.parametrize("case", cases("articles"), ids=named)
def test_capitals_change_no_label(case: dict[str, str]) -> None:
    """ALL CAPS is the same language."""
    assert labels([case["text"].upper()]) == [case["language"]]


def test_a_text_that_opens_in_codes_is_read_further() -> None:
    """What the first look leaves open, the next hundred characters tell."""
    opening = "EC57-4 / 18,50 € / " * 6
    texts = [opening, opening + "De gemeente zoekt vrijwilligers voor het nieuwe zwembad"]
    assert len(opening) > LOOKS[0]
    assert labels(texts) == ["und", "nl"]


def test_what_lies_behind_a_clear_opening_changes_nothing() -> None:
    """A text that is clear at first sight is not read further."""
    opening = "Les habitants du quartier sont invités jeudi soir à une réunion publique. "
    assert len(opening) > LOOKS[0]
    found = detect(column([opening, opening + "Volunteers are wanted for the garden of the museum"]))
    assert found["alone"].to_list() == ["fr", "fr"]
    assert found["confidence"].iloc[0] == found["confidence"].iloc[1]


def test_order_and_repetition_change_no_label() -> None:
    """A column gives the same rows in any order and at any time."""
    texts = [case["text"] for case in [*cases("titles"), *cases("noise")]]
    first = detect(column(texts))
    shuffled = random.Random(7).sample(range(len(texts)), len(texts))
    again = detect(column([texts[row] for row in shuffled]))
    expected = first.iloc[shuffled].reset_index(drop=True)
    pd.testing.assert_frame_equal(again, expected)


def test_many_rows_are_judged_like_few() -> None:
    """A column longer than one portion gives each row what it gets alone."""
    texts = [case["text"] for case in cases("titles")]
    many = detect(column(texts * 100))
    few = detect(column(texts))
    assert many["language"].to_list() == few["language"].to_list() * 100
    assert many["confidence"].to_list() == few["confidence"].to_list() * 100


def test_a_missing_cell_a_number_and_an_object_are_of_no_language() -> None:
    """Cells that hold no text are `und`, and break nothing."""
    cells = pd.Series([None, 3.5, ["a"], float("nan"), "Bonjour à toutes et à tous"], dtype=object)
    assert detect(cells)["language"].to_list() == ["und", "und", "und", "und", "fr"]


def test_an_empty_column_gives_an_empty_frame() -> None:
    """No rows in, no rows out, typed alike."""
    found = detect(column([]))
    assert len(found) == 0
    assert found.dtypes.astype(str).to_dict() == {"language": "str", "confidence": "float32", "alone": "str"}


def test_the_index_is_kept() -> None:
    """The frame is on the index of the column."""
    texts = column(["Bonjour à tous", "Guten Morgen zusammen"]).set_axis(["x", "x"])
    assert detect(texts).index.to_list() == ["x", "x"]


@pytest.mark.parametrize(
    "text",
    [
        "Le marché de Noël ouvre ses portes samedi. " * 25_000,
        "\u202b" + "שלום לכולם וברוכים הבאים" + "\u202c",
        "Mettre à jour ١٢٣ et १२३ aujourd'hui",
        "Une soirée 🎉🎉 entre voisins 👩\u200d👧",
        "Déjà\x00vu dans notre quartier",
        "lone surrogate \ud83d in the middle of an English title",
    ],
    ids=["long", "marks of direction", "digits of three scripts", "emoji", "nul", "surrogate"],
)
def test_strange_text_is_still_named(text: str) -> None:
    """A megabyte, direction marks, mixed digits, emoji, NUL and a lone surrogate are read like any text."""
    assert detect(pd.Series([text], dtype=object))["language"].to_list() in (["fr"], ["he"], ["en"])


def test_letters_that_no_model_knows_are_of_no_language() -> None:
    """A script outside all models ends as `und`, not as somebody's language."""
    judged = judge(column(["𐌰𐍄𐍄𐌰 𐌿𐌽𐍃𐌰𐍂 𐌸𐌿 𐌹𐌽 𐌷𐌹𐌼𐌹𐌽𐌰𐌼"]))
    assert REASONS[judged.noise[0]] == "letters that no model can place"


def test_a_word_of_many_languages_is_undecided() -> None:
    """`Kontakt` by itself names no language, and says how unsure it is."""
    found = detect(column(["Kontakt"]))
    assert found["language"].to_list() == ["und"]
    assert found["confidence"].iloc[0] < 0.3


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("fr", "fr"),
        ("fr-FR", "fr"),
        ("pt_BR.UTF-8", "pt"),
        ("nb-NO", "no"),
        ("zh-Hant-TW", "zh"),
        ("ENG", "en"),
        ("iw", "he"),
        ("und", None),
        ("x", None),
        ("français", None),
        ("", None),
        (None, None),
    ],
)
def test_a_language_tag_is_read_as_its_plain_code(tag: str | None, code: str | None) -> None:
    """Regions, scripts, old and three-letter codes come down to ISO 639-1; what is no tag gives none."""
    assert plain_code(tag) == code
