"""Whether a text is a date and says little else, told without reading its dates where what follows them is none.

A list of 25,000 lines that begin with a day spent a third of its time on how much of each line is date.
"""

from __future__ import annotations

import re

from scraper.listing.dates.alone import ALONE_MAX
from scraper.listing.dates.notations import date_share
from scraper.listing.words.date_words import days

DATE_SHARE = 0.9
"""Of a text's characters; in the rest stand a place, a bracket, a word or two."""
_BEHIND_MAX = 6
"""Words and signs behind its last number that a notation may reach: ` th of جمادى الأولى`, ` p. m.`."""
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_][^\s\d,;:()|/<>\[\].–—-]*")


def is_date(text: str) -> bool:
    """Whether so much of a text is date (`date_share`): a day, its weekday, its clock and the marks between them."""
    return not _goes_on(text) and date_share(text) >= DATE_SHARE


def _goes_on(text: str) -> bool:
    """Whether words behind the last number, beyond any date's reach, are more than a date leaves beside it."""
    if len(text) <= ALONE_MAX:  # "three hours ago" has no number
        return False
    last = _DIGIT.search(text[::-1])
    behind = text[-last.start() :].split(maxsplit=_BEHIND_MAX) if last and last.start() else []
    if len(behind) <= _BEHIND_MAX:
        return False
    said = sum(len(word) for word in _WORDS.findall(behind[-1]) if word.casefold() not in days())
    return said > (1.0 - DATE_SHARE) * len(text.replace(" ", "")) + 1
