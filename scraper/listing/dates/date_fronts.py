"""The entry's date written before its title or its teaser, "22.11.2026: Otters are back", or behind the teaser.

One title that begins with a day may tell of that day ("11 September memorial"). The list decides: where most texts begin
with the very date that is the entry's own, it was put there, and the text begins after it. Titles that would then all be
the same ("12 May 2026 – Minutes") keep it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from scraper.listing.dates.dated import FULL, Spot
from scraper.listing.dates.notations import date_share, dates_in
from scraper.listing.words.date_words import openers
from scraper.listing.words.sentence_ends import SENTENCE_ENDS

# The texts of a list begin with their dates where this share of them does; no entry of 78 captured pages changes with 0.4
# to 0.95 here, nor with 0.2 to 0.95 and 0.7 to 0.99 below.
MOST = 0.6
# Texts of a slot that must begin with a date: one alone may be a title about a day; 1 and 4 read the 78 captured pages alike.
TEXTS_MIN = 2
# Days of the week and brackets stand before a date: this much of what stands up to its end must be date, in so many characters.
DATE_SHARE, BEFORE_MAX = 0.9, 16
# Where the dates go, this share of the texts must still differ.
DISTINCT_MIN = 0.5
_AFTER = re.compile(
    r"(?:[\s,|–-]*\d{1,2}[:h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?(?!\w))?)?(?:\s?(?:uhr|h)(?!\w))?"  # an hour
    r"[\s\])]*[:–—|·•,;/.-]?[\s)\]]*(?:(?<=\.\s)[–—-]\s)?"  # and in gazettes a point and a dash
    r"(?:[|•·]\s+)*",  # what parted the day from a category that was taken out
    re.IGNORECASE,
)
# A place and a dash after the date make a dateline: one captured page is an agency's, and its teasers begin so.
_PLACE = re.compile(r".{2,60}?\s[–—-]+\s")
UNTIL_MAX = 5  # characters of "to", "bis", "au" between two days
_LETTER = re.compile(r"[^\W\d_]")


def without_dates(texts: Sequence[str], shown: Sequence[Spot | None], *, prose: bool = False) -> list[str]:
    """Take the entries' own dates off the beginnings of their texts, if most begin so.

    Args:
        texts: a title or a teaser of each entry, "" where it has none.
        shown: the date that the page shows for each.
        prose: whether they are teasers. An agency's dateline, "22.11.2026 | Husum – ", stays whole, wherever the date
            stands in it.

    Returns:
        The texts, in the same order.
    """
    rests = [_rest(text, spot) if text and spot else "" for text, spot in zip(texts, shown, strict=True)]
    if prose:
        rests = _with_stock(texts, shown, rests)
    said, found = [text for text in texts if text], [rest for rest in rests if rest]
    if len(found) < max(TEXTS_MIN, MOST * len(said)) or len(set(found)) <= DISTINCT_MIN * len(found):
        return list(texts)
    if prose and sum(_PLACE.match(rest) is not None for rest in found) >= MOST * len(found):
        return list(texts)
    return [rest or text for text, rest in zip(texts, rests, strict=True)]


def without_ends(texts: Sequence[str], shown: Sequence[Spot | None]) -> list[str]:
    """Take the entries' own dates off the ends of their teasers, if most end so behind a sentence: `… for nine weeks. (22.11.2026)`.

    Args:
        texts: the teaser of each entry, "" where it has none.
        shown: the date that the page shows for each.

    Returns:
        The texts, in the same order.
    """
    bare = [_bare(text, spot) if text and spot else "" for text, spot in zip(texts, shown, strict=True)]
    if sum(map(bool, bare)) < max(TEXTS_MIN, MOST * sum(map(bool, texts))):
        return list(texts)
    return [rest or text for text, rest in zip(texts, bare, strict=True)]


def _bare(text: str, spot: Spot) -> str:
    """What stands before the date that a text ends with behind a whole sentence and a bracket or a mark, "" where it ends otherwise."""
    before, _, behind = text.rpartition(spot.text)
    bare = before.rstrip(_OPENING)
    apart = before[len(bare) :].strip() and _CLOSING.fullmatch(behind)
    return bare if apart and bare.endswith(SENTENCE_ENDS) else ""


_OPENING = " \xa0([|–—·•-"
_CLOSING = re.compile(r"(?:\s?[^\W\d_]{1,3}\.?|\.)?\s?[)\]]?\.?")  # `24.11.2026 г.)`


def without_hours(texts: Sequence[str], days: Sequence[str]) -> list[str]:
    """Take the hours off the beginnings of titles whose day stands elsewhere, if most begin so: `20:05 Ferry sails again`.

    Args:
        texts: the title of each entry, "" where it has none.
        days: the day of each, as written.

    Returns:
        The titles, in the same order; all as they were where fewer than three begin so, where they would be the same, or where
        the hours of a day go up and down, `3:16 Wanderers`, or small letters follow: `1h30 of jazz`, `1:72 model of a tug`.
    """
    if sum(text[:1].isdigit() or text[:1] in "[(" for text in texts if text) < HOURS_MIN:
        return list(texts)
    hours = [_HOUR.match(text) for text in texts]
    ends = [found.end() if found else 0 for found in hours]
    rests = [text[end:] if end else "" for text, end in zip(texts, ends, strict=True)]
    found_rests = [rest for rest in rests if _LETTER.search(rest) and not rest[:1].isdigit()]
    if len(found_rests) < max(HOURS_MIN, MOST * sum(map(bool, texts))):
        return list(texts)
    if 2 * sum(rest[0].islower() for rest in found_rests) > len(found_rests):
        return list(texts)
    if len(set(found_rests)) <= DISTINCT_MIN * len(found_rests) or not _one_way(hours, days):
        return list(texts)
    return [
        rest if _LETTER.search(rest) and not rest[:1].isdigit() else text
        for text, rest in zip(texts, rests, strict=True)
    ]


def _one_way(hours: Sequence[re.Match[str] | None], days: Sequence[str]) -> bool:
    """Whether the hours of one day go up by and large, or down, or few share a day."""
    at = [(day, _minutes(hour[0])) for hour, day in zip(hours, days, strict=True) if hour]
    steps = [
        after > before
        for (day, before), (next_day, after) in pairwise(at)
        if day == next_day and after != before
    ]
    return len(steps) < HOURS_MIN or max(sum(steps), len(steps) - sum(steps)) >= ONE_WAY * len(steps)


def _minutes(hour: str) -> int:
    """The minutes since midnight that an hour says."""
    first, second = map(int, re.findall(r"\d+", hour)[:2])
    late = re.match(r"\W*\d+\D\d\d\s?p", hour, re.IGNORECASE) is not None
    return (first % 12 + 12 if late else first) * 60 + second


HOURS_MIN = 3
ONE_WAY = 0.75  # of the steps, as of hours alone (`entry_dates`)
_CLOCK = r"(?:[01]?\d|2[0-3])(?:[:h]|\.(?=\d\d\s?uhr))[0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?(?!\w))?(?:\s?(?:uhr|h)(?!\w))?"
_HOUR = re.compile(
    rf"[\[(]?{_CLOCK}(?:\s?[–-]\s?{_CLOCK})?[\])]?\s*[:–—|·•,;-]?\s*(?=[^\d:.])", re.IGNORECASE
)


def _with_stock(texts: Sequence[str], shown: Sequence[Spot | None], rests: list[str]) -> list[str]:
    """What follows dates with the same short word beside each, in front or before a dash: `den 28 april 2026 – `, `28.04.2026 г. – `."""
    places = [
        (text.find(spot.text, 0, STOCK_MAX + 1 + len(spot.text)) if text and spot else -1)
        for text, spot in zip(texts, shown, strict=True)
    ]
    found = [
        (text[:at], _BEHIND.match(text, at + len(spot.text)))
        for text, spot, at in zip(texts, shown, places, strict=True)
        if at >= 0 and spot
    ]
    words = Counter((front, behind[1] if behind else "") for front, behind in found)
    stock, times = words.most_common(1)[0] if words else (("", ""), 0)
    if (
        not any(stock)
        or not _of_dates(*stock, clocked=any(":" in spot.text for spot in shown if spot))
        or times < max(STOCK_TEXTS, STOCK_SHARE * sum(map(bool, texts)))
    ):
        return rests
    return [
        rest
        if at < 0 or spot is None or not text.startswith(stock[0])
        else _rest(f"{spot.text}{text[at + len(spot.text) + len(stock[1]) :]}", spot)
        for text, spot, at, rest in zip(texts, shown, places, rests, strict=True)
    ]


def _of_dates(front: str, behind: str, *, clocked: bool) -> bool:
    """Whether words beside dates may be of these, `den`, `Le`, `г.`, and are no place's: `Bonn, 28.04.2026 – `, `28.04.2026 Husum – `."""
    before, after = front.strip(), behind.strip()
    opens = not before or before[0].islower() or before.casefold() in openers()
    zone = clocked and after.isupper()
    return opens and not _DIGIT.search(before) and (not after or after[0].islower() or zone)


_BEHIND = re.compile(r"(\s?[^\W\d_]{1,5}\.?|\s?[AP]M(?:\s[A-Z]{1,4})?)(?=\s[–—|·:-]\s)")
_DIGIT = re.compile(r"\d")
STOCK_MAX, STOCK_TEXTS, STOCK_SHARE = 5, 3, 0.8
"""Characters of such a word, as in titles (`days_in_titles`), and the texts of a list that must have it, at least and of all."""


def _rest(text: str, spot: Spot) -> str:
    """What follows the date that a text begins with, "" where it begins with none or says nothing else."""
    at = text.find(spot.text, 0, BEFORE_MAX + len(spot.text))
    end = at + len(spot.text)
    if at < 0 or (at and date_share(text[:end]) < DATE_SHARE):
        return ""
    after = _AFTER.match(text, end)
    if after is None or not after[0] or (not after[0].strip() and spot.strength < FULL):
        return ""
    rest = text[after.end() :]
    if any(start < UNTIL_MAX for start, _, _ in dates_in(rest[:BEFORE_MAX])):
        return ""  # the first of two days, whose second would stay alone
    if rest[:1].isdigit() and not after[0][-1].isspace():
        return ""  # numbers go on
    return rest if _LETTER.search(rest) else ""
