"""What the list says: each entry judged again with its siblings and the declared languages as a prior.

An entry's prior is a vote: one in all for every language alike, one for each language that the page or the site file
declares, and its siblings' shares. Its own share is left out, so no entry confirms itself. Two rounds settle it: a
wrong declaration is one vote against nine, and a foreign entry keeps its language where its own evidence is clear.
An entry of a list may be foreign, and then it is most often in a language that many sites are in: that is worth
some votes too, but only beside siblings. A text by itself is judged by itself.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.language.pool import Shares, normalised

DECLARED = 1.0  # votes for a declared language; from 0.5 to 3 no page measure moved by 0.1 points
OPEN = 0.25  # votes spread evenly over all languages; from 0.1 to 1, 0.1 points
COMMON = 0.5  # votes spread over the common languages, in a list; 0 loses 1.1 points of foreign entries found
ENGLISH = 0.25  # votes for English, the usual foreign language of a list
MOST_SIBLINGS = 30.0  # votes that siblings may have together: a long list masks no clear foreign entry
ROUNDS = 2  # a third moves no label of the development pages

# languages that at least one in a thousand public sites is in
COMMON_LANGUAGES = frozenset(
    "ar bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sr sv th tr uk vi zh".split()
)


def familiar_votes(languages: tuple[str, ...]) -> Shares:
    """Votes that each entry of a list has before its siblings speak, beside the open ones."""
    common = np.array([code in COMMON_LANGUAGES for code in languages])
    english = np.array([code == "en" for code in languages])
    votes: Shares = COMMON * common / max(common.sum(), 1) + ENGLISH * english
    return votes


def with_siblings(
    shares: Shares, votes: Shares, familiar: Shares, lists: NDArray[np.int64], speaking: NDArray[np.bool_]
) -> Shares:
    """Shares of each entry once its list has spoken.

    Args:
        shares: shares of each entry alone, entries by languages.
        votes: votes for what each entry's page declares, same shape.
        familiar: votes of `familiar_votes`, added where an entry has siblings.
        lists: number of each entry's list, in ascending order.
        speaking: whether the entry is of some language at all; the others neither vote nor are voted on.
    """
    if not len(lists):
        return shares
    edges = np.flatnonzero(np.diff(lists, prepend=-1))
    sizes = np.diff(np.append(edges, len(lists)))
    siblings = np.repeat(np.add.reduceat(speaking.astype(np.float64), edges), sizes) - speaking
    weight = np.minimum(1.0, MOST_SIBLINGS / np.maximum(siblings, 1))[:, None]
    votes = votes + OPEN / shares.shape[1] + np.where(siblings[:, None] > 0, familiar, 0.0)
    judged = normalised(shares * votes)
    for _ in range(ROUNDS if siblings.any() else 0):
        own = judged * speaking[:, None]
        others = np.repeat(np.add.reduceat(own, edges, axis=0), sizes, axis=0) - own
        judged = normalised(shares * (votes + weight * np.maximum(others, 0.0)))
    return judged
