"""Which month a word names in its list, where languages disagree about it.

`lis` is November in Polish and October in Croatian. The list's other month words say which language it is written in;
the language that the page declares counts as `DECLARED` of them, the share of the web settles what is left.
"""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.cells import Cells
from pipelines.dates.civil import Ints
from pipelines.dates.names import Sense, weight

DECLARED = 1.5  # rows a declared language is worth: one word of the list is outvoted, two are not
MINOR = 1e-3  # share of the web below which a rival sense is no reason for doubt


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
    order = np.flatnonzero(np.isin(of_row, np.unique(of_row[torn])) & (month > 0))
    by_list: dict[int, list[int]] = defaultdict(list)
    for row in order.tolist():
        by_list[int(of_row[row])].append(row)
    for rows in by_list.values():
        votes = _votes(cells, rows, language, codes)
        chosen: dict[int, tuple[int, bool]] = {}
        for row in rows:
            shape = int(cells.shape[row])
            if shape not in chosen:
                chosen[shape] = _sense(cells.templates[shape].senses, votes)
            month[row], doubt[row] = chosen[shape]
    return month, doubt


def _votes(cells: Cells, rows: list[int], language: Ints, codes: list[str]) -> Counter[str]:
    """Rows of one list that a language explains, by language."""
    votes: Counter[str] = Counter()
    for row in rows:
        for name in frozenset().union(
            *(sense.languages for sense in cells.templates[cells.shape[row]].senses)
        ):
            votes[name] += 1.0  # type: ignore[assignment]
    declared = codes[language[rows[0]]] if language[rows[0]] >= 0 else ""
    if declared:
        votes[declared] += DECLARED  # type: ignore[assignment]
    return votes


def _sense(senses: tuple[Sense, ...], votes: Counter[str]) -> tuple[int, bool]:
    """The month of the best-supported sense, and whether a rival with as many votes is left."""
    ranked = sorted(
        senses, key=lambda s: (-max((votes[name] for name in s.languages), default=0), -weight(s.languages))
    )
    if len(ranked) < 2:
        return ranked[0].month, False
    first, second = (max((votes[name] for name in s.languages), default=0) for s in ranked[:2])
    return ranked[0].month, second >= first and weight(ranked[1].languages) > MINOR
