"""Whether every word of a text begins with a capital, for a whole column at once by a table of letter cases.

As patterns, the classes `Lu` and `Ll` take 2 ms to lay out anew for each list; the table is mapped from disk.
"""

from __future__ import annotations

from functools import cache
from unicodedata import category, unidata_version

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.language.cache import cached
from pipelines.language.folding import stream

_POINTS = 0x20000  # letters, signs and emoji; what lies beyond are ideographs
_BETWEEN, _INSIDE, _SMALL, _CAPITAL = range(4)
_JOINING = "'’.-"  # what stands inside a name: `d'Arc`, `J.-P.`, `Meyer-Lansky`
_KINDS = {"Lu": _CAPITAL, "Ll": _SMALL}


def capitalised(plain: pa.Array) -> NDArray[np.bool_]:
    """Whether every word of each text begins with a capital; never so in scripts without case."""
    text = stream(plain.to_pylist())
    kinds = _table().take(text.points, mode="clip")
    small = np.flatnonzero((kinds[1:] == _SMALL) & (kinds[:-1] == _BETWEEN)) + 1
    capital = np.flatnonzero(kinds == _CAPITAL)
    starts, capitals = (np.diff(np.searchsorted(where, text.ends)) for where in (small, capital))
    whole: NDArray[np.bool_] = (capitals > 0) & (starts == 0)
    return whole


@cache
def _table() -> NDArray[np.uint8]:
    """What each code point is, a number of `_BETWEEN` and the like; the last stands for all beyond."""
    table: NDArray[np.uint8] = cached("capitals", f"1 {unidata_version} {_JOINING}", ("kinds",), _build)[
        "kinds"
    ]  # type: ignore[assignment]
    return table


def _build() -> dict[str, NDArray[np.generic]]:
    kinds = np.zeros(_POINTS + 1, dtype=np.uint8)
    for point in range(_POINTS):
        named = category(chr(point))
        kinds[point] = _KINDS.get(named, _INSIDE if named[0] in "LMN" else _BETWEEN)
    kinds[[ord(sign) for sign in _JOINING]] = _INSIDE
    kinds[_POINTS] = _INSIDE
    return {"kinds": kinds}
