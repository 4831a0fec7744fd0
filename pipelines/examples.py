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
    steps: tuple[str, ...]
    before: str
    after: str


def examples(changes: pd.DataFrame, most: int = 3) -> list[Example]:
    """At most `most` mended cells, each of another combination of steps, the rarest combination first.

    Args:
        changes: one row a step, columns `id column step before after`.
        most: how many.
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
        for row in kinds.head(most)[["column", "steps", "before", "after"]].itertuples(index=False)
    ]


def _example(column: str, steps: tuple[str, ...], before: object, after: object) -> Example:
    old, new = (cell if isinstance(cell, str) else "" for cell in (before, after))
    at, same_end = same_ends(old, new)
    return Example(column, steps, *(_near(cell, at, same_end) for cell in (old, new)))


def _near(cell: str, at: int, same_end: int) -> str:
    start = max(0, at - AROUND)
    end = min(len(cell), max(at + 1, min(len(cell) - same_end + AROUND // 2, at + 2 * AROUND)))
    return ("⋯" if start else "") + cell[start:end].replace("\n", " ") + ("⋯" if end < len(cell) else "")
