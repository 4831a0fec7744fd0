"""How far a text of few letters may speak against the language of its list.

A detector is as sure of `Kino` as of a sentence: it knows which neighbour writes the word most often in running text,
and not that a title of one word is no running text. So what a text says against its list's language is bounded by its
letters. A letter counts for less between languages of one family, which share their words, and against a language
that only one detector knows. Another script is evidence however short the text, and is not bounded, nor is a letter that
the list's language does not write (`ă` in an Indonesian list). A Japanese title may be written without kana (`定例記者会見`), and
every detector takes it for Chinese; in a Japanese list it is Japanese where the Japanese standard set has all its signs: of 144
such runs of Japanese text all are in it, of 232 Chinese titles of 10 to 18 signs 7 in 100.

Measured on interface strings of one or two words beside nine longer ones (docs/language-figures.md): without bounds 4.0 in 100
native titles of a wiki's are called foreign, with them 1.4, and of foreign ones 75 are found instead of 83; of those with
three words and more as many as before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata

import numpy as np
import pyarrow as pa
from babel.core import get_global
from numpy.typing import NDArray

from pipelines.language.cache import cached
from pipelines.language.codes import COMMON_LANGUAGES
from pipelines.language.likely import Likely

SHORT = 30  # letters from which nothing is bounded: of foreign titles longer than 16 letters, none is lost
# nats that a letter may count against the list's language
# Binds up to five letters (`Kino`); 1 loses 2 in 100 foreign titles of one or two words more, 2 none
FAR = 1.5
# In one family, and for rare languages; 0.4 loses 0.7 in 100 foreign titles of three words and more
NEAR = 0.5
# for Chinese in a Japanese list, all its signs Japanese: of 480 kanji titles all right, 478 with 0.2, 38 without the rule;
# of 120 Chinese titles in such lists 105 found, 108 with 0.2
KANJI = 0.1
FEW = 0.2  # where the list's language is one that only one detector knows: 67 of 100 short Galician titles with 0.5, 93 with 0.2

_LAYOUT = "1"

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
        spelling: a bit per column of langdetect's profiles: languages that write all letters of the text.
        columns: the bits of each language's columns, all where the profiles do not know it.
        rates: nats that a letter may count, language named by language of the list, from `rates`.
        texts: as they were read, for the signs of those that may be Japanese.
        kanji: places of Chinese and Japanese.
    """

    letters: NDArray[np.int64]
    spelling: NDArray[np.uint64]
    columns: NDArray[np.uint64]
    rates: NDArray[np.float32]
    texts: pa.Array
    kanji: tuple[int, int]

    def bounded(self, alone: Likely, home: NDArray[np.int64]) -> tuple[Likely, NDArray[np.int64]]:
        """The shares of each text, with no less for its list's language than its letters can take from it.

        Args:
            alone: shares of each text by itself.
            home: place of the likeliest language of each text's list.

        Returns:
            The shares, where a list's language may stand in place of a text's least likely one, and the rows raised.
        """
        best = alone.best()
        one_script = np.isfinite(self.rates[best, home])
        columns = np.append(self.columns, ~np.uint64(0))
        foreign = (self.spelling & columns[home] == 0) & (self.spelling & columns[best] != 0)
        chinese, japanese = self.kanji
        asked = np.flatnonzero((best == chinese) & (home == japanese) & (self.letters <= SHORT))
        foreign[asked] = [not _in_standard_set(text) for text in self.texts.take(pa.array(asked)).to_pylist()]
        rows = np.flatnonzero(one_script & ~foreign & (self.letters > 0) & (self.letters <= SHORT))
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


def _in_standard_set(text: str) -> bool:
    """Whether the set of the usual Japanese encoding (JIS X 0208 and a few name signs) has all ideographs of a text."""
    return all(_has(sign) for sign in text if sign >= "\u3400")


@cache
def _has(sign: str) -> bool:
    try:
        sign.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


@cache
def rates(languages: tuple[str, ...], strangers: frozenset[str]) -> NDArray[np.float32]:
    """Nats that a letter may count for each language against each language of a list, float32.

    Args:
        languages: all codes, by place.
        strangers: those that only one detector knows.
    """
    key = f"{_LAYOUT} babel {metadata.version('babel')} {languages} {sorted(strangers)} {_FAMILIES} {FAR} {NEAR} {FEW} {KANJI}"
    table: NDArray[np.float32] = cached("reach", key, ("rates",), lambda: _build(languages, strangers))[
        "rates"
    ]  # type: ignore[assignment]
    return table


@cache
def akin(languages: tuple[str, ...]) -> NDArray[np.bool_]:
    """Whether short texts in each language are taken for each other one: of one family, or the former is rare."""
    near = np.zeros((len(languages), len(languages)), dtype=bool)
    near[~np.isin(languages, sorted(COMMON_LANGUAGES))] = True
    for family in _FAMILIES:
        of = np.isin(languages, family.split())
        near |= of[:, None] & of
    return near


def _build(languages: tuple[str, ...], strangers: frozenset[str]) -> Mapping[str, NDArray[np.generic]]:
    scripts = get_global("likely_subtags")
    script = np.array([scripts[code].split("_")[1] if code in scripts else "" for code in languages])
    allowed = np.where(akin(languages), np.where(np.isin(languages, sorted(strangers)), FEW, NEAR), FAR)
    allowed = np.where(script[:, None] == script, allowed, np.inf)
    allowed[np.ix_(np.array(languages) == "zh", np.array(languages) == "ja")] = KANJI
    return {"rates": allowed.astype(np.float32)}
