"""The fit of doubted lists read again: without names, and part by part.

Names of people, places and firms fit no language, and a headline is full of them; so words with a capital are left out. What begins
in one language and goes on in another fits neither as a whole: an English title over a French teaser fits French badly, the teaser by
itself does not. Text in an unknown language fits badly in all its parts. So of each text the part counts that fits best, against
what is usual for the best of as many. Texts that the third detector was not asked about are read too: those that it was asked about
fit worse than most.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.language.counts import Counts
from pipelines.language.folding import LOST, among_others, fold, unlinked, without_latin
from pipelines.language.own_fit import own_fit
from pipelines.language.panel import panel
from pipelines.language.pool import excess

# characters of a part; with 60, 11 instead of 9.5 in 100 entries with one tail in another language are `und`, and 0.1 points less
# entries of lists in unknown languages have a sure label
PART = 40
LEAST = 15  # characters of a part, and of a text, from which its fit counts
# what the least of one to five normal deviates is expected to be
LEAST_OF = np.array([0.0, -0.56, -0.85, -1.03, -1.16], dtype=np.float32)
PORTION = 1024  # texts read at once
_CAPITALISED = r" *\p{Lu}\S*"


def refitted(counts: Counts, rows: NDArray[np.int64], whole: pa.Array) -> Counts:
    """The counts, with the fit of some texts read anew; damaged text says nothing by its fit.

    Args:
        counts: what was counted before.
        rows: those texts.
        whole: all texts, from `folding.sound`.
    """
    letters, found = counts.letters.copy(), counts.excess.copy()
    for start in range(0, len(rows), PORTION):
        some = rows[start : start + PORTION]
        texts = whole.take(pa.array(some))
        plain = unlinked(texts)
        named = among_others(plain)
        if named.any():
            plain = pc.if_else(pa.array(named), without_latin(plain), plain)
        folded = fold(pc.replace_substring_regex(plain, _CAPITALISED, " "))
        damaged = pc.match_substring_regex(texts, LOST).to_numpy(zero_copy_only=False)
        left = pc.utf8_length(pc.utf8_trim_whitespace(folded)).to_numpy()
        letters[some] = np.where(damaged | (left < LEAST), 0, left)
        found[some] = _least_excess(folded.to_pylist(), counts.favourites[some])
    return replace(counts, letters=letters, excess=found)


def _least_excess(folded: list[str], labels: NDArray[np.int64]) -> NDArray[np.float32]:
    """By how much the part of each text that fits its language best exceeds what is usual for the best of as many."""
    parts = [_parts(text) for text in folded]
    many = np.array([len(some) for some in parts])
    texts = np.repeat(np.arange(len(parts)), many)
    each = excess(pa.array(chain.from_iterable(parts), pa.large_string()), labels[texts])
    least = np.minimum.reduceat(each, np.cumsum(many) - many)
    expected = LEAST_OF[np.minimum(many, len(LEAST_OF)) - 1]
    spread = own_fit(panel().languages).spread[labels]
    found: NDArray[np.float32] = least - expected * np.where(np.isfinite(spread), spread, 0)
    return found


def _parts(text: str) -> list[str]:
    """The lines of a text, the long ones cut in pieces."""
    parts = []
    for line in text.split("\n"):
        many = max(round(len(line) / PART), 1)
        cuts = [len(line) * number // many for number in range(many + 1)]
        parts += [line[begin:end] for begin, end in pairwise(cuts)]
    return [part for part in parts if len(part.strip()) >= LEAST] or [text]
