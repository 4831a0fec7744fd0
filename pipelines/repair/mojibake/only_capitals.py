"""Words in capitals whose letters look like bytes read wrong: in Inari Saami `OHTSÂŠKODE` is a word, `VUOTÂ` ends one, and `Â` is one in Welsh."""

from __future__ import annotations

import re

from pipelines.repair.mojibake import layers

CAPITALS = 4
"""Capitals for each small letter that make a text one in capitals."""
_SMALL = bytes(range(0x61, 0x7B))
_CONTROL = re.compile("(?<=[A-Z])[\x80-\x9f]")  # a quote of Windows-1252, which another step reads
_CAPITAL = re.compile(rf"Â(?=[{''.join(filter(str.isupper, map(chr, range(0xC0, 0x250))))}A-Z\s]|\Z)")
_UNIT = re.compile(r"(?<![^\W\d_])Å[²³](?![^\W\d_])")


def only_in_capitals(text: str) -> bool:
    """Whether all that is bad about a text is `Â` before capitals and gaps, in a text of capitals.

    `ÂŠ` would be read back to a control character. `ÃŠTRE` is bad.
    """
    plain = text.encode("ascii", "ignore")
    small = len(plain) - len(plain.translate(None, _SMALL))
    if small * CAPITALS > len(text) - small or layers.is_bad(_CONTROL.sub("", _CAPITAL.sub("A", text))):
        return False
    return sum(map(str.islower, text)) * CAPITALS <= sum(map(str.isupper, text))


def is_a_unit(text: str) -> bool:
    """Whether all that is bad about a text is `Å²` or `Å³` apart from any word: square and cubic ångström, no `Ų`, which no word is."""
    return "Å" in text and _UNIT.search(text) is not None and not layers.is_bad(_UNIT.sub("A", text))


def is_a_word(text: str) -> bool:
    """Whether all that is bad about a text is the word `Â`, which Welsh, Sicilian and Romansh titles and sentences have.

    It stands between words that begin in capitals (`Peidiwch Â Phoeni`), or begins a sentence before a small letter. A
    no-break space beside a gap, which `Â` may have been, is lost on a reader.
    """
    words = text.split(" ")
    places = [at for at, word in enumerate(words) if word == "Â"]
    if not places or not all(_is_between(words, at) for at in places):
        return False
    return not layers.is_bad(" ".join("A" if word == "Â" else word for word in words))


def _is_between(words: list[str], at: int) -> bool:
    after = words[at + 1][:1] if at + 1 < len(words) else ""
    if at == 0:
        return after.islower()
    return after.isupper() and words[at - 1].lstrip("'’\"“«(")[:1].isupper()
