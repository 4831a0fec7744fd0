"""What is said about each row: its issue code, whether its day is exact, and what fills a silent cell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.calendars import has_library
from pipelines.dates.civil import NO_DAY, Ints
from pipelines.dates.context import Context
from pipelines.dates.eras import CONVERTED, Era
from pipelines.dates.readings import era_of
from pipelines.dates.template import Kind

SAME = 1  # days by which markup and text may differ: the markup is in UTC, the text in the site's own day


def is_exact(context: Context) -> NDArray[np.bool_]:
    """Rows whose day is not approximate by nature: months without a day, tabular Hijri days, unsure spans are."""
    n = context.numbers
    monthly = (n.kind == Kind.FIXED) & (n.c < 0)
    return np.where(n.kind == Kind.RELATIVE, context.sure, ~monthly & (n.era != Era.HIJRI))


def reason_codes(context: Context, days: Ints, certain: NDArray[np.bool_]) -> NDArray[np.object_]:
    """Return the gravest issue code of each row, None where there is nothing to say."""
    n, cells, markup = context.numbers, context.cells, context.clues.markup
    dated = days != NO_DAY
    reasons = np.full(len(days), None, dtype=object)
    reasons[dated & ~certain] = "date_ambiguous"
    reasons[dated & ~certain & (n.kind == Kind.RELATIVE)] = "date_approximate"
    reasons[dated & (n.kind == Kind.FIXED) & (n.c < 0)] = "date_day_missing"
    reasons[dated & (markup != NO_DAY) & (np.abs(days - markup) > SAME)] = "date_contradicts_markup"
    reasons[~dated] = "date_impossible"
    if not dated.all():
        era = era_of(n)
        for converted in CONVERTED:
            if not has_library(converted):
                reasons[~dated & (era == converted)] = "date_calendar_missing"
    for at, template in enumerate(cells.templates):
        if template.reason:
            reasons[cells.shape == at] = template.reason
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
    reasons[from_address] = "date_from_url"
    days = np.where(from_markup, markup, np.where(from_address, address, days))
    return days, np.where(from_markup, silent, certain & ~from_address)
