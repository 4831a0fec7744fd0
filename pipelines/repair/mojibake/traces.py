"""What a broken sequence of misread UTF-8 shows of the byte that it lost: something in its place, or nothing."""

from __future__ import annotations

import re

from pipelines.repair.encodings.readings import LOST, byte_of, needs
from pipelines.repair.mojibake.lost_bytes import STRAIGHT

PLACE = re.compile(f"[ ?{LOST}\"']")
"""What stands in the place of a lost byte."""


class Traces:
    """The broken sequences of one text.

    Args:
        text: as it came.
        codec: that it went through.
    """

    def __init__(self, text: str, codec: str) -> None:
        self._text = text
        self._bytes = byte_of(codec)

    def size(self, start: int) -> int:
        """How many characters a sequence has where nothing of it is lost."""
        return needs(self._bytes[self._text[start]])

    def has_place(self, start: int) -> bool:
        """Whether something stands in the place of a broken sequence's lost byte."""
        return PLACE.search(self._text, start, start + self.size(start)) is not None

    def before_two(self, start: int) -> bool:
        """Whether two spaces end a sequence: the site leaves each of them."""
        end = start + self.size(start)
        return self._text[end - 1 : end + 1] == "  "

    def is_gone(self, start: int) -> bool | None:
        """Whether nothing stands in the place of a broken sequence's byte; None where the text ends there."""
        end = start + 1
        while 0x80 <= self._bytes.get(self._text[end : end + 1], 0) < 0xC0:
            end += 1
        follows = self._text[end : end + 1]
        if follows in STRAIGHT:
            return self.closes(end)
        return follows not in (" ", "?", LOST) if follows else None

    def closes(self, at: int) -> bool:
        """Whether a straight quote ends what another one opened."""
        quote, after = self._text[at : at + 1], self._text[at + 1 : at + 2]
        opened = re.search(f"(?<![^\\s(\\[,;:=]){quote}(?=\\S)", self._text[:at])
        return quote in STRAIGHT and not after.isalnum() and opened is not None
