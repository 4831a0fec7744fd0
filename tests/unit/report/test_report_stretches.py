"""What changed between two cells."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.report.difference import COMPARED, Stretch, stretches, windowed


@given(st.text(max_size=80), st.text(max_size=80))
def test_stretches_are_the_cells(before: str, after: str) -> None:
    """Joined again, the stretches are both cells, and neighbours alternate between common and changed."""
    parts = stretches(before, after)
    assert "".join(part.before for part in parts) == before
    assert "".join(part.after for part in parts) == after
    assert all(one.changed != other.changed for one, other in itertools.pairwise(parts))
    assert all(part.before or part.after for part in parts)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("exhort?", "exhorté", [("?", "é")]),
        ("Ã©tÃ©", "été", [("Ã©tÃ©", "été")]),
        ("une annÃ©e et un Ã©tÃ©", "une année et un été", [("Ã©", "é"), ("Ã©tÃ©", "été")]),
        ("La fon\u00adtaine", "La fontaine", [("\u00ad", "")]),
        ("", "neuf", [("", "neuf")]),
        ("même", "même", []),
    ],
)
def test_changes_are_small(before: str, after: str, changed: list[tuple[str, str]]) -> None:
    """Only what differs is changed; changes that nearly touch read as one."""
    assert [tuple(part) for part in stretches(before, after) if part.changed] == changed


def test_long_common_text_is_shortened() -> None:
    """Around a change some words stay, far text does not."""
    parts = windowed(stretches("a" * 400 + "X" + "b" * 400, "a" * 400 + "Y" + "b" * 400))
    assert [part for part in parts if part.changed] == [Stretch("X", "Y")]
    assert all(len(part.before) < 60 for part in parts)


def test_very_long_cells_are_compared_by_their_ends() -> None:
    """Beyond the bound one changed stretch holds everything between common beginning and end."""
    before, after = "<" + "ab" * COMPARED + ">", "<" + "ba" * COMPARED + ">"
    assert len([part for part in stretches(before, after) if part.changed]) == 1
