"""What differs between two datasets of one site: entries only one of them holds, and cells that changed."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

CELLS = ("url", "title", "excerpt", "date", "language")


@dataclass(frozen=True, slots=True)
class Difference:
    """Two datasets compared by `id`.

    Attributes:
        new: rows only the later one holds.
        gone: rows only the earlier one holds.
        changed: one row a changed cell, columns `id column before after`.
    """

    new: pd.DataFrame
    gone: pd.DataFrame
    changed: pd.DataFrame


def difference(earlier: pd.DataFrame, later: pd.DataFrame) -> Difference:
    """Compare two frames of records; only `CELLS` count, times and runs do not."""
    old, new = (frame.set_index("id")[list(CELLS)].astype("str") for frame in (earlier, later))
    both = old.index.intersection(new.index, sort=False)
    cells = pd.concat({"before": old.loc[both].stack(), "after": new.loc[both].stack()}, axis=1)
    cells.index.names = ["id", "column"]
    before, after = cells["before"].fillna(""), cells["after"].fillna("")
    return Difference(
        new=later[~later["id"].isin(old.index)],
        gone=earlier[~earlier["id"].isin(new.index)],
        changed=cells[before != after].reset_index(),
    )
