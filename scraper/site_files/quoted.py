"""Two cells that differ, as a message quotes them side by side."""

from __future__ import annotations

from itertools import takewhile

SHOWN = 40
"""Characters of a cell that a message quotes."""
BEFORE = 10
"""Of these, characters before the place where long cells part: words to find it by."""


def quoted(one: str, other: str) -> tuple[str, str]:
    """Return both cells, each cut to `SHOWN` characters, from their beginning or from shortly before they part."""
    parted = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    start = 0 if parted < SHOWN - BEFORE else parted - BEFORE
    return _cut(one, start), _cut(other, start)


def _cut(cell: str, start: int) -> str:
    shown = cell[start : start + SHOWN]
    return repr("…" * (start > 0) + shown + "…" * (start + SHOWN < len(cell)))
