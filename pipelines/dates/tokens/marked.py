"""Dates whose numbers carry the East Asian marks of year, month and day, some or all of them: `2026年2月11日`."""

from __future__ import annotations

from pipelines.dates.tokens.lexer import DAY_DIGITS, YEAR_DIGITS, Token
from pipelines.dates.tokens.template import Kind, Slot, Template
from pipelines.dates.words.names import weekdays


def find_marked(tokens: list[Token]) -> Template | None:
    """Return a date with East Asian marks: `2026年2月11日`, `2월 11일`, `2026年2月` (no day)."""
    marks = {t.text: i for i, t in reversed(list(enumerate(tokens))) if t.kind == "U"}
    at = marks.get("M")
    if at is None or tokens[at - 1].kind != "N" or tokens[at - 1].size > 2:
        return None
    month, years = tokens[at - 1].slot, marks.get("Y", at)
    before = _number_before(tokens, min(years, at) - 1)
    number = next((t for t in tokens[at + 1 : at + 3] if t.kind == "N"), None)
    if number is not None and years < at and _mark_of(tokens, number) in ("M", "Y"):
        number = None  # 2026年6月～7月, 2026年10月 - 2027年1月
    if number is not None and _mark_of(tokens, number) == "M":  # 6月～7月 2026: the second number is no day
        year = before if before.size == YEAR_DIGITS else _year_of_months(tokens, number)
        return Template(Kind.FIXED, year, month) if year.size else None
    if (
        number is not None
        and before.size
        and before.size <= 2
        and _begins_other(tokens, tokens.index(number))
    ):
        return Template(Kind.FIXED, Slot(), month, before)  # 22 11月 – 24 11月
    if years < at:
        # 18日2026年11月
        day = _day_of(number) if number and not _is_apart(number) else before if before.size <= 2 else Slot()
        return Template(Kind.FIXED, tokens[years - 1].slot, month, day)
    if number is None:  # 8 12月
        return Template(Kind.FIXED, Slot(), month, before) if 0 < before.size <= 2 else None
    if before.size > 2:  # 2026 11月18日
        return Template(Kind.FIXED, before, month, _day_of(number))
    is_year = number.size == YEAR_DIGITS and (not number.glued or _mark_of(tokens, number) == "Y")
    if not before.size and is_year:  # 11月 2026, 11月2026年, 11月 2026 18
        rest = tokens[tokens.index(number) + 1 :]
        day = rest[0].slot if [t.kind for t in rest] == ["N"] and rest[0].size <= DAY_DIGITS else Slot()
        return Template(Kind.FIXED, number.slot, month, day)
    year = _year_behind(tokens, tokens.index(number))  # 9月 3, 2017
    if not before.size or year.size or _mark_of(tokens, number) == "D":
        return Template(Kind.FIXED, year, month, _day_of(number))
    if number.size > 2:  # 3 9月, 2017
        return Template(Kind.FIXED, number.slot, month, before)
    return Template(Kind.NAMED, before, month, number.slot)  # 30 12月 25


def _number_before(tokens: list[Token], at: int) -> Slot:
    """The number before another one, over marks, weekdays and the sign of the day."""
    for token in reversed(tokens[:at]):
        if token.kind == "N":
            return token.slot
        if not (token.kind == "P" or token.text == "D" or weekdays(token.text)):
            break
    return Slot()


def _day_of(number: Token) -> Slot:
    """A day with what is written into it cut off: 2911:30 is the 29th and 11:30."""
    return Slot(number.at, number.size - 2 if number.size > 2 else number.size)


def _is_apart(number: Token) -> bool:
    """Whether it is too long for a day and no time of day is written into it: 2026年11月 2027."""
    return number.size > DAY_DIGITS and not number.glued


def _begins_other(tokens: list[Token], at: int) -> bool:
    """Whether a number is the day of another month, which stands behind it."""
    behind = tokens[at + 1 : at + 3]
    return [t.kind for t in behind] == ["N", "U"] and behind[1].text == "M"


def _mark_of(tokens: list[Token], number: Token) -> str:
    """The sign directly behind a number: Y, M, D."""
    behind = tokens.index(number) + 1
    return tokens[behind].text if behind < len(tokens) and tokens[behind].kind == "U" else ""


def _year_of_months(tokens: list[Token], last: Token) -> Slot:
    """The year of four digits behind the last of two months, over commas."""
    behind = next((t for t in tokens[tokens.index(last) + 2 :] if t.text not in (",", "、")), None)
    return behind.slot if behind and behind.size == YEAR_DIGITS else Slot()


def _year_behind(tokens: list[Token], day: int) -> Slot:
    """The year of four digits behind a day and its mark or a comma, or as the last of the cell."""
    behind = day + 1
    while behind < len(tokens) and behind <= day + 2 and tokens[behind].text in ("D", ",", "、", "|"):
        behind += 1
    marked = behind > day + 1 or behind == len(tokens) - 1
    year = tokens[behind] if marked and behind < len(tokens) else None
    return year.slot if year and year.kind == "N" and year.size == 4 and not year.glued else Slot()
