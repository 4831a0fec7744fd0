"""Entries as Scrapy items, for `scrapy crawl`: raw cells with the entry's page and feed item joined, as the build takes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a crawl of a job hands on lines, not items, and starts without pandas
    import pandas as pd

Cells = dict[str, Any]


class RawItem(dict[str, Any]):
    """One raw entry, keys as in `pipelines.raw`: what `MendPipeline` turns into a record."""


def raw_items(lines: Iterable[Mapping[str, object]]) -> list[RawItem]:
    """Return the entries among raw lines as items, each with the page and feed lines among them that belong to it."""
    from pipelines.raw import raw_of

    frame = raw_of(lines).entries
    cells = frame.astype(object).where(frame.notna(), None)
    names = [str(name) for name in cells.columns]
    return [RawItem(zip(names, row, strict=True)) for row in cells.itertuples(index=False, name=None)]


def frame_of(items: Iterable[Cells]) -> pd.DataFrame:
    """Return raw items as the frame a build takes; every string column is there, missing cells as such."""
    import pandas as pd

    from pipelines.raw import raw_of

    rows = list(items)
    empty = raw_of([]).entries
    frame = pd.DataFrame(
        {name: pd.Series([row.get(name) for row in rows], dtype="object") for name in empty.columns}
    )
    return frame.astype(
        {name: kind for name, kind in empty.dtypes.items() if name not in ("page", "position")}
    ).assign(
        page=[row.get("page") or 0 for row in rows],
        position=[row["position"] if row.get("position") is not None else n for n, row in enumerate(rows)],
    )
