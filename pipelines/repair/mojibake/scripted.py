"""Fragments of mojibake in a text of another script: read back by what stands beside them, in any language and in none.

The language weighs fragments against what stands there (`mojibake.likely_fragments`), but most scripts have no profile. Their
letters need none: a Latin letter and signs right behind a letter of Devanagari, or before one, are nobody's spelling.
"""

from __future__ import annotations

import re

from pipelines.repair.encodings.pairs import sequences
from pipelines.repair.encodings.readings import PRIOR, encode
from pipelines.repair.ends.glued import of_other_script
from pipelines.repair.mojibake.mojibake import sides

_ABOVE_THE_THREE = re.compile("[\u0530-\U0010ffff]")


def has_other_script(text: str) -> bool:
    """Whether a text holds letters of a script that is neither Latin, Greek nor Cyrillic."""
    return not text.isascii() and any(map(of_other_script, set(_ABOVE_THE_THREE.findall(text))))


def script_fragments(text: str) -> str:
    """Read back the fragments that stand beside letters of another script and are characters of it (`हैà¥¤`).

    A Latin, Greek or Cyrillic letter and signs right behind a letter of Devanagari, or before one, are nobody's spelling.
    """
    high = set(text)
    for codec in PRIOR:
        leads, more = sides(codec)
        if not leads.isdisjoint(high) and not more.isdisjoint(high):
            text = _scripted(text, codec)
    return text


def _scripted(text: str, codec: str) -> str:
    done, end = "", 0
    for found in sequences(codec).finditer(text):
        done += text[end : found.start()]
        end = found.end()
        data = encode(found[0], codec) or b""
        character = data.decode("utf-8", "ignore")
        near = {done[-1:], text[end : end + 1]}
        fits_in = character and not of_other_script(found[0][0]) and found[0][0].isalpha()
        done += character if fits_in and any(_of_one_script(character, c) for c in near if c) else found[0]
    return done + text[end:]


def _of_one_script(character: str, near: str) -> bool:
    """Whether a character belongs to the script of its neighbour, or is one of the signs written with it."""
    code, other = ord(character), ord(near)
    if other >= 0x2E80:
        return code >= 0x2E80
    if other < 0x530 or 0x1C80 <= other < 0x2C00:
        return False
    return code >> 8 == other >> 8 or code in (0x964, 0x965) or 0x2010 <= code <= 0x203A
