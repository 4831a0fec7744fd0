"""What a table of characters tells of words and signs is what expressions tell, text by text."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.repair.likelihood.before import last_word, pair_of
from pipelines.repair.likelihood.lexicon import Lexicon
from pipelines.repair.likelihood.tally import LOOKED_THROUGH, NEAR, Tally

often = settings(max_examples=300, derandomize=True)
_HURT = "?\ufffd\U0010f780-\U0010f7ff"
_WORD = re.compile(rf"(?<![{_HURT}])[^\W\d_]++(?!\n|[{_HURT}][^\W\d_])")
_SIGN = re.compile(r"[^\x00-\x7f\w]|[ªº'?]")
_TEXTS = st.text(st.sampled_from("aabé я中ß-'’?.»ª²9_ \n\u00a0\ufffd\U0010f7c3\U00020000\U0001f600")).map(
    lambda text: text.lower() + "\n"
)


@often
@given(_TEXTS)
def test_words_are_runs_of_letters(text: str) -> None:
    """A word is a run of letters, but beside a loss or at the end of a line."""
    assert Tally(text).words() == _WORD.findall(text)


@often
@given(_TEXTS)
def test_signs_are_told_by_what_stands_before_them(text: str) -> None:
    """Every sign is found, behind a letter or not, with its word and its two letters."""
    found = [(text[: sign.start()], sign[0]) for sign in _SIGN.finditer(text)]
    behind = [(before, sign) for before, sign in found if before[-1:].isalpha()]
    tally = Tally(text)
    assert sorted(tally.signs[True] + tally.signs[False]) == [len(before) for before, _ in found]
    assert tally.signs[True] == [len(before) for before, _ in behind]
    assert tally.followed() == [(last_word(before[-NEAR:]), sign) for before, sign in behind]
    assert tally.pairs() == [(pair_of(before), sign) for before, sign in behind]
    assert tally.letters() == sum(map(str.isalpha, text))


@often
@given(_TEXTS, st.text(st.sampled_from("abéя中ß\U00020000"), min_size=1, max_size=5))
def test_words_that_begin_alike(text: str, beginning: str) -> None:
    """How many words begin so, how many are it, and what above ASCII follows in the others."""
    words = [word for word in Tally(text).words() if word.startswith(beginning)]
    begun = Tally(text).begun(beginning)
    assert (begun.words, begun.whole) == (len(words), words.count(beginning))
    then = [word[len(beginning) :][:1] for word in words]
    assert Counter(begun.then) == Counter(letter for letter in then if letter > "\x7f")


@often
@given(_TEXTS, st.text(st.sampled_from("abéя中ß\U00020000"), min_size=1, max_size=5))
def test_many_questions_are_answered_as_the_first(text: str, beginning: str) -> None:
    """A text that is asked often sorts its words, and answers what it answered before."""
    tally = Tally(text)
    begun, signs = tally.begun(beginning), tally.signs_behind(beginning)
    for _ in range(LOOKED_THROUGH):
        again, behind = tally.begun(beginning), tally.signs_behind(beginning)
    assert (again.words, again.whole, Counter(again.then)) == (begun.words, begun.whole, Counter(begun.then))
    assert (
        Counter(behind) == Counter(signs) == Counter(s for word, s in tally.followed() if word == beginning)
    )


@pytest.mark.parametrize("size", [1, 3, 5])
def test_words_looked_for_go_on_as_those_that_were_sorted(size: int) -> None:
    """After many beginnings a lexicon sorts its words, and says of each beginning what it said before."""
    texts = [
        f"le théâtre d’été numéro {'abcdefghij'[number]}é{'klmnopqrst'[number]}, déjà vu."
        for number in range(10)
    ]
    beginnings = sorted({word[:size] for word in " ".join(texts).split() if word.isalpha()})
    asked, sorted_first = Lexicon(texts), Lexicon(texts)
    for number in range(1_000):
        sorted_first.onward(f"x{number}")
    assert [asked.onward(each) for each in beginnings] == [sorted_first.onward(each) for each in beginnings]
