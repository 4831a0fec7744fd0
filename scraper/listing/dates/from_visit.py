"""Short texts that are a date told from the visit and nothing else: "3 hours ago", "yesterday, 14:30", "vor 2 Tagen".

The phrases are the shipped ones (`words`), compared without their spaces and points, as programs set them differently:
`3 小时前`, `2 min. temu`. Two amounts are one phrase (`2 weeks, 3 days ago`), and an hour behind a day is the day's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from scraper.listing.dates.periods_alone import ALONE_MAX, clock_alone
from scraper.listing.words import date_words

_DIGITS = re.compile(r"\d\d*+")
_PARTS = re.compile(r"\s*[|•·,/–—\n]\s*|\s-\s")
_PARTING = re.compile(r"[|•·,/–—\n-]")
_SIGNS = re.compile(r"[\d|•·,/–—\n(-]")
_BETWEEN = re.compile(r"[\s|•·,/–—.:()\[\]-]+")
_ENDS = " .:()[]"
_GAPS = re.compile(r"[\s.'’`-]+")
# An hour at the end, with a word behind it: `9.05 Uhr`.
_CLOCK = re.compile(
    r"(?<![\d.:])[0-2]?\d(?::|[.h](?=\d\d))[0-5]?\d(?::[0-5]\d)?(?:\s?[ap]\.?\s?m\.?)?(?:\s[^\W\d]{1,4}\.?)?$"
)
# `at`, `um`, `a las`: words that link an hour to its day
_LINK = re.compile(r"\s+[^\W\d]{1,4}\.?$")
LINKS_MAX = 2
# `2 weeks, 3 days`, `2 semaines et 3 jours`: one amount and the ones behind it
_AMOUNT = r"\d\d*\s?[^\W\d_][^\s\d,،]*"
_AMOUNTS = re.compile(rf"({_AMOUNT})(?:\s*(?:[,،]|\s[^\W\d]{{1,3}}\s)?\s*(?={_AMOUNT})({_AMOUNT}))+")
_YESTERDAY = frozenset(
    "today|yesterday|hoy|ayer|hier|aujourd'hui|aujourd’hui|avant-hier|heute|gestern|vorgestern|oggi|ieri|hoje|ontem|"
    "vandaag|gisteren|dziś|dzisiaj|wczoraj|dnes|včera|ma|tegnap|сегодня|вчера|сьогодні|вчора|днес|bugün|dün|i dag|"
    "i går|idag|igår|tänään|eilen|σήμερα|χθες|χτες|今日|昨日|今天|昨天|오늘|어제|اليوم|أمس|امروز|دیروز|היום|אתמול|"
    "आज|कल|azi|danas|jučer|данас|јуче|šiandien|vakar|šodien|täna|eile|avui|ahir|hôm nay|hôm qua|hari ini|kemarin|"
    "วันนี้|เมื่อวาน|just now|à l'instant|gerade eben|ahora mismo|agora|adesso|только что|"
    "anteayer|antier|anteontem|eergisteren|i förrgår|i forgårs|toissapäivänä|przedwczoraj|předevčírem|predvčerom|"
    "позавчера|позавчора|завчера|tegnapelőtt|προχθές|前天|一昨日|그저께|أول أمس|پریروز|שלשום|本日|刚刚|剛剛|方才|방금".split(
        "|"
    )
)


@lru_cache(maxsize=4096)
def relative(text: str) -> str:
    """What a short text says of a date told from the visit: "3 hours ago", "yesterday", a clock; "" if it says more.

    A name beside it, parted by a bar, a dot or a comma, is left out: "Ana | 2 hours ago".
    """
    if len(text) > ALONE_MAX:
        return ""
    if (one := _one_or_more(text)) != text:
        return text.strip() if relative(one) == one.strip(_ENDS) else relative(one)
    whole = text.strip(_ENDS)
    if not whole or clock_alone(whole):
        return whole
    if not says_when(whole):
        return ""
    within = whole.rpartition("(")[2]  # "Ana (yesterday, 14:30)"; of "Today (12)" the number is none
    texts = (whole,) if within == whole else (within, whole)
    return next((said for one in texts for said in _runs(one) if _is_told(said)), "")


@lru_cache(maxsize=4096)
def says_when(text: str) -> bool:
    """Whether a text has a word of any phrase; three in four of those with a digit or a sign have none, and tell nothing."""
    return "一" in text or not _words().isdisjoint(_WORD.findall(text.casefold()))


_WORD = re.compile(r"[^\W\d_]+")


@cache
def _words() -> frozenset[str]:
    """The words of all phrases, and what they are where nothing parts them."""
    phrases = [phrase.casefold() for phrase in (*date_words.ago(), *_YESTERDAY)]
    return frozenset(
        word for one in phrases for said in (one, _squeezed(one)) for word in _WORD.findall(said)
    )


def _one_or_more(text: str) -> str:
    """A text without the ending that a program writes for one and for several: `il y a 3 jour(s)`."""
    return _SEVERAL.sub("", text, count=1) if "(" in text else text


_SEVERAL = re.compile(r"(?<=[^\W\d_])\((?:s|es|e|n|en|x|ów|i|y|а|ов)\)")


def _runs(whole: str) -> Iterator[str]:
    """A text and what signs part of it, the longest first: of `Ana, 2 weeks, 3 days ago` the last part alone says less."""
    signs = list(_PARTS.finditer(whole)) if _PARTING.search(whole) else []
    if not signs:  # most
        yield from filter(None, [whole.strip(_ENDS)] if may_end(whole) else ())
        return
    ends = [end for end in (*(sign.start() for sign in signs), len(whole)) if may_end(whole[:end])]
    if not ends:
        return
    # of `by Ana 3 days, 2 hours ago` the hours alone are no day
    starts = [0, *(sign.end() for sign in signs), *(said.start() for said in _AMOUNTS.finditer(whole))]
    for _, start, end in sorted(
        ((end - start, start, end) for end in ends for start in starts if start < end), reverse=True
    ):
        if shown := whole[start:end].strip(_ENDS):
            yield shown


@lru_cache(maxsize=4096)  # a page's short texts are asked up to three times
def may_end(text: str) -> bool:
    """Whether a text ends as a phrase may, in an hour or in amounts: few do, and this is cheaper than to ask what it says."""
    one = _one_or_more(text)
    tail = one[-3 * TAIL :].rstrip(_ENDS)
    last = tail[-TAIL:]
    end = (last.casefold() if last.isalpha() else _squeezed(_DIGITS.sub("0", tail)))[-TAIL:]
    phrase = _ends_phrase(end)
    if not _DIGITS.search(text):
        spelt = phrase or end in _spelt_tails()
        return spelt and (_ends_in_words(one) or _says_number(text.casefold()))
    if phrase:
        return True
    if not _DIGITS.search(tail):  # `vor 3 Stunden etwa`
        return end in _spelt_tails() and ("un" in (folded := text.casefold()) or _says_number(folded))
    return _HOUR.search(text[-HOUR_MAX:]) is not None or _AMOUNTS.search(text) is not None


def _ends_phrase(end: str) -> bool:
    """Whether a text's last characters are a phrase's; of a phrase with fewer, `昨日`, they are all. `Boston, MA` is no today."""
    tails = _tails()
    return end in tails or (not end.isascii() and end[-2:] in tails and not end[-2:].isascii())


def _ends_in_words(text: str) -> bool:
    """Whether a text without digits ends as a phrase that has no number, `yesterday`, or in a word that says it is not exact."""
    said = text.rstrip(_ENDS)
    last = said[-2 * TAIL :]
    said = last.casefold() if last.isalpha() else _squeezed(said)
    return not _worded_tails().isdisjoint([said[-size:] for size in range(1, 2 * TAIL + 1)])


_HOUR = re.compile(r"\d[:.hH]\d")
# Characters of an hour at the end: "11:59:59 p. m. Uhr."
HOUR_MAX = 24


def may_be_relative(text: str) -> bool:
    """Whether `relative` has to be asked of a text: most show by their signs and their last characters that they say no time."""
    return _SIGNS.search(text) is not None or may_end(text)


def _is_told(shown: str) -> bool:
    """Whether a text is one phrase, its hour left aside."""
    folded = shown.casefold().replace("\xa0", " ")
    if folded in _YESTERDAY:
        return True
    if not _DIGITS.search(folded):
        return _in_words(folded)
    hour = _CLOCK.search(folded)
    if hour is not None:
        return any(_is_told(day) for day in _days(folded[: hour.start()]))
    said = _about().sub("", folded)
    amounts = _AMOUNTS.search(said)
    if amounts is not None:  # the last one may lack what the first has, and the other way round
        before, after = said[: amounts.start()], said[amounts.end() :]
        return any(_is_amount(f"{before}{one}{after}") for one in amounts.groups())
    return _is_amount(said)


def _days(before_hour: str) -> Iterator[str]:
    """What may be the day of an hour: all before it, and that without the words that link the two."""
    day = before_hour.rstrip(" ,")
    for _ in range(LINKS_MAX + 1):
        yield day
        link = _LINK.search(day)
        if link is None:
            return
        day = day[: link.start()].rstrip(" ,")


def _is_amount(said: str) -> bool:
    plain, numbers = _DIGITS.subn("0", said)
    return numbers == 1 and _squeezed(plain) in _phrases()


def _in_words(folded: str) -> bool:
    """Whether a folded text without digits says "an hour ago", "vor zwei Tagen", "pred dnom"."""
    folded = _about().sub("", folded)
    if _squeezed(folded) in _phrases():
        return True
    if folded.startswith(_GLUED):
        return any(_squeezed(folded.replace(one, "0", 1)) in _phrases() for one in _GLUED)
    words = folded.split()
    if not 1 < len(words) <= PHRASE_WORDS_MAX or date_words.numbers().isdisjoint(words):
        return False
    return any(
        _squeezed("".join((*words[:at], "0", *words[at + 1 :]))) in _phrases()
        for at, word in enumerate(words)
        if word in date_words.numbers()
    )


# Words of a phrase that says its number in words, `vor zwei Tagen`: half and twice as many read the 78 captured pages alike.
PHRASE_WORDS_MAX = 6
_GLUED = ("un'", "un’", "一个", "一個", "一")  # un'ora fa, 一周前


def _squeezed(folded: str) -> str:
    return _GAPS.sub("", folded.casefold())


@cache
def _phrases() -> frozenset[str]:
    """The shipped phrases, squeezed, `0` for their number; one letter beside it is a measure: `3 m`."""
    squeezed = {_squeezed(phrase.replace("{0}", "0")) for phrase in date_words.ago()}
    return frozenset(phrase for phrase in squeezed if len(phrase.replace("0", "")) > 1)


@cache
def _about() -> re.Pattern[str]:
    """Words that say that an amount is none to the day, in front of a phrase or of its number: `about`, `vor etwa`."""
    words = "|".join(re.escape(word) for word in sorted(date_words.about(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})\.?(?:(?!\w)|(?=\d))\s*")


# Letters that a phrase such as `3 days ago` ends in, by which most texts are passed over; 1 and 6 read the 78 captured pages alike.
TAIL = 3


@cache
def _tails() -> frozenset[str]:
    """The last characters of all phrases."""
    return frozenset(phrase[-TAIL:] for phrase in (*map(_squeezed, _YESTERDAY), *_phrases()))


@cache
def _worded_tails() -> frozenset[str]:
    """The last characters, twice as many, of the phrases without a number and of the words that say that one is not exact."""
    worded = (phrase for phrase in _phrases() if "0" not in phrase)
    return frozenset(
        one[-2 * TAIL :] for one in (*map(_squeezed, (*_YESTERDAY, *date_words.about())), *worded)
    )


@cache
def _spelt_tails() -> frozenset[str]:
    """Those of phrases that end in or right behind a number, of the number in words."""
    ending = {phrase[-2 * TAIL :] for phrase in _phrases() if "0" in phrase[-TAIL:]}
    words = (*date_words.numbers(), *_GLUED)
    return frozenset(_squeezed(one.replace("0", word))[-TAIL:] for one in ending for word in words)


def _says_number(folded: str) -> bool:
    """Whether a folded text may hold a number in words, by itself or run together with what it counts."""
    if folded.replace(" ", "").isalpha():  # most: words and spaces
        return "一" in folded or not date_words.numbers().isdisjoint(folded.split())
    glued = "un'" in folded or "un’" in folded or "一" in folded
    return glued or not date_words.numbers().isdisjoint(_BETWEEN.split(folded))
