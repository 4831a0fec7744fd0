"""The ladder over one column: the first rung that proves itself wins, and each leaves its name.

Texts that nothing speaks against never meet Python (`suspects`). The others are taken up the rungs together, list
by list, because each rung asks the list: which wrong readings it proves, where it cuts, which words it knows.

    entities, breaks -> mojibake -> c1, controls, invisible, ligatures, compose, lookalikes -> letters -> cut

Row count and order are the caller's; the result of a row depends on its own list and corpus only, never on order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
import math
from zlib import crc32

import pandas as pd
from ftfy.badness import is_bad

from pipelines.repair import cut, lossy, lost, markers, mojibake, restore, tidy
from pipelines.repair.corpus import MOST_TEXTS, Corpus
from pipelines.repair.letters import FLOOR
from pipelines.repair.marks import read_marks
from pipelines.repair.readings import LOST, Tail, fits, tails
from pipelines.repair.suspects import suspects

Key = object
"""What names a list or a corpus: any hashable value of the caller's column."""

PROVEN_READING = 2
"""Texts of a list that one reading accounts for before it is tried on a text that does not look bad by itself."""
ALL_RUNGS = frozenset({"entities", "breaks", "mojibake", "lossy", "fragments", "c1", "controls", "invisible", "ligatures",
                       "compose", "lookalikes", "letters", "rule", "page", "lexicon", "trim"})  # fmt: skip


@dataclass(slots=True)
class Cell:
    """One suspect on its way up.

    Attributes:
        body: the text without its marker, as mended so far.
        marker: the marker at the end, its gap included.
        steps: (rung, before, after) of the whole text.
        tail: the cut end, where the text ends inside a character.
        reading: the wrong reading it went through, innermost first.
        source: where the lost character came from; "" where nothing was lost.
    """

    body: str
    marker: str = ""
    steps: list[tuple[str, str, str]] = field(default_factory=list)
    tail: Tail | None = None
    reading: tuple[str, ...] = ()
    source: str = ""

    @property
    def text(self) -> str:
        """The whole text."""
        return self.body + self.marker

    def becomes(self, rung: str, body: str, marker: str | None = None) -> None:
        """Change the text, and remember which rung did."""
        before = self.text
        self.body = body
        if marker is not None:
            self.marker = marker
        if self.text != before:
            self.steps.append((rung, before, self.text))


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
    rules: Mapping[Key, cut.Rule]


def mend_column(
    texts: pd.Series,
    *,
    lists: Sequence[Key] | None = None,
    cuts: Sequence[Key] | None = None,
    sites: Sequence[Key] | None = None,
    languages: Sequence[str] | None = None,
    sources: Mapping[int, Sequence[restore.Source]] | None = None,
    rungs: frozenset[str] = ALL_RUNGS,
) -> Mended:
    """Mend a column of texts.

    Args:
        texts: `str` column; raw cells, lone bytes as marks.
        lists: which list each row is from: rows of one list share a wrong reading. All one if None.
        cuts: which cut rule each row shares; the lists if None.
        sites: which corpus each row belongs to; the lists if None.
        languages: ISO 639-1 code or tag of each row, "" where unknown.
        sources: by row number, the texts that may hold the row's whole teaser.
        rungs: the rungs that may work; all but in an ablation.
    """
    rows = [int(row) for row in suspects(texts)]
    if not rows:
        return Mended(texts, {}, {})
    column = _Column(texts, lists, cuts, sites, languages, sources or {}, rungs, rows)
    column.decode()
    column.tidy()
    column.find_cuts()
    column.give_back()
    column.restore_cuts()
    column.unmix()
    return Mended(column.result(), column.cells, column.rules)


class _Column:
    """A column on its way up the ladder: the suspects, and what their lists and sites say."""

    def __init__(
        self,
        texts: pd.Series,
        lists: Sequence[Key] | None,
        cuts: Sequence[Key] | None,
        sites: Sequence[Key] | None,
        languages: Sequence[str] | None,
        sources: Mapping[int, Sequence[restore.Source]],
        rungs: frozenset[str],
        rows: list[int],
    ) -> None:
        self.texts = texts
        self.rungs = rungs
        self.sources = sources
        self.cells = {row: Cell(text) for row, text in zip(rows, texts.iloc[rows].tolist(), strict=True)}
        self._lists = lists
        self._cuts = cuts if cuts is not None else lists
        self._sites = sites if sites is not None else lists
        self._languages = languages
        self.rules: dict[Key, cut.Rule] = {}
        self._corpora: dict[Key, Corpus] = {}
        self._members: dict[str, dict[Key, list[int]]] = {}
        self._read = False  # until the suspects are read back, they are no witnesses
        self._plain: list[str | None] | None = None

    # what a row belongs to
    def _list_of(self, row: int) -> Key:
        return self._lists[row] if self._lists is not None else None

    def _cut_of(self, row: int) -> Key:
        return self._cuts[row] if self._cuts is not None else None

    def _language_of(self, row: int) -> str:
        return (self._languages[row] or "") if self._languages is not None else ""

    def _site_of(self, row: int) -> Key:
        return (self._sites[row] if self._sites is not None else None, self._language_of(row))

    def _rows_of(self, kind: str, key: Key) -> list[int]:
        if kind not in self._members:
            of = self._cut_of if kind == "cut" else self._site_of
            grouped: dict[Key, list[int]] = defaultdict(list)
            for row in range(len(self.texts)):
                grouped[of(row)].append(row)
            self._members[kind] = grouped
        return self._members[kind][key]

    def _now(self, row: int) -> str | None:
        """The body of a row as it stands: a suspect's as mended so far, anyone else's as it came."""
        if row in self.cells:
            return self.cells[row].body
        if self._plain is None:
            self._plain = [text if isinstance(text, str) else None for text in self.texts.tolist()]
        text = self._plain[row]
        return None if text is None else markers.split(text)[0]

    def corpus(self, row: int) -> Corpus:
        """The corpus of a row's site and language."""
        key = self._site_of(row)
        if key not in self._corpora:
            rows = self._rows_of("site", key)
            texts = [text for each in rows if (self._read or each not in self.cells) and (text := self._now(each))]
            texts += [source.text for each in rows for source in self.sources.get(each, ())]
            if len(texts) > MOST_TEXTS:
                texts = sorted(texts, key=lambda text: (crc32(text.encode("utf-8", "replace")), text))
            self._corpora[key] = Corpus(texts, self._language_of(row))
        return self._corpora[key]

    # the rungs
    def decode(self) -> None:
        """Entities, line-break tags and mojibake, with what the lists prove."""
        for cell in self.cells.values():
            if "entities" in self.rungs:
                cell.becomes("entities", tidy.entities(cell.body))
            if "breaks" in self.rungs:
                cell.becomes("breaks", tidy.breaks(cell.body))
        if "mojibake" not in self.rungs:
            self._split()
            return
        readings: dict[Key, Counter[tuple[str, ...]]] = defaultdict(Counter)
        for row, cell in self.cells.items():
            self._read_back(row, cell, ())
            if cell.reading:
                readings[self._list_of(row)][cell.reading] += 1
        self._split()
        for row, cell in self.cells.items():
            if not cell.reading:
                known = [r for r, n in readings[self._list_of(row)].most_common() if n >= PROVEN_READING]
                self._second_look(row, cell, known)

    def _read_back(self, row: int, cell: Cell, known: tuple[str, ...]) -> None:
        """Read a cell back, with or without its marker; what remains of a cut character becomes its tail."""
        whole = mojibake.read_back(cell.text, known)
        body, marker = markers.split(cell.text)
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

    def _natural(self, row: int, tail: Tail) -> bool:
        """Whether what is left is rather a character of its own, in a text that is mojibake only in part."""
        if not self._language_of(row):
            return False
        corpus = self.corpus(row)
        mass = corpus.mass(tail)
        return mass <= 0 or math.log(mass / cut.IN_PART) < mojibake.stands(tail.shown, tail.head, corpus)

    def _likelier_whole(self, row: int, whole: mojibake.Unbaked, split: mojibake.Unbaked) -> bool:
        """Whether an ellipsis at the end is rather a byte of the last character than a marker."""
        if whole.text == split.text + markers.split(whole.text)[1]:
            return True
        corpus = self.corpus(row)
        tail, other = mojibake.tail_of(whole), mojibake.tail_of(split)
        before = whole.text[:-1]
        one = corpus.mass(tail) if tail else corpus.chance(whole.text[-1], before)
        return one > cut.MARKED * (corpus.mass(other) if other else corpus.ends_word(split.text))

    def _second_look(self, row: int, cell: Cell, known: list[tuple[str, ...]]) -> None:
        for reading in known:
            self._read_back(row, cell, reading)
            if cell.reading:
                return
        if "lossy" in self.rungs and self._language_of(row) and is_bad(cell.body):
            filled = Cell(lossy.refill(cell.body, self.corpus(row)), cell.marker)
            self._read_back(row, filled, ())
            if filled.reading:
                cell.reading, cell.tail = filled.reading, filled.tail
                cell.becomes("mojibake", filled.body, filled.marker)
                return
        cell.becomes("mojibake", self._fragments(row, cell.body))

    def _fragments(self, row: int, body: str) -> str:
        """What ftfy makes of the body; an end that it reads as a character nobody writes here is left for the cut."""
        mended = self._any_fragments(row, body)
        if mended[-1:] != body[-1:] and self._nobody_writes(row, mended):
            return self._any_fragments(row, body[:-3]) + body[-3:]
        return mended

    def _nobody_writes(self, row: int, text: str) -> bool:
        """Whether the language does not know the last character of a text."""
        return bool(self._language_of(row)) and self.corpus(row).chance(text[-1:], text[:-1]) <= FLOOR

    def _any_fragments(self, row: int, body: str) -> str:
        mended = mojibake.mend_fragments(body)
        if "fragments" in self.rungs and self._language_of(row) and not mended.isascii():
            mended = mojibake.likely_fragments(mended, self.corpus(row))[0]
        return mended

    def _split(self) -> None:
        for cell in self.cells.values():
            if not cell.marker and cell.tail is None:
                cell.body, cell.marker = markers.split(cell.body)

    def tidy(self) -> None:
        """The small damages."""
        for cell in self.cells.values():
            for name, wanted, mend in tidy.RUNGS:
                if name in self.rungs and name != "lookalikes" and wanted.search(cell.body):
                    cell.becomes(name, mend(cell.body))

    def find_cuts(self) -> None:
        """Find the texts that end inside a character: by proof, then by odds, then by what their list proves."""
        self._corpora.clear()
        self._read = True
        undecided = []
        for row, cell in self.cells.items():
            if cell.tail is not None or next(tails(cell.body), None) is None:
                continue
            said = cut.lone_bytes(cell.body) or self._by_page(row, cell.body)
            if isinstance(said, Tail):
                cell.tail = said
            elif said is None:
                undecided.append(row)
        proven: dict[Key, set[str]] = defaultdict(set)
        for alone in (True, False):
            for row in undecided:
                cell = self.cells[row]
                if cell.tail is None:
                    codecs = () if alone else sorted(proven[self._cut_of(row)])
                    if alone or codecs:
                        self._by_odds(row, cell, codecs)
            for row, cell in self.cells.items():
                if alone and cell.tail is not None and (cell.tail.reading or cell.tail.shown == "?"):
                    proven[self._cut_of(row)].update(cell.tail.reading or ("",))

    def _by_page(self, row: int, body: str) -> Tail | bool | None:
        """What the sources say of an end: the cut it proves, True where it stands so, None where they say nothing."""
        if "page" not in self.rungs:
            return None
        for source in self.sources.get(row, ()):
            for tail in tails(body):
                after = restore.rest(tail.head, source.text)
                if after and after.startswith(tail.shown):
                    return True
                if after and fits(restore.first_character(after), tail):
                    return tail
        return None

    def _by_odds(self, row: int, cell: Cell, codecs: Sequence[str]) -> None:
        found = cut.judge(cell.body, self.corpus(row), self.rule(self._cut_of(row)), codecs, bool(cell.marker))
        cell.tail = found[0] if found is not None else None

    def rule(self, key: Key) -> cut.Rule:
        """How a list cuts, from the rows whose end is certain."""
        if "rule" not in self.rungs:
            return cut.NONE
        if key not in self.rules:
            self.rules[key] = cut.infer(self._ends(key))
        return self.rules[key]

    def _ends(self, key: Key) -> Iterable[list[tuple[str, int]]]:
        for row in self._rows_of("cut", key):
            cell = self.cells.get(row)
            text = self._now(row)
            if not text:
                continue
            if cell is None:
                yield [(text, 0)]
            elif cell.tail is not None:
                yield [(cell.tail.head, len(cell.tail.kept) or len(cell.tail.shown))]
            else:
                yield [(text, 0), *((tail.head, len(tail.kept)) for tail in tails(text) if tail.kept)]

    def give_back(self) -> None:
        """Characters lost inside words, and lone bytes of another encoding."""
        if "letters" not in self.rungs:
            return
        for row, cell in self.cells.items():
            body, end = (cell.tail.head, cell.tail.shown) if cell.tail else (cell.body, "")
            if lost.LOSS.search(body + end):
                mended = lost.give_back(body, self.corpus(row))
                mended = read_marks(mended + " .", "cp1252")[:-2]
                if mended != body:
                    cell.becomes("letters", mended + end)
                    if cell.tail:
                        cell.tail = cell.tail._replace(head=mended)

    def restore_cuts(self) -> None:
        """Give the lost character back, or trim to the last whole one."""
        for row, cell in self.cells.items():
            if cell.tail is None:
                continue
            found = restore.proven(cell.tail, self.sources.get(row, ())) if "page" in self.rungs else None
            if found is not None:
                cell.source = found[1]
                cell.becomes(f"character_{found[1]}", cell.tail.head + found[0])
                continue
            letter = restore.from_lexicon(cell.tail, self.corpus(row)) if "lexicon" in self.rungs else None
            if letter is not None:
                cell.source = "lexicon"
                cell.becomes("character_lexicon", cell.tail.head + letter)
            elif "trim" in self.rungs:
                cell.source = "trimmed"
                cell.becomes("trim", cell.tail.head.rstrip())

    def unmix(self) -> None:
        """Letters of another alphabet; after the cuts, because a lone byte may look like one."""
        name, wanted, mend = tidy.RUNGS[-1]
        for cell in self.cells.values():
            if name in self.rungs and wanted.search(cell.body) and not mojibake.half_read(cell.body):
                cell.becomes(name, mend(cell.body))

    def result(self) -> pd.Series:
        """The column with the suspects' texts in place."""
        changed = {row: cell.text for row, cell in self.cells.items() if cell.steps}
        if not changed:
            return self.texts
        out = self.texts.copy()
        out.iloc[list(changed)] = list(changed.values())
        return out


__all__ = ["ALL_RUNGS", "LOST", "Cell", "Mended", "mend_column"]
