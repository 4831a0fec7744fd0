"""Days that a former run read and that only the clock has moved since: the former reading stands.

`20 Nov.` without a year is of the year it was first seen in, for as long as the entry shows it; read again a year later,
it would be a day to come. `2 months ago` says less each time it is read. The first reading was nearest to the day. An entry
that is another now, and a site of events, which come back, are read anew.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.dates.moving import moving
from pipelines.former import Former, InMemory
from pipelines.site import Site
from pipelines.trail import add_issues

SLACK = 45
"""Days that a rough reading (`2 months ago`) may be from the former one and mean the same day."""
_COLUMNS = ("date", "date_certain", "published_at")
_TOLD = ("title_raw", "excerpt_raw")


def keep_dates(frame: pd.DataFrame, former: Former | InMemory | None, site: Site) -> pd.DataFrame:
    """Put days back that were read before from cells which name no year, or count from the crawl, as an issue `date_kept`.

    Args:
        frame: dated rows of this run with `id`, each id once.
        former: the dataset published last, or None.
        site: whether it is one of events.
    """
    if former is None or site.events or not len(frame):
        return frame
    old = former.columns(("id", "date", "date_raw"))
    place = pd.Index(old["id"]).get_indexer(frame["id"])
    rows = np.flatnonzero(place >= 0)
    rows = rows[_moved_by_clock(frame.iloc[rows], old.iloc[place[rows]])] if len(rows) else rows
    rows = rows[_the_same(frame.iloc[rows], former, place[rows])] if len(rows) else rows
    if not len(rows):
        return frame
    before = former.columns(_COLUMNS).iloc[place[rows]]
    for name in _COLUMNS:
        column = frame[name].copy()
        column.iloc[rows] = before[name].astype(column.dtype).to_numpy()
        frame = frame.assign(**{name: column})
    return add_issues(frame, "date_kept", rows.tolist())


def _the_same(new: pd.DataFrame, former: Former | InMemory, place: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether title and teaser of some rows are as they were."""
    wanted = np.zeros(place.max() + 1, dtype=bool)
    wanted[place] = True
    wanted = np.append(wanted, np.zeros(len(former.columns(("id",))) - len(wanted), dtype=bool))
    before = pd.concat(list(former.batches(("id", *_TOLD), wanted))).set_index("id").loc[new["id"]]
    alike = [
        (new[name].fillna("").to_numpy() == before[name].fillna("").astype("str").to_numpy())
        for name in _TOLD
    ]
    return np.logical_and.reduce(alike)


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
    rough = moving(said).rough & moving(was).rough
    near = np.abs((now - then).astype(np.int64)) <= SLACK
    kept[differs] = (same & (now > then) & _of_another_year(now, then)) | (rough & (same | near))
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
