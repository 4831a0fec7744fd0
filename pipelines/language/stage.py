"""The build stage: `language`, `language_confidence` and `language_alone` of every row, list by list."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipelines.language.codes import UNDETERMINED, plain_code
from pipelines.language.verdict import detect
from pipelines.site import Site
from pipelines.trail import add_issues, fresh

SURE = 0.9  # confidence from which a verdict counts as evidence against the site file


def language(frame: pd.DataFrame, site: Site) -> pd.DataFrame:
    """Add `language`, `language_confidence` and `language_alone`, judged list by list.

    Reads `title`, `excerpt`, `text`, `list`, `page_language` and the site's pinned languages. A sure verdict outside
    the pinned languages stands, and is counted as the issue `language_contradicts_site`.
    """
    frame = fresh(frame)
    found = detect(readable(frame), groups=frame["list"], declared=declared(frame, site))
    frame = frame.assign(
        language=found["language"], language_confidence=found["confidence"], language_alone=found["alone"]
    )
    pinned = [plain_code(code) for code in site.languages]
    if not pinned:
        return frame
    outside = ~found["language"].isin([*pinned, UNDETERMINED]) & (found["confidence"] >= SURE)
    return add_issues(frame, "language_contradicts_site", np.flatnonzero(outside))


def readable(frame: pd.DataFrame) -> pd.Series:
    """What is read of each row: title, then excerpt, then the entry's own text, as far as there is room."""
    empty = pd.Series("", index=frame.index, dtype="str")
    parts = [frame[name].fillna("").astype("str") if name in frame else empty for name in ("title", "excerpt", "text")]
    texts = parts[0].str.cat([part.str.slice(0, 400) for part in parts[1:]], sep="\n")
    return texts.astype("str")


def declared(frame: pd.DataFrame, site: Site) -> pd.Series:
    """Language tags each row's page and the site file declare, behind spaces."""
    pinned = " ".join(site.languages)
    if "page_language" not in frame:
        return pd.Series(pinned, index=frame.index, dtype="str")
    return (frame["page_language"].fillna("").astype("str") + " " + pinned).astype("str")
