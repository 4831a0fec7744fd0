"""A column of texts as Arrow holds it, and as one row of code points, for looks that ask every character at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.repair.marks import MARK_BASE

Places = NDArray[np.int64]
SEPARATOR = "~"
"""What stands between two texts: a sign that no condition of `juxtapositions` asks for."""
_AHEAD = SEPARATOR * 3
"""What stands behind all texts: three characters from one on may be asked for."""
_EMPTY, _BEHIND = (pa.scalar(each, pa.large_string()) for each in ("", SEPARATOR))
_WORD, _ODD = 8, np.uint64(0x9E3779B97F4A7C15)
"""Bytes of a text that are read to draw it, and what spreads their numbers."""
OTHER, LONE, LONE_ASCII = 0xD800, 0xD801, 0xD802
"""Code points of no character, for characters beyond the basic plane: any, the mark of a byte above ASCII, of an ASCII one."""


def whole(texts: pd.Series) -> pa.Array:
    """A `str` column as one Arrow array; one that was put together from several is several chunks."""
    column = pa.array(texts.array)
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def drawn(texts: pa.Array, most: int) -> pa.Array:
    """Places of a sample of a list that does not depend on the order of its rows, equal texts side by side.

    Which texts are drawn, their lengths and middles decide, not what they begin with: of a Russian list 60 titles in English
    among 1,560 sort before all others.

    Args:
        texts: an Arrow array.
        most: how many.
    """
    numbers = pa.array(_numbers(texts.cast(pa.large_string())), mask=texts.is_null().to_numpy(False))
    return pc.select_k_unstable(
        pa.table({"number": numbers, "text": texts}), most, [("number", "ascending"), ("text", "ascending")]
    )


def _numbers(texts: pa.Array) -> NDArray[np.uint64]:
    """For each text a number that says nothing of where it sorts; of very short ones their length alone."""
    _, offsets, data = texts.buffers()
    begins = np.frombuffer(offsets, dtype=np.int64)[texts.offset :][: len(texts) + 1]
    sizes = np.diff(begins)
    found = sizes.astype(np.uint64)
    long = np.flatnonzero(sizes >= _WORD)
    if len(long):
        words = np.ndarray((len(data) - _WORD + 1,), dtype="<u8", buffer=data, strides=(1,))
        found[long] += words[begins[long] + (sizes[long] - _WORD) // 2]
    found *= _ODD
    found ^= found >> np.uint64(32)
    return found


def first_sorted(texts: pa.Array, most: int) -> pa.Array:
    """Places of the texts that sort first.

    Args:
        texts: an Arrow array.
        most: how many.
    """
    return pc.select_k_unstable(pa.table({"text": texts}), most, [("text", "ascending")])


def written(texts: pa.Array) -> NDArray[np.bool_]:
    """Which texts of a column are there and not empty."""
    filled: NDArray[np.bool_] = pc.fill_null(pc.greater(pc.binary_length(texts), 0), False).to_numpy(False)
    return filled


def replaced(column: pa.Array, rows: NDArray[np.int64] | list[int], values: pa.Array) -> pa.Array:
    """A column with some of its texts replaced.

    Args:
        column: the texts.
        rows: the numbers of those texts, ascending.
        values: what stands there instead.
    """
    return pc.replace_with_mask(column, pa.array(at_rows(len(column), rows)), values)


def with_texts(column: pa.Array, changed: Mapping[int, str] | Mapping[int, bytes]) -> pa.Array:
    """A column with the texts, or the bytes, of some rows replaced."""
    rows = sorted(changed)
    return replaced(column, rows, pa.array([changed[row] for row in rows], column.type)) if rows else column


def at_rows(size: int, rows: NDArray[np.int64] | list[int]) -> NDArray[np.bool_]:
    """A mask of so many rows that is true at some of them."""
    mask = np.zeros(size, dtype=bool)
    mask[rows] = True
    return mask


def as_series(texts: pa.Array, like: pd.Series) -> pd.Series:
    """A `str` column of other texts, with the index and the name of one."""
    kept = like.array
    if isinstance(kept, pd.arrays.ArrowStringArray):  # whose own call is half as long as that of any kind
        array = type(kept)(texts, dtype=kept.dtype)  # type: ignore[call-arg]  # the stubs lack it
    else:
        array = pd.array(texts, dtype=like.dtype)
    return pd.Series(array, index=like.index, name=like.name, copy=False)


class Flat(NamedTuple):
    """A column's characters with a separator behind each text, so that nothing meets across the end of a text.

    Attributes:
        text: all texts, one behind the other, and some separators more.
        codes: its code points, one for each character: beyond the basic plane `OTHER`, of marks `LONE` or `LONE_ASCII`.
        starts: where each text begins.
        ends: where its separator stands.
    """

    text: str
    codes: NDArray[np.uint16]
    starts: Places
    ends: Places

    @classmethod
    def of(cls, column: pa.Array) -> Flat:
        """The texts of an Arrow column; a missing one is empty."""
        texts = column.cast(pa.large_string())
        joined = pc.binary_join_element_wise(texts, _EMPTY, _BEHIND, null_handling="replace")
        _, offsets, data = joined.buffers()
        size = int(np.frombuffer(offsets, dtype=np.int64)[len(joined)]) if len(joined) else 0
        sizes = pc.utf8_length(texts)
        lengths = (pc.fill_null(sizes, 0) if column.null_count else sizes).to_numpy()
        text = str(memoryview(data)[:size], "utf-8") if size else ""
        text += _AHEAD  # where it is: nobody else holds it
        return cls._of(text, lengths)

    @classmethod
    def of_texts(cls, texts: Sequence[str], separator: str = SEPARATOR) -> Flat:
        """Some texts, with a separator of one's own."""
        return cls._of(separator.join([*texts, _AHEAD]), np.fromiter(map(len, texts), np.int64, len(texts)))

    @classmethod
    def _of(cls, text: str, sizes: NDArray[np.int64]) -> Flat:
        ends = np.cumsum(sizes + 1) - 1
        return cls(text, _codes(text), ends - sizes, ends)

    def rows(self, places: Places) -> Places:
        """The numbers of the texts that some places are in."""
        return np.searchsorted(self.starts, places, side="right") - 1


def _codes(text: str) -> NDArray[np.uint16]:
    if text.__sizeof__() < 3 * len(text):  # Python holds none in four bytes, so that none is beyond
        return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    points = np.array([text]).view(np.uint32)
    found = points.astype(np.uint16)
    if points.max() <= 0xFFFF:
        return found
    beyond = np.flatnonzero(points > 0xFFFF)
    byte = points[beyond] - np.uint32(MARK_BASE)  # of what is no mark above all bytes
    found[beyond] = np.where(byte > 0xFF, OTHER, np.where(byte >= 0x80, LONE, LONE_ASCII))
    return found
