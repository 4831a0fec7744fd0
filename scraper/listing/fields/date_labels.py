"""Which of an entry's dates is labelled as the day it was published: `Séance du 12 mars – Publié le 15 mars`.

A label stands before its date, in the same text or in the text before it, and is often there for screen readers alone; or it
is the end of the element that holds the date, as languages say it whose verbs come last (`2026년 11월 1일 게시 됨`). The
head of a column is not asked: of 78 captured pages two are courts' tables with a day "posted" beside the day of the decision,
and the decision's is meant. On a list of events it decides nothing: an entry there is dated by the day it announces, whenever
that was written.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scraper.listing.dates.dated import Spot
from scraper.listing.markup.tree import HEADINGS, Tree, collapse
from scraper.listing.words.wording import (
    called_events,
    says_changed,
    says_created,
    says_other_day,
    says_published,
)

_PARTS = re.compile(r"[\d|•·;,()\[\]/–—]")
_NO_LABEL = HEADINGS | {"a"}
_EVENT = re.compile(r"event|startdate|agenda|veranstaltung")


@lru_cache(maxsize=1)
def of_events(tree: Tree) -> bool:
    """Whether a page says that it lists events: by its heading, its address, or as data."""
    return called_events(tree) or any(
        "schema.org/Event" in (given.get("itemtype") or "") for given in tree.attrs
    )


def is_published(tree: Tree, start: int, spot: Spot, words: str) -> bool:
    """Whether a date's label says that it is the day of publication.

    Args:
        tree: the page.
        start: first node of the entry.
        spot: the date.
        words: class and itemprop words around it; where they name an event, no label is asked.
    """
    label = _label(tree, start, spot)
    return says_published(label) and not _EVENT.search(words) and not of_events(tree)


def is_created(tree: Tree, start: int, spot: Spot) -> bool:
    """Whether a date's label says that it is the day the entry was made, told beside the day of publication.

    Args: as `is_published`.
    """
    return says_created(_label(tree, start, spot))


def is_of_other_day(tree: Tree, start: int, spot: Spot, words: str) -> bool:
    """Whether a date's label says that it is another day than that of publication: `Updated: 3 May`, `Bis zum 3. Mai`.

    A star is a day of birth where the page has a cross, too: else it opens a line, `* 3 May 2026 The ferry sails again`.

    Args: as `is_published`.
    """
    label = _label(tree, start, spot)
    if label == "*":
        return any("†" in piece for piece in tree.pieces)
    return says_other_day(label) and not _EVENT.search(words) and not of_events(tree)


def is_of_change(tree: Tree, start: int, spot: Spot) -> bool:
    """Whether a date's label says that something was changed on it: `Edited on`, `Zuletzt geändert am`."""
    return says_changed(_label(tree, start, spot))


def _label(tree: Tree, start: int, spot: Spot) -> str:
    return _before(tree, start, spot) or _behind(tree, start, spot)


def _behind(tree: Tree, start: int, spot: Spot) -> str:
    """The words that end the element which holds a date, where they stand in no other element; "" where a number is among them."""
    own = collapse(tree.pieces[spot.last])
    rest = own[own.rfind(spot.text) + len(spot.text) :].strip() if spot.text in own else ""
    node = tree.parents[spot.first]
    while not rest and node > start and tree.ends[node] <= spot.last + 1:
        node = tree.parents[node]
    said = [at for at in range(spot.last + 1, tree.ends[node]) if tree.pieces[at].strip()]
    if any(tree.parents[at] != node for at in said):
        return ""
    rest = collapse(" ".join([rest, *(tree.pieces[at] for at in said)])).strip(" :.-")
    return "" if _PARTS.search(rest) else rest


def _is_behind(tree: Tree, node: int, spot: Spot) -> bool:
    """Whether a text before a date stands behind a number in an element without it: the label of another date."""
    holder = tree.parents[node]
    numbered = _BEHIND_NUMBER.search(tree.pieces[node]) is not None
    return tree.ends[holder] <= spot.first and (numbered or any(map(str.isdigit, tree.text(holder, node))))


_BEHIND_NUMBER = re.compile(r"\d\s*[^\d|•·;,()\[\]/–—]+$")


def _before(tree: Tree, start: int, spot: Spot) -> str:
    """The words right before a date, back to a mark or a number; of the text before it where it begins its own."""
    own = collapse(tree.pieces[spot.first])
    label = _last_part(own[: max(own.find(spot.text), 0)])
    node = spot.first - 1
    while not label and node >= start:
        text = "" if tree.tags[node] else collapse(tree.pieces[node] or tree.veiled.get(node, ""))
        if text:
            other = tree.inside(node, _NO_LABEL) or _is_behind(tree, node, spot)
            return "" if other else _last_part(text)
        node -= 1
    return label


def _last_part(text: str) -> str:
    return _PARTS.split(text)[-1].strip(" :.-")
