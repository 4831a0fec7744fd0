"""The letters of a language without a profile are counted in all its texts at once, each text by itself."""

from __future__ import annotations

from collections import Counter

from pipelines.repair.likelihood.counted_letters import SHOWN_BY_MANY, of_texts
from pipelines.repair.likelihood.letters import Letters, Some

TEXTS = ["Tha an leabharlann fosgailte", "2026", "", "ùr-naidheachd: Là 3, ѝ Ạ ۍ!", "a", "  àite  b ", "Tha"]
EACH = 10_000_000 // SHOWN_BY_MANY


def _counted_one_by_one(words: list[str]) -> Counter[str]:
    grams: Counter[str] = Counter()
    for text in words:
        for size in (1, 2, 3):
            grams.update(text[at : at + size] for at in range(len(text) - size + 1))
    del grams[" "]
    return grams


def test_texts_are_counted_as_one_after_the_other() -> None:
    """Words begin and end at gaps and at the ends of a text, and no gram goes on from one text to the next."""
    plain = [
        " Tha an leabharlann fosgailte ",
        "  ",
        "  ",
        " ùr naidheachd Là ѝ \u1ec3 ۍ ",
        " a ",
        " àite b ",
        " Tha ",
    ]
    many, found = of_texts([]).grams, of_texts(TEXTS).grams
    added = {gram: count - many.get(gram, 0) for gram, count in found.items() if count != many.get(gram, 0)}
    assert added == {gram: count * EACH for gram, count in _counted_one_by_one(plain).items()}


def test_what_many_languages_have_behind_a_letter_counts_with_what_the_texts_have() -> None:
    """Few texts weigh as if all were counted in one: letters that only they have, only others, and both."""
    counted = of_texts(TEXTS)
    whole = Letters(counted.grams)
    for before in ("", "ù", "L", "a", " à", "Th", "ѝ ", "š", "не", "fosg"):
        letters = ("à", "ù", "é", "ш", "ѝ", "ạ", "ۍ")
        assert counted.mass(Some(letters), before) == whole.mass(Some(letters), before)
