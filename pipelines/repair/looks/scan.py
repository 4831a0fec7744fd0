r"""One look at every byte of a column: where something stands that a step of the ladder could be called for.

A regular expression over a column costs milliseconds before its first text, because Arrow compiles it at every call and
its automaton starts empty; a column of two thousand texts costs less than that here. Only bytes that begin a
character above ASCII, and a few below, are looked at (`juxtapositions` says what for), all of them at once.
A text's kinds depend on the text alone: what meets across the end of a text does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from pipelines.repair.columns.flat import Flat, Places
from pipelines.repair.looks.juxtapositions import (
    LONE,
    LONE_ASCII,
    OTHER,
    glimpse,
    tables,
)
from pipelines.repair.marks import MARK_BASE

BLOCK = 1 << 18
"""Bytes looked at together: as much as a core's own cache holds. Four times as many cost a third more."""
BRACKETED = 180
"""Bytes that a bracket may stand before the end of a text to open its marker."""
_SAMPLED = 64  # of so many bytes one is asked how much of a block is Greek or Cyrillic
_PIECE, _AHEAD = 1 << 16, 3  # bytes whose leads are told together, and those behind one that tell
_MARGIN = 64
"""Bytes around a block that are looked at for its own characters' sake: the longest entity has 34, and of a character above
ASCII one before and three from it on are asked for, of 4 bytes each."""
_ENTITY = re.compile(
    rb"&[#A-Za-z][0-9A-Za-z]{1,31};|&(?:#[0-9]{2,6}|#[Xx][0-9A-Fa-f]{1,5}|[A-Za-z]{3,8})(?=[^0-9A-Za-z=])"
    rb"|&[A-Za-z]{1,2}(?:acute|grave|circ|tilde|uml|cedil|ring|slash|lig)"
)
_BREAK = re.compile(rb"<[Bb][Rr]")
_SIZES = np.array([1] * 0xC0 + [2] * 0x20 + [3] * 0x10 + [4] * 0x10, dtype=np.int64)
_OWN = np.array(
    [*range(0xC0), *range(0, 0x800, 0x40), *range(0, 0x10000, 0x1000), *[0] * 0x10], dtype=np.int64
)
"""By a first byte, its own part of the code point."""
_INNER = np.array([0] * 0xC0 + [1] * 0x20 + [0x40] * 0x10 + [0] * 0x10, dtype=np.int64)
"""By a first byte, what the bits of the second are worth; those of a third are worth a 64th."""


def found(flat: Flat, size: int = BLOCK) -> Iterator[tuple[str, Places]]:
    """Kinds of damage, each with numbers of texts that may have it; a number may come twice.

    Args:
        flat: the column.
        size: bytes looked at together; what is found does not depend on it.
    """
    for start in range(0, len(flat.data), size):
        stop = min(len(flat.data), start + size)
        raw = _padded(flat.data, start - _MARGIN, stop + _MARGIN)
        block, starts = np.frombuffer(raw, dtype=np.uint8), flat.starts - (start - _MARGIN)
        for kind, places in _below(block, raw):
            if len(places):
                rows = np.searchsorted(starts, places, side="right") - 1
                if kind == "bracket":
                    rows = rows[(rows >= 0) & (flat.ends[rows] - (start - _MARGIN) - places < BRACKETED)]
                yield kind, rows[rows >= 0]
        yield from _above(block, raw, starts)


def _padded(data: NDArray[np.uint8], start: int, stop: int) -> bytes:
    inner = data[max(start, 0) : stop].tobytes()
    return b" " * max(-start, 0) + inner + b" " * (stop - max(start, 0) - len(inner))


def _below(block: NDArray[np.uint8], raw: bytes) -> Iterator[tuple[str, Places]]:
    """What is written in ASCII: entities, line-break tags, controls, a question mark between letters."""
    for opening, whole in ((b"&", _ENTITY), (b"<", _BREAK)):
        places = [at for at in _all(opening, raw) if whole.match(raw, at)]
        yield "markup", np.array(places, dtype=np.int64)
    if b"[" in raw:
        yield "bracket", np.flatnonzero(block == 0x5B)
    asks = np.flatnonzero(block[1:-1] == 0x3F) + 1
    before, after = block[asks - 1], block[asks + 1]
    yield "loss", asks[(((after - 0x61) < 26) | (after >= 0xC2)) & (_letters(before) | (before >= 0x80))]
    if block.min() < 0x20 or b"\x7f" in raw:
        controls = np.flatnonzero((block < 0x20) | (block == 0x7F))
        sign = block[controls]
        yield "controls", controls[((sign - 9) >= 2) & (sign != 12) & (sign != 13)]


def _all(sign: bytes, raw: bytes) -> Iterator[int]:
    at = raw.find(sign)
    while at >= 0:
        yield at
        at = raw.find(sign, at + 1)


def _letters(block: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return ((block | 0x20) - 0x61) < 26


def _above(block: NDArray[np.uint8], raw: bytes, starts: Places) -> Iterator[tuple[str, Places]]:
    """What stands above ASCII, and beside what: first by two bytes of a character and its next, then by the whole."""
    foreign = (block - 0xCE) < 7
    if foreign.any():
        more = (block[:-3] == 0xE1) & ((block[1:-2] & 0xFC) == 0xB8)  # Latin letters of Vietnamese
        latin = _letters(block[:-1])
        latin[2:] |= more
        mixed = np.flatnonzero(foreign[1:] & latin) + 1
        rows = np.searchsorted(starts, mixed, side="right") - 1
        yield "mojibake", rows
        yield "lookalikes", rows[block[mixed] >= 0xD0]
    places = _telling(block, raw)
    lead = block[places]
    near = glimpse()
    met = near.first[two_bytes(block, places)] & near.second[two_bytes(block, places + _SIZES[lead])]
    some = np.flatnonzero(met != 0)  # a third of what numbers take
    if len(some):
        places, met = _held(block, places[some], met[some])
        if len(places):
            yield from _kinds(np.searchsorted(starts, places, side="right") - 1, met)


def _kinds(rows: Places, met: NDArray[np.uint64]) -> Iterator[tuple[str, Places]]:
    first = np.flatnonzero(np.diff(rows, prepend=-1) != 0)
    rows, met = rows[first], np.bitwise_or.reduceat(met, first)
    some = np.bitwise_or.reduce(met)
    for kind, bits in tables().bits.items():
        if some & bits:
            yield kind, rows[met & bits != 0]


def two_bytes(block: NDArray[np.uint8], places: Places) -> NDArray[np.uint16]:
    """The bytes at some places and behind them, two as one number."""
    first: NDArray[np.uint16] = block[places].astype(np.uint16)
    np.left_shift(first, 8, out=first)
    return np.bitwise_or(first, block[places + 1], out=first)


def _telling(block: NDArray[np.uint8], raw: bytes) -> Places:
    """Where characters begin that may meet a condition, a piece after the other: large arrays cost more to get than to fill."""
    kana = b"\xe3\x82" in raw
    sample = block[::_SAMPLED]
    lettered = bool(np.count_nonzero((sample - 0xCE) < 4) * _SAMPLED > len(sample))
    stop = len(block) - _MARGIN  # what stands before and behind belongs to other blocks, or is padding
    found = [
        start + _telling_in(block[start : min(start + _PIECE, stop) + _AHEAD], kana, lettered)
        for start in range(_MARGIN, stop, _PIECE)
    ]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def _telling_in(piece: NDArray[np.uint8], kana: bool, lettered: bool) -> Places:
    """The places of a piece, its last `_AHEAD` bytes but to look at.

    Passed over is what clean text is full of and no condition begins with: Latin letters and typographic signs before
    ASCII, Greek and Cyrillic letters before one more of them, Latin letters of Vietnamese, kana, ideographs, Hangul.

    Args:
        piece: bytes.
        kana: whether there may be kana: they have two combining marks.
        lettered: whether Greek or Cyrillic letters are too many to ask one by one.
    """
    one, two, three, four = piece[:-3], piece[1:-2], piece[2:-1], piece[3:]
    leads = ((one - 0xC2) < 0x21) | (one >= 0xEE)
    if kana:
        leads |= (one == 0xE3) & (two == 0x82) & ((three - 0x99) < 2)
    if lettered:
        high, lead = piece[1:] >= 0x90, piece[:-1]
        plain = (((lead == 0xCE) | (lead == 0xD0)) & high) | (((lead == 0xCF) | (lead == 0xD1)) & ~high)
        leads &= ~(plain[:-2] & plain[2:])
    leads &= ~(((one - 0xC3) < 9) & (three < 0x80) & ((two & 0xEE) != 0x82))  # but Â, Ã, Œ, œ and their like
    leads &= ~((one == 0xE2) & (two == 0x80) & ((three - 0x90) < 0x17) & (four < 0x80))
    leads &= ~((one == 0xE1) & ((two - 0xB8) < 4))
    return np.flatnonzero(leads)


def _held(
    block: NDArray[np.uint8], places: Places, met: NDArray[np.uint64]
) -> tuple[Places, NDArray[np.uint64]]:
    """The characters that meet conditions whole, beside whole neighbours, and which; each place asks those that are left."""
    table = tables()
    slots, sizes = slots_at(block, places)
    places, met, sizes = _left(places, met & table.first[slots], sizes)
    nexts, more = slots_at(block, places + sizes)
    places, met, sizes = _left(places, met & table.second[nexts], sizes + more)
    if not len(places):
        return places, met
    places, met, _ = _left(places, met & table.third[slots_at(block, places + sizes)[0]], sizes)
    places, met, _ = _left(places, met & table.before[slots_before(block, places)[0]], places)
    return places, met


def _left(
    places: Places, met: NDArray[np.uint64], sizes: Places
) -> tuple[Places, NDArray[np.uint64], Places]:
    """Those places that still meet a condition."""
    left = np.flatnonzero(met != 0)
    return places[left], met[left], sizes[left]


def slots_at(block: NDArray[np.uint8], places: Places) -> tuple[Places, Places]:
    """The slots of the characters that begin at some places, and their sizes in bytes."""
    lead = block[places]
    inner = _INNER[lead]
    slots = _OWN[lead] + (block.take(places + 1, mode="clip") & 0x3F) * inner
    # 1 where the third byte is a character's, too
    slots += (block.take(places + 2, mode="clip") & 0x3F) * (inner >> 6)
    if lead.max(initial=0) >= 0xF0:
        four = np.flatnonzero(lead >= 0xF0)
        slots[four] = _astral(block, places[four])
    return slots, _SIZES[lead]


def _astral(block: NDArray[np.uint8], places: Places) -> Places:
    code = np.zeros(len(places), dtype=np.int64)
    for ahead, mask in enumerate((0x07, 0x3F, 0x3F, 0x3F)):
        code = (code << 6) | (block[places + ahead] & mask)
    byte = code - MARK_BASE
    return np.where((byte < 0) | (byte > 0xFF), OTHER, np.where(byte >= 0x80, LONE, LONE_ASCII))


def slots_before(block: NDArray[np.uint8], places: Places) -> tuple[Places, Places]:
    """The slots of the characters that end before some places, and where they begin; a place needs 4 bytes before it."""
    starts = places - 1
    for _ in range(3):
        starts -= (block[starts] & 0xC0) == 0x80
    return slots_at(block, starts)[0], starts
