"""How far a text is read: a line of it, more where that leaves it open, and the third detector on what stays open.

Most texts name their language in a line. What does not is read up to `folding.LONGEST` characters; whatever is still a
close call waits until there are enough of them, because the third detector takes a step per byte, however many texts
take it together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.language.folding import LOOKS, LOST, ROOM, fold, shortened, unlinked
from pipelines.language.pool import Shares, opine, with_third

CHUNK = 512  # texts judged at once; 256 and 1024 cost a tenth more: their tables leave the processor's cache
TOGETHER = 2048  # close calls put to the third detector at once; 512 costs a tenth more
SCANT = 60  # known grams, some 20 letters: a text with more is of some language


@dataclass(frozen=True, slots=True)
class Look:
    """Texts that were read, and what was made of them.

    Attributes:
        rows: place of each text in the column.
        shares: float32, texts by `Panel.languages` and all unknown ones as a last column.
        best: float32, eldc's best score.
        known: int64, known grams of each text.
        plain: what was read, letter case kept.
        folded: the same as the detectors read it.
        asked: whether the third detector spoke.
    """

    rows: NDArray[np.int64]
    shares: Shares
    best: NDArray[np.float32]
    known: NDArray[np.int64]
    plain: pa.Array
    folded: pa.Array
    asked: bool

    def some(self, which: NDArray[np.bool_]) -> Look:
        """Those of the texts, or the same object where they are all."""
        if which.all():
            return self
        of = pa.array(which)
        arrays = self.plain.filter(of), self.folded.filter(of)
        return Look(
            self.rows[which], self.shares[which], self.best[which], self.known[which], *arrays, self.asked
        )

    @staticmethod
    def together(close: list[Look], whole: pa.Array) -> Look:
        """Close calls, once the third detector has spoken on all of them; `whole` is the column they come from."""
        folded = pa.concat_arrays([few.folded for few in close])
        rows, shares, best, known = (
            np.concatenate([getattr(few, name) for few in close])
            for name in ("rows", "shares", "best", "known")
        )
        lost = pc.match_substring_regex(whole.take(pa.array(rows)), LOST)
        shares = with_third(shares, folded, best, ~lost.to_numpy(zero_copy_only=False))
        return Look(
            rows, shares, best, known, pa.concat_arrays([few.plain for few in close]), folded, asked=True
        )


def looks(whole: pa.Array, ask: NDArray[np.bool_]) -> Iterator[Look]:
    """Each text once, when it is settled: at first sight, read further, or with the third detector.

    Args:
        whole: the texts, from `folding.sound`.
        ask: texts that are put to the third detector in any case.
    """
    pending, array = np.arange(len(whole)), whole
    close: list[Look] = []
    for longest in LOOKS:
        unsettled = [pending[:0]]
        for start in range(0, len(pending), CHUNK):
            rows = pending[start : start + CHUNK]
            texts = shortened(array.slice(start, CHUNK), ROOM * longest)
            plain = unlinked(texts)
            folded = fold(plain, longest)
            opinion = opine(folded, folded.to_pylist())
            more = (pc.utf8_length(texts).to_numpy() > longest) & (longest < LOOKS[-1])
            doubtful = opinion.open | ask[rows]
            again = more & (doubtful | (opinion.known < SCANT))
            unsettled.append(rows[again])
            look = Look(rows, opinion.shares, opinion.best, opinion.known, plain, folded, asked=False)
            yield look.some(~doubtful & ~again)
            close.append(look.some(doubtful & ~again))
            if sum(len(few.rows) for few in close) >= TOGETHER:
                yield Look.together(close, whole)
                close = []
        pending = np.concatenate(unsettled)
        array = whole.take(pa.array(pending))
    if close:
        yield Look.together(close, whole)
