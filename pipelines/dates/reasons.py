"""What is said about each row: its issue code, whether its day is exact, and what fills a silent cell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.calendars import has_library
from pipelines.dates.civil import NO_DAY, Ints
from pipelines.dates.context import Context
from pipelines.dates.eras import CONVERTED, Era
from pipelines.dates.readings import era_of, lacks_year
from pipelines.dates.template import Kind

YEAR = 365
SAME = 1  # days by which markup and text may differ: the markup is in UTC, the text in the site's own day


def is_exact(context: Context, days: Ints) -> NDArray[np.bool_]:
    """Rows whose day is not approximate by nature.

    Approximate are months without a day, Hijri days (the moon is seen, not computed, in most countries), spans whose
    day the zone decides, and days without a year, a weekday, markup or address that lie more than a year away: a list
    may skip one unseen.
    """
    n = context.numbers
    monthly = (n.kind == Kind.FIXED) & (n.c < 0)
    yearless = lacks_year(n)
    told = (n.told != NO_DAY) & (np.abs(days - n.told) <= SAME)
    unseen = yearless & (n.weekdays == 0) & ~told & (np.abs(days - n.crawl) > YEAR)
    return np.where(n.kind == Kind.RELATIVE, context.sure, ~monthly & ~unseen & (era_of(n) != Era.HIJRI))


def is_stamp(context: Context) -> NDArray[np.bool_]:
    """Rows whose cell is a moment in UTC as software writes it: year first, or with seconds.

    `17 November 2026, 23:30 GMT` is written for readers, and its day is the one they see.
    """
    n, cells = context.numbers, context.cells
    if not (cells.offset == 0).any():
        return np.zeros(len(n.kind), dtype=bool)
    seconds = cells.of_shape([int(t.clock.second.size > 0) for t in cells.templates]) > 0
    stamp: NDArray[np.bool_] = (
        (cells.offset == 0) & ((n.kind == Kind.FIRST) | seconds) & (n.kind != Kind.RELATIVE)
    )
    return stamp


def reason_codes(
    context: Context, days: Ints, certain: NDArray[np.bool_], open_: NDArray[np.bool_]
) -> NDArray[np.object_]:
    """Return the gravest issue code of each row, None where there is nothing to say.

    `open_` are the rows whose day depends on the site's zone.
    """
    n, cells, markup = context.numbers, context.cells, context.clues.markup
    dated = days != NO_DAY
    reasons = np.full(len(days), None, dtype=object)
    reasons[dated & ~certain] = "date_ambiguous"
    reasons[dated & ~certain & ((n.kind == Kind.RELATIVE) | open_)] = "date_approximate"
    reasons[dated & (n.kind == Kind.FIXED) & (n.c < 0)] = "date_day_missing"
    reasons[dated & (markup != NO_DAY) & (np.abs(days - markup) > SAME)] = "date_contradicts_markup"
    reasons[~dated] = "date_impossible"
    if not dated.all():
        era = era_of(n)
        for converted in CONVERTED:
            if not has_library(converted):
                reasons[~dated & (era == converted)] = "date_calendar_missing"
    codes = sorted({template.reason for template in cells.templates} - {""})
    said = cells.of_shape([codes.index(t.reason) + 1 if t.reason else 0 for t in cells.templates])
    for number, code in enumerate(codes, 1):
        reasons[said == number] = code
    reasons[cells.shape < 0] = "date_missing"
    return reasons


def fill_silent(
    context: Context, days: Ints, certain: NDArray[np.bool_], reasons: NDArray[np.object_]
) -> tuple[Ints, NDArray[np.bool_]]:
    """Give rows without a day the page's markup, else the day in the address, and note it in `reasons`.

    A missing or unreadable cell says nothing against them; an impossible one does, so its day is never certain and
    its reason stays.
    """
    markup, address = context.clues.markup, context.clues.address
    none = days == NO_DAY
    if not none.any():
        return days, certain
    silent = context.numbers.kind == Kind.NONE
    from_markup = none & (markup != NO_DAY)
    from_address = none & ~from_markup & silent & (address != NO_DAY)
    reasons[from_markup & silent] = None
    reasons[from_markup & silent & context.markup_open] = "date_approximate"
    reasons[from_address] = "date_from_url"
    days = np.where(from_markup, markup, np.where(from_address, address, days))
    return days, np.where(from_markup, silent & ~context.markup_open, certain & ~from_address)
