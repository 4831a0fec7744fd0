"""Titles of a list that the entries' own pages refute: a kicker, a badge or another entry's title in the place of a few.

Most systems write an entry's title and its page's heading from one field. Where a list does, an entry whose page is called
otherwise altogether, and by nothing that the list says, was read wrong or named wrong. Two cases are heard:

- out of step: the page of one entry bears, word for word, the title that the list gives another, whose own page bears
  a third name. Both are called as their pages are.
- the odd one: nearly all other pages of the list bear the list's titles, and this page is one of theirs in all that can be
  seen: in the same folder and language, with the teaser in its text, a date and as much to read where theirs have them. What the
  list calls the entry is a badge, or words that its text knows nothing of: a headline that an editor wrote for the list tells
  the same news.

A page that is not certain of its own name has no say (`scraper.listing.page`), nor has one without a text, or whose name another
shares or the others' names end in: a login, a notice, a section, the site. A list that words its headlines anew agrees with few
of its pages, and keeps its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from statistics import median

import numpy as np
import pandas as pd

from pipelines.repair import markers
from pipelines.repair.columns.groups import Groups
from pipelines.repair.excerpts.agreed import share_told
from pipelines.repair.excerpts.sources import cells_of, mended_texts
from pipelines.same_news import another_text

AGREEING = 0.7
"""Share of a list's own pages that must bear the list's titles. Of 48 captured pages filled with other texts, with 0.8 six rows of a
calendar stay as they were; no other row is another."""
MOSTLY = 0.8
"""Share of the agreeing pages that must have what the odd one then needs."""
FEWEST = 4
"""Own pages that must."""
MUCH = 2
"""Part of the agreeing pages' middle length that is as much to read, a half: questions of consent, bars to pass and calls to subscribe
say 0 to 170 characters in the place of a text. No row of the captured pages is another with a quarter."""
_HEAD = 40
_BETWEEN = re.compile(r"[\W_]+")


def refuted_titles(frame: pd.DataFrame, titles: pd.Series, own: pd.Series, texts: pd.Series) -> list[int]:
    """Find the entries that are called as their own pages are, and not as the list calls them.

    Args:
        frame: raw rows; `own_else` holds what the own page of each calls itself, one name a line.
        titles: as the list gives them.
        own: headings of the own pages, mended.
        texts: of the own pages, mended.

    Returns:
        Row numbers, 0-based.
    """
    names = cells_of(frame, "own_else")
    asked = (names.notna() & own.notna() & titles.notna() & texts.notna()).to_numpy()
    unlike = np.flatnonzero(asked & (titles != own).to_numpy())
    if not len(unlike):
        return []
    said = zip(unlike.tolist(), mended_texts(titles.iloc[unlike], "title"), own.iloc[unlike], strict=True)
    reworded = {row: pair for row, *pair in said if not _copied(*pair)}
    others = {
        row: (title, heading) for row, (title, heading) in reworded.items() if another_text(heading, title)
    }
    lists = Groups.of(cells_of(frame, "list")).codes
    found: set[int] = set()
    for code in np.unique(lists[list(others)]) if others else ():
        rows = np.flatnonzero(asked & (lists == code)).tolist()
        shared = Counter(own.iloc[rows].map(_letters))
        alone = {row: others[row] for row in rows if row in others and shared[_letters(own.iloc[row])] == 1}
        swapped = {row for pair in _out_of_step(alone) if _refuting(names, others, pair) for row in pair}
        agreeing = [row for row in rows if row in swapped or row not in reworded]
        if len(agreeing) >= max(FEWEST, AGREEING * len(rows)):
            untold = [
                row for row in alone if row not in swapped and not _told(alone[row][0], texts.iloc[row])
            ]
            odd = _like(frame, texts, agreeing, _of_their_own(names, own, agreeing, untold))
            swapped |= {row for row in odd if _refuting(names, others, (row,))}
        found |= swapped
    return sorted(found)


def _copied(title: str, heading: str) -> bool:
    """Whether a list's title is its page's heading, or was cut from it."""
    return _letters(heading).startswith(_letters(markers.split(title)[0]))


def _out_of_step(called: dict[int, tuple[str, str]]) -> list[tuple[int, int]]:
    """Pairs of an entry whose own page bears another's title, and that other."""
    titles = Counter(_letters(title) for title, _ in called.values())
    bearer = {_letters(title): row for row, (title, _) in called.items() if titles[_letters(title)] == 1}
    pairs = ((row, bearer.get(_letters(heading))) for row, (_, heading) in called.items())
    return [(row, other) for row, other in pairs if other is not None]


def _refuting(names: pd.Series, called: dict[int, tuple[str, str]], rows: Iterable[int]) -> bool:
    """Whether the own pages of entries call themselves by nothing that is a form of the list's title."""
    return not any(
        not another_text(name, called[row][0])
        for row in rows
        for name in mended_texts(names.iloc[row].split("\n"), "title")
        if _letters(name)
    )


def _of_their_own(names: pd.Series, own: pd.Series, agreeing: list[int], odd: list[int]) -> list[int]:
    """The odd ones whose headings are no part of most of the agreeing pages' names, as the site's name is."""
    others = [_letters(names.iloc[row]) for row in agreeing]
    shared = (sum(_letters(own.iloc[row]) in other for other in others) for row in odd)
    return [row for row, count in zip(odd, shared, strict=True) if count < MOSTLY * len(agreeing)]


def _told(title: str, text: str) -> bool:
    """Whether a title is a headline, and of the news that a text tells."""
    return len(_letters(title)) > BADGE_MAX and share_told(title, text) >= TOLD


BADGE_MAX = 16
"""Letters of a badge: `Pressemitteilung`."""
TOLD = 0.25
"""Share of a headline's pieces that its text has; of another's, a text has a tenth (`agreed.RELATED`)."""


def _like(frame: pd.DataFrame, texts: pd.Series, agreeing: list[int], odd: list[int]) -> list[int]:
    """The odd ones whose pages look as most of the agreeing ones do."""
    much = median(len(texts.iloc[row]) for row in agreeing) / MUCH
    counts = Counter(chain(*_looks(frame, texts, agreeing, much)))
    needed = {look for look, count in counts.items() if count >= MOSTLY * len(agreeing)}
    return [row for row, looks in zip(odd, _looks(frame, texts, odd, much), strict=True) if needed <= looks]


def _looks(frame: pd.DataFrame, texts: pd.Series, rows: list[int], much: float) -> Iterator[set[str]]:
    """What can be seen of own pages beside their names: folder and language, whether they have the teaser, a date and `much` text."""
    names = ("url", "excerpt_raw", "own_date", "own_language")
    columns = [*(cells_of(frame, name) for name in names), texts]
    for address, teaser, date, language, text in zip(
        *(column.iloc[rows].fillna("") for column in columns), strict=True
    ):
        looks = {
            f"in {address.partition('?')[0].rstrip('/').rpartition('/')[0]}",
            f"speaks {language[:2].lower()}",
        }
        if _letters(markers.split(teaser)[0])[:_HEAD] in _letters(text):
            looks.add("has the teaser")
        if len(text) >= much:
            looks.add("has a text")
        yield looks | {"has a date"} if date else looks


def _letters(text: str) -> str:
    return _BETWEEN.sub(" ", text).strip().casefold()
