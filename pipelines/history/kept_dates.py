"""Days that a former run read and that only the clock has moved since: the former reading stands.

`20 Nov.` without a year is of the year it was first seen in, for as long as the entry shows it; read again a year later,
it would be a day to come. `2 months ago` says less each time it is read, and less than `3 hours ago` did; `19:00` alone would be of each day that it is read on.
The first reading was nearest to the day. An entry that is another now, and a site of events, which come back, are read anew.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.dates.moving import moving
from pipelines.history.former import Former, InMemory
from pipelines.history.kept_cells import put_back
from pipelines.site import Site
from pipelines.trail import add_issues

SLACK, IN_WEEKS = 45, 8
"""Days that a rough reading (`2 months ago`) may be from the former one, rough or not, and mean the same day; and one in weeks: an entry
that was 40 days old and is of last week now was changed since."""
_COLUMNS = ("date", "date_certain", "published_at")
_ASKED = ("title_raw", "excerpt_raw", "date_raw")


def keep_dates(frame: pd.DataFrame, former: Former | InMemory | None, site: Site) -> pd.DataFrame:
    """Put days back that were read before from cells which name no year, or count from the crawl, as an issue `date_kept`.

    Args:
        frame: dated rows of this run with `id`, each id once.
        former: the dataset published last, or None.
        site: whether it is one of events.
    """
    if former is None or site.events or not len(frame):
        return frame
    rows, before = _read_otherwise(frame, former)
    if len(rows):
        kept = _moved_by_clock(frame.iloc[rows], before) & _the_same(frame.iloc[rows], before)
        rows, before = rows[kept], before[kept]
    return add_issues(put_back(frame, rows, before, _COLUMNS), "date_kept", rows.tolist())


def _read_otherwise(frame: pd.DataFrame, former: Former | InMemory) -> tuple[NDArray[np.int64], pd.DataFrame]:
    """Rows that have another day than their former records, or the same one less surely, and these."""
    old = former.columns(("id", "date", "date_certain"))
    place = pd.Index(old["id"]).get_indexer(frame["id"])
    rows = np.flatnonzero(place >= 0)
    now, then = _days(frame["date"].iloc[rows]), _days(old["date"].iloc[place[rows]])
    sure, surely = (
        one.to_numpy(dtype=bool)
        for one in (frame["date_certain"].iloc[rows], old["date_certain"].iloc[place[rows]])
    )
    rows = rows[~np.isnat(now) & ~np.isnat(then) & ((now != then) | (surely & ~sure))]
    wanted = np.zeros(len(old), dtype=bool)
    wanted[place[rows]] = True
    found = list(former.batches(("id", *_ASKED, *_COLUMNS), wanted))
    if not found:
        return rows, old.iloc[:0]
    return rows, pd.concat(found).set_index("id").loc[frame["id"].iloc[rows]]


def _the_same(new: pd.DataFrame, before: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether title and teaser of some rows are as they were."""
    alike = [_equal(new[name], before[name]) for name in ("title_raw", "excerpt_raw")]
    return alike[0] & alike[1]


def _equal(one: pd.Series, other: pd.Series) -> NDArray[np.bool_]:
    same: NDArray[np.bool_] = one.fillna("").to_numpy() == other.fillna("").astype("str").to_numpy()
    return same


def _moved_by_clock(new: pd.DataFrame, before: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether a row's day differs from the former one, or is less sure, only because another day reads it."""
    now, then = _days(new["date"]), _days(before["date"])
    same = _equal(new["date_raw"], before["date_raw"])
    read = moving(new["date_raw"])
    near = np.abs((now - then).astype(np.int64)) <= np.where(read.weeks, IN_WEEKS, SLACK)
    later = same & (now > then) & (read.time | _of_another_year(now, then))
    kept: NDArray[np.bool_] = later | (read.rough & (same | near))
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
