"""What a combining mark composes with and what a joiner joins, so that the look passes over those that do as they should.

Clean text of India and Persia is full of both: every fourth Hindi heading has a nukta that nothing composes with, every
second Persian one a ZWNJ between letters.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from pipelines.repair.tidying.tidy import SHAPELESS, takes_joiner

_COMPOSED = ((0xC0, 0x1112), (0x1E00, 0x2000), (0x3040, 0x3100))
"""Where characters lie that may also be written as a letter and a mark."""
_JOINED = (0x600, 0xE00)
"""Where the letters lie that joiners stand between most: of Arabic and its kin, of India and Ceylon."""

Codes = frozenset[int]


@cache
def composing() -> tuple[Codes, Codes]:
    """The code points that a mark is composed with, be they composed themselves, and of the marks that are."""
    letters, marks = set(), set()
    composed = "".join(chr(code) for span in _COMPOSED for code in range(*span))
    in_parts = unicodedata.normalize("NFD", "\0".join(composed)).split("\0")
    for code in [ord(one) for one, parts in zip(composed, in_parts, strict=True) if parts != one]:
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            one, other = (int(part, 16) for part in parts)
            if len(unicodedata.normalize("NFC", chr(one) + chr(other))) == 1:
                letters |= {code, one}
                marks.add(other)
    return frozenset(letters), frozenset(marks)


@cache
def joining() -> tuple[Codes, Codes]:
    """The code points behind which a joiner stays whatever follows, and those before which it stays whatever precedes."""
    before = frozenset(code for code in range(*_JOINED) if takes_joiner(chr(code)))
    behind = frozenset(code for code in before if unicodedata.category(chr(code)) not in SHAPELESS)
    return behind, before
