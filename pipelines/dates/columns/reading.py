"""`read_dates`: a column of raw date cells, list by list, into days.

Rows whose shape leaves nothing open are read directly; lists with an open row (an order, a missing year) are decided as
wholes (`open_lists`). `read_columns` is the same without a frame around it, for callers that read many small batches; `prepare` is its
first half.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.dates.columns.context import Context, gather
from pipelines.dates.columns.moments import days_of_site
from pipelines.dates.columns.open_lists import decide_lists
from pipelines.dates.columns.page import Page
from pipelines.dates.columns.reasons import fill_silent, is_exact, is_stamp, reason_codes
from pipelines.dates.columns.zones import zone_offsets
from pipelines.dates.days.civil import NO_DAY, Ints
from pipelines.dates.days.eras import ERA_NAMES
from pipelines.dates.hypotheses.decide import CERTAIN
from pipelines.dates.hypotheses.evidence import Floats
from pipelines.dates.hypotheses.readings import eras_under
from pipelines.dates.inputs import Texts, as_codes, as_groups, as_seconds, as_texts

_DATE = pd.ArrowDtype(pa.date32())
_MOMENT = pd.ArrowDtype(pa.timestamp("s", tz="UTC"))


@dataclass(frozen=True, slots=True)
class Read:
    """A column read, in the order it came.

    Attributes:
        days: day numbers since 1970, `NO_DAY` where there is none.
        certain: True where no other reading survives.
        moments: UTC seconds, `NO_DAY` where time or zone is not given.
        reasons: issue codes, None where there is nothing to say.
        share: probability that the day keeps.
        orders: order the row's list was read in, None where nothing was open.
        eras: calendar the day was converted from, None for the common one.
        moved: True where the cell tells UTC and the site's own day is another one.
    """

    days: Ints
    certain: NDArray[np.bool_]
    moments: Ints
    reasons: NDArray[np.object_]
    share: Floats
    orders: NDArray[np.object_]
    eras: NDArray[np.object_]
    moved: NDArray[np.bool_]

    def take(self, rows: Ints) -> Read:
        """The same for some rows."""
        return Read(*(getattr(self, name)[rows] for name in self.__slots__))

    def dates(self) -> Any:
        """The days as a pandas column of date32."""
        none = self.days == NO_DAY
        days = pa.array(np.where(none, 0, self.days).astype(np.int32), mask=none)
        return pd.array(days.cast(pa.date32()), dtype=_DATE)

    def stamps(self) -> Any:
        """The moments as a pandas column of UTC timestamps, to the second."""
        none = self.moments == NO_DAY
        return pd.array(
            pa.array(np.where(none, 0, self.moments), mask=none).cast(pa.timestamp("s", tz="UTC")),
            dtype=_MOMENT,
        )


def read_dates(texts: Texts, **context_of: Any) -> pd.DataFrame:
    """Read a column of date cells, each list as a whole, into a frame.

    Args:
        texts: the cells, in list order within each list; missing allowed.
        **context_of: the arguments of `prepare`; `crawled` is needed, the others help.

    Returns:
        A frame of the same length and row order: `date` (date32), `certain` (bool), `published_at` (UTC, to the second,
        where the cell or its hint gave time and zone), `reason` (an issue code, else missing), `share` (probability
        the day keeps), `order` (order its list was read in), `era` (calendar converted from).

    Raises:
        ValueError: when an argument's length is not the column's.
    """
    read = read_columns(texts, **context_of)
    return pd.DataFrame(
        {
            "date": read.dates(),
            "certain": read.certain,
            "published_at": read.stamps(),
            "reason": pd.Series(read.reasons, dtype="str"),
            "share": read.share,
            "order": pd.Series(read.orders, dtype="str"),
            "era": pd.Series(read.eras, dtype="str"),
        }
    )


def read_columns(texts: Texts, **context_of: Any) -> Read:
    """Read a column of date cells, each list (`groups`) as a whole; the arguments are those of `prepare`."""
    context, sort = prepare(texts, **context_of)
    read = _of_publication(_decided(context), context)
    back = np.empty(len(sort), dtype=np.int64)
    back[sort] = np.arange(len(sort))
    return read.take(back)


def prepare(
    texts: Texts,
    *,
    crawled: Any,
    groups: Any = None,
    languages: Any = None,
    hints: Texts | None = None,
    urls: Texts | None = None,
    tlds: Any = None,
    order: str | None = None,
    events: bool = False,
    timezone: str | None = None,
    clock: date | None = None,
) -> tuple[Context, Ints]:
    """Gather what is known about a column; return it with the row numbers in the order it holds them.

    Args:
        texts: the cells, in list order within each list; missing allowed.
        crawled: when the list was fetched: an aware datetime, a date, either as an ISO string, or one of them per row.
        groups: the list of each row, any hashable values; one list when None.
        languages: declared language of each row's page (`fr`, `en-GB`), or one for all, or None.
        hints: machine-readable dates (`<time datetime>`) of the rows, as texts.
        urls: addresses of the entries.
        tlds: top-level domain of each row's site, or one for all, or None.
        order: an order the site file pins (`dmy`, `mdy`, `ymd`); it weighs, evidence may contradict it.
        events: True where the lists announce coming days.
        timezone: IANA name of the site's own calendar.
        clock: a day that none of the dates can lie far after, needed where `crawled` is missing for a row; how recent
            such a list is counts for nothing.

    Raises:
        ValueError: when an argument's length is not the column's, or `crawled` holds a text that is no ISO day or moment.
    """
    array = as_texts(texts)
    length = len(array)
    listed = as_groups(groups, length)
    sort = np.argsort(listed, kind="stable")
    seconds, dated = as_seconds(crawled, length, clock)
    tld = as_codes(tlds, length, "tlds")
    west, east = zone_offsets(seconds, timezone, tld)
    page = Page(
        of_row=listed[sort],
        seconds=seconds[sort],
        west=west[sort],
        east=east[sort],
        dated=dated[sort],
        language=as_codes(languages, length, "languages").take(sort),
        tld=tld.take(sort),
        order=order,
        events=events,
        timezone=timezone,
    )
    marked = as_texts(hints, length, "hints").take(sort) if hints is not None else None
    addresses = as_texts(urls, length, "urls").take(sort) if urls is not None else None
    return gather(array.take(sort), page, marked, addresses), sort


def _of_publication(read: Read, context: Context) -> Read:
    """The earlier day where a cell tells another one first, of a change; behind other words the day stays. Both are open.

    The second days of a list are read as a list of their own.
    """
    if context.cells.other is None:
        return read
    rows = np.flatnonzero(context.cells.other.is_valid().to_numpy(zero_copy_only=False))
    page = context.page.take(rows)
    page = replace(page, of_row=np.unique(page.of_row, return_inverse=True)[1])
    other = _decided(gather(context.cells.other.take(pa.array(rows)), page, None, None))
    earlier = (other.days != NO_DAY) & (other.days < read.days[rows])
    told = context.cells.of_shape([t.second.published for t in context.cells.templates])[rows] > 0
    days, certain, reasons = read.days.copy(), read.certain.copy(), read.reasons.copy()
    sure = context.cells.of_shape([t.second.sure for t in context.cells.templates])[rows] > 0
    taken = rows[earlier & told]
    days[taken], certain[taken], reasons[taken] = (
        part[earlier & told] for part in (other.days, other.certain, other.reasons)
    )
    left = rows[earlier & ~sure & (told | other.certain)]
    reasons[left[certain[left]]], certain[left] = "date_ambiguous", False
    return replace(read, days=days, certain=certain, reasons=reasons)


def _decided(context: Context) -> Read:
    days, share, orders = decide_lists(context)
    told = days_of_site(context.cells, days, is_stamp(context), context.page)
    days = told.days
    certain = (days != NO_DAY) & (share >= CERTAIN) & ~context.doubt & is_exact(context, days) & ~told.open
    reasons = reason_codes(context, days, certain, told.open)
    days, certain = fill_silent(context, days, certain, reasons)
    moments = np.where(told.moments == NO_DAY, context.stamped, told.moments)
    eras = np.array([name or None for name in ERA_NAMES], dtype=object)[eras_under(context.numbers, orders)]
    eras[days == NO_DAY] = None
    return Read(days, certain, moments, reasons, share, orders, eras, told.moved)
