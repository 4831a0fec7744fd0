"""Which month a word names in its list, where languages disagree about it.

`lis` is November in Polish and October in Croatian. The list's other month words say which language it is written in;
the language that the page declares counts as `DECLARED` of them, the share of the web settles what is left.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.cells import Cells
from pipelines.dates.days.civil import Ints
from pipelines.dates.tokens.template import Kind
from pipelines.dates.words.names import MINOR_SHARE
from pipelines.dates.words.senses import Sense, weight

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of the months
DECLARED = 1.5  # rows a declared language is worth: one word of the list is outvoted, two are not


def month_numbers(
    cells: Cells, of_row: Ints, language: Ints, codes: list[str]
) -> tuple[Ints, NDArray[np.bool_]]:
    """Return each row's month by its word (0 without one), and whether another sense of the word remains possible.

    Args:
        cells: the rows.
        of_row: list of each row.
        language: index into `codes` of each row's declared language, -1 for none.
        codes: declared languages, without region.
    """
    month = cells.of_shape([t.senses[0].month if t.senses else 0 for t in cells.templates])
    doubt = np.zeros(len(month), dtype=bool)
    torn = cells.of_shape([len(t.senses) > 1 for t in cells.templates]) > 0
    if not torn.any():
        return month, doubt
    rows = np.flatnonzero(np.isin(of_row, np.unique(of_row[torn])) & (month > 0))
    pairs = np.stack([of_row[rows], cells.shape[rows]], axis=1)
    unique, first, inverse, counts = np.unique(
        pairs, axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    latest = np.zeros(len(unique), dtype=np.int64)
    kind = cells.of_shape([t.kind for t in cells.templates])[rows]
    np.maximum.at(latest, inverse.ravel(), np.where(kind == Kind.FIXED, cells.c[rows], 0))
    chosen = np.zeros((len(unique), 2), dtype=np.int64)
    for _, members in groupby(range(len(unique)), key=lambda at: int(unique[at, 0])):
        shapes = list(members)
        senses = [_possible(cells.templates[unique[at, 1]].senses, int(latest[at])) for at in shapes]
        declared = int(language[rows[first[shapes[0]]]])
        votes = _votes(senses, counts[shapes].tolist(), codes[declared] if declared >= 0 else "")
        chosen[shapes] = [_sense(own, votes) for own in senses]
    month[rows], doubt[rows] = chosen[inverse.ravel()].T
    return month, doubt


def _possible(senses: tuple[Sense, ...], day: int) -> tuple[Sense, ...]:
    """The months that have such a day, all where none has: of `31 lis` the Croatian October."""
    return tuple(sense for sense in senses if sense.era or day <= _LONGEST[sense.month - 1]) or senses


def _votes(senses: list[tuple[Sense, ...]], counts: list[int], declared: str) -> dict[str, float]:
    """Rows of one list that a language explains, by language."""
    votes: dict[str, float] = defaultdict(float)
    for own, count in zip(senses, counts, strict=True):
        for name in frozenset().union(*(sense.languages for sense in own)):
            votes[name] += count
    if declared:
        votes[declared] += DECLARED
    return votes


def _sense(senses: tuple[Sense, ...], votes: dict[str, float]) -> tuple[int, bool]:
    """The month of the best-supported sense, and whether a rival with as many votes is left."""
    support = {
        sense: max((votes.get(name, 0.0) for name in sense.languages), default=0.0) for sense in senses
    }
    ranked = sorted(senses, key=lambda sense: (-support[sense], -weight(sense.languages)))
    rivals = [sense for sense in ranked[1:] if support[sense] >= support[ranked[0]]]
    return ranked[0].month, any(weight(sense.languages) > MINOR_SHARE for sense in rivals)
