"""How far a text of few letters may speak against the language of its list.

A detector is as sure of `Kino` as of a sentence: it knows which neighbour writes the word most often in running text,
and not that a title of one word is no running text. So what a text says against its list's language is bounded by its
letters. A letter counts for less between languages of one family, which share their words, and against a language
that only one detector knows. Another script is evidence however short the text, and is not bounded.

Measured on 2,970 interface strings of one or two words in the common languages, each among nine longer ones of its
language: 6.9 in 100 were called foreign and are 3.0, with a confidence of 0.9 and more 1.6 and 0.8. The price is paid
by foreign titles as short: 78 in 100 were found, 70 are; of those with three words and more as many as before.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from babel.core import get_global
from numpy.typing import NDArray

from pipelines.language.codes import COMMON_LANGUAGES
from pipelines.language.likely import Likely

SHORT = 30  # letters from which nothing is bounded: of foreign titles longer than 16 letters, none is lost
# nats that a letter may count against the list's language
FAR = (
    1.5  # binds up to five letters (`Kino`); 1 loses 2 in 100 foreign titles of one or two words more, 2 none
)
NEAR = (
    0.5  # in one family, and for rare languages; 0.4 loses 0.7 in 100 foreign titles of three words and more
)
FEW = 0.2  # where the list's language is one that only one detector knows: 67 of 100 short Galician titles with 0.5, 93 with 0.2

# languages that share words, by family; the Romance, Germanic and Slavic ones as far as readers follow one another
_FAMILIES = (
    "an ca co es fr gl it la oc pt ro wa",
    "da fo is no sv",
    "af de fy lb nl",
    "bs cs hr lt lv pl sk sl sr",
    "be bg mk ru sr uk",
    "et fi se",
    "id jv ms tl",
    "az kk ky tr tt ug uz",
    "lg ln rw sn st sw ts xh zu",
    "ar fa ku ps ug ur",
    "hi mr ne",
    "as bn",
    "ga gd gv",
)


@dataclass(frozen=True, slots=True)
class Reach:
    """What bounds the evidence of each text.

    Attributes:
        letters: letters that were read of each text.
        rates: nats that a letter may count, language named by language of the list, from `rates`.
    """

    letters: NDArray[np.int64]
    rates: NDArray[np.float32]

    def bounded(self, alone: Likely, home: NDArray[np.int64]) -> tuple[Likely, NDArray[np.int64]]:
        """The shares of each text, with no less for its list's language than its letters can take from it.

        Args:
            alone: shares of each text by itself.
            home: place of the likeliest language of each text's list.

        Returns:
            The shares, where a list's language may stand in place of a text's least likely one, and the rows raised.
        """
        one_script = np.isfinite(self.rates[alone.best(), home])
        rows = np.flatnonzero(one_script & (self.letters > 0) & (self.letters <= SHORT))
        own, there = alone.shares[rows], alone.places[rows] == home[rows, None]
        rates = self.rates[alone.places[rows], home[rows, None]]
        least = (own * np.exp(-rates * self.letters[rows, None].astype(np.float32)))[:, :-1].max(axis=1)
        missing = ~there.any(axis=1)
        column = np.where(missing, own[:, :-1].argmin(axis=1), there.argmax(axis=1))
        raised = np.where(missing, 0, own[np.arange(len(rows)), column]) < least
        rows, column = rows[raised], column[raised]
        if not len(rows):
            return alone, rows
        places, shares = alone.places.copy(), alone.shares.copy()
        places[rows, column], shares[rows, column] = home[rows], least[raised]
        return Likely(places, shares), rows


def letters_of(folded: pa.Array) -> NDArray[np.int64]:
    """How many characters of each folded text are no spaces."""
    spaces = pc.count_substring(folded, " ")
    letters: NDArray[np.int64] = pc.subtract(pc.utf8_length(folded), spaces).to_numpy(zero_copy_only=False)
    return letters


@cache
def rates(languages: tuple[str, ...], strangers: frozenset[str]) -> NDArray[np.float32]:
    """Nats that a letter may count for each language against each language of a list, float32.

    Args:
        languages: all codes, by place.
        strangers: those that only one detector knows.
    """
    scripts = get_global("likely_subtags")
    script = np.array([scripts[code].split("_")[1] if code in scripts else "" for code in languages])
    near = np.zeros((len(languages), len(languages)), dtype=bool)
    near[~np.isin(languages, sorted(COMMON_LANGUAGES))] = True
    for family in _FAMILIES:
        of = np.isin(languages, family.split())
        near |= of[:, None] & of
    allowed = np.where(near, np.where(np.isin(languages, sorted(strangers)), FEW, NEAR), FAR)
    return np.where(script[:, None] == script, allowed, np.inf).astype(np.float32)
