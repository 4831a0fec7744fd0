"""Lists beside the page's main part stand back where the main part holds a list of its own.

A menu of thirty services or a box of twelve popular entries is longer and more even than the three entries a quiet month
has. Where the markup says which part of the page is the main one (`<main>`, `role=main`), a list in it is what the page
is for. Only the order changes, and by so much that a list beside it still wins where the one in the main part is poor.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scraper.listing.grouping.features import Floats
from scraper.listing.grouping.menus import menus
from scraper.listing.lists.headed_part import headed_otherwise, headed_part, own_heading, says_title
from scraper.listing.markup.bearers import bearing, called
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts, amount, holding
from scraper.listing.words.wording import headed_listing

# What a list beside the main part loses. Forty lines of a menu score 2.7 more than five undated titles in the main part;
# the dated list of a page whose main part holds only links has 5 and more to lose.
BESIDE_MAIN = 3.5
# What a menu loses beside a list that is none: ninety links score 3.9 more than sixteen issues of a bulletin with short titles.
MENU = 5.0
# A grouping in the main part below this is no list of entries: of 78 captured pages' menus the best have 17 to 20, five
# undated titles 17.9, breadcrumbs and buttons less than 16.
SOUND_MIN = 17.0
# In the part that only a heading opens more is asked, unless it says the page's title: it may be a site's head, with its name
# and its menu.
HEADED_SOUND_MIN = 20.0
# Below a heading that names a listing less is asked: two undated titles have 14.9, and a box of days to come beside them is none of theirs.
NAMED_SOUND_MIN = 14.5
# A box's rows lose more where they are few, or beside entries that say so much more each: sixteen dated headlines score 5.6 more than five guides.
SMALL, BESIDE_LARGER = 0.4, 2.5
# A longer list beside that part whose entries say so much of what those in it say is no box: the page has featured cards over it.
ALIKE = 0.8


BEHIND = 0.1  # what stands back for its heading comes right behind
TWO_BOXES = 12  # records: so many are no box, whatever heads them


@lru_cache(maxsize=1)
def main_parts(tree: Tree) -> tuple[tuple[int, int], ...]:
    """Intervals of nodes that the markup calls the page's main part, worked out once."""
    named = set(called(tree, ("main",)))
    named.update(node for node in bearing(tree, ("role",)) if tree.attr(node, "role").lower() == "main")
    return tuple((node, tree.ends[node]) for node in sorted(named) if not tree.unseen[node])


def part_around(parts: Sequence[tuple[int, int]], node: int) -> tuple[int, int] | None:
    """The outermost of the parts that holds a node."""
    return next((part for part in parts if part[0] <= node < part[1]), None)


def beside_main(
    tree: Tree, counts: Counts, found: Sequence[Candidate], scores: Floats, aside: Floats
) -> Floats:
    """Return the scores, less for candidates beside a main part that holds a list, and for menus.

    Args:
        tree: the page.
        counts: its running totals.
        found: its candidates.
        scores: theirs.
        aside: 1 for those that lie in navigation or the like, by their measure of this name.
    """
    if not found:
        return scores
    leads = np.array(menus(tree, counts, found), dtype=bool)
    if np.any(leads) and np.any(~leads & (aside == 0) & (scores >= SOUND_MIN)):
        scores = np.asarray(scores - MENU * leads, dtype=np.float64)
    parts = main_parts(tree)
    if parts:
        within = _within(parts, found)
        if np.any(within & (aside == 0) & (scores >= SOUND_MIN)):
            scores = np.asarray(scores - BESIDE_MAIN * ((aside > 0) & ~within), dtype=np.float64)
    headed = headed_part(tree, counts)
    if headed is None and not parts:
        return _without_small_boxes(counts, found, scores, aside)
    told = headed is None or says_title(tree, own_heading(tree, counts))
    within = _within([headed] if headed else parts, found)
    sizes = np.array([len(one.starts) for one in found])
    sound = within & (sizes > 1) & (aside == 0)  # one record is the article itself
    named = told and headed is not None and headed_listing(tree)
    sound &= scores >= (NAMED_SOUND_MIN if named else SOUND_MIN if told else HEADED_SOUND_MIN)
    if parts and not (headed and np.any(sound)):
        # where no heading tells, a few may be the features of a front page
        within, told = _within(parts, found), True
        sound = within & (sizes >= BOX_RECORDS) & (aside == 0) & (scores >= SOUND_MIN)
    if not np.any(sound):
        return scores
    best = int(np.argmax(np.where(sound, scores, -np.inf)))
    said = ALIKE * _mean_chars(counts, found[best])
    back = ~within
    rivals: list[int] = np.flatnonzero(back & (scores > scores[best])).tolist()
    for rival in rivals:  # a box's rows say less than the page's entries
        many = len(found[rival].starts)
        longer = many > len(found[best].starts) and (
            many >= TWO_BOXES or not headed_otherwise(tree, counts, found[rival].starts[0])
        )
        own = _apart(found[rival], found[best]) or set(found[best].starts) <= set(found[rival].starts)
        back[rival] = not longer or not own or _mean_chars(counts, found[rival]) < said
    few = told and len(found[best].starts) >= BOX_RECORDS
    small = [
        back[at]
        and (_mean_chars(counts, one) < SMALL * said / ALIKE or (few and len(one.starts) < BOX_RECORDS))
        for at, one in enumerate(found)
    ]
    lower = np.asarray(scores - BESIDE_MAIN * back - BESIDE_LARGER * np.array(small), dtype=np.float64)
    return _without_other_boxes(tree, counts, found, lower, back, best) if named else lower


def _without_other_boxes(
    tree: Tree,
    counts: Counts,
    found: Sequence[Candidate],
    scores: Floats,
    back: npt.NDArray[np.bool_],
    best: int,
) -> Floats:
    """Less for boxes below headings of their own on a page whose heading names a listing: they are none of what it names."""
    scores[
        [
            at
            for at in np.flatnonzero(back & (scores > scores[best])).tolist()
            if len(found[at].starts) < BOX_RECORDS and headed_otherwise(tree, counts, found[at].starts[0])
        ]
    ] = scores[best] - BEHIND
    return scores


def _without_small_boxes(counts: Counts, found: Sequence[Candidate], scores: Floats, aside: Floats) -> Floats:
    """Less for the best list where it is a box: few dated records beside twice as many rows.

    These are dated and say nearly as much each, or linked and say twice as much: titles with teasers beside days with titles.
    """
    best = int(np.argmax(scores))
    if len(found[best].starts) >= BOX_RECORDS or not mostly_dated(counts, found[best]):
        return scores
    box = found[best]
    said = _mean_chars(counts, box)
    larger = [
        one
        for at, one in enumerate(found)
        if scores[at] >= SOUND_MIN
        and not aside[at]
        and len(one.starts) >= 2 * len(box.starts)
        and _apart(one, box)
        and (
            (_mean_chars(counts, one) >= DATED_SAY * said and mostly_dated(counts, one))
            or (
                _mean_chars(counts, one) >= TELLS_MORE * said
                and holding(counts.links, one.spans) >= MOST * len(one.starts)
            )
        )
    ]
    if not larger:
        return scores
    lower = scores.copy()
    lower[best] -= BESIDE_MAIN
    if not any(mostly_dated(counts, one) for one in larger):  # nor does it come first together with them
        lower[best] -= BESIDE_LARGER
        first = box.starts[0]
        lower[[at for at, one in enumerate(found) if at != best and first in one.starts]] -= BESIDE_MAIN
    return lower


def _apart(one: Candidate, other: Candidate) -> bool:
    """Whether all records of a candidate stand before or behind those of another."""
    return one.ends[-1] <= other.starts[0] or other.ends[-1] <= one.starts[0]


# Of a record of the box: dated rows that say so much come before it, dates and names of a table.
DATED_SAY = 0.6
# Times as much as a record of the box: linked rows that say so come before it; 1 and 4 read the 78 captured pages alike.
TELLS_MORE = 2.0
# Records of a list that is no box; 3 and 12 read the 78 captured pages alike.
BOX_RECORDS = 6
MOST = 0.8  # of the records


def mostly_dated(counts: Counts, one: Candidate) -> bool:
    """Whether most records of a candidate have a date."""
    return holding(counts.dates, one.spans) >= MOST * len(one.starts)


def _mean_chars(counts: Counts, one: Candidate) -> float:
    return amount(counts.chars, one.spans) / len(one.starts)


def _within(parts: Sequence[tuple[int, int]], found: Sequence[Candidate]) -> npt.NDArray[np.bool_]:
    """Whether each candidate lies in one of the parts."""
    holders = np.array([one.holder for one in found])
    return np.any([(holders >= first) & (holders < end) for first, end in parts], axis=0)
