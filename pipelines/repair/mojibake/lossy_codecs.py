r"""Which codec a text went through that lost bytes on its way, and which bytes that codec loses.

A codec shows `�`, a control or nothing for the bytes that it does not define. ISO-8859-7 lacks one only, so that `Ξ�` is `ή`; its
other bytes below A0 are the controls of Latin-1, as in a text that went through Latin-1 itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pipelines.repair.encodings.readings import LOST, byte_of

CODEC = "sloppy-windows-1252"
UNKNOWN_IN_TURKISH = "Žž"
"""What Windows-1254 does not define though Windows-1252 does: Hebrew read as one looks as if read as the other."""
_CONTROLS = re.compile("[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]")
"""What Latin-1 has where Windows-1252 has signs."""
OTHERS = (*(f"sloppy-windows-{number}" for number in (1250, 1251, 1253, 1254, 1257)), "sloppy-iso-8859-7")
"""Codecs whose texts lose bytes, too: by the soft hyphen of `í` (`ovÄ›Ĺ™ovĂˇnĂ`), by what they do not define (`Р?` for `И`, in
ISO-8859-7 `Ξ�` for `ή` alone)."""


@cache
def unknown_to(codec: str) -> str:
    """What a lenient decoder makes of the bytes that a codec does not define; of Latin-1, of those of Windows-1252."""
    strict = (CODEC if codec == "latin-1" else codec).removeprefix("sloppy-")
    return "".join(chr(byte) for byte in range(0x80, 0xC0) if not bytes((byte,)).decode(strict, "ignore"))


@cache
def signs_of(codec: str) -> str:
    """What a codec shows for the controls of Latin-1, those it does not define among them. Where a text shows none, all may be gone."""
    return bytes(range(0x80, 0xA0)).decode(CODEC if codec == "latin-1" else codec)


def codec_of(text: str, knows: Callable[[str], bool]) -> str:
    """The codec that a text went through: Latin-1 by its controls, Windows-1252, or the one of the others that shows most letters of the language."""
    high = {c for c in text if c > "\x7f"} - {LOST}
    able = [codec for codec in (CODEC, *OTHERS) if high <= byte_of(codec).keys()]
    if _CONTROLS.search(text) and (not able or max(high) < "\u0100"):
        return "latin-1"
    if len(able) < 2 or able[0] == CODEC:
        return able[0] if able else CODEC

    def known(codec: str) -> int:
        return sum(map(knows, text.encode(codec, "ignore").decode("utf-8", "ignore")))

    return max(able, key=known)
