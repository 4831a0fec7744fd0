"""Abbreviated months among other words, which a list bears out or not: `3 gen · Sport`, `24" LED Monitor`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.cells import Cells
from pipelines.dates.days.civil import Ints


def are_stray(cells: Cells, of_row: Ints, language: Ints, codes: list[str]) -> NDArray[np.bool_]:
    """Return the rows whose word may be no month: neither the page nor another month of its list is in a language of the word.

    Args:
        cells: the rows.
        of_row: list of each row.
        language: index into `codes` of each row's declared language, -1 for none.
        codes: declared languages, without region.
    """
    stray: NDArray[np.bool_] = cells.of_shape([template.stray for template in cells.templates]) > 0
    for number in np.unique(of_row[stray]).tolist():
        rows = np.flatnonzero(of_row == number)
        senses = [cells.templates[at].senses for at in np.unique(cells.shape[rows]).tolist() if at >= 0]
        named = [(sense.month, sense.languages) for own in senses for sense in own[:1]]
        for row in rows[stray[rows]].tolist():
            month, spoken = cells.templates[cells.shape[row]].senses[0][:2]
            declared = language[row] >= 0 and codes[language[row]] in spoken
            stray[row] = not declared and not any(
                other != month and spoken & languages for other, languages in named
            )
    return stray
