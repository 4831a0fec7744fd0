"""What a token can be beside the two days of a range: a joiner, a month, a weekday, a number glued on by a mark.

Places are positions in the list of tokens. A month's own word is told from a weekday of the same name (`mar.`, `sam.`) by
whether another month follows; nothing else here decides anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipelines.dates.tokens.lexer import DASHES, DAY_DIGITS, YEAR_DIGITS, Token
from pipelines.dates.tokens.month_words import longest_phrase, month_phrase
from pipelines.dates.tokens.named import CODED
from pipelines.dates.tokens.numeric import SEPARATORS
from pipelines.dates.words.joiners import joiners
from pipelines.dates.words.names import (
    MIN_PREFIX,
    inflected_months,
    inflected_weekday,
    misspelt_months,
    months,
    roman_months,
    short_months,
    weekdays,
)
from pipelines.dates.words.senses import Sense
from pipelines.dates.words.wording import LINKS, MONTH_BEFORE
from pipelines.range_joiners import MARKS

MAX_BETWEEN = 6  # tokens between a day and what belongs to it: `, domenica`, `zum Sonntag, den`
MAX_LINK = 2  # letters of a word between a day and its month that no table lists: 15 ta' Marzu
COMMAS = (",", "،", "፣", "、")
STOPS = (".", "׳", *COMMAS)
_MARKS = frozenset((*DASHES, *MARKS, *COMMAS, "/"))
NUMBERED = (*MONTH_BEFORE, "th")  # words whose number is no day: tháng 3, Th 7


def joiner_sizes(tokens: list[Token], at: int) -> Iterator[int]:
    """Yield the tokens of each joiner that begins here, a mark or the longest word first."""
    if at >= len(tokens):
        return
    if tokens[at].kind == "P" and tokens[at].text in _MARKS:
        yield 1
    for phrase in _by_first().get(tokens[at].text, ()):
        behind = tokens[at + len(phrase) : at + len(phrase) + 1]
        written_in = phrase[-1].isascii() and any(t.kind == "N" and t.glued for t in behind)  # S8 E4
        if tuple(t.text for t in tokens[at : at + len(phrase)]) == phrase and not written_in:
            yield len(phrase)


def may_join(tokens: list[Token]) -> bool:
    """Whether any token joins, so that a range is worth looking for."""
    return any(token.text in _MARKS or token.text in _by_first() for token in tokens)


@cache
def _by_first() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in joiners():
        table.setdefault(phrase[0], []).append(phrase)
    return table


def leads_to_joiner(tokens: list[Token], at: int) -> bool:
    """Whether a joiner follows, over points and weekdays: of `14 mar. - 16 mar.` the word is a month."""
    while at < len(tokens) and (tokens[at].text == "." or is_weekday(tokens[at])):
        at += 1
    return any(True for _ in joiner_sizes(tokens, at))


def month_size(tokens: list[Token], at: int) -> int:
    """Tokens of the month word that begins here, 0 without one."""
    if at >= len(tokens) or tokens[at].kind != "W":
        return 0
    if is_day(tokens, at + 1) and (tokens[at].text in MONTH_BEFORE or is_coded(tokens, at + 1)):
        return len(("tháng", "3"))
    linking = tokens[at].text in LINKS and len(tokens[at].text) >= MIN_PREFIX  # 14 Des – 15 Des 2026
    if linking and short_months(tokens[at].text):
        return int(leads_to_joiner(tokens, at + 1))
    return len(_phrase(tokens, at).split()) or int(bool(inflected_months(tokens[at].text)))


def is_coded(tokens: list[Token], at: int) -> bool:
    """Whether a number is a month's with a letter before it: M03."""
    return at > 0 and tokens[at].glued and (tokens[at - 1].text, tokens[at].size) in CODED


def month_senses(tokens: list[Token], at: int) -> tuple[Sense, ...]:
    """The months that the word which begins here may mean."""
    return months(_phrase(tokens, at)) or inflected_months(tokens[at].text) or short_months(tokens[at].text)


def _phrase(tokens: list[Token], at: int) -> str:
    said = (month_phrase(tokens, at, size) for size in range(longest_phrase(tokens, at), 0, -1))
    return next(filter(None, said), "")


def month_behind(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Place and size of the month word behind a day, over points, hyphens, weekdays and links, in Amharic over a comma."""
    for here in range(at + 1, min(len(tokens), at + MAX_BETWEEN)):
        token = tokens[here]
        size = month_size(tokens, here) or int(_is_loose_month(tokens, here))
        if size and not (is_weekday(token) and month_behind(tokens, here)):
            return here, size
        link = token.kind == "W" and len(token.text) <= MAX_LINK
        if not (token.text in (".", "-", "፣") or link or is_link(token) or is_weekday(token)):
            return None
    return None


def _is_loose_month(tokens: list[Token], at: int) -> bool:
    """A numeral, a misspelt month or a linking word (`des`), believed where a year follows: `14-15 II 2026`; the last at the end too."""
    behind = next((token for token in tokens[at + 1 :] if token.text != "."), None)
    if tokens[at].kind != "W":
        return False
    word = tokens[at].text
    if behind is None or behind.size != YEAR_DIGITS:
        return behind is None and word in LINKS and len(word) >= MIN_PREFIX and bool(short_months(word))
    return bool(roman_months(word) or misspelt_months(word) or short_months(word))


def month_before(tokens: list[Token], at: int) -> tuple[Sense, ...] | None:
    """What the month before a day may be, over points, weekdays and other days of a list; None without one.

    A month in numbers (`3月`) has no senses.
    """
    for here in range(at - 1, max(-1, at - MAX_BETWEEN), -1):
        token = tokens[here]
        if token.kind == "U":
            return () if token.text == "M" else None
        if token.kind == "W" and month_size(tokens, here):
            return None if _has_day(tokens, here) else month_senses(tokens, here)
        if not (token.text in STOPS or is_weekday(token) or is_day(tokens, here)):
            return None
    return None


def _has_day(tokens: list[Token], month: int) -> bool:
    """Whether a day stands before a month, so that the numbers behind it are others: `28 September 10-12`."""
    day = month - 2 if month and tokens[month - 1].text == "." else month - 1
    return is_day(tokens, day)


def number_behind(tokens: list[Token], at: int) -> int | None:
    """Place of the number that a mark of numeric dates joins to the one here."""
    joined = at + 2 < len(tokens) and tokens[at + 1].kind == "P" and tokens[at + 2].kind == "N"
    return at + 2 if joined and tokens[at + 1].text in SEPARATORS.replace(",", "") else None


def past_weekday(tokens: list[Token], at: int, end: int) -> int:
    """The token behind the weekday that follows a day before another token, or the one here where none does."""
    here = at
    while here < end and (tokens[here].text in STOPS or tokens[here].kind == "U"):
        here += 1
    return here + 1 if here < end and is_weekday(tokens[here]) else at


def is_link(token: Token) -> bool:
    """`8 d'octubre`, `14 de marzo`; also a weekday of one letter: `szept. 28., H`."""
    return token.kind == "W" and (len(token.text) == 1 or token.text in LINKS)


def is_hyphen(tokens: list[Token], at: int) -> bool:
    """`28-yan`: a hyphen written into a day and its month."""
    return tokens[at].text == "-" and tokens[at].glued and month_size(tokens, at + 1) > 0


def is_weekday(token: Token) -> bool:
    """Whether a word may name a weekday, in whatever case."""
    return token.kind == "W" and bool(weekdays(token.text) or inflected_weekday(token.text))


def is_day(tokens: list[Token], at: int) -> bool:
    """Whether a number that can be a day stands here."""
    return 0 <= at < len(tokens) and tokens[at].kind == "N" and tokens[at].size <= DAY_DIGITS
