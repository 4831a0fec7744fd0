"""Whether a text is a date and says little else, told without reading its dates where its words are those of no date.

A list of 25,000 lines that each hold a day spent two fifths of its time on how much of each line is date.
"""

from __future__ import annotations

import re
from functools import cache

from pipelines.counting_words import COUNTING
from pipelines.range_joiners import JOINERS
from scraper.listing.dates.from_visit import relative
from scraper.listing.dates.notations import date_share
from scraper.listing.dates.periods_alone import ALONE_MAX, period_alone
from scraper.listing.words import date_words

DATE_SHARE = 0.9
"""Of a text's characters; in the rest stand a place, a bracket, a word or two."""
PERIOD_SHARE = 0.5
# Words that a notation writes between its numbers and that no table holds are shorter, or named below.
_WORD = re.compile(r"(?<![^\W\d_])[a-zA-Z]{4,}(?![^\s\d,;:()|/<>\[\].–—-])")
BEFORE_HOUR_MAX = 4
"""Letters of any word between a day and its hour, `28.09. from 10:00`, in a text that says no more."""


def is_date(text: str, share: float = DATE_SHARE) -> bool:
    """Whether so much of a text is date (`date_share`): a day, its weekday, its clock and the marks between them, `28. 11. 2026: today`."""
    day, mark, said = text.rpartition(": ")
    if mark and relative(said):
        text = day
    return bool(relative(text)) or (not _says_more(text, share) and date_share(text) >= share)


def is_period(text: str) -> bool:
    """Whether a text is a month, a year or a day, as what divides a list or an archive is called: half of it is date."""
    return period_alone(text) or date_share(text) > PERIOD_SHARE


def _says_more(text: str, share: float) -> bool:
    """Whether the words that no date is written with are more than a date leaves beside it; "three hours ago" has been asked for."""
    least = 0 if len(text) > ALONE_MAX else BEFORE_HOUR_MAX + 1
    words = [
        word for word in _WORD.findall(text) if len(word) >= least and word.casefold() not in _of_dates()
    ]
    return sum(map(len, words)) > (1.0 - share) * len(text.replace(" ", ""))


@cache
def _of_dates() -> frozenset[str]:
    """Words that stand in or beside a date: months and weekdays, what joins two days, what counts its first number."""
    joining = (word for row in JOINERS.values() for phrase in row.split("|") for word in phrase.split())
    named = (word for name in date_words.months_of_words() for word in name.split())
    return (
        frozenset({*joining, *named, *COUNTING, "gada", "godz", "viii"})
        | date_words.months()
        | date_words.rare_months()
        | date_words.days()
        | date_words.hours()
        | date_words.openers()
    )
