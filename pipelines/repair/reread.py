"""Reading one cell back from mojibake: with or without its marker, whole or in fragments, with what the list proves.

The decisions about codecs are in `mojibake`; here stands what is weighed against what. An ellipsis at the end may be a
marker or a byte of the last character; a last letter may be left of a lost one or the text's own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipelines.repair import lossy, markers, mojibake
from pipelines.repair.evidence import Evidence
from pipelines.repair.letters import FLOOR
from pipelines.repair.readings import LOST, Tail

if TYPE_CHECKING:
    from pipelines.repair.cell import Cell

_SPACED = re.compile("[ÂÃ] ")  # a no-break space that became a space
MARKED = 0.2
"""Share of cut teasers that end in a marker."""
MOST_PROVEN = 2
"""Readings of a list that are tried; a list has one, or one for each of its two fields."""
IN_PART = 0.05
"""Share of mojibake texts that are so only in part."""


class Reader:
    """Reads the cells of one column back.

    Args:
        evidence: what lists and sites say.
        fragments: whether the language may read fragments back.
        lossy: whether lost bytes may be filled in.
    """

    def __init__(self, evidence: Evidence, fragments: bool, lossy: bool) -> None:
        self._evidence = evidence
        self._fragments = fragments
        self._lossy = lossy

    def read_back(self, row: int, cell: Cell, known: Sequence[str]) -> None:
        """Read a cell back, with or without its marker; what remains of a cut character becomes its tail."""
        text = cell.body + cell.marker
        whole = mojibake.read_back(text, known)
        body, marker = markers.split(text)
        found = mojibake.read_back(body, known) if marker else None
        if whole is not None and found is None and marker and self._nobody_writes(row, whole.text):
            return
        if whole is not None and (found is None or self._likelier_whole(row, whole, found)):
            found, marker = whole, ""
        if found is None:
            return
        tail = mojibake.tail_of(found)
        if tail is not None and self._natural(row, tail):
            tail = None
        cell.reading, cell.tail = found.reading, tail
        cell.becomes("mojibake", found.text + found.shown, marker)

    def second_look(self, row: int, cell: Cell, proven: Sequence[tuple[str, ...]]) -> None:
        """Read a cell back that resisted: by the list's readings, with lost bytes filled in, in fragments."""
        if not mojibake.has_pair(cell.body[:-1]) and LOST not in cell.body and not _SPACED.search(cell.body):
            return
        bad = mojibake.is_bad(cell.body)
        for reading in () if bad else proven[:MOST_PROVEN]:  # a bad text was held against every codec
            self.read_back(row, cell, reading)
            if cell.reading:
                return
        if bad and self._lossy and self._evidence.language(row) and self._filled_in(row, cell):
            return
        body, marker = markers.split(cell.body)
        cell.becomes("mojibake", self._in_fragments(row, body, bad), marker or cell.marker)

    def _filled_in(self, row: int, cell: Cell) -> bool:
        filled = type(cell)(lossy.refill(cell.body, self._evidence.corpus(row)), cell.marker)
        if filled.body == cell.body:
            return False
        self.read_back(row, filled, ())
        if not filled.reading:
            return False
        cell.reading, cell.tail = filled.reading, filled.tail
        cell.becomes("mojibake", filled.body, filled.marker)
        return True

    def _in_fragments(self, row: int, body: str, bad: bool) -> str:
        """The body with its fragments read back; an end read as a character nobody writes here is left for the cut."""
        mended = self._any_fragments(row, body, bad)
        if mended[-1:] != body[-1:] and self._nobody_writes(row, mended):
            return self._any_fragments(row, body[:-3], bad) + body[-3:]
        return mended

    def _any_fragments(self, row: int, body: str, bad: bool) -> str:
        mended = mojibake.mend_fragments(body) if bad else body
        if self._fragments and self._evidence.language(row) and mojibake.has_pair(mended):
            mended = mojibake.likely_fragments(mended, self._evidence.corpus(row))[0]
        return mended

    def _nobody_writes(self, row: int, text: str) -> bool:
        """Whether the language does not know the last character of a text."""
        return (
            bool(self._evidence.language(row))
            and self._evidence.corpus(row).chance(text[-1:], text[:-1]) <= FLOOR
        )

    def _natural(self, row: int, tail: Tail) -> bool:
        """Whether what is left is rather a character of its own, in a text that is mojibake only in part."""
        if not self._evidence.language(row):
            return False
        corpus = self._evidence.corpus(row)
        if not all(corpus.letters.knows(character) for character in tail.shown):
            return False
        mass = corpus.mass_alone(tail)
        return mass <= 0 or math.log(mass / IN_PART) < mojibake.stands(tail.shown, tail.head, corpus)

    def _likelier_whole(self, row: int, whole: mojibake.Unbaked, split: mojibake.Unbaked) -> bool:
        """Whether an ellipsis at the end is rather a byte of the last character than a marker."""
        if whole.text == split.text + markers.split(whole.text)[1]:
            return True
        corpus = self._evidence.corpus(row)
        tail, other = mojibake.tail_of(whole), mojibake.tail_of(split)
        one = corpus.mass(tail) if tail else corpus.chance(whole.text[-1], whole.text[:-1])
        return one > MARKED * (corpus.mass(other) if other else corpus.ends_word(split.text))
