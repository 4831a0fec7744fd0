"""What the shape of a cell says: the finders, tried from the surest to the loosest, once per shape.

A finder takes the tokens of a shape and returns a `Template` or None. The order matters:

1. a phrase such as `3 hours ago` that fills the whole cell (its `h` is no o'clock);
2. the time of day, which is taken out;
3. dates: marked (`2026年2月11日`), named (`11 février 2026`), numeric, compact, without a year;
4. words such as `yesterday`;
5. phrases of relative time inside other text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile, zip_longest

from pipelines.dates.days.eras import CONVERTED, ERA_WORDS, WORDS_BEHIND, Era
from pipelines.dates.ranges.first_days import Span, first_days
from pipelines.dates.tokens.boxes import without_strokes
from pipelines.dates.tokens.clock import take_clock
from pipelines.dates.tokens.counted import without_counted, without_durations
from pipelines.dates.tokens.deadlines import announces_deadline
from pipelines.dates.tokens.lexer import YEAR_DIGITS, YEAR_MARK, Token, lex
from pipelines.dates.tokens.lunar import without_lunar
from pipelines.dates.tokens.marked import find_marked
from pipelines.dates.tokens.month_words import is_stray
from pipelines.dates.tokens.named import find_named, find_numbered_month, without_of_month
from pipelines.dates.tokens.numeric import (
    find_compact,
    find_day_apart,
    find_listed_pair,
    find_month_and_year,
    find_pair,
    find_triple,
)
from pipelines.dates.tokens.own_weekdays import (
    in_its_language,
    weekdays_named,
    weekdays_of_date,
    with_leading_weekday,
)
from pipelines.dates.tokens.phrases import find_apart, find_day_word, find_phrase, whole_phrase
from pipelines.dates.tokens.prices import without_prices
from pipelines.dates.tokens.reactions import viewed, without_reactions
from pipelines.dates.tokens.second_days import second_day
from pipelines.dates.tokens.template import Kind, Second, Slot, Template
from pipelines.dates.tokens.updates import is_dated, tells_change, without_update
from pipelines.dates.tokens.weeks import find_iso_week, find_week
from pipelines.dates.tokens.year_beside import LINK_WORD
from pipelines.dates.words.cldr import harvest
from pipelines.dates.words.fold import fold
from pipelines.dates.words.names import MIN_STEM, inflected_weekday, months, weekday_phrase, weekdays
from pipelines.dates.words.wording import DAY_PARTS, EVERY, LAST_DAY

_OR_MORE = "0+"  # 30+ days ago
# Hours of business are of no day: 9:00-17:00, 9am-5pm
_HOURS = re.compile(r"0(?::00)?\s?(?:[ap]m)?\s?[-\u2013\u2014~\u301c]\s?00?(?::00|\s?[ap]m)")
_SAID_AGO = re.compile(r"[^\W\d_]\.?\s+ago\b", re.IGNORECASE)  # behind a unit; behind a day it is a month
MAX_LINKS = 3  # words that link a weekday to its time: el lunes a las
MAX_BESIDE = 2  # words of a cell that is a weekday and nothing else
_LAST = frozenset(map(fold, LAST_DAY.split()))
_LASTLY = "dags"  # i fredags
_EVERY = frozenset(map(fold, EVERY.split()))

FINDERS = (
    find_marked,
    find_numbered_month,
    find_day_apart,
    find_triple,
    find_named,
    find_compact,
    find_pair,
    find_month_and_year,
)


@lru_cache(maxsize=1 << 13)
def parse(shape: str) -> Template:
    """Return what a shape (a cell with its digits written 0) says, as far as the shape alone decides."""
    shape = without_lunar(shape)
    phrase = whole_phrase(shape)
    if phrase:
        return phrase._replace(loose=phrase.loose or _OR_MORE in shape)
    week = find_iso_week(shape)
    if week:
        return week
    tokens = without_strokes(lex(shape))
    if not tokens:
        return Template(Kind.NONE, reason="date_missing")
    tokens = _whole_weekdays(tokens)
    one = without_update(tokens)
    second = second_day(tokens) if one is tokens else Second()
    tokens, links = with_leading_weekday(one)
    clock, rest = take_clock(without_counted(without_reactions(without_prices(tokens))))
    rest, span = first_days(without_of_month(_without_ordinals(without_durations(rest))))
    era = _era(rest)
    found = next((template for finder in FINDERS if (template := finder(rest))), None)
    if found and found.kind == Kind.FIXED:
        found = find_week(shape) or found  # Viikko 46/2026, semana 46 de 2026: no months
    if found:
        found = _rather(found, shape, rest)
    if found and found.kind in (Kind.LAST, Kind.FIRST) and not second.at:
        found = _one_in_front(found, rest)
    if found and found.kind != Kind.RELATIVE:
        found = _beside(in_its_language(rest, found), rest, span)
        deadline = announces_deadline(tokens)
        return found._replace(
            clock=clock,
            era=_own_era(found, era),
            behind=0 if clock.hour.size else _era_behind(rest, found),
            links=links,
            deadline=deadline,
            second=second,
        )
    found = found or find_day_word(rest) or find_phrase(shape)
    if found:
        return found._replace(clock=clock, loose=found.loose or _OR_MORE in shape)
    found = find_week(shape) or find_apart(shape)
    timed = clock.hour.size > 0 and not _HOURS.search(shape)
    return found or _left_over(rest, timed=timed)._replace(clock=clock)


def _one_in_front(found: Template, rest: list[Token]) -> Template:
    """Of a whole day in words and one in numbers behind it the first, where a word tells that the second is of a change.

    `Satzung vom 12. Januar 2026 (Stand: 13.01.2026)`, but `Zum 9. November 1938 | 05.11.2026`.
    """
    at = min(slot.at for slot in (found.a, found.b, found.c))
    before = [token for token in rest if token.at < at]
    label = takewhile(lambda token: token.kind != "N", reversed(before))
    if not any(map(tells_change, label)) or not is_dated(before):
        return found
    named = find_named(before)
    whole = named and named.kind == Kind.FIXED and named.a.size == YEAR_DIGITS and named.c.size
    return named if named and whole else found


def _beside(found: Template, rest: list[Token], span: Span) -> Template:
    """A date with what stands beside it: its weekdays, the other day of its range, a number that may be its year."""
    return found._replace(
        weekdays=weekdays_of_date(rest, found),
        crosses=span.crosses or found.crosses,
        until=(Slot(), span.month) if span.month.size else found.until,
        until_named=span.named,
        span=(span.first, span.last),
        of_word=span.loose,
        stray=is_stray(rest, found),
        loose=found.loose or span.parted,
        maybe_year=found.maybe_year if found.maybe_year.size else viewed(rest, found.a),
    )


def _own_era(found: Template, era: int) -> int:
    """The calendar of a date: its month's, else the one that is named. `24 شعبان 1447هـ / 12 فبراير 2026`: that is not the second's."""
    own_months = found.senses and found.senses[0].languages
    return found.era or (0 if own_months and era in CONVERTED else era)


def _whole_weekdays(tokens: list[Token]) -> list[Token]:
    """Two words that name a weekday together as one: of `thứ sáu` the first is Thursday in English, of `quarta-feira` the second none."""
    kept: list[Token] = []
    for token in tokens:
        hyphen = len(kept) > 1 and kept[-1].text == "-" and kept[-1].glued and token.glued
        before = kept[-2] if hyphen else kept[-1] if kept else None
        both = before is not None and token.kind == before.kind == "W"
        whole = weekday_phrase(before.text, token.text) if both and before else ""
        if whole and before:
            del kept[-1 - hyphen :]
            token = before._replace(text=whole)
        kept.append(token)
    return kept


def _rather(found: Template, shape: str, rest: list[Token]) -> Template:
    """The surer reading of a cell in which a looser one was found first."""
    if found.kind == Kind.TRIPLE:  # 9. dec. 2025 17.11.00: a whole date stands before a time with points
        named = find_named(rest)
        return named if named and named.a.size == len("2025") and named.c.size else found
    # posted 5 days ago: no 5th of agosto; an hour ago 4 comments: no 4th
    if found.senses and not found.a.size:
        counted = find_phrase(shape)
        said = counted and (found.c in (counted.a, counted.b) or _SAID_AGO.search(shape))
        return counted if counted and said else found
    return found


def _left_over(rest: list[Token], *, timed: bool) -> Template:
    """A weekday alone or a time alone still says something; the rest has its reason."""
    words = [t for t in rest if t.kind == "W"]
    named = weekdays_named(rest)
    mask = named or _inflected_weekday(words)
    numbers = [t for t in rest if t.kind == "N"]
    again = any(t.text in _EVERY and not (timed and t.text == "alle") for t in words)  # lunedì alle 14:30
    if mask and not mask & (mask - 1) and not numbers and not again:
        others = [t.text for t in words if not (weekdays(t.text) or _inflected_weekday([t]))]
        last = [t.text for t in words if t.text in _LAST or t.text.endswith(_LASTLY)]
        if (named and not last and _stands_alone(words)) or _links(others, last, timed=timed):
            return Template(Kind.RELATIVE, unit="V" if last else "W", factor=mask.bit_length() - 1)
    if timed and not numbers and len(words) <= 1:
        return Template(Kind.RELATIVE, unit="T")
    years = [number for number in numbers if number.size == len("2026")]
    if len(years) == 1 and len(numbers) <= 2 and len(words) <= 2:  # 2026, Autumn 2026, 4. Quartal 2026
        return Template(Kind.NONE, reason="date_incomplete")
    return find_listed_pair(rest) or Template(Kind.NONE, reason="date_unreadable")


def _stands_alone(words: list[Token]) -> bool:
    """A weekday and at most one other word beside its whole name: `Die` is Thursday in Tuscan, `die Größe` never."""
    if len(words) > MAX_BESIDE:
        return False
    whole = [t.text for t in words if t.text in harvest().weekdays]
    return any(len(words) == 1 or len(name) >= MIN_STEM or not name.isascii() for name in whole)


def _inflected_weekday(words: list[Token]) -> int:
    """The weekdays of the first word that names one in another case than CLDR gives."""
    masks = (inflected_weekday(token.text) for token in words if token.text not in _LAST)
    return next(filter(None, masks), 0)


def _links(others: list[str], last: list[str], *, timed: bool) -> bool:
    """`el lunes pasado a las 0:00`: beside a weekday only words that link it to its time, or say that it is the last one."""
    rest = [word for word in others if word not in last and word not in DAY_PARTS]
    return (timed or bool(last)) and len(rest) <= MAX_LINKS and all(len(word) <= LINK_WORD for word in rest)


def _without_ordinals(tokens: list[Token]) -> list[Token]:
    """Drop what is glued to a number and says nothing (1st, 1er, 25শে, 11-го, 16(a)), and brackets."""
    kept: list[Token] = []
    abbreviated = apart = False
    for token, behind in zip_longest(tokens, tokens[1:]):
        if apart and token.glued:  # of 2026 (11. 21.) the month is glued to the bracket, not to the year
            token = token._replace(glued=False)
        apart = token.kind == "P" and token.text in "([" and not token.glued
        if token.kind == "P" and token.text in _BRACKETS:
            abbreviated = token.text in _APOSTROPHES
            continue
        if token.kind == "N" and token.size == 2 and token.glued and abbreviated:
            token = token._replace(text=YEAR_MARK)
        abbreviated = False
        inside = behind is not None and behind.kind == "N" and behind.glued  # 19e30 is an hour
        if token.kind == "W" and token.glued and not inside and _is_ordinal(token.text):
            if kept and kept[-1].kind == "N":
                continue
            if len(kept) > 1 and kept[-1].text == "-" and kept[-1].glued and kept[-2].kind == "N":
                kept.pop()
                continue
        if kept and kept[-1].kind == "N" and token.glued and _is_ordinal_month(token.text):
            token = token._replace(text=token.text[2:])
        kept.append(token)
    return kept


_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
_BRACKETS = "°º[]()" + _APOSTROPHES
_ORDINALS = frozenset("st nd rd th er re eme a o e ko mh an da ta го й ый ое е ي njy nji".split())
_ENGLISH = ("st", "nd", "rd", "th")
_BENGALI = "লরঠইশত"


def _is_ordinal(word: str) -> bool:
    return word in _ORDINALS or (0 < len(word) <= 3 and word[0] in _BENGALI)


def _is_ordinal_month(word: str) -> bool:
    """`24thNov2026`: an English ordinal's letters written into the month."""
    return word[:2] in _ENGLISH and bool(months(word[2:])) and not months(word)


def _era(tokens: list[Token]) -> int:
    """A calendar named beside the number; one Latin letter only as in R8.2.11."""
    for at, token in enumerate(tokens):
        if token.kind == "W" and token.text in ERA_WORDS:
            chain = tokens[at + 1 : at + 4]  # S8 E4: no year of Showa
            of_date = [t.kind for t in chain] == ["N", "P", "N"] and all(t.glued for t in chain)
            if not token.text.isascii() or of_date:
                return ERA_WORDS[token.text]
    return Era.UNSAID


def _era_behind(tokens: list[Token], found: Template) -> int:
    """A calendar that the words behind the year name, which end the cell: `3/10/2019 AM`, `16 mor. 1405 A. P.`."""
    behind = list(takewhile(lambda token: token.kind == "W" or token.text == ".", reversed(tokens)))
    before = tokens[: len(tokens) - len(behind)]
    year = found.a if found.kind in (Kind.FIXED, Kind.FIRST) else found.c
    if not before or before[-1].at != year.at:
        return Era.UNSAID
    words = "".join(token.text for token in reversed(behind) if token.kind == "W")
    return WORDS_BEHIND.get(words, Era.UNSAID)
