"""Combining marks that stand on nothing: no text begins one behind a space, so what reads back to one was no mojibake."""

from __future__ import annotations

import re
import unicodedata

FEW = 0.1
"""Share of the characters above ASCII that may be marks astray: a long text in Hindi or Thai has one where its author typed a space."""
OTHERS = 3
"""Other characters above ASCII beside which one may be, whatever its share: a text copied from a PDF has `l ́école`."""

_ALONE = re.compile(r"[^\x00-\x7f](?<!\S.)")  # a search skips to what is above ASCII
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))


def astray(text: str, whole: bool = False) -> bool:
    """Whether a reading has combining marks at its start or behind spaces: `here ßÀÀ` would end in U+1DF7.

    Behind a sign they may be drawn on purpose: a face is made of them. In a `whole` one every character above ASCII was read
    back, and bears witness.
    """
    marks = sum(map(_is_mark, _ALONE.findall(text)))
    above = len(text) - len(text.encode("ascii", "ignore"))
    return marks > max(FEW * above, int(whole and above - marks >= OTHERS))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" and character not in _SELECTORS
