"""How a table is taken from a list of words: one letter that nearly all of them go on with, or none."""

from __future__ import annotations

from bench.repair_beginnings import Counts, Strict, decide, lines
from pipelines.repair.likelihood.beginnings import Beginnings

LEAST = Strict(share=0.99, types=0.98, draw=1e-6, least=1e-6)


def _table(words: dict[str, float], language: str) -> Beginnings:
    return Beginnings(list(lines(decide(Counts(words, language), language, LEAST))))


def test_what_all_words_go_on_with_comes_back() -> None:
    """Frequent words decide, for each first byte by itself."""
    table = _table({"école": 1e-3, "écolier": 1e-4, "déclaré": 1e-3, "déclara": 1e-3, "cœur": 1e-3}, "fr")
    assert table.letter("a déclar", b"\xc3") == "é"
    assert table.letter("le c", b"\xc5") == "œ"
    assert table.letter("le c", b"\xc3") == ""


def test_two_letters_are_one_too_many() -> None:
    """A second word that is one in fifty of the first leaves the place open."""
    table = _table({"pré": 1e-3, "prêt": 2e-5, "sûr": 1e-3}, "fr")
    assert table.letter("un pr", b"\xc3") == ""


def test_a_frequent_word_that_ends_there_leaves_it_open() -> None:
    """`na` is a word, and sometimes written without the gap before the next."""
    assert _table({"nação": 1e-5, "ação": 1e-5}, "pt").letter("uma na", b"\xc3") == "ç"
    assert _table({"nação": 1e-5, "ação": 1e-5, "na": 1e-2}, "pt").letter("uma na", b"\xc3") == ""


def test_folded_letters_are_not_taken_for_others() -> None:
    """The German list writes `ss` for `ß`, so that `Stra` + C3 is not `sträflich`."""
    assert _table({"strasse": 1e-3, "sträflich": 1e-5}, "de").letter("die Stra", b"\xc3") == ""


def test_a_beginning_that_is_no_word_speaks_for_a_loss() -> None:
    """Behind `tambi` a question mark is a letter; behind `qué` it is not."""
    table = _table({"también": 1e-3, "qué": 1e-3, "que": 1e-2}, "es")
    assert table.lost_to_question("y tambi") > 6
    assert table.lost_to_question("y que") == 0
