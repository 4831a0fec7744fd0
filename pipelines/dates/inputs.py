"""Arguments of `read_dates` as arrays: texts, lists in order, the clock, languages and domains as codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import NoneType
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.dates.days.civil import Ints

Texts: TypeAlias = Any  # a pandas Series, an Arrow array, or any sequence of cells
NOON = 43_200


@dataclass(frozen=True, slots=True)
class Codes:
    """A column of few distinct texts: `values[code]` by row, -1 for missing."""

    code: Ints
    values: list[str]

    def take(self, rows: Ints) -> Codes:
        """The same for some rows."""
        return Codes(self.code[rows], self.values)

    def value(self, code: int) -> str:
        """The text of a code, empty for missing."""
        return self.values[code] if code >= 0 else ""


def as_texts(values: Texts | None, length: int | None = None, name: str = "texts") -> pa.Array:
    """Return cells as an Arrow array of strings; numbers are written out, anything else is missing."""
    if values is None:
        return pa.nulls(length or 0, pa.large_string())
    if isinstance(values, pa.ChunkedArray):
        array: Any = values.combine_chunks()
    elif isinstance(values, pd.Series) and str(values.dtype) not in ("object",):
        array = pa.array(values, from_pandas=True)
    elif isinstance(values, pa.Array):
        array = values
    else:
        array = _from_objects(values)
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    if length is not None and len(array) != length:
        raise ValueError(
            f"read_dates: {name} has {len(array)} rows, texts has {length}; pass one value per row"
        )
    return array.cast(pa.large_string())


def _from_objects(values: Any) -> pa.Array:
    if set(map(type, values)) <= {str, NoneType}:
        try:
            return pa.array(values, type=pa.large_string())
        except UnicodeEncodeError:  # half of a surrogate pair
            pass
    return pa.array([_as_text(value) for value in values], type=pa.large_string())


def _as_text(value: Any) -> str | None:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, bool) or value is None or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, datetime | date):
        return value.isoformat() if not pd.isna(value) else None
    return str(value) if isinstance(value, int | float | np.integer | np.floating) else None


def as_codes(values: Any, length: int, name: str) -> Codes:
    """Return a column, one text for all rows, or None, as codes."""
    if values is None or isinstance(values, str):
        code = 0 if values else -1
        return Codes(np.full(length, code, dtype=np.int64), [values] if values else [])
    if len(values) != length:
        raise ValueError(
            f"read_dates: {name} has {len(values)} rows, texts has {length}; pass one value per row"
        )
    found = pd.factorize(np.asarray(pd.Series(values, dtype=object)), use_na_sentinel=True)
    return Codes(found[0].astype(np.int64), [str(value) for value in found[1]])


def as_groups(groups: Any, length: int) -> Ints:
    """Return the list number of each row, numbered by first appearance."""
    if groups is None:
        return np.zeros(length, dtype=np.int64)
    if len(groups) != length:
        raise ValueError(
            f"read_dates: groups has {len(groups)} rows, texts has {length}; pass one value per row"
        )
    tupled = length > 0 and isinstance(groups, list) and isinstance(groups[0], tuple)
    values = pd.Series(groups, dtype=object).to_numpy() if tupled else np.asarray(groups)
    code, _ = pd.factorize(values, use_na_sentinel=False)
    return code.astype(np.int64)


def as_seconds(crawled: Any, length: int, clock: date | None = None) -> tuple[Ints, NDArray[np.bool_]]:
    """Return the crawl's UTC seconds by row (a day without a time counts as its noon), and where it is known.

    Raises:
        ValueError: when a text is no ISO day or moment, or there is not one value a row.
    """
    known = np.ones(length, dtype=bool)
    if isinstance(crawled, str):
        crawled = _moment(crawled)
    if isinstance(crawled, datetime):
        aware = crawled if crawled.tzinfo else crawled.replace(tzinfo=UTC)
        return np.full(length, int(aware.timestamp()), dtype=np.int64), known
    if isinstance(crawled, date):
        return np.full(length, _noon(crawled), dtype=np.int64), known
    if len(crawled) != length:
        raise ValueError(
            f"read_dates: crawled has {len(crawled)} rows, texts has {length}; pass one value per row"
        )
    said = pd.Series(crawled, dtype=object).astype("str")
    stamps = pd.to_datetime(said, utc=True, format="ISO8601", errors="coerce")
    unread = (stamps.isna() & said.notna()).to_numpy() & (said != "").to_numpy()
    if unread.any():
        raise _no_moment(said[unread].iloc[0])
    known = stamps.notna().to_numpy()
    if not known.all() and clock is None:
        raise ValueError(
            "read_dates: crawled is missing for some rows; pass clock, the latest day that they can be of"
        )
    seconds = stamps.to_numpy(dtype="datetime64[s]").astype(np.int64)
    seconds = np.where(seconds % 86_400 == 0, seconds + NOON, seconds)
    return np.where(known, seconds, _noon(clock) if clock else 0), known


def _moment(said: str) -> date:
    """The day or the moment that a text gives: `2026-11-25`, `2026-11-25T09:30:00+01:00`."""
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(said)
        except ValueError:
            continue
    raise _no_moment(said)


def _no_moment(said: str) -> ValueError:
    return ValueError(
        f"read_dates: crawled is {said!r}; pass a date, an aware datetime, or one in ISO form as 2026-11-25"
    )


def _noon(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86_400 + NOON
