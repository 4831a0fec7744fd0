"""Properties of the verdict over lists built at random."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from pipelines.language import detect
from pipelines.language.panel import panel

CASES = Path(__file__).parents[1] / "unit" / "language" / "cases"
TITLES = json.loads((CASES / "titles.json").read_text(encoding="utf-8"))
NOISE = [case["text"] for case in json.loads((CASES / "noise.json").read_text(encoding="utf-8"))]
ARTICLES = json.loads((CASES / "articles.json").read_text(encoding="utf-8"))
LANGUAGES = [case["language"] for case in ARTICLES]
LABELS = {*panel().languages, "und"}

titles = st.sampled_from([case["text"] for case in TITLES])
anything = st.text() | titles | st.sampled_from(NOISE) | st.none()


def judged(texts: Sequence[str | None], lists: list[int] | None = None) -> pd.DataFrame:
    """The verdict on a column, by list where given."""
    groups = None if lists is None else pd.Series(lists, dtype="int64")
    return detect(pd.Series(texts, dtype="str"), groups=groups)


def sentences(language: str) -> list[str]:
    """The sentences of one article."""
    text = next(case["text"] for case in ARTICLES if case["language"] == language)
    return [part.strip() for part in text.replace("。", ". ").replace("।", ". ").split(". ") if part.strip()]


@given(st.lists(anything, max_size=12))
def test_any_column_gets_a_label_and_a_confidence_for_every_row(texts: list[str | None]) -> None:
    """Whatever the cells hold, each row ends in a known code and a share between 0 and 1."""
    found = judged(texts)
    assert len(found) == len(texts)
    assert set(found["language"]) | set(found["alone"]) <= LABELS
    assert found["confidence"].between(0, 1).all()


@given(st.lists(st.tuples(anything, st.integers(0, 2)), min_size=1, max_size=12), st.randoms())
def test_the_order_of_rows_changes_nothing(rows: list[tuple[str | None, int]], chance: object) -> None:
    """Shuffled rows get the labels they had."""
    order = list(range(len(rows)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    first = judged([text for text, _ in rows], [number for _, number in rows])
    again = judged([rows[row][0] for row in order], [rows[row][1] for row in order])
    assert again["language"].to_list() == first["language"].iloc[order].to_list()


@given(st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES), st.integers(0, 8), st.data())
def test_a_foreign_entry_anywhere_in_a_list_is_found_and_disturbs_nobody(
    home: str, foreign: str, place: int, data: st.DataObject
) -> None:
    """Eight native sentences and one foreign one, at any place, under any declaration."""
    declared = data.draw(st.sampled_from([home, foreign, "en", ""]))
    texts = (sentences(home) * 8)[:8]
    texts.insert(place, sentences(foreign)[0])
    tags = pd.Series([declared] * 9, dtype="str")
    found = detect(pd.Series(texts, dtype="str"), groups=pd.Series([0] * 9), declared=tags)
    expected = [home] * 8
    expected.insert(place, foreign)
    assert found["language"].to_list() == expected


@given(st.lists(titles, min_size=1, max_size=6), st.lists(st.sampled_from(NOISE), max_size=6))
def test_noise_beside_titles_changes_no_title(texts: list[str], noise: list[str]) -> None:
    """Prices and codes in a list have no say in it."""
    plain = judged(texts, [0] * len(texts))
    mixed = judged([*texts, *noise], [0] * (len(texts) + len(noise)))
    assert mixed["language"].to_list() == plain["language"].to_list() + ["und"] * len(noise)


@given(st.lists(titles, min_size=1, max_size=8))
def test_the_text_alone_does_not_depend_on_its_list(texts: list[str]) -> None:
    """`alone` is the verdict without siblings."""
    assert judged(texts, [0] * len(texts))["alone"].to_list() == judged(texts)["alone"].to_list()
