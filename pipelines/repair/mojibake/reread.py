"""Reading one cell back from mojibake: with or without its marker, whole or in fragments, with what the list proves.

The decisions about codecs are in `mojibake`, that about an ellipsis at the end in `marker_or_byte`; here stands what is tried
in which order. A last letter may be left of a lost one or the text's own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from pipelines.repair import markers
from pipelines.repair.encodings import multibyte
from pipelines.repair.encodings.pairs import has_lone, has_pair, is_made_of, paired, shows
from pipelines.repair.encodings.readings import LOST, SENTENCE_SIGNS, Tail
from pipelines.repair.ends.glued import has_other_script
from pipelines.repair.evidence import Evidence
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.heads import eastern
from pipelines.repair.likelihood.letters import FLOOR
from pipelines.repair.likelihood.writing import Writing
from pipelines.repair.mojibake import (
    at_once,
    baked_markers,
    body_and_marker,
    consensus,
    halved_signs,
    kept_bytes,
    layers,
    lossy,
    lost_spaces,
    mojibake,
    old_encodings,
)
from pipelines.repair.mojibake.acutes import acute_before_gaps, only_acutes
from pipelines.repair.mojibake.body_and_marker import Ended
from pipelines.repair.mojibake.cased import (
    is_of_one_case,
    may_be_cased,
    read_cased,
    read_titled,
    was_changed,
    was_titled,
)
from pipelines.repair.mojibake.kept_bytes import keep_controls, keep_gaps, keep_gaps_unseen
from pipelines.repair.mojibake.marker_or_byte import BETWEEN, GAPPED, likelier_whole
from pipelines.repair.mojibake.only_capitals import is_a_unit, is_a_word, only_in_capitals
from pipelines.repair.mojibake.ordinary import are_ordinary
from pipelines.repair.mojibake.pooled import Pool
from pipelines.repair.mojibake.selectors import selected
from pipelines.repair.mojibake.spoken_of import speaks_of_it
from pipelines.repair.mojibake.straightened import curled
from pipelines.repair.mojibake.unwritten import nobody_writes, strange_letters

if TYPE_CHECKING:
    from pipelines.repair.cell import Cell

_SPACED = re.compile("[ÂÃ] ")  # a no-break space that became a space
_ASKED = re.compile(r"[Ã-ï]\?\w")  # a byte that became a question mark
GAPS = ("\u00a0", "\x85")  # white space that may be a byte inside a character
AS_LONG = 3
"""Texts of a list that all have so many bytes were cut there."""
FEW = 30
"""Texts that are read as quickly one after the other as together."""
MOST_PROVEN = 2
"""Readings of a list that are tried; a list has one, or one for each of its two fields."""


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
        self._without_pair: set[int] = set()
        # rows whose case was changed, read back by nothing: a guess would be wrong
        self.left: set[int] = set()
        self._doubted: set[int] = set()  # rows whose case may have been changed, not read back yet
        self._spoken: set[int] = set()  # rows that show mojibake on purpose, unless their list is misread
        self._pool = Pool()
        self._unseen: dict[str, Callable[[Sequence[str]], bool]] = {}

    def read_all(self, cells: Mapping[int, Cell]) -> None:
        """Read cells back, each by itself: what is plain mojibake together."""
        few = len(cells) <= FEW
        ordinary = [False] * len(cells) if few else are_ordinary([cell.body for cell in cells.values()])
        for (row, cell), is_ordinary in zip(cells.items(), ordinary, strict=True):
            if not is_ordinary:
                self._prepare(row, cell)
        plain = [None] * len(cells) if few else at_once.read_plain([cell.body for cell in cells.values()])
        for (row, cell), found, is_ordinary in zip(cells.items(), plain, ordinary, strict=True):
            if is_ordinary and found is not None:
                cell.reading = found.reading
                cell.becomes("mojibake", found.text)
            elif is_ordinary or row not in self._spoken:
                self._read(row, cell, found)

    def _prepare(self, row: int, cell: Cell) -> None:
        """Undo what was done to a misread text afterwards, unless it speaks of mojibake."""
        if speaks_of_it(cell.body):
            self._spoken.add(row)
            return
        if '€"' in cell.body or 'Ђ"' in cell.body:
            self._curl(row, cell)
        if "ï¸" in cell.body:
            cell.becomes("mojibake", selected(cell.body))

    def _read(self, row: int, cell: Cell, plain: at_once.Plain | None) -> None:
        """Read a cell back whose case may have been changed, by itself unless it is plain mojibake."""
        if was_titled(cell.body):
            self._titled(row, cell)
            return
        cased = may_be_cased(cell.body)
        if cased and self._cased(row, cell):
            return
        changed = cased and was_changed(cell.body)
        cased = changed or (cased and is_of_one_case(cell.body))
        before = replace(cell) if cased else cell
        if plain is None:
            self.read_back(row, cell, ())
        else:
            cell.reading = plain.reading
            cell.becomes("mojibake", plain.text)
        if cased and (nobody_writes(cell.body, self._writing(row)) if cell.reading else changed):
            self._leave(row, cell, before)
        elif cased:
            self._doubted.add(row)

    def _curl(self, row: int, cell: Cell) -> None:
        """Give misread dashes their quotes back; one that was made straight stands for two."""
        asked = partial(self._evidence.of_list, row)
        cell.becomes("mojibake", curled(cell.body, self._evidence.language(row), asked))

    def _leave(self, row: int, cell: Cell, before: Cell) -> None:
        """Leave a cell as it was, to this step and all others."""
        self.left.add(row)
        for name in ("body", "marker", "tail", "reading", "steps"):
            setattr(cell, name, getattr(before, name))

    def _writing(self, row: int) -> Writing:
        return Writing(partial(self._evidence.language, row), partial(self._evidence.corpus, row))

    def _titled(self, row: int, cell: Cell) -> None:
        """Read a cell back whose words were made to begin with capitals; a guess would leave some inside (`FéIdir`)."""
        writing = self._writing(row)
        found = read_titled(cell.body, writing)
        if found is None or nobody_writes(found.text, writing):
            self.left.add(row)
            return
        cell.reading = (found.codec,)
        cell.becomes("mojibake", found.text)

    def _cased(self, row: int, cell: Cell) -> bool:
        """Read a cell back whose case was changed, with or without its marker."""
        writing = self._writing(row)
        text, trail = markers.apart(cell.body + cell.marker)
        if has_lone(text[: -markers.NEAR_END]):
            return False  # no byte of any character, with marker or without
        for body, marker in dict.fromkeys([(text, ""), markers.split(text)]):
            found = read_cased(body, writing)
            if found is not None:
                strange = nobody_writes(found.text, writing) or strange_letters(body, found.text, writing)
                if not found.codec or strange:
                    self.left.add(row)
                    return True
                cell.reading = (found.codec,)
                cell.becomes("mojibake", found.text, marker + trail)
                return True
        return False

    def read_back(self, row: int, cell: Cell, known: Sequence[str]) -> None:
        """Read a cell back, with or without its marker; what remains of a cut character becomes its tail."""
        text, trail = markers.apart(cell.body + cell.marker)
        if not has_pair(text, known) or ("Â" in text and only_in_capitals(text)) or is_a_unit(text):
            self._without_pair.add(row)
            return
        writing = self._writing(row)
        if (halved := halved_signs.read_back(text, known, writing)) is not None:
            cell.reading, cell.tail = halved.tail.reading, halved.tail
            cell.becomes("mojibake", halved.tail.head + halved.tail.shown, halved.marker + trail)
            return
        whole = mojibake.read_paired(text, known, writing)
        ended = body_and_marker.apart(text, known, writing, whole)
        found, marker = self._told(row, ended, known, writing, whole)
        if whole is not None and found is None and marker:
            if whole.shown.endswith(marker):
                found = mojibake.cut_only(ended.body, whole.reading[-1:])
            if found is None and self._nobody_writes(row, whole.text):
                return
        of_such = BETWEEN if ended.baked else 1.0
        if whole is not None and (
            found is None or likelier_whole(self._evidence, row, whole, found, marker, of_such)
        ):
            found, marker = whole, ""
        if found is None:
            if not known:
                self._pool.add(self._evidence.key("list", row), ended.body, writing)
            return
        found, cell.tail = self._with_tail(row, found, ended.baked, 0 if marker or cell.source else len(text))
        cell.reading = found.reading
        cell.becomes("mojibake", found.text + found.shown, marker + trail)

    def _told(
        self, row: int, ended: Ended, known: Sequence[str], writing: Writing, whole: mojibake.Unbaked | None
    ) -> tuple[mojibake.Unbaked | None, str]:
        """What a body reads back to, and its marker, where the marker's first sign may be a byte of the last character."""
        if ended.marker.startswith(GAPS):
            return self._with_gap(row, ended, known)
        if whole is None and not ended.baked and ended.marker[:1] == "…":
            return self._with_ellipsis(row, ended, writing)
        return ended.found, ended.marker

    def _with_tail(
        self, row: int, found: mojibake.Unbaked, baked: bool, unmarked: int
    ) -> tuple[mojibake.Unbaked, Tail | None]:
        """A text read back, and what it holds of a cut character.

        Args:
            row: of the text.
            found: what it reads back to.
            baked: whether its marker was read wrong with it.
            unmarked: how long it is if no marker says that it was cut, else 0. It may only have lost the space after its last
                letter, which is given back then.
        """
        if found.shown and "\xc2" <= found.text[-1:] <= "\xf4":
            found = mojibake.deeper(found, self._evidence.corpus(row))
        tail = mojibake.tail_of(found)
        if tail is None or (not baked and self._natural(row, tail)):
            return found, None
        if self._lossy and unmarked and self._evidence.as_long(row, unmarked) < AS_LONG:
            letter = lost_spaces.given_back(tail, self._evidence.corpus(row))
            if letter:
                return found._replace(text=found.text + letter, shown=""), None
        return found, tail

    def _with_gap(self, row: int, ended: Ended, known: Sequence[str]) -> tuple[mojibake.Unbaked | None, str]:
        """The same, where it looks like a gap."""
        body, marker, found, _ = ended
        longer = mojibake.read_back(body + marker[0], known)
        if longer is None or (found is not None and len(found.reading) > len(longer.reading)):
            return found, marker
        half = found or mojibake.cut_only(body, longer.reading[-1:])
        if longer.shown:
            ends = len(longer.reading) > 1 or has_other_script(longer.text[-8:])
        elif half is None or not half.shown or len(half.reading) < len(longer.reading):
            ends = False
        else:  # U+0085 is no gap that anyone writes
            ends = marker[0] == "\x85" or likelier_whole(self._evidence, row, longer, half, marker, GAPPED)
        return (longer, marker[1:]) if ends else (found, marker)

    def _with_ellipsis(self, row: int, ended: Ended, writing: Writing) -> tuple[mojibake.Unbaked | None, str]:
        """The same, where `…` stands before words that came through: `Ñ… Подробнее`."""
        body, marker, found, _ = ended
        if found is None or not found.shown or not marker[1:].strip():
            return found, marker
        longer = mojibake.read_back(body + marker[0], found.reading[-1:], writing)
        if longer is None or longer.shown or not likelier_whole(self._evidence, row, longer, found, marker):
            return found, marker
        return longer, marker[1:]

    def second_look(self, row: int, cell: Cell, proven: Sequence[tuple[str, ...]]) -> None:
        """Read a cell back that resisted, by the list's readings, with lost bytes filled in, in fragments; or as its list has it."""
        if cell.reading:
            self._as_the_list(row, cell, proven)
            self._below(row, cell)
            return
        if row in self._spoken and not proven:
            self.left.add(row)
        if row in self.left:
            return
        proven = proven or self._pool.readings(self._evidence.key("list", row))
        asked = row not in self._without_pair
        narrow = asked and (paired(cell.body) or baked_markers.split(cell.body) is not None)
        wide = asked and len(proven) > 0 and multibyte.may_be(cell.body)  # that has no fragments
        listed = [reading for reading in proven[:MOST_PROVEN] if narrow or wide or shows(cell.body, reading)]
        if not narrow and not listed and LOST not in cell.body and not _SPACED.search(cell.body):
            return
        bad = layers.is_bad(markers.split_words(cell.body)[0])
        for reading in () if bad else listed:  # a bad text was held against every codec
            self.read_back(row, cell, reading)
            if cell.reading:
                return
        if bad and self._lossy and self._filled_in(row, cell):
            self._below(row, cell)
            return
        text, trail = markers.apart(cell.body)
        body, marker = markers.split(text)
        baked = None if marker else baked_markers.split(text)
        if baked is not None:
            body, marker = baked.body, baked.marker
        elif not marker:
            body, marker = markers.split_words(text)
        mended = self._in_fragments(row, body, bad)
        if row in self._doubted and nobody_writes(mended, self._writing(row)):
            self.left.add(row)
            return
        if baked is None and (mended == body or layers.sews(body, mended)):
            return  # what stands before the end is not told yet
        cell.becomes("mojibake", mended, (marker + trail) or cell.marker)

    def _as_the_list(self, row: int, cell: Cell, proven: Sequence[tuple[str, ...]]) -> None:
        """Read a cell again that the list's best reading does not explain."""
        if not proven or not consensus.may_explain(proven[0], cell):
            return
        again = type(cell)(cell.steps[-1][1], steps=cell.steps[:-1])
        self.read_back(row, again, proven[0])
        if again.reading == proven[0]:
            cell.body, cell.marker, cell.steps = again.body, again.marker, again.steps
            cell.tail, cell.reading = again.tail, again.reading

    def _below(self, row: int, cell: Cell) -> None:
        """Read what is left of a text that was misread twice and lost bytes between: `skaiÃ„ï¿½iuokliai` was `skaiÄ�iuokliai`."""
        if cell.tail is not None or not (layers.is_bad(cell.body) or _ASKED.search(cell.body)):
            return
        outer = cell.reading
        if self._lossy and self._filled_in(row, cell):
            cell.reading = (*cell.reading, *outer)
            return
        cell.becomes("mojibake", self._any_fragments(row, cell.body, bad=True))

    def _filled_in(self, row: int, cell: Cell) -> bool:
        body, marker = markers.split(cell.body)
        if not marker:
            body, marker = markers.split_words(cell.body)
        corpus = self._evidence.corpus(row)
        asked = self._evidence.of_list
        acutes = (not corpus.language or not corpus.profiled) and asked(row, only_acutes)
        body = acute_before_gaps(body) if acutes else body
        gaps = asked(row, keep_gaps) or asked(row, self._gaps_unseen(corpus))
        spaces = kept_bytes.spaces(gaps, asked(row, keep_controls))
        behind = marker or "&" * bool(cell.source)
        full = lossy.refill(body, corpus, spaces, acutes or bool(corpus.language), behind)
        filled = type(cell)(full + marker, cell.marker, source=cell.source)
        if filled.body == cell.body:
            return False
        self.read_back(row, filled, ())
        if not filled.reading or layers.sews(cell.body, filled.body):
            return False
        if is_made_of(filled.body, filled.reading):  # it was misread twice
            outer = filled.reading
            if filled.tail is not None or not self._filled_in(row, filled):
                return False
            filled.reading = (*filled.reading, *outer)
        cell.reading, cell.tail = filled.reading, filled.tail
        cell.becomes("mojibake", filled.body, filled.marker)
        return True

    def _gaps_unseen(self, corpus: Corpus) -> Callable[[Sequence[str]], bool]:
        """`keep_gaps_unseen` of a language, the same for all of its texts."""
        language = corpus.language if corpus.profiled else ""
        letters = corpus.letters if language else None
        return self._unseen.setdefault(language, partial(keep_gaps_unseen, letters))

    def _in_fragments(self, row: int, body: str, bad: bool) -> str:
        """The body with its fragments read back; an end read as a character nobody writes here is left for the cut."""
        mended = self._any_fragments(row, body, bad)
        doubted = body[-1:] in SENTENCE_SIGNS or eastern(body[:-2])
        if doubted and mended[-1:] != body[-1:] and self._nobody_writes(row, mended):
            return self._any_fragments(row, body[:-3], bad) + body[-3:]
        return mended

    def _any_fragments(self, row: int, body: str, bad: bool) -> str:
        spelled = is_a_unit(body) or ("Â" in body and (only_in_capitals(body) or is_a_word(body)))
        spelled = spelled or (bad and old_encodings.is_of_other_bytes(body))
        whole = bad and not spelled
        mended = mojibake.mend_fragments(body, self._evidence.of_list(row, keep_gaps)) if whole else body
        if mended != body and strange_letters(body, mended, self._writing(row)):
            mended = body
        if self._fragments and not spelled and self._evidence.language(row) and has_pair(mended):
            mended = mojibake.likely_fragments(mended, self._evidence.corpus(row))[0]
        return mojibake.mend_apart(mended) if whole else mended

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
        return mass <= 0 or math.log(mass) < mojibake.stands(tail.shown, tail.head, corpus)
