"""What is known of a column of texts before any language is named: the texts, their lists, what their pages declare."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.language.declarations import Declared


@dataclass(frozen=True, slots=True)
class Entries:
    """A column of texts, each an entry of a list.

    Attributes:
        whole: the texts, from `folding.sound`.
        lists: number of each one's list, from 0.
        speaking: whether it is of some language at all.
        languages: the code of each place; the last, `und`, stands for all unknown ones.
        said: what the page of each declares.
    """

    whole: pa.Array
    lists: NDArray[np.int64]
    speaking: NDArray[np.bool_]
    languages: tuple[str, ...]
    said: Declared
