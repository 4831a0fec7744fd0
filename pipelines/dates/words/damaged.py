"""Date cells whose letters are damaged: `18 dÃ©cembre 2025`, `3 ao?t 2025`, `12 f\N{REPLACEMENT CHARACTER}vrier`.

UTF-8 read as another encoding is read back by ftfy, which leaves everything else as it is, and entities are resolved. A letter
that is gone for good becomes `LOST`, a letter that may be any other (`names.months`): most names of months are told by the rest
of theirs.
"""

from __future__ import annotations

import html
import re

import ftfy
import ftfy.bad_codecs  # registers the sloppy codecs

LOST = "\N{REPLACEMENT CHARACTER}"

# The first bytes of UTF-8 and the bytes that follow them, read as windows-1252; for `re` and for Arrow.
MISREAD = "[\N{LATIN CAPITAL LETTER A WITH CIRCUMFLEX}-\N{LATIN SMALL LETTER I WITH DIAERESIS}][\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"

_SEQUENCE = re.compile(MISREAD)
# Letters of Turkish, Polish, Czech, Hungarian: ftfy leaves one of them alone in a word, for `Ÿ` and `ž` may stand in capitals' company.
_EXTENDED = re.compile("[ÄÅ][\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ](?=[a-z])")
_GONE = re.compile(rf"(?<=[^\W\d])(?:\?|Ã\s?|{LOST}+)(?=[^\W\d])")  # inside a word: d?cembre, fÃ vrier


def mended(text: str) -> str:
    """Return a cell with its mojibake and its entities read back, and `LOST` for each letter inside a word that is gone."""
    if "&" in text:  # 18&nbsp;d&eacute;cembre
        text = html.unescape(text)
    if _SEQUENCE.search(text):
        text = _EXTENDED.sub(_read_back, ftfy.fix_encoding(text))
    return _GONE.sub(LOST, text)


def _read_back(match: re.Match[str]) -> str:
    return match.group().encode("sloppy-windows-1252").decode("utf-8")
