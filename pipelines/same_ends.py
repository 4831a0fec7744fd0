"""How far two texts are the same, from their beginnings and from their ends: what lies between is what changed."""

from __future__ import annotations


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
