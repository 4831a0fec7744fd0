"""Finding the cells that end inside a character: by their script, by lone bytes, by a source, by odds, by their list.

Each way leaves a `Tail` in the cell; what becomes of it is `restore`'s. White space that stands behind the end, and a
marker, come off first, because a cut character stands before them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from pipelines.repair import markers
from pipelines.repair.cell import Cell
from pipelines.repair.columns.groups import Key
from pipelines.repair.cuts.left_behind import left_behind, may_be_left_behind
from pipelines.repair.cuts.weighing import Weighed
from pipelines.repair.encodings.pairs import paired, shows
from pipelines.repair.encodings.readings import LOST, PRIOR, Tail, fits, tails
from pipelines.repair.ends import cut_rules, restore
from pipelines.repair.ends.endings import lone_bytes, possible
from pipelines.repair.ends.glued import glued, of_other_script, worth_asking
from pipelines.repair.evidence import Evidence
from pipelines.repair.likelihood.alphabets import NEAR
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.mojibake.eastern_layers import has_none
from pipelines.repair.mojibake.layers import had
from pipelines.repair.mojibake.reread import GAPS

SEVERAL = 2
"""Other cut ends of a list that went through a codec, before it may take a letter off a whole word."""
LOSSES = (LOST, "?")
"""What stands for a lost character of which no byte was kept."""
_INSIDE = re.compile(f"(?:{LOST}(?<=[^\\W\\d_].){LOST}*|\\?(?<=[^\\W\\d_].)(?=[^\\W\\dA-Z_]))[^\\W\\d_]")
_LOSSY = re.compile(f"{LOST}|[ÂÃ] ")
"""A lost byte, or a no-break space that became a space."""
_THREE_BYTES = "\u0800"
"""First code point whose UTF-8 takes three bytes, of which a cut leaves two."""
_SHOWN = NEAR + markers.NEAR_END
"""Characters of a body that show what its end is left of, its marker included."""


def _lost_inside(text: str) -> bool:
    """Whether a text has lost a letter between two others of a word."""
    return (LOST in text or "?" in text) and _INSIDE.search(text) is not None


def split_off(cell: Cell) -> None:
    """Take marker and white space off the end of a cell."""
    if not cell.marker:
        cell.body, cell.marker = _split(cell.body)


def _split(text: str) -> tuple[str, str]:
    body, marker = markers.split(text)
    if not marker:
        return markers.apart(text)
    if marker.startswith(GAPS) and of_other_script(body[-2:-1] or " ") and body[-1] < "\u0530":
        longer = body + marker[0]
        if glued(longer[-NEAR:]) is not None:  # a byte of the character, and no gap
            return longer, marker[1:]
    return body, marker


def without_marker(cell: Cell) -> bool:
    """`split_off`, and words that may be a link's, where what stands before them can be half a character; whether there were such."""
    split_off(cell)
    body, marker = markers.split_words(cell.body)
    if not marker or cell.marker.strip() or not body[-1:] > "\x7f" or not possible(body):
        return False
    cell.body, cell.marker = body, marker + cell.marker
    return True


def by_script(cells: Mapping[int, Cell], rows: Iterable[int], whole: bool = False) -> None:
    """Find the cuts that their script shows, before any step takes what is left of them for something of its own.

    Args:
        cells: the suspects by row.
        rows: those that may end inside a character.
        whole: only behind what no codec can have shown, so that reading the text back is not tried first.
    """
    for row in rows:
        cell = cells[row]
        if cell.tail is not None or not worth_asking(cell.body.rstrip()[-_SHOWN:]):
            continue
        body, marker = (cell.body, cell.marker) if cell.marker else _split(cell.body)
        tail = glued(body[-NEAR:])
        if tail is not None:
            tail = tail._replace(head=body[: -len(tail.shown)])
        if not whole or (tail is not None and _is_half(tail.shown) and _reads_as_it_stands(tail.head)):
            cell.body, cell.marker, cell.tail = body, marker, tail


def _is_half(shown: str) -> bool:
    """Whether what is left of a character is a whole one in no codec: `Â®` behind a word may be its sign."""
    return not shows(shown, tuple(PRIOR))


def _reads_as_it_stands(text: str) -> bool:
    """Whether a text has a character that no codec of one byte shows, and nothing that looks like the bytes of one."""
    if _of_no_codec().search(text) is None or _LOSSY.search(text) is not None:
        return False
    return not paired(text) and has_none(text)


@cache
def _of_no_codec() -> re.Pattern[str]:
    return re.compile("[^" + "".join(map(re.escape, sorted(had()))) + "]")


def one_reading(tail: Tail, corpus: Corpus) -> bool:
    """Whether one wrong reading accounts for a cut end: by another the same sign would be left of another letter (`nΓ`)."""
    if not tail.reading:
        return True
    weights: dict[bytes, float] = defaultdict(float)
    for other in tails(tail.head + tail.shown):
        if other.shown == tail.shown and other.reading:
            weights[other.kept] += PRIOR[other.reading[0]] * corpus.mass(other)
    return weights[tail.kept] >= restore.SURE * sum(weights.values())


class Cuts:
    """Finds the cuts of one column.

    Args:
        cells: the suspects by row.
        evidence: what lists and sites say.
        sources: by row, the texts that may hold its whole text; none where they may not be asked.
        ruled: whether the lists' rules are asked.
    """

    def __init__(
        self,
        cells: Mapping[int, Cell],
        evidence: Evidence,
        sources: Mapping[int, Sequence[restore.Source]],
        ruled: bool,
    ) -> None:
        self._cells = cells
        self._evidence = evidence
        self._sources = sources
        self._ruled = ruled

    def find(self, rows: Iterable[int]) -> None:
        """Find the texts that end inside a character: by proof, then by odds, then by what their list proves."""
        undecided: list[int] = []
        followed: list[int] = []
        for row in rows:
            cell = self._cells[row]
            if cell.tail is not None:
                continue
            if not without_marker(cell) and may_be_left_behind(cell.body):
                followed.append(row)
            else:
                self._ask(row, undecided)
        for row in followed:  # their site's words are counted when no text has its marker any more
            if not self._left_behind(row, self._cells[row]):
                self._ask(row, undecided)
        self._by_odds(undecided)
        self._spare()

    def _ask(self, row: int, undecided: list[int]) -> None:
        """What proves the end of a text by itself; without proof it stays undecided."""
        cell = self._cells[row]
        if cell.steps and "compose" in [step for step, _, _ in cell.steps]:
            cell.tail = self._by_marks(row, cell.body)
        if cell.tail is not None or not possible(cell.body):
            return
        said = lone_bytes(cell.body) or (self._by_page(row, cell.body) if self._sources else None)
        if isinstance(said, Tail):
            cell.tail = said
        elif said is None:
            undecided.append(row)

    def _left_behind(self, row: int, cell: Cell) -> bool:
        """Find the cut that a text goes on behind."""
        tail = left_behind(cell.body, self._evidence.corpus(row))
        if tail is None or self._goes_on(row, tail, cell.body):
            return False
        cell.body, cell.marker = (
            tail.head + tail.shown,
            cell.body[len(tail.head + tail.shown) :] + cell.marker,
        )
        cell.tail = tail
        return True

    def _goes_on(self, row: int, tail: Tail, text: str) -> bool:
        """Whether a source has what follows a loss behind one character, so that nothing was cut."""
        behind = text[len(tail.head + tail.shown) :]
        for source in self._sources.get(row, ()):
            after = source.after(tail.head, tail.shown)
            if after and restore.plain(after[1:]).startswith(restore.plain(behind)):
                return True
        return False

    def _by_odds(self, undecided: list[int]) -> None:
        doubtful: dict[int, Weighed] = {}
        asking: list[int] = []
        for row in undecided:
            if self._cells[row].body.endswith("?"):
                asking.append(row)
            else:
                self._weigh(row, {}, doubtful)
        proven = self._proven(self._cells)
        for row in asking:  # a list that shows the bytes of other ends as letters has none that became `?`
            reading = self._cells[row].reading
            own = {reading[-1]: 1} if reading else {}
            self._weigh(row, proven.get(self._evidence.key("cut", row), own), doubtful)
        for key, more in self._proven(asking).items():
            proven[key] = dict(sorted((Counter(proven.get(key, {})) + Counter(more)).items()))
        for row, one in doubtful.items():
            others = proven.get(self._evidence.key("cut", row))
            if others and not one.stands_whatever(tuple(others)):
                self._decide(row, one, others)

    def _weigh(self, row: int, ends: Mapping[str, int], doubtful: dict[int, Weighed]) -> None:
        """Decide a row with what some other cut ends went through; it stays doubtful where that does not do."""
        cell = self._cells[row]
        one = Weighed(cell.body, self._evidence.corpus(row), bool(cell.marker.strip()))
        self._decide(row, one, ends)
        if cell.tail is None:
            doubtful[row] = one

    def _proven(self, rows: Iterable[int]) -> dict[Key, dict[str, int]]:
        """The codecs that the cut ends of each list went through, "" where `?` stands for the bytes, and how many did."""
        found: dict[Key, Counter[str]] = defaultdict(Counter)
        for row in rows:
            cell = self._cells[row]
            if cell.tail is not None and (cell.tail.reading or cell.tail.shown[-1] == "?"):
                found[self._evidence.key("cut", row)].update(cell.tail.reading or ("",))
        return {key: dict(sorted(some.items())) for key, some in found.items()}

    def _decide(self, row: int, weighed: Weighed, ends: Mapping[str, int]) -> None:
        """Decide with the codecs that other cut ends of the list went through, and how many did."""
        codecs = tuple(ends)
        quick = weighed.at_a_glance(codecs)
        if quick is None:
            rule = self._evidence.rule(row) if self._ruled else cut_rules.NONE
            often = tuple([codec for codec, times in ends.items() if times >= SEVERAL])
            self._cells[row].tail = _each_byte(weighed.judge(rule, codecs, often))
        elif isinstance(quick, Tail):
            self._cells[row].tail = quick

    def _spare(self) -> None:
        """Mark the ends that are letters lost like others inside their list's words, and were not cut off."""
        ended = [
            row
            for row, cell in self._cells.items()
            if cell.tail is not None and cell.tail.shown[-1] in LOSSES
        ]
        if not ended:
            return
        inside, ends = Counter[Key](), Counter[Key]()
        for row, cell in self._cells.items():
            if _lost_inside(cell.body):
                inside[self._evidence.key("list", row)] += 1
        for row in ended:
            ends[self._evidence.key("list", row)] += 1
        for row in ended:
            key = self._evidence.key("list", row)
            self._cells[row].whole = inside[key] >= ends[key] or _lost_inside(self._cells[row].body)

    def _by_page(self, row: int, body: str) -> Tail | bool | None:
        """What the sources say of an end: the cut it proves, True where it stands so, None where they say nothing."""
        for source in self._sources.get(row, ()):
            for tail in tails(body):
                after = source.after(tail.head, tail.shown)
                if after and after.startswith(tail.shown):
                    return True
                if after and fits(restore.first_character(after), tail):
                    return tail
        return None

    def _by_marks(self, row: int, body: str) -> Tail | None:
        """The letter of a text in parts (`e` and its accents apart) that lost an accent to the cut, as a source has it."""
        tail = Tail(body[:-1], body[-1:], (), b"")
        for source in self._sources.get(row, ()):
            after = source.after(tail.head, tail.shown) or ""
            letter = restore.first_character(after)
            if letter != tail.shown and _parts(tail.shown) <= _parts(letter) and fits(letter, tail):
                return tail
        return None


def _each_byte(tail: Tail | None) -> Tail | None:
    """A lost character that one `?` stands for, with the one before it where both of the bytes that were left became one."""
    if tail is None or tail.shown != "?" or tail.head[-1:] != "?" or tail.head[-2:-1] < _THREE_BYTES:
        return tail
    return tail._replace(head=tail.head[:-1], shown="??")


def _parts(letter: str) -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFD", letter))
