"""Which teaser an entry bears where its listing page gives it two: the one that its own page begins with, or tells.

A list may show a stock phrase, a caption or another entry's words while a slider on the same page shows the entry's own
first lines. One of them alone proves nothing. They are heard where the entry's page has the one word for word and
next to nothing of the other: a summary that somebody wrote tells the same news and shares its names.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from pipelines.repair import markers
from pipelines.repair.columns.groups import Groups
from pipelines.repair.excerpts.sources import cells_of
from pipelines.repair.ladder import Mended, mend_column

HEAD = 48
"""Characters of a teaser that its page must hold, letters only: what `restore` asks of a head in the middle of a text."""
RELATED = 0.15
"""Share of a teaser's pieces of five letters from which a page tells the same news. Of 1,200 teasers in 15 languages 99 % share less
than .10 with another entry's paragraph, half of them less than .12 with eleven paragraphs; a page in another language, nothing."""
_PIECE = 5
_BETWEEN = re.compile(r"[\W_]+")


def agreed_teasers(
    frame: pd.DataFrame, teasers: pd.Series, texts: pd.Series, summaries: pd.Series
) -> list[int]:
    """Find the entries whose own page tells the other teaser of the listing page, and nothing of the list's.

    Args:
        frame: raw rows; `excerpt_else` holds the other teaser of each.
        teasers: as the list gives them.
        texts: of the own pages, mended.
        summaries: what they say of themselves, mended.

    Returns:
        Row numbers, 0-based.
    """
    others = cells_of(frame, "excerpt_else")
    rows = np.flatnonzero((others.notna() & texts.notna() & teasers.notna()).to_numpy())
    if not len(rows):
        return []
    shown = _mended(teasers.iloc[rows])
    told = _mended(others.iloc[rows])
    return [
        row
        for row, one, other in zip(rows.tolist(), shown, told, strict=True)
        if _tells_other(one, other, f"{texts.iloc[row]} {summaries.fillna('').iloc[row]}")
    ]


def _mended(texts: pd.Series) -> list[str]:
    mended: Mended = mend_column(texts.reset_index(drop=True), sites=Groups.one(len(texts), "excerpt_else"))
    return [markers.split(text)[0] for text in mended.texts]


def _tells_other(teaser: str, other: str, page: str) -> bool:
    said, head = _letters(page), _letters(other)[:HEAD]
    if len(head) < HEAD // 2 or head not in said:
        return False
    pieces = _pieces(_letters(teaser))
    return bool(pieces) and len(pieces & _pieces(said)) < RELATED * len(pieces)


def _letters(text: str) -> str:
    return _BETWEEN.sub("", text).casefold()


def _pieces(letters: str) -> set[str]:
    return {letters[start : start + _PIECE] for start in range(len(letters) - _PIECE + 1)}
