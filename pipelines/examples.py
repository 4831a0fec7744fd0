"""A few mended cells a person can judge at a glance: the part that changed, with a little text around it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pipelines.same_ends import around_change

CELLS = ("excerpt", "title")
MOST = 3
BEHIND = 12
"""Characters behind a change that are shown: a cell takes two lines of the verdict box."""
_TRIVIAL = frozenset({"marker", "spaces"})


@dataclass(frozen=True, slots=True)
class Example:
    """One mended cell: what it was near the first difference, and what it became."""

    column: str
    steps: tuple[str, ...]
    before: str
    after: str


def examples(changes: pd.DataFrame) -> list[Example]:
    """At most `MOST` mended cells, each of another combination of steps, the rarest combination first.

    Args:
        changes: one row a step, columns `id column step before after`.
    """
    shown = changes[changes["column"].isin(CELLS)]
    if shown.empty:
        return []
    cells = shown.groupby(["id", "column"], sort=False).agg(
        steps=("step", tuple), before=("before", "first"), after=("after", "last")
    )
    cells = cells[cells["before"].fillna("").ne(cells["after"].fillna(""))].reset_index()
    cells = cells[[bool(set(steps) - _TRIVIAL) for steps in cells["steps"]]]
    kinds = cells.drop_duplicates("steps")
    rarity = cells["steps"].value_counts()
    kinds = kinds.assign(many=kinds["steps"].map(rarity)).sort_values(["many"], kind="stable")
    return [
        _example(*row)
        for row in kinds.head(MOST)[["column", "steps", "before", "after"]].itertuples(index=False)
    ]


def _example(column: str, steps: tuple[str, ...], before: object, after: object) -> Example:
    old, new = (cell if isinstance(cell, str) else "" for cell in (before, after))
    return Example(column, steps, *around_change(old, new, BEHIND))
