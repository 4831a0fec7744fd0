"""Short texts that are an hour, a year or a period, and nothing else, in every language."""

from __future__ import annotations

import re

from scraper.listing.words import date_words

# A period of more characters is a sentence.
ALONE_MAX = 45

_HOUR, _MINUTES = r"(?:[01]?\d|2[0-3])", r"[0-5]\d"
_BEFORE = r"(?:kl|klo|kello|klokken|klokka|godz|ore|pukul|um)\.?\s"
_BEHIND = r"\s?(?:uhr|uur|hs|น)"  # of time of day only: `3:45 h` and `3:45 hrs` may be how long a walk takes
# a point alone is a day's or a price's: 9.12
_CLOCK_ALONE = re.compile(
    rf"(?:{_BEFORE})?{_HOUR}(?::|\s?h\s?){_MINUTES}(?:\s?[ap]\.?m|{_BEHIND})?"
    rf"|{_BEFORE}{_HOUR}\.{_MINUTES}(?:{_BEHIND})?|{_HOUR}\.{_MINUTES}{_BEHIND}"
    rf"|{_HOUR}\s?[时時點点시]\s?{_MINUTES}\s?[分분]"
)
_OF_DAY = re.compile(rf"{_BEFORE}|.*(?:{_BEHIND}|[时時點点시]\s?{_MINUTES}\s?[分분])")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
_PACKED_ALONE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_PERIOD_DIGITS = re.compile(r"(?:19|20)\d\d\s?[年.년/-]\s?\d\d?|\d\d?\s?[./월月-]\s?(?:19|20)\d\d(?:\s?г)?")
# links between a month and its year, and what a year is called: `2026 m. lapkritis`, `2026. gada novembris`, `2026(e)ko azaroa`
_OF = frozenset("de del of d di von i г года год год. р року m gada g ж оны сар թ թ․ e ko".split())
# Words of a month of a year, links included (`mars de 2026`): half and twice as many read the 78 captured pages alike.
PERIOD_WORDS_MAX = 3
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_][^\s\d,;:()|/<>\[\].–—-]*")
_BRACKETS = " .:()[]【】〔〕（）"


def clock_alone(text: str) -> bool:
    """Whether a text is an hour with its minutes and nothing else, at most with a word that says so: `9.12 Uhr`, `kl. 9.12`."""
    return _CLOCK_ALONE.fullmatch(text.strip(" .:()[]").casefold()) is not None


def says_time_of_day(clock: str) -> bool:
    """Whether an hour that stands alone says that it is one: `9.12 Uhr`; `9:12` may be how long something lasts."""
    return _OF_DAY.match(clock.strip(" .:()[]").casefold()) is not None


def year_alone(text: str) -> str:
    """The year that is all a text says, or ""."""
    plain = text.strip(" .:()[]–-年년")
    return plain if _YEAR_ALONE.fullmatch(plain) else ""


def period_alone(text: str) -> bool:
    """Whether a text is a year, a month, or a month of a year and nothing else: what an archive is divided by."""
    plain = text.strip(_BRACKETS + "–-年月년월")
    if year_alone(plain) or _PERIOD_DIGITS.fullmatch(plain):
        return True
    words = [word.casefold().rstrip(".’'") for word in _WORDS.findall(plain)]
    numbers = _DIGITS.findall(plain)
    if len(numbers) > 1 or not all(map(_is_year, numbers)):
        return False
    if not numbers and _OF.issuperset(words):
        return False  # "De"
    return 0 < len(words) <= PERIOD_WORDS_MAX and all(
        word in date_words.months() or word in _OF for word in words
    )


def _is_year(number: str) -> bool:
    """Whether a number beside a month may be its year, in any digits and the eras of Thailand and Iran, too: `พฤศจิกายน 2569`."""
    return len(number) == len("2026") and int(number) // 100 in (13, 14, 19, 20, 24, 25)


def month_alone(text: str) -> str:
    """The month of a year that is all a text says, `(November 2026)` without its brackets, or ""."""
    plain = text.strip(_BRACKETS)
    if len(plain) > ALONE_MAX or not _YEAR_ALONE.search(plain) or year_alone(plain):
        return ""
    return plain if period_alone(plain) else ""


def week_alone(text: str) -> str:
    """The week of a year that is all a text says, `KW 46/2026`, `Vecka 46, 2026`, `2026-W46`, or ""."""
    plain = text.strip(_BRACKETS)
    return plain if len(plain) <= ALONE_MAX and _WEEK_ALONE.fullmatch(plain) else ""


_WEEK = (
    "weeks?|wk|kalenderwoche|woche|kw|vecka|uge|uke|vika|viikko|vko|semaine|semana|settimana|setmana|tydzień|týden|týždeň|teden|tjedan|"
    "sedmica|неделя|тиждень|седмица|недеља|savaitė|nedēļa|nädal|hafta|hét|săptămâna|εβδομάδα|minggu|tuần|wythnos|astea"
)
"""Words for a week, as the reader of dates has them; in Hungarian, Finnish and others it stands behind its number, too."""
_NUMBER, _PART = r"(?:0?[1-9]|[1-4]\d|5[0-3])", r"\s*[,./·–-]?\s*"
_WEEK_ALONE = re.compile(
    rf"(?:{_WEEK})\b\.?\s*{_NUMBER}{_PART}(?:19|20)\d\d|{_NUMBER}\.?\s(?:{_WEEK})\b{_PART}(?:19|20)\d\d"
    rf"|(?-i:v\.?\s?|W){_NUMBER}(?:,?\s|[/–-])(?:19|20)\d\d"  # `V 46/2026` is a case, `s. 46` a page, `v46.2026` a version
    rf"|(?:19|20)\d\d-?w{_NUMBER}|(?:19|20)\d\d{_PART}(?:{_WEEK})\b\.?\s*{_NUMBER}|(?:19|20)\d\d年\s?第?{_NUMBER}[周週]",
    re.IGNORECASE,
)


def packed_alone(text: str) -> bool:
    """Whether a text is eight digits that are a day, `20260428`, and nothing else."""
    return _PACKED_ALONE.fullmatch(text.strip(_BRACKETS)) is not None
