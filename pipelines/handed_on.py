"""How a stage that decides about whole lists hands its decision on: in the frame's `attrs`, taken off right behind the stage.

So it stays `stage(frame, site) -> frame` in a notebook as in the build. Left there it would cost: pandas copies `attrs` at
every step, and Arrow would write them into the Parquet file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

KEY = "decided"
CUT, ORDER = "cut", "order"
Decided = dict[str, dict[str, dict[str, Any]]]
"""By what was decided (`CUT`, `ORDER`), by list, the decision as plain data."""


def hand_on(frame: pd.DataFrame, what: str, by_list: Mapping[Any, Mapping[str, Any]]) -> pd.DataFrame:
    """Return the frame with a stage's decision about its lists; the last thing a stage does.

    Args:
        frame: what the stage returns.
        what: `CUT` or `ORDER`.
        by_list: the decision about each list, as plain data.
    """
    out = frame.copy(deep=False)
    known: Decided = frame.attrs.get(KEY, {})
    out.attrs = {
        **frame.attrs,
        KEY: {**known, what: {str(name): dict(told) for name, told in by_list.items()}},
    }
    return out


def take_off(frame: pd.DataFrame) -> Decided:
    """Return what a stage handed on, and leave the frame without it."""
    found: Decided = frame.attrs.pop(KEY, {})
    return found


def orders_of(
    frame: pd.DataFrame, orders: NDArray[np.object_], shares: NDArray[np.float64]
) -> dict[Any, dict[str, Any]]:
    """The order of each list and what its least settled day keeps of the probability.

    Args:
        frame: rows with `list`, `date_raw` and `date`.
        orders: the order each row's list was read in, None where nothing was open.
        shares: the share of the probability that each row's day keeps.
    """
    read = (frame["date"].notna() & frame["date_raw"].notna()).to_numpy(dtype=bool)
    rows = pd.DataFrame({"list": frame["list"].to_numpy(dtype=object), "order": orders, "share": shares})[
        read
    ]
    open_ = rows[rows["order"].notna()]
    found = open_.groupby("list", sort=False).agg({"order": "first", "share": "min"})
    return {
        name: {"order": str(order), "share": share}
        for name, order, share in zip(
            found.index, found["order"], found["share"].astype("float64").tolist(), strict=True
        )
    }
