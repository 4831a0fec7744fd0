"""A day that stands in a title's link, in an element of its own: it is no part of the title, nor is what its element says beside it.

`<a>Ferry sails again <span>28.04.2026 г.</span></a>`. Which words belong to a day the list decides: they are short and stand beside each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.dated import Spot
from scraper.listing.dates.from_visit import relative
from scraper.listing.fields.days_below_months import day_alone
from scraper.listing.fields.teasers import EDGES
from scraper.listing.markup.tree import Tree
from scraper.listing.records.label_fronts import front_of
from scraper.listing.records.lines import Piece


def without_edges(text: str) -> str:
    """A text without the marks at its ends that parted it from a date, but for a bracket or a quotation mark with its other half in it."""
    bare = text.strip(EDGES)
    start = text.find(bare)
    end = start + len(bare)
    for opening, closing in _PAIRED:
        if bare.count(opening) > bare.count(closing) and text[end : end + 1] == closing:
            return text[start : end + 1]
        if bare.count(closing) > bare.count(opening) and text[start - 1 : start] == opening:
            return text[start - 1 : end]
    return bare


_PAIRED = (("(", ")"), ("[", "]"), ("«", "»"), ("»", "«"))


def says_alone(title: Piece, spot: Spot, tree: Tree, stock: str | None) -> str:
    """A date of a title with what stands beside it in nodes of its own, its weekday, `г.`; "" where other words of the title stand there.

    Then its author wrote it there.
    """
    said = tree.text(spot.first, spot.last + 1)
    if title.first == title.last == spot.first:
        return spot.text if title.is_date() else ""
    if spot.text not in said and day_alone(said):  # the month stands above the list's entries
        return said
    if spot.first == spot.last and not is_date(said) and _beside(said, spot) != stock:
        return ""
    return said if spot.text in said else spot.text


def without_ages(tree: Tree, titles: Sequence[Piece | None]) -> list[Piece | None]:
    """The titles without the text of its own that they begin with, where in two or more that is a date told from the visit.

    `<a><span>3 days ago</span>Otters are back</a>`, whether or not the entry's day is told elsewhere, too.
    """
    found = [_behind_age(tree, title) if title else None for title in titles]
    if sum(one is not None for one in found) < AGES_MIN:
        return list(titles)
    return [one or title for one, title in zip(found, titles, strict=True)]


AGES_MIN = 2


def _behind_age(tree: Tree, title: Piece) -> Piece | None:
    """What a title says behind the age in its first node, or None where that says anything else."""
    if title.kind == "label":
        return None
    first, behind = front_of(tree, title)
    if first < 0 or not relative(tree.pieces[first].strip()):
        return None
    text = tree.text(behind, title.last + 1).strip()
    return replace(title, first=behind, text=text, dated=None) if title.text.endswith(text) else None


def _beside(said: str, spot: Spot) -> str:
    """What nodes say beside their date, where that is no more than a short word or two and no number; else ""."""
    before, _, behind = said.partition(spot.text)
    rest = f"{before}{behind}".strip()
    return rest if len(rest) <= STOCK_MAX and not _DIGIT.search(rest) else ""


_DIGIT = re.compile(r"\d")
STOCK_MAX = 5
"""Characters beside a date that are a word of dates, though no table has it, where each day has the same: `г.`, `года`, `Ngày`, `更新`."""


def stock_beside(tree: Tree, titles: list[Piece | None], shown: list[Spot | None]) -> str | None:
    """What nearly all dates in titles have beside them in nodes of their own, the same in each; None where that differs."""
    inside = [
        _beside(tree.text(spot.first, spot.last + 1), spot)
        for title, spot in zip(titles, shown, strict=True)
        if title and spot and title.first <= spot.first <= spot.last <= title.last
    ]
    rest, times = Counter(inside).most_common(1)[0] if inside else ("", 0)
    return rest if rest and times >= max(STOCK_RECORDS, STOCK_SHARE * len(inside)) else None


STOCK_RECORDS, STOCK_SHARE = 3, 0.8
