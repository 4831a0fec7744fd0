"""The suspects of a column as cells: rows that are alike share one, and the cells' texts go back into the column.

Most suspects of a clean column end in a letter that might be half of another, and stand beyond doubt by their last letters
alone; no cell is made of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import compress

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipelines.repair.cell import Cell
from pipelines.repair.columns.groups import firsts_of
from pipelines.repair.columns.texts import Texts
from pipelines.repair.cuts.cut_ends import without_marker
from pipelines.repair.cuts.whole_ends import SEEN, all_stand
from pipelines.repair.ends.restore import Source
from pipelines.repair.evidence import Evidence
from pipelines.repair.looks.suspects import BIT, LATER, Suspects, kinds_after, kinds_of


class SuspectCells:
    """The suspects of a column.

    Attributes:
        sources: by row, the texts that may hold the row's whole teaser.
        cells: by row, the suspects that climb: of rows that are alike the first.
        shared: by row, the cell of every suspect.
        times: how many rows share the cell of a row.
    """

    def __init__(self, texts: Texts, sources: Mapping[int, Sequence[Source]]) -> None:
        self._texts = texts
        self.sources = sources
        self.cells: dict[int, Cell] = {}
        self.shared: dict[int, Cell] = {}
        self.times: dict[int, int] = {}
        self._different = Suspects(np.zeros(0, np.int64), np.zeros(0, np.uint16))  # the rows of `cells`
        self._looked: list[int] = []  # of each cell, the steps that it had when it was looked at
        self._rows = self._places = np.zeros(0, dtype=np.int64)  # of every suspect its row, its cell's place

    def take(self, asked: Suspects, evidence: Evidence) -> None:
        """Make cells of the suspects, but for those whose end alone was suspect and stands beyond doubt.

        Rows of one text, list, site and language share a cell, unless they have sources of their own.
        """
        numbers = self._texts.numbers(asked.rows, asked.numbered)
        firsts, places, times = firsts_of(evidence.alike(asked.rows), numbers)
        different = Suspects(asked.rows[firsts], asked.kinds[firsts])
        texts = self._texts.of(different.rows)
        kept = ~self._settled(different, texts, evidence)
        rows = different.rows[kept]
        cells = list(map(Cell, compress(texts, kept.tolist())))
        self.cells = dict(zip(rows.tolist(), cells, strict=True))
        self.times = dict(zip(rows.tolist(), times[kept].tolist(), strict=True))
        self._looked = [0] * len(cells)
        self._different = Suspects(rows, different.kinds[kept])
        climbing = kept[places]
        self._rows, self._places = asked.rows[climbing], (np.cumsum(kept) - 1)[places[climbing]]
        shared = map(cells.__getitem__, self._places.tolist())
        self.shared.update(zip(self._rows.tolist(), shared, strict=True))

    def _settled(self, asked: Suspects, texts: Sequence[str], evidence: Evidence) -> np.ndarray:
        found = np.zeros(len(asked.rows), dtype=bool)
        places = np.flatnonzero(asked.kinds == BIT["end"])
        if self.sources:
            places = np.array(
                [at for at in places.tolist() if int(asked.rows[at]) not in self.sources], np.int64
            )
        if len(places):
            ends = [texts[at][-SEEN:] for at in places.tolist()]
            found[places] = all_stand(ends, *evidence.languages(asked.rows[places]))
        return found

    def look_again(self) -> None:
        """Find what calls for a step in the cells that have changed since they were looked at, and no more does in them."""
        self._look(self._changed(), kinds_of)

    def look_behind_mojibake(self) -> None:
        """`look_last`; what came back whole and shows nothing more to the look at a column climbs no further."""
        self._look(self._without_clean(self._changed()), kinds_after)

    def look_last(self) -> None:
        """`look_again` for the steps after mojibake, by a few expressions, which ask some texts more than a look does."""
        self._look(self._changed(), kinds_after)

    def _changed(self) -> list[int]:
        """The places of the cells that have changed since they were looked at."""
        steps = [len(cell.steps) for cell in self.cells.values()]
        places = [place for place, looked in enumerate(self._looked) if steps[place] > looked]
        self._looked = steps
        return places

    def _without_clean(self, places: list[int]) -> list[int]:
        """Settle what shows nothing more; the places of all others."""
        cells = list(self.cells.values())
        whole = [place for place in places if not cells[place].marker and cells[place].tail is None]
        left = (
            kinds_of([cells[place].text for place in whole]) & LATER
            | self._different.kinds[whole] & BIT["markup"]
        )
        clean = np.array(whole, dtype=np.int64)[left == 0]
        for place in clean.tolist():
            without_marker(cells[place])  # a marker is no witness of its site's words
        kinds = self._different.kinds.copy()
        kinds[clean] = 0
        self._different = Suspects(self._different.rows, kinds)
        settled = set(clean.tolist())
        return [place for place in places if place not in settled]

    def _look(self, places: list[int], look: Callable[[list[str]], NDArray[np.uint16]]) -> None:
        """Find what calls for a step in some cells."""
        if not places:
            return
        cells, kinds = list(self.cells.values()), self._different.kinds.copy()
        # a cut may show in what was changed, such as a letter put together, and at no last character any more
        found = look([cells[place].text for place in places])
        kinds[places] = kinds[places] & BIT["markup"] | found | BIT["end"]
        self._different = Suspects(self._different.rows, kinds)

    def wanted(self, kind: str) -> list[int]:
        """The rows of `cells` that call for a kind of damage."""
        called = self._different.of(kind)
        rows: list[int] = self._different.rows[called].tolist() if called.any() else []
        return rows

    def texts(self) -> pd.Series:
        """The column with the suspects' texts in place."""
        cells = list(self.cells.values())
        changed = np.array([bool(cell.steps) for cell in cells], dtype=bool)[self._places]
        if not changed.any():
            return self._texts.series
        mended = [cell.text if cell.steps else "" for cell in cells]
        return self._texts.replaced(self._rows[changed], mended, self._places[changed])
