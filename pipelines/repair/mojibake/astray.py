"""Combining marks that stand on nothing: no text begins one behind a space, so what reads back to one was no mojibake."""

from __future__ import annotations

import re
import unicodedata

FEW = 0.1
"""Share of the characters above ASCII that may be marks astray: a long text in Hindi or Thai has one where its author typed a space."""

_ALONE = re.compile(r"(?:\A|\s)([^\x00-\x7f])")
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))


def astray(text: str) -> bool:
    """Whether a reading has combining marks at its start or behind spaces: `here ßÀÀ` would end in U+1DF7.

    Behind a sign they may be drawn on purpose: a face is made of them.
    """
    marks = sum([_is_mark(found[1]) for found in _ALONE.finditer(text)])
    return marks > 0 and marks > FEW * (len(text) - len(text.encode("ascii", "ignore")))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" and character not in _SELECTORS
