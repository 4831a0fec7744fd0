"""Dates whose day stands in a box apart from year and month: `18` over `2026-11`, `2026` over `11-18`, `Nov` `2026` `18`.

In a line two of these numbers are a count and a month. So they are a date only where each fills a line of its own, or
where the same mark stands between all three (`18 | Nov | 2026`). Whether the lines fill one box, `dated` sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scraper.listing.words.date_words import months

LINE_MAX = 14
"""Characters of a line that is a part of a date: "September", "2026年11月"."""
_EDGE = re.compile(r"\n(?=\d)")
_DAY, _YEAR, _SIGNED = r"\d\d?[.日일]?", r"(?:1[3-9]|2[0-6])\d\d", r"\d\d?\s?[月월]"
_OF_YEAR = rf"(?:{_YEAR}\s?[-/.年년]\s?\d\d?[月월]?|\d\d?\s?[-/.]\s?{_YEAR})"
_OF_MONTH = r"\d\d?\s?[-/.]\s?\d\d?\.?"
_STACK = re.compile(
    rf"(?:(?P<whole>{_DAY}\n{_OF_YEAR}|{_OF_YEAR}\n{_DAY}|{_YEAR}\n{_OF_MONTH}|{_OF_MONTH}\n{_YEAR}"
    rf"|(?P<word>[^\W\d_]+)\.?\n{_YEAR}\n{_DAY}|{_DAY}\n{_SIGNED}\n{_YEAR}年?)|{_DAY}\n{_SIGNED})(?![^\n])"
)
_ROW = re.compile(rf"\d\d?(?P<gap>[ -]){_SIGNED}(?P=gap){_YEAR}(?!\d)")
_MARKED = re.compile(
    rf"\d\d?\s?(?P<bar>[|•·])\s?(?:(?P<word>[^\W\d_]+)\.?|\d\d?[月월]?)\s?(?P=bar)\s?(?:{_YEAR}|\d\d)(?!\d|\s?(?P=bar)\s?\d)"
)
_SIGNS = re.compile(r"[月월|•·]")
_IN_ROW = re.compile(r"[\d|•·:.,/-] ?\Z")
_DIGITS = re.compile(r"\d+")


def boxed_dates(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where such a date begins and ends in a text, and whether it has a year.

    Args:
        text: texts of the page, each in a line of its own.
    """
    for edge in _EDGE.finditer(text):
        start = text.rfind("\n", 0, edge.start()) + 1
        if 0 < edge.start() - start <= LINE_MAX and (found := _STACK.match(text, start)) and _possible(found):
            yield start, found.end(), found["whole"] is not None
    for notation in (_ROW, _MARKED) if _SIGNS.search(text) else ():
        for found in notation.finditer(text):
            apart = not _IN_ROW.search(text, max(0, found.start() - 2), found.start())
            if apart and _possible(found) and not _counts_up(found[0]):
                yield found.start(), found.end(), True


def _possible(found: re.Match[str]) -> bool:
    """Whether the word is a month and the numbers can be the parts of a day."""
    word = found.groupdict().get("word")
    if word and word.casefold() not in months():
        return False
    numbers = _DIGITS.findall(found[0])
    small = [number for number in numbers if len(number) < len("2026")]
    if len(small) == len(numbers) and "bar" in found.groupdict():
        small.pop()
        if not word and len(small[1]) < len("02"):  # 1 | 2 | 26: pages
            return False
    values = sorted(map(int, small))
    return 1 <= values[0] <= (31 if word else 12) and values[-1] <= 31


def _counts_up(text: str) -> bool:
    """Whether three numbers are a row of pages: `10 | 11 | 12`."""
    numbers = list(map(int, _DIGITS.findall(text)))
    return len(numbers) > 2 and all(after - before == 1 for before, after in pairwise(numbers))
