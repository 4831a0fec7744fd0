"""Days told by two numbers: `04-28`, `28.09. 19 Uhr`, `Mo 28.09. 10:00-12:00`, `28.04. - 29.04.`, `28.–30.4.`.

Whether two numbers are a day and a month the page's others decide (`dated`). What is said here is what may stand beside them:
a weekday and an hour, which is no year (`28.09. 19` of `28.09. 19 Uhr`).
"""

from __future__ import annotations

import re

from scraper.listing.words.date_words import days

HOUR_WORD = r"(?i:uhr|hrs?|h|uur|u|[ap]\.?m|hod|godz|ч|時|时|点|點|시)(?!\w|\s?\d)"
"""Words of an hour behind its number: "19 Uhr", "7 pm"."""
_HOUR = r"(?:[01]?\d|2[0-3])"
_MINUTES = r"[:.h][0-5]\d"
_WHOLE_HOUR = rf"{_HOUR}(?:[:h][0-5]\d|(?:{_MINUTES})?\s?{HOUR_WORD}\.?)"
_HOURS = rf"(?:{_HOUR}(?:{_MINUTES}|\s?{HOUR_WORD})?\s?[–-]\s?)?{_WHOLE_HOUR}(?:\s?{HOUR_WORD})?"
_PAIR = re.compile(
    r"(?:(?P<weekday>[^\W\d_]{1,12})\.?,?\s)?(?P<since>[0-3]?\d\.\s?[–—-]\s?)?(?P<first>\d\d?)(?:\s?(?P<mark>[/.月월])\s?|(?P<hyphen>[-.]))(?P<second>\d\d?)"
    r"(?:日|(?<=\d)\.)?(?:\s?[–—-]\s?(?:(?P<other>[^\W\d_]{1,12})\.?,?\s)?(?P<last>\d\d?[/.]\s?\d\d?\.?))?"
    rf"(?:,?\s(?:[–|-]\s|[^\W\d_]{{1,4}}\.?\s)?{_HOURS})?"
)
_BRACKETS = " :()[]【】〔〕（）"
_MARKS = re.compile(r"^[–—|·•\s]+|(?:[:–—|·•\s]|(?<=\s)-)+$")
"""What parts a day from the title in its line."""


def pair(text: str) -> tuple[str, int, int] | None:
    """Separator and both numbers of a text that is two of them, at most with a weekday and an hour.

    Args:
        text: a text of its own: `04-28`, `[28/04]`, `28.04. 9:30`, `28.04. –` before a title.
    """
    found = _PAIR.fullmatch(without_marks(text).strip(_BRACKETS))
    if found is None or not days().issuperset(
        found[name].casefold() for name in ("weekday", "other") if found[name]
    ):
        return None
    if found["last"] and not _ends_range(found):
        return None
    if found["since"] and found.string[found.end("second") :][:1] != ".":  # `3. - 4.5` is a number
        return None
    first, second = int(found["first"]), int(found["second"])
    # `3-1` is how a match ended
    if found["hyphen"] == "-" and len(found["first"]) + len(found["second"]) < 4:
        return None
    possible = is_day_month(first, second) or is_day_month(second, first)
    return (found["mark"] or found["hyphen"], first, second) if possible else None


def without_marks(text: str) -> str:
    """A text without the marks at its ends that part it from the rest of its line: `28.04.` of `28.04. –`."""
    if text[:1].isalnum() and (text[-1:].isalnum() or text[-1:] == "."):  # most
        return text
    return _MARKS.sub("", text)


def _ends_range(found: re.Match[str]) -> bool:
    """Whether what a dash joins to two numbers is a day, too, written alike; `9.10 - 11.10`, without points behind, are hours."""
    first, last = found.string[found.start("first") : found.start("last")], found["last"]
    mark = found["mark"] or found["hyphen"]
    numbers = [int(number) for number in re.findall(r"\d+", last)]
    pointed = last.endswith(".") and first.count(".") > 1
    alike = mark in last and (pointed if mark == "." else not last.endswith("."))
    if not alike or not (is_day_month(*numbers) or is_day_month(*numbers[::-1])):
        return False
    return not _is_sign([int(found["first"]), int(found["second"])], numbers)


SIGN_DAYS = (27, 31)
"""Days from the first to the last of a sign of the zodiac, months counted as 30 days each."""


def _is_sign(first: list[int], last: list[int]) -> bool:
    """Whether a range is as long as a sign of the zodiac: their twelve stand in a box beside the news, `21.3. - 20.4.`."""
    if first[1] > 12 or last[1] > 12:
        first, last = first[::-1], last[::-1]
    return SIGN_DAYS[0] <= 30 * ((last[1] - first[1]) % 12) + last[0] - first[0] <= SIGN_DAYS[1]


def is_day_month(day: int, month: int) -> bool:
    """Whether two numbers can be a day and its month."""
    return 1 <= day <= 31 and 1 <= month <= 12
