"""What the list says: each entry judged again with its siblings and the declared languages as a prior.

An entry's prior is a vote: one in all for every language alike, one for each language that the page or the site file
declares, and its siblings' shares. Its own share is left out, so no entry confirms itself. Two rounds settle it: a
wrong declaration is one vote against nine, and a foreign entry keeps its language where its own evidence is clear.
An entry of a list may be foreign, and then it is most often in a language that many sites are in: that is worth
some votes too, but only beside siblings; beside a declaration alone English has its own. A text by itself is judged by
itself. Against its list, a text of few letters says no more than they can (`reach`).

Languages that no detector knows are one more language here, the last. By itself a text is given to them against odds
(`fit.ALONE`); a list of such texts is not, so their votes count as many times as those odds held them down.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from pipelines.language.codes import COMMON_LANGUAGES
from pipelines.language.declarations import Declared
from pipelines.language.fit import ALONE
from pipelines.language.likely import Likely
from pipelines.language.pool import Shares
from pipelines.language.reach import Reach

OPEN = 0.25  # votes spread evenly over all languages; from 0.1 to 1, 0.1 points
# Votes spread over the common languages, in a list; 0 loses 1.1 points of foreign entries found. Beside a declaration alone they raise
# whatever neighbour a text is taken for: of single strings in 97 languages on pages that declare English 1.9 points less are right
COMMON = 0.5
ENGLISH = 0.25  # votes for English, the usual foreign language of a list
MOST_SIBLINGS = 30.0  # votes that siblings may have together: a long list masks no clear foreign entry
# a vote for unknown languages counts as often as the odds held it down; with votes not weakened by their doubt, foreign
# entries found fall from 98.3 to 97.7
UNKNOWN_VOTES = 1 / ALONE
# share of a language by itself from which an entry is a clear foreign one, if it is not the list's; 0.5 finds 0.9 in 100
# foreign entries more and calls 0.07 native ones foreign
CLEAR = 0.8
# entries that look unknown, beside those in the list's language, from which their votes count in full for a clear foreign entry; with
# less they lose by the square. For all entries, 1.7 in 100 foreign ones more are found, 0.4 native ones more called foreign, and 4
# points more of unknown ones sure
OTHERWISE = 0.25
_Rows = slice | NDArray[np.int64]
PORTION = 4096  # entries weighed at once: bounds the memory of a long list
ROUNDS = 2  # a third moves no label of the development pages


def familiar_votes(languages: tuple[str, ...]) -> Shares:
    """Votes that an entry has before its siblings speak, beside the open ones: without siblings, and in a list, by languages."""
    common = np.array([code in COMMON_LANGUAGES for code in languages])
    english = np.array([code == "en" for code in languages])
    listed = COMMON * common / max(common.sum(), 1) + ENGLISH * english
    return np.stack([ENGLISH * english, listed]).astype(np.float32)


def shared(lists: NDArray[np.int64], speaking: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Number of each entry's list among those in which several speak; 0 where no sibling does."""
    several = np.bincount(lists, weights=speaking) > 1
    numbers: NDArray[np.int64] = np.where(several, np.cumsum(several), 0)[lists]
    return numbers


def with_siblings(
    alone: Likely,
    declared: Declared,
    familiar: Shares,
    lists: NDArray[np.int64],
    speaking: NDArray[np.bool_],
    reach: Reach,
    like_names: Callable[[NDArray[np.bool_]], NDArray[np.bool_]],
) -> Likely:
    """Shares of each entry once its list has spoken.

    Args:
        alone: shares of each entry alone.
        declared: votes for what each entry's page declares.
        familiar: votes of `familiar_votes`, added where a declaration or siblings speak.
        lists: number of each entry's list, from `shared`.
        speaking: whether the entry is of some language at all; the others neither vote nor are voted on.
        reach: how far the letters of each entry reach against its list's language.
        like_names: which of the entries asked about may be names; those are no clear foreign ones.
    """
    among = lists > 0
    siblings = np.bincount(lists, weights=speaking)[lists] - speaking
    weight = (among * np.minimum(1.0, MOST_SIBLINGS / np.maximum(siblings, 1))).astype(np.float32)[:, None]
    cast = _cast(declared, familiar, among)
    # languages that are not among the likely ones have the open votes only
    rest = np.maximum(1 - alone.shares.sum(axis=1, keepdims=True), 0) * np.float32(OPEN / familiar.shape[1])
    portions = [slice(start, start + PORTION) for start in range(0, len(lists), PORTION)]
    judged = np.empty_like(alone.shares)
    for part in portions:
        judged[part] = _shared_out(alone.shares[part] * cast(alone.places[part], part), rest[part])
    if not among.any():
        return Likely(alone.places, judged)
    home = by_list(Likely(alone.places, judged), lists, speaking, familiar.shape[1])[:, :-1].argmax(axis=1)
    weighed, raised = reach.bounded(alone, np.where(among, home[lists], alone.best()))
    judged[raised] = _shared_out(weighed.shares[raised] * cast(weighed.places[raised], raised), rest[raised])
    # at first by itself: what a page in an unknown language declares is another one
    unknown = alone.unknown()
    foreign = weighed.chances() >= CLEAR
    for number in range(ROUNDS):
        votes = judged.copy()
        # one that is no likelier than before it was read has no vote, a doubtful one little of one
        votes[:, -1] = np.maximum(unknown - ALONE, 0) * unknown * np.float32(UNKNOWN_VOTES)
        together = by_list(Likely(weighed.places, votes), lists, speaking, familiar.shape[1])
        if number == 0:
            worth = _worth(together)
            native = weighed.best() == together[:, :-1].argmax(axis=1)[lists]
            foreign &= ~native
            foreign &= ~like_names(foreign)
        lent = np.bincount(lists, votes[:, -1] * (speaking & foreign))
        for part in portions:
            places = weighed.places[part]
            prior = together[lists[part, None], places]
            prior -= votes[part] * speaking[part, None]
            # a clear foreign entry that others' votes made look unknown says nothing against one in the list's language
            prior[:, -1] -= native[part] * lent[lists[part]]
            np.maximum(prior, 0.0, out=prior)
            if number == ROUNDS - 1:
                prior[:, -1] *= np.where(foreign[part], worth[lists[part]], 1)
            prior *= weight[part]
            prior += cast(places, part)
            prior *= weighed.shares[part]
            judged[part] = _shared_out(prior, rest[part])
        unknown = judged[:, -1]
    return Likely(weighed.places, judged)


def _worth(together: NDArray[np.float32]) -> NDArray[np.float32]:
    """What votes for unknown languages are worth to a clear foreign entry, lists; few beside the list's language are of others."""
    unknown, home = together[:, -1] / UNKNOWN_VOTES, together[:, :-1].max(axis=1)
    worth: NDArray[np.float32] = np.minimum(unknown / np.maximum(OTHERWISE * home, np.float32(1e-6)), 1) ** 2
    return worth


def _cast(
    declared: Declared, familiar: Shares, among: NDArray[np.bool_]
) -> Callable[[NDArray[np.uint8], _Rows], NDArray[np.float32]]:
    """Votes cast before the siblings', by the languages in question of some rows; `among` is who has siblings."""
    voting: NDArray[np.bool_] = declared.votes.max(axis=1) > 0
    told = np.where(among, 2, voting[declared.numbers]).astype(np.int8)[:, None]
    before = declared.votes + np.float32(OPEN / familiar.shape[1])
    each = np.stack([before, before + familiar[0], before + familiar[1]])
    numbers = declared.numbers[:, None]

    def cast(places: NDArray[np.uint8], part: _Rows) -> NDArray[np.float32]:
        votes: NDArray[np.float32] = each[told[part], numbers[part], places]
        return votes

    return cast


def _shared_out(votes: NDArray[np.float32], rest: NDArray[np.float32]) -> NDArray[np.float32]:
    """Votes as shares of all that are cast, in place."""
    votes /= votes.sum(axis=1, keepdims=True) + rest
    return votes


def by_list(
    judged: Likely, lists: NDArray[np.int64], speaking: NDArray[np.bool_], languages: int
) -> NDArray[np.float32]:
    """Sum of the shares of each list, lists by languages.

    Args:
        judged: the likeliest languages of each entry and their shares.
        lists: number of each entry's list.
        speaking: entries that have a vote.
        languages: how many there are, the unknown ones counted as one.
    """
    sums = np.zeros((int(lists.max()) + 1, languages), dtype=np.float32)
    order = np.argsort(lists, kind="stable")
    for start in range(0, len(order), PORTION):
        rows = order[start : start + PORTION]
        first, last = int(lists[rows[0]]), int(lists[rows[-1]]) + 1
        cells = (lists[rows, None] - first) * languages + judged.places[rows]
        votes = judged.shares[rows] * speaking[rows, None]
        here = np.bincount(cells.ravel(), weights=votes.ravel(), minlength=(last - first) * languages)
        sums[first:last] += here.reshape(-1, languages).astype(np.float32)
    return sums
