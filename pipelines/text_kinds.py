"""The kinds of pandas column that hold text, each taken as a `str` column and given back as what it was.

A notebook has `str` and nullable `string` columns, Arrow's own types (`read_parquet(dtype_backend="pyarrow")`),
categoricals, and objects of every sort. The repair knows one kind, `str`; what is no string never reaches it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa

from pipelines.errors import UsageError
from pipelines.whole_characters import whole_characters

Repair = Callable[[pd.Series], pd.Series]
"""Mends a `str` column; index and order stay."""


def holds_text(column: pd.Series) -> bool:
    """Whether a column holds strings and nothing else."""
    kind = column.dtype
    if isinstance(kind, pd.StringDtype):
        return True
    if isinstance(kind, pd.ArrowDtype):
        return _is_string(kind.pyarrow_dtype)
    if isinstance(kind, pd.CategoricalDtype):
        return bool(pd.api.types.infer_dtype(kind.categories) == "string")
    return (
        bool(pd.api.types.is_object_dtype(kind)) and pd.api.types.infer_dtype(column, skipna=True) == "string"
    )


def mended_as_it_was(column: pd.Series, repair: Repair) -> pd.Series:
    """Mend a column of any kind; the answer has its dtype.

    Raises:
        UsageError: it holds no strings.
    """
    kind = column.dtype
    if kind == "str":
        return repair(column)
    if isinstance(kind, pd.StringDtype):
        return repair(column.astype("str")).astype(kind)
    if isinstance(kind, pd.ArrowDtype) and _is_string(kind.pyarrow_dtype):
        return _arrow(column, kind.pyarrow_dtype, repair)
    if isinstance(kind, pd.CategoricalDtype):
        return _categories(column, repair)
    return _strings_among(column, repair)


def _is_string(kind: pa.DataType) -> bool:
    held = kind.value_type if pa.types.is_dictionary(kind) else kind
    return bool(pa.types.is_string(held) or pa.types.is_large_string(held) or pa.types.is_string_view(held))


def _arrow(column: pd.Series, kind: pa.DataType, repair: Repair) -> pd.Series:
    cells = pa.chunked_array(pa.array(column.array)).cast(pa.large_string())
    texts = pd.Series(pd.array(cells, dtype="str"), index=column.index, name=column.name)
    mended = pa.array(repair(texts).array, pa.large_string())
    return pd.Series(
        pd.array(_encoded(mended, kind), dtype=pd.ArrowDtype(kind)), index=column.index, name=column.name
    )


def _encoded(texts: pa.Array | pa.ChunkedArray, kind: pa.DataType) -> pa.Array:
    if isinstance(texts, pa.ChunkedArray):
        texts = texts.combine_chunks()
    if not pa.types.is_dictionary(kind):
        return texts.cast(kind)
    numbered = texts.dictionary_encode()
    return pa.DictionaryArray.from_arrays(
        numbered.indices.cast(kind.index_type),
        numbered.dictionary.cast(kind.value_type),
        ordered=kind.ordered,
    )


def _categories(column: pd.Series, repair: Repair) -> pd.Series:
    """Mend the rows; a category gives its place to what its rows became, one that no row has stays."""
    cells = column.astype(object)
    mended = _strings_among(cells, repair)
    if mended.equals(cells):
        return column
    became: list[dict[object, None]] = [{} for _ in column.cat.categories]
    for code, cell in zip(column.cat.codes.tolist(), mended.tolist(), strict=True):
        if code >= 0:
            became[code][cell] = None
    places = dict.fromkeys(
        cell
        for before, after in zip(column.cat.categories, became, strict=True)
        for cell in after or [before]
    )
    kinds = pd.Categorical(
        mended, pd.Index(list(places), dtype=_dtype_of(places)), ordered=column.cat.ordered
    )
    return pd.Series(kinds, index=column.index, name=column.name)


def _dtype_of(cells: Sequence[object] | dict[object, None]) -> str:
    return "str" if cells and all(isinstance(cell, str) for cell in cells) else "object"


def _strings_among(column: pd.Series, repair: Repair) -> pd.Series:
    """Mend the strings among other cells, which stay as they are."""
    strings = np.array([isinstance(cell, str) for cell in column], dtype=bool)
    if not strings.any() and column.notna().any():
        named = "the column" if column.name is None else f"column {column.name!r}"
        raise UsageError(
            f"mend: {named} holds {column.dtype}, expected strings",
            "Convert it with .astype('str') first.",
        )
    if not strings.any():
        return column
    texts = pd.Series(
        [whole_characters(cell) if known else None for cell, known in zip(column, strings, strict=True)],
        index=column.index,
        dtype="str",
    )
    out = column.astype(object)
    out.iloc[np.flatnonzero(strings)] = repair(texts).to_numpy(dtype=object)[strings]
    return out
