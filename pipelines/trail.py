"""The trail of a row: which step changed which cell, and what could not be settled.

Two object columns travel with every frame: `steps` (a tuple of `Step`) and `issues` (a tuple of codes). Both are
empty tuples on nearly every row, so they cost one shared object; only suspects ever hold more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd


class Step(NamedTuple):
    """One change of one cell, by the step of that name: replaying a row's steps over the raw cell gives the final cell."""

    column: str
    name: str
    before: str | None
    after: str | None


def fresh(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with an empty trail where it has none."""
    missing = {name: _empty(len(frame)) for name in ("steps", "issues") if name not in frame.columns}
    return frame.assign(**missing) if missing else frame


def add_steps(frame: pd.DataFrame, steps: Mapping[int, Iterable[Step]]) -> pd.DataFrame:
    """Return the frame with steps appended; the mapping goes from row number (0-based) to its new steps."""
    return _extend(fresh(frame), "steps", steps)


def add_issues(frame: pd.DataFrame, code: str, rows: Iterable[int]) -> pd.DataFrame:
    """Return the frame with one issue code appended on the given row numbers (0-based)."""
    return _extend(fresh(frame), "issues", {int(row): (code,) for row in rows})


def _extend(frame: pd.DataFrame, column: str, more: Mapping[int, Iterable[object]]) -> pd.DataFrame:
    if not more:
        return frame
    cells = frame[column].to_numpy(dtype=object, copy=True)
    for row, new in more.items():
        cells[row] = (*cells[row], *new)
    return frame.assign(**{column: pd.Series(cells, index=frame.index, dtype=object)})


def _empty(rows: int) -> np.ndarray:
    cells = np.empty(rows, dtype=object)
    cells.fill(())
    return cells
