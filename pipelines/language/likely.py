"""The few languages a text may be in: of a hundred shares, nearly all are nothing.

A column of texts would hold a share of every language for every text, 45 MB in 100,000 rows and as much again for the
verdict. Kept are the `KEPT` likeliest of each text; the list can raise no other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# with 8 no label of the development rows changes against all 116, declarations right or wrong
KEPT = 12


@dataclass(frozen=True, slots=True)
class Likely:
    """Languages in question for each text.

    Attributes:
        places: uint8, texts by `KEPT`: the place of each language, ascending.
        shares: float32, its share; a row sums to nearly one.
    """

    places: NDArray[np.uint8]
    shares: NDArray[np.float32]

    def best(self) -> NDArray[np.uint8]:
        """Place of each text's likeliest language."""
        best: NDArray[np.uint8] = self.places[np.arange(len(self.places)), self.shares.argmax(axis=1)]
        return best


def likely(shares: NDArray[np.float32]) -> Likely:
    """The likeliest languages of each text, from the shares of all."""
    places = np.sort(np.argpartition(shares, -KEPT, axis=1)[:, -KEPT:], axis=1)
    return Likely(places.astype(np.uint8), np.take_along_axis(shares, places, axis=1))
