"""Titles and days that an entry's own page told before, where nothing tells them now: they stand.

On a day when the entries' pages time out, a listing of bare teasers has no titles. What the run before read of the page is
still what the entry is called.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipelines.history.former import Former, InMemory
from pipelines.trail import add_issues

_KEPT = {"title": ("title",), "date": ("date", "date_certain", "published_at")}
"""What may be empty, and the columns that go with it."""


def keep_cells(frame: pd.DataFrame, former: Former | InMemory | None) -> pd.DataFrame:
    """Put titles and days back that this run did not see and the run before did, as issues `title_kept` and `date_kept`.

    Args:
        frame: rows of this run with `id`, each id once. A cell that the site wrote and nobody could read stays empty.
        former: the dataset published last, or None.
    """
    if former is None:
        return frame
    for name, columns in _KEPT.items():
        rows = np.flatnonzero((frame[name].isna() & frame[f"{name}_raw"].isna()).to_numpy(dtype=bool))
        if not len(rows):
            continue
        old = former.columns(("id", *columns))
        place = pd.Index(old["id"]).get_indexer(frame["id"].iloc[rows])
        told = place >= 0
        told[told] = old[name].iloc[place[told]].notna().to_numpy()
        rows, place = rows[told], place[told]
        frame = put_back(frame, rows, old.iloc[place], columns)
        frame = add_issues(frame, f"{name}_kept", rows.tolist())
    return frame


def put_back(
    frame: pd.DataFrame, rows: NDArray[np.int64], before: pd.DataFrame, columns: Sequence[str]
) -> pd.DataFrame:
    """The frame with some columns of some rows as former records have them; `before` holds one record a row, in order."""
    for name in columns if len(rows) else ():
        cells = frame[name].copy()
        cells.iloc[rows] = before[name].astype(cells.dtype).to_numpy()
        frame = frame.assign(**{name: cells})
    return frame
