"""Days told from the crawl, for whole columns.

The clock is the crawl, in the site's own time zone where it is known. Where it is not, the day is certain only if every
zone it may have gives the same one. Months, years and bare weekdays are approximate by nature.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.cells import Cells
from pipelines.dates.days.civil import NO_DAY, Ints
from pipelines.dates.tokens.template import Kind
from pipelines.dates.words.ago import UNITS as SPANS
from pipelines.dates.words.names import languages_of_day_word
from pipelines.dates.words.wording import ELSEWHERE_IN

DAY_SECONDS = 86_400
MAX_BACK = 40 * 365  # days; a larger count is no date
UNITS = ("", *SPANS.values(), "W", "V", "T")  # as `Template.unit` has them
# What one of each unit is worth.
SECONDS = np.array([{"s": 1, "n": 60, "h": 3600}.get(unit, 0) for unit in UNITS])
DAYS = np.array([{"d": 1, "w": 7}.get(unit, 0) for unit in UNITS])
MONTHS = np.array([{"m": 1, "y": 12}.get(unit, 0) for unit in UNITS])
# Programs round to whole units: of "2 weeks ago" the day is any of 11 to 20 days ago, where no days are told beside the weeks.
EXACT = np.array([unit in ("s", "n", "h", "d") for unit in UNITS])


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
    rows = np.flatnonzero(is_relative)
    if not len(rows):
        return days, sure
    unit = cells.of_shape([UNITS.index(t.unit) for t in cells.templates])[rows]
    also = cells.of_shape([UNITS.index(t.also) for t in cells.templates])[rows]
    factor = cells.of_shape([t.factor for t in cells.templates])[rows]
    count = np.where(cells.a[rows] >= 0, cells.a[rows] * factor, factor)
    more = np.where(also > 0, cells.b[rows] * np.sign(factor), 0)  # 1 week, 3 days ago
    moved = crawl[rows] + count * SECONDS[unit] + more * SECONDS[also]
    today = (crawl[rows] + offset[rows]) // DAY_SECONDS
    found = _months_on((moved + offset[rows]) // DAY_SECONDS, count * MONTHS[unit] + more * MONTHS[also])
    found = found + count * DAYS[unit] + more * DAYS[also]
    found = np.where(unit == UNITS.index("W"), today - (today + 3 - factor) % 7, found)
    found = np.where(unit == UNITS.index("V"), today - 1 - (today + 2 - factor) % 7, found)
    days[rows] = np.where(np.abs(found - today) > MAX_BACK, NO_DAY, found)
    same = (moved + west[rows]) // DAY_SECONDS == (moved + east[rows]) // DAY_SECONDS
    sure[rows] = same & (EXACT[unit] | ((unit == UNITS.index("w")) & EXACT[also]))
    return days, sure


def by_markup(
    cells: Cells, days: Ints, sure: NDArray[np.bool_], marked: Ints, still_open: NDArray[np.bool_]
) -> tuple[Ints, NDArray[np.bool_]]:
    """Return the days with the markup's in place of those that a phrase rounds to: `over 2 years ago` beside `2024-03-31`.

    Args:
        cells: the rows.
        days: what the phrases say, `NO_DAY` for other rows.
        sure: whether it is certain.
        marked: the day of the page's markup by row, `NO_DAY` without one.
        still_open: whether that may be another day in the site's own zone.
    """
    least = cells.of_shape([UNITS.index(t.also or t.unit) for t in cells.templates])
    told = (days != NO_DAY) & (marked != NO_DAY) & (ROUNDED[least] > 0)
    said = told & (np.abs(np.where(told, days - marked, 0)) <= ROUNDED[least])
    return np.where(said, marked, days), np.where(said, ~still_open, sure)


# Days by which a phrase of each unit may be off: programs round to the nearest, up or down.
ROUNDED = np.array(
    [{"s": 1, "n": 1, "h": 1, "d": 1, "w": 7, "m": 31, "y": 366}.get(unit, 0) for unit in UNITS]
)


def are_other_words(cells: Cells, language: Ints, codes: list[str]) -> NDArray[np.bool_]:
    """Return the rows whose word for a day may be another word of their page's language: `More`, `Hier` on a German page, `Leo`.

    Args:
        cells: the rows.
        language: index into `codes` of each row's declared language, -1 for none.
        codes: declared languages, without region.
    """
    words = [template.word for template in cells.templates]
    other = np.zeros(len(language), dtype=bool)
    for word in {*words} - {""}:
        here = cells.of_shape([said == word for said in words]) > 0
        common = ELSEWHERE_IN.get(word)
        doubted = [
            code in common if common else code not in languages_of_day_word(word) for code in (*codes, "")
        ]
        other |= here & np.array(doubted)[language]
    return other


def _months_on(days: Ints, months: Ints) -> Ints:
    """Days moved by whole months, to the last day of the month where it is shorter."""
    if not months.any():
        return days
    first = days.astype("datetime64[D]").astype("datetime64[M]")
    shifted = first + np.clip(months, -12_000, 12_000).astype("timedelta64[M]")
    last = (shifted + np.timedelta64(1, "M")).astype("datetime64[D]").astype(np.int64) - 1
    of_month = days - first.astype("datetime64[D]").astype(np.int64)
    moved: Ints = np.minimum(shifted.astype("datetime64[D]").astype(np.int64) + of_month, last)
    return moved
