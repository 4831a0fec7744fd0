"""Words in capitals whose letters look like bytes read wrong: in Inari Saami `OHTSÂŠKODE` is a word, and `VUOTÂ` ends one."""

from __future__ import annotations

import re

from pipelines.repair.mojibake import layers

CAPITALS = 4
"""Capitals for each small letter that make a text one in capitals."""
_SMALL = bytes(range(0x61, 0x7B))
_CONTROL = re.compile("(?<=[A-Z])[\x80-\x9f]")  # a quote of Windows-1252, which another step reads
_CAPITAL = re.compile(rf"Â(?=[{''.join(filter(str.isupper, map(chr, range(0xC0, 0x250))))}A-Z\s]|\Z)")


def only_in_capitals(text: str) -> bool:
    """Whether all that is bad about a text is `Â` before capitals and gaps, in a text of capitals.

    `ÂŠ` would be read back to a control character. `ÃŠTRE` is bad.
    """
    plain = text.encode("ascii", "ignore")
    small = len(plain) - len(plain.translate(None, _SMALL))
    if small * CAPITALS > len(text) - small or sum(map(str.islower, text)) * CAPITALS > sum(
        map(str.isupper, text)
    ):
        return False
    return not layers.is_bad(_CONTROL.sub("", _CAPITAL.sub("A", text)))
