"""Months that may be none, or others, of the page's language: `24" LED Monitor`, and `ruj` in a list that declares Kashubian.

A word of another language beside words that are no part of a date is borne out by another month of its list. Where a page
declares a small language, of whose months not all forms are known, it is by a list whose months are all of one other language.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.cells import Cells
from pipelines.dates.days.civil import Ints
from pipelines.dates.words.names import LARGER, scripts_of
from pipelines.dates.words.senses import weight


def are_stray(cells: Cells, of_row: Ints, language: Ints, codes: list[str]) -> NDArray[np.bool_]:
    """Return the rows whose word may be no month: neither the page nor another month of its list is in a language of the word.

    Args:
        cells: the rows.
        of_row: number of each row's list; lists together and in order.
        language: index into `codes` of each row's declared language, -1 for none.
        codes: declared languages, without region.
    """
    stray: NDArray[np.bool_] = cells.of_shape([template.stray for template in cells.templates]) > 0
    for number in np.unique(of_row[stray]).tolist():
        rows = np.arange(*np.searchsorted(of_row, (number, number + 1)))
        senses = [cells.templates[at].senses for at in np.unique(cells.shape[rows]).tolist() if at >= 0]
        named = [(sense.month, sense.languages) for own in senses for sense in own[:1]]
        for row in rows[stray[rows]].tolist():
            own = cells.templates[cells.shape[row]].senses
            month, spoken = own[0][:2]
            declared = language[row] >= 0 and any(codes[language[row]] in sense.languages for sense in own)
            stray[row] = not declared and not any(
                other != month and spoken & languages for other, languages in named
            )
    return stray


def are_unknown_forms(cells: Cells, of_row: Ints, language: Ints, codes: list[str]) -> NDArray[np.bool_]:
    """Return the rows whose month word is of other languages than the small one that their page declares, in a script of its own.

    The arguments are those of `are_stray`.
    """
    unknown = np.zeros(len(of_row), dtype=bool)
    small = np.array([*(bool(code) and weight(frozenset((code,))) < LARGER for code in codes), False])
    named = cells.of_shape([bool(t.senses) and not t.era for t in cells.templates]) > 0
    rows = np.flatnonzero(small[language] & named)
    starts = np.flatnonzero(np.diff(of_row[rows], prepend=-1))
    for listed in np.split(rows, starts[1:]) if len(rows) else ():
        shapes = cells.shape[listed]
        own = codes[language[listed[0]]]
        senses = {at: cells.templates[at].senses[0] for at in np.unique(shapes).tolist()}
        shared = frozenset.intersection(*(sense.languages for sense in senses.values()))
        if shared and len({sense.month for sense in senses.values()}) > 1:
            continue
        foreign = [
            at
            for at, sense in senses.items()
            if not any({own, "en"} & other.languages for other in cells.templates[at].senses)
            and _may_be_written_in(own, sense.languages)
        ]
        unknown[listed] = np.isin(shapes, foreign)
    return unknown


def _may_be_written_in(language: str, others: frozenset[str]) -> bool:
    """Whether a language has a script that all of some others have: none of Irish is that of a Russian month."""
    shared = frozenset.intersection(*map(scripts_of, others)) if others else frozenset[str]()
    own = scripts_of(language)
    return not own or not shared or bool(own & shared)
