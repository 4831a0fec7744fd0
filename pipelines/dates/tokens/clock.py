"""Time of day and zone in a shape: found first and taken out, so that its numbers are not mistaken for a date's.

Of two times that are joined the first is the time, and both go: `10-12 Uhr`, `von 10 bis 12 Uhr`, `kl. 10.00-12.00`.
"""

from __future__ import annotations

from pipelines.dates.tokens.lexer import DASHES, Token
from pipelines.dates.tokens.template import Clock, Slot
from pipelines.dates.words.cldr import harvest
from pipelines.dates.words.fold import fold
from pipelines.dates.words.joiners import joining_words
from pipelines.dates.words.names import day_words, months, weekdays
from pipelines.dates.words.wording import MONTH_BEFORE

_BESIDE = "h uhr ч u hs hrs hr hod hodin godz ora val ώρα uur horas heures часов".split()
_DOTTED = "kl klo kell kello klokken um ore alle om at u ob às as à a saat ora pukul pkl jam klukkan klokka ώρα".split()
# Of these the ones whose number is an hour by itself: klo 19, ore 10, godz. 10.
_NAMED = "kl klo kell kello klokken klokka klukkan ore saat pukul pkl jam godz ώρα".split()
WORDS_OF_HOURS = frozenset((*_BESIDE, *_DOTTED, *_NAMED))  # as they are written
_HOUR_WORDS, _BEFORE_DOTTED, _BEFORE_HOUR = (
    frozenset(map(fold, each)) for each in (_BESIDE, _DOTTED, _NAMED)
)
HOUR_WORDS = _HOUR_WORDS | _BEFORE_DOTTED | _BEFORE_HOUR  # as tokens are
_AT = frozenset("v ve o w u в во у".split())  # the same behind a date alone: 7. 1. v 14.21
_UNTIL_HOUR = frozenset("as alle".split())  # beside those that join days too: das 10 às 12 horas
# Abbreviations that mean one offset everywhere; CST, IST, BST and AST mean several, and are read as no zone.
ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "wet": 0, "west": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "мск": 180,
    "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "wib": 420, "wita": 480, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "brt": -180, "trt": 180,
}  # fmt: skip


def take_clock(tokens: list[Token]) -> tuple[Clock, list[Token]]:
    """Return the first time of day and the tokens without any time of day."""
    clock, rest, at = Clock(), [], 0
    while at < len(tokens):
        found, end = _time_at(tokens, at)
        if end == at:
            rest.append(tokens[at])
            at += 1
            continue
        if not clock.hour.size:
            clock = found
        while rest and (
            rest[-1].text in _BEFORE_HOUR
            or (rest[-1].text == "." and rest[-2:-1] != [] and rest[-2].text in _BEFORE_HOUR)
        ):
            rest.pop()  # the word for the hour
        at = end
    return clock, rest


def _time_at(tokens: list[Token], at: int) -> tuple[Clock, int]:
    """The time that starts at a token, and the token after it; `at` itself where none does."""
    half, first = -1, at
    if tokens[at].kind == "W" and tokens[at].text in harvest().halves and _number(tokens, at + 1, 2):
        half, first = harvest().halves[tokens[at].text], at + 1  # 上午9:30
    if _is_military(tokens, first):
        number = tokens[first]
        return Clock(Slot(number.at, 2), Slot(number.at + 2, 2)), first + 2
    if not _number(tokens, first, 2):
        return Clock(), at
    hour = tokens[first].slot
    for reader in (_first_of_two, _colons, _hour_word, _unit_marks, _dotted, _half_only, _named_hour):
        clock, end = reader(tokens, first, hour)
        if end > first:
            return _with_half_and_zone(clock._replace(half=half), tokens, end)
    return Clock(), at


def _is_military(tokens: list[Token], at: int) -> bool:
    """`1930 hrs`, `0930h`: four digits and a word for the hour, which no number continues."""
    of_date = at > 0 and tokens[at].glued and tokens[at - 1].kind == "P"  # 8/10/2026 h 18.30
    if not _number(tokens, at, 4, exactly=True) or of_date or at + 1 >= len(tokens):
        return False
    continued = at + 2 < len(tokens) and tokens[at + 2].kind == "N"
    return tokens[at + 1].kind == "W" and tokens[at + 1].text in ("h", "hrs", "hours") and not continued


def _first_of_two(tokens: list[Token], at: int, hour: Slot) -> tuple[Clock, int]:
    """`10-12 Uhr`, `10 bis 12 h`, `10.00-12.00 Uhr`, `2-4 pm`: the hour before a joiner and a time that says it is one."""
    minutes = _mark(tokens, at + 1, ".") and _number(tokens, at + 2, 2, exactly=True) and tokens[at + 2].glued
    join = at + 3 if minutes else at + 1
    if not _joins_hours(tokens, join) or _is_of_date(tokens, at) or not _number(tokens, join + 1, 2):
        return Clock(), at
    last = tokens[join + 1].slot
    for reader in (_hour_word, _unit_marks, _dotted, _half_only):
        _, end = reader(tokens, join + 1, last)
        if end > join + 1:
            return Clock(hour, tokens[at + 2].slot if minutes else Slot()), end
    return Clock(), at


def _joins_hours(tokens: list[Token], at: int) -> bool:
    if at < len(tokens) and tokens[at].kind == "W":
        return tokens[at].text in _UNTIL_HOUR or tokens[at].text in joining_words()
    return _mark(tokens, at, DASHES)


def _is_of_date(tokens: list[Token], at: int) -> bool:
    """`28.09 - 19h`, `Sept. 28 - 19h`, `Mo 28 - 19h`: the number belongs to a date before the time."""
    if at and tokens[at].glued and tokens[at - 1].kind == "P":
        return at > 1 and tokens[at - 2].kind == "N"
    if _is_continued(tokens, at, DASHES):  # Sept 10-12h
        return False
    name = at - 1 - _mark(tokens, at - 1, ".") if at else -1
    if name < 0 or tokens[name].kind != "W":
        return False
    # of 28. Sept. 10 bis 12 Uhr the month has its day
    day = name - 1 - _mark(tokens, name - 1, ".") if name else -1
    named = months(tokens[name].text) and not (day >= 0 and _number(tokens, day, 2))
    return bool(named or weekdays(tokens[name].text)) or tokens[name].text in MONTH_BEFORE


def _named_hour(tokens: list[Token], at: int, hour: Slot) -> tuple[Clock, int]:
    """`klo 19`, `ore 10`, `kl. 10-12`: an hour behind a word for it, and the last one glued to it."""
    before = at - 1 - _mark(tokens, at - 1, ".") if at else -1
    if before < 0 or tokens[before].text not in _BEFORE_HOUR or _is_continued(tokens, at, "./"):
        return Clock(), at
    return Clock(hour), at + 3 if _is_continued(tokens, at, DASHES) else at + 1


def _is_continued(tokens: list[Token], at: int, marks: str) -> bool:
    """Whether one of these marks glues a short number to the one here."""
    joined = _mark(tokens, at + 1, marks) and _number(tokens, at + 2, 2)
    return joined and tokens[at + 1].glued and tokens[at + 2].glued


def _colons(tokens: list[Token], at: int, hour: Slot) -> tuple[Clock, int]:
    if not (_mark(tokens, at + 1, ":") and _number(tokens, at + 2, 2, exactly=True)):
        return Clock(), at
    if tokens[at + 1].glued and not tokens[at + 2].glued:  # Halle 12: 28.09.2026
        return Clock(), at
    minute, second, end = tokens[at + 2].slot, Slot(), at + 3
    if _mark(tokens, end, ":.") and _number(tokens, end + 1, 2, exactly=True) and tokens[end + 1].glued:
        second, end = tokens[end + 1].slot, end + 2
        if (
            _mark(tokens, end, ".,")
            and end + 1 < len(tokens)
            and tokens[end + 1].kind == "N"
            and not (tokens[end].text == "," and tokens[end + 1].size == 4)  # 10:00:00,2021
            and tokens[end + 1].glued
        ):
            end += 2
    return Clock(hour, minute, second), end


def _hour_word(tokens: list[Token], at: int, hour: Slot) -> tuple[Clock, int]:
    if not (at + 1 < len(tokens) and tokens[at + 1].kind == "W" and tokens[at + 1].text in _HOUR_WORDS):
        return Clock(), at
    if _belongs_to_next(tokens, at):
        return Clock(), at
    minutes = _number(tokens, at + 2, 2, exactly=True) and tokens[at + 1].text != "uhr"
    if minutes and not _begins_date(tokens, at + 2):
        return _spelt_out(Clock(hour, tokens[at + 2].slot), tokens, at + 3)
    return Clock(hour), at + 2


def _belongs_to_next(tokens: list[Token], at: int) -> bool:
    """`2026-11-22 ora 14:05`, `22/11 ώρα 20`: the word belongs to the time behind it, and the number before it to a date."""
    behind = at + 2 + _mark(tokens, at + 2, ".:")
    if not _number(tokens, behind, 2) or tokens[at + 1].glued:
        return False
    marks = [
        tokens[i].text for i in (at - 3, at - 1) if i > 0 and tokens[i].glued and _mark(tokens, i, "./-")
    ]
    of_date = tokens[at].glued and (marks == ["/"] or (len(marks) == 2 and marks[0] == marks[1]))
    return of_date or _colons(tokens, behind, tokens[behind].slot)[1] > behind


def _spelt_out(clock: Clock, tokens: list[Token], at: int) -> tuple[Clock, int]:
    """`21h05min`, `21h05m30s`: letters behind the minutes, and the seconds behind those."""
    behind = tokens[at : at + 3]
    if not behind or not behind[0].glued or behind[0].text not in ("m", "mn", "min"):
        return clock, at
    if (
        all(token.glued for token in behind[1:])
        and [t.text for t in behind[2:]] == ["s"]
        and _number(tokens, at + 1, 2)
    ):
        return clock._replace(second=behind[1].slot), at + 3
    return clock, at + 1


def _begins_date(tokens: list[Token], at: int) -> bool:
    """`10 h 28.09.2026`, `10 h 28. septembra`: the number behind the hour is a day."""
    behind = at + 1 + _mark(tokens, at + 1, ".")
    named = behind < len(tokens) and tokens[behind].kind == "W" and bool(months(tokens[behind].text))
    dashed = _is_continued(tokens, at, DASHES) and _mark(tokens, at + 3, DASHES)
    return named or dashed or _is_continued(tokens, at, "./")


def _unit_marks(tokens: list[Token], at: int, hour: Slot) -> tuple[Clock, int]:
    if not _unit(tokens, at + 1, "h"):
        return Clock(), at
    minute, second, end = Slot(), Slot(), at + 2
    if _number(tokens, end, 2) and _unit(tokens, end + 1, "n"):
        minute, end = tokens[end].slot, end + 2
    if _number(tokens, end, 2) and _unit(tokens, end + 1, "s"):
        second, end = tokens[end].slot, end + 2
    return Clock(hour, minute, second), end


def _dotted(tokens: list[Token], at: int, hour: Slot) -> tuple[Clock, int]:
    """`kl. 14.05`: two numbers and a point are a time only after a word that says so, or before `Uhr`."""
    if not (_mark(tokens, at + 1, ".") and _number(tokens, at + 2, 2, exactly=True) and tokens[at + 2].glued):
        return Clock(), at
    words = [t.text for t in tokens[:at] if t.kind == "W"]
    if words and words[-1] in _AT:  # dnes v 10.12
        words.pop()
    # Oggi, 12.30, but not ma 9.11. klo 18
    after_word = any(t.kind == "W" and t.text in _BEFORE_DOTTED for t in tokens[max(0, at - 2) : at]) or (
        any(" ".join(words[-size:]) in day_words() for size in (1, 2, 3) if size <= len(words))
        and not (words and weekdays(words[-1]) and _is_followed_by_time(tokens, at + 3))
    )
    behind_date = any(t.kind == "N" for t in tokens[: max(0, at - 1)]) and not _mark(tokens, at + 3, ".")
    after_word |= behind_date and tokens[at - 1].text in _AT
    before_word = at + 3 < len(tokens) and tokens[at + 3].kind == "W" and tokens[at + 3].text in _HOUR_WORDS
    after_day = _is_after_day(tokens, at)
    if at > 1 and tokens[at].glued and _mark(tokens, at - 1, "./-") and tokens[at - 2].kind == "N":
        return Clock(), at  # ma 2026.01.05
    longer = _mark(tokens, at + 3, ".") and at + 4 < len(tokens) and tokens[at + 4].kind == "N"
    if longer or not (after_word or before_word or after_day):
        return Clock(), at
    end = at + 3 + before_word
    if after_word and _is_continued(tokens, at + 2, DASHES):  # kl. 10.00-12.00
        end += 4 if _is_continued(tokens, at + 4, ".") else 2
    return Clock(hour, tokens[at + 2].slot), end


def _is_followed_by_time(tokens: list[Token], at: int) -> bool:
    """`ma 9.11.`, `ma 9.11 klo 18`: a point closes the two numbers before this place, or a time of day is still to come."""
    closed = _mark(tokens, at, ".") and tokens[at].glued
    return closed or any(t.text in _BEFORE_HOUR or t.text == ":" for t in tokens[at:])


def _is_after_day(tokens: list[Token], at: int) -> bool:
    """`18.11. 14.05`: behind a day and a month, each with its point, two numbers and no point at the end are a time."""
    before = tokens[max(0, at - 4) : at]
    return (
        [t.kind if t.kind == "N" else t.text for t in before] == ["N", ".", "N", "."]
        and all(t.glued for t in before[1:])
        and not tokens[at].glued
        and not _mark(tokens, at + 3, ".")
    )


def _half_only(tokens: list[Token], at: int, hour: Slot) -> tuple[Clock, int]:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    # 2020/10/9 PM 2:26, but not 10am-12pm
    of_date = at > 1 and tokens[at].glued and tokens[at - 1].text in "/-." and tokens[at - 2].kind == "N"
    if (
        following
        and following.kind == "W"
        and following.text in ("am", "pm")
        and not of_date
        and not _is_article(tokens, at + 1)
        and not _mark(
            tokens, at + 3, ":"
        )  # 18 pm 2:19, as WordPress writes Sinhala: the half is of what follows
    ):
        return Clock(hour), at + 1
    return Clock(), at


def _is_article(tokens: list[Token], at: int) -> bool:
    """`8 Am Màrt 2026`: before a month without another day behind it the word is Gaelic for "the"."""
    month, day = tokens[at + 1 : at + 2], tokens[at + 2 : at + 3]
    named = [t.kind for t in month] == ["W"] and bool(months(month[0].text))
    return named and tokens[at].text == "am" and not (day and _number(day, 0, 2))


def _with_half_and_zone(clock: Clock, tokens: list[Token], at: int) -> tuple[Clock, int]:
    if at < len(tokens) and tokens[at].kind == "W" and tokens[at].text in harvest().halves and clock.half < 0:
        clock, at = clock._replace(half=harvest().halves[tokens[at].text]), at + 1
        at += _mark(tokens, at, ".")
    named = at < len(tokens) and tokens[at].kind == "W" and tokens[at].text in ZONES
    if named:
        clock, at = clock._replace(zone=ZONES[tokens[at].text]), at + 1
    if at + 1 < len(tokens) and _mark(tokens, at, "+" + DASHES):
        return _offset(clock, tokens, at, sure=named or bool(clock.second.size))
    return clock, at


def _offset(clock: Clock, tokens: list[Token], at: int, *, sure: bool) -> tuple[Clock, int]:
    """`+01:00`, `-0700`: glued to the sign; a sign after a bare `11:00` may as well open a range of hours."""
    sign, number = 1 if tokens[at].text == "+" else -1, tokens[at + 1]
    if number.kind != "N" or not number.glued or (sign < 0 and not sure and number.size != 4):
        return clock, at
    if number.size == 4:
        slots = Slot(number.at, 2), Slot(number.at + 2, 2)
        return clock._replace(zone=sign, zone_hour=slots[0], zone_minute=slots[1]), at + 2
    if number.size <= 2:
        minutes = _mark(tokens, at + 2, ":") and _number(tokens, at + 3, 2, exactly=True)
        slots = number.slot, tokens[at + 3].slot if minutes else Slot()
        return clock._replace(zone=sign, zone_hour=slots[0], zone_minute=slots[1]), at + (4 if minutes else 2)
    return clock, at


def _number(tokens: list[Token], at: int, size: int, *, exactly: bool = False) -> bool:
    return (
        at < len(tokens)
        and tokens[at].kind == "N"
        and (tokens[at].size == size if exactly else tokens[at].size <= size)
    )


def _mark(tokens: list[Token], at: int, marks: str) -> bool:
    return at < len(tokens) and tokens[at].kind == "P" and tokens[at].text in marks


def _unit(tokens: list[Token], at: int, unit: str) -> bool:
    return at < len(tokens) and tokens[at].kind == "U" and tokens[at].text == unit
