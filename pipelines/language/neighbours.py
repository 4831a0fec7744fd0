"""Words and letters of languages that detectors take for a neighbour: most of them no detector knows.

How well a text fits does not tell Asturian from Spanish or Cebuano from Tagalog: neighbours share most of their grams.
They do not share their commonest words. A row of `WORDS` holds words of running text (articles, pronouns, conjunctions,
forms of `to be`) that one language has and the languages it is taken for have not; a row of `LETTERS` holds letters
that are never written in the languages named. A language is listed if detectors take it for another with confidence
and its text fits that one nearly as well. `marks` looks them up; `fit` says what one weighs.

In the texts of known languages that were looked through (14,200), one in 400 holds a mark, one in 1,800 two.
"""

from __future__ import annotations

from pipelines.word_tables import rows_of

WORDS: tuple[tuple[str, str, str], ...] = tuple(
    (code, against, words) for code, against, words in rows_of(__package__, "neighbours.txt", 3)
)
"""A language, the languages that it is taken for, words that it has and they have not."""
LETTERS: tuple[tuple[str, str], ...] = tuple(
    (codes, letters) for codes, letters in rows_of(__package__, "letters.txt", 2)
)
"""Languages, letters that others write and they do not."""
