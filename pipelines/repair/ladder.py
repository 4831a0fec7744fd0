"""The ladder over one column: the first step that proves itself wins, and each leaves its name.

Texts that nothing speaks against never meet Python (`suspects`). The others are taken up the steps together, list
by list, because each step asks the list: which wrong readings it proves, where it cuts, which words it knows.

    entities, breaks -> mojibake -> c1, controls, invisible, ligatures, compose -> letters -> cut -> lookalikes

Row count and order are the caller's; the result of a row depends on its own list and site only, never on order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from pipelines.repair import lost_letters
from pipelines.repair.cell import Cell
from pipelines.repair.columns.groups import Groups, Key
from pipelines.repair.columns.texts import Texts
from pipelines.repair.cuts import half_ends
from pipelines.repair.cuts.cut_ends import Cuts, by_script, one_reading
from pipelines.repair.encodings.pairs import half_read
from pipelines.repair.encodings.readings import LOST, Tail, marker_left
from pipelines.repair.ends import cut_rules, restore
from pipelines.repair.evidence import Evidence
from pipelines.repair.looks.suspects import Suspects, asked_for
from pipelines.repair.marks import read_all, read_marks
from pipelines.repair.mojibake import (
    consensus,
    cyrillic_in_cyrillic,
    latin_in_cyrillic,
    latin_in_latin,
    old_encodings,
)
from pipelines.repair.mojibake.reread import Reader
from pipelines.repair.suspect_cells import SuspectCells
from pipelines.repair.tidying import homoglyphs, tidy

COMMON_SIGNS = frozenset("’‘“”„«»–—…")
"""Signs that the lexicon may give back: what is written of the others, arrows above all, two are as likely as one."""
ALL_STEPS = frozenset({"entities", "breaks", "mojibake", "lossy", "fragments", "c1", "controls", "invisible", "ligatures",
                       "compose", "lookalikes", "letters", "rule", "page", "lexicon", "beginnings", "trim",
                       "halves"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended column.

    Attributes:
        texts: the column, mended; missing stays missing.
        cells: the suspects by row number, each with its steps.
        rules: how each list cuts, as far as it was asked.
    """

    texts: pd.Series
    cells: Mapping[int, Cell]
    rules: Mapping[Key, cut_rules.Rule]


def mend_column(
    texts: pd.Series,
    *,
    lists: Sequence[Key] | Groups | None = None,
    cuts: Sequence[Key] | Groups | None = None,
    sites: Sequence[Key] | Groups | None = None,
    languages: Sequence[str] | Groups | Callable[[Sequence[str]], str] | None = None,
    sources: Mapping[int, Sequence[restore.Source]] | None = None,
    steps: frozenset[str] = ALL_STEPS,
    found: Suspects | np.ndarray | None = None,
) -> Mended:
    """Mend a column of texts.

    Args:
        texts: `str` column; raw cells, lone bytes as marks.
        lists: which list each row is from: rows of one list share a wrong reading. All one if None.
        cuts: which cut rule each row shares; the lists if None.
        sites: which corpus each row belongs to; the lists if None.
        languages: ISO 639-1 code or tag of each row, "" where unknown; or what names it for a list,
            by the texts that stand for that.
        sources: by row number, the texts that may hold the row's whole teaser.
        steps: the steps that may work; all but in an ablation.
        found: the suspects, or their row numbers, where the caller has asked already.
    """
    column = Texts(texts)
    asked = asked_for(column, found)
    if not len(asked.rows):
        return Mended(texts, {}, {})
    grouped = Groups.given(lists)
    old, escaped = asked.rows[asked.of("old")], asked.rows[asked.of("markup") & ~asked.of("old")]
    named = len(old) + len(escaped) and "mojibake" in steps
    once = partial(column.once, lists=grouped, numbered=asked.numbered)
    read = old_encodings.read_lists(column, grouped, once(old)[0], once(escaped)[0]) if named else {}
    suspects = SuspectCells(column, sources or {})
    evidence = Evidence(
        column,
        suspects.shared,
        grouped,
        Groups.given(cuts),
        Groups.given(sites),
        languages if callable(languages) else Groups.given(languages),
        suspects.sources,
        asked.numbered,
    )
    moved = asked.rows[asked.of("moved") | asked.of("c1")]
    if len(moved) and "mojibake" in steps:
        moved, times = once(moved)
        read |= latin_in_latin.read_lists(column, grouped, moved, times, evidence.language, evidence.is_told)
        read |= cyrillic_in_cyrillic.read_lists(column, grouped, moved)
    asked = asked.narrowed("moved", np.zeros(0, np.int64))
    suspects.take(asked.narrowed("old", np.array(sorted(read), np.int64)), evidence)
    climb = _Climb(suspects, evidence, steps)
    climb.read(read)
    climb.all_steps()
    return Mended(suspects.texts(), suspects.shared, evidence.rules)


class _Climb:
    """A column on its way up the ladder: its suspects' cells, the steps that may work, and what lists and sites say."""

    def __init__(self, suspects: SuspectCells, evidence: Evidence, steps: frozenset[str]) -> None:
        self.suspects = suspects
        self.cells = suspects.cells
        self.wanted = suspects.wanted
        self.sources = suspects.sources if "page" in steps else {}
        self.evidence = evidence
        self.steps = steps
        self.left: set[int] = set()  # rows that mojibake leaves to no other step

    def read(self, texts: Mapping[int, str]) -> None:
        """Take what an old encoding was read back to, by row."""
        for row, text in texts.items():
            if row in self.cells:
                self.cells[row].becomes("mojibake", text)

    def all_steps(self) -> None:
        """Climb."""
        self.markup()
        self.suspects.look_again()
        if "mojibake" in self.steps:
            by_script(self.cells, self.wanted("end"), whole=True)
            self.mojibake()
            self.suspects.look_behind_mojibake()
        by_script(self.cells, self.wanted("end"))
        self.tidy()
        self.suspects.look_last()
        self.evidence.start_over()
        rows = dict.fromkeys(self.wanted("end") + self.wanted("loss"))
        Cuts(self.cells, self.evidence, self.sources, "rule" in self.steps).find(rows)
        if "letters" in self.steps:
            self.give_back()
        self.restore_cuts()
        if "halves" in self.steps:
            half_ends.read(self.cells, self.wanted("markup"), self.sources)
        if "lookalikes" in self.steps:
            self.unmix()

    def markup(self) -> None:
        """Entities and line-break tags."""
        for row in self.wanted("markup"):
            cell = self.cells[row]
            if "entities" in self.steps:
                cell.becomes("entities", tidy.entities(cell.body))
                if "halves" in self.steps:
                    half_ends.trim_misread(cell)
            if "breaks" in self.steps:
                cell.becomes("breaks", tidy.breaks(cell.body))

    def mojibake(self) -> None:
        """Read back what was read wrong: each text by itself, then with what its list proves."""
        reader = Reader(self.evidence, "fragments" in self.steps, "lossy" in self.steps)
        self.left = reader.left
        read: dict[Key, list[tuple[Cell, int]]] = defaultdict(list)
        rows = [row for row in self.wanted("mojibake") if self.cells[row].tail is None]
        reader.read_all({row: self.cells[row] for row in rows})
        for row in rows:
            cell = self.cells[row]
            if cell.reading:
                read[self.evidence.key("list", row)].append((cell, self.suspects.times[row]))
        proven = {key: consensus.proven(cells) for key, cells in read.items()}
        for row in rows:
            reader.second_look(row, self.cells[row], proven.get(self.evidence.key("list", row), ()))

    def tidy(self) -> None:
        """The small damages, and the markers off."""
        tidied: dict[int, None] = {}
        for name, wanted, mend in tidy.STEPS:
            if name not in self.steps or name == "lookalikes":
                continue
            for row in dict.fromkeys([*self.wanted(name), *tidied]):
                cell = self.cells[row]
                if row in self.left or not wanted.search(cell.body):
                    continue
                tidied[row] = None
                if cell.tail is None:
                    cell.becomes(name, mend(cell.body))
                else:
                    cell.tail = cell.tail._replace(head=mend(cell.tail.head))
                    cell.becomes(name, cell.tail.head + cell.tail.shown)

    def give_back(self) -> None:
        """Characters lost inside words, and lone bytes of another encoding."""
        for row in self.wanted("loss"):
            cell = self.cells[row]
            body, end = (cell.tail.head, cell.tail.shown) if cell.tail else (cell.body, "")
            if not lost_letters.HURT.search(body):
                continue
            read = self._read_whole(row, body + end)
            if read is not None:
                cell.tail = None
                cell.becomes("letters", read)
            elif LOST in body and any(step == "mojibake" for step, *_ in cell.steps):
                continue  # its other bytes were asked, and left two
            elif lost_letters.LOSS.search(body + end):
                mended = lost_letters.give_back(body, self.evidence.corpus(row))
                mended = read_marks(mended + " .", "cp1252")[:-2]
                if mended != body:
                    cell.becomes("letters", mended + end)
                    cell.tail = cell.tail._replace(head=mended) if cell.tail else None

    def _read_whole(self, row: int, text: str) -> str | None:
        """A text whose bytes all are of one old encoding, in letters of its language; None for any other."""
        read = read_all(text)
        if read is None or read == text:
            return None
        letters = self.evidence.corpus(row).letters
        strange = (c for c in set(read) if c > "\x7f" and c.isalpha() and not letters.knows(c))
        return read if next(strange, None) is None else None

    def restore_cuts(self) -> None:
        """Give the lost character back, or trim to the last whole one."""
        for row, cell in self.cells.items():
            if cell.tail is not None:
                self._restore(row, cell, cell.tail)

    def _restore(self, row: int, cell: Cell, tail: Tail) -> None:
        found = restore.proven(tail, self.sources.get(row, ()))
        if found is not None and found.ends:
            left = marker_left(found.character, tail, cell.marker)
            if left is not None:  # nothing was cut: the source ends here, too
                cell.tail = None
                cell.becomes("mojibake", tail.head + found.character, left)
                return
        if found is not None:
            cell.source = found.source
            cell.becomes(f"character_{found.source}", tail.head + found.character)
            return
        corpus, letter = self.evidence.corpus(row), ""
        if "lexicon" in self.steps:
            letter = restore.from_lexicon(tail, corpus, "beginnings" in self.steps) or ""
        given = letter.isalpha() or letter in COMMON_SIGNS
        if given and (cell.reading or one_reading(tail, corpus)):
            cell.source = "lexicon"
            cell.becomes("character_lexicon", tail.head + letter)
        elif cell.whole:
            cell.tail = None
        elif "trim" in self.steps:
            cell.source = "trimmed"
            cell.becomes("trim", tail.head.rstrip())

    def unmix(self) -> None:
        """Letters of another alphabet; after the cuts, because a lone byte may look like one."""
        name, wanted, mend = tidy.STEPS[-1]
        mixed = [
            row
            for row in self.wanted(name)
            if tidy.CYRILLIC.search(body := self.cells[row].body)
            and wanted.search(body)
            and not half_read(body)
        ]
        broken = self._broken_letters() if mixed else {}
        mixed = [
            row
            for row in mixed
            if broken.get(self.evidence.key("list", row), set()).isdisjoint(self.cells[row].body)
        ]
        self._read_latin([row for row in mixed if self.evidence.language(row)])
        for row in mixed:
            cell = self.cells[row]
            if self.evidence.language(row):
                letters = self.evidence.corpus(row).letters
                slips = latin_in_cyrillic.slips_of(cell.body, letters)
                cell.becomes(name, homoglyphs.unmix(cell.body, letters.knows, slips))
            else:
                cell.becomes(name, mend(cell.body))

    def _broken_letters(self) -> Mapping[Key, set[str]]:
        """By list of Latin texts in which UTF-8 was read as Cyrillic: the letters that stood for first bytes, each half of one where it is left."""
        found: dict[Key, set[str]] = defaultdict(set)
        for row, cell in self.cells.items():
            for step, before, after in cell.steps:
                if step == "mojibake":
                    found[self.evidence.key("list", row)] |= latin_in_cyrillic.first_bytes(before, after)
        return found

    def _read_latin(self, rows: Sequence[int]) -> None:
        """Read back what was read as Cyrillic, list by list."""
        lists: dict[Key, list[int]] = {}
        for row in rows:
            if latin_in_cyrillic.may_be_latin(self.cells[row].body, self.evidence.corpus(row).letters):
                lists.setdefault(self.evidence.key("list", row), []).append(row)
        for some in lists.values():
            if not any(latin_in_cyrillic.proves(self.cells[row].body) for row in some):
                continue
            given = [(self.cells[row].body, self.evidence.corpus(row).letters) for row in some]
            pair = latin_in_cyrillic.pair_of(given)
            for row, (text, letters) in zip(some, given, strict=True):
                read = latin_in_cyrillic.read_latin(text, letters, pair) if pair else None
                self.cells[row].becomes("mojibake", read or text)
