"""How far two texts are the same, from their beginnings and from their ends: what lies between is what changed."""

from __future__ import annotations

AROUND = 24
"""Characters before a change that a person is shown."""


def same_beginning(one: str, other: str) -> int:
    """Characters that both texts begin with; found by halving, so that 50 MB are compared in slices and not one by one."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def same_ends(one: str, other: str) -> tuple[int, int]:
    """Characters that both texts begin with, and of the rest those that both end with."""
    start = same_beginning(one, other)
    return start, same_beginning(one[start:][::-1], other[start:][::-1])


def around_change(before: str, after: str, behind: int) -> tuple[str, str]:
    """The stretch of both texts where they differ, with a little around it on one line: what a person needs to judge a repair.

    Args:
        before: a text.
        after: what became of it.
        behind: characters shown behind the change; of a long change four times as many.
    """
    start, end = same_ends(before, after)
    return _near(before, start, end, behind), _near(after, start, end, behind)


def _near(text: str, at: int, same_end: int, behind: int) -> str:
    start = max(0, at - AROUND)
    end = min(len(text), max(at + 1, min(len(text) - same_end + behind, at + 4 * behind)))
    shown = text[start:end].replace("\r", "").replace("\n", " ")
    return ("⋯" if start else "") + shown + ("⋯" if end < len(text) else "")
