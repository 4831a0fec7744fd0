"""From mended teasers to excerpts: markers off, cut words completed, and what the cut destroyed, as columns.

Most teasers have no marker, no source and no rule at their length; they stand as they are and never meet Python.
The expressions and lengths that pick the others are supersets of what `finish` could change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.repair import markers
from pipelines.repair.cell import Cell
from pipelines.repair.columns.flat import with_texts
from pipelines.repair.columns.gaps import GAP
from pipelines.repair.columns.groups import Groups
from pipelines.repair.ends import cut_rules
from pipelines.repair.ends.restore import first_character
from pipelines.repair.evidence import REPRESENTED
from pipelines.repair.excerpts.finish import ENDS_SENTENCE, Finished, finish, without_last_word
from pipelines.repair.excerpts.overrun import Overrun, overruns
from pipelines.repair.excerpts.rulings import Teasers, after_escaping, rulings
from pipelines.repair.excerpts.sources import Sources
from pipelines.repair.ladder import Mended
from pipelines.repair.tidying import half_entities
from pipelines.repair.tidying.half_entities import Half
from pipelines.trail import Step

_GAP_AT_END = f"[{GAP}]$"
_WRITTEN = f"[^{GAP}]"
_SHORTENED = frozenset({"entities", "invisible", "compose"})
"""Steps that leave a text shorter than the site counted it."""
HABIT = 3
"""Teasers of a list behind which one marker makes it the list's habit, and no author's own dots."""


class Excerpts:
    """The excerpts of a frame, and how they came to be.

    Args:
        mended: titles and, from row `first` on, the teasers.
        first: where the teasers begin.
        lists: which list each teaser is from.
        sources: texts that may hold a whole teaser.
        linked: rows behind which the list had a marker of its own, taken off already.

    Attributes:
        texts: the excerpts, missing where a teaser is empty.
        cuts: what the cut destroyed: no, sentence, word, character.
        origins: where the end of the excerpt comes from.
        rules: how each list cuts.
        steps: by row, what changed.
    """

    def __init__(
        self, mended: Mended, first: int, lists: Groups, sources: Sources, linked: Collection[int] = ()
    ) -> None:
        self._now = pa.array(mended.texts.iloc[first:].array)
        self._cells = {row - first: cell for row, cell in mended.cells.items() if row >= first}
        self._lists, self._sources = lists, sources
        self._written = _matches(self._now, _WRITTEN)
        self._bodies, self._markers = self._split()
        self._overruns = self._behind_cuts()
        self._finished = _matches(self._bodies, ENDS_SENTENCE)
        self._habits = self._by_habit()
        self._teasers = Teasers(
            self._bodies, self._as_came(), self._lost(), self._finished, lists, self._gaps()
        )
        self.rules, self._ruled = rulings(self._teasers, mended.rules)
        self._halves = self._by_halves()
        for row in linked:
            self._ruled.setdefault(row, "sentence")
        self.steps: dict[int, list[Step]] = {}
        self._finish()

    def _split(self) -> tuple[pa.Array, dict[int, str]]:
        """The teasers without their markers, and the markers by row."""
        parts = {row: (cell.body, cell.marker) for row, cell in self._cells.items() if cell.tail is not None}
        for row in np.flatnonzero(_matches(self._now, markers.MAY_END)).tolist():
            if row not in parts:
                parts[row] = markers.split(self._now[row].as_py())
        found = {row: (body, marker) for row, (body, marker) in parts.items() if marker}
        bodies = with_texts(self._now, {row: body for row, (body, _) in found.items()})
        return bodies, {row: marker for row, (_, marker) in found.items()}

    def _behind_cuts(self) -> dict[int, Overrun]:
        """Teasers that go on behind their cut; from here on they end there."""
        rows = np.flatnonzero(self._sources.any & self._written).tolist()
        found = overruns(rows, self._bodies, self._lists, self._sources.of)
        self._bodies = with_texts(self._bodies, {row: one.head for row, one in found.items()})
        self._markers = {row: marker for row, marker in self._markers.items() if row not in found}
        return found

    def _as_came(self) -> dict[int, str]:
        """Bodies of the teasers that lost entities, soft hyphens or accents set apart, before; what stands behind a cut is in no body."""
        found = {
            row: next((before for step, before, _ in cell.steps if step in _SHORTENED), "")
            for row, cell in self._cells.items()
            if row not in self._overruns
        }
        return {row: markers.split(before)[0] for row, before in found.items() if before}

    def _gaps(self) -> dict[int, str]:
        """The gaps before markers, but for what every marker of the list has."""
        sizes = {row: len(marker) - len(marker.lstrip()) for row, marker in self._markers.items()}
        usual: dict[tuple[object, str], int] = {}
        for row, size in sizes.items():
            key = (self._lists[row], self._markers[row].strip())
            usual[key] = min(size, usual.get(key, size))
        more = {
            row: size - usual[self._lists[row], self._markers[row].strip()] for row, size in sizes.items()
        }
        return {row: self._markers[row][:size] for row, size in more.items() if size}

    def _lost(self) -> dict[int, tuple[str, int]]:
        """Of the teasers that end inside a character, what stands before it and how many of its bytes are left."""
        tails = {row: cell.tail for row, cell in self._cells.items() if cell.tail is not None}
        found = {row: (tail.head, len(tail.kept) or len(tail.shown)) for row, tail in tails.items()}
        return {row: end for row, end in (found | self._overruns).items() if end[1]}

    def _by_habit(self) -> set[int]:
        """Rows whose marker is their list's habit."""
        rows: dict[tuple[object, str], list[int]] = defaultdict(list)
        for row, marker in self._markers.items():
            rows[self._lists[row], marker.strip()].append(row)
        return {
            row
            for some in rows.values()
            if len({self._bodies[row].as_py() for row in some[:REPRESENTED]}) >= HABIT
            for row in some
        }

    def _by_halves(self) -> dict[int, Half]:
        """Rows that end in half an entity as their list proves, or a source; a list's proof rules its other teasers, too."""
        rows = np.flatnonzero(_matches(self._bodies, half_entities.MAY_END)).tolist()
        by_list: dict[object, dict[int, Half]] = defaultdict(dict)
        for row in rows:
            if half := half_entities.half(self._bodies[row].as_py()):
                by_list[self._lists[row]][row] = half
        found: dict[int, Half] = {}
        raw = {row: text for row, text in self._teasers.as_came.items() if self._held_entities(row)}
        for name, halves in by_list.items():
            members = self._lists.rows(name)
            entities = bool(raw) and not raw.keys().isdisjoint(members.tolist())
            if not half_entities.proven(halves.values(), entities):
                ruled = self._ruled if entities else {}
                found.update(
                    {row: half for row, half in halves.items() if row in ruled or self._told(row, half)}
                )
                continue
            found.update(halves)
            if not entities:  # lengths as a browser leaves them say nothing
                self.rules[name] = cut_rules.NONE
                self._ruled = {row: said for row, said in self._ruled.items() if self._lists[row] != name}
            open_ended = members[~self._finished[members]].tolist()
            as_came = [raw.get(row) or half.head + half.shown for row, half in halves.items()]
            teasers = self._teasers._replace(as_came=raw)
            for row, said in after_escaping(teasers, open_ended, as_came).items():
                self._ruled.setdefault(row, said)
        return found

    def _held_entities(self, row: int) -> bool:
        return self._cells[row].steps[0][0] == "entities"

    def _told(self, row: int, half: Half) -> tuple[str, str] | None:
        """What a source goes on with where an entity was cut in half, and its name; None where none says that."""
        for source in self._sources.of(row):
            after = source.after(half.head.rstrip() if half.head.endswith(" ") else half.head, half.shown)
            if after and half.leaves(first_character(after.lstrip() if half.head.endswith(" ") else after)):
                return after, source.name
        return None

    def _wanted(self) -> np.ndarray:
        """Rows that `finish` could change or say something of."""
        wanted = _matches(self._now, _GAP_AT_END)
        wanted[[*self._cells, *self._markers]] = True
        wanted |= self._sources.any & ~self._finished
        wanted[[*self._ruled, *self._halves, *self._overruns]] = True
        return np.flatnonzero(wanted & self._written)

    def _done(self, row: int, cell: Cell | None, marker: str) -> Finished:
        """The excerpt of a teaser that may lack its end."""
        if row in self._halves:
            return self._whole(row, self._halves[row])
        over = self._overruns.get(row)
        lost = over.lost > 0 if over else cell is not None and cell.tail is not None
        source = cell.source if cell and not over else ""
        done = finish(
            self._bodies[row].as_py(),
            marker,
            lost,
            source,
            self._sources.of(row),
            self._ruled.get(row, ""),
            row in self._habits,
        )
        return done._replace(source="trimmed") if over and lost and done.source == "listing" else done

    def _whole(self, row: int, half: Half) -> Finished:
        """The excerpt of a teaser that ends in half an entity: its word whole from a source, or left out."""
        told = self._told(row, half)
        if told is not None:
            done = finish(half.head, "", True, "", self._sources.of(row), "sentence")
            return done._replace(source=told[1])
        text = without_last_word(half.head + half.shown)
        lost = "word" if text != half.head.rstrip() else "character"
        return Finished(text or half.head.rstrip(), lost, "trimmed")

    def _finish(self) -> None:
        texts: dict[int, str] = {}
        cuts: dict[int, str] = {}
        origins: dict[int, str] = {}
        for row in self._wanted().tolist():
            cell, marker = self._cells.get(row), self._markers.get(row, "")
            text = cell.text if cell is not None else self._now[row].as_py()
            steps = [Step("excerpt", *step) for step in cell.steps] if cell is not None else []
            if row in self._overruns:
                before, text = text, self._overruns[row].head.rstrip()
                steps.append(Step("excerpt", "overrun", before, text))
            done = self._done(row, cell, marker)
            if done.text != text:
                steps += _closing(text, done, marker)
            if steps:
                texts[row] = done.text
                self.steps[row] = steps
            cuts[row], origins[row] = done.cut, done.source
        kept = pc.if_else(pa.array(self._written), self._now, pa.scalar(None, self._now.type))
        self.texts = with_texts(kept, texts)
        self.cuts = _column(len(kept), "no", cuts)
        self.origins = _column(len(kept), "listing", origins)


def _matches(column: pa.Array, expression: str) -> np.ndarray:
    found = pc.fill_null(pc.match_substring_regex(column, expression), False)
    return np.array(found.to_numpy(zero_copy_only=False))


def _column(rows: int, usual: str, others: Mapping[int, str]) -> pa.Array:
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
        grown = not now.startswith(done.text)
        shorter = "spaces" if done.text == now.rstrip() else "trim"
        found.append(Step("excerpt", f"word_{done.source}" if grown else shorter, now, done.text))
    return found
