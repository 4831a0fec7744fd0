"""A second count for lists that seem to lack their language's commonest words: what in them is evidence at all.

The first count (`doubt`) takes every word of every entry, as far as the first look went, for one that might have been
common. Twenty entries made from one sentence are one sentence, and a title in English over a French teaser has no French
words to show. So lists that the first count doubts are read again, as far as texts are ever read. Entries count by what the
list does not hold already; what common words of another known language account for is not held against the list's; and a
text with as many common words as its language's own text has is in that language, whatever marks it holds besides. Few
lists of known languages come here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.language.counts import Counts
from pipelines.language.folding import fold, stream, unlinked
from pipelines.language.marks import UNKNOWN, Marks, against, hash_of, hashed, held, runs

# share of words that are new to its list from which an entry counts in full: titles of one list share their common words. With
# 1, 0.4 to 1.6 points more of lists in unknown languages keep a sure wrong label; with 0.3, twice as many mixed entries are
# `und` with 0.9
FULL = 0.5
# common words of another language from which it is taken to be in the text: neighbours share some. With 2, 0.2 to 0.6 points more
# of lists in unknown languages keep a sure wrong label, and a third less of mixed entries is `und`
PRESENT, ENGLISH_PRESENT = 4, 2
# English has no row in `frequent`, since names and products are English everywhere; it is the most usual guest of a list.
# Of words of English pages and programs 0.14 to 0.25 are among these, of Scots ones 0.08 to 0.18, of German and French ones none
ENGLISH = "of and to with from this are your not or you by has have be it"
# share of its words that English is expected to have there, between the two; 0.09 and 0.36 leave the language set's labels as they are
ENGLISH_RATE = 0.18
PORTION = 1024  # texts read at once
_ENGLISH = np.array([hash_of(word) for word in ENGLISH.split()], dtype=np.uint64)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # keeps the words of different lists apart


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of some texts.

    Attributes:
        texts: the text of each word.
        hashes: its hash.
        usual: by text, words that are among the commonest of its language.
        guests: by text, words that another known language accounts for.
        strange: by text, marks that count.
    """

    texts: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    usual: NDArray[np.int64]
    guests: NDArray[np.float64]
    strange: NDArray[np.int64]


def recounted(
    counts: Counts,
    rows: NDArray[np.int64],
    whole: pa.Array,
    lists: NDArray[np.int64],
    table: Marks,
    english: int,
) -> Counts:
    """The counts, with those of doubted texts made anew.

    Args:
        counts: what was counted at first.
        rows: the doubted texts.
        whole: all texts, from `folding.sound`.
        lists: number of the list of each doubted text.
        table: from `marks.marks`.
        english: place of English.
    """
    parts = []
    for start in range(0, len(rows), PORTION):
        some = rows[start : start + PORTION]
        text = fold(unlinked(whole.take(pa.array(some)))).to_pylist()
        parts.append(_read(text, counts.favourites[some], table, english))
    sizes = np.repeat(np.arange(len(parts)) * PORTION, [len(part.texts) for part in parts])
    texts = np.concatenate([part.texts for part in parts]) + sizes
    hashes = np.concatenate([part.hashes for part in parts])
    words = np.bincount(texts, minlength=len(rows))
    _, first = np.unique(hashes ^ lists[texts].astype(np.uint64) * _SPREAD, return_index=True)
    new = np.bincount(texts[first], minlength=len(rows)) / np.maximum(words, 1)
    weight = np.minimum(new / FULL, 1)
    own = np.maximum(words - np.concatenate([part.guests for part in parts]), 0) * weight
    numbers = {name: np.concatenate([getattr(part, name) for part in parts]) for name in ("usual", "strange")}
    numbers |= {"words": np.rint(own).astype(np.int64), "weight": weight}
    made = {name: getattr(counts, name).copy() for name in numbers}
    for name, number in numbers.items():
        made[name][rows] = number
    return replace(counts, **made)


def _read(folded: list[str], labels: NDArray[np.int64], table: Marks, english: int) -> _Words:
    """The words of some texts, by the languages they are taken for."""
    text, rows = stream(folded), np.arange(len(folded))
    begins, ends = runs(table.letters[text.points] > 0)
    hashes = hashed(text.points, begins, ends)
    texts = np.searchsorted(text.ends[1:], begins, side="right")
    marked = held(text, table)
    rates = table.rates.copy()
    rates[english] = ENGLISH_RATE
    language = table.usual[marked.rows]
    cells = (marked.texts * len(rates) + language)[language >= 0]
    common = np.bincount(cells, minlength=len(rows) * len(rates)).reshape(-1, len(rates))
    common[:, english] += np.bincount(texts[np.isin(hashes, _ENGLISH)], minlength=len(rows))
    rates[rates == 0] = np.inf
    usual = common[rows, labels]
    seen = against(marked, labels, table)
    strange = np.bincount(seen.texts[seen.speaks_for == UNKNOWN], minlength=len(rows))
    strange[usual >= rates[labels] * np.bincount(texts, minlength=len(rows))] = 0
    common[rows, labels] = 0
    present = np.where(np.arange(len(rates)) == english, ENGLISH_PRESENT, PRESENT)
    guests = np.where(common >= present, common / rates, 0).max(axis=1)
    return _Words(texts, hashes, usual, guests, strange)
