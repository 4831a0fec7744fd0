"""What a pair of days may be instead of a range: a number of the word before it, hours, or the parts of one date."""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from pipelines.dates.ranges.parts import COMMAS, is_day, is_weekday, joiner_sizes, number_behind
from pipelines.dates.tokens.lexer import DASHES, Token
from pipelines.dates.words.joiners import OPENERS
from pipelines.dates.words.wording import APART
from pipelines.range_joiners import MARKS

MIN_NAME = 5  # letters of a weekday that announces two days by itself: sal, sali, kolo are halls and rounds elsewhere
MAX_OPENER = 2  # letters of a word that may stand before a range without being known: du, am, od


class Pair(NamedTuple):
    """Two days and what is between them, as places of tokens.

    Attributes:
        left: the first day.
        join: first token of what joins them.
        past: first token behind it.
        right: the last day.
        month: the month word behind the first day, or None.
    """

    left: int
    join: int
    past: int
    right: int
    month: int | None


def joins_by_mark(tokens: list[Token], pair: Pair) -> bool:
    """Whether a dash or a stroke joins, which also part the numbers of one date."""
    return tokens[pair.join].kind == "P" and tokens[pair.join].text not in MARKS


def is_marked_range(tokens: list[Token], pair: Pair, last: int) -> bool:
    """`14-15/03/2026`, `12.-14.03.`, `14 / 15/03/2026`: the last day is a whole date by itself, and the first is no part of it."""
    mark = tokens[pair.right + 1]
    closed = mark.text == "." and tokens[last + 1 : last + 2] != [] and tokens[last + 1].text == "."
    if not (closed or number_behind(tokens, last)) or not mark.glued or mark.text in DASHES:
        return False
    apart = _is_apart(tokens, pair)
    return not (apart and is_of_word(tokens, pair)) and (tokens[pair.join].text != mark.text or apart)


def is_of_word(tokens: list[Token], pair: Pair) -> bool:
    """Whether a word stands before the first number that neither announces nor names a day, and no point behind it."""
    marks = {t.text for t in takewhile(lambda t: t.kind == "P", reversed(tokens[: pair.left]))} - {"."}
    before = next((t for t in reversed(tokens[: pair.left]) if t.kind != "P"), None)
    if before is None or before.kind != "W" or tokens[pair.left + 1].text == ".":
        return False
    if marks and not (marks <= {":", *COMMAS} and joins_by_mark(tokens, pair) and _is_apart(tokens, pair)):
        return False  # News / 15–19 March, Posted: 15–19 March, but not Comments: 2 - 15 March
    if is_weekday(before):
        both = any(map(is_weekday, tokens[pair.past : pair.right]))
        return not both and len(before.text) < MIN_NAME
    return len(before.text) > MAX_OPENER and before.text not in OPENERS


def is_behind_range(tokens: list[Token], pair: Pair) -> bool:
    """`pp. 4-7 - 19 November`: of two numbers that a dash glues together, parted from the day by a looser one, neither is a day."""
    if not is_parted(tokens, pair):
        return False
    dash = tokens[pair.left - 1]
    return dash.text in DASHES and dash.glued and tokens[pair.left].glued and tokens[pair.join].text in DASHES


def is_parted(tokens: list[Token], pair: Pair) -> bool:
    """`10-12 - 28 September`: what joins the number to one before it is not what joins it to the day."""
    if not (joins_by_mark(tokens, pair) and _is_apart(tokens, pair) and is_day(tokens, pair.left - 2)):
        return False
    before = tokens[pair.left - 1]
    same = before.text == tokens[pair.join].text and before.glued == tokens[pair.join].glued
    return before.text not in COMMAS and not same and any(joiner_sizes(tokens, pair.left - 1))


def closes_pair(tokens: list[Token], pair: Pair) -> bool:
    """`5.11. – 20. November`: two numbers, a point behind each, lead to a later day, and no word stands before that may have them."""
    parts = tokens[max(0, pair.left - 2) : pair.join]
    if [t.kind for t in parts] != ["N", "P", "N", "P"] or {parts[1].text, parts[3].text} != {"."}:
        return False
    if not (parts[1].glued and parts[3].glued and is_day(tokens, pair.left - 2)):
        return False
    before = next((t for t in reversed(tokens[: pair.left - 2]) if t.text != "."), None)
    if before is None or before.kind != "W":
        return before is None or before.text in (*COMMAS, *APART, ":")
    return len(before.text) <= MAX_OPENER or before.text in OPENERS or is_weekday(before)


def _is_apart(tokens: list[Token], pair: Pair) -> bool:
    """Whether a space stands beside the mark that joins."""
    return not (tokens[pair.join].glued and tokens[pair.past].glued)
