"""A column of texts as the bytes that Arrow holds, for looks that ask every byte at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Places = NDArray[np.int64]
SEPARATOR = "~"
"""What stands between two texts: a sign that no condition of `juxtapositions` asks for."""
BETWEEN = "\x1e"
"""What stands between two texts in `Units`: a control that no page's text has and that every codec leaves as it is."""


def whole(texts: pd.Series) -> pa.Array:
    """A `str` column as one Arrow array; one that was put together from several is several chunks."""
    column = pa.array(texts.array)
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def first_sorted(texts: pa.Array, most: int) -> pa.Array:
    """Places of the texts that sort first: a sample of a list that does not depend on the order of its rows.

    Args:
        texts: an Arrow array.
        most: how many.
    """
    return pc.select_k_unstable(pa.table({"text": texts}), most, [("text", "ascending")])


def replaced(texts: pd.Series, rows: NDArray[np.int64], values: pa.Array) -> pd.Series:
    """A `str` column with some of its texts replaced.

    Args:
        texts: the column.
        rows: the numbers of those texts, ascending.
        values: what stands there instead.
    """
    column = whole(texts)
    mask = np.zeros(len(column), dtype=bool)
    mask[rows] = True
    found = pc.replace_with_mask(column, pa.array(mask), values)
    return pd.Series(pd.array(found, dtype=texts.dtype), index=texts.index, name=texts.name, copy=False)


class Flat(NamedTuple):
    """A column's bytes with a separator behind each text, so that nothing meets across the end of a text.

    Attributes:
        data: the bytes of all texts, one behind the other.
        starts: where each text begins.
        ends: where its separator stands.
    """

    data: NDArray[np.uint8]
    starts: Places
    ends: Places

    @classmethod
    def of(cls, column: pa.Array) -> Flat:
        """The texts of an Arrow column; a missing one is empty."""
        empty, separator = (pa.scalar(each, pa.large_string()) for each in ("", SEPARATOR))
        joined = pc.binary_join_element_wise(
            column.cast(pa.large_string()), empty, separator, null_handling="replace"
        )
        _, offsets, data = joined.buffers()
        places = np.frombuffer(offsets, dtype=np.int64)[: len(joined) + 1]
        return cls(np.frombuffer(data, dtype=np.uint8), places[:-1], places[1:] - 1)


class Units(NamedTuple):
    """Some texts as units of UTF-16, `BETWEEN` behind each.

    Attributes:
        codes: the units of all texts.
        ends: where each text ends.
    """

    codes: NDArray[np.uint16]
    ends: Places

    @classmethod
    def of(cls, texts: Sequence[str]) -> Units:
        """Texts that do not hold `BETWEEN` themselves."""
        joined = BETWEEN.join([*texts, ""])
        codes = np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
        return cls(codes, np.flatnonzero(codes == ord(BETWEEN)))

    def holding(self, places: Places) -> list[int]:
        """Numbers of the texts that some places are in, each once."""
        found: list[int] = np.unique(np.searchsorted(self.ends, places)).tolist()
        return found
