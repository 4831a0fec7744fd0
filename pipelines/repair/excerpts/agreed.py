"""Which name and which teaser an entry bears where its listing page gives it two: those that its own page has.

One of two proves nothing; the entry's own page and one of them are two witnesses against one.

- *Titles*: a list may show a case number or an old headline while a box beside it ("most read", a slider) links the same page by another
  name. They are heard only where the two are different texts: a box and an own page often bear the short form of the list's headline,
  and an entry would be renamed when it enters the box, and again when it leaves.
- *Teasers*: a list may show a stock phrase, a caption or another entry's words while a slider shows the entry's own first lines. They are
  heard where the text of the entry's page has the one word for word near its beginning and next to nothing of the other: a summary that
  somebody wrote tells the same news and shares its names. What a page says of itself in its head is no proof of the one, since many
  sites say the same on all pages.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from pipelines.repair import markers
from pipelines.repair.excerpts.sources import cells_of, mended_texts
from pipelines.same_news import another_text, bare

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
        if _begins_with(page[0], other) and share_told(one, " ".join(page)) < RELATED
    ]


def _mended(texts: pd.Series) -> list[str]:
    return [markers.split(text)[0] for text in mended_texts(texts, "excerpt_else")]


def _begins_with(text: str, teaser: str) -> bool:
    head = _letters(teaser)[:HEAD]
    return len(head) == HEAD and 0 <= _letters(text).find(head) <= NEAR


def share_told(text: str, page: str) -> float:
    """Share of a text's pieces of five letters that a page has, too; 1 for a text without any."""
    pieces = _pieces(_letters(text))
    return len(pieces & _pieces(_letters(page))) / len(pieces) if pieces else 1.0


def _letters(text: str) -> str:
    return _BETWEEN.sub("", text).casefold()


def _pieces(letters: str) -> set[str]:
    return {letters[start : start + _PIECE] for start in range(len(letters) - _PIECE + 1)}


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
    rows = np.flatnonzero((others.notna() & own.notna() & titles.notna()).to_numpy()).tolist()
    asked = [(row, name) for row in rows for name in others.iloc[row].split("\n")]
    if not asked:
        return []
    mended = mended_texts([name for _, name in asked], "title_else")
    shared = own.duplicated(keep=False).to_numpy()
    agreed = {}
    for (row, _), name in zip(asked, mended, strict=True):
        heading, said = bare(own.iloc[row]), bare(name)
        says = said == heading or (not shared[row] and _ends_in(said, heading))
        if heading and says and another_text(heading, titles.iloc[row]):
            agreed[row] = True
    return list(agreed)


def _ends_in(name: str, heading: str) -> bool:
    """Whether a name says what its link is for and then a heading: `Read more about …`."""
    return name.endswith(heading) and len(heading.encode()) >= BEHIND_MIN
