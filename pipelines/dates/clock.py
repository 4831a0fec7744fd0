"""Time of day and zone in a shape: found first and taken out, so that its numbers are not mistaken for a date's."""

from __future__ import annotations

from pipelines.dates.cldr import harvest
from pipelines.dates.lexer import Token
from pipelines.dates.names import day_words
from pipelines.dates.template import NO_ZONE, Clock, Slot

_HOUR_WORDS = frozenset("h uhr ч u hs hrs hr hod godz ora val kell ώρα".split())
_BEFORE_DOTTED = frozenset(
    "kl klo kello klokken um ore alle om at u ob às as à a saat ora pukul pkl jam klukkan klokka".split()
)
_DASHES = frozenset("-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}")
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
        at = end
    return clock, rest


def _time_at(tokens: list[Token], at: int) -> tuple[Clock, int]:
    """The time that starts at a token, and the token after it; `at` itself where none does."""
    half, first = -1, at
    if tokens[at].kind == "W" and tokens[at].text in harvest().halves and _number(tokens, at + 1, 2):
        half, first = harvest().halves[tokens[at].text], at + 1  # 上午9:30
    if not _number(tokens, first, 2):
        return Clock(), at
    hour = _slot(tokens[first])
    for reader in (_colons, _hour_word, _unit_marks, _dotted, _half_only):
        clock, end = reader(tokens, first, hour)
        if end > first:
            return _with_half_and_zone(clock._replace(half=half), tokens, end)
    return Clock(), at


def _colons(tokens: list[Token], at: int, hour: Slot) -> tuple[Clock, int]:
    if not (_mark(tokens, at + 1, ":") and _number(tokens, at + 2, 2, exactly=True)):
        return Clock(), at
    minute, second, end = _slot(tokens[at + 2]), Slot(), at + 3
    if _mark(tokens, end, ":.") and _number(tokens, end + 1, 2, exactly=True) and tokens[end + 1].glued:
        second, end = _slot(tokens[end + 1]), end + 2
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
    if _number(tokens, at + 2, 2, exactly=True) and tokens[at + 1].text != "uhr":
        return Clock(hour, _slot(tokens[at + 2])), at + 3
    return Clock(hour), at + 2


def _unit_marks(tokens: list[Token], at: int, hour: Slot) -> tuple[Clock, int]:
    if not _unit(tokens, at + 1, "h"):
        return Clock(), at
    minute, second, end = Slot(), Slot(), at + 2
    if _number(tokens, end, 2) and _unit(tokens, end + 1, "n"):
        minute, end = _slot(tokens[end]), end + 2
    if _number(tokens, end, 2) and _unit(tokens, end + 1, "s"):
        second, end = _slot(tokens[end]), end + 2
    return Clock(hour, minute, second), end


def _dotted(tokens: list[Token], at: int, hour: Slot) -> tuple[Clock, int]:
    """`kl. 14.05`: two numbers and a point are a time only after a word that says so, or before `Uhr`."""
    if not (_mark(tokens, at + 1, ".") and _number(tokens, at + 2, 2, exactly=True) and tokens[at + 2].glued):
        return Clock(), at
    words = [t.text for t in tokens[:at] if t.kind == "W"]
    after_word = any(t.kind == "W" and t.text in _BEFORE_DOTTED for t in tokens[max(0, at - 2) : at]) or any(
        " ".join(words[-size:]) in day_words() for size in (1, 2, 3) if size <= len(words)
    )  # Oggi, 12.30
    before_word = at + 3 < len(tokens) and tokens[at + 3].kind == "W" and tokens[at + 3].text in _HOUR_WORDS
    longer = _mark(tokens, at + 3, ".") and at + 4 < len(tokens) and tokens[at + 4].kind == "N"
    if longer or not (after_word or before_word):
        return Clock(), at
    return Clock(hour, _slot(tokens[at + 2])), at + 3 + before_word


def _half_only(tokens: list[Token], at: int, hour: Slot) -> tuple[Clock, int]:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    of_date = at > 0 and tokens[at].glued and tokens[at - 1].text in "/-."  # 2020/10/9 PM 2:26
    if following and following.kind == "W" and following.text in ("am", "pm") and not of_date:
        return Clock(hour), at + 1
    return Clock(), at


def _with_half_and_zone(clock: Clock, tokens: list[Token], at: int) -> tuple[Clock, int]:
    if at < len(tokens) and tokens[at].kind == "W" and tokens[at].text in harvest().halves and clock.half < 0:
        clock, at = clock._replace(half=harvest().halves[tokens[at].text]), at + 1
        at += _mark(tokens, at, ".")
    named = at < len(tokens) and tokens[at].kind == "W" and tokens[at].text in ZONES
    if named:
        clock, at = clock._replace(zone=ZONES[tokens[at].text]), at + 1
    if (
        at + 1 < len(tokens)
        and tokens[at].kind == "P"
        and (tokens[at].text == "+" or tokens[at].text in _DASHES)
    ):
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
        slots = _slot(number), _slot(tokens[at + 3]) if minutes else Slot()
        return clock._replace(zone=sign, zone_hour=slots[0], zone_minute=slots[1]), at + (4 if minutes else 2)
    return clock, at


def _slot(token: Token) -> Slot:
    return Slot(token.at, token.size)


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


__all__ = ["NO_ZONE", "ZONES", "take_clock"]
