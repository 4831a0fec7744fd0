"""The word behind a number in a message: `1 entry`, `2 entries`."""

from __future__ import annotations


def plural(number: int, one: str, many: str = "") -> str:
    """What so many are called; `many` is `one` and an s where it is not given."""
    return one if number == 1 else many or f"{one}s"
