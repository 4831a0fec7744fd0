"""A date of two days is one date: `Sat 14 and Sun 15 March 2026` begins at 14, `March 1 and 2, 2026` ends at the year.

Which day it means is the reader's business (`pipelines.dates.ranges`), but it can only tell from the whole of it. The words
between the two days are the reader's own table. A comma joins days of a longer list only: `Room 12, 15 March`.
"""

from __future__ import annotations

import re

from pipelines.joining import JOINERS, MARKS
from scraper.listing.date_words import days, months

Spot = tuple[int, int, int]

REACH = 44
"""Characters before a date that are looked at: "donnerstag, den 12., bis einschließlich sonntag, den"."""
SHORT_MAX = 3
"""Letters of an article or a preposition before the second day: "den", "zum", "the"."""
_PHRASES = sorted({phrase for row in JOINERS.values() for phrase in row.split("|")}, key=len, reverse=True)
_WORDS = "|".join(re.escape(phrase).replace(r"\ ", r"\s*") for phrase in _PHRASES)
_JOIN = rf"(?:(?<!\w)(?:{_WORDS})(?!\w)|[-–—/{re.escape(MARKS)}])"
_BESIDE = r"(?P<beside>(?:\s*[^\W\d_]{1,14}[.,]?){0,2})\s*"
_ORDINAL = r"(?:\.|er|st|nd|rd|th|[ºª°])?"
_FIRST = re.compile(
    rf"(?<![\w.,:/-])(?:\d{{1,2}}{_ORDINAL},\s)*\d{{1,2}}{_ORDINAL}"
    rf"(?:\s?[(\[]?(?P<own>[^\W\d_]{{1,12}})\.?[)\]]?)??\s*{_JOIN}{_BESIDE}\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\s*{_JOIN}{_BESIDE}\Z", re.IGNORECASE)
_LAST = re.compile(rf"\s*{_JOIN}{_BESIDE}\d{{1,2}}{_ORDINAL},?\s+\d{{4}}(?!\d)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")


def whole_ranges(text: str, spots: list[Spot], partial: int) -> list[Spot]:
    """Return the dates of a text with both days of each range in one spot.

    Args:
        text: the text.
        spots: `(start, end, strength)`, in order.
        partial: the strength of a date without its year; a whole date has one more.
    """
    whole: list[Spot] = []
    for at, (start, end, strength) in enumerate(spots):
        before = whole[-1] if whole else (0, 0, 0)
        if before[2] == partial and _joined(_BETWEEN.fullmatch(text, before[1], start)):
            whole[-1] = (before[0], end, max(before[2], strength))
            continue
        limit = spots[at + 1][0] if at + 1 < len(spots) else len(text)
        last = _joined(_LAST.match(text, end, limit)) if strength == partial else None
        if last:
            end, strength = last.end(), partial + 1
        first = _joined(_FIRST.search(text, max(before[1], start - REACH), start)) if start else None
        whole.append((first.start() if first else start, end, strength))
    return whole


def _joined(match: re.Match[str] | None) -> re.Match[str] | None:
    """A match whose words are what stands beside a day: its weekday, its month, an article."""
    if match is None:
        return None
    said = match.groupdict()
    named = {said["own"].casefold()} if said.get("own") else set()
    beside = [word.casefold() for word in _LETTERS.findall(said["beside"]) if len(word) > SHORT_MAX]
    return match if named <= days() | months() and days().issuperset(beside) else None
