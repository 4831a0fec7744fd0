"""The numbers beside a day and its month: which is their year, and which counts, or tells an hour or a room."""

from __future__ import annotations

from pipelines.dates.days.eras import ERA_WORDS
from pipelines.dates.tokens.lexer import DASHES, DAY_DIGITS, YEAR_DIGITS, YEAR_MARK, Token
from pipelines.dates.words.joiners import joining_words
from pipelines.dates.words.names import months, weekdays
from pipelines.dates.words.wording import APART, BEHIND_YEAR, MONTH_AFTER, YEAR_BEFORE, YEAR_WORDS

LINK_WORD = 4  # letters; longest word that links day, month and year: "de", "del", "gada", "წლის"
SHORT_WORD = 2  # letters of a word that counts nothing: `18 Nov 26 by Jane`
COUNT = 3  # digits of no year behind a month: Minguo years stand first
_STOPS, _COMMAS = ".׳॰", ",،"  # marks that shorten a month, and those behind it
_OF_YEAR = YEAR_WORDS | YEAR_BEFORE
_YEAR_LINKS = ("de", "del", "of")  # words between a month and a year of two digits


def near(tokens: list[Token], at: int, step: int, words: int) -> int | None:
    """Return the number next to a token, over punctuation and at most so many short linking words."""
    at += step
    while 0 <= at < len(tokens):
        token = tokens[at]
        if token.kind == "N":
            return at
        if token.kind == "W":
            if token.text in MONTH_AFTER or token.text in _OF_YEAR:
                at += step
                continue
            words -= 1
            if words < 0 or len(token.text) > LINK_WORD or months(token.text):
                return None
        elif token.text in APART or (token.text in DASHES and not token.glued):
            return None
        at += step
    return None


def is_year_beside(tokens: list[Token], first: int, last: int, left: int, right: int) -> bool:
    """Return whether a number behind day and month is theirs, not a count, an hour or a room: `28 September and 2 more`.

    Two digits may be a year where nothing but a point, a link or the mark between day and month stands before them,
    and no mark glues a further number to them. A comma before them, a word behind them, a single digit: any two tell a count.
    A word behind them that may not follow a year does so by itself: `28 September 12 comments`.

    Args:
        tokens: the cell.
        first: where the month begins; `last` where it ends.
        last: its last token.
        left: the day.
        right: the number behind the month.
    """
    if tokens[right].size == COUNT:
        return False
    if tokens[left].size > DAY_DIGITS or tokens[right].size > DAY_DIGITS or tokens[right].text == YEAR_MARK:
        return True
    beyond = near(tokens, right, 1, 0)
    if beyond is not None and tokens[beyond].size == YEAR_DIGITS:
        return True
    between = tokens[last + 1 : right]
    parting = {t.text for t in tokens[left + 1 : first] if t.kind == "P"} | set(_STOPS + _COMMAS)
    if not all(t.text in parting if t.kind == "P" else _links_year(t) for t in between):
        return False
    marked = any(t.kind == "P" and t.text not in _STOPS + _COMMAS for t in between)  # 18-Nov-25 Bulletin
    if is_continued(tokens, right) or (not marked and counts_behind(tokens, right)):
        return False
    words_follow = right + 1 < len(tokens) and tokens[right + 1].kind != "P"
    signs = (words_follow, any(t.text in _COMMAS for t in between), tokens[right].size < DAY_DIGITS)
    return sum(signs) <= 1  # of a year one may be true, of a count two are


def counts_behind(tokens: list[Token], at: int) -> bool:
    """Return whether the word behind a number of two digits says what it counts: `12 comments`, `10 till 12`."""
    word = tokens[at + 1] if at + 1 < len(tokens) else None
    if word is None or word.kind != "W" or word.glued:
        return False
    further = tokens[at + 2] if at + 2 < len(tokens) else None
    if word.text in joining_words() and further is not None and further.kind == "N":
        return not (at + 3 < len(tokens) and tokens[at + 3].kind == "W" and bool(months(tokens[at + 3].text)))
    return not (
        len(word.text) <= SHORT_WORD
        or word.text in BEHIND_YEAR
        or word.text in YEAR_WORDS
        or word.text in ERA_WORDS
        or bool(months(word.text) or weekdays(word.text))
    )


def is_continued(tokens: list[Token], at: int) -> bool:
    """Return whether a mark or a word glues a further number to the one here: 10-12, 10.30, 2/28, 19e30."""
    behind = tokens[at + 1 : at + 3]
    joined = [token.kind for token in behind] in (["P", "N"], ["W", "N"])
    return joined and all(token.glued for token in behind)


def number_before(tokens: list[Token], at: int) -> bool:
    """Return whether a point glues the number here to one before it."""
    before = tokens[max(0, at - 2) : at]
    return (
        [t.kind for t in before] == ["N", "P"]
        and before[1].text == "."
        and before[1].glued
        and tokens[at].glued
    )


def year_after(tokens: list[Token], day: int) -> int | None:
    """Return the year that follows a day, two digits only after a comma."""
    beyond = near(tokens, day, 1, 1)
    if beyond is None:
        return None
    if tokens[beyond].size == YEAR_DIGITS:
        return beyond
    closed = beyond + 1 == len(tokens) or tokens[beyond + 1].kind == "P"
    beside = tokens[beyond - 1].text == "," or beyond == day + 1
    if tokens[beyond].size == DAY_DIGITS and beside and closed and not is_continued(tokens, beyond):
        return beyond
    further = near(tokens, beyond, 1, 1)
    return further if further is not None and tokens[further].size == YEAR_DIGITS else None


def _links_year(token: Token) -> bool:
    return token.text in _YEAR_LINKS or token.text in ERA_WORDS
