"""Whether what a list has in one language is likelier in it, all together, than in any other language.

The list's vote makes each entry as sure as its siblings, and three titles of one word each vote for one another. But
the vote holds no evidence that the entries do not. So of all entries of a list that are given one language, the chances by
themselves are multiplied, language by language. Where another language comes near, the label stays, not its confidence. One entry
counts up to a bound: a name or a foreign word may be nearly impossible in the language of its list.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.language.likely import Likely
from pipelines.language.siblings import by_list

# nats by which the language must lead: of entries in lists of three, with 4, 0.5 points more in known languages are surely wrong, with
# 8, 0.4 less, and 3 points less surely right
MARGIN = 6.0
# the same where one entry alone is in it, a guest; with 3, 1.7 in 100 guests less are sure, and 0.2 in 100 sure foreign labels more right
ALONE = 2.0
LEAST = 1e-3  # share of an entry's least likely languages


def contested(
    alone: Likely,
    labels: NDArray[np.int64],
    lists: NDArray[np.int64],
    asked: NDArray[np.bool_],
    languages: int,
) -> NDArray[np.bool_]:
    """Which entries are given a language that another one comes near, in what their list has in it.

    Args:
        alone: shares of each entry by itself.
        labels: place of the language that it is given in its list.
        lists: number of its list, from 0.
        asked: the entries that are asked about; the others say nothing.
        languages: how many there are, unknown ones together being the last.
    """
    near = np.zeros(len(lists), dtype=np.bool_)
    rows = np.flatnonzero(asked)
    if not len(rows):
        return near
    parts, part, entries = np.unique(
        lists[rows] * languages + labels[rows], return_inverse=True, return_counts=True
    )
    odds = np.log(np.maximum(alone.shares[rows], np.float32(LEAST)) / np.float32(LEAST))
    together = by_list(Likely(alone.places[rows], odds), part, asked[rows], languages)[:, :-1]
    each = np.arange(len(parts)), parts % languages
    own = together[each]
    together[each] = 0
    near[rows] = (own - together.max(axis=1) < np.where(entries > 1, MARGIN, ALONE))[part]
    return near
