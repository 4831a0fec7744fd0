"""From mended teasers to excerpts: markers off, cut words completed, and what the cut destroyed, as columns.

Most teasers have no marker, no source and no rule at their length; they stand as they are and never meet Python.
The expressions and lengths that pick the others are supersets of what `finish` could change.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.repair import cut, markers
from pipelines.repair.evidence import REPRESENTED
from pipelines.repair.finish import ENDS_SENTENCE, Finished, Ruled, ends_in_word, finish
from pipelines.repair.gaps import GAP
from pipelines.repair.groups import Groups
from pipelines.repair.ladder import Mended
from pipelines.repair.sources import Sources
from pipelines.trail import Step

_GAP_AT_END = f"[{GAP}]$"
_WRITTEN = f"[^{GAP}]"


class Excerpts:
    """The excerpts of a frame, and how they came to be.

    Args:
        mended: titles and, from row `first` on, the teasers.
        first: where the teasers begin.
        lists: which list each teaser is from.
        sources: texts that may hold a whole teaser.

    Attributes:
        texts: the excerpts, missing where a teaser is empty.
        cuts: what the cut destroyed: no, sentence, word, character.
        origins: where the end of the excerpt comes from.
        steps: by row, what changed.
    """

    def __init__(self, mended: Mended, first: int, lists: Groups, sources: Sources) -> None:
        self._now = pa.array(mended.texts.iloc[first:].array)
        self._cells = {row - first: cell for row, cell in mended.cells.items() if row >= first}
        self._lists, self._sources = lists, sources
        self._written = _matches(self._now, _WRITTEN)
        self._bodies, self._markers = self._split()
        self._finished = _matches(self._bodies, ENDS_SENTENCE)
        self._ruled = self._by_rule(mended.rules)
        self.steps: dict[int, list[Step]] = {}
        self._finish()

    def _split(self) -> tuple[pa.Array, dict[int, str]]:
        """The teasers without their markers, and the markers by row."""
        parts = {row: (cell.body, cell.marker) for row, cell in self._cells.items() if cell.tail is not None}
        for row in np.flatnonzero(_matches(self._now, markers.MAY_END)).tolist():
            if row not in parts:
                parts[row] = markers.split(self._now[row].as_py())
        found = {row: (body, marker) for row, (body, marker) in parts.items() if marker}
        bodies = _with(self._now, {row: body for row, (body, _) in found.items()})
        return bodies, {row: marker for row, (_, marker) in found.items()}

    def _by_rule(self, rules: Mapping[object, cut.Rule]) -> dict[int, Ruled]:
        """For each open-ended teaser at its list's budget, what that says: cut here, and its last word with it.

        A budget of words cuts between words; any other hits a word's end only by chance, so that the last word cannot
        be trusted, however well it reads.
        """
        found: dict[int, Ruled] = {}
        filled = _matches(self._bodies, "(?s:.)")
        open_ended = filled & ~self._finished
        for name in self._lists.names:
            rows = self._lists.rows(name)
            rule = rules.get((name, "excerpt")) or cut.infer(
                [(body, 0)] for body in _represented(self._bodies.take(pa.array(rows[filled[rows]])))
            )
            if rule.unit == "none":
                continue
            rows = rows[open_ended[rows]]
            short = rule.budget - cut.measured(self._bodies.take(pa.array(rows)), rule.unit)
            if rule.unit != "words":
                found.update(dict.fromkeys(rows[short == 1].tolist(), "sentence"))  # a space was trimmed
            for row in rows[short == 0].tolist():
                half = rule.unit != "words" and ends_in_word(self._bodies[row].as_py())
                found[row] = "word" if half else "sentence"
        return found

    def _wanted(self) -> np.ndarray:
        """Rows that `finish` could change or say something of."""
        wanted = _matches(self._now, _GAP_AT_END)
        wanted[[*self._cells, *self._markers]] = True
        wanted |= self._sources.any & ~self._finished
        wanted[list(self._ruled)] = True
        return np.flatnonzero(wanted & self._written)

    def _finish(self) -> None:
        texts: dict[int, str] = {}
        cuts: dict[int, str] = {}
        origins: dict[int, str] = {}
        for row in self._wanted().tolist():
            cell, marker = self._cells.get(row), self._markers.get(row, "")
            text = cell.text if cell is not None else self._now[row].as_py()
            lost = cell is not None and cell.tail is not None
            done = finish(
                self._bodies[row].as_py(),
                marker,
                lost,
                cell.source if cell else "",
                self._sources.of(row),
                self._ruled.get(row, ""),
            )
            steps = [Step("excerpt", *step) for step in cell.steps] if cell is not None else []
            if done.text != text:
                texts[row] = done.text
                steps += _closing(text, done, marker)
            if steps:
                self.steps[row] = steps
            cuts[row], origins[row] = done.cut, done.source
        kept = pc.if_else(pa.array(self._written), self._now, pa.scalar(None, self._now.type))
        self.texts = _with(kept, texts)
        self.cuts = _told(len(kept), "no", cuts)
        self.origins = _told(len(kept), "listing", origins)


def _represented(texts: pa.Array) -> list[str]:
    """The texts that stand for a list: those that sort first, so that their order does not matter."""
    if len(texts) > REPRESENTED:
        table = pa.table({"text": texts})
        texts = texts.take(pc.select_k_unstable(table, REPRESENTED, [("text", "ascending")]))
    return texts.to_pylist()  # type: ignore[no-any-return]


def _matches(column: pa.Array, expression: str) -> np.ndarray:
    found = pc.fill_null(pc.match_substring_regex(column, expression), False)
    return np.array(found.to_numpy(zero_copy_only=False))


def _with(column: pa.Array, changed: Mapping[int, str]) -> pa.Array:
    """A column with some of its texts replaced."""
    if not changed:
        return column
    mask = np.zeros(len(column), dtype=bool)
    rows = sorted(changed)
    mask[rows] = True
    return pc.replace_with_mask(column, pa.array(mask), pa.array([changed[row] for row in rows], column.type))


def _told(rows: int, usual: str, others: Mapping[int, str]) -> pa.Array:
    """A column that says the same of nearly every row."""
    names = list(dict.fromkeys([usual, *others.values()]))
    numbers = {name: number for number, name in enumerate(names)}
    codes = np.zeros(rows, dtype=np.int8)
    for row, name in others.items():
        codes[row] = numbers[name]
    return pa.DictionaryArray.from_arrays(
        pa.array(codes), pa.array(names, pa.large_string())
    ).dictionary_decode()


def _closing(before: str, done: Finished, marker: str) -> list[Step]:
    """The steps that drop the marker and complete the word."""
    found, now = [], before
    if marker:
        now = before.removesuffix(marker)
        found.append(Step("excerpt", "marker", before, now))
    if done.text != now:
        grown = done.text.startswith(now) and len(done.text) > len(now)
        shorter = "spaces" if done.text == now.rstrip() else "trim"
        found.append(Step("excerpt", f"word_{done.source}" if grown else shorter, now, done.text))
    return found
