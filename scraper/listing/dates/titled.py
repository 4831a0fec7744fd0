"""Dates that a page shows short and tells whole when pointed at: `<a title="05.12.2026 11:09">2 hours ago</a>`.

Forums, trackers and social sites write so. What is shown says that there is a date and where, the `title` says which day: a phrase
told from the visit is exact for hours only, and a day without its year stands for many.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.from_visit import relative
from scraper.listing.dates.notations import FULL, dates_in
from scraper.listing.dates.periods_alone import ALONE_MAX
from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.tree import Tree

# `about 2 hours`, `3d`, `5/12`; the cell of a calendar shows one number.
_SHORT_FORM = re.compile(r"(?=.*\d).*[^\W\d_]|.*\d\D+\d")
_TWO_NUMBERS = re.compile(r"\d\D+\d")
NAMES = ("title", "data-original-title")


@lru_cache(maxsize=1)
def titled(tree: Tree) -> dict[int, tuple[int, str]]:
    """Text nodes of short elements whose title is a whole date: the first one of each → the last one and the date, as written."""
    found: dict[int, tuple[int, str]] = {}
    for node in bearing(tree, NAMES):
        given = tree.attrs[node]
        said = given.get(NAMES[0]) or given.get(NAMES[1]) or ""
        if not _may_be_date(said) or not tree.fits(node, ALONE_MAX):
            continue
        if whole := whole_date(said, tree.text(node)):
            texts = [inner for inner in range(node, tree.ends[node]) if tree.pieces[inner].strip()]
            if texts:
                found.setdefault(texts[0], (texts[-1], whole))
    return found


def whole_date(said: str, shown: str) -> str:
    """The date that a title says and its element shows a short form of, or ""; of "5 months ago" a title in words may say it.

    Args:
        said: the title.
        shown: the element's text.
    """
    if not _may_be_date(said) or len(shown) > ALONE_MAX or shown.strip() == said.strip():
        return ""
    if not (_SHORT_FORM.match(shown) or is_date(shown)):
        return ""
    whole = [said[start:end] for start, end, strength in dates_in(said) if strength == FULL]
    if is_date(said):
        return said.strip() if whole else ""
    # in a sentence it may be when an entry was changed, but for a phrase that says the same: `Opened on 3 May 2026`
    return whole[0].strip() if len(whole) == 1 and relative(shown) else ""


def _may_be_date(said: str) -> bool:
    return len(said) <= ALONE_MAX and _TWO_NUMBERS.search(said) is not None
