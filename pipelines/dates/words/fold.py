"""One spelling per word: the form in which names of months and days are stored and looked up.

Sites write `Février`, `FEVRIER`, `févr.`, `fevr`; CLDR writes one of them. Both sides are folded the same way, so the
tables stay small and no list of spelling variants is kept. Folding drops what writers drop (case, Latin, Greek and
Cyrillic accents, Arabic vowel signs and the tatweel, nuktas, abbreviation points) and unifies letters that keyboards
mix (Persian and Arabic kaf and yeh, dotless i). Vowel signs of Indic and South-East Asian scripts are letters of the word
and stay.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROP = dict.fromkeys(
    [
        *range(0x0300, 0x0370),  # combining accents
        *range(0x064B, 0x0656),  # Arabic vowel signs, hamza above and below
        0x0670, 0x0640,  # superscript alef, tatweel
        *range(0x0591, 0x05C8),  # Hebrew points
        0x093C, 0x09BC, 0x0A3C, 0x0ABC,  # nuktas
        0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF,  # soft hyphen, zero-width characters
        *map(ord, ".'’ʼʻ`´·॰׳"),
    ]
)  # fmt: skip
_UNIFY = {
    ord("ı"): "i", ord("ł"): "l", ord("đ"): "d", ord("ø"): "o", ord("æ"): "ae", ord("œ"): "oe", ord("ð"): "d",
    ord("þ"): "th", ord("ی"): "ي", ord("ى"): "ي", ord("ک"): "ك", ord("ە"): "ه", ord("ھ"): "ه", ord("ғ"): "г",
    ord("ə"): "e", ord("ൺ"): "ണ്", ord("ൻ"): "ന്", ord("ർ"): "ര്", ord("ൽ"): "ല്", ord("ൾ"): "ള്",  # one sign or two: ജൂൺ
}  # fmt: skip
# A nasal with virama before a consonant and an anusvara are two spellings of one sound: दिसम्बर, दिसंबर.
_NASAL = re.compile("[ङञणनम]\N{DEVANAGARI SIGN VIRAMA}(?=[क-ह])")


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """Return the form of a word under which the tables keep it; an empty string where nothing is left."""
    folded = unicodedata.normalize("NFKD", word.casefold()).translate(_DROP).translate(_UNIFY)
    return _NASAL.sub("\N{DEVANAGARI SIGN ANUSVARA}", unicodedata.normalize("NFC", folded)).strip()
