"""The build stage: `language`, `language_confidence` and `language_alone` of every row, list by list."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipelines.language.codes import UNDETERMINED, plain_code
from pipelines.language.folding import LONGEST, ROOM
from pipelines.language.noise import UNPLACED
from pipelines.language.verdict import Judgement, judge, verdict
from pipelines.site import Site
from pipelines.trail import add_issues, fresh

SURE = 0.9  # confidence from which a verdict counts as evidence against the site file
READ = ("title", "excerpt", "text")


def language(frame: pd.DataFrame, site: Site) -> pd.DataFrame:
    """Add `language`, `language_confidence` and `language_alone`, judged list by list.

    Reads `title`, `excerpt`, `text`, `list`, `page_language` and the site's pinned languages. A sure verdict outside
    the pinned languages stands, and is counted as the issue `language_contradicts_site`; a text with words that no
    model can place is `und` and counted as `language_undecided`.
    """
    frame = fresh(frame)
    judged = judged_rows(frame, site)
    found = verdict(judged, frame.index)
    frame = frame.assign(
        language=found["language"], language_confidence=found["confidence"], language_alone=found["alone"]
    )
    named = (found["language"] != UNDETERMINED).to_numpy()
    frame = add_issues(
        frame, "language_undecided", np.flatnonzero(~named & np.isin(judged.noise, (0, UNPLACED)))
    )
    pinned = [plain_code(code) for code in site.languages]
    if not pinned:
        return frame
    outside = named & ~found["language"].isin(pinned).to_numpy() & (found["confidence"] >= SURE).to_numpy()
    return add_issues(frame, "language_contradicts_site", np.flatnonzero(outside))


def judged_rows(frame: pd.DataFrame, site: Site) -> Judgement:
    """Everything the verdict on each row rests on."""
    return judge(readable(frame), groups=frame["list"], declared=declared(frame, site))


def readable(frame: pd.DataFrame) -> pd.Series:
    """What is read of each row: title, then excerpt, then the entry's own text, as far as there is room."""
    parts = [frame[name].astype("str").fillna("").str.slice(0, ROOM * LONGEST) for name in READ if name in frame]
    texts = pd.Series("", index=frame.index, dtype="str")
    for part in parts:
        texts = texts + part + "\n"
    return texts


def declared(frame: pd.DataFrame, site: Site) -> pd.Series:
    """Language tags each row's page and the site file declare, behind spaces."""
    pinned = " ".join(site.languages)
    if "page_language" not in frame:
        return pd.Series(pinned, index=frame.index, dtype="str")
    return frame["page_language"].astype("str").fillna("") + " " + pinned
