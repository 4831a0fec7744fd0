"""The one day and month in numbers among the other numbers of a cell: `Los 17, Mi, 11.11.`, `So, 25.10. · Raum 12`."""

from __future__ import annotations

from pipelines.dates.tokens.deadlines import is_deadline
from pipelines.dates.tokens.lexer import DASHES, DAY_DIGITS, Token
from pipelines.dates.words.cldr import harvest
from pipelines.dates.words.names import weekdays

_BEFORE, _BEHIND = ".,", "(,."  # marks between a weekday and its day


def find_beside(tokens: list[Token]) -> tuple[int, bool] | None:
    """Return the place of the pair that names its weekday, or that points close, and whether it is sure; None without a single one."""
    pairs = [at for at in range(len(tokens) - 2) if _is_pair(tokens, at)]
    named = [at for at in pairs if _has_weekday(tokens, at)]
    closed = [at for at in pairs if tokens[at + 1].text == "." and _is_closed(tokens, at)]
    for found in (named, closed):
        if found:
            sure = found is named or _is_before_range(tokens, found[0])
            return (found[0], sure) if len(found) == 1 else None
    return None


def find_listed(tokens: list[Token]) -> int | None:
    """Return the place of the one pair of a cell that begins or ends it: `24-11 – Nieuws`, `Sport 21/11`, `3.10`.

    Until when something may be done is told behind it: `05/11 – Deadline: 12/12`. A weekday or a year beside it would have to bear it
    out, and neither is looked at where a pair stands so loosely.
    """
    until = next((at for at, token in enumerate(tokens) if is_deadline(token)), 0)
    if any(t.kind == "N" for t in tokens[:until]):
        tokens = tokens[:until]
    if any(t.size == len("2026") if t.kind == "N" else weekdays(t.text) for t in tokens):
        return None
    pairs = [at for at in range(len(tokens) - 2) if _is_pair(tokens, at, "./" + DASHES)]
    if len(pairs) != 1 or pairs[0] not in (0, len(tokens) - len(("day", "mark", "month"))):
        return None
    at = pairs[0]
    glued = tokens[at].glued or any(t.kind == "W" and t.glued for t in tokens[at + 3 : at + 4])
    return None if glued else at


def _is_pair(tokens: list[Token], at: int, marks: str = "./") -> bool:
    """Two short numbers that a point or a stroke glues together, and neither to a third."""
    chain = tokens[at : at + 3]
    if [t.kind for t in chain] != ["N", "P", "N"] or chain[1].text not in marks:
        return False
    if not (chain[1].glued and chain[2].glued) or chain[0].size > DAY_DIGITS or chain[2].size > DAY_DIGITS:
        return False
    before, behind = tokens[max(0, at - 2) : at], tokens[at + 3 : at + 5]
    led = [t.kind for t in before] == ["N", "P"] and chain[0].glued
    followed = [t.kind for t in behind] == ["P", "N"] and behind[0].glued and behind[1].glued
    return not (led or followed)


def _is_closed(tokens: list[Token], at: int) -> bool:
    return [t.text for t in tokens[at + 3 : at + 4]] == ["."] and tokens[at + 3].glued


def _is_before_range(tokens: list[Token], at: int) -> bool:
    """`25.11. | 8-10 v.`: the first numbers of a cell, and behind a loose mark only hours or ages."""
    behind = tokens[at + 4 :]
    ranged = [t.kind for t in behind[:4]] == ["P", "N", "P", "N"] and behind[2].text in DASHES
    alone = not any(t.kind == "N" for t in (*tokens[:at], *behind[4:]))
    return ranged and alone and [t.glued for t in behind[1:4]] == [False, True, True]


def _has_weekday(tokens: list[Token], at: int) -> bool:
    here = at - 1
    while here >= 0 and tokens[here].kind == "P" and tokens[here].text in _BEFORE:
        here -= 1
    if here >= 0 and _is_weekday(tokens[here]):
        return True
    here = at + 3
    while here < len(tokens) and tokens[here].kind == "P" and tokens[here].text in _BEHIND:
        here += 1
    return here < len(tokens) and _is_weekday(tokens[here])


def _is_weekday(token: Token) -> bool:
    """Whether a word names a weekday, also one that links the parts of a date elsewhere: Do, 19.11."""
    return token.kind == "W" and (bool(weekdays(token.text)) or token.text in harvest().weekdays)
