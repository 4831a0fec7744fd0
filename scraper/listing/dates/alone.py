"""Short texts that are a date told from the visit, an hour, a year or a period, and nothing else, in every language."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from scraper.listing.words import date_words

# "3 hours ago" and "yesterday" count only where they stand alone.
ALONE_MAX = 45

_CLOCK_ALONE = re.compile(r"(?:[01]?\d|2[0-3])(?::|\s?h\s?)[0-5]\d(?:\s?[ap]\.?m)?")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
_PACKED_ALONE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_PERIOD_DIGITS = re.compile(r"(?:19|20)\d\d\s?[年.년/-]\s?\d\d?|\d\d?\s?[./-]\s?(?:19|20)\d\d")
_OF = frozenset("de del of d di von i г года год год. р року".split())
# Words of a month of a year, links included (`mars de 2026`): half and twice as many read the 78 captured pages alike.
PERIOD_WORDS_MAX = 3
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_][^\s\d,;:()|/<>\[\].–—-]*")
_PARTS = re.compile(r"\s*[|•·,/–—\n]\s*|\s-\s")
_PARTING = re.compile(r"[|•·,/–—\n]|\s-\s")
_SIGNS = re.compile(r"[\d|•·,/–—\n-]")
_BRACKETS = " .:()[]【】〔〕（）"
_YESTERDAY = frozenset(
    "today|yesterday|hoy|ayer|hier|aujourd'hui|aujourd’hui|avant-hier|heute|gestern|vorgestern|oggi|ieri|hoje|ontem|"
    "vandaag|gisteren|dziś|dzisiaj|wczoraj|dnes|včera|ma|tegnap|сегодня|вчера|сьогодні|вчора|днес|bugün|dün|i dag|"
    "i går|idag|igår|tänään|eilen|σήμερα|χθες|χτες|今日|昨日|今天|昨天|오늘|어제|اليوم|أمس|امروز|دیروز|היום|אתמול|"
    "आज|कल|azi|danas|jučer|jučer|данас|јуче|šiandien|vakar|šodien|täna|eile|avui|ahir|hôm nay|hôm qua|hari ini|kemarin|"
    "วันนี้|เมื่อวาน|just now|à l'instant|gerade eben|ahora mismo|agora|adesso|только что".split("|")
)


@lru_cache(maxsize=4096)
def relative(text: str) -> str:
    """What a short text says of a date told from the visit: "3 hours ago", "yesterday", a clock; "" if it says more.

    A name beside it, parted by a bar, a dot or a comma, is left out: "Ana | 2 hours ago".
    """
    if len(text) > ALONE_MAX:
        return ""
    whole = text.strip(" .:()[]")
    folded = whole.casefold()
    if _SIGNS.search(whole) is None:
        return whole if _in_words(folded.replace("\xa0", " ")) else ""
    if folded in _YESTERDAY or (folded[0].isdigit() and clock_alone(folded)):
        return whole
    parts = (whole, *_PARTS.split(whole)) if _PARTING.search(whole) else (whole,)
    for part in parts:
        shown = part.strip(" .:()[]")
        plain = shown.casefold().replace("\xa0", " ")
        if _ends_so(plain) and (
            _in_words(plain)
            or (_DIGITS.search(plain) and _DIGITS.sub("{0}", plain, count=1) in date_words.ago())
        ):
            return shown
    return ""


def _ends_so(plain: str) -> bool:
    """Whether a folded text ends as a phrase of time gone by may: few do, and this is cheaper than to ask what it says."""
    tail = plain[-TAIL:]
    return tail in _tails() or _DIGITS.search(tail) is not None


# Letters that a phrase such as `3 days ago` ends in, by which most texts are passed over; 1 and 6 read the 78 captured pages alike.
TAIL = 3


@cache
def _tails() -> frozenset[str]:
    """The last characters of all phrases, and of those that end in or right behind a number, of the number in words."""
    phrases = (*_YESTERDAY, *date_words.ago())
    ending = {phrase[-2 * TAIL :] for phrase in phrases if "}" in phrase[-TAIL:]}
    words = (*date_words.numbers(), *_GLUED)
    spelt = {one.replace("{0}", word)[-TAIL:] for one in ending for word in words}
    return frozenset({phrase[-TAIL:] for phrase in phrases} | spelt)


def may_be_relative(text: str) -> bool:
    """Whether `relative` has to be asked of a text: most show by their signs and their last characters that they say no time."""
    if _SIGNS.search(text):
        return True
    return text.strip(" .:()[]")[-TAIL:].casefold()[-TAIL:].replace("\xa0", " ") in _tails()


def _in_words(plain: str) -> bool:
    """Whether a folded text without digits says yesterday, "an hour ago", "vor zwei Tagen", "pred dnom"."""
    if not _ends_so(plain):
        return False
    if plain in _YESTERDAY or plain in date_words.ago():
        return True
    if plain.startswith(_GLUED):
        return any(
            plain.replace(one, amount, 1) in date_words.ago() for one in _GLUED for amount in ("{0}", "{0} ")
        )
    words = plain.split(" ")
    if not 1 < len(words) <= PHRASE_WORDS_MAX or date_words.numbers().isdisjoint(words):
        return False
    return any(
        " ".join((*words[:at], "{0}", *words[at + 1 :])) in date_words.ago()
        for at, word in enumerate(words)
        if word in date_words.numbers()
    )


# Words of a phrase that says its number in words, `vor zwei Tagen`: half and twice as many read the 78 captured pages alike.
PHRASE_WORDS_MAX = 6
_GLUED = ("un'", "un’", "一个", "一個", "一")  # un'ora fa, 一周前


def clock_alone(text: str) -> bool:
    """Whether a text is an hour and nothing else."""
    return _CLOCK_ALONE.fullmatch(text.strip(" .:()[]").casefold()) is not None


def year_alone(text: str) -> str:
    """The year that is all a text says, or ""."""
    plain = text.strip(" .:()[]–-年")
    return plain if _YEAR_ALONE.fullmatch(plain) else ""


def period_alone(text: str) -> bool:
    """Whether a text is a year, a month, or a month of a year and nothing else: what an archive is divided by."""
    plain = text.strip(_BRACKETS + "–-年月")
    if year_alone(plain) or _PERIOD_DIGITS.fullmatch(plain):
        return True
    words = [word.casefold().rstrip(".’'") for word in _WORDS.findall(plain)]
    numbers = _DIGITS.findall(plain)
    if len(numbers) > 1 or not all(map(year_alone, numbers)):
        return False
    if not numbers and _OF.issuperset(words):
        return False  # "De"
    return 0 < len(words) <= PERIOD_WORDS_MAX and all(
        word in date_words.months() or word in _OF for word in words
    )


def month_alone(text: str) -> str:
    """The month of a year that is all a text says, `(November 2026)` without its brackets, or ""."""
    plain = text.strip(_BRACKETS)
    if len(plain) > ALONE_MAX or not _YEAR_ALONE.search(plain) or year_alone(plain):
        return ""
    return plain if period_alone(plain) else ""


def packed_alone(text: str) -> bool:
    """Whether a text is eight digits that are a day, `20260428`, and nothing else."""
    return _PACKED_ALONE.fullmatch(text.strip(_BRACKETS)) is not None
