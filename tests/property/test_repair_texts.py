"""A short column, which Python holds as a whole, and a long one answer alike."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from pipelines.repair.columns.texts import SHORT, Texts

COLUMNS = st.lists(
    st.none() | st.sampled_from(["", "a", "é", "中", "😀", "z", "Ã©", "b b"]), min_size=1, max_size=12
)
BEHIND = "\U0010fffd"
"""Sorts behind all of them."""


def _both(texts: list[str | None]) -> tuple[Texts, Texts]:
    """The column, and the column with so many others behind it that it is long."""
    others = [f"{BEHIND}{number}" for number in range(SHORT + 1)]
    return Texts(pd.Series(texts, dtype="str")), Texts(pd.Series([*texts, *others], dtype="str"))


@given(COLUMNS, st.data())
def test_texts_by_their_rows(texts: list[str | None], data: st.DataObject) -> None:
    """The texts of some rows, those above ASCII in order, and which rows share one."""
    every = st.integers(0, len(texts) - 1)
    rows = np.array(data.draw(st.lists(every, max_size=20)), dtype=np.int64)
    known = np.array([row for row in rows.tolist() if texts[row] is not None], dtype=np.int64)
    for column in _both(texts):
        assert column.or_missing(rows) == [texts[row] for row in rows.tolist()]
        assert column.of(known) == [texts[row] for row in known.tolist()]
        once = np.unique(rows)
        above = {text for row in once.tolist() if (text := texts[row]) is not None and not text.isascii()}
        for most in (1, 3, 40):
            assert list(column.in_order(once, most)) == sorted(above)
        firsts = list(dict.fromkeys(column.of(known)))
        assert column.numbers(known, None).tolist() == [firsts.index(text) for text in column.of(known)]


@given(COLUMNS, st.integers(1, 5), st.data())
def test_a_sample_is_the_same_in_any_order(texts: list[str | None], most: int, data: st.DataObject) -> None:
    """Of many texts so many different ones, however often and in which order each stands, in a short column and in a long one."""
    different = {text for text in texts if text is not None}
    long = data.draw(st.permutations(texts)) * (SHORT + 1)
    sample = Texts(pd.Series(long, dtype="str")).sample(most)
    assert len(sample) == len(set(sample)) == min(most, len(different))
    assert different.issuperset(sample)
    if sum(text is not None for text in texts) > most:
        assert Texts(pd.Series(texts, dtype="str")).sample(most) == sample


def test_few_texts_of_many_megabytes_are_no_short_column() -> None:
    """Arrow holds them, and Python what it asks for."""
    large = Texts(pd.Series(["é" * (1 << 20), None, "a"], dtype="str"))
    assert not large.is_short
    assert large.or_missing(np.array([1, 2])) == [None, "a"]


@given(COLUMNS, st.data())
def test_replaced_texts(texts: list[str | None], data: st.DataObject) -> None:
    """Some rows have other texts afterwards, the others and the dtype stay."""
    rows = sorted(data.draw(st.sets(st.integers(0, len(texts) - 1), min_size=1)))
    which = data.draw(st.lists(st.integers(0, 1), min_size=len(rows), max_size=len(rows)))
    now = dict(zip(rows, (["new", "é"][place] for place in which), strict=True))
    for column in _both(texts):
        found = column.replaced(np.array(rows), ["new", "é"], np.array(which))
        assert found.dtype == "str"
        assert [text if isinstance(text, str) else None for text in found.tolist()[: len(texts)]] == [
            now.get(row, text) for row, text in enumerate(texts)
        ]
