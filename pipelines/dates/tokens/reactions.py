"""Numbers of what readers left behind an entry, which pages count beside its date: `Nov 18 · 12 comments`, `조회 12`.

The count is taken out with its word before a date is looked for. What stands before such a word may as well be the end of
the date, for readers click on these words too: `11/18/26 Read more`, `Nov 18 Comments (3)`.
"""

from __future__ import annotations

from itertools import pairwise

from pipelines.dates.tokens.lexer import DASHES, DAY_DIGITS, YEAR_DIGITS, Token
from pipelines.dates.tokens.template import Slot
from pipelines.dates.words.fold import fold
from pipelines.dates.words.names import inflected_months, months
from pipelines.dates.words.wording import CLICKED, MONTH_AFTER, REACTIONS, REACTIONS_BEFORE

MAX_COUNT = 3  # digits of a count before its word; four are a year
_WORDS = frozenset(map(fold, REACTIONS.split()))
_WORDS_BEFORE = frozenset(map(fold, REACTIONS_BEFORE.split()))
_MARKS = ":(["
_DATE_MARKS = ("/", ".", *DASHES)


def without_reactions(tokens: list[Token]) -> list[Token]:
    """Return the tokens without counts of reactions and the words that tell what they count."""
    if not any(token.text in _WORDS or token.text in _WORDS_BEFORE for token in tokens):
        return tokens
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _end_of_count(tokens, at)
        kept.extend(tokens[at : at + (end == at)])
        at = max(end, at + 1)
    return kept


def viewed(tokens: list[Token], year: Slot) -> Slot:
    """Return the year of a date where a word for reactions stands behind it, which it may count: `30 Oct 2012 views`."""
    for number, word in pairwise(tokens):
        if number.kind == "N" and number.at == year.at and number.size == year.size == YEAR_DIGITS:
            return year if word.text in _WORDS - CLICKED else Slot()
    return Slot()


def _end_of_count(tokens: list[Token], at: int) -> int:
    """The token behind a count and its word that begin here; `at` itself where none does."""
    number = tokens[at]
    if number.kind == "W":
        behind = _number_behind(tokens, at)
        return at if behind is None else behind + 1
    if number.kind != "N" or at + 1 == len(tokens) or tokens[at + 1].text not in _WORDS:
        return at
    size = 1 if tokens[at + 1].text in CLICKED else MAX_COUNT
    counted_behind = _number_behind(tokens, at + 1) is not None
    if number.size > size or counted_behind or _is_of_date(tokens, at):
        return at
    end = at + 2
    while end < len(tokens) and tokens[end].text in _WORDS:  # bình luận, lượt xem
        end += 1
    return end


def _number_behind(tokens: list[Token], word: int) -> int | None:
    """Place of the number that a reaction's word stands before: `Comments: 3`, `Kommentare (3)`, `조회 12`."""
    at = word + 1
    while at < len(tokens) and tokens[at].kind == "P" and tokens[at].text in _MARKS:
        at += 1
    words = _WORDS | _WORDS_BEFORE if at > word + 1 else _WORDS_BEFORE
    if tokens[word].text not in words or at >= len(tokens) or tokens[at].kind != "N":
        return None
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    alone = behind is None or behind.text in ")]" or (behind.kind == "P" and not behind.glued)
    return at if alone else None


def _is_of_date(tokens: list[Token], at: int) -> bool:
    """Whether a number ends a date: a mark glues it to one before it, or it is the day behind a month (`Jan 9 Read`)."""
    before = tokens[max(0, at - 2) : at]
    if (
        len(before) == len(("18", "."))
        and tokens[at].glued
        and before[1].text in _DATE_MARKS
        and before[1].glued
    ):
        return before[0].kind == "N"
    month = at - 1 - (at > 0 and tokens[at - 1].text == ".")
    if month < 0 or tokens[month].kind != "W":
        return False
    word = tokens[month].text
    day = month - 1 - (month > 0 and tokens[month - 1].text == ".")
    has_day = day >= 0 and tokens[day].kind == "N" and tokens[day].size <= DAY_DIGITS
    return word in MONTH_AFTER or (bool(months(word) or inflected_months(word)) and not has_day)
