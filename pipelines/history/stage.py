"""What a run adds to the dataset: new, changed, unchanged entries, and those it did not see, which stay.

A listing shows its newest entries; the dataset keeps all it ever saw. A change is a change of raw cells, so a better
repair does not count as the site's news; nor does another spelling of the same link or day.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import pandas as pd
import pyarrow as pa

from pipelines.address_column import canonical
from pipelines.history.former import Former, InMemory
from pipelines.history.rewritten import rewritten
from pipelines.record import NAMES
from pipelines.site import Site

WATCHED = ("title_raw", "excerpt_raw", "date_raw", "url")


@dataclass(frozen=True, slots=True)
class Change:
    """Counts of one run against the dataset before it.

    Attributes:
        new: entries that no run saw before.
        changed: entries of which a watched cell is another.
        unchanged: those of which none is.
        kept: entries that this run did not see.
        renamed: of the known ones, those that came back with another link (`pipelines.history.carried`).
        ambiguous: of the new ones, those that may be one of several known ones.
        elsewhere: of both, those whose link has another form, or is shared, or tells nothing.
        retitled, redated, retold: of the changed ones, those that are others now (`pipelines.history.rewritten`).
    """

    new: int
    changed: int
    unchanged: int
    kept: int
    renamed: int = 0
    ambiguous: int = 0
    elsewhere: int = 0
    retitled: int = 0
    redated: int = 0
    retold: int = 0


def history(
    current: pd.DataFrame, former: Former | InMemory | None, site: Site, run: str
) -> tuple[pd.DataFrame, Change]:
    """Date the current rows and append the former ones that this run did not see.

    Args:
        current: one row an entry, with `id`.
        former: the dataset published last, or None.
        site: gives the clock of the run.
        run: name of the run.

    Returns:
        all records in order (this run's first, in list order; then the former ones in theirs), and the counts.
    """
    now = pd.Series(pd.Timestamp(site.crawled).floor("s"), index=current.index).astype("datetime64[ms, UTC]")
    # Arrow's own timestamps and pandas' do not stand in one column
    published = current["published_at"].astype(now.dtype)
    frame = current.assign(
        published_at=published, last_seen=now, run=pd.Series(run, index=current.index, dtype="str")
    )
    old = None if former is None else former.columns(("id", "first_seen", "changed_at"))
    if former is None or old is None or old.empty:
        return frame.assign(first_seen=now, changed_at=now), Change(len(frame), 0, 0, 0)
    place = pd.Index(old["id"]).get_indexer(frame["id"])  # one column at a time: a frame of both is dear
    known = pd.Series(place >= 0, index=frame.index)

    def before(name: str) -> pd.Series:
        column = old[name] if name in old else former.columns((name,))[name]
        return pd.Series(column.array.take(place, allow_fill=True), index=frame.index)

    differs = pd.Series(False, index=frame.index)
    for name in WATCHED:
        other = frame[name].fillna("") != before(name).fillna("").astype("str")
        if name == "url" and other.any():
            other &= canonical(frame["url"]).fillna("") != canonical(before("url").astype("str")).fillna("")
        if name == "date_raw" and other.any():
            other &= ~(frame["date"] == before("date").astype(frame["date"].dtype)).fillna(False).astype(bool)
        differs |= other
    changed = known & differs
    first = now.mask(known, before("first_seen"))
    now = now.mask(now < first, first)  # a clock set back: nothing is seen before it was seen first
    frame = frame.assign(
        first_seen=first, last_seen=now, changed_at=now.mask(known & ~differs, before("changed_at"))
    )
    others = rewritten(frame, former, old["id"].isin(frame["id"][changed]).to_numpy())
    kept = former.rows(~old["id"].isin(frame["id"]).to_numpy())
    counts = Change(
        new=int((~known).sum()),
        changed=int(changed.sum()),
        unchanged=int((known & ~differs).sum()),
        kept=len(kept),
        **asdict(others),
    )
    both = [frame[list(NAMES)], kept[list(NAMES)]] if len(kept) else [frame[list(NAMES)]]
    return pd.concat(both, ignore_index=True).astype({"date": pd.ArrowDtype(pa.date32())}), counts
