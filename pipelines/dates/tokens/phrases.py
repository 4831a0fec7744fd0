"""Dates told from the crawl: `il y a 3 heures`, `yesterday`, `vor 2 Tagen`, `3天前`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from pipelines.dates.tokens.lexer import Token
from pipelines.dates.tokens.template import Kind, Slot, Template
from pipelines.dates.tokens.updates import announces
from pipelines.dates.words.ago_words import ABOUT, NEAR, NUMERALS
from pipelines.dates.words.cldr import harvest, squeeze
from pipelines.dates.words.fold import fold
from pipelines.dates.words.names import day_words, months
from pipelines.dates.words.wording import (
    BEFORE_WORDS,
    DURATIONS,
    ELSEWHERE,
    ELSEWHERE_IN,
    NAMES,
    ONES,
    ONES_GLUED,
    SAID_OTHERWISE,
)

MAX_PHRASE = 6  # words of the longest pattern of relative time looked for inside other text
MAX_WHOLE = 90  # characters of a cell that is one phrase: six amounts in Russian have 75
MAX_LINK = 3  # letters of words that link a day to its time: ma um 10:30
MAX_GLUED, MIN_GLUED = (
    5,
    2,
)  # characters of a word for "ago" glued to its amount at most, and of a number and its unit at least
MAX_COUNT = 4  # digits of a count
MAX_LINE = 12  # words of a line with a phrase without a number
LONG = "wmy"  # units of which people speak in titles too
MAX_BESIDE = 4  # words of a line beside such a unit, the first of the phrase among them
MIN_UNNUMBERED = 7  # letters in ASCII of a phrase without a number in a line: hour ago, but not pre sat
MIN_PLAIN = 5  # in any other
# words of a cell of which one says that a day follows, however many link it to that day: Last updated
MAX_BEFORE_LABEL = 2
_NUMBER = re.compile("0+")
_PIECE = re.compile(r"0+|[^\s0]+")


def whole_phrase(shape: str) -> Template | None:
    """Return a relative date when it is the whole cell; of several amounts (`1 week, 3 days ago`) the first two count."""
    if len(shape) > MAX_WHOLE or _DATE_MARKS.search(shape) or _ORDINAL.fullmatch(shape):
        return None
    shape = _APPROXIMATE.sub(_blank, shape)
    numbers = list(_NUMBER.finditer(shape))
    if len(numbers) == 1 and not _is_month(shape):
        return _lookup(squeeze(_NUMBER.sub("0", shape)), shape, numbers[0])
    if numbers:
        return _several(shape, numbers) if len(numbers) > 1 else None
    said = _lookup(squeeze(shape), shape, None)
    if said:
        return said
    one = next((found for words in _with_one(shape) if (found := _lookup(words, shape, None))), None)
    return one or _with_numeral(shape)


def _several(shape: str, numbers: list[re.Match[str]], start: int = 0) -> Template | None:
    """A phrase of several amounts in a row from a place on, each read as if it stood there alone."""
    run = _AMOUNTS.search(shape)
    amounts = list(_AMOUNT.finditer(run.group())) if run else []
    if run is None or len(amounts) != len(numbers):
        return None
    before, after = shape[start : run.start()], shape[run.end() :]
    said = [amount.group() for amount in amounts]
    for glued in _glued_ends(said[-1]) if not after.strip() else ("",):
        whole = [
            before + amount + (glued if place < len(said) - 1 else "") + after
            for place, amount in enumerate(said[:2])
        ]
        found = [
            _lookup(squeeze(_NUMBER.sub("0", words)), shape, number)
            for words, number in zip(whole, numbers, strict=False)
        ]
        first, second = found
        if first is not None and second is not None:
            break
    else:
        return None
    if first.factor != second.factor:
        return None
    if first.unit == "h" and second.unit == "m":  # 3h 20m ago: no months
        second = second._replace(unit="n")
        if not (before + after).strip():  # alone it is how long something takes
            return None
    return first._replace(b=second.a, also=second.unit)


def _glued_ends(last: str) -> Iterator[str]:
    """What may say "ago" at the end of the last amount, shortest first: of `4 周，2 日前` the sign that the first one lacks."""
    yield ""
    yield from (last[-size:] for size in range(1, min(MAX_GLUED, len(last) - MIN_GLUED) + 1))


def _with_numeral(shape: str) -> Template | None:
    """`two days ago`: a phrase whose number is a word."""
    pieces = shape.split()
    for at, piece in enumerate(pieces):
        count = _NUMERALS.get(fold(piece))
        if count:
            said = _lookup(squeeze(" ".join([*pieces[:at], "0", *pieces[at + 1 :]])), shape, None)
            if said:
                return said._replace(factor=count * said.factor)
    return None


def _with_one(shape: str) -> Iterator[str]:
    """A phrase without a number, squeezed, with `0` for each of its words that may mean one."""
    pieces = shape.split()
    for at, piece in enumerate(pieces):
        for one in _one_in(piece):
            yield squeeze(" ".join([*pieces[:at], one, *pieces[at + 1 :]]))


def _one_in(piece: str) -> Iterator[str]:
    """A word that may mean one, or that begins with one, with `0` in its place: `un'ora`, `일주일`."""
    if fold(piece) in _ONES:
        yield "0"
    plain = piece.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold()
    if plain.startswith(ONES_GLUED):
        yield from (f"0 {piece[len(one) :]}" for one in ONES_GLUED if plain.startswith(one) and piece != one)


_ONES = frozenset(map(fold, ONES))
_NUMERALS = {fold(word): count for row in NUMERALS for count, word in enumerate(row.split(), 2)}


# Hindi, Urdu and Punjabi have one word for yesterday and tomorrow, Malay one for yesterday and the day before.
_EITHER = frozenset(map(fold, ("कल", "کل", "ਕੱਲ੍ਹ", "ਕਲ੍ਹ", "kelmarin")))


def _is_month(shape: str) -> bool:
    """Whether the one word beside a number names a month: Tamil's May, squeezed, is its sign of the hour."""
    words = _NUMBER.sub(" ", shape).split()
    return len(words) == 1 and len(words[0]) > 1 and not words[0].isascii() and bool(months(fold(words[0])))


# Words that say "about" beside a count; blanked, so that bytes keep their places.
_APPROXIMATE = re.compile(rf"(?<!\w)(?:{'|'.join(ABOUT)})(?!\w)|(?:{'|'.join(NEAR)})(?=\s*0)", re.IGNORECASE)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group().encode())


_ORDINAL = re.compile("0+(?:st|nd|rd|th)", re.IGNORECASE)  # Stunden are written with a space or a point
_DATE_MARKS = re.compile(r"0000|0[./:]0")
_JOINED = r"\s*(?:,|،|and|et|und|y|e|i|и|і|a|og|och|en|ja|ve|és|și|та|και)?\s*"
_WORD, _LAST_WORD = re.compile(r"[^\W\d]+"), re.compile(r"[^\W\d]+\s*$")
MAX_AGO = 2  # words behind an amount that say "ago": yang lalu
_AMOUNT = re.compile(r"0+\s?[^\W\d_][^\s\d,،]*")  # of 7. 1. v 14.21 a point is no unit
_AMOUNTS = re.compile(rf"{_AMOUNT.pattern}(?:{_JOINED}{_AMOUNT.pattern})+")


def find_phrase(shape: str) -> Template | None:
    """Return a relative date inside other text, found by runs of at most `MAX_PHRASE` words."""
    pieces = list(_PIECE.finditer(shape))
    for size in range(min(MAX_PHRASE, len(pieces)), 1, -1):
        told = [found for at in range(len(pieces) - size + 1) if (found := _told_by(pieces, at, size, shape))]
        ago = next((found for found in told if found.factor < 0), None)
        if told:
            return ago or told[0]  # em 3 dias atrás
    return _find_several(shape) or _find_glued(shape) or _find_unnumbered(pieces)


def _told_by(pieces: list[re.Match[str]], at: int, size: int, shape: str) -> Template | None:
    """What some words in a row say, one number among them."""
    window = pieces[at : at + size]
    numbers = [piece for piece in window if piece.group()[0] == "0"]
    if len(numbers) != 1:
        return None
    words = squeeze("".join("0" if piece in numbers else piece.group() for piece in window))
    found = _lookup(words, shape, numbers[0]) if _is_clear(words) else None
    return None if found and _is_last_of_several(pieces, at, window) else found


def _find_unnumbered(pieces: list[re.Match[str]]) -> Template | None:
    """`Updated: an hour ago`, `Опубликовано час назад`: one unit ago inside a short text, or the last one of its kind; the longest."""
    if len(pieces) > MAX_LINE:
        return None
    texts = [piece.group() for piece in pieces]
    words = ["0" if text[0] == "0" else squeeze(text) for text in texts]
    ones = [[squeeze(one) for one in _one_in(text)] for text in texts]
    said = None
    for at in range(len(words) - 1):
        if at and words[at - 1] == "0":  # its number stands before it
            continue
        joined = words[at]
        for end in range(at + 1, min(at + MAX_PHRASE, len(words))):
            if not (words[end - 1] and words[end]) or "0" in (words[end - 1], words[end]):
                break
            joined += words[end]
            if len(joined) < (MIN_UNNUMBERED if joined.isascii() else MIN_PLAIN):
                continue
            # duela egun 2
            ways = [] if words[end + 1 : end + 2] == ["0"] or joined in BEFORE_WORDS else [joined]
            for place in range(at, end + 1):
                ways += ["".join([*words[at:place], one, *words[place + 1 : end + 1]]) for one in ones[place]]
            found = next(filter(None, map(harvest().relative.get, ways)), None)
            # the best books of last year
            if found and found[0] in LONG and len(words) > MAX_BESIDE + end - at:
                continue
            if found and found[1] < 0 and (said is None or len(joined) > len(said[0])):
                said = joined, found
    return Template(Kind.RELATIVE, unit=said[1][0], factor=said[1][1]) if said else None


def _find_several(shape: str) -> Template | None:
    """`Posted 2 days, 4 hours ago by Jane`: several amounts in a row inside other text, with a word before or two behind."""
    run = _AMOUNTS.search(shape)
    if run is None:
        return None
    before = _LAST_WORD.search(shape[: run.start()])
    numbers = list(_NUMBER.finditer(shape, run.start(), run.end()))
    starts = [run.start(), before.start() if before else run.start()]
    ends = [run.end(), *(word.end() for word in islice(_WORD.finditer(shape, run.end()), MAX_AGO))]
    found = (_several(shape[: ends[at]], numbers, start) for start in starts for at in range(len(ends)))
    return next(filter(None, found), None)


def _is_clear(words: str) -> bool:
    """`5h`, `5 min` inside a text are anything; 天前 is two words."""
    return (
        len(words) > 4
        or (not words.isascii() and len(words) > 3)
        or (len(words) > 2 and words[-1] in _BEFORE)
    )


def _find_glued(shape: str) -> Template | None:
    """`3天前发布`: written together with the words around it."""
    found = (_lookup(squeeze("0" + match[2] + match[3]), shape, match) for match in _GLUED.finditer(shape))
    return next(filter(None, found), None)


_BEFORE = "前전"
_GLUED = re.compile(r"(0+)\s?(\S{1,3}?)\s?(之前|以前|前|전)")


def _is_last_of_several(pieces: list[re.Match[str]], at: int, window: list[re.Match[str]]) -> bool:
    """`1 day, 2 hours, 3 minutes ago`: the window is the last amount of a phrase that cannot be read as a whole."""
    if at < 2 or pieces[at - 2].group()[0] != "0" or window[0].group()[0] != "0":
        return False
    after = "".join(piece.group() for piece in window[2:])
    ways = (after,) if after else _glued_ends("0" + window[1].group())
    return any(squeeze(f"0{pieces[at - 1].group()}{way}") in harvest().relative for way in ways)


def find_day_word(tokens: list[Token]) -> Template | None:
    """Return today, yesterday and the like, of one to three words."""
    if any(t.kind == "N" for t in tokens):
        return None
    told = [t for t in tokens if t.kind == "W"]
    words = [_day_word_in(t.text) for t in told]
    marked = {t.at for mark, t in pairwise(tokens) if mark.text == ":"}  # Tarih: dün
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            phrase = " ".join(words[at : at + size])
            days = day_words().get(phrase)
            others = told[:at] + told[at + size :]
            if phrase in ELSEWHERE and not (told[at].at in marked or all(map(_may_stand_beside, others))):
                continue  # read more
            if [t.text for t in told[at + size : at + size + 1] if t.glued] == ["s"]:
                continue  # today's special
            begun = any(map(announces, told[: min(at, MAX_BEFORE_LABEL)]))
            if days is not None and len(words) <= size + (6 if begun else 4):
                return _day_from_crawl(phrase, days)
    if len(words) == 1 and words[0] in _EITHER:
        return Template(Kind.RELATIVE, unit="d", factor=-1, loose=True)
    return None


def _may_stand_beside(token: Token) -> bool:
    """Whether a word links a day to its time, or says that a day follows: avaldatud eile."""
    return len(token.text) <= MAX_LINK or announces(token)


def _day_word_in(word: str) -> str:
    """The word for a day in a word of an unspaced writing that says no more than what happened on it: 昨日更新, 昨日の, วันนี้เวลา."""
    if not any(first <= word[:1] <= last for first, last in _UNSPACED) or word in day_words():
        return word
    for size in range(len(word) - 1, 1, -1):
        for day, rest in ((word[:size], word[size:]), (word[-size:], word[:-size])):
            if day in day_words() and (
                rest in ("の", "的", "เวลา") or announces(Token("W", rest, 0, 0, False))
            ):
                return day
    return word


_UNSPACED = (("\u0e00", "\u0eff"), ("\u3040", "\u30ff"), ("\u4e00", "\u9fff"))  # Thai and Lao, kana, Han


def _day_from_crawl(phrase: str, days: int) -> Template:
    shared = phrase in ELSEWHERE or phrase in NAMES or phrase in ELSEWHERE_IN
    return Template(Kind.RELATIVE, unit="d", factor=days, word=phrase if shared else "")


def find_apart(shape: str) -> Template | None:
    """Return a relative date that a mark parts from what else the cell says: `eile | Sport`, `acum o zi · Sport`."""
    parts = list(_APART.finditer(shape))
    if len(parts) < len(("date", "rubric")):
        return None
    for part in parts:
        found = whole_phrase(part.group())
        days = day_words().get(" ".join(fold(word) for word in part.group().split()))
        if found:
            before = len(shape[: part.start()].encode())
            a, b = (slot._replace(at=slot.at + before) if slot.size else slot for slot in (found.a, found.b))
            return found._replace(a=a, b=b)
        if days is not None:
            return Template(Kind.RELATIVE, unit="d", factor=days)
        if fold(part.group()) in _EITHER:
            return Template(Kind.RELATIVE, unit="d", factor=-1, loose=True)
    return None


_APART = re.compile(r"[^|;·•‧⋅●\s](?:[^|;·•‧⋅●]*[^|;·•‧⋅●\s])?")


_OTHERWISE = tuple((squeeze(said), squeeze(in_cldr)) for said, in_cldr in SAID_OTHERWISE.items())


_SHORT = ("0d", "0h", "0s")  # ago on every network's pages


def _lookup(words: str, shape: str, number: re.Match[str] | None) -> Template | None:
    """The phrase of the table; `number` is a match whose first group, if it has groups, is the amount's digits."""
    if words in DURATIONS:
        return None
    found = harvest().relative.get(words)
    for said, in_cldr in _OTHERWISE:  # one after another: منذ يومان has two
        if not found and said in words:
            words = words.replace(said, in_cldr)
            found = harvest().relative.get(words)
    if not found:
        return None
    unit, sign = found
    if number is None:
        return Template(Kind.RELATIVE, unit=unit, factor=sign)
    start, end = number.span(1) if number.re.groups else number.span()
    if end - start > MAX_COUNT:
        return None
    slot = Slot(len(shape[:start].encode()), end - start)
    loose = words in harvest().undirected and words not in _SHORT
    return Template(Kind.RELATIVE, a=slot, unit=unit, factor=sign, loose=loose)
