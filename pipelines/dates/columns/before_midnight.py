"""Times alone that are of yesterday: what a ticker shows below the news of this morning.

At seven in the morning `22:40` cannot be of today. In a list that runs from new to old, what stands below it is of yesterday, too,
and of the day before where its times jump up again. Lists of coming hours run the other way, and those of events are left alone. At
noon a list that begins with `23:00` tells of tonight, though it runs down: no ticker is silent for so long.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from pipelines.dates.cells import Cells
from pipelines.dates.columns.page import Page
from pipelines.dates.columns.relative import DAY_SECONDS
from pipelines.dates.columns.zones import EAST, WEST
from pipelines.dates.days.civil import NO_DAY, Ints
from pipelines.dates.tokens.template import Kind

STEPS_MIN, DOWN_SHARE = 4, 0.75
"""Steps from one time to another, and the share of them that goes back in time, of a list from new to old: as a listing is told
from the lengths of films (`entry_dates`)."""
JUMP = 6 * 3600
"""Seconds of a rise that is another night: a newer time below an older one of the same day is an entry that was changed."""
SILENT_MAX = 12 * 3600
"""Seconds since the newest entry of a list that has none of today. Of 648 made times of tickers with an entry in one to three hours by
day it takes 3 in 100 from those that are right without it, and leaves 0.42 of 288 of tonight's programmes as they are; 8 hours take 14
in 100 and leave 0.72."""
EASTERNMOST = 14 * 3600
"""Seconds east of UTC of the calendar that is furthest on."""


def before_midnight(cells: Cells, days: Ints, page: Page) -> Ints:
    """The days with those of times that are later than the crawl put back.

    Args:
        cells: the rows, lists together and in order.
        days: the day of each row that is told from the crawl, `NO_DAY` of others.
        page: when and where the crawl was.
    """
    time = cells.of_shape([each.kind == Kind.RELATIVE and each.unit == "T" for each in cells.templates]) > 0
    rows = np.flatnonzero(time & (days != NO_DAY) & page.dated & (cells.hour >= 0))
    if len(rows) <= STEPS_MIN or page.events:
        return days
    clock = cells.hour * 3600 + cells.minute * 60
    unknown = (page.west == WEST) & (page.east == EAST)
    now = page.seconds + np.where(unknown, EASTERNMOST, page.east)
    late = np.zeros(len(days), dtype=bool)
    late[rows] = clock[rows] > now[rows] - days[rows] * DAY_SECONDS
    silent = now - (days - 1) * DAY_SECONDS - clock
    moved = days.copy()
    for number in np.unique(page.of_row[rows[late[rows]]]).tolist():
        listed = rows[page.of_row[rows] == number]
        if late[listed[0]] and silent[listed].min() > SILENT_MAX:
            continue
        steps = [one > other for one, other in pairwise(clock[listed].tolist()) if one != other]
        if len(steps) >= STEPS_MIN and sum(steps) >= DOWN_SHARE * len(steps):
            moved[listed] -= _nights(clock[listed], late[listed])
    return moved


def _nights(clock: Ints, late: np.ndarray) -> Ints:
    """By row of a list from new to old, how many nights lie between it and the crawl."""
    risen = np.diff(clock, prepend=clock[0]) >= JUMP
    first = int(np.argmax(late))
    risen[: first + 1] = False
    risen[first] = True
    return np.cumsum(risen)
