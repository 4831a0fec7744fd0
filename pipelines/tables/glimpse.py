"""The part of a cell that changed, with a little around it: what a person needs to judge a repair."""

from __future__ import annotations

from pipelines.repair.marks import MARKS
from pipelines.same_ends import same_ends

AROUND = 24
"""Characters shown before and after what changed."""
MOST = 100
"""Characters shown of each text."""
_LONE = {code: f"‹{code - ord(MARKS[0]):02X}›" for code in range(ord(MARKS[0]), ord(MARKS[-1]) + 1)}


def glimpse(before: str, after: str) -> tuple[str, str]:
    """Return the stretch of both texts where they differ; lone bytes are shown as `‹C3›`."""
    start, end = same_ends(before, after)
    begin = max(0, start - AROUND)
    return _window(before, begin, len(before) - end), _window(after, begin, len(after) - end)


def _window(text: str, begin: int, end: int) -> str:
    stop = min(end + AROUND, begin + MOST)
    part = text[begin:stop].replace("\n", "⏎").replace("\r", "")
    return ("…" if begin else "") + part.translate(_LONE) + ("…" if stop < len(text) else "")
