"""`Ã` before a gap in a list that writes acute accents and no others: what is gone is the soft hyphen of `í`.

UTF-8 read as Latin-1 or Windows-1252 shows `í` as `Ã` and a soft hyphen, `à` as `Ã` and a no-break space. Programs drop the
one and take the other for a space, and both leave `Ã `. Icelandic, Faroese and Irish write `í` everywhere, and never `à`; they
have no profile of letters, so the other letters of the list tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

LEAST, DISTINCT = 3, 2
"""Acute letters that a list must show beside `é`, which languages with `à` write, too, and different ones of them."""
_ACUTE = re.compile("Ã[¡³º½]")
_OTHER = re.compile("Ã[\u00a0¢£§¨ª«¬®¯±²´µ¹»\u20ac‚ƒ‡ˆŠ‹ŒŽ’”•—™›]")
"""Letters of grave accents, circumflexes, tildes, cedillas, and their capitals."""
_BEFORE_GAP = re.compile("Ã(?=[ .,;:!?)])")


def only_acutes(texts: Sequence[str]) -> bool:
    """Whether the misread letters of a list are acute, and none is of another accent that a language with `à` has."""
    found: Counter[str] = Counter()
    for text in texts:
        if _OTHER.search(text):
            return False
        found.update(_ACUTE.findall(text))
    return found.total() >= LEAST and len(found) >= DISTINCT


def acute_before_gaps(text: str) -> str:
    """A text with the soft hyphens that are gone before gaps and signs."""
    return _BEFORE_GAP.sub("Ã\u00ad", text)
