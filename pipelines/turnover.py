"""Whether a list that shows none of the entries of the run before is another list, or has only gone on.

A list shows a stretch of days. What the run before saw of days inside this stretch has to stand in it again, but for what was
taken down; where nothing of it does, the address shows something else: its pages in another language, another section, a
domain that was sold. A busy list that has rolled on since covers no day of the run before.
"""

from __future__ import annotations

import pandas as pd

LEAST = 3
"""Entries that one and the same night does not take down."""
OLDER = 0.25
"""Share of a list's dated entries that are as old as the day from which it shows everything: what is pinned above it may be of
any day."""


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
