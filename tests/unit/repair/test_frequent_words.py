"""Tables of frequent words: how a line is written and read, and that the shipped ones hold what they should."""

from __future__ import annotations

import pytest

from bench.repair_frequent_words import ALPHABETS, in_cyrillic
from pipelines.repair.likelihood.beginnings import FOLDER
from pipelines.repair.likelihood.frequent_words import Frequent, folded, listed, of_language

SHARES = {"сеть": 1e-4, "сети": 1e-3, "сет": 1e-5, "мост": 1e-2}


def test_a_table_comes_back_as_it_was_written() -> None:
    """A line leaves out the letters that it shares with the one before."""
    lines = list(folded(SHARES))
    assert lines == ["aмост8", "aсетD", "dи<", "dь@"]
    table = Frequent(lines)
    assert table.words == sorted(SHARES)
    assert [table.share(word, at) for at, word in enumerate(table.words)] == pytest.approx(
        [SHARES[word] for word in table.words]
    )


def test_words_are_found_by_their_beginning() -> None:
    """From the words that begin so on to those that begin with one letter more; what is no word has no share."""
    table = Frequent(folded(SHARES))
    low, high = table.going_on("сет", 0, len(table))
    assert table.words[low:high] == ["сет", "сети", "сеть"]
    assert table.share_of_all(low, high) == pytest.approx(1e-5 + 1e-3 + 1e-4)
    assert table.share("се", low) == 0.0
    low, high = table.going_on("сетк", low, high)
    assert low == high


def test_a_language_is_known_by_any_of_its_tags() -> None:
    """What has no table, or is no language, has no words."""
    assert of_language("sr-Cyrl-BA") is of_language("sr-Cyrl-BA") is not None
    for code in ("de", "xx", "../ru", "a-very-long-name"):
        assert of_language(code) is None


@pytest.mark.parametrize("language", sorted(ALPHABETS))
def test_each_table_is_in_order_and_knows_the_commonest_words(language: str) -> None:
    """Looking a word up needs the order; 20,000 words and more are nine tenths of a text."""
    table = of_language(language)
    assert table is not None
    assert len(table) > 20_000
    assert table.words == sorted(set(table.words))
    assert 0.6 < table.share_of_all(0, len(table)) < 1.1
    assert all(word == listed(word) for word in table.words)


def test_the_tables_name_their_source_and_licence() -> None:
    """They are adaptations of data that asks for both."""
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "bench.repair_frequent_words" in told


def test_serbian_comes_from_latin_letters() -> None:
    """`lj`, `nj` and `dž` are one letter each."""
    assert [in_cyrillic(word) for word in ("ljubav", "njegov", "džep", "čaša")] == [
        "љубав",
        "његов",
        "џеп",
        "чаша",
    ]
