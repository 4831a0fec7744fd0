"""Dates that call their parts day, month and year: `ថ្ងៃទី២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៦`, `26 เดือน พฤศจิกายน พ.ศ. 2569`, `26hb November 2026`.

The words are left out before a date is looked for, and belong to it where one is found. Each counts only beside the
number or the month that it goes with: by itself it is a word of any sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_BEFORE_NUMBER = "ថ្ងៃទី|ទី|ឆ្នាំ|ວັນທີ|ປີ|วันที่|ปี|พ\\.ศ\\.|ค\\.ศ\\.|(?<![^\\W\\d_])[iI]ka-"
_BEFORE_MONTH = "ខែ|ເດືອນ|เดือน|ng(?=\\s)"
_BEHIND_DAY = "\\s?ရက်(?:နေ့)?|hb\\b\\.?|HB\\b\\.?|শে|ই(?=\\s)|রা(?=\\s)|লা(?=\\s)|ঠা(?=\\s)|ኛ|\\sቀን"
_BEHIND_YEAR = "\\s?ခုနှစ်၊?"
_CALLED = re.compile(
    rf"(?:{_BEFORE_NUMBER})\s?(?=\d)|(?<=\d)\s?(?:{_BEFORE_MONTH})\s?(?=[^\W\d_])"
    rf"|(?<=\d)(?:{_BEHIND_DAY}|{_BEHIND_YEAR})(?!\w)|(?<=[\u1000-\u109f])လ(?=\s\d)"
)
# Written in every such date: a search for each costs less than one for the pattern.
_LATIN = (" ng ", "hb", "HB")
_SIGNS = (
    *_LATIN,
    "ទី",
    "ខែ",
    "ເດືອນ",
    "ปี",
    "พ.ศ.",
    "ค.ศ.",
    "เดือน",
    "ရက်",
    "শে",
    "ই ",
    "রা ",
    "লা ",
    "ঠা ",
    "ኛ",
    "ቀን",
)


def may_call(text: str) -> bool:
    """Whether a text holds any of those words; most texts are asked only for the Latin ones."""
    for sign in _LATIN if text.isascii() else _SIGNS:  # noqa: SIM110  # half the time of any()
        if sign in text:
            return True
    return False


class Uncalled:
    """A text without those words, and where what is found in it stands in the text."""

    def __init__(self, text: str) -> None:
        self._cuts: list[tuple[int, int]] = []
        """Where in the shorter text a word is left out, and how much longer the text is behind it."""
        parts, at, lost = [], 0, 0
        for found in _CALLED.finditer(text):
            parts += [text[at : found.start()], " "]
            lost += len(found[0]) - 1
            at = found.end()
            self._cuts.append((at - lost, lost))
        self.text = "".join((*parts, text[at:]))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the shorter text stands, with the words that are left out right before and behind it."""
        first, last = bisect_left(self._cuts, (start, 0)), bisect_right(self._cuts, (end, 0))
        if first < len(self._cuts) and self._cuts[first][0] == start:
            start -= 1
        if last < len(self._cuts) and self._cuts[last][0] == end + 1:
            end += 1
        return self._at(start), self._at(end)

    def _at(self, place: int) -> int:
        before = bisect_right(self._cuts, (place, 1 << 40))
        return place + (self._cuts[before - 1][1] if before else 0)
