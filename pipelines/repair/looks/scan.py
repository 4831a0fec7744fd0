r"""One look at every character of a column: where something stands that a step of the ladder could be called for.

A regular expression over a column costs milliseconds before its first text, because Arrow compiles it at every call and
its automaton starts empty; a column of two thousand texts costs less than that here. Only characters above ASCII, and a few
below, are looked at (`juxtapositions` says what for), all of them at once.
A text's kinds depend on the text alone: what meets across the end of a text does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from pipelines.repair.columns.flat import SEPARATOR, Flat, Places
from pipelines.repair.looks.juxtapositions import BEYOND_LATIN, classes

BLOCK = 1 << 17
"""Characters looked at together: as much as a core's own cache holds."""
BRACKETED = 64
"""Characters that a bracket may stand before the end of a text to open its marker."""
_ENTITY = re.compile(
    r"&[#A-Za-z][0-9A-Za-z]{1,31};|&(?:#[0-9]{2,6}|#[Xx][0-9A-Fa-f]{1,5}|[A-Za-z]{3,8})(?=[^0-9A-Za-z=])"
    r"|&[A-Za-z]{1,2}(?:acute|grave|circ|tilde|uml|cedil|ring|slash|lig)"
    rf"|&(?=[ .…\[\]()]{{0,8}}{SEPARATOR})|&(?:#[0-9A-Za-z]{{0,6}}|[A-Za-z]{{1,7}})(?=\W[^{SEPARATOR}]{{0,31}}{SEPARATOR}|{SEPARATOR})"
)
"""An entity, or near the end of a text what may be half of one, a marker behind it."""
_BREAK = re.compile(r"<[Bb][Rr]")


def found(flat: Flat, size: int = BLOCK) -> Iterator[tuple[str, Places]]:
    """Kinds of damage, each with numbers of texts that may have it; a number may come twice.

    Args:
        flat: the column.
        size: characters looked at together; what is found does not depend on it.
    """
    for kind, places in _below(flat):
        if len(places):
            rows = flat.rows(places)
            yield kind, rows[flat.ends[rows] - places <= BRACKETED] if kind == "bracket" else rows
    last = flat.ends[-1] if len(flat.ends) else 0
    for start in range(0, last, size):
        yield from _above(flat, start, min(last, start + size))


def _below(flat: Flat) -> Iterator[tuple[str, Places]]:
    """What is written in ASCII: entities, line-break tags, controls, a question mark between letters."""
    text, codes = flat.text, flat.codes
    for opening, whole in (("&", _ENTITY), ("<", _BREAK)):
        places = [at for at in _all(opening, text) if whole.match(text, at)]
        yield "markup", np.array(places, dtype=np.int64)
    if "[" in text:
        yield "bracket", np.flatnonzero(codes == 0x5B)
    asks = np.flatnonzero(codes == 0x3F)
    before, after = codes[asks - 1], codes[asks + 1]  # before the first character stands the last separator
    yield "loss", asks[(((after - 0x61) < 26) | (after >= 0x80)) & (_letters(before) | (before >= 0x80))]
    if codes.min() < 0x20 or "\x7f" in text:
        controls = np.flatnonzero((codes < 0x20) | (codes == 0x7F))
        sign = codes[controls]
        yield "controls", controls[((sign - 9) >= 2) & (sign != 12) & (sign != 13)]


def holds_markup(text: str) -> bool:
    """Whether a text holds an entity or a line-break tag."""
    return ("&" in text and _ENTITY.search(text) is not None) or (
        "<" in text and _BREAK.search(text) is not None
    )


def _all(sign: str, text: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def _letters(codes: NDArray[np.uint16]) -> NDArray[np.bool_]:
    return ((codes | 0x20) - 0x61) < 26


def _above(flat: Flat, start: int, stop: int) -> Iterator[tuple[str, Places]]:
    """What stands above ASCII, and beside what: first by the classes of a character and its next, then of all four."""
    codes = flat.codes
    first = max(start, 1)  # before the first of all stands nothing
    low, high = BEYOND_LATIN
    foreign = (codes[first:stop] - low) <= high - low
    if foreign.any():
        before = codes[first - 1 : stop - 1]
        mixed = np.flatnonzero(foreign & (_letters(before) | ((before - 0x1E00) < 0x100))) + first
        rows = flat.rows(mixed)
        yield "mojibake", rows
        yield "lookalikes", rows[codes[mixed] >= 0x400]
    told = classes()
    places = np.flatnonzero(codes[start:stop] > 0x7F) + start
    pairs = told.first.take(codes[places]) + told.second.take(codes[places + 1])
    telling = told.telling.take(pairs)
    if not telling.any():
        return
    for word, bits in enumerate(told.bits):
        met = np.flatnonzero(telling & np.uint8(1 << word))
        some = places[met]
        conditions = told.of_pair[word].take(pairs[met])
        conditions &= told.of_third[word].take(told.third.take(codes[some + 2]))
        conditions &= told.of_before[word].take(told.before.take(codes[some - 1]))
        left = np.flatnonzero(conditions)
        if len(left):
            yield from _kinds(flat.rows(some[left]), conditions[left], bits)


def _kinds(rows: Places, met: NDArray[np.uint64], bits: dict[str, np.uint64]) -> Iterator[tuple[str, Places]]:
    first = np.flatnonzero(np.diff(rows, prepend=-1) != 0)
    rows, met = rows[first], np.bitwise_or.reduceat(met, first)
    some = np.bitwise_or.reduce(met)
    for kind, own in bits.items():
        if some & own:
            yield kind, rows[met & own != 0]
