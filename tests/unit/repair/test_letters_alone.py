"""What is remembered of a language's letters for the whole process is bounded: a file of a gigabyte brings ever new sets of them."""

from __future__ import annotations

import gc
from itertools import combinations, islice

import pytest

from pipelines.repair.likelihood.letters import Some, of_language
from pipelines.repair.likelihood.letters_alone import MOST_FIRST, MOST_PARTED, Alone

SIGNS = "←↑→↓▲▶▼◀■□●○★☆♥♦♪✓✗"


@pytest.fixture
def alone() -> Alone:
    letters = of_language("fr")
    assert letters is not None
    return Alone(letters)


def _alive() -> int:
    gc.collect()
    return sum(isinstance(one, Some) for one in gc.get_objects())


def test_sets_of_letters_that_no_list_asks_for_any_more_are_forgotten(alone: Alone) -> None:
    """Each list with signs of its own brings sets of letters; a hundred are kept a language, with what was asked of them."""
    before = _alive()
    for signs in islice(combinations(SIGNS, 3), 3 * MOST_PARTED):
        letters, _ = alone.parted(("à", "é", "è", *signs))
        assert alone.firsts(letters, 1, "er") == alone.firsts(letters, 1, "er")
        alone.mass_of(letters, 1, "er")
    assert MOST_PARTED // 2 < _alive() - before <= MOST_PARTED + 1


def test_what_one_set_remembers_is_bounded_and_right(alone: Alone) -> None:
    """The likeliest two after an end are the same before and after they were forgotten."""
    letters, _ = alone.parted(("à", "é", "è", "ô"))
    first = alone.firsts(letters, 1, "st")
    for number in range(2 * MOST_FIRST):
        alone.firsts(letters, 1, chr(0x4E00 + number) + "t")
    assert 0 < len(letters.firsts) <= MOST_FIRST
    assert alone.firsts(letters, 1, "st") == first == sorted(first, key=lambda one: -alone.chance(one, "st"))
