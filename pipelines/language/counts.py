"""What is counted in each text, for the rules that hold a list against its language: words, common words, marks, letters, fit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted in each text.

    Attributes:
        favourites: place of the language the text is taken for by itself.
        words: its words.
        usual: those of them that are among the commonest of that language.
        strange: marks of an unknown neighbour of that language in it.
        clear: whether two detectors sufficed for it.
        tiny: its words of one or two letters.
        letters: its letters.
        excess: by how much it fits that language worse than is usual there, nats a feature; 0 where it was not read for that.
        weight: how much of it is no repetition; 1 unless it was counted again (`recount`).
    """

    favourites: NDArray[np.int64]
    words: NDArray[np.int64]
    usual: NDArray[np.int64]
    strange: NDArray[np.int64]
    clear: NDArray[np.bool_]
    tiny: NDArray[np.int64]
    letters: NDArray[np.int64]
    excess: NDArray[np.float32]
    weight: NDArray[np.float64]
