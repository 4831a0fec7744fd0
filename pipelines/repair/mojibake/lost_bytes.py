"""What a broken sequence of misread UTF-8 may have been: the characters whose bytes are left when some are lost."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from pipelines.repair.encodings.readings import LOST, byte_of, needs
from pipelines.repair.mojibake.kept_bytes import Spaces
from pipelines.repair.mojibake.lossy_codecs import OTHERS, signs_of, unknown_to
from pipelines.repair.mojibake.unwritten import is_no_text

GAPS = "\xa0\x85"
"""What programs take for white space, the second in Latin-1 only."""
ANY_ASKED = 0.002
"""Share of the question marks that stand for each byte that Windows-1252 does define."""
NEXT_LINE = 0.02
"""Spaces in Latin-1 that were U+0085 for each that was a no-break space: fewer programs take it for white space. A tenth and ten times
as much change none of 3,000 damaged texts."""
MOST_WAYS = 64**2
"""Ways that two lost bytes may have been. Three, which only a picture loses, leave 262,144 ways, and none is told from the others."""
_PICTURES, _FIRST_OF_PICTURES = "\U0001f600\U0001f601", 0xF0
"""Two that stand for all of them: what is one of several is lost."""
STRAIGHT = {'"': "“”", "'": "‘’"}
"""Quotes that were made straight, and what they were: two bytes each (`ë"œ`, `cÅ"ur`)."""
JOINER = "\u200d"
_SHOWN = re.compile("(?<!Ã)\xad")
UNSEEN = "\xa0\xad"
"""What is left of `à` and `í` by a first wrong reading, beside `Ã`."""


class Filled(NamedTuple):
    """What a broken sequence may have been.

    Attributes:
        character: the character that it showed.
        whole: its sequence, nothing lost, and the space that became one with its last byte.
        taken: how much of the text it replaces.
        share: how often that byte is lost so.
    """

    character: str
    whole: str
    taken: int
    share: float


@cache
def sequences_of(codec: str) -> re.Pattern[str]:
    """A whole sequence, or the first byte of a broken one as a group."""
    chars = {byte: re.escape(c) for c, byte in byte_of(codec).items()}
    more = "[" + "".join(chars[byte] for byte in range(0x80, 0xC0)) + "]"
    leads: dict[int, str] = {2: "", 3: "", 4: ""}
    for byte in range(0xC2, 0xF5):
        leads[needs(byte)] += chars[byte]
    wholes = [f"[{some}]{more}{{{size - 1}}}" for size, some in leads.items()]
    return re.compile(f"{'|'.join(wholes)}|([{''.join(leads.values())}])")


@lru_cache(maxsize=512)
def characters(window: str, codec: str, gone: str, control: float, spaces: Spaces) -> tuple[Filled, ...]:
    """The characters that can have left what stands in the place of a sequence of so many bytes, some of which may be gone."""
    size = needs(byte_of(codec)[window[0]])
    found: dict[str, Filled] = {}
    if len(window) == size:
        ways = [_may_be(shown, codec, control, spaces) for shown in window]
        if math.prod(map(len, ways)) > MOST_WAYS:
            any_of = _PICTURES if byte_of(codec)[window[0]] == _FIRST_OF_PICTURES else ""
            return tuple(Filled(c, c.encode().decode(codec), size, 1.0) for c in any_of)
        for bytes_ in product(*ways):
            whole, share = "".join(c for c, _ in bytes_), math.prod(share for _, share in bytes_)
            _add(found, whole, size, share, codec)
    kept = window[: size - 1]
    if LOST not in window and "?" not in window and all(c in byte_of(codec) for c in kept):
        for at in range(1, size):
            for dropped in gone:
                _add(found, kept[:at] + dropped + kept[at:], size - 1, 1.0, codec)
    return tuple(found.values())


def unseen_of(text: str, codec: str, spaced: bool) -> str:
    """The bytes that show nothing and may be gone without a trace: soft hyphens unless a text shows them, else no-break spaces.

    Args:
        text: as it came; `í` tells nothing, which is given back before the rest (`acutes`).
        codec: that it went through.
        spaced: whether spaces stand in the place of bytes, as no-break spaces that became spaces do.
    """
    if _SHOWN.search(text) is None:
        return "\xad\xa0" if codec in OTHERS else "\xad"
    return "" if spaced or "\xa0" in text else "\xa0"


def spaced_at_end(window: str, codec: str) -> Iterator[Filled]:
    """What a text's end may have been before white space was taken off it."""
    found: dict[str, Filled] = {}
    for gap in GAPS if codec == "latin-1" else GAPS[:1]:
        _add(found, window + gap, len(window), 1.0, codec)
    yield from found.values()


def _may_be(shown: str, codec: str, control: float, spaces: Spaces) -> tuple[tuple[str, float], ...]:
    """What a character of a broken sequence was, and how often."""
    if shown == " ":
        shares = dict.fromkeys(signs_of(codec), control * spaces.control)
        shares |= dict.fromkeys(unknown_to(codec), spaces.control)
        shares |= {"\xa0": spaces.gap, "\x85": NEXT_LINE} if codec == "latin-1" else {"\xa0": spaces.gap}
        return tuple((c, share) for c, share in shares.items() if share)
    if shown in STRAIGHT:
        return tuple((quote, 1.0) for quote in STRAIGHT[shown] if quote in byte_of(codec))
    if shown not in ("?", LOST):
        return ((shown, 1.0),)
    shares = dict.fromkeys(
        (c for c, byte in byte_of(codec).items() if byte < 0xC0), ANY_ASKED if shown == "?" else 0.0
    )
    shares |= dict.fromkeys(signs_of(codec), control) if control else {}
    shares |= dict.fromkeys(unknown_to(codec), 1.0)
    return tuple((c, share) for c, share in shares.items() if share)


def _add(found: dict[str, Filled], whole: str, taken: int, share: float, codec: str) -> None:
    """Add what a whole sequence is, where it is a character that text is made of."""
    data = bytes(byte_of(codec).get(c, 0) for c in whole)
    try:
        character = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    kept = character == JOINER or character in UNSEEN
    if kept or (unicodedata.category(character)[0] in "LMNPS" and not is_no_text(character)):
        found.setdefault(whole, Filled(character, whole, taken, share))
