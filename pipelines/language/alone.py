"""Each text of a column by itself: the likeliest languages, whether it is of any, and what was counted in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.language.counts import Counts
from pipelines.language.likely import KEPT, Likely, likely
from pipelines.language.looks import SCANT, looks
from pipelines.language.noise import UNPLACED, speechless
from pipelines.language.own_fit import own_fit
from pipelines.language.panel import panel
from pipelines.language.pool import CLOSE

_COUNTED = ("letters", "words", "usual", "strange", "tiny")


@dataclass(frozen=True, slots=True)
class Alone:
    """What was made of texts by themselves; attributes as of `judgement.Judgement` and `looks.Look`.

    Attributes:
        unlike: whether few texts of its likeliest language are like it (`own_fit`).
    """

    noise: NDArray[np.int8]
    alone: Likely
    asked: NDArray[np.bool_]
    letters: NDArray[np.int64]
    spelling: NDArray[np.uint64]
    words: NDArray[np.int64]
    usual: NDArray[np.int64]
    strange: NDArray[np.int64]
    tiny: NDArray[np.int64]
    excess: NDArray[np.float32]
    unlike: NDArray[np.bool_]

    def counts(self) -> Counts:
        """What was counted, nothing where a text is of no language."""
        speaking = self.noise == 0
        own = {name: getattr(self, name) * speaking for name in (*_COUNTED, "excess")}
        favourites, weight = self.alone.best().astype(np.int64), np.ones(len(speaking))
        return Counts(favourites, clear=~self.asked & speaking, weight=weight, **own)


def each_alone(whole: pa.Array, ask: NDArray[np.bool_]) -> Alone:
    """Each text by itself; `ask` is put to the third detector in any case."""
    rows = len(whole)
    alone = Likely(np.zeros((rows, KEPT + 1), np.uint8), np.zeros((rows, KEPT + 1), np.float32))
    numbers = {name: np.zeros(rows, np.int64) for name in _COUNTED}
    spelling = np.zeros(rows, np.uint64)
    asked, excess = np.zeros(rows, np.bool_), np.zeros(rows, np.float32)
    unlike = np.zeros(rows, np.bool_)
    read = Alone(
        np.zeros(rows, np.int8), alone, asked, spelling=spelling, excess=excess, unlike=unlike, **numbers
    )
    fit = own_fit(panel().languages)
    scant = []
    for look in looks(whole, ask):
        likeliest = likely(look.shares)
        alone.places[look.rows], alone.shares[look.rows] = likeliest.places, likeliest.shares
        read.asked[look.rows] = look.asked
        read.unlike[look.rows] = fit.unlike(look.excess, look.best, likeliest.best().astype(np.int64))
        for name in ("spelling", "excess", *_COUNTED):
            getattr(read, name)[look.rows] = getattr(look, name)
        unplaced = np.flatnonzero(look.known == 0)
        doubtful = look.shares[unplaced, :-1].max(axis=1, initial=0) < CLOSE
        read.noise[look.rows[unplaced[doubtful]]] = UNPLACED
        few = np.flatnonzero(look.known < SCANT)
        scant.append((look.rows[few], look.plain.take(pa.array(few))))
    if scant:
        few, plain = (
            np.concatenate([some for some, _ in scant]),
            pa.concat_arrays([some for _, some in scant]),
        )
        reasons = speechless(plain)
        read.noise[few] = np.where(reasons > 0, reasons, read.noise[few])
    return read
