"""Days that a former run read and that only the clock has moved since: the former reading stands.

`20 Nov.` without a year is of the year it was first seen in, for as long as the entry shows it; read again a year later,
it would be a day to come. `2 months ago` says less each time it is read. The first reading was nearest to the day.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.dates.moving import moving
from pipelines.former import Former, InMemory
from pipelines.trail import add_issues

SLACK = 45
"""Days that a rough reading (`2 months ago`) may be from the former one and mean the same day."""
_COLUMNS = ("date", "date_certain", "published_at")


def keep_dates(frame: pd.DataFrame, former: Former | InMemory | None) -> pd.DataFrame:
    """Put days back that were read before from cells which name no year, or count from the crawl, as an issue `date_kept`.

    Args:
        frame: dated rows of this run with `id`, each id once.
        former: the dataset published last, or None.
    """
    if former is None or not len(frame):
        return frame
    old = former.columns(("id", "date", "date_raw"))
    place = pd.Index(old["id"]).get_indexer(frame["id"])
    rows = np.flatnonzero(place >= 0)
    rows = rows[_moved_by_clock(frame.iloc[rows], old.iloc[place[rows]])] if len(rows) else rows
    if not len(rows):
        return frame
    before = former.columns(_COLUMNS).iloc[place[rows]]
    for name in _COLUMNS:
        column = frame[name].copy()
        column.iloc[rows] = before[name].astype(column.dtype).to_numpy()
        frame = frame.assign(**{name: column})
    return add_issues(frame, "date_kept", rows.tolist())


def _moved_by_clock(new: pd.DataFrame, old: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether a row's day differs from the former one only because another day reads it."""
    now, then = _days(new["date"]), _days(old["date"])
    differs = np.flatnonzero(~np.isnat(now) & ~np.isnat(then) & (now != then))
    kept = np.zeros(len(new), dtype=bool)
    if not len(differs):
        return kept
    now, then = now[differs], then[differs]
    said, was = new["date_raw"].iloc[differs], old["date_raw"].iloc[differs]
    same = (said.reset_index(drop=True) == was.reset_index(drop=True)).fillna(False).to_numpy(dtype=bool)
    told, rough = moving(said)
    near = np.abs((now - then).astype(np.int64)) <= SLACK
    kept[differs] = (same & (told | _of_another_year(now, then))) | (rough & moving(was).rough & near)
    return kept


def _of_another_year(one: NDArray[np.datetime64], other: NDArray[np.datetime64]) -> NDArray[np.bool_]:
    """Whether two days are the same day of the same month in two years."""
    months = [days.astype("datetime64[M]") for days in (one, other)]
    days = [each - month.astype("datetime64[D]") for each, month in zip((one, other), months, strict=True)]
    alike: NDArray[np.bool_] = (months[0].astype(np.int64) % 12 == months[1].astype(np.int64) % 12) & (
        days[0] == days[1]
    )
    return alike


def _days(dates: pd.Series) -> NDArray[np.datetime64]:
    column = pa.array(dates, type=pa.date32(), from_pandas=True)
    found: NDArray[np.datetime64] = column.to_numpy(zero_copy_only=False).astype("datetime64[D]")
    return found
