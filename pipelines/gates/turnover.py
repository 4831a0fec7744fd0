"""Whether a list that shows none of the entries of the run before is another list, or has only gone on.

A list shows a stretch of days. What the run before saw of days inside this stretch, or of newer ones, has to stand in it again,
but for what was taken down; where nothing of it does, the address shows something else: its pages in another language, another
section, its oldest entries first, a domain that was sold. A busy list that has rolled on since covers no day of the run before.
But a list has a pace, told by its days, or without days by what came from run to run: as many entries do not replace all of them
overnight.
"""

from __future__ import annotations

import pandas as pd

LEAST = 3
"""Entries that one and the same night does not take down."""
OLDER = 0.25
"""Share of a list's dated entries that are as old as the day from which it shows everything: what is pinned above it may be of
any day."""

ALL_LEAST, SLOWER = 5, 4
"""Entries of a list that are not all replaced by chance, and how many times as many as came at its pace they are: of a random
flow five come where 1.25 are due in one night of a hundred."""


def missing(seen: pd.DataFrame, kept: pd.DataFrame) -> int:
    """Count the entries of the run before that a list of these days has to show, and does not.

    Args:
        seen: records of this run, none of which is in the dataset.
        kept: the dataset.

    Returns:
        entries of days inside the stretch of `seen` or newer, where they are `LEAST` or more, else 0.
    """
    days = seen["date"].dropna().sort_values()
    latest = kept["last_seen"].max()
    last = kept["date"][(kept["last_seen"] == latest).to_numpy()].dropna()
    if not len(days) or not len(last):
        return 0
    # the days at either end may be shown in part, and days to come may be called off
    first, newest = days.iloc[int(OLDER * (len(days) - 1))], days.iloc[-1]
    due = (last > first) & ((last < newest) | (last > newest) & (last <= latest.date()))
    count = int(due.sum())
    return count if count >= LEAST else 0


def replaced(seen: pd.DataFrame, kept: pd.DataFrame) -> int:
    """Count the entries of the run before that cannot all have left their list since, at its pace.

    A list of which all was replaced before, as a week's programme is, has that habit. One without days that a single run saw has
    no pace yet, and one whose newer half is of a single day has none. What is of a day to come leaves when that day has passed.

    Args:
        seen: records of this run, none of which is in the dataset.
        kept: the dataset.

    Returns:
        entries that the run before saw, where they are `SLOWER` times as many as came meanwhile at that pace, else 0.
    """
    start, latest, now = kept["first_seen"].min(), kept["last_seen"].max(), seen["last_seen"].max()
    last = kept["date"][(kept["last_seen"] == latest).to_numpy()]
    dated = last.notna().sum() >= LEAST
    if dated:
        last = last[(last <= latest.date()).fillna(False).to_numpy(dtype=bool)]
    if len(last) < ALL_LEAST or not latest < now or _was_replaced(kept):
        return 0
    came, span = _newer_half(last) if dated else (int((kept["first_seen"] > start).sum()), latest - start)
    due = came * ((now - latest) / span) if span else len(last)
    return len(last) if SLOWER * due <= len(last) else 0


def _newer_half(days: pd.Series) -> tuple[int, pd.Timedelta]:
    """How many entries are newer than the middle one, and in what time they came; a pinned entry may be of any day."""
    days = pd.to_datetime(days)
    middle = days.sort_values().iloc[len(days) // 2]
    return int((days > middle).sum()), days.max() - middle


def _was_replaced(kept: pd.DataFrame) -> bool:
    """Whether some run saw new entries alone, none of the runs before it."""
    until = kept.groupby("first_seen")["last_seen"].max().sort_index().cummax()
    return bool((until.iloc[:-1].to_numpy() < until.index[1:].to_numpy()).any())
