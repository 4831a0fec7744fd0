"""What two texts share at their ends, and what is left between."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipelines.same_ends import same_beginning, same_ends

TEXTS = st.text(alphabet="abé…\n", max_size=12)


@given(TEXTS, TEXTS)
def test_both_texts_begin_alike_and_differ_behind(one: str, other: str) -> None:
    """The beginning is the same text in both, and the next character is another one in each, or missing."""
    size = same_beginning(one, other)
    assert one[:size] == other[:size]
    assert one[size : size + 1] != other[size : size + 1] or size == len(one) == len(other)


@given(TEXTS, TEXTS)
def test_the_ends_do_not_overlap(one: str, other: str) -> None:
    """Beginning, what differs, and end make each text whole again; of equal texts all is beginning."""
    start, end = same_ends(one, other)
    assert start + end <= min(len(one), len(other))
    assert one[len(one) - end :] == other[len(other) - end :]
    if one == other:
        assert (start, end) == (len(one), 0)
