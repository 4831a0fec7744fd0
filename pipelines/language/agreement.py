"""Whether the entries of a list agree on its language as far as that language's own entries do.

Each title of a French list is French by itself, nearly always; of an Asturian one taken for Spanish some are Spanish, some
Catalan, some Galician, and most are a little of each. The list outvotes them, and its language looks sure. So what the entries
leave to other languages is held against what entries of as many letters in the language's own lists leave, and so is the share of
clear calls among them. Nothing need be known of the language that the list is really in. Whatever disagrees keeps its label, not
its confidence.

A list in two languages is no such list. Entries that are given to a language of another family are left out. Of one family, some
entries are Spanish and the others Catalan, each as clearly as in a list of its own, and hardly any is in between; entries of an
Asturian list are in between, whichever they are given to.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from pipelines.language.counts import Counts
from pipelines.language.entries import Entries
from pipelines.language.likely import Likely
from pipelines.language.reach import akin

# what an entry leaves to other languages than its list's, where the language leaves least: `LEAST` and an exponential of its letters
LEAST, FIRST, LETTERS = 0.034, 0.75, 6.5
PER_CLEAR = 0.25  # what a clear call counts for, beside a share
# what a list may leave beyond what is usual: in long lists, and of an entry by itself, divided by the root of how many there are.
# 0.24 leaves 0.6 to 1 points more of unknown languages sure, and 0.4 to 0.6 more of known ones right and sure
LIMIT, PER_ENTRY = 0.2, 0.2
# what the entries given to one language may leave beyond what is usual, where several languages share a list, how many entries each has
# at least, and the share of the list that they have together: of lists in unknown languages that would disagree, 0.3 in 100 count as
# bilingual, 0.8 with 0.15; of bilingual ones 90 and 96
APART, FEWEST, MOSTLY = 0.1, 3, 0.8

# a language, how many times as much as the least its own entries leave, in tenths, and how many in 100 of them are clear calls;
# lists of ten and twenty interface strings of 20 programs, of one word to fourteen
_MEASURED = (
    "af 25 0, am 10 0, ar 10 59, as 10 5, az 10 0, be 10 0, bg 17 29, bn 10 70, br 17 0, ca 16 26, "
    "cs 13 40, cy 12 0, da 18 17, de 15 44, dz 10 0, el 10 94, en 20 19, eo 28 0, es 19 26, et 11 40, eu 10 0, "
    "fa 10 43, fi 10 53, fo 30 0, fr 11 38, fy 26 0, ga 15 0, gd 17 0, gl 58 0, gu 10 81, he 10 84, "
    "hi 16 0, hr 31 0, hu 10 63, hy 10 0, id 22 0, is 10 0, it 13 38, ja 10 24, jv 31 0, ka 10 0, "
    "kk 14 0, km 10 0, kn 10 92, ko 10 48, ky 16 0, la 29 0, lb 25 1, lo 10 0, lt 10 51, lv 10 55, "
    "mg 18 0, mk 40 0, ml 10 94, mn 10 0, mr 14 1, ms 50 0, my 10 0, ne 20 0, nl 17 23, no 19 14, "
    "oc 29 0, om 19 0, or 10 0, pa 10 76, pl 10 56, ps 10 2, pt 17 29, ro 11 47, ru 15 39, rw 18 0, "
    "se 15 0, si 10 0, sk 12 37, sl 12 26, so 15 0, sq 11 46, sr 35 0, st 22 0, sv 17 31, sw 20 0, "
    "ta 10 96, te 10 93, tg 18 0, th 10 89, tl 12 36, tr 10 54, tt 23 0, ug 10 0, uk 14 52, ur 10 52, "
    "uz 19 0, vi 10 65, wa 18 0, xh 30 0, zh 10 1, zu 36 0"
)
_UNMEASURED = (15, 0)  # of a language without a row: 1.5 times the least, and no clear call


def divided(
    alone: Likely,
    counts: Counts,
    column: Entries,
    labels: NDArray[np.integer],
    home: NDArray[np.int64],
    heard: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Which entries are in a list that agrees less on its language than that language's own lists do.

    Args:
        alone: shares of each entry by itself.
        counts: what was counted in it.
        column: the entries and their lists.
        labels: place of its likeliest language in its list.
        home: place of the likeliest language of that list; -1 without siblings.
        heard: entries whose clear calls count: of some language, and put to the third detector only where they are close calls.
    """
    lists = column.lists
    # of another family: no short text of the one is taken for the other
    guests = (labels != home) & ~akin(column.languages)[labels, home]
    rows = np.flatnonzero((home >= 0) & (counts.words > 0) & ~guests)
    if not len(rows):
        return np.zeros(len(lists), dtype=np.bool_)
    group = lists[rows]
    left = _left(alone, counts, rows, home[rows], heard, column.languages)
    entries = np.maximum(np.bincount(group, minlength=int(lists.max()) + 1), 1)
    mean = np.bincount(group, left, minlength=len(entries)) / entries
    apart: NDArray[np.bool_] = (mean > LIMIT + PER_ENTRY / np.sqrt(entries))[lists] & (home >= 0)
    rows = rows[apart[rows]]
    apart[rows] = ~_several(
        _left(alone, counts, rows, labels[rows], heard, column.languages), lists[rows], labels[rows]
    )
    return apart


def _left(
    alone: Likely,
    counts: Counts,
    rows: NDArray[np.int64],
    places: NDArray[np.integer],
    heard: NDArray[np.bool_],
    languages: tuple[str, ...],
) -> NDArray[np.float64]:
    """What some entries leave to other languages than the given ones, beyond what entries in these do."""
    times, clear = usual(languages)
    share = (alone.shares[rows, :-1] * (alone.places[rows, :-1] == places[:, None])).max(axis=1)
    least = LEAST + FIRST * np.exp(-counts.letters[rows] / LETTERS)
    disputed = PER_CLEAR * (clear[places] - counts.clear[rows]) * heard[rows]
    left: NDArray[np.float64] = 1 - share - times[places] * least + disputed
    return left


def _several(
    left: NDArray[np.float64], group: NDArray[np.int64], labels: NDArray[np.integer]
) -> NDArray[np.bool_]:
    """Which entries are in a language of their own, in a list that several such languages share."""
    if not len(left):
        return np.zeros(0, dtype=np.bool_)
    parts = np.unique(np.stack([group, labels]), axis=1, return_inverse=True, return_counts=True)
    (lists, _), part, size = parts
    agreed = (size >= FEWEST) & (np.bincount(part, left) < APART * size)
    several = np.bincount(lists, agreed) > 1
    several &= np.bincount(lists, agreed * size) >= MOSTLY * np.bincount(lists, size)
    own: NDArray[np.bool_] = (agreed & several[lists])[part]
    return own


@cache
def usual(languages: tuple[str, ...]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How many times the least entries of each language leave to others, and the share of clear calls among them, by place."""
    measured = {code: tuple(map(int, figures)) for code, *figures in map(str.split, _MEASURED.split(", "))}
    times, clear = np.array([measured.get(code, _UNMEASURED) for code in languages]).T
    return times / 10, clear / 100
