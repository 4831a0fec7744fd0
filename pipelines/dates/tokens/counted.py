"""Numbers that count issues, volumes, parts, pages, minutes: `Issue 11, May 2026` names no day.

The word that counts and its number are taken out before a date is looked for, so that what is left says what it says: a
month, a year, or a whole date beside them.
"""

from __future__ import annotations

from pipelines.counting_words import COUNTING
from pipelines.dates.tokens.codes import MEASURES, MEASURES_DECIMAL, SECTIONS, ends_chain
from pipelines.dates.tokens.lexer import DAY_DIGITS, Token
from pipelines.dates.tokens.month_words import month_phrase
from pipelines.dates.words.fold import fold
from pipelines.dates.words.names import months, weekdays
from pipelines.dates.words.senses import weight
from pipelines.dates.words.wording import (
    COUNTING_AFTER,
    COUNTING_LETTERS,
    COUNTING_MARKS,
    MINUTES,
    WEEKDAY_LETTER,
)

# Share of the web (`senses.weight`) of languages whose months stand before initials; `doc` has .06, `oct` 1.8.
LARGER = 0.1
SHORT_WORD = 2  # letters of a word that may stand before a day
MAX_COUNTED = 3  # digits; longer numbers are years, or no part of a date
CHAIN = 4  # tokens of a numeric date behind its first number
_WORDS, _WORDS_AFTER = frozenset(map(fold, COUNTING)), frozenset(map(fold, COUNTING_AFTER))
_WORDS_DECIMAL = _WORDS | SECTIONS  # before a number with a point in it
_MINUTES = frozenset(map(fold, MINUTES.split()))
_COMPOUNDS = frozenset("day week month night hour minute year star page part mile".split())  # 5-day tour
_BRACKETS = {"(": ")", "[": "]"}
MAX_WORDS = 3  # words behind a duration or a count that tell what it is of
_PERIODS = frozenset(("w", "fy"))  # glued to the number of a week, a year of account: W47, FY26
_PARTING = frozenset(",-–—|")
_BESIDE = ".:°º" + COUNTING_MARKS


def without_counted(tokens: list[Token]) -> list[Token]:
    """Return the tokens without numbers that a word or mark before or behind them counts with."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if _is_weekday(tokens, at):
            kept.append(tokens[at]._replace(text=WEEKDAY_LETTER))
            at += 1
            continue
        number = _counted(tokens, at)
        if number is None:
            kept.append(tokens[at])
            at += 1
            continue
        at = number + 1
        if _is_decimal(tokens, number):  # Section 3.2
            at += 2
    return kept


def without_durations(tokens: list[Token]) -> list[Token]:
    """Return the tokens without minutes (`12 min read`) and without a number alone in brackets behind a date (`Nov 18 (12)`).

    The time of day is no longer among the tokens: minutes that are left are how long something takes.
    """
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].text in _PERIODS and [t.kind for t in tokens[at + 1 : at + 2] if t.glued] == ["N"]:
            at += len(("W", "47"))
            continue
        if tokens[at].kind == "N" and _is_small(tokens[at]):
            word = at + 1 + (tokens[at + 1 : at + 2] != [] and tokens[at + 1].text == ".")
            if word < len(tokens) and tokens[word].text in _MINUTES:
                at = _end_of_words(tokens, word + 1)
                continue
            decimal = tokens[at].glued and _ends_in_decimal(kept)
            units = MEASURES_DECIMAL if decimal else MEASURES
            measured = 0 if ends_chain(tokens, at) else _measure(tokens, at, units)
            if not kept and not any(t.kind == "N" for t in tokens[at + measured :]):
                measured = 0  # 25 mb: all that the cell says
            if measured:
                at += measured
                if decimal and tokens[at - 1].text in MEASURES_DECIMAL:
                    del kept[-2:]
                continue
        bracketed = _count_in_brackets(tokens, at) or _number_of_place(tokens, at) if kept else 0
        if at == 0:
            bracketed = _opening(tokens)
        if bracketed:
            at += bracketed
            continue
        kept.append(tokens[at])
        at += 1
    return kept


def _measure(tokens: list[Token], at: int, measures: frozenset[str]) -> int:
    """Tokens of a share, a size or a temperature that begins here, 0 without one: 25%, 12 KB, 25°C, 25° at the end."""
    marks = [token.text for token in tokens[at + 1 : at + 3]]
    if marks[:1] == ["%"] or (marks and marks[0] in measures and not _are_initials(tokens, at)):
        return len(("25", "%"))
    if marks[:1] == ["°"] and (len(marks) == 1 or marks[1] in ("c", "f")):
        return 1 + len(marks)
    return 0


def _are_initials(tokens: list[Token], at: int) -> bool:
    """`18 Nov 25 mb`, `Oct 11 KM`: two letters behind a date are its author's; of `DOC 12 KB` the month is Catalan."""
    before = tokens[at - 1] if at else tokens[at]
    known = before.kind == "W" and any(weight(sense.languages) >= LARGER for sense in months(before.text))
    return known or [t.kind for t in tokens[max(0, at - 2) : at]] == ["N", "W"]


def _ends_in_decimal(tokens: list[Token]) -> bool:
    """Whether the last two tokens are the whole part of a number and its mark: 1.2 MB, 1,2 MB."""
    whole = tokens[-2:]
    return [t.kind for t in whole] == ["N", "P"] and whole[1].text in ".," and whole[1].glued


def _end_of_words(tokens: list[Token], at: int) -> int:
    """The token behind the words that tell what minutes are for: `min read`, `Min. Lesezeit`, `min de lecture`."""
    end = at
    while end < min(len(tokens), at + MAX_WORDS) and _is_plain_word(tokens[end]):
        end += 1
    return end


def _is_plain_word(token: Token) -> bool:
    return token.kind == "W" and not (month_phrase([token], 0, 1) or weekdays(token.text))


def _count_in_brackets(tokens: list[Token], at: int) -> int:
    """Tokens of a count in brackets that ends the cell, 0 without one: `(12)`, `[3]`, `(27 टिप्पणी)`."""
    if tokens[at].text not in _BRACKETS or at + 1 == len(tokens) or not _is_small(tokens[at + 1]):
        return 0
    end = _end_of_words(tokens, at + 2)
    closed = end + 1 == len(tokens) and tokens[end].text == _BRACKETS[tokens[at].text]
    return end + 1 - at if closed else 0


def _opening(tokens: list[Token]) -> int:
    """Tokens of a count in brackets that opens a cell with a day behind it: `(3) Nov 18`, but not `[18] Nov 2026`."""
    inside = tokens[:3]
    if [t.kind for t in inside] != ["P", "N", "P"] or inside[2].text != _BRACKETS.get(inside[0].text):
        return 0
    return 3 if any(t.kind == "N" and t.size <= DAY_DIGITS for t in tokens[3:]) else 0


def _number_of_place(tokens: list[Token], at: int) -> int:
    """Tokens of a number in brackets that belongs to the word before it, where a date follows: `Paris (75), 2 mars`."""
    inside = tokens[at : at + 3]
    if [t.kind for t in inside] != ["P", "N", "P"] or inside[2].text != _BRACKETS.get(inside[0].text):
        return 0
    word = tokens[at - 1]
    follows = any(t.kind == "N" for t in tokens[at + 3 :])
    return (
        3 if _is_small(inside[1]) and follows and len(word.text) > SHORT_WORD and _is_plain_word(word) else 0
    )


def _counted(tokens: list[Token], at: int) -> int | None:
    """Place of the number that the token here counts, or that is counted by the word behind it."""
    token = tokens[at]
    if token.kind == "N":
        behind = tokens[at + 1 : at + 3]
        if (
            [t.text for t in behind if t.glued][:1] == ["-"]
            and behind[-1].glued
            and behind[-1].text in _COMPOUNDS
        ):
            return at
        word = next((t for t in behind if t.text != "."), None)
        if word is None or word.kind != "W" or not _is_small(token):
            return None
        return at if word.text in _WORDS_AFTER else None
    number = at + 1
    while number < len(tokens) and tokens[number].kind == "P" and tokens[number].text in _BESIDE:
        number += 1
    if number >= len(tokens) or not _is_small(tokens[number]) or _is_date(tokens, number):
        return None
    marked = number > at + 1
    if _is_numbered_weekday(tokens, at):
        return number
    if token.kind == "P":
        return number if token.text in COUNTING_MARKS else None
    if token.text == "no":  # no 12 de maio: Portuguese for "on the"
        marked = marked or not (number + 1 < len(tokens) and tokens[number + 1].text == "de")
        return number if marked else None
    counts = token.text in (_WORDS_DECIMAL if _is_decimal(tokens, number) else _WORDS) or (
        marked and token.text in COUNTING_LETTERS
    )
    return number if counts else None


def _is_weekday(tokens: list[Token], at: int) -> bool:
    """`C. 3 iyl`: before a day and its month in Azerbaijani the letter is a weekday, but for what may be Slovak (`č. 10 okt. 2026`)."""
    if tokens[at].text != "c" or [t.text for t in tokens[at + 1 : at + 3]] != [".", ""]:
        return False
    behind = [t for t in tokens[at + 3 : at + 7] if t.text != "."][:2]
    if tokens[at + 2].kind != "N" or not behind or behind[0].kind != "W":
        return False
    spoken = {language for sense in months(behind[0].text) for language in sense.languages}
    year = any(t.kind == "N" for t in behind[1:])
    return "az" in spoken and not (year and spoken & {"cs", "sk"})


def _is_numbered_weekday(tokens: list[Token], at: int) -> bool:
    """`Thứ 4, 19/11`, `T4 - 19/11/2026`: Vietnamese counts its weekdays; a day and its month in numbers follow."""
    word, number, *behind = tokens[at : at + 7]
    named = word.text == ("t" if number.glued else "thu") and number.kind == "N"
    if not named or number.size > 1 or (behind and behind[0].kind == "P" and behind[0].text not in _PARTING):
        return False
    behind = behind[behind[0].text in _PARTING or behind[0].text == "ngay" :] if behind else []
    return [t.kind for t in behind[:3]] == ["N", "P", "N"] and behind[1].glued and behind[2].glued


def _is_decimal(tokens: list[Token], at: int) -> bool:
    """Whether a point glues one more short number to the one here, and nothing to that."""
    chain = tokens[at : at + 4]
    return (
        [t.kind for t in chain[:3]] == ["N", "P", "N"]
        and chain[1].text == "."
        and chain[1].glued
        and chain[2].glued
        and chain[2].size <= DAY_DIGITS
        and not (len(chain) > 3 and chain[3].glued and chain[3].kind != "W")
    )


def _is_small(token: Token) -> bool:
    return token.kind == "N" and token.size <= MAX_COUNTED


def _is_date(tokens: list[Token], at: int) -> bool:
    """`Issue 12-05-2026`, `Nr 12:30`: the number begins a date or a time."""
    clock = tokens[at + 1 : at + 3]
    if (
        len(clock) == 2
        and clock[0].text == ":"
        and clock[0].glued
        and clock[1].kind == "N"
        and clock[1].glued
    ):
        return True
    chain = tokens[at + 1 : at + 5]
    return (
        len(chain) == CHAIN
        and chain[0].glued
        and chain[0].kind == "P"
        and chain[2].text == chain[0].text
        and chain[1].kind == chain[3].kind == "N"
    )
