"""Which month a word names in its list, where languages disagree about it.

`lis` is November in Polish and October in Croatian. The list's other month words say which language it is written in;
the language that the page declares counts as `DECLARED` of them, that of the country that the host ends in as `OF_COUNTRY`, the share of
the web settles what is left.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.cells import Cells
from pipelines.dates.days.civil import Ints
from pipelines.dates.tokens.template import Kind
from pipelines.dates.words.names import MINOR_SHARE
from pipelines.dates.words.senses import FAR_RARER, Sense, weight

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of the months
OF_COUNTRY = 0.5  # rows its country's language is worth: less than a word, it decides where words do not
DECLARED = 1.5  # rows a declared language is worth: one word of the list is outvoted, two are not


class Spoken(NamedTuple):
    """The language of each row by one witness.

    Attributes:
        code: index into `languages`, -1 for none.
        languages: their codes, "" for none.
    """

    code: Ints
    languages: list[str]

    def of(self, row: int) -> str:
        """The language of a row, "" for none."""
        code = int(self.code[row])
        return self.languages[code] if code >= 0 else ""


def month_numbers(
    cells: Cells, of_row: Ints, declared: Spoken, of_country: Spoken
) -> tuple[Ints, NDArray[np.bool_]]:
    """Return each row's month by its word (0 without one), and whether another sense of the word remains possible.

    Args:
        cells: the rows.
        of_row: list of each row.
        declared: the language that each row's page declares, without region.
        of_country: that of the country that its host ends in.
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
        votes = _votes(senses, counts[shapes].tolist())
        row = int(rows[first[shapes[0]]])
        votes[declared.of(row)] += DECLARED
        votes[of_country.of(row)] += OF_COUNTRY
        chosen[shapes] = [_sense(own, votes) for own in senses]
    month[rows], doubt[rows] = chosen[inverse.ravel()].T
    return month, doubt


def _possible(senses: tuple[Sense, ...], day: int) -> tuple[Sense, ...]:
    """The months that have such a day, all where none has: of `31 lis` the Croatian October."""
    return tuple(sense for sense in senses if sense.era or day <= _LONGEST[sense.month - 1]) or senses


def _votes(senses: list[tuple[Sense, ...]], counts: list[int]) -> dict[str, float]:
    """Rows of one list that a language explains, by language."""
    votes: dict[str, float] = defaultdict(float)
    for own, count in zip(senses, counts, strict=True):
        for name in frozenset().union(*(sense.languages for sense in own)):
            votes[name] += count
    return votes


def _sense(senses: tuple[Sense, ...], votes: dict[str, float]) -> tuple[int, bool]:
    """The month of the best-supported sense, and whether a rival with as many votes is left that is not far rarer."""
    support = {
        sense: max((votes.get(name, 0.0) for name in sense.languages), default=0.0) for sense in senses
    }
    ranked = sorted(senses, key=lambda sense: (-support[sense], -weight(sense.languages)))
    rivals = [sense for sense in ranked[1:] if support[sense] >= support[ranked[0]]]
    least = max(MINOR_SHARE, FAR_RARER * weight(ranked[0].languages))
    return ranked[0].month, any(weight(sense.languages) > least for sense in rivals)
