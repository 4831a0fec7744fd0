"""Misread texts of which nothing is asked before they are read back: nobody changed them since, and they do not speak of mojibake.

Each of those questions (`spoken_of`, `straightened`, `selectors`, `cased`) is settled by a few characters that nearly every misread
text shows. They are looked for in all texts together; only what they leave open is asked of a text by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from pipelines.repair.columns.flat import Flat
from pipelines.repair.encodings.readings import WHOLE, byte_of
from pipelines.repair.mojibake.cased import HIGH_CAPITALS, may_be_cased
from pipelines.repair.mojibake.spoken_of import CODEC, speaks_of_it

_SMALL, _CAPITAL, _HIGH_SMALL, _CASED = 1, 2, 4, 8
"""A small letter of ASCII beside the bytes; of the bytes a capital that `cased` looks for, a small letter, and one of two cases."""
_MISREAD, _IN_WORD, _CHANGED = 16, 32, 64
"""Two bytes of one character; such two by themselves behind a letter, as no quoted ones stand; a dash that has a straight quote
or a picture that has its selector."""
_NEXT = 128
"""Of a character above ASCII alone: that it is a byte inside another one, in the codec of `spoken_of`."""


def are_ordinary(texts: Sequence[str]) -> list[bool]:
    """For each of some texts above ASCII whether it was misread, if at all, and no more than that."""
    flags = _flags(Flat.of_texts(texts))
    both_cases = flags & (_CAPITAL | _SMALL) == _CAPITAL | _SMALL
    both_cases |= flags & (_CAPITAL | _HIGH_SMALL) == _CAPITAL | _HIGH_SMALL
    # bytes that nothing becomes in small letters were not changed
    cased = ~(both_cases | (flags & (_CASED | _SMALL) == _SMALL))
    spoken = flags & (_MISREAD | _IN_WORD) == _MISREAD
    changed = flags & _CHANGED != 0
    found = (~changed).tolist()
    for at in np.flatnonzero(cased & ~changed).tolist():
        found[at] = not may_be_cased(texts[at])
    for at in np.flatnonzero(spoken & ~changed).tolist():
        found[at] = found[at] and not speaks_of_it(texts[at])
    return [one and not text.istitle() for one, text in zip(found, texts, strict=True)]


def _flags(flat: Flat) -> NDArray[np.uint8]:
    """For each text what its characters above ASCII and those beside them show, a bit each."""
    codes, table = flat.codes, _bytes()
    places = np.flatnonzero(codes > 0x7F)
    here, before, after, behind = codes[places], codes[places - 1], codes[places + 1], codes[places + 2]
    shown = table.take(here)
    shown[(shown & _MISREAD != 0) & (table.take(after) & _NEXT == 0)] &= ~np.uint8(_MISREAD)
    shown |= (((before - 0x61) < 26) | ((after - 0x61) < 26)) * np.uint8(_SMALL)
    alone = ((here - 0xC2) < 0x1E) & ((after - 0xA0) < 0x20) & ((behind - 0x21) < 0x5E)
    shown |= (alone & (((before | 0x20) - 0x61) < 26)) * np.uint8(_IN_WORD)
    straight = ((here == 0x20AC) | (here == 0x402)) & (after == 0x22)
    shown |= (straight | ((here == 0xEF) & (after == 0xB8))) * np.uint8(_CHANGED)
    firsts = np.searchsorted(places, flat.starts)
    flags = np.zeros(len(firsts), dtype=np.uint8)
    some = np.flatnonzero(np.diff(firsts, append=len(places)))
    flags[some] = np.bitwise_or.reduceat(shown, firsts[some])
    return flags


@cache
def _bytes() -> NDArray[np.uint8]:
    """By code point what a character above ASCII is, where any codec shows it for a byte; `_MISREAD` for a first one."""
    found = np.zeros(1 << 16, dtype=np.uint8)
    for shown in set().union(*map(byte_of, WHOLE), map(chr, range(0x80, 0x500))):
        small, capital = shown.lower(), shown.upper()
        found[ord(shown)] |= _CAPITAL * bool(HIGH_CAPITALS.match(shown)) | _HIGH_SMALL * (capital != shown)
        if small != shown:
            found[list(map(ord, {shown, *small}))] |= _CASED
    for shown, byte in byte_of(CODEC).items():
        found[ord(shown)] |= _NEXT if byte < 0xC0 else _MISREAD
    return found
