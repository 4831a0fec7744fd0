"""Which wrong reading the mojibake of one list went through: the one that explains most of its texts.

A short title often reads back by several codecs, and each is taken by itself first. Their list shares a reading, so every
reading found is held against every text found: it explains a text that it bakes to what had come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest

from pipelines.repair.cell import Cell
from pipelines.repair.encodings.readings import decode_open, encode, show

Reading = tuple[str, ...]
PROVEN_READING = 2
"""Texts of a list that one reading accounts for before it is tried on a text that does not look bad by itself."""
_COMMONEST = frozenset({"latin-1", "sloppy-windows-1252"})  # neither gives other letters than the other
_TRIED, _ASKED = 5, 100  # readings of one list that are held against its texts, and texts


def proven(cells: Sequence[tuple[Cell, int]]) -> list[Reading]:
    """The readings that enough texts of a list went through, best first.

    Args:
        cells: those that were read back, each with the number of rows that share it.
    """
    counts: Counter[Reading] = Counter()
    for cell, times in cells:
        counts[cell.reading] += times
    if len(counts) > 1 and not _COMMONEST.issuperset(codec for reading in counts for codec in reading):
        some = sorted(counts, key=lambda reading: (-counts[reading], reading))[:_TRIED]
        asked = nsmallest(_ASKED, cells, key=lambda one: one[0].text)
        counts = Counter({r: sum([times for cell, times in asked if explains(r, cell)]) for r in some})
    enough = [reading for reading, texts in counts.items() if texts >= PROVEN_READING]
    return sorted(enough, key=lambda reading: (-counts[reading], reading))


def may_explain(reading: Reading, cell: Cell) -> bool:
    """Whether a reading explains a cell otherwise than it was read back."""
    if cell.reading == reading:
        return False
    if len(reading) == len(cell.reading) and _COMMONEST.issuperset((*reading, *cell.reading)):
        return False
    if not cell.steps:
        return False  # it came out as it went in: no step shows what was read
    before = cell.steps[-1][1]
    data = encode(before[: len(before) - len(cell.marker)], reading[-1])
    return data is not None and decode_open(data) is not None and not explains(reading, cell)


def explains(reading: Reading, cell: Cell) -> bool:
    """Whether a cell that was just read back is what had come, baked by a reading."""
    if cell.reading == reading:
        return True
    baked = show(cell.tail.head if cell.tail else cell.body, reading)
    return baked is not None and bool(cell.steps) and cell.steps[-1][1].startswith(baked)
