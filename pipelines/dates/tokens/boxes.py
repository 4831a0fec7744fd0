"""The parts of one date that a stroke glues together: `18|Nov|2026`, `Nov|18|2026`, `24|thg 11|2026`, `18|Nov`.

A stroke between spaces parts a date from what else the cell says; glued on both sides it stands for the line breaks of a box.
"""

from __future__ import annotations

from itertools import pairwise

from pipelines.dates.tokens.lexer import DAY_DIGITS, YEAR_DIGITS, Token
from pipelines.dates.words.names import months, short_months
from pipelines.dates.words.wording import MONTH_BEFORE

STROKE = "|"
LONGEST = 4  # tokens of a month: d’oct.


def without_strokes(tokens: list[Token]) -> list[Token]:
    """Return the tokens without the strokes between day, month and year."""
    glued = [at for at, token in enumerate(tokens) if _is_glued(tokens, at, token)]
    if len(glued) == 1 and _are_all(tokens[: glued[0]], tokens[glued[0] + 1 :]):
        return [*tokens[: glued[0]], *tokens[glued[0] + 1 :]]
    for first, last in pairwise(glued):
        parts = tokens[first - 1 : first], tokens[first + 1 : last], tokens[last + 1 : last + 2]
        year = tokens[last + 3 : last + 4] if last + 2 in glued else []
        if (
            year
            and year[0].size == YEAR_DIGITS
            and parts[2][0].size <= DAY_DIGITS
            and not _is_month(parts[2])
        ):
            continue  # 11|May|17|2025: the day stands behind the month, the number before it is none of the date
        if _are_of_date(*parts):
            return [*tokens[:first], *tokens[first + 1 : last], *tokens[last + 1 :]]
    return tokens


def _is_glued(tokens: list[Token], at: int, token: Token) -> bool:
    return token.text == STROKE and token.glued and at + 1 < len(tokens) and tokens[at + 1].glued


def _are_of_date(left: list[Token], middle: list[Token], right: list[Token]) -> bool:
    """Whether a day, a month and a year are told: the month between numbers, or before its day."""
    if not left or not right or not middle or len(middle) > LONGEST or right[0].kind != "N":
        return False
    year = any(token.size == YEAR_DIGITS for token in (*left, *right))
    if _is_month(middle):
        return left[0].kind == "N" and (year or left[0].size == right[0].size == DAY_DIGITS)
    day = [token.size for token in middle if token.kind == "N"]
    return year and _is_month(left) and len(middle) == 1 and day != [] and day[0] <= DAY_DIGITS


def _are_all(left: list[Token], right: list[Token]) -> bool:
    """Whether a cell is a day and a month and nothing else: `18|Nov`."""
    day, month = (left, right) if left and left[0].kind == "N" else (right, left)
    one = len(day) == 1 and 0 < day[0].size <= DAY_DIGITS
    return one and len(month) <= LONGEST and _is_month(month) and all(token.kind != "N" for token in month)


def _is_month(tokens: list[Token]) -> bool:
    words = [token.text for token in tokens if token.kind == "W"]
    return any(months(word) or short_months(word) or word in MONTH_BEFORE for word in words)
