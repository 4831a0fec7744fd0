"""Dates in a text, in every language: where they stand and how much of a date each is, not which day it means.

Digits are language-free, month words and "… ago" come from CLDR (`words/`, 92 languages). A notation counts as a date when
its numbers can be one; what day it is, is `pipelines.dates`' business. Where a page shows dates is `dated`'s.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

from pipelines.counting_words import COUNTING
from scraper.listing.dates.box_notations import boxed_dates
from scraper.listing.dates.called_parts import Uncalled, may_call
from scraper.listing.dates.day_pairs import HOUR_WORD, is_day_month, pair
from scraper.listing.dates.from_visit import relative
from scraper.listing.dates.han_dates import han_dates
from scraper.listing.dates.numbered_months import numbered_months
from scraper.listing.dates.range_spots import may_be_day, whole_ranges
from scraper.listing.words import date_words

FULL, PARTIAL = 2, 1  # day, month and year; or a day with month, "3 hours ago", yesterday

_CLOCK = r"(?:[\s,–|T-]{0,4}(?:\w{1,3}\s)?\d{1,2}[:.hH]\d{2}(?!\.\d)(?::\d{2})?(?:\s?(?i:[ap]\.?m\b\.?))?)?"
# The year that programs write behind the hour and its zone: "Tue Jun 2 03:31:00 CEST 2026". Only such an hour has seconds: "2 June
# 19:30 2046" is a film.
_YEAR_BEHIND = (
    r"(?(year)|(?:(?:(?<=:\d\d:\d\d)|(?<=:\d\d:\d\d\s[AP]M))\s(?:(?:[A-Z]{1,5}|(?:GMT|UTC)?[+-]\d\d:?\d\d)\s)?"
    r"(?P<behind>(?:19|20)\d\d)(?!\d))?)"
)
_ROMAN = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})"
_NUMERIC = re.compile(
    r"(?:(?<![\dA-Za-z./-])(?:"
    r"(?P<ymd>\d{4}\s?[-/._년年]\s?\d{1,2}\s?[-/._월月]\s?\d{1,2}(?:\s?[日일])?(?!\d)(?![./-]\d))"
    r"|(?P<packed>20\d\d/[01]\d[0-3]\d(?!\d))"
    r"|(?P<dmy>(?P<first>\d{1,2}\.?(?:\d{1,2}\.)?\s?[–-]\s?)?\d{1,2}[\s\u200f]?(?P<sep>[-/.])[\s\u200f]?\d{1,2}[\s\u200f]?(?P=sep)[\s\u200f]?(?:\d{4}|\d{2}(?![:h]\d|(?:[-–]\d\d?)?\s?" + HOUR_WORD + r"))(?!\d)(?![./-]\d))"
    r"|(?P<yy>2\d/\d{1,2}/\d(?!\d)(?![./-]\d))"
    r"|(?P<korean>2\d\.\s\d{1,2}\.\s\d(?=\.(?![\d.])))"
    r"|(?P<apart>\d{1,2}(?:/\d{1,2}(?:\s?-\s?|\s)|\.\d{1,2}\s)(?:\d{4}|(?<=-)\d\d(?![:.]\d))(?!\d)(?![./-]\d))"
    r"|(?P<era>(?:令和|平成|昭和|民國|民国|R)\s?(?:\d{1,3}|元)\s?[年.]\s?\d{1,2}\s?[月.]\s?\d{1,2}(?!\d)(?:\s?日)?)"
    r"|(?P<republic>1[01]\d(?:年\s?\d{1,2}月\s?\d{1,2}日|(?P<bar>[-/.])\d\d(?P=bar)\d\d(?!\d)(?![./-]\d)))"
    r"|(?P<md>\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일])"
    r"|(?P<thang>\d{1,2}\s?(?i:tháng|thg|th)\.?\s?\d{1,2}(?:(?:,|/|-|\s?năm)?\s?\d{4})?(?!\d))"
    r"|(?P<roman>\d{1,2}(?:[. ]{1,2}" + _ROMAN + r"[. ]{1,2}|-" + _ROMAN + r"-)\d{4}|\d{4}[. ]{1,2}" + _ROMAN + r"[. ]{1,2}\d{1,2})(?!\d)"
    r")|(?<=[a-z])(?P<glued>\d\d[-.]\d\d[-.](?:19|20)\d\d)(?!\d)"
    r")" + _CLOCK
)  # fmt: skip
_LETTERS = r"[^\W\d_][^\s\d,،;:()|/<>\"–—-]*"
# The other words of a month that has several: `Deireadh Fómhair`, `كانون الثاني`, `Oṣù Bélú`.
_OTHERS = sorted({name.partition(" ")[2] for name in date_words.months_of_words()}, key=len, reverse=True)
_OF_WORDS = (
    r"(?:[\s-](?i:" + "|".join(re.escape(words).replace(r"\ ", r"[\s-]") for words in _OTHERS) + r")(?!\w))?"
)
# Words for the year behind its number: `2026. gada`, `2026 оны`, `2026-ж.`
_YEAR_WORD = (
    r"(?:\.?\s?(?:gada|g\.)|[\s-]?(?:ж\.|р\.|жылғы|жылдын|йылдың|йыл|оны|оной|елның|ел|гъэ|mettas|yil|წლის|"
    r"n[jd][yi]\sýylyň|ýyl)),?"
)
# Words between the parts of a date that name none of them
_OF_MONTH = r"(?:(?i:of|de|di|den|da|dal|ga|a\sviz)\s|d[’']\s?|ta[’']\s)"
_OF_YEAR = r"(?:(?i:de\ssu|di\su|de|del|di|do|dal|dl|dallas|of|г|л\.|b\.|lia,?|[พค]\.ศ\.)\s)"
# Two digits are a year behind a hyphen, a slash, an apostrophe, or where the line ends: "28-Apr-26", "28 เม.ย. 69".
_YEAR = (
    r"(?:[\s,،፣⹁.'’/-]{0,3}" + _OF_YEAR + r"?(?P<year>\d{4})(?!\d)"
    r"|(?:[-/]|\s?['’]|[ \xa0](?=\d\d\.?[ \t]*(?:\n|$)))(?P<short>\d\d)(?![\d:h]|\.\S))"
)
_DAY_FIRST = re.compile(
    r"(?:(?P<before>\d{4})" + _YEAR_WORD + r"\s)?"
    r"(?P<first>\d{1,2}\.?\s?[–-]\s?)?(?<![\d.:/])(?P<day>\d{1,2})(?:ste|st|nd|rd|th|er|re|ης?|[ºª°]|(?:[êی]|mh|טן|:[ea]|-[^\W\d_]{1,4})(?=\s))?[.,]?[\s/-]{0,3}"
    + _OF_MONTH
    + r"?(?P<word>"
    + _LETTERS
    + _OF_WORDS
    + ")"
    + _YEAR
    + "?"
    + _CLOCK
    + _YEAR_BEHIND
)
_MONTH_FIRST = re.compile(
    r"(?<![^\W\d_])(?P<word>"
    + _LETTERS
    + _OF_WORDS
    + r")[\s/-]{0,3}(?:(?i:de|di|и)\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
    r"(?:\s?[–-]\s?\d{1,2}(?!\d))?\.?" + _YEAR + "?" + _CLOCK + _YEAR_BEHIND
)
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?:\(e\)ko|e?ko|\.\surteko|ч)?[\s.,/-]{1,3}(?:\w{1,3}\.?\s)?(?P<word>"
    + _LETTERS
    + _OF_WORDS
    + r")[\s/-]{1,3}(?P<day>\d{1,2})(?!\d)"
)
_ERA = re.compile(r"[令平昭民R][和成國国]?\s?[\d元]")
# Runs of digits beside a notation. The first digit is written apart: a search skips to it.
_NUMERIC_RUN = re.compile(
    r"\d\d*+(?=[\s\u200f]?(?:[-/._年년月월–][\s\u200f]?\d|[tT][hH])|\.\s?[–-]\s?\d|(?:[. ]{1,2}|-)[IVX])"
)
_DAY_RUN = re.compile(r"\d\d*+(?=:?[^\W\d_]|[°.,]{0,2}[\s/-]{0,3}(?:[^\W\d_]|[–-]))")
# What follows a longer run where its end is the first of two days, or where it is the year before one.
_LONG_RUN = re.compile(r"\.?\s?[–-]|" + _YEAR_WORD)
_MONTH_RUN = re.compile(
    r"\d(?:(?<=W\d)|(?<=S\d)(?:(?<=WS\d)|(?<=WSS\d)|(?<=WSSS\d)))\d?+(?!\d)".replace(
        "W", r"[^\s\d,;:()|/<>\"–—-]"
    ).replace("S", r"[\s/-]")
)
_YEAR_RUN = re.compile(r"\d\d\d\d(?=(?:\(e\)ko|e?ko|\.\surteko|ч)?[\s.,/-]{1,3}\w)")
# A text read backwards from a run of digits: the word before it, and where in that word a match begins.
_WORD_BEHIND = re.compile(r"[\s/-]{0,3}(?:(?:ed|id|и)\s)?([^\s\d,;:()|/<>\"–—-]+)")
_WORD_START = re.compile(r"(?<![^\W\d_])[^\W\d_]")
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_][^\s\d,،፣;:()|/<>\[\].–—-]*")
_HOUR = re.compile(r"(?<![\d.])\d\d?[:.h点點時时시]\s?\d\d(?![\d.])")


def dates_in(text: str) -> list[tuple[int, int, int]]:
    """Dates in a text as `(start, end, strength)`, in order, not overlapping."""
    if not may_be_dated(text):
        return []
    return list(_short(text)) if len(text) <= SHORT_MAX else _uncalled(text)


def may_be_dated(text: str) -> bool:
    """Whether a text has a digit, or a numeral of Han beside the word for a year: no other holds a date."""
    return _DIGITS.search(text) is not None or bool(han_dates(text))


SHORT_MAX = 120  # characters: a line of a list, of which several ask what of it is a date


@lru_cache(maxsize=256)
def _short(text: str) -> tuple[tuple[int, int, int], ...]:
    return tuple(_uncalled(text))


def _uncalled(text: str) -> list[tuple[int, int, int]]:
    if not may_call(text):
        return _found(text)
    bare = Uncalled(text)
    return [(*bare.span(start, end), strength) for start, end, strength in _found(bare.text)]


def _found(text: str) -> list[tuple[int, int, int]]:
    found = [*_digits(text), *_day_first(text), *_month_first(text), *_year_first(text)]
    found += [(start, end, FULL) for start, end in (*numbered_months(text), *han_dates(text))]
    boxed = [(start, end, FULL if whole else PARTIAL) for start, end, whole in boxed_dates(text)]
    if boxed:
        firsts = sorted((first, last) for first, last, _ in boxed)
        found = [*boxed, *(spot for spot in found if not _runs_into(spot, firsts, text))]
    if not found:
        return []
    found.sort(key=lambda spot: (spot[0], -spot[1]))
    kept: list[tuple[int, int, int]] = []
    for spot in found:
        if kept and spot[0] < kept[-1][1]:
            if _weight(text, spot) > _weight(text, kept[-1]):
                kept[-1] = spot
            continue
        kept.append(spot)
    kept = whole_ranges(text, kept, PARTIAL)
    ends = [0, *(end for _, end, _ in kept)]
    return [
        (max(_with_count(text, start), before), end, strength)
        for (start, end, strength), before in zip(kept, ends, strict=False)
    ]


def _weight(text: str, spot: tuple[int, int, int]) -> tuple[int, bool, bool, int]:
    """What of two dates that overlap the better one has more of.

    The year of one line begins none with the month of the next, and of `mar. 27 oct.` the first word is a day of the week.
    """
    start, end, strength = spot
    word = _WORDS.match(text, start, end)
    named = word is not None and word[0].casefold() in date_words.days()
    return strength, "\n" not in text[start:end], not named, end - start


def _runs_into(spot: tuple[int, int, int], boxed: list[tuple[int, int]], text: str) -> bool:
    """Whether a date begins with the number that ends another line, and goes on into the boxes of a date, in their order."""
    start, end, _ = spot
    if text[start - 1 : start] in ("", "\n"):
        return False
    inside = boxed[bisect_right(boxed, (start, len(text))) : bisect_left(boxed, (end, 0))]
    return any(end <= last for _, last in inside)


def _with_count(text: str, start: int) -> int:
    """Where a date begins, with the word that counts its first number: `Issue 11, May 2026` is read as a whole or not."""
    near = text[start - 1 : start]
    if not near.isalpha() and near not in _BESIDE_WORD:  # most begin a line
        return start
    before = _WORD_BEFORE.search(text, max(0, start - COUNT_MAX), start)
    return before.start() if before and _counts(before[1]) else start


_BESIDE_WORD = frozenset(" \u00a0.:°º#№")
COUNT_MAX = 16  # characters of a counting word with its point: "číslo ", "Jahrgang "
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+|[#№])[.:°º]?[ \u00a0]?\Z")


@lru_cache(maxsize=1024)
def _counts(word: str) -> bool:
    bare = "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))
    return word in "#№" or not {word, word.casefold(), bare}.isdisjoint(COUNTING)


# Each notation is tried only at the runs of digits beside which it can stand, not at every character: 0.6 ms a page in
# place of 1.55. What is found is what `finditer` finds, so a match keeps what it covers from the next, month or not.


def _digits(text: str) -> Iterator[tuple[int, int, int]]:
    eras = [era.start() for era in _ERA.finditer(text)]
    starts = [run.start() for run in _NUMERIC_RUN.finditer(text)]
    at = 0
    for start in sorted(starts + eras) if eras else starts:
        match = _NUMERIC.match(text, start) if start >= at else None
        if match is None:
            continue
        strength = _numeric(match)
        if strength:
            yield _begin(match), match.end(), strength
            at = match.end()  # else "2014.\n17.04.2015": not the first, but the second


@lru_cache(maxsize=4096)
def date_share(text: str) -> float:
    """Share of a text that is date: days of the week, clocks, punctuation and the word that opens a date (`du`) count with it."""
    share = _written_share(text) if may_be_dated(text) else 0.0
    return 1.0 if share < 1.0 and relative(text) else share


def _written_share(text: str) -> float:
    """The same of a text with numbers, but for a date that is told from the visit."""
    found = dates_in(text)
    if not found:
        return float(pair(text) is not None)
    of_dates = date_words.days() | date_words.hours() if _HOUR.search(text) else date_words.days()
    words: list[str] = []
    at = 0
    for start, end in [*((start, end) for start, end, _ in found), (len(text), 0)]:
        said = [word for word in map(str.casefold, _WORDS.findall(text, at, start)) if word not in of_dates]
        if (
            end and said and said[-1] in date_words.openers() and ":" not in text[at:start]
        ):  # `Date:` is a label
            said.pop()
        words += said
        at = end
    return 1.0 - min(1.0, sum(map(len, words)) / max(len(text.replace(" ", "")), 1))


def _numeric(match: re.Match[str]) -> int:
    kind = match.lastgroup or ""  # the one that closed last: the whole of its parts
    numbers = [int(number) for number in _DIGITS.findall(match[kind])]
    if kind == "packed":
        return FULL if 1 <= numbers[1] // 100 <= 12 and 1 <= numbers[1] % 100 <= 31 else 0
    if kind == "apart" and not _opens(match.string, match.start()):
        return 0  # `Version 2.4 2026`
    if kind == "md":
        return PARTIAL if is_day_month(numbers[1], numbers[0]) else 0
    if kind == "thang":
        return (FULL if len(numbers) == 3 else PARTIAL) if is_day_month(numbers[0], numbers[1]) else 0
    if kind == "roman":
        return FULL if _year(max(numbers)) and 1 <= min(numbers) <= 31 else 0
    if kind in ("era", "republic"):
        return FULL if is_day_month(numbers[-1], numbers[-2]) else 0
    if kind == "yy":
        return FULL if is_day_month(numbers[2], numbers[1]) else 0
    if kind == "ymd":
        return FULL if _year(numbers[0]) and is_day_month(numbers[2], numbers[1]) else 0
    first, second, third = numbers[-3:]
    plausible = (
        is_day_month(first, second)
        or is_day_month(second, first)
        or (third <= 31 and is_day_month(third, second))
    )
    return FULL if plausible and (third < 100 or _year(third)) else 0


def _opens(text: str, start: int) -> bool:
    """Whether a date may begin here: a line does, or a weekday or a word of dates stands before it."""
    before = _WORD_BEFORE.search(text, max(0, start - COUNT_MAX), start)
    return before is None or before[1].casefold() in date_words.days() | date_words.openers()


def _day_first(text: str) -> Iterator[tuple[int, int, int]]:
    at = 0
    for run in _DAY_RUN.finditer(text):
        first, end = run.span()
        if end <= at:
            continue
        if end - first > 2 and not _LONG_RUN.match(text, end):  # a year, and no day
            continue
        year, day = end - 4, max(end - 2, first, at)
        match = _DAY_FIRST.match(text, year) if year >= first and year >= at else None
        match = match or _DAY_FIRST.match(text, day)
        if match is not None and _of_another_line(match):
            continue
        if match is not None:
            at = match.end()
            yield from _worded(match)


def _of_another_line(match: re.Match[str]) -> bool:
    """Whether the day belongs to a month before it and the month, on a line of its own, to a day behind it: `January 10`, `January 24`."""
    if match["short"] is None or "\n" not in match.string[match.end("day") : match.start("word")]:
        return False
    before = _WORD_BEFORE.search(match.string, max(0, match.start("day") - COUNT_MAX), match.start("day"))
    return before is not None and _is_month(before[1])


def _month_first(text: str) -> Iterator[tuple[int, int, int]]:
    backwards, size, at = text[::-1], len(text), 0
    for run in _MONTH_RUN.finditer(text):
        first = run.start()
        behind = _WORD_BEHIND.match(backwards, size - first, size - at) if first > at else None
        word = _name_before(text, size - behind.end(), size - behind.start(1)) if behind else None
        if behind is None or word is None:
            continue
        # A match with another word keeps what it covers from the next, which shows in numbers right behind it.
        if not _is_month(text[word.start() : size - behind.start(1)]) and not _DIGITS.search(
            text, run.end(), run.end() + COVERED_MAX
        ):
            continue
        match = _MONTH_FIRST.match(text, word.start())
        if match is not None:
            at = match.end()
            yield from _worded(match)


COVERED_MAX = 16  # characters up to the year or the hour that a date goes on with


def _name_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where the word begins that ends before a number, or the month of several words that ends with it."""
    word = _WORD_START.search(text, start, end)
    if word is None or text[word.start() : end].casefold() not in _LAST_WORDS:
        return word
    return _name_of_words().search(text, max(0, start - NAME_MAX), end) or word


_LAST_WORDS = frozenset(words.rpartition(" ")[2] for words in _OTHERS)


@cache
def _name_of_words() -> re.Pattern[str]:
    names = (re.escape(name).replace(r"\ ", r"[\s-]") for name in date_words.months_of_words())
    return re.compile(r"(?<![^\W\d_])(?i:" + "|".join(names) + r")\Z")


NAME_MAX = max(map(len, date_words.months_of_words()))


@lru_cache(maxsize=1024)  # a page's dates are of a few months
def _is_month(word: str) -> bool:
    months = date_words.months()
    folded = " ".join(word.casefold().replace("-", " ").split()).rstrip(".’'")
    return folded in months or folded.rstrip("।॰") in months


def _is_month_of_year(match: re.Match[str]) -> bool:
    """Whether a word beside a day and its year is a month of a small language, or, between them, one without its accents.

    Without a year `2 Marco` is a name, and `Lweti 5` may be any word.
    """
    if match["year"] is None and match.groupdict().get("before") is None:
        return False
    word = " ".join(match["word"].casefold().replace("-", " ").split()).rstrip(".’'।॰")
    return word in date_words.rare_months() or (match.re is _DAY_FIRST and word in date_words.bare_months())


def _year_first(text: str) -> Iterator[tuple[int, int, int]]:
    at = 0
    for run in _YEAR_RUN.finditer(text):
        match = _YEAR_FIRST.match(text, run.start()) if run.start() >= at else None
        if match is not None:
            at = match.end()
            yield from _worded(match)


def _worded(match: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    """A match where its word is a month and its number a day."""
    if not _is_month(match["word"]) and not _is_month_of_year(match):
        return
    if not 1 <= int(match["day"]) <= 31:
        return
    told = match.re.groupindex
    year = match["year"] or next(
        (match[name] for name in ("before", "behind") if name in told and match[name]), ""
    )
    whole = ("short" in told and match["short"] is not None) or (bool(year) and _year(int(year)))
    yield _begin(match), match.end(), FULL if whole else PARTIAL


def _begin(match: re.Match[str]) -> int:
    """Where a date begins: behind a number that is no first day of it."""
    if (
        "first" in match.re.groupindex
        and match["first"]
        and not may_be_day(match.string, *match.span("first"))
    ):
        return match.end("first")
    return match.start()


def _year(number: int) -> bool:
    return 1300 <= number <= 2700  # Jalali 1404 to Buddhist 2569
