"""A column read by its words says what its letters say, whatever was read before."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipelines.language import marks, profiles
from pipelines.language.folding import Stream, fold, sound, stream, unlinked
from pipelines.language.panel import panel
from pipelines.language.words import Vocabulary
from tests.unit.language import letter_by_letter

WORDS = st.sampled_from(
    "de la ville été l’été bien und der Straße gde čovek ŏd nova в городе ли ще є mit 日本 アクセス 한국 abв x 12 ½ — … İ ﬁ".split()
)
LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.lists(st.lists(WORDS | LETTERS, max_size=9).map(" ".join), max_size=12)


def folded(texts: list[str]) -> Stream:
    """Texts as the models read them."""
    return stream(fold(unlinked(sound(pd.Series(texts, dtype="str")))).to_pylist())


@settings(max_examples=60)
@given(st.lists(TEXTS, max_size=4), st.sampled_from([1, 8, 8192]))
@example([["de AA\N{MEDEFAIDRIN CAPITAL LETTER M}A"]], 8)  # a letter of another plane behind a word
def test_words_together_say_what_letters_say(columns: list[list[str]], room: int) -> None:
    """Scores, grams, alphabets and marks in the basic plane are the same, even where the memory holds one word only."""
    model, table = profiles.profiles(), marks.marks(panel().languages)
    words = Vocabulary(model, table, room)
    for texts in columns:
        letters = folded(texts)
        heard, plain = words.read(letters), letter_by_letter.read(letters, model)
        np.testing.assert_array_equal(heard.evidence.scores, plain.scores)
        np.testing.assert_array_equal(heard.evidence.known, plain.known)
        np.testing.assert_array_equal(heard.evidence.alphabets, plain.alphabets)
        favourites = np.arange(len(texts)) * 7 % len(panel().languages)
        seen = set(marks.against(marks.held(letters, table), favourites, table).texts.tolist())
        here = {number for number, text in enumerate(_texts(letters)) if max(text, default="") < "\U00010000"}
        assert set(heard.marked(favourites).tolist()) & here == seen & here
        signs = [sum(sign != " " for sign in text) for text in _texts(letters)]
        assert heard.letters.tolist() == signs


def _texts(letters: Stream) -> list[str]:
    """The texts of a stream."""
    bounds = zip(letters.ends[:-1].tolist(), letters.ends[1:].tolist(), strict=True)
    return ["".join(map(chr, letters.points[start : end - 1].tolist())) for start, end in bounds]
