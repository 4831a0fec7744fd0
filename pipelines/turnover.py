"""Whether a list that shows none of the entries of the run before is another list, or has only gone on.

A list shows a stretch of days. What the run before saw of days inside this stretch has to stand in it again, but for what was
taken down; where nothing of it does, the address shows something else: its pages in another language, another section, a
domain that was sold. A busy list that has rolled on since covers no day of the run before. A list without days has a pace: as
many entries as came from run to run do not replace all of them overnight.
"""

from __future__ import annotations

import pandas as pd

LEAST = 3
"""Entries that one and the same night does not take down."""
OLDER = 0.25
"""Share of a list's dated entries that are as old as the day from which it shows everything: what is pinned above it may be of
any day."""

UNDATED_LEAST, SLOWER = 5, 4
"""Entries of a list without days that are not all replaced by chance, and how many times as many as came at its pace they are:
of a random flow five come where 1.25 are due in one night of a hundred."""


def missing(seen: pd.DataFrame, kept: pd.DataFrame) -> int:
    """Count the entries of the run before that a list of these days has to show, and does not.

    Args:
        seen: records of this run, none of which is in the dataset.
        kept: the dataset.

    Returns:
        entries of days inside the stretch of `seen`, where they are `LEAST` or more, else 0.
    """
    days = seen["date"].dropna().sort_values()
    last = kept["date"][(kept["last_seen"] == kept["last_seen"].max()).to_numpy()].dropna()
    if not len(days) or not len(last):
        return 0
    # the days at either end may be shown in part
    inside = (last > days.iloc[int(OLDER * (len(days) - 1))]) & (last < days.iloc[-1])
    count = int(inside.sum())
    return count if count >= LEAST else 0


def replaced(seen: pd.DataFrame, kept: pd.DataFrame) -> int:
    """Count the entries of the run before of a list without days that cannot all have left it since, at its pace.

    A list of which all was replaced before, as a week's programme is, has that habit; one that a single run saw has no pace yet.

    Args:
        seen: records of this run, none of which is in the dataset.
        kept: the dataset.

    Returns:
        entries that the run before saw, where they are `SLOWER` times as many as came meanwhile by the pace of the runs before
        it, else 0.
    """
    start, latest = kept["first_seen"].min(), kept["last_seen"].max()
    last = kept["date"][(kept["last_seen"] == latest).to_numpy()]
    now = seen["last_seen"].max()
    if len(last) < UNDATED_LEAST or last.notna().sum() >= LEAST or not start < latest < now:
        return 0
    due = int((kept["first_seen"] > start).sum()) * ((now - latest) / (latest - start))
    return len(last) if SLOWER * due <= len(last) and not _was_replaced(kept) else 0


def _was_replaced(kept: pd.DataFrame) -> bool:
    """Whether some run saw new entries alone, none of the runs before it."""
    until = kept.groupby("first_seen")["last_seen"].max().sort_index().cummax()
    return bool((until.iloc[:-1].to_numpy() < until.index[1:].to_numpy()).any())
