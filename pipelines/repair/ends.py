"""Ends that look like half a character and are none beyond doubt: the `é` of a French teaser cut by characters.

They are the most common suspects of a clean column and need nothing but their last letters and the language. So they
are settled by those, each kind of end once a process, before anything is made of their rows. What a list's rule
and codec may still turn (8 log-odds and more, `cut.judge`) is not settled here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.repair import cut
from pipelines.repair.alone import kind_of_end
from pipelines.repair.corpus import Corpus
from pipelines.repair.lexicon import Lexicon

SEEN = 12
"""Characters at the end that are looked at: the suspicious ones, and the letters before them."""
MOST_TURNED = 8.0
"""Log-odds that list and words may turn: 5.6 for the rule, 2.5 for a proven codec."""


def all_stand(ends: pa.Array, languages: np.ndarray, names: Sequence[str]) -> np.ndarray:
    """Which ends of a column are letters that stand beyond doubt; each kind of end is asked once.

    Args:
        ends: the last `SEEN` characters of texts without a marker.
        languages: for each its place in `names`.
        names: ISO 639-1 codes or tags; "" where unknown.
    """
    numbered = pc.dictionary_encode(ends)
    kinds = numbered.indices.to_numpy().astype(np.int64) * len(names) + languages
    different, places = np.unique(kinds, return_inverse=True)
    known = numbered.dictionary.to_pylist()
    said = [
        known[at // len(names)][-1].isalpha()
        and stands(kind_of_end(known[at // len(names)]), names[at % len(names)])
        for at in different.tolist()
    ]
    return np.array(said, dtype=bool)[places]


@lru_cache(maxsize=1 << 16)
def stands(end: str, language: str) -> bool:
    """Whether an end, without its marker, stands as it is beyond doubt.

    Args:
        end: the last `SEEN` characters of a text.
        language: ISO 639-1 code or tag; "" where unknown.
    """
    corpus = bare(language)
    if not corpus.letters.knows(end[-1]) or not cut.possible(end):
        return False  # the site may write a letter that explains it
    before = end[:-1]
    plain = before.isascii() and before[-2:].islower() and before[-2:].isalpha()
    if plain and _nothing_lost(end[-1], language):
        return True
    return cut.most_odds(end, corpus) < cut.SURE - MOST_TURNED


@cache
def _nothing_lost(last: str, language: str) -> bool:
    """Whether a letter behind Latin ones is the first byte of no character that the language or a sign could be."""
    corpus = bare(language)
    return not any(corpus.options(way.of("a" + last)) for way in cut.endings("a" + last))


@cache
def bare(language: str) -> Corpus:
    """The language without any site's words: what it says is remembered for the whole process."""
    return Corpus(Lexicon(()), language)
