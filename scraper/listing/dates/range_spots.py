"""A date of two days is one date: `Sat 14 and Sun 15 March 2026` begins at 14, `March 1 and 2, 2026` ends at the year.

Which day it means is the reader's business (`pipelines.dates.ranges.first_days`), but it can only tell from the whole of it: of
`2 October 2026 – 14 March 2027` beside `until 30 May 2027` the last days would be those that all entries have. The words
between the two days are the reader's own table. A comma joins days of a longer list only: `Room 12, 15 March`. A number that
a word has is no day, nor is the end of a longer number: `Bulletin 2 - 28/09/2026`, `n°2 / 28 septembre 2026`,
`2.9.3 – 20 November 2026`.
"""

from __future__ import annotations

import re

from pipelines.counting_words import COUNTING
from pipelines.range_joiners import JOINERS, MARKS
from scraper.listing.words.date_words import days, months, openers

Spot = tuple[int, int, int]

REACH = 44
"""Characters before a date that are looked at: "donnerstag, den 12., bis einschließlich sonntag, den"."""
APART_MAX = 80
"""Characters between two dates that may be one range: white space, the longest phrase that joins, and two words beside a day."""
SHORT_MAX = 3
"""Letters of an article or a preposition before the second day: "den", "zum", "the"."""
_GAP = r"\s{0,3}"
"""White space between the parts of a range, as between those of a date: what stands farther away is something else."""
_PHRASES = sorted({phrase for row in JOINERS.values() for phrase in row.split("|")}, key=len, reverse=True)
_WORDS = "|".join(re.escape(phrase).replace(r"\ ", _GAP) for phrase in _PHRASES)
_JOIN = rf"(?:(?<!\w)(?:{_WORDS})(?!\w)|[-–—/{re.escape(MARKS)}])"
JOIN = re.compile(_JOIN, re.IGNORECASE)
"""What joins the days of a range, as a word or a mark."""
_BESIDE = r"(?P<beside>(?:\s{0,3}[^\W\d_]{1,14}[.,]?){0,2})\s{0,3}"
_ORDINAL = r"(?:\.|er|st|nd|rd|th|[ºª°])?"
_FIRST = re.compile(
    rf"(?<![\w.,:/-])(?:\d{{1,2}}{_ORDINAL},\s)*\d{{1,2}}{_ORDINAL}"
    rf"(?:\s?[(\[]?(?P<own>[^\W\d_]{{1,12}})\.?[)\]]?)??{_GAP}{_JOIN}{_BESIDE}\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"{_GAP}{_JOIN}{_BESIDE}\Z", re.IGNORECASE)
_LAST = re.compile(rf"{_GAP}{_JOIN}{_BESIDE}\d{{1,2}}{_ORDINAL},?\s{{1,3}}\d{{4}}(?!\d)", re.IGNORECASE)
_LETTERS, _DIGIT = re.compile(r"[^\W\d_]+"), re.compile(r"\d")
WORD_MAX = 24
"""Characters of the word before a number, with its point and the space between."""
_WORD_BEFORE = re.compile(r"(?:([^\W\d_]+)|[#№°º])\.?[ \u00a0]?\Z")
_YEAR = re.compile(r"\d{4}")
_NUMBER_BEFORE = re.compile(r"\d[.:]\Z")
_SAYS_DAY = re.compile(r"\d+(?:[.ºª°]|er|st|nd|rd|th|[-–]\Z)", re.IGNORECASE)


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
        near = bool(whole) and start - before[1] <= APART_MAX
        if near and _joined(_BETWEEN.fullmatch(text, before[1], start)):
            two = _are_of_a_kind(text, before, (start, end)) and not _begins_line(text, before[1], start)
            if before[2] == partial or two:
                whole[-1] = (before[0], end, max(before[2], strength))
                continue
        if near and _is_version(text, before, (start, end)):
            whole.pop()
        limit = spots[at + 1][0] if at + 1 < len(spots) else len(text)
        last = _joined(_LAST.match(text, end, limit)) if strength == partial else None
        if last:
            end, strength = last.end(), partial + 1
        first = _first_day(text, max(before[1], start - REACH), start)
        whole.append((first.start() if first else start, end, strength))
    return whole


def may_be_day(text: str, start: int, end: int) -> bool:
    """Whether a number may be the first day of a range, or is what the word before it counts.

    Args:
        text: the text.
        start: where the number begins.
        end: where the date behind it begins. A point or a letter of order behind the number, or a dash that leaves no
            space, tells a day behind any word that counts nothing.
    """
    if _NUMBER_BEFORE.search(text, max(0, start - 2), start):  # `2.9.3 – 20 November`, `10:30 – 20 November`
        return False
    before = _WORD_BEFORE.search(text, max(0, start - WORD_MAX), start)
    if before is None:
        return True
    word = (before[1] or "").casefold()
    if not word or word in COUNTING:
        return False
    return word in openers() | days() | months() or _SAYS_DAY.match(text, start, end) is not None


def _are_of_a_kind(text: str, one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether both dates or neither have their century: in `2.9.14 – 2026-11-20` the first is a version."""
    return bool(_YEAR.search(text, *one[:2])) == bool(_YEAR.search(text, *other[:2]))


def _is_version(text: str, one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether what looks like a day is the version that a whole date stands behind: `2.9.24 (2026-11-20)`."""
    if other[0] - one[1] > PARTED_MAX or not _PARTED.fullmatch(text, one[1], other[0]):
        return False
    first, year = _POINTED.fullmatch(text, *one[:2]), _YEAR.search(text, *other[:2])
    if not first or not year:
        return False
    if (int(year[0]) - int(first[1])) % 100 > 1:
        return True
    # `05.11.26 – 2026-12-20`, `5.11.26 – 20.12.2026`: written as a day, of that year or of the one before
    return not (_FILLED.match(first[0]) or _POINTED_WHOLE.fullmatch(text, *other[:2]))


_POINTED, _POINTED_WHOLE = re.compile(r"\d{1,2}\.\d{1,2}\.(\d\d)"), re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_FILLED = re.compile(r"\d\d\.\d\d\.")
PARTED_MAX = 4
_PARTED = re.compile(r"[ \xa0,:]{0,2}[(\[–—-]?[ \xa0]?")


def _begins_line(text: str, start: int, end: int) -> bool:
    """Whether what stands between two whole dates begins the second one's line: the dash of a list's item joins nothing."""
    line = text.rfind("\n", start, end)
    return line >= 0 and JOIN.search(text, line, end) is not None


def _first_day(text: str, limit: int, start: int) -> re.Match[str] | None:
    """The days that something joins to the date that starts here, down to a limit."""
    numbered = _DIGIT.search(text, limit, start)
    match = _joined(_FIRST.search(text, limit, start)) if numbered else None
    while match and not (match["own"] or may_be_day(text, match.start(), start)):
        match = _joined(_FIRST.search(text, match.start() + 1, start))
    return match


def _joined(match: re.Match[str] | None) -> re.Match[str] | None:
    """A match whose words are what stands beside a day: its weekday, its month, an article."""
    if match is None:
        return None
    said = match.groupdict()
    beside = [word.casefold() for word in _LETTERS.findall(said["beside"])]
    if said.get("own") and not _names_day(match, beside):
        return None
    return match if days().issuperset(word for word in beside if len(word) > SHORT_MAX) else None


def _names_day(match: re.Match[str], beside: list[str]) -> bool:
    """Whether the word behind the first day is its month, or its weekday where the other has one: `12 min` is a length."""
    own = match["own"].casefold()
    bracketed = match.string[match.start("own") - 1] in "(["
    return own in months() or (own in days() and (bracketed or not days().isdisjoint(beside)))
