"""Which number of a date written in numbers is a day, where the range that it begins says so."""

from __future__ import annotations

import numpy as np

from pipelines.dates.cells import Cells
from pipelines.dates.days.civil import Ints
from pipelines.dates.tokens.template import Kind, Template

MONTHS = 12


def day_places(cells: Cells) -> Ints:
    """Return by row 1 or 2 where the first or the second number is a day, 0 where that is not said.

    Of `11-13/06/2026` the 13 stands where the day does; of `12/03 - 14/03/26` the 14 can be no month.
    """
    places = np.where(cells.backwards > 0, 0, cells.of_shape([_place_of_range(t) for t in cells.templates]))
    for place, last in enumerate((cells.until_a, cells.until_b), 1):
        places = np.where((places == 0) & (last > MONTHS), place, places)
    return places


def _place_of_range(template: Template) -> int:
    """Which number of a date written in numbers is the day that a range begins with, from 1; 0 without one."""
    if template.kind == Kind.NAMED:
        return int(template.pointed)
    if template.kind not in (Kind.TRIPLE, Kind.LAST, Kind.PAIR) or not template.span[0].size:
        return 0
    return 1 + (template.b.at == template.span[0].at)
