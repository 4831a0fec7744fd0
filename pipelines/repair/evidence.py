"""What a row's list and site say: its neighbours, the corpus it is read against, the rule that cut it.

Asked row by row, worked out once a list or site, and only when asked. A large list is represented by a sample of
its different texts, so that the answer depends on the texts and not on their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import starmap
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.repair import markers
from pipelines.repair.columns.flat import drawn
from pipelines.repair.columns.groups import Groups, Key
from pipelines.repair.columns.texts import Texts
from pipelines.repair.encodings.readings import Tail, tails
from pipelines.repair.ends import cut_rules
from pipelines.repair.ends.endings import endings, lost_bytes
from pipelines.repair.ends.restore import Source
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.lexicon import Lexicon
from pipelines.repair.likelihood.tally import code_points

if TYPE_CHECKING:
    from pipelines.repair.cell import Cell

_WHITE = np.array([chr(code).isspace() for code in range(0x3002)], dtype=bool)
REPRESENTED = 300
"""Texts that stand for a list or a site; twice as many change no figure of the repair set by 0.1 %."""


class Evidence:
    """The lists and sites of one column.

    Attributes:
        cells: the suspects by row, as mended so far.
        rules: the rules that were asked for.
        read_back: whether the suspects are read back; before, they are no witnesses.
    """

    def __init__(
        self,
        texts: Texts,
        cells: Mapping[int, Cell],
        lists: Groups | None,
        cuts: Groups | None,
        sites: Groups | None,
        languages: Callable[[Sequence[str]], str] | Groups | None,
        sources: Mapping[int, Sequence[Source]],
        numbered: pa.DictionaryArray | None = None,
    ) -> None:
        self.cells = cells
        self.rules: dict[Key, cut_rules.Rule] = {}
        self.read_back = False
        self._texts = texts
        self._keys = {
            "list": lists,
            "cut": cuts if cuts is not None else lists,
            "site": sites if sites is not None else lists,
        }
        self._languages = languages
        self._one_list = not any(groups is not None for groups in self._keys.values()) and (
            languages is None or callable(languages)
        )
        self._sources = sources
        self._numbered = numbered
        self._corpora: dict[tuple[Key, str], Corpus] = {}
        self._lexicons: dict[Key, Lexicon] = {}
        self._spoken: dict[Key, str] = {}
        self._answers: dict[tuple[Key, Callable[[Sequence[str]], bool]], bool] = {}
        self._marked: dict[tuple[Key, str], tuple[int, int]] = {}
        self._lengths: dict[Key, Counter[int]] = {}
        self._represented: dict[tuple[int, Key], list[int]] = {}
        self._samples: dict[tuple[int, Key], list[tuple[int, str]]] = {}

    def key(self, kind: str, row: int) -> Key:
        """The list, cut group or site of a row."""
        keys = self._keys[kind]
        return keys[row] if keys is not None else None

    @property
    def is_told(self) -> bool:
        """Whether somebody said which language each row is in, rather than the texts of its list."""
        return not callable(self._languages)

    def language(self, row: int) -> str:
        """The language of a row, "" where nobody knows."""
        if callable(self._languages):
            return self._named(self.key("list", row))
        name = self._languages[row] if self._languages is not None else None
        return str(name) if name else ""

    def _named(self, name: Key) -> str:
        """The language of a list, as its texts have it."""
        if name not in self._spoken and callable(self._languages):
            self._spoken[name] = self._languages([text for _, text in self._sample("list", name)])
        return self._spoken[name]

    def languages(self, rows: np.ndarray) -> tuple[np.ndarray, list[str]]:
        """The languages of some rows: for each its place among them, and their codes."""
        groups = self._keys["list"] if callable(self._languages) else self._languages
        if groups is None:
            return np.zeros(len(rows), dtype=np.int64), [self.language(0)]
        numbers, places = np.unique(groups.codes[rows], return_inverse=True)
        names = [groups.names[number] for number in numbers.tolist()]
        if callable(self._languages):
            names = list(map(self._named, names))
        return places, [str(name) if name else "" for name in names]

    def alike(self, rows: np.ndarray) -> np.ndarray:
        """For each of some rows a number for what it shares with others beside its text; a row with sources shares nothing."""
        keys = list(self._keys.values())
        if isinstance(self._languages, Groups):
            keys.append(self._languages)
        kinds = np.zeros(len(rows), dtype=np.int64)
        for groups in {id(groups): groups for groups in keys}.values():
            if groups is not None:
                kinds = np.unique(kinds * len(groups.names) + groups.codes[rows], return_inverse=True)[1]
        if self._sources:
            own = np.isin(rows, list(self._sources))
            kinds[own] = -1 - rows[own]
        return kinds

    def start_over(self) -> None:
        """Forget the corpora: the suspects are read back now and count as witnesses."""
        self.read_back = True
        self._corpora.clear()
        self._lexicons.clear()

    def corpus(self, row: int) -> Corpus:
        """The corpus of a row's site in the row's language."""
        if self._one_list and self._corpora:
            return next(iter(self._corpora.values()))
        asked = self.key("site", row), self.language(row)
        known = self._corpora.get(asked)
        if known is None:
            site, language = asked
            if site not in self._lexicons:
                self._lexicons[site] = Lexicon(self._witnesses(site))
            known = self._corpora[asked] = Corpus(self._lexicons[site], language)
        return known

    def rule(self, row: int) -> cut_rules.Rule:
        """How the row's list cuts."""
        key = self.key("cut", row)
        if key not in self.rules:
            now = list(self._ends(key))
            units = possible_units([_seen(body, tail) for body, tail in now])
            self.rules[key] = cut_rules.infer(starmap(_ways, now), units) if units else cut_rules.NONE
        return self.rules[key]

    def marked(self, row: int, marker: str) -> tuple[int, int]:
        """Of the texts of a row's list, how many end in a marker behind what begins no lost character, and how many there are."""
        key = self.key("list", row), marker.strip()
        if key not in self._marked:
            texts = [text.rstrip() for _, text in self._sample("list", key[0])]
            bodies = [text.removesuffix(key[1]).rstrip() for text in texts if text.endswith(key[1])]
            self._marked[key] = sum(next(tails(body), None) is None for body in bodies), len(texts)
        return self._marked[key]

    def of_list(self, row: int, asked: Callable[[Sequence[str]], bool]) -> bool:
        """What the texts of a row's list, as they came, answer."""
        key = self.key("list", row), asked
        if key not in self._answers:
            self._answers[key] = asked([text for _, text in self._sample("list", key[0])])
        return self._answers[key]

    def as_long(self, row: int, length: int) -> int:
        """How many texts of a row's list, as they came, are of so many characters."""
        key = self.key("list", row)
        if key not in self._lengths:
            self._lengths[key] = Counter(len(text) for _, text in self._sample("list", key))
        return self._lengths[key][length]

    def _rows(self, kind: str, key: Key) -> list[int]:
        """The rows that stand for a list or a site, found once."""
        groups = self._keys[kind]
        known = self._represented.get((id(groups), key))
        if known is None:
            rows = np.arange(len(self._texts)) if groups is None else groups.rows(key)
            known = self._represented[id(groups), key] = self._sampled(rows)
        return known

    def _sampled(self, rows: np.ndarray) -> list[int]:
        if len(rows) <= REPRESENTED:
            return _listed(rows)
        column = self._texts.column
        all_rows = len(rows) == len(column)
        numbered = self._numbered if all_rows else None
        if numbered is None:
            part = column if all_rows else column.take(pa.array(rows))
            places = drawn(part, REPRESENTED)
            if len(pc.unique(part.take(places))) == len(places):
                return _listed(rows[places.to_numpy()])
            numbered = pc.dictionary_encode(part)
        codes = numbered.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        firsts = np.empty(len(numbered.dictionary) + 1, dtype=np.int64)
        firsts[codes[::-1]] = np.arange(len(codes))[::-1]
        return _listed(rows[firsts[drawn(numbered.dictionary, REPRESENTED).to_numpy()]])

    def _sample(self, kind: str, key: Key) -> list[tuple[int, str]]:
        """The rows that stand for a list or a site, with their texts as they came."""
        asked = id(self._keys[kind]), key
        known = self._samples.get(asked)
        if known is None:
            rows = self._rows(kind, key)
            texts = self._texts.or_missing(rows)
            known = [(row, text) for row, text in zip(rows, texts, strict=True) if text is not None]
            self._samples[asked] = known
        return known

    def _witnesses(self, site: Key) -> list[str]:
        sample, cells = self._sample("site", site), self.cells
        texts = [text for row, text in sample if row not in cells]
        if self.read_back:
            texts += [cells[row].body for row, _ in sample if row in cells]
        found = (source.text for row in self._rows("site", site) for source in self._sources.get(row, ()))
        return [*sorted(texts), *(sorted(found) if self._sources else ())]

    def _ends(self, key: Key) -> Iterator[tuple[str, Tail | None]]:
        """The bodies of a list as they stand, and what each is known to be left with."""
        for row, text in self._sample("cut", key):
            cell = self.cells.get(row)
            if cell is None:
                yield markers.split(text)[0], None
            elif self.read_back:  # one that nothing speaks against any more may have its marker
                whole = cell.marker or cell.tail is not None
                yield cell.body if whole else markers.split(cell.body)[0], cell.tail


def _listed(rows: np.ndarray) -> list[int]:
    found: list[int] = rows.tolist()
    return found


def _seen(body: str, tail: Tail | None) -> tuple[str, int]:
    """The first of the ways to see an end."""
    return (body, 0) if tail is None else (tail.head, len(tail.kept) or len(tail.shown))


def _ways(body: str, tail: Tail | None) -> list[tuple[str, int]]:
    """The ways to see an end, as `cut_rules.infer` takes them."""
    if tail is not None:
        return [_seen(body, tail)]
    return [(body, 0), *((body[:-size], kept) for size, kept in lost_bytes(endings(body)))]


def possible_units(ends: list[tuple[str, int]]) -> tuple[str, ...]:
    """The units in which enough texts of a list are of nearly one length that a rule is possible.

    Args:
        ends: of each text the first way to see its end. The others take up to three characters off, or up to three
            words or nine bytes.
    """
    texts = [text for text, _ in ends]
    least = max(cut_rules.MIN_WITNESSES, cut_rules.MIN_SHARE * len(texts))
    if len(texts) < least:
        return ()
    codes = code_points("".join([text + "\n" for text in texts]))
    if codes.dtype != np.uint16:  # a character of two UTF-16 units counts twice
        return cut_rules.UNITS
    gap = _WHITE.take(codes, mode="clip")
    words = np.flatnonzero(gap[1:] & ~gap[:-1]) + 1  # where each has just ended
    ended = np.cumsum([len(text) + 1 for text in texts])
    lengths = {
        ("bytes",): ([len(text.encode("utf-8", "surrogatepass")) + extra for text, extra in ends], 9),
        ("characters", "utf16"): ([len(text) for text in texts], 3),
        ("words",): (np.diff(np.searchsorted(words, ended), prepend=0), 3),
    }
    return tuple(
        unit
        for units, (each, width) in lengths.items()
        if _most_within(np.array(each), width) >= least
        for unit in units
    )


def _most_within(lengths: np.ndarray, width: int) -> int:
    """How many of some lengths lie within a span at most."""
    ordered = np.sort(lengths)
    return int((np.searchsorted(ordered, ordered + width, side="right") - np.arange(len(ordered))).max())
