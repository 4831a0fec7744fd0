"""What a row's list and site say: its neighbours, the corpus it is read against, the rule that cut it.

Asked row by row, worked out once a list or site, and only when asked. A large list is represented by the texts that
sort first, so that the answer depends on the texts and not on their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.repair import cut, markers
from pipelines.repair.corpus import Corpus
from pipelines.repair.groups import Groups, Key
from pipelines.repair.lexicon import Lexicon
from pipelines.repair.readings import tails
from pipelines.repair.restore import Source

if TYPE_CHECKING:
    from pipelines.repair.ladder import Cell

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
        texts: pd.Series,
        cells: Mapping[int, Cell],
        lists: Groups | None,
        cuts: Groups | None,
        sites: Groups | None,
        languages: Sequence[str] | Groups | None,
        sources: Mapping[int, Sequence[Source]],
    ) -> None:
        self.cells = cells
        self.rules: dict[Key, cut.Rule] = {}
        self.read_back = False
        self._texts = texts
        self._keys = {
            "list": lists,
            "cut": cuts if cuts is not None else lists,
            "site": sites if sites is not None else lists,
        }
        self._languages = languages
        self._sources = sources
        self._corpora: dict[tuple[Key, str], Corpus] = {}
        self._lexicons: dict[Key, Lexicon] = {}

    def key(self, kind: str, row: int) -> Key:
        """The list, cut group or site of a row."""
        keys = self._keys[kind]
        return keys[row] if keys is not None else None

    def language(self, row: int) -> str:
        """The language of a row, "" where nobody knows."""
        name = self._languages[row] if self._languages is not None else None
        return str(name) if name else ""

    def start_over(self) -> None:
        """Forget the corpora: the suspects are read back now and count as witnesses."""
        self.read_back = True
        self._corpora.clear()
        self._lexicons.clear()

    def corpus(self, row: int) -> Corpus:
        """The corpus of a row's site in the row's language."""
        site, language = self.key("site", row), self.language(row)
        if (site, language) not in self._corpora:
            if site not in self._lexicons:
                self._lexicons[site] = Lexicon(self._witnesses(site))
            self._corpora[site, language] = Corpus(self._lexicons[site], language)
        return self._corpora[site, language]

    def rule(self, row: int) -> cut.Rule:
        """How the row's list cuts."""
        key = self.key("cut", row)
        if key not in self.rules:
            self.rules[key] = cut.infer(self._ends(key))
        return self.rules[key]

    def _rows(self, kind: str, key: Key) -> list[int]:
        keys = self._keys[kind]
        if keys is None:
            return self._sampled(None)
        return self._sampled(keys.rows(key))

    def _sampled(self, rows: np.ndarray | None) -> list[int]:
        size = len(self._texts) if rows is None else len(rows)
        place = np.arange(size) if rows is None else rows
        if size <= REPRESENTED:
            return place.tolist()
        column = pa.array(self._texts.array)
        part = column if size == len(column) else column.take(pa.array(place))
        table = pa.table({"text": part, "row": place})
        first: list[int] = pc.select_k_unstable(table, REPRESENTED, [("text", "ascending")]).to_pylist()
        return table["row"].take(pa.array(first)).to_pylist()  # type: ignore[no-any-return]

    def _now(self, rows: list[int]) -> Iterator[tuple[int, str, bool]]:
        """The bodies of rows as they stand, and whether the marker is off already."""
        plain = [row for row in rows if row not in self.cells]
        for row, text in zip(plain, self._texts.iloc[plain].tolist(), strict=True):
            if isinstance(text, str):
                yield row, text, False
        if self.read_back:
            yield from ((row, self.cells[row].body, True) for row in rows if row in self.cells)

    def _witnesses(self, site: Key) -> list[str]:
        rows = self._rows("site", site)
        texts = sorted(text for _, text, _ in self._now(rows))
        return texts + sorted(source.text for row in rows for source in self._sources.get(row, ()))

    def _ends(self, key: Key) -> Iterator[list[tuple[str, int]]]:
        for row, text, bare in self._now(self._rows("cut", key)):
            tail = self.cells[row].tail if row in self.cells else None
            body = text if bare else markers.split(text)[0]
            if tail is not None:
                yield [(tail.head, len(tail.kept) or len(tail.shown))]
            else:
                yield [(body, 0), *((each.head, len(each.kept)) for each in tails(body) if each.kept)]
