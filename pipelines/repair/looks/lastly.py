r"""Which texts of a column may end inside a character: by their last four characters, whatever the marker behind them.

Most texts end in a sentence's mark or an ASCII letter and are done by that. The others show their last
characters to the codecs' tables, all rows together; only what ends in dots, brackets, gaps, arrows or the word of a link, and
may hide its end behind a marker, is read by an expression, text by text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.repair import markers
from pipelines.repair.columns.flat import LONE, LONE_ASCII, OTHER, Flat, Places
from pipelines.repair.columns.gaps import WHITE
from pipelines.repair.encodings.pairs import class_of
from pipelines.repair.encodings.readings import SENTENCE_SIGNS, characters
from pipelines.repair.looks.juxtapositions import Set, of_characters, ranged

_LOSS = "[\ufffd\U0010f700-\U0010f7ff]"
_CUT_END = r"\s*+(?:…|\.\.+|\[[^\[\]]{0,40}\]?|\([…. ]+\))?[\s»›→]*\Z"
_NEAR = 64
"""Characters of the end that the expression reads."""
_BEGINNING = 4
"""Characters that can begin one, and the one before that tells a Greek or Cyrillic letter."""
_MOST_MARKS = 12
"""Characters of a marker that are taken off all texts together; what has more is read by the expression."""
_FEW = 12
"""Texts with a marker that are sooner read one by one than held together against its signs."""
_OF_MARKERS = WHITE + ".…()]»→"
_FOREIGN = "\u0370-\u052f"
_SAME = ranged((0x370, 0x52F))
_MARKERS = ranged(
    0x85, 0xA0, 0x1680, (0x2000, 0x200A), 0x2026, 0x2028, 0x2029, 0x202F, 0x203A, 0x205F, 0x2192, 0x3000, 0xBB
)
_LOST = ranged(0xFFFD, LONE, LONE_ASCII)


class _Beginnings(NamedTuple):
    """Characters that can begin a lost one, by slot, and those that can follow."""

    letters: Set
    foreign: Set
    capitals: Set
    more: Set


@cache
def _beginnings() -> tuple[frozenset[str], ...]:
    """The characters of `_Beginnings`: Latin ones, Greek and Cyrillic ones, capitals of these, those that can follow."""
    leads = characters(0xC2, 0xF5) - SENTENCE_SIGNS
    letters = frozenset(c for c in leads if not ("\u0370" <= c <= "\u04ff"))
    foreign = leads - letters
    capitals = frozenset(c for c in foreign if c.isupper())
    return letters, foreign, capitals, characters(0x80, 0xC0)


@cache
def _slots() -> _Beginnings:
    return _Beginnings(*map(of_characters, _beginnings()))


class _Words(NamedTuple):
    """The last characters of a link's words, by the number that `_pair` makes of them.

    Attributes:
        last: the last two.
        three: the last three, of words that have as many.
        two: the words of two.
    """

    last: NDArray[np.bool_]
    three: NDArray[np.bool_]
    two: NDArray[np.bool_]


@cache
def _words() -> _Words:
    found = _Words(*(np.zeros(1 << 16, dtype=bool) for _ in range(3)))
    for word in markers.LAST_WORDS:
        for spelled in (word, word.upper(), word.capitalize()):
            codes = np.array(list(map(ord, spelled)), dtype=np.uint16)
            last = _pair(codes[-2:-1], codes[-1:])
            found.last[last] = True
            if len(codes) > 2:
                found.three[_pair(last, codes[-3:-2])] = True
            else:
                found.two[last] = True
    return found


def _pair(one: NDArray[np.uint16], two: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """Two characters, or a number of two and one more, as a number that few others share."""
    return one * np.uint16(0x9E35) + two


@cache
def _expression() -> re.Pattern[str]:
    letters, foreign, capitals, more = map(class_of, _beginnings())
    tail = f"(?:{letters}|[^{_FOREIGN}]{foreign}|[{_FOREIGN}]{capitals})"
    return re.compile(f"(?:{tail}{more}{{0,2}}|[?]|{_LOSS}){_CUT_END}")


def may_be_cut(flat: Flat, bracketed: Places) -> Places:
    """Numbers of the texts that may end inside a character.

    Args:
        flat: the column.
        bracketed: texts with an opening bracket near their end, in any order.
    """
    rows = np.flatnonzero(flat.ends > flat.starts)
    codes, starts, ends = flat.codes, flat.starts[rows], flat.ends[rows]
    last, second = codes[ends - 1], codes[ends - 2]  # before the first text stands the last separator
    cut = last == 0x3F
    hidden = ((last - 9) < 5) | ((last - 0x1C) < 5) | (last == 0x5D) | (last == 0x5B)
    hidden |= (last == 0x2E) & (second == 0x2E)
    hidden |= (last == 0x29) & ((second == 0x2E) | (second == 0x20) | (second == 0x2026))
    hidden[np.searchsorted(rows, bracketed)] = True
    high = np.flatnonzero(last >= 0x80)
    if len(high):
        cut[high] = _high(codes, starts[high], ends[high])
        hidden[high] |= _MARKERS[last[high]]
    places = np.flatnonzero(hidden & ~cut)
    if len(places) > _FEW:
        brackets = np.bincount(np.searchsorted(rows, bracketed), minlength=len(rows))[places]
        places = places[_behind_more(codes, starts[places], ends[places], brackets)]
    for place in places.tolist():
        cut[place] = _cut_before_marker(_near(flat, rows[place]))
    chosen: Places = rows[cut]
    return chosen


def _behind_more(
    codes: NDArray[np.uint16], starts: Places, ends: Places, brackets: Places
) -> NDArray[np.bool_]:
    """Of texts that may end in a marker, those with more before it than what begins no character and ends no link's words.

    Args:
        codes: the characters of the column.
        starts: where each text begins.
        ends: where it ends.
        brackets: how many opening brackets it has near its end; one that belongs to no marker may open one with words.
    """
    at, left, moving = ends.copy(), brackets.copy(), np.arange(len(ends))
    for _ in range(_MOST_MARKS):
        last = codes[at[moving] - 1]
        is_mark = _marks()[last] & (at[moving] - 1 > starts[moving])
        left[moving[is_mark & (last == 0x5B)]] -= 1
        moving = moving[is_mark]
        at[moving] -= 1
        if not len(moving):
            break
    last = codes[at - 1]
    found: NDArray[np.bool_] = (last == 0x3F) | _marks()[last] | (left > 0)
    high = np.flatnonzero(last >= 0x80)
    found[high] |= _high(codes, starts[high], at[high])
    return found | (at - starts < 2) | _words().last[_pair(codes[at - 2], last)]


@cache
def _marks() -> Set:
    """What markers are made of."""
    return of_characters(frozenset(_OF_MARKERS + "["))


def before_words(flat: Flat) -> Places:
    """Numbers of the texts that may end inside a character before the words of a link."""
    words, codes = _words(), flat.codes
    rows = np.flatnonzero(flat.ends - flat.starts >= 2)
    ends = flat.ends[rows]
    last = _pair(codes[ends - 2], codes[ends - 1])
    told = words.last[last]
    rows, ends, last = rows[told], ends[told], last[told]
    if not len(rows):
        return rows
    rows = rows[words.two[last] | words.three[_pair(last, codes[ends - 3])]]
    nears = [_near(flat, row) for row in rows.tolist()]
    cut = [markers.ends_in_phrase(near) and _cut_before_words(near) for near in nears]
    chosen: Places = rows[np.array(cut, dtype=bool)]
    return chosen


def _cut_before_marker(near: str) -> bool:
    bare = near.rstrip(_OF_MARKERS)
    if markers.ends_in_phrase(bare):
        return _cut_before_words(near)
    if bare and bare[-1] < "\x80" and bare[-1] != "?" and "[" not in near and "›" not in near:
        return False  # nothing that can begin a character stands before the dots
    return _ends_cut(near, bare)


def _cut_before_words(near: str) -> bool:
    body, marker = markers.split(near)
    if not marker:
        body, marker = markers.split_words(near)
    return bool(marker) and _ends_cut(body, body.rstrip(_OF_MARKERS))


def _ends_cut(text: str, bare: str) -> bool:
    """Whether a text ends in what may begin a character, which is at the end of the text without a marker's signs."""
    first = 0 if "[" in text else max(0, len(bare) - _BEGINNING)
    return _expression().search(text, first) is not None


def _near(flat: Flat, row: int) -> str:
    return flat.text[max(flat.starts[row], flat.ends[row] - _NEAR) : flat.ends[row]]


def _high(codes: NDArray[np.uint16], starts: Places, ends: Places) -> NDArray[np.bool_]:
    """Of texts that end above ASCII, which may be cut there."""
    known = _slots()
    places = ends[:, np.newaxis] - (1, 2, 3, 4)
    one, two, three, four = np.where(places >= starts[:, np.newaxis], codes[places], OTHER).T

    def begins(first: NDArray[np.uint16], before: NDArray[np.uint16]) -> NDArray[np.bool_]:
        foreign = np.where(_SAME[before], known.capitals[first], known.foreign[first])
        return known.letters[first] | foreign

    cut: NDArray[np.bool_] = begins(one, two) | _LOST[one]
    cut |= known.more[one] & (begins(two, three) | (known.more[two] & begins(three, four)))
    return cut
