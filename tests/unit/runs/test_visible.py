"""What a person is shown of cells from the web."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.verbs.visible import all_visible, visible


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("exhort\U0010f7c3", "exhort<C3>"),
        ("\x1b[31mred\x9b0m\x7f", "<1B>[31mred<9B>0m<7F>"),
        ("two\nlines\tand\rone", "two\nlines\tand<0D>one"),
        ("l’été, 令和8年 — « \u202f» عربي", "l’été, 令和8年 — « \u202f» عربي"),
    ],
)
def test_bytes_and_controls_are_spelled(cell: str, shown: str) -> None:
    """A byte that belongs to no character and a control character are two digits; every sign stays."""
    assert visible(cell) == shown


@given(
    st.recursive(
        st.text() | st.integers() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_plain_data_is_made_visible_throughout(data: object) -> None:
    """Nothing is left to spell under any name, however deep."""
    shown = all_visible(data)
    assert all_visible(shown) == shown
