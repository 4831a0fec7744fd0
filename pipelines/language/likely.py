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
_PLACE = np.uint32(127)  # bits of a place among the languages


@dataclass(frozen=True, slots=True)
class Likely:
    """Languages in question for each text.

    Attributes:
        places: uint8, texts by `KEPT` + 1: the place of each language; the last stands for all unknown ones.
        shares: float32, its share; a row sums to nearly one.
    """

    places: NDArray[np.uint8]
    shares: NDArray[np.float32]

    def best(self) -> NDArray[np.uint8]:
        """Place of each text's likeliest known language."""
        known = self.shares[:, :-1].argmax(axis=1)
        best: NDArray[np.uint8] = self.places[np.arange(len(self.places)), known]
        return best

    def chances(self) -> NDArray[np.float32]:
        """Share of that language."""
        chances: NDArray[np.float32] = self.shares[:, :-1].max(axis=1)
        return chances

    def share_of(self, places: NDArray[np.integer]) -> NDArray[np.float32]:
        """Share of the language at the given place, one for each text; 0 where it is none of the likely ones."""
        share: NDArray[np.float32] = (self.shares * (self.places == places[:, None])).max(axis=1)
        return share

    def unknown(self) -> NDArray[np.float32]:
        """Share of all unknown languages together."""
        return self.shares[:, -1]


def likely(shares: NDArray[np.float32]) -> Likely:
    """The likeliest languages of each text and the unknown ones, from the shares of all."""
    # the place in the last bits of the share: partitioning takes half the time of doing it by an index
    keys = np.ascontiguousarray(shares[:, :-1]).view(np.uint32)
    keys = keys & ~_PLACE | np.arange(keys.shape[1], dtype=np.uint32)
    keys.partition(-KEPT, axis=1)
    places = np.empty((len(shares), KEPT + 1), dtype=np.uint8)
    places[:, :-1] = keys[:, -KEPT:] & _PLACE
    places[:, :-1].sort(axis=1)
    places[:, -1] = shares.shape[1] - 1
    return Likely(places, shares[np.arange(len(shares))[:, None], places])
