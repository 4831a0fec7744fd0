"""Combining marks that stand on nothing: no text begins one behind a space, so what reads back to one was no mojibake."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
from numpy.typing import NDArray

FEW = 0.1
"""Share of the characters above ASCII that may be marks astray: a long text in Hindi or Thai has one where its author typed a space."""
OTHERS = 3
"""Other characters above ASCII beside which one may be, whatever its share: a text copied from a PDF has `l ́école`."""

_ALONE = re.compile(r"[^\x00-\x7f](?<!\S.)")  # a search skips to what is above ASCII
_WHITE = np.array([chr(code).isspace() for code in range(0x3002)], dtype=bool)
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))


def astray(text: str, whole: bool = False) -> bool:
    """Whether a reading has combining marks at its start or behind spaces: `here ßÀÀ` would end in U+1DF7.

    Behind a sign they may be drawn on purpose: a face is made of them. In a `whole` one every character above ASCII was read
    back, and bears witness.
    """
    marks = sum(map(_is_mark, _ALONE.findall(text)))
    above = len(text) - len(text.encode("ascii", "ignore"))
    return marks > max(FEW * above, int(whole and above - marks >= OTHERS))


def may_be_astray(codes: NDArray[np.uint16]) -> bool:
    """Whether any of some texts, one behind the other as code units, has such a mark."""
    behind = np.flatnonzero(_WHITE.take(codes[:-1], mode="clip") & (codes[1:] > 0x7F)) + 1
    return any(_is_mark(chr(code)) for code in np.unique(codes[np.append(behind, 0)]).tolist())


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" and character not in _SELECTORS
