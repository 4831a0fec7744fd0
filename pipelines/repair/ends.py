"""Ends that look like half a character and are none beyond doubt: the `é` of a French teaser cut by characters.

They are the most common suspects of a clean column and need nothing but their last letters and the language. So they
are settled by those, each kind of end once a process, before anything is made of their rows. What a list's rule
and codec may still turn (8 log-odds and more, `weighing.judge`) is not settled here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.repair.alone import kind_of_end
from pipelines.repair.corpus import Corpus
from pipelines.repair.cut import SURE
from pipelines.repair.endings import endings, possible
from pipelines.repair.glued import glued
from pipelines.repair.lexicon import Lexicon
from pipelines.repair.weighing import most_odds

SEEN = 12
"""Characters at the end that are looked at: the suspicious ones, and the letters before them."""
FIRST_EASTERN = 0x2E80
"""No code point below is Chinese, Japanese or Korean."""
MOST_TURNED = 8.0
"""Log-odds that list and words may turn: 5.6 for the rule, 2.5 for a proven codec."""


def all_stand(ends: pa.Array, languages: np.ndarray, names: Sequence[str]) -> np.ndarray:
    """Which ends of a column are letters that stand beyond doubt; each kind of end is asked once.

    Args:
        ends: the last `SEEN` characters of texts without a marker.
        languages: for each its place in `names`.
        names: ISO 639-1 codes or tags; "" where unknown.
    """
    codes = _codes(ends)
    found = np.zeros(len(codes), dtype=bool)
    plain = _are_plain(codes)
    three = (codes[:, -3] << 42) | (codes[:, -2] << 21) | codes[:, -1]
    for place, name in enumerate(names):
        rows = np.flatnonzero(plain & (languages == place))
        kinds, places = np.unique(three[rows], return_inverse=True)
        said = [stands(_spelled(kind), name) for kind in kinds.tolist()]
        found[rows] = np.array(said, dtype=bool)[places]
    others = np.flatnonzero(~plain)
    if len(others):
        found[others] = _stand(ends.take(pa.array(others)), languages[others], names)
    return found


def _stand(ends: pa.Array, languages: np.ndarray, names: Sequence[str]) -> np.ndarray:
    """`all_stand` of ends that three characters do not decide: each one once a language."""
    numbered = pc.dictionary_encode(ends)
    texts = numbered.dictionary.to_pylist()
    kinds, places = np.unique(
        numbered.indices.to_numpy().astype(np.int64) * len(names) + languages, return_inverse=True
    )
    said = []
    for text, place in zip((kinds // len(names)).tolist(), (kinds % len(names)).tolist(), strict=True):
        end = texts[text]
        said.append(end[-1].isalpha() and glued(end) is None and stands(_kind(end), names[place]))
    return np.array(said, dtype=bool)[places]


def _codes(ends: pa.Array) -> np.ndarray:
    """The code points of the last characters, `SEEN` a row, 0 before a shorter text."""
    joined = "".join(pc.utf8_lpad(ends, SEEN, "\0").to_pylist())
    data = joined.encode("utf-32-le", "surrogatepass")
    return np.frombuffer(data, dtype=np.uint32).reshape(-1, SEEN).astype(np.int64)


def _are_plain(codes: np.ndarray) -> np.ndarray:
    """Which ends are one letter above ASCII behind a small ASCII one, so that three characters decide (`kind_of_end`)."""
    last, before = codes[:, -1], codes[:, :-1]
    small = (codes[:, -2] >= ord("a")) & (codes[:, -2] <= ord("z"))
    letters, places = np.unique(last, return_inverse=True)
    alphabetic = np.array([chr(letter).isalpha() for letter in letters.tolist()], dtype=bool)[places]
    plain: np.ndarray = small & (before.max(axis=1) < FIRST_EASTERN) & alphabetic
    return plain


def _spelled(kind: int) -> str:
    return "".join(map(chr, (kind >> 42, (kind >> 21) & 0x1FFFFF, kind & 0x1FFFFF))).lstrip("\0")


def _kind(end: str) -> str:
    """The few characters that decide, where a letter before them says which alphabet it is, else all."""
    size = max([len(way.shown) for way in endings(end)], default=1)
    kind = kind_of_end(end, size)
    return kind if kind[-size - 1 : -size].isalpha() else end


@lru_cache(maxsize=1 << 16)
def stands(end: str, language: str) -> bool:
    """Whether an end, without its marker, stands as it is beyond doubt.

    Args:
        end: the last `SEEN` characters of a text.
        language: ISO 639-1 code or tag; "" where unknown.
    """
    if glued(end) is not None:
        return False
    corpus = bare(language)
    if not corpus.letters.knows(end[-1]) or not possible(end):
        return False  # the site may write a letter that explains it
    before = end[:-1]
    plain = before.isascii() and before[-2:].islower() and before[-2:].isalpha()
    if plain and _nothing_lost(end[-1], language):
        return True
    return most_odds(end, corpus) < SURE - MOST_TURNED


@cache
def _nothing_lost(last: str, language: str) -> bool:
    """Whether a letter behind Latin ones is the first byte of no character that the language or a sign could be."""
    corpus = bare(language)
    return not any(corpus.options(way.of("a" + last)) for way in endings("a" + last))


@cache
def bare(language: str) -> Corpus:
    """The language without any site's words: what it says is remembered for the whole process."""
    return Corpus(Lexicon(()), language)
