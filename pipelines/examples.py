"""A few mended cells a person can judge at a glance: the part that changed, with a little text around it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pipelines.same_ends import same_ends

AROUND = 24
"""Characters before a change that are shown; with as many after it a cell takes two lines of the verdict box."""
CELLS = ("excerpt", "title")
_TRIVIAL = frozenset({"marker", "spaces"})


@dataclass(frozen=True, slots=True)
class Example:
    """One mended cell: what it was near the first difference, and what it became."""

    column: str
    rungs: tuple[str, ...]
    before: str
    after: str


def examples(changes: pd.DataFrame, most: int = 3) -> list[Example]:
    """At most `most` mended cells, each of another combination of rungs, the rarest combination first.

    Args:
        changes: one row a step, columns `id column rung before after`.
        most: how many.
    """
    shown = changes[changes["column"].isin(CELLS)]
    if shown.empty:
        return []
    cells = shown.groupby(["id", "column"], sort=False).agg(
        rungs=("rung", tuple), before=("before", "first"), after=("after", "last")
    )
    cells = cells[cells["before"].fillna("").ne(cells["after"].fillna(""))].reset_index()
    cells = cells[[bool(set(rungs) - _TRIVIAL) for rungs in cells["rungs"]]]
    kinds = cells.drop_duplicates("rungs")
    rarity = cells["rungs"].value_counts()
    kinds = kinds.assign(many=kinds["rungs"].map(rarity)).sort_values(["many"], kind="stable")
    return [
        _example(*row)
        for row in kinds.head(most)[["column", "rungs", "before", "after"]].itertuples(index=False)
    ]


def _example(column: str, rungs: tuple[str, ...], before: object, after: object) -> Example:
    old, new = (cell if isinstance(cell, str) else "" for cell in (before, after))
    at, same_end = same_ends(old, new)
    return Example(column, rungs, *(_near(cell, at, same_end) for cell in (old, new)))


def _near(cell: str, at: int, same_end: int) -> str:
    start = max(0, at - AROUND)
    end = min(len(cell), max(at + 1, min(len(cell) - same_end + AROUND // 2, at + 2 * AROUND)))
    return ("⋯" if start else "") + cell[start:end].replace("\n", " ") + ("⋯" if end < len(cell) else "")
