r"""Vietnamese words that end in a letter which is also the first byte of others: `má`, `giá`, `khoá`, `XÃ`.

`á` is what is left of `ầ`, `ế`, `ộ` and ninety more, so that letters and words alone cannot tell `má` from half of `một`.
But a Vietnamese syllable that ends so is a consonant of a closed set, `o` or nothing, and the vowel. Where these make one
the text stands; `tiá` and `nhuá` are none.
"""

from __future__ import annotations

import re

from pipelines.repair.likelihood.alphabets import NEAR

LAST = frozenset("áàãÃ")
"""Open vowels that a wrong reading also shows for a first byte."""
_SYLLABLE = re.compile(
    r"(?<!\w)(?:b|ch?|d|đ|gi?|h|kh|l|m|n|ng|nh|ph?|qu|r|s|th?|tr|v|x)?o?[áàã]\Z", re.IGNORECASE
)
"""Consonants as they are written before `a`; `k`, `gh` and `ngh` stand before other vowels only."""
_AFTER_CAPITALS = re.compile(r"([^\W\d_]{2,})\s+\w\w?\Z")


def ends_word(text: str, language: str) -> bool:
    """Whether a text ends in a whole Vietnamese syllable whose last letter may also be half a character.

    A capital counts behind a capital. `HÃ` may be half of `Hà`, unless the word before it is in capitals, too (`CẤP XÃ`).

    Args:
        text: without its marker.
        language: ISO 639-1 code or tag.
    """
    if text[-1:] not in LAST or language.split("-")[0] != "vi":
        return False
    near = text[-NEAR:]
    found = _SYLLABLE.search(near)
    if found is None or text[-1].islower():
        return found is not None
    word = found.group()
    before = _AFTER_CAPITALS.search(near)
    return word.isupper() and (len(word) > 2 or (before is not None and before.group(1).isupper()))
