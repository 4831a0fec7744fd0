"""Which language a list is in, where nobody says: letters are likely or not in a language, never in general."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

SAMPLE = 100
"""Texts that are asked: those that sort first, so that their order in the list does not matter."""
PREVAILS = 0.6
"""Share of the texts that a language must have to stand for the list; with less, none does."""
_BEGINNING = 240  # characters that are enough to name a language


def prevailing(texts: pd.Series) -> str:
    """ISO 639-1 code of the language that prevails in a list, "" where none does."""
    from pipelines.language.verdict import detect  # its profiles are read only where somebody asks

    column = pc.drop_null(pa.array(texts.array))
    if len(column) > SAMPLE:
        first = pc.select_k_unstable(pa.table({"text": column}), SAMPLE, [("text", "ascending")])
        column = column.take(first)
    if not len(column):
        return ""
    beginnings = pd.Series(pc.utf8_slice_codeunits(column, 0, _BEGINNING).to_pylist(), dtype="str")
    codes = detect(beginnings)["language"].to_numpy(dtype=object)
    names, counts = np.unique(codes[codes != "und"].astype(str), return_counts=True)
    if not len(names) or counts.max() < PREVAILS * len(codes):
        return ""
    return str(names[counts.argmax()])
