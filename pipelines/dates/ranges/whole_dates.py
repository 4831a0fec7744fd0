"""Numbers that are a whole date by themselves, so that no range begins or ends within them."""

from __future__ import annotations

from pipelines.dates.days.eras import CONVERTED, ERA_WORDS, Era
from pipelines.dates.ranges.parts import (
    is_day,
    is_weekday,
    joiner_sizes,
    month_senses,
    month_size,
    number_behind,
)
from pipelines.dates.tokens.lexer import DAY_DIGITS, YEAR_DIGITS, Token
from pipelines.dates.words.names import MIN_PREFIX
from pipelines.dates.words.wording import LINKS

CHAIN = 5  # tokens of three numbers and the marks between them


def in_whole_dates(tokens: list[Token]) -> set[int]:
    """Return the places of numbers of which one mark glues three to a date that needs no month: `2026-01-06 (mar.)`, `14/06/26 Jan Berg`."""
    found: set[int] = set()
    for at in range(len(tokens) - CHAIN + 1):
        chain = tokens[at : at + CHAIN]
        if [t.kind for t in chain] != ["N", "P", "N", "P", "N"] or chain[1].text != chain[3].text:
            continue
        continued = number_behind(tokens, at + 4) is not None and tokens[at + CHAIN].text == chain[1].text
        if all(t.glued for t in chain[1:]) and not continued and not _lists_days(tokens, at):
            found.update((at, at + 2, at + 4))
    return found


def _lists_days(tokens: list[Token], at: int) -> bool:
    """Whether three glued numbers are days of the month behind them, with its year or at the end: `14/15/16 March 2026`."""
    if not all(is_day(tokens, place) for place in (at, at + 2, at + 4)):
        return False
    month = at + CHAIN + (tokens[at + CHAIN : at + CHAIN + 1] != [] and tokens[at + CHAIN].text == ".")
    size = month_size(tokens, month)
    behind = next((t for t in tokens[month + size :] if t.text != "."), None)
    year = behind is not None and behind.size == YEAR_DIGITS
    return size > 0 and (year or (behind is None and not is_weekday(tokens[month])))


def first_whole(tokens: list[Token]) -> list[Token]:
    """Return the tokens of the first of two whole dates that are joined: `29. des. 2025 – 6. jan. 2026`."""
    for at in range(len(("day", "month", "year")), len(tokens) - 2):
        for size in joiner_sizes(tokens, at):
            first, last = tokens[:at], tokens[at + size :]
            if not (_is_whole(first) and _is_whole(last)) or _is_within_date(tokens, at):
                continue
            told = [_calendar(tokens_of) for tokens_of in (first, last)]
            if told[0] in CONVERTED and told[1] not in CONVERTED:  # 13 محرم 1448 - 28 يونيو 2026
                return last
            return first
    return tokens


def _is_within_date(tokens: list[Token], at: int) -> bool:
    """Whether a mark parts the numbers of one date: of `2026 · 20/10/2026 · 12.50` both, but not `2026-10-20/2026-10-22`."""
    around = tokens[at - 2 : at + 3]
    if [t.kind for t in around[1:4]] != ["N", "P", "N"] or not (around[2].glued and around[3].glued):
        return False
    mark = around[2].text
    return (around[0].text == mark) != ([t.text for t in around[4:]] == [mark])


def _calendar(tokens: list[Token]) -> int:
    """The calendar that one of the words names or whose month it is."""
    words = [token.text for token in tokens if token.kind == "W"]
    named = [ERA_WORDS[word] for word in words if word in ERA_WORDS and not word.isascii()]
    own = [
        senses[0].era
        for at in range(len(tokens))
        if month_size(tokens, at) and (senses := month_senses(tokens, at))
    ]
    return next((era for era in (*own, *named) if era in CONVERTED), Era.UNSAID)


def _is_whole(tokens: list[Token]) -> bool:
    """One year of four digits and, beside it, two short numbers or one and a word."""
    sizes = sorted(token.size for token in tokens if token.kind == "N")
    words = any(
        month_size(tokens, at)
        or (t.kind == "W" and len(t.text) >= MIN_PREFIX and t.text in LINKS)  # 26. des. 2025
        for at, t in enumerate(tokens)
    )
    return (
        sizes[-1:] == [YEAR_DIGITS]
        and len(sizes) in (3, 3 - words)
        and all(size <= DAY_DIGITS for size in sizes[:-1])
    )
