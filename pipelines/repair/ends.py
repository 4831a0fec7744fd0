"""Ends that look like half a character and are none beyond doubt: the `é` of a French teaser cut by characters.

They are the most common suspects of a clean column and need nothing but their last letters and the language. So they
are settled by those, each kind of end once a process, before anything is made of their rows. What a list's rule
and codec may still turn (8 log-odds and more, `cut.judge`) is not settled here.
"""

from __future__ import annotations

from functools import cache, lru_cache

from pipelines.repair import cut
from pipelines.repair.corpus import Corpus
from pipelines.repair.lexicon import Lexicon

SEEN = 12
"""Characters at the end that are looked at: the suspicious ones, and the letters before them."""
MOST_TURNED = 8.0
"""Log-odds that list and words may turn: 5.6 for the rule, 2.5 for a proven codec."""


@lru_cache(maxsize=1 << 16)
def stands(end: str, language: str) -> bool:
    """Whether an end, without its marker, stands as it is beyond doubt.

    Args:
        end: the last `SEEN` characters of a text.
        language: ISO 639-1 code or tag; "" where unknown.
    """
    corpus = bare(language)
    known = corpus.letters.knows(end[-1])  # else the site may write a letter that explains it
    return known and cut.possible(end) and cut.most_odds(end, corpus) < cut.SURE - MOST_TURNED


@cache
def bare(language: str) -> Corpus:
    """The language without any site's words: what it says is remembered for the whole process."""
    return Corpus(Lexicon(()), language)
