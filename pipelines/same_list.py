"""Which rows share a list, from whatever a pandas user says it with.

As `groupby` takes it: a column, several columns, or values of one's own, which are aligned by index where they have one.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from pipelines.errors import UsageError
from pipelines.repair.columns.groups import Groups

Values = pd.Series | pd.Index | np.ndarray | Sequence[Any]


def beside(column: pd.Series, by: Values) -> Groups:
    """Group the rows of a column by values beside it: a Series by index, a list or an array by position.

    Raises:
        UsageError: a name, another length, an index that does not hold the column's, or values nothing can be grouped by.
    """
    if isinstance(by, pd.Series):
        return _grouped(_aligned(by, column.index))
    if isinstance(by, str) or not isinstance(by, (pd.Index, np.ndarray, list, tuple)):
        raise UsageError(
            f"mend: by is {by!r}, expected a Series or a list beside the column",
            "Give the names of the lists themselves, one for each row: by=frame['list'].",
        )
    if len(by) != len(column):
        raise UsageError(
            f"mend: by has {len(by):,} values, expected one for each of {len(column):,} rows",
            "Give it the column's own index, as a Series, to align the two.",
        )
    return _grouped(pd.Series(by, index=column.index, dtype=None if len(by) else "object"))


def columns_of(frame: pd.DataFrame, by: object) -> list[Hashable]:
    """The columns that `by` names: itself, or each in a list of them."""
    names: list[Any] = by if isinstance(by, list) else [by]
    if all(isinstance(name, Hashable) for name in names):
        return names
    raise UsageError(
        f"mend: by is a {type(by).__name__}, expected a column of the frame, a list of columns, or a Series",
        f"The columns are {', '.join(map(repr, frame.columns))}.",
    )


def grouped_by(frame: pd.DataFrame, places: Sequence[int]) -> Groups:
    """Group the rows of a frame by one or more of its columns, given by position."""
    if len(places) == 1:
        return _grouped(frame.iloc[:, places[0]])
    parts = [_grouped(frame.iloc[:, place]) for place in places]
    return Groups.of(list(zip(*(part.codes.tolist() for part in parts), strict=True)))


def _aligned(by: pd.Series, index: pd.Index) -> pd.Series:
    if by.index.equals(index):
        return by
    if not (by.index.is_unique and index.is_unique and index.isin(by.index).all()):
        missing = index[~index.isin(by.index)]
        found = f"lacks {missing[0]!r}" if len(missing) else "repeats labels in another order"
        raise UsageError(
            f"mend: the index of by {found}, expected the labels of the column's index",
            "Align it first, or give the bare values: by=names.to_numpy().",
        )
    return by.reindex(index)


def _grouped(keys: pd.Series) -> Groups:
    try:
        codes, names = pd.factorize(keys, use_na_sentinel=False)
    except TypeError as fault:
        raise UsageError(
            f"mend: by holds cells that cannot be compared ({fault}), expected names or numbers",
            "Turn them into text first: by=frame['tags'].astype('str').",
        ) from fault
    return Groups(np.asarray(codes, dtype=np.int64), list(names))
