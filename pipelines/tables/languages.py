"""Which language a text is in, for the ladder: letters are likely or not in a language, never in general.

The detector of the build is asked, list by list where lists are named, over the beginnings of the texts. A user who
knows better says so once for the whole table.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from pipelines.tables.column_mender import Languages

_BEGINNING = 240
"""Characters that are enough to name a language."""
_UNKNOWN = "und"


def languages_of(declared: str | None) -> Languages:
    """A function that names languages; `declared` is the tag a user gave."""
    if declared is not None:
        return lambda texts, _: [declared] * len(texts)
    return _detected


def _detected(texts: Sequence[str], lists: Sequence[str]) -> Sequence[str]:
    from pipelines.language.verdict import detect

    beginnings = pd.Series([text[:_BEGINNING] for text in texts], dtype="str")
    groups = pd.Series(list(lists), dtype="str") if any(lists) else None  # a whole file is no list with one language
    found = detect(beginnings, groups=groups)["language"]
    return ["" if code == _UNKNOWN else str(code) for code in found.tolist()]
