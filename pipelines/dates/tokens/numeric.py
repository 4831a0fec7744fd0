"""Dates written in numbers alone: three, two, or one long one."""

from __future__ import annotations

from itertools import pairwise

from pipelines.dates.days.eras import YEAR_FOLLOWS
from pipelines.dates.tokens.codes import (
    MEASURES,
    VERSIONS,
    continues,
    is_code,
    is_of_word,
    is_release,
    is_version,
)
from pipelines.dates.tokens.lexer import DASHES, DAY_DIGITS, YEAR_DIGITS, Token
from pipelines.dates.tokens.pairs import find_beside, find_listed
from pipelines.dates.tokens.template import Kind, Slot, Template
from pipelines.dates.tokens.updates import announces
from pipelines.dates.words.joiners import joining_words
from pipelines.dates.words.names import months, weekdays
from pipelines.dates.words.wording import APART, LINKS
from pipelines.range_joiners import MARKS

MINGUO = 7  # digits of a year of the Republic, month and day
SEPARATORS = "./,·•‧⋅●|_\\" + DASHES + "\N{FULLWIDTH SOLIDUS}\N{IDEOGRAPHIC FULL STOP}\N{KATAKANA MIDDLE DOT}"
_PAIR_WORD = 3  # letters of a word beside a pair of numbers, weekdays aside: `le 11/02`, but not `page 2/10`


def find_triple(tokens: list[Token]) -> Template | None:
    """Return the first three numbers that stand as a date: `11.02.26`, `2026-02-11`, `12.–14.03.26` (its first day)."""
    for at in range(len(tokens)):
        found = _triple_at(tokens, at)
        if found:
            return _range_before(tokens, at, found) or _whole_behind(tokens, at, found) or found
    return None


def _whole_behind(tokens: list[Token], at: int, short: Template) -> Template | None:
    """`Version 3.2.1 vom 18.11.2026`: a date with its whole year, where three short numbers before it may be a version."""
    if short.kind != Kind.TRIPLE:
        return None
    for here in range(at + len("3.2.1"), len(tokens)):
        whole = _triple_at(tokens, here)
        if whole and whole.kind != Kind.TRIPLE:
            return None if is_range(tokens[here - 1]) and whole.separator == short.separator else whole
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
    closed = [t.text for t in tokens[after : after + 1]] == ["."] and not _is_before_number(tokens, after)
    if sizes[0] == YEAR_DIGITS and max(sizes[1:]) <= 2 and (one, two) == ("", ".") and closed:
        # 2026 (11. 21.), 2026 (10. 1.): without a point behind its year an act need not be Hungarian
        return Template(Kind.LAST, second.slot, third.slot, first.slot, separator=two)
    word = next((t.text for t in reversed(tokens[max(0, at - 2) : at]) if t.kind == "W"), "")
    if one != two and months(word):
        return None  # March 19 - 20, 2016: the named finder knows better
    dashes = [t for t in tokens[at + 1 : after] if t.kind == "P" and t.text in DASHES]
    if (kind == Kind.FIRST and _is_named(tokens[:at][::-1])) or (
        kind == Kind.LAST and one != two and _is_named(tokens[after:])
    ):
        return None  # 25.новембар.2026. 10.04, 06.05, 2026 Eylül 17: the other two numbers are a time
    if kind != Kind.LAST and len({dash.glued for dash in dashes}) > 1:  # 08-13 – 08-14, 2026 - 10-12
        return None
    if kind == Kind.LAST and one != two and _is_followed(tokens, after):  # 10.4 — 2026-10-12
        return None
    mixed = kind is None and _is_mixed(tokens[at:after], sizes) and not _is_followed(tokens, after)
    if mixed:
        kind = Kind.TRIPLE
    if kind == Kind.TRIPLE and at and tokens[at - 1].text in YEAR_FOLLOWS:
        kind = Kind.FIRST
    if kind is None or (
        kind == Kind.TRIPLE
        and (
            continues(tokens, at, after, two) or is_version(tokens, at) or is_release(tokens, at, after, two)
        )
    ):
        return None
    if at and tokens[at].glued and tokens[at - 1].text in VERSIONS:
        return None
    if kind == Kind.TRIPLE and after < len(tokens) and tokens[after].text in MEASURES:
        return None  # 25/10/11 cm; behind 18.11.2026 the letters are initials
    months_joined = kind == Kind.LAST and one == "-" != two  # 07–08.2026 may be two months
    loose = (
        mixed
        or months_joined
        or (kind == Kind.TRIPLE and (is_code(tokens, at, after) or is_of_word(tokens, at, sizes)))
    )
    return Template(kind, first.slot, second.slot, third.slot, separator=one or " ", loose=loose)


def _is_named(beside: list[Token]) -> bool:
    """Whether what stands beside a year, the nearest first, begins with a month's name and a day, points aside."""
    beside = [token for token in beside[:4] if token.text != "."]
    return (
        [token.kind for token in beside[:2]] == ["W", "N"]
        and beside[1].size <= DAY_DIGITS
        and bool(months(beside[0].text))
    )


def _is_followed(tokens: list[Token], after: int) -> bool:
    """Whether a mark glues a number to the one before this place: `3-1 2026.11.08`, of `12/03-14/03/26` the second day."""
    behind = tokens[after : after + 2]
    marked = [t.kind for t in behind] == ["P", "N"] and behind[0].text in SEPARATORS
    return marked and behind[0].glued and behind[1].glued


def _is_before_number(tokens: list[Token], after: int) -> bool:
    """Whether a number stands behind the mark at this place, spaced or not: `734/2026 (10. 1. 2026.)` has its year there."""
    return [t.kind for t in tokens[after : after + 2]] == ["P", "N"]


def _is_mixed(tokens: list[Token], sizes: tuple[int, int, int]) -> bool:
    """`18/11-26`, as Danes and Swedes write; elsewhere the dash may lead to the last of several days, so it stays open."""
    marks = [token.text for token in tokens if token.kind == "P"]
    glued = all(token.glued for token in tokens[1:])
    return marks == ["/", "-"] and glued and max(sizes) <= len("26") == sizes[2]


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
    if all(short) and one == two and one and one in SEPARATORS:
        return Kind.TRIPLE
    return None


def _separated(tokens: list[Token], at: int) -> tuple[str, Token | None, int]:
    """The mark and the number that follow; a point may stand before another mark (`11./12.`)."""
    mark = ""
    if at < len(tokens) and tokens[at].kind == "P" and tokens[at].text in SEPARATORS:
        mark = "-" if tokens[at].text in DASHES else tokens[at].text
        at += 1
    number = _number(tokens, at)
    if number and not mark and number.glued:
        return "", None, at
    return mark, number, at + 1


def _range_before(tokens: list[Token], at: int, last: Template) -> Template | None:
    """`12.03.–14.03.26`: the first day, in the year of the last; but of `S. 4-7 - 19.11.26` the 4 and the 7 are pages."""
    if not at or not is_range(tokens[at - 1]) or last.separator == "-" or last.kind == Kind.FIRST:
        return None
    left = [t for t in tokens[max(0, at - 5) : at - 1] if t.kind != "P"]
    if not left or left[-1].kind != "N" or left[-1].size > 2:
        return None
    paired = len(left) >= 2 and left[-2].kind == "N" and left[-2].size <= 2
    paired = paired and tokens[tokens.index(left[-2]) + 1].text not in DASHES
    return last._replace(a=left[-2].slot, b=left[-1].slot, until=(last.a, last.b)) if paired else None


def find_day_apart(tokens: list[Token]) -> Template | None:
    """Return a day that stands apart from its month and year, or a year apart from the rest: `18 2026-11`, `2026 11.18`.

    Boxes beside a title are built so, a big number over a small line. Nothing else but weekdays may be in the cell.
    """
    numbers = [t for t in tokens if t.kind == "N"]
    if len(numbers) != len(("day", "month", "year")) or any(not _is_in_box(t) for t in tokens):
        return None
    first, second, third = map(tokens.index, numbers)
    if _is_pair(tokens, second, third) and _is_apart(tokens, first, second):
        alone, pair = numbers[0], numbers[1:]
    elif _is_pair(tokens, first, second) and _is_apart(tokens, second, third):
        alone, pair = numbers[2], numbers[:2]
    else:
        return None
    year = next((n for n in pair if n.size == YEAR_DIGITS), None)
    month = next((n for n in pair if n.size <= 2), None)
    if year and month and alone.size <= 2:
        between = tokens[second + 1 : third] if alone is numbers[2] else tokens[first + 1 : second]
        # 2026-01 – 02 may be two months
        return Template(
            Kind.FIXED,
            year.slot,
            month.slot,
            alone.slot,
            loose=any(t.text in DASHES for t in between if t.kind == "P"),
        )
    if alone is numbers[0] and alone.size == YEAR_DIGITS and not year:
        return Template(Kind.FIRST, alone.slot, pair[0].slot, pair[1].slot, separator=tokens[second + 1].text)
    return None


def _is_in_box(token: Token) -> bool:
    """Whether a token may stand in a box of a day, a month and a year."""
    marks = token.kind == "P" and token.text in SEPARATORS
    return (
        token.kind == "N" or marks or (token.kind == "U" and token.text == "Y") or bool(weekdays(token.text))
    )


def _is_pair(tokens: list[Token], left: int, right: int) -> bool:
    """Whether a mark writes two numbers together: `2026-11`, `11.18`."""
    marked = right == left + 2 and tokens[left + 1].text in (*DASHES, *"./")
    return marked and tokens[left + 1].glued and tokens[right].glued


def _is_apart(tokens: list[Token], left: int, right: int) -> bool:
    """Whether a space, a mark between spaces, an upright or the sign of the year parts two numbers."""
    between = tokens[left + 1 : right]
    if any(t.kind == "U" or t.text in "|•‧⋅●" for t in between):
        return True
    return not tokens[left + 1].glued and not tokens[right].glued


def find_compact(tokens: list[Token]) -> Template | None:
    """Return a date written without marks: `20260211`, `202602111405`, `2016/0422`; six digits only when alone."""
    numbers = [t for t in tokens if t.kind == "N"]
    for number in numbers:
        if number.size == 8 or number.size in (12, 14):
            return Template(Kind.COMPACT, Slot(number.at, 4), Slot(number.at + 4, 2), Slot(number.at + 6, 2))
    for left, right in pairwise(numbers):
        if left.size == right.size == 4 and len(tokens) <= 4:
            return Template(Kind.FIXED, left.slot, Slot(right.at, 2), Slot(right.at + 2, 2))
    first = numbers[0] if numbers else None
    if first and first.size == MINGUO and len(tokens) == 1:  # 1151118
        return Template(Kind.COMPACT, Slot(first.at, 3), Slot(first.at + 3, 2), Slot(first.at + 5, 2))
    if first and first.size == 10 and len(numbers) == 2:  # 2016020417:10
        return Template(Kind.COMPACT, Slot(first.at, 4), Slot(first.at + 4, 2), Slot(first.at + 6, 2))
    if first and first.size == 6 and len(tokens) == 1:
        return Template(Kind.TRIPLE, Slot(first.at, 2), Slot(first.at + 2, 2), Slot(first.at + 4, 2))
    return None


def find_pair(tokens: list[Token]) -> Template | None:
    """Return a day and a month in numbers without a year: `11/02`, `11.02.`, `Mon 02-11`."""
    numbers = [t for t in tokens if t.kind == "N"]
    if len(numbers) > len(("day", "month")):
        beside = find_beside(tokens)
        if beside is not None:
            at, sure = beside
            return Template(
                Kind.PAIR,
                tokens[at].slot,
                tokens[at + 2].slot,
                separator=tokens[at + 1].text,
                loose=not sure,
            )
    words = [t for t in tokens if t.kind == "W"]
    ranged = len(numbers) == 4 and any(is_range(t) for t in tokens)
    if not (len(numbers) == 2 or ranged) or any(n.size > 2 for n in numbers):
        return None
    worded = any(len(t.text) > _PAIR_WORD and not (weekdays(t.text) or announces(t)) for t in words)
    at = tokens.index(numbers[0])
    mark, second, after = _separated(tokens, at + 1)
    closed = after < len(tokens) and tokens[after].text == "."
    if worded and not (closed and mark == "." and tokens[after].glued):  # Jan Müller, 18.11.
        return None
    # am 11.2, but not 3.5 km
    linked = bool(words) and all(t.at < numbers[0].at or t.text in LINKS or weekdays(t.text) for t in words)
    # 21.11, 12:40: what parts it from its time, which was taken out
    alone = at == 0 and all(t.kind == "P" and t.text in (",", *APART, *DASHES) for t in tokens[3:])
    padded = numbers[0].size == numbers[1].size == 2 and (mark == "-" or (alone and mark != ","))
    if (
        not second
        or second is not numbers[1]
        or not (mark == "/" or (mark == "." and (closed or linked)) or padded)
    ):
        return None
    beside = find_beside(tokens) if worded else None
    loose = (worded and not (beside is not None and beside[1])) or is_code(tokens, at, after)
    return Template(Kind.PAIR, numbers[0].slot, numbers[1].slot, separator=mark, loose=loose)


def find_listed_pair(tokens: list[Token]) -> Template | None:
    """Return two numbers that are a day and a month if their list says so."""
    at = find_listed(tokens)
    if at is None:
        return None
    mark = "-" if tokens[at + 1].text in DASHES else tokens[at + 1].text
    pair = Template(Kind.PAIR, tokens[at].slot, tokens[at + 2].slot, separator=mark)
    return pair._replace(listed=True, reason="date_unreadable")


def find_month_and_year(tokens: list[Token]) -> Template | None:
    """Return a month and a year in numbers: `02/2026`, `2026-02`; the day is missing."""
    numbers = [t for t in tokens if t.kind == "N"]
    if len(numbers) != 2 or any(months(t.text) for t in tokens if t.kind == "W"):
        return None
    mark, second, _ = _separated(tokens, tokens.index(numbers[0]) + 1)
    if second is not numbers[1] or mark not in ("/", ".", "-"):
        return None
    before = tokens[tokens.index(numbers[0]) - 1 : tokens.index(numbers[0])]
    if numbers[0].glued and any(t.kind == "W" for t in before):  # Q4/2026, v2026.11
        return None
    small, large = sorted(numbers, key=lambda n: n.size)
    if small.size > 2 or large.size != 4 or len(tokens) > 4:
        return None
    return Template(Kind.FIXED, large.slot, small.slot, separator=mark)


def is_range(token: Token) -> bool:
    """True for a dash or a word between the first and the last day of a range."""
    return token.kind != "N" and (
        token.text in DASHES or token.text in MARKS or token.text in joining_words()
    )


def _number(tokens: list[Token], at: int) -> Token | None:
    return tokens[at] if at < len(tokens) and tokens[at].kind == "N" else None
