"""Texts judged as one list, for the tests of what lists decide."""

from __future__ import annotations

import pandas as pd

from pipelines.language import detect


def judged(texts: list[str], declared: str | None = None) -> pd.DataFrame:
    """The verdicts on texts as one list, whose page declares a language or none."""
    column = pd.Series(texts, dtype="str")
    tags = None if declared is None else pd.Series(declared, index=column.index, dtype="str")
    return detect(column, groups=pd.Series("list", index=column.index, dtype="str"), declared=tags)
