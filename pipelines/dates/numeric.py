"""Dates written in numbers alone: three, two, or one long one."""

from __future__ import annotations

from itertools import pairwise

from pipelines.dates.eras import ERA_WORDS
from pipelines.dates.lexer import Token
from pipelines.dates.names import months, weekdays
from pipelines.dates.template import Kind, Slot, Template
from pipelines.dates.wording import LINKS, RANGES

DASHES = "-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}\N{HYPHEN}"
_SEPARATORS = "./,·|_\\" + DASHES + "\N{FULLWIDTH SOLIDUS}\N{IDEOGRAPHIC FULL STOP}\N{KATAKANA MIDDLE DOT}"
_PAIR_WORD = 3  # letters of a word beside a pair of numbers, weekdays aside: `le 11/02`, but not `page 2/10`


def find_triple(tokens: list[Token]) -> Template | None:
    """Return the first three numbers that stand as a date: `11.02.26`, `2026-02-11`, `12.–14.03.26` (its first day)."""
    for at in range(len(tokens)):
        found = _triple_at(tokens, at)
        if found:
            return _range_before(tokens, at, found) or found
    return None


def _triple_at(tokens: list[Token], at: int) -> Template | None:
    first, after = _number(tokens, at), at + 1
    if not first:
        return None
    one, second, after = _separated(tokens, after)
    two, third, after = _separated(tokens, after)
    if not (second and third):
        return None
    sizes = (first.size, second.size, third.size)
    kind = _kind(sizes, one, two)
    word = next((t.text for t in reversed(tokens[max(0, at - 2) : at]) if t.kind == "W"), "")
    if one != two and months(word):
        return None  # March 19 - 20, 2016: the named finder knows better
    if kind is None or (
        kind == Kind.TRIPLE and (_continues(tokens, at, after, one) or _is_version(tokens, at))
    ):
        return None
    return Template(kind, _slot(first), _slot(second), _slot(third), separator=one or " ")


def _kind(sizes: tuple[int, int, int], one: str, two: str) -> int | None:
    short = [size <= 2 for size in sizes]
    if short == [True, True, False] and sizes[2] == 4:
        return Kind.LAST
    if (
        short == [False, True, True]
        and one == two
        and (sizes[0] == 4 or (sizes[0] == 3 and one in tuple("./-")))
    ):
        return Kind.FIRST
    if all(short) and one == two and one and one in _SEPARATORS:
        return Kind.TRIPLE
    return None


def _separated(tokens: list[Token], at: int) -> tuple[str, Token | None, int]:
    """The mark and the number that follow; a point may stand before another mark (`11./12.`)."""
    mark = ""
    if at < len(tokens) and tokens[at].kind == "P" and tokens[at].text in _SEPARATORS:
        mark = "-" if tokens[at].text in DASHES else tokens[at].text
        at += 1
    number = _number(tokens, at)
    if number and not mark and number.glued:
        return "", None, at
    return mark, number, at + 1


def _continues(tokens: list[Token], at: int, after: int, mark: str) -> bool:
    """True for a longer chain of numbers, such as an address or a version, of which three are no date."""
    left = (
        at >= 2
        and tokens[at - 1].text == mark
        and tokens[at - 2].kind == "N"
        and tokens[at].glued
        and mark not in DASHES
    )
    right = (
        after + 1 < len(tokens)
        and tokens[after].text == mark
        and tokens[after + 1].kind == "N"
        and tokens[after + 1].glued
    )
    return left or right


def _is_version(tokens: list[Token], at: int) -> bool:
    """`v1.12.3`: letters glued to the first number that name no era."""
    before = tokens[at - 1] if at else None
    return before is not None and before.kind == "W" and tokens[at].glued and before.text not in ERA_WORDS


def _range_before(tokens: list[Token], at: int, last: Template) -> Template | None:
    """`12.–14.03.26` and `12.03.–14.03.26`: the first day, with month and year of the last where it has none."""
    if not at or not is_range(tokens[at - 1]) or last.separator == "-" or last.kind == Kind.FIRST:
        return None
    left = [t for t in tokens[max(0, at - 5) : at - 1] if t.kind != "P"]
    if not left or left[-1].kind != "N" or left[-1].size > 2:
        return None
    paired = len(left) >= 2 and left[-2].kind == "N" and left[-2].size <= 2
    if paired:
        return last._replace(a=_slot(left[-2]), b=_slot(left[-1]), until=(last.a, last.b))
    return last._replace(a=_slot(left[-1])) if last.separator == "." else None


def find_compact(tokens: list[Token]) -> Template | None:
    """Return a date written without marks: `20260211`, `202602111405`, `2016/0422`; six digits only when alone."""
    numbers = [t for t in tokens if t.kind == "N"]
    for number in numbers:
        if number.size == 8 or number.size in (12, 14):
            return Template(Kind.COMPACT, Slot(number.at, 4), Slot(number.at + 4, 2), Slot(number.at + 6, 2))
    for left, right in pairwise(numbers):
        if left.size == right.size == 4 and len(tokens) <= 4:
            return Template(Kind.FIXED, _slot(left), Slot(right.at, 2), Slot(right.at + 2, 2))
    first = numbers[0] if numbers else None
    if first and first.size == 10 and len(numbers) == 2:  # 2016020417:10
        return Template(Kind.COMPACT, Slot(first.at, 4), Slot(first.at + 4, 2), Slot(first.at + 6, 2))
    if first and first.size == 6 and len(tokens) == 1:
        return Template(Kind.TRIPLE, Slot(first.at, 2), Slot(first.at + 2, 2), Slot(first.at + 4, 2))
    return None


def find_pair(tokens: list[Token]) -> Template | None:
    """Return a day and a month in numbers without a year: `11/02`, `11.02.`, `Mon 02-11`."""
    numbers = [t for t in tokens if t.kind == "N"]
    words = [t for t in tokens if t.kind == "W"]
    ranged = len(numbers) == 4 and any(is_range(t) for t in tokens)
    if not (len(numbers) == 2 or ranged) or any(n.size > 2 for n in numbers):
        return None
    if any(len(t.text) > _PAIR_WORD and not weekdays(t.text) for t in words):
        return None
    at = tokens.index(numbers[0])
    mark, second, after = _separated(tokens, at + 1)
    closed = after < len(tokens) and tokens[after].text == "."
    # am 11.2, but not 3.5 km
    linked = bool(words) and all(t.at < numbers[0].at or t.text in LINKS or weekdays(t.text) for t in words)
    padded = numbers[0].size == numbers[1].size == 2 and (mark == "-" or len(tokens) == 3)
    if (
        not second
        or second is not numbers[1]
        or not (mark == "/" or (mark == "." and (closed or linked)) or padded)
    ):
        return None
    return Template(Kind.PAIR, _slot(numbers[0]), _slot(numbers[1]), separator=mark)


def find_month_and_year(tokens: list[Token]) -> Template | None:
    """Return a month and a year in numbers: `02/2026`, `2026-02`; the day is missing."""
    numbers = [t for t in tokens if t.kind == "N"]
    if len(numbers) != 2 or any(months(t.text) for t in tokens if t.kind == "W"):
        return None
    mark, second, _ = _separated(tokens, tokens.index(numbers[0]) + 1)
    if second is not numbers[1] or mark not in ("/", ".", "-"):
        return None
    small, large = sorted(numbers, key=lambda n: n.size)
    if small.size > 2 or large.size != 4 or len(tokens) > 4:
        return None
    return Template(Kind.FIXED, _slot(large), _slot(small), separator=mark)


def is_range(token: Token) -> bool:
    """True for a dash or a word between the first and the last day of a range."""
    return token.kind != "N" and (token.text in DASHES or token.text in RANGES)


def _number(tokens: list[Token], at: int) -> Token | None:
    return tokens[at] if at < len(tokens) and tokens[at].kind == "N" else None


def _slot(token: Token) -> Slot:
    return Slot(token.at, token.size)
