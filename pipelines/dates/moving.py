"""Which date cells are told from the day of the crawl (`3 days ago`, `yesterday`): a later crawl finds them changed."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.dates.cells import read_cells
from pipelines.dates.tokens.template import Kind

_WEEK, _TIME = "w", "T"
_TO_A_DAY = frozenset({"s", "n", "h", "d", _TIME})
"""Units that name a day."""


class Moving(NamedTuple):
    """What a column's cells are told from, a bool each; of a missing cell neither.

    Attributes:
        told: from the crawl.
        rough: from the crawl, in weeks or more, so that the same words name another day tomorrow and mean the same.
        weeks: rough, in weeks.
        time: from the crawl's day, a time and no more; that it is a time of today is a guess which tomorrow's same cell refutes.
    """

    told: NDArray[np.bool_]
    rough: NDArray[np.bool_]
    weeks: NDArray[np.bool_]
    time: NDArray[np.bool_]


def moving(texts: pd.Series) -> Moving:
    """Tell the cells of a column that are told from the crawl."""
    cells = read_cells(pa.array(texts, type=pa.string(), from_pandas=True))
    told = cells.of_shape([each.kind == Kind.RELATIVE for each in cells.templates]) > 0
    exact = cells.of_shape([each.unit in _TO_A_DAY for each in cells.templates]) > 0
    time = cells.of_shape([each.kind == Kind.RELATIVE and each.unit == _TIME for each in cells.templates]) > 0
    weeks = cells.of_shape([each.unit == _WEEK for each in cells.templates]) > 0
    return Moving(told, told & ~exact, told & weeks, time)
