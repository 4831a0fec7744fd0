"""Which teaser an entry bears where its listing page gives it two: the one that its own page begins with.

A list may show a stock phrase, a caption or another entry's words while a slider on the same page shows the entry's own
first lines. One of them alone proves nothing. They are heard where the text of the entry's page has the one word for word near its
beginning and next to nothing of the other: a summary that somebody wrote tells the same news and shares its names. What a page says
of itself in its head is no proof of the one, since many sites say the same on all pages.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from pipelines.repair import markers
from pipelines.repair.columns.groups import Groups
from pipelines.repair.excerpts.sources import cells_of
from pipelines.repair.ladder import Mended, mend_column

HEAD = 40
"""Letters of a teaser that its page must hold."""
NEAR = 600
"""Letters of a page that may stand before them: a kicker, a place, the lead. Further down stands what all pages of a site say."""
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
    pages = zip(texts.iloc[rows], summaries.fillna("").iloc[rows], strict=True)
    return [
        row
        for row, one, other, page in zip(rows.tolist(), shown, told, pages, strict=True)
        if _begins_with(page[0], other) and not _is_related(one, " ".join(page))
    ]


def _mended(texts: pd.Series) -> list[str]:
    mended: Mended = mend_column(texts.reset_index(drop=True), sites=Groups.one(len(texts), "excerpt_else"))
    return [markers.split(text)[0] for text in mended.texts]


def _begins_with(text: str, teaser: str) -> bool:
    head = _letters(teaser)[:HEAD]
    return len(head) == HEAD and 0 <= _letters(text).find(head) <= NEAR


def _is_related(teaser: str, page: str) -> bool:
    return share_told(teaser, page) >= RELATED


def share_told(text: str, page: str) -> float:
    """Share of a text's pieces of five letters that a page has, too; 1 for a text without any."""
    pieces = _pieces(_letters(text))
    return len(pieces & _pieces(_letters(page))) / len(pieces) if pieces else 1.0


def _letters(text: str) -> str:
    return _BETWEEN.sub("", text).casefold()


def _pieces(letters: str) -> set[str]:
    return {letters[start : start + _PIECE] for start in range(len(letters) - _PIECE + 1)}
