"""Which name an entry bears where its listing page gives it two: the one that its own page gives it, too.

A list may show a case number or an old headline while a box beside it ("most read", a slider) links the same page by
another. One of them alone proves nothing; the entry's own heading and one of the two are two witnesses against one. They
are heard only where the two names are different texts: a box and an own page often bear the short form of the list's
headline, and an entry would be renamed when it enters the box, and again when it leaves.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipelines.repair.columns.groups import Groups
from pipelines.repair.excerpts.sources import cells_of
from pipelines.repair.ladder import mend_column
from pipelines.same_news import another_text, bare

BEHIND_MIN = 16
"""Bytes of a heading that stands behind other words: as much as two words, or six signs of Chinese. `To the programme` names no page
called `Programme`, nor does what several pages are called."""


def agreed_titles(frame: pd.DataFrame, titles: pd.Series, own: pd.Series) -> list[int]:
    """Find the entries that their own page calls by the other name of the listing page, another text altogether.

    Args:
        frame: raw rows; `title_else` holds the other names of each, one a line.
        titles: as the list gives them.
        own: headings of the own pages, mended.

    Returns:
        Row numbers, 0-based.
    """
    others = cells_of(frame, "title_else")
    asked = np.flatnonzero((others.notna() & own.notna() & titles.notna()).to_numpy())
    if not len(asked):
        return []
    rows, names = [], []
    for row in asked.tolist():
        for name in others.iloc[row].split("\n"):
            rows.append(row)
            names.append(name)
    mended = mend_column(pd.Series(names, dtype="str"), sites=Groups.one(len(names), "title_else"))
    shared = own.duplicated(keep=False).to_numpy()
    agreed = {}
    for row, name in zip(rows, mended.texts, strict=True):
        heading, said = bare(own.iloc[row]), bare(name)
        says = said == heading or (not shared[row] and _ends_in(said, heading))
        if heading and says and another_text(heading, titles.iloc[row]):
            agreed[row] = True
    return list(agreed)


def _ends_in(name: str, heading: str) -> bool:
    """Whether a name says what its link is for and then a heading: `Read more about …`."""
    return name.endswith(heading) and len(heading.encode()) >= BEHIND_MIN
