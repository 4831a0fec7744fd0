"""Lists of names: `Marie Dupont`, `Anna Kowalska`, `Nikon Coolpix`. Each looks like some language, together they are none.

A list of titles has a language that most of them are taken for, even where each is two capitalised nouns. Names go every
way. So a list is of names where nearly every entry is up to four words that all begin with a capital, hardly a word is
among the commonest of the language its entry is taken for, and the entries do not agree: the mean share of any one language
is low. Where they do agree (a staff of Finns), the list keeps that language: its letters are of it, and no harm is done.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.language.capitals import capitalised
from pipelines.language.counts import Counts
from pipelines.language.declarations import Declared
from pipelines.language.entries import Entries
from pipelines.language.folding import unlinked
from pipelines.language.likely import Likely
from pipelines.language.siblings import by_list

LONGEST = 4  # words of a name
SHORTEST = 2  # words in the mean of one among several: `Obst, Gemüse, Brot` are nouns
NAME = r"\p{Lu}[\p{L}\p{M}'’.\-]*"  # a word of one
# two to four words each, as `Obst, Gemüse, Brot` are nouns; of the last one less may be left
_SEVERAL = (
    rf"^{NAME}(?:\s{NAME}){{1,3}}(?:,\s{NAME}(?:\s{NAME}){{1,3}})*,\s{NAME}(?:\s{NAME}){{0,3}}\s*[….]*$"
)
COMMON = 0.1  # share of words of several names that are common ones, too: `Rosa`, `Ash`
FEWEST = 4  # entries of a list that may be one of names
MOSTLY = 0.8  # share of its entries that are capitalised throughout: names have `de` and `van`
USUAL = 0.02  # share of commonest words; in capitalised titles that were looked through 5 in 100
# mean share of the likeliest language below which a list is of names; 0.5 takes 7 in 100 more lists of names of one country,
# and 2.5 in 100 more of short interface words
AGREED = 0.45
# the same where entries have fewer words than `WORDS`: `Kino`, `Sport` and `Bar` agree little; 0.35 finds 92 in 100 lists of towns
# of many countries instead of 81, and calls 1.8 in 100 lists of single interface words names instead of 0.4
SINGLE = 0.3
# mean words of an entry for that; 0.75 and 3 leave every label of the language set as it is
WORDS = 1.5
# what is taken from both where the page declares the likeliest one: names of countries and currencies hold words of the
# language; called names are 25 in 100 lists of countries instead of 39, and one in 100 less of names from many countries
TOLD = 0.08
PER_ENTRY = 0.5  # what is taken from both, divided by the number of entries: a few may disagree by chance
# languages whose short titles are taken for one another; apart, 8 in 100 lists of one or two interface words are called
# names, nearly all of them Macedonian, Galician and Serbian; together, 1
_TWINS = ("be ru uk", "bg mk", "bs hr sl sr", "cs sk", "da no", "es gl pt", "id ms")


def like_names(whole: pa.Array, counts: Counts, asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which of the texts asked about may be names as they stand: a few words, all with a capital, none of the commonest."""
    rows = np.flatnonzero(asked & (counts.words > 0) & (counts.words <= LONGEST) & (counts.usual == 0))
    like = np.zeros(len(asked), dtype=np.bool_)
    if len(rows):
        like[rows] = capitalised(unlinked(whole.take(pa.array(rows))))
    return like


def several_names(whole: pa.Array, counts: Counts, asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which of the texts asked about are names that commas part: `Kristen Quinn, Sarah Hill, Peter Pak`; arguments as above."""
    found = np.zeros(len(asked), dtype=np.bool_)
    rows = np.flatnonzero(asked & (counts.words > LONGEST) & (counts.usual <= COMMON * counts.words))
    if len(rows):
        texts = whole.take(pa.array(rows))
        like = pc.and_(pc.match_substring_regex(texts, _SEVERAL), pc.match_substring_regex(texts, r"\p{Ll}"))
        found[rows] = like.to_numpy(zero_copy_only=False)
    return found


def of_names(alone: Likely, counts: Counts, column: Entries) -> NDArray[np.bool_]:
    """Entries that are names in a list of names.

    Args:
        alone: shares of each entry by itself.
        counts: what was counted in it.
        column: the entries, their lists, what their pages declare.
    """
    lists, speaking, said = column.lists, column.speaking, column.said
    entries, words = np.bincount(lists, speaking), np.bincount(lists, counts.words)
    titled = (counts.words > 0) & (counts.words <= LONGEST)
    named = (entries >= FEWEST) & (np.bincount(lists, titled) >= MOSTLY * entries)
    named &= np.bincount(lists, counts.usual) < USUAL * words
    titled &= named[lists]
    rows = np.flatnonzero(titled)
    if len(rows):
        titled[rows] = capitalised(unlinked(column.whole.take(pa.array(rows))))
    named &= np.bincount(lists, titled) >= MOSTLY * entries
    rows = np.flatnonzero(named[lists] & speaking)
    if not len(rows):
        return np.zeros(len(lists), dtype=np.bool_)
    some, which = np.unique(lists[rows], return_inverse=True)
    together = _together(Likely(alone.places[rows], alone.shares[rows]), which, column.languages)
    agreed = together.max(axis=1)
    told = (together * _declared(said, said.numbers[rows], which)[:, :-1]).max(axis=1) == agreed
    most = np.where(words >= WORDS * entries, AGREED, SINGLE)[some] - TOLD * told
    named[some] = agreed < most * entries[some] - PER_ENTRY
    found: NDArray[np.bool_] = named[lists] & titled
    return found


def _together(alone: Likely, lists: NDArray[np.int64], languages: tuple[str, ...]) -> NDArray[np.float32]:
    """Sum of the shares of each language in each list, with those that it is taken for."""
    sums = by_list(alone, lists, np.ones(len(lists), dtype=np.bool_), len(languages))[:, :-1]
    for twins in _TWINS:
        places = np.flatnonzero(np.isin(languages, twins.split()))
        sums[:, places] = sums[:, places].sum(axis=1, keepdims=True)
    return sums


def _declared(said: Declared, numbers: NDArray[np.int64], lists: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether any page of each list declares each language."""
    kinds = len(said.votes)
    pairs = np.unique(lists * kinds + numbers % kinds)
    declared = np.zeros((int(lists.max()) + 1, said.votes.shape[1]), dtype=np.bool_)
    np.logical_or.at(declared, pairs // kinds, said.votes[pairs % kinds] > 0)
    return declared
