"""Whether all that a list has in one language is in that language: by how often its commonest words come, and by how it fits.

One title may do without `and` and `not`, twenty do not. Of all texts of a list that are taken for one language the words
are counted, and those among the commonest of the language (`frequent`). In its own text these come about as often as
elsewhere, in an unknown language taken for it a quarter as often or less. The odds between the two are those of a
Poisson law, tempered, because the texts of a list resemble each other. Against them stand texts that are a clear call: a
catalogue of `Chaussures homme cuir` has no such word, and is French. A list of bare nouns has none either. A text that holds a
mark of an unknown neighbour (`neighbours`) adds to them, and so do texts that together fit the language worse than its own text
does (`own_fit`). Nothing else about the unknown language need be known. What is doubted is read again
(`recount`, `refit`): repetitions and guests of another known language are no evidence.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.language.counts import Counts
from pipelines.language.entries import Entries
from pipelines.language.likely import Likely
from pipelines.language.own_fit import OwnFit

# how often the commonest words come, for each time that they should: in the language itself and in another
OWN, OTHER = 1.0, 0.25
TEMPER = 0.6  # what a word counts for, beside the others of its list
# words of a title too terse to hold one: in titles of one and two words they come 0.05 and 0.15 times as often as listed,
# of three 0.6, of four 0.9 (median of 50 languages); so no word of the former counts, and all but one of longer ones
TERSE = 2
# the most that missing words say, and a bad fit: beside a declaration of the language they take the confidence, and leave the label
MOST = 5.0
# standard deviations below which a list fits its language as its own text does, and the log-odds up to which missing words then speak:
# headlines say few of the words of programs and wikis, which most of the table is from, so they make a list unsure and not `und`. Of
# lists of ten wiki messages and articles of the Declaration in 599 unknown languages 85.8 instead of 86.1 in 100 entries are `und` so,
# and 7.8 have a sure label as before; lists of headlines in Telugu, Marathi and Malay keep theirs. 0.8 and 1.25 differ by 0.1
FITS, OPEN = 1.0, -0.2
# log-odds for each clear call; -0.3 leaves 0.1 to 0.8 points less entries of lists in unknown languages a sure label, and
# doubts a French catalogue of 200, -0.7 0.1 to 3 points more
CLEAR = -0.5
# share of words of one or two letters below which a list is of bare nouns (`Jacke Herren schwarz Leder`), so that missing words
# say nothing: of unknown languages half have 0.23 and more, one in 40 less than this. It leaves 0.1 points more of lists of
# wiki messages in them a sure label
BARE = 0.015
# log-odds for each text with a mark; without, 1.1 points more lists of ten keep a sure wrong label
PER_MARK = 1.5
# log-odds of another language before a word is counted. -2 leaves 0.1 points more entries of lists of ten in unknown
# languages a sure label
BEFORE = -1.75
# standard deviations by which the texts of a list together may fit its language worse than is usual, and log-odds for each above.
# 1.5 for 1.25 leaves 0 to 0.4 points more entries of lists in unknown languages a sure label; 1 takes the 0.9 from 0.9 points more of
# real pages' titles. 1.6 for 2.2 leaves 0.1 to 0.3 points more, 3 0 to 0.1 less
USUAL, PER_DEVIATION = 1.25, 2.2
# share of the common words due below which a list shows too few to be sure of: in what is taken for one of
# `frequent.OUTNUMBERED`, and beside a page that declares an unknown language, which shares some of them. In titles of three to six
# words they come 0.6 times as often as listed
FEW, FEW_BESIDE_UNKNOWN = 0.5, 1.0
DECLARED = -4.0  # where the page declares the language that is named
STRANGE = 3.0  # where it declares one that no detector knows


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual of each language's own text, by place.

    Attributes:
        rates: share of its words that are among its commonest; 0 where none are listed.
        crowded: whether other known languages are written in its letters (`frequent.LONE`).
        outnumbered: whether it is one of `frequent.OUTNUMBERED`.
        fit: how well its own text fits it.
    """

    rates: NDArray[np.float32]
    crowded: NDArray[np.bool_]
    outnumbered: NDArray[np.bool_]
    fit: OwnFit


def doubted(listed: Likely, counts: Counts, column: Entries, usual: Usual) -> Likely:
    """The shares of each entry, with more for unknown languages where its list's words or fit are not its language's.

    Args:
        listed: shares of each entry in its list.
        counts: what was counted in it; nothing where it is of no language.
        column: the entries, their lists, what their pages declare.
        usual: what is usual of each language.
    """
    labels, said = listed.best().astype(np.int64), column.said
    own = counts.favourites == labels
    group = _groups(column.lists, labels, said.votes.shape[1])
    words = _by_words(counts, own, group, usual.rates[labels], usual.crowded[labels])
    read = counts.letters * own * counts.weight
    deviations = usual.fit.deviations(counts.excess, read, group, labels)
    others = _by_marks(counts, own, group) + _by_fit(deviations, counts, own, group)
    declared = said.votes[said.numbers, labels] > 0
    before = BEFORE + DECLARED * declared + STRANGE * ((said.votes[said.numbers, -1] > 0) & ~declared)
    fits = ((deviations < FITS) & (np.bincount(group, read) > 0))[group]
    at_most = np.where(fits & (before < OPEN), OPEN - before, np.inf)
    doubt = _share(before + np.minimum(words[group], at_most) + others[group])
    # nothing counted is nothing said
    doubt = np.maximum(doubt - _share(before), 0) / (1 - _share(before))
    sure = (1 - doubt).astype(np.float32)[:, None]
    shares = np.concatenate([listed.shares[:, :-1] * sure, 1 - (1 - listed.shares[:, -1:]) * sure], axis=1)
    return Likely(listed.places, shares)


def unheard(listed: Likely, counts: Counts, column: Entries, usual: Usual) -> NDArray[np.bool_]:
    """Whether an unknown language is as likely as that of an entry, and its list shows too few common words to tell.

    Short titles are no excuse here: nothing in a list of bare nouns says which of several languages they are in.

    Args:
        listed: as for `doubted`, and so are the others.
        counts: what was counted in each entry.
        column: the entries, their lists, what their pages declare.
        usual: what is usual of each language.
    """
    labels, beside = listed.best().astype(np.int64), column.said.votes[column.said.numbers, -1] > 0
    asked: NDArray[np.bool_] = usual.outnumbered[labels] | beside
    if not asked.any():
        return asked
    own = counts.favourites == labels
    group = _groups(column.lists, labels, len(usual.rates))
    words, common = (np.bincount(group, number * own)[group] for number in (counts.words, counts.usual))
    due = np.where(beside, FEW_BESIDE_UNKNOWN, FEW) * usual.rates[labels] * words
    return asked & (common < due)


def _groups(lists: NDArray[np.int64], labels: NDArray[np.int64], languages: int) -> NDArray[np.int64]:
    """Number of what each entry's list has in the entry's language."""
    groups: NDArray[np.int64] = np.unique(lists * languages + labels, return_inverse=True)[1]
    return groups


def _by_words(
    counts: Counts,
    own: NDArray[np.bool_],
    group: NDArray[np.int64],
    rate: NDArray[np.float32],
    crowded: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """Log-odds of another language that the words of each group give, by the share of common words due in each text."""
    open_to = np.where(counts.words > TERSE, counts.words - 1, 0)
    odds = TEMPER * (np.log(OTHER / OWN) * counts.usual + (OWN - OTHER) * rate * open_to) * (rate > 0)
    together = np.minimum(np.bincount(group, (odds + CLEAR * (counts.clear & crowded)) * own), MOST)
    bare = np.bincount(group, counts.tiny * own) + 1 < BARE * np.bincount(group, counts.words * own * crowded)
    found: NDArray[np.float64] = np.where(bare, np.minimum(together, 0), together)
    return found


def _by_marks(counts: Counts, own: NDArray[np.bool_], group: NDArray[np.int64]) -> NDArray[np.float64]:
    """Log-odds of another language that the texts with a mark give, by group."""
    found: NDArray[np.float64] = np.bincount(group, PER_MARK * (counts.strange > 0) * own * counts.weight)
    return found


def _by_fit(
    deviations: NDArray[np.float64], counts: Counts, own: NDArray[np.bool_], group: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Log-odds of another language where a group of several texts fits its language badly; bare nouns fit none well."""
    worse = deviations - USUAL
    texts, words, tiny = (np.bincount(group, number * own) for number in (1, counts.words, counts.tiny))
    bad = (worse > 0) & (tiny >= BARE * words)
    # one text says nothing here, two no more than half: nearly all that a few have in common may be their source
    most = MOST * (1 - 1 / np.maximum(texts, 1))
    found: NDArray[np.float64] = np.where(bad, np.minimum(PER_DEVIATION * worse, most), 0)
    return found


def _share(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    share: NDArray[np.float64] = 1 / (1 + np.exp(np.clip(-odds, -50, 50)))
    return share
