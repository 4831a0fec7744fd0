"""The commonest words of languages that others are taken for.

Whatever no detector knows and is named Hindi or Kannada for its letters has other words for `and`, `is` and `not`. One
title may do without them, a list does not. So the table holds words of running text, none of a subject, and how often
they come: of the words of Hindi titles 12 in 100 are among its row, of Bhojpuri ones taken for Hindi 1. Nothing about the
other language need be known, and so languages that nobody looked at are noticed too.
"""

from __future__ import annotations

from pipelines.word_tables import rows_of

FREQUENT: tuple[tuple[str, float, str], ...] = tuple(
    (code, float(rate), words) for code, rate, words in rows_of(__package__, "frequent.txt", 3)
)
"""A language, how many of its words are among these, and the words.

The share is the least of three kinds of text: interface strings of programs, messages of a wiki, development titles. Words
that languages taken for it use half as often are left out: they would hide them. Bengali has no development titles, and its share
is that of the teasers of two papers: of their words 7 in 100 were among those of programs and wikis alone, 14 are with the words
of news.
"""

# languages whose letters few other known ones are written in: any text in those letters is a clear call, or none is, so that
# says nothing. Of texts in German, French or Polish 80 in 100 are clear calls, of texts taken for them 10
LONE: frozenset[str] = frozenset("am bn dz el fa he hi hy ka kn mr ne ps te ur".split())

# languages whose letters or whose family many more are written in that no detector knows: the Indic ones in Devanagari and Bengali
# letters, the Bantu ones, Amharic, Mongolian and Urdu. Of lists of titles of one or two words that declare nothing and are surely called
# one of them, 62 in 100 entries of the Indic ones are right, 82 of the Bantu ones and 87 of these three, beside 97 of all others, Persian
# and Georgian among them
OUTNUMBERED: frozenset[str] = frozenset(
    "am mn ur as bn hi mr ne lg ln ny rn rw sn ss st sw tn ts xh zu".split()
)
