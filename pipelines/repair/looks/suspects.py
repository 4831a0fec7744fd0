r"""Which texts may be damaged, and by what: one look over a column, so that clean text never meets Python.

The look is a superset: whatever a step could change must be found (a test holds that), and most of the real web must
not. It is built from the same tables as the steps: ftfy's badness, the codecs' lead and continuation characters,
the tidy steps' classes, the markers' dots.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.repair.columns.flat import Flat
from pipelines.repair.columns.texts import Texts
from pipelines.repair.looks import multibyte_looks, scan
from pipelines.repair.looks.lastly import before_words, may_be_cut
from pipelines.repair.tidying import tidy

KINDS = (
    "markup",
    "mojibake",
    "loss",
    "end",
    "c1",
    "controls",
    "invisible",
    "ligatures",
    "compose",
    "lookalikes",
    "words",
    "old",
    "moved",
)
"""What can call for a step, and an end before the words of a link, which is an "end", too; the place of each is its bit."""
BIT = {kind: np.uint16(1 << place) for place, kind in enumerate(KINDS)}
LATER = np.uint16(sum(BIT.values()) - BIT["mojibake"] - BIT["old"] - BIT["moved"])
"""The kinds that call for a step after mojibake."""
_MARKUP, _ASKED_AGAIN, _TIDIED = (
    sum(int(BIT[kind]) for kind in kinds)
    for kinds in (["markup"], ["loss", "lookalikes"], ["c1", "controls", "invisible", "ligatures", "compose"])
)

TOGETHER = 1 << 18
"""Bytes of texts that are looked at together: of 20,000 clean texts twice as many take a tenth longer, a quarter as many a sixth,
because a core's own cache holds no more. Of four times as many each part takes new memory, too, 1 µs a row."""
SAMPLE = 2_000
"""Texts at the beginning of a column that show whether its texts come back."""
WORTH = 0.9
"""Share of different texts below which each is looked at once: finding them costs a tenth of a look."""


class Suspects(NamedTuple):
    """The texts of a column that may be damaged.

    Attributes:
        rows: their numbers, ascending.
        kinds: for each what it calls for, a bit for each of `KINDS`.
        numbered: the whole column, each text with its number, where the look has numbered them.
    """

    rows: NDArray[np.int64]
    kinds: NDArray[np.uint16]
    numbered: pa.DictionaryArray | None = None

    def of(self, kind: str) -> NDArray[np.bool_]:
        """Which of the suspects call for a kind."""
        called: NDArray[np.bool_] = self.kinds & BIT[kind] != 0
        return called

    def narrowed(self, kind: str, rows: NDArray[np.int64]) -> Suspects:
        """These, but for one kind exactly some rows, ascending, that may be others."""
        called = self.of(kind)
        if not len(rows) and not called.any():
            return self
        kinds = self.kinds & ~BIT[kind]
        if not len(rows):
            left = kinds != 0
            return Suspects(self.rows[left], kinds[left], self.numbered)
        every = np.union1d(self.rows[kinds != 0], rows)
        of_all = np.zeros(len(every), dtype=np.uint16)
        of_all[np.searchsorted(every, self.rows[kinds != 0])] = kinds[kinds != 0]
        of_all[np.searchsorted(every, rows)] |= BIT[kind]
        return Suspects(every, of_all, self.numbered)


def look(texts: pd.Series) -> Suspects:
    """The suspects of a `str` column; missing texts never are."""
    return _looked(Texts(texts))


def _looked(texts: Texts) -> Suspects:
    column, numbered = texts.column, None
    if texts.is_short:
        kinds = kinds_of([text or "" for text in texts.listed])
    elif _repeats(column):
        numbered = pc.dictionary_encode(column)
        of_text = np.append(kinds_of(numbered.dictionary), np.uint16(0))  # the last is for missing texts
        kinds = of_text[numbered.indices.fill_null(-1).to_numpy(zero_copy_only=False)]
    else:
        kinds = kinds_of(column)
    rows = np.flatnonzero(kinds != 0)
    return Suspects(rows, kinds[rows], numbered)


def _repeats(column: pa.Array) -> bool:
    """Whether texts come back often enough that finding each one's first is cheaper than looking at all."""
    sample = column.slice(0, SAMPLE)
    return len(column) > SAMPLE and len(pc.unique(sample)) < WORTH * SAMPLE


def kinds_of(column: pa.Array | Sequence[str]) -> NDArray[np.uint16]:
    """For each text of an Arrow column, or of Python's own, what it calls for, a bit for each of `KINDS`."""
    size: int = column.nbytes if isinstance(column, pa.Array) else sum(map(len, column))
    step = max(1, TOGETHER * len(column) // max(size, TOGETHER))
    parts = [column[start : start + step] for start in range(0, len(column), step)]
    flats = (Flat.of(part) if isinstance(part, pa.Array) else Flat.of_texts(part) for part in parts)
    found = list(map(_kinds, flats))
    return np.concatenate(found) if found else np.zeros(0, dtype=np.uint16)


def _kinds(flat: Flat) -> NDArray[np.uint16]:
    kinds = np.zeros(len(flat.ends), dtype=np.uint16)
    bracketed = [np.zeros(0, dtype=np.int64)]
    for kind, rows in scan.found(flat):
        if kind == "bracket":
            bracketed.append(rows)
        else:
            kinds[rows] |= BIT[kind]
    kinds[multibyte_looks.may_be(flat)] |= BIT["mojibake"]
    kinds[may_be_cut(flat, np.concatenate(bracketed))] |= BIT["end"]
    kinds[before_words(flat)] |= BIT["end"] | BIT["words"]
    return kinds


def kinds_after(texts: Sequence[str]) -> NDArray[np.uint16]:
    """For each text, of what the steps after mojibake ask for, what may be in it; by expressions, and so more than `kinds_of`."""
    return np.array(list(map(_kinds_after, texts)), dtype=np.uint16)


def _kinds_after(text: str) -> int:
    found = _ASKED_AGAIN
    if tidy.CALLED_FOR.search(text):
        found |= _TIDIED
    return found | _MARKUP if scan.holds_markup(text) else found


def suspects(texts: pd.Series) -> NDArray[np.int64]:
    """Row numbers of the texts that may be damaged."""
    return look(texts).rows


def asked_for(texts: Texts, found: Suspects | np.ndarray | None) -> Suspects:
    """The suspects of a column: those found already, those of some row numbers, or all if None."""
    if found is None:
        return _looked(texts)
    if isinstance(found, Suspects):
        return found
    some = look(texts.series.iloc[found])
    return Suspects(found[some.rows], some.kinds)
