"""Days told from the crawl, for whole columns.

The clock is the crawl, in the site's own time zone where it is known. Where it is not, the day is certain only if every
zone it may have gives the same one. Months, years and bare weekdays are approximate by nature.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.cells import UNITS, Cells
from pipelines.dates.civil import NO_DAY, Ints
from pipelines.dates.template import Kind

SECONDS = {"s": 1, "n": 60, "h": 3600}
DAY = 86_400
MAX_BACK = 40 * 365  # days; a larger count is no date


def relative_days(
    cells: Cells, crawl: Ints, offset: Ints, west: Ints, east: Ints
) -> tuple[Ints, NDArray[np.bool_]]:
    """Return the day of each relative row (`NO_DAY` for others) and whether it is certain.

    Args:
        cells: the rows.
        crawl: UTC seconds of the crawl, by row.
        offset: seconds east of UTC to count with, by row.
        west: least offset that the site may have.
        east: most offset.
    """
    days = np.full(len(crawl), NO_DAY)
    sure = np.zeros(len(crawl), dtype=bool)
    is_relative = cells.of_shape([t.kind == Kind.RELATIVE for t in cells.templates]) > 0
    if not is_relative.any():
        return days, sure
    unit = cells.of_shape([UNITS.index(t.unit) for t in cells.templates])
    factor = cells.of_shape([t.factor for t in cells.templates])
    count = np.where(cells.a >= 0, cells.a * factor, factor)
    local = crawl + offset
    for name in "snhdwmyWT":
        rows = is_relative & (unit == UNITS.index(name))
        if rows.any():
            days[rows] = _days(name, count[rows], factor[rows], local[rows])
            if name in "snhdw":
                shift = crawl[rows] + (count[rows] * SECONDS.get(name, 0))
                sure[rows] = (shift + west[rows]) // DAY == (shift + east[rows]) // DAY
    far = np.abs(days - local // DAY) > MAX_BACK
    return np.where(is_relative & ~far, days, NO_DAY), sure


def _days(unit: str, count: Ints, factor: Ints, local: Ints) -> Ints:
    today = local // DAY
    if unit in SECONDS:
        return (local + count * SECONDS[unit]) // DAY
    if unit == "d":
        return today + count
    if unit == "w":
        return today + 7 * count
    if unit in "my":
        months = count * (12 if unit == "y" else 1)
        whole = today.astype("datetime64[D]")
        first = whole.astype("datetime64[M]")
        shifted = first + np.clip(months, -12_000, 12_000).astype("timedelta64[M]")
        last = (shifted + np.timedelta64(1, "M")).astype("datetime64[D]").astype(np.int64) - 1
        of_month = today - first.astype("datetime64[D]").astype(np.int64)
        moved: Ints = np.minimum(shifted.astype("datetime64[D]").astype(np.int64) + of_month, last)
        return moved
    if unit == "W":
        return today - (today + 3 - factor) % 7
    return today
