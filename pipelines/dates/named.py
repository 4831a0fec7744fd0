"""Dates whose month is a word, or whose numbers carry marks that say what they are."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.dates.lexer import YEAR_MARK, Token
from pipelines.dates.names import (
    MIN_PREFIX,
    Sense,
    inflected_months,
    misspelt_months,
    months,
    rather_month,
    roman_months,
    short_months,
    weekdays,
)
from pipelines.dates.numeric import DASHES, is_range
from pipelines.dates.template import Kind, Slot, Template
from pipelines.dates.wording import LINKS, MONTH_AFTER, MONTH_BEFORE

LINK_WORD = 4  # letters; longest word that links day, month and year: "de", "del", "gada", "წლის"
CODED = {("m", 2), ("th", 1), ("th", 2)}  # a word glued to a month's number and its digits: M02, Th2
CLEARLY = 10.0  # times likelier a month than a weekday; of names that are both, mar has 3 and sam 0.1; the rarest month, xul, has 20
NO_YEAR = 5  # digits of a year with one too many
MAX_PHRASE = 3  # words of the longest month name
_APART = "|;•·‧⋅●"  # between a date and what else a line says


@dataclass(frozen=True, slots=True)
class _Month:
    """A month word: its first and last token, its senses, and its number where it is one (vi: tháng 2)."""

    first: int
    last: int
    senses: tuple[Sense, ...]
    number: Slot


def find_marked(tokens: list[Token]) -> Template | None:
    """Return a date with East Asian marks: `2026年2月11日`, `2월 11일`, `2026年2月` (no day)."""
    marks = {t.text: i for i, t in reversed(list(enumerate(tokens))) if t.kind == "U"}
    at = marks.get("M")
    if at is None or tokens[at - 1].kind != "N" or tokens[at - 1].size > 2:
        return None
    year = Slot()
    if "Y" in marks and marks["Y"] < at:
        year = _slot(tokens[marks["Y"] - 1])
    day = Slot()
    number = next((t for t in tokens[at + 1 : at + 3] if t.kind == "N"), None)
    if number and number.size > 2 and at >= 2 and tokens[at - 2].kind == "N" and not year.size:
        return Template(
            Kind.FIXED, _slot(number), _slot(tokens[at - 1]), _slot(tokens[at - 2])
        )  # 3 9月, 2017
    if number and not year.size:
        year = _year_behind(tokens, tokens.index(number))  # 9月 3, 2017
    if number:  # 2911:30 is the 29th and 11:30, written together
        day = Slot(number.at, number.size - 2 if number.size > 2 else number.size)
    if not (year.size or day.size):
        return None
    return Template(Kind.FIXED, year, _slot(tokens[at - 1]), day)


def _year_behind(tokens: list[Token], day: int) -> Slot:
    """The year of four digits behind a day and its mark or a comma."""
    behind = day + 1
    while behind < len(tokens) and behind <= day + 2 and tokens[behind].text in ("D", ",", "、"):
        behind += 1
    year = tokens[behind] if day + 1 < behind < len(tokens) else None
    return _slot(year) if year and year.kind == "N" and year.size == 4 and not year.glued else Slot()


def find_numbered_month(tokens: list[Token]) -> Template | None:
    """Return a date whose month is a word and a number: `7 tháng 12, 2024`, `2026 оны 2-р сарын 11`."""
    for at, token in enumerate(tokens):
        if token.kind != "W":
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].kind == "N" else None
        coded = following is not None and following.glued and (token.text, following.size) in CODED
        if following is not None and following.size <= 2 and (token.text in MONTH_BEFORE or coded):
            return _around(tokens, _Month(at, at + 1, (), _slot(tokens[at + 1])))
        if token.text in MONTH_AFTER:
            number = next((i for i in range(at - 1, max(-1, at - 4), -1) if tokens[i].kind == "N"), None)
            between = tokens[number + 1 : at] if number is not None else []
            if any(
                t.kind == "W" and len(t.text) > 1 for t in between
            ):  # 17 нэгдүгээр сар: the word is the month's
                continue
            if number is not None and tokens[number].size <= 2:
                return _around(tokens, _Month(number, at, (), _slot(tokens[number])))
    return None


def find_named(tokens: list[Token]) -> Template | None:
    """Return the date around a month word; of several, the first that has the most of day and year beside it."""
    named = ((month, _around(tokens, month)) for month in _month_words(tokens))
    found = [(month, template) for month, template in named if template]
    if found:
        most = max(_completeness(template) for _, template in found)
        found = [item for item in found if _completeness(item[1]) == most]
        rivals = [
            item for item in found if item[1].c == found[0][1].c
        ]  # two words claim one day: mar. 11 févr.
        return max(rivals, key=lambda item: _claim(tokens, *item))[1]
    loose = ((month, _around(tokens, month)) for month in _loose_months(tokens))
    whole = [(month, t) for month, t in loose if t and t.c.size and (t.a.size or _is_all(tokens, month))]
    return max(whole, key=lambda item: -_words_within(tokens, *item))[1] if whole else None


def _is_all(tokens: list[Token], month: _Month) -> bool:
    """`13. des.`: a month that is a linking word elsewhere, with a day and nothing else in the cell."""
    word = tokens[month.last].text
    return (
        word in LINKS and len(word) >= MIN_PREFIX and sum(t.kind != "P" for t in tokens) == len(("day", word))
    )


def _completeness(template: Template) -> int:
    """Day and year count most; a month of another calendar less."""
    return 2 * bool(template.c.size) + 2 * bool(template.a.size) - bool(template.era)


def _claim(tokens: list[Token], month: _Month, template: Template) -> tuple[bool, int, float]:
    """How well a month word claims its day: it is no weekday as well, and no words stand between day, month and year."""
    share = rather_month(tokens[month.last].text)
    return share >= CLEARLY, -_words_within(tokens, month, template), share


def _words_within(tokens: list[Token], month: _Month, template: Template) -> int:
    """Other words between the first and the last part of a date: `le 05 Des. 2025` is no date of `le`."""
    parts = [tokens[month.first].at, *(slot.at for slot in (template.a, template.c) if slot.size)]
    others = (t for at, t in enumerate(tokens) if t.kind == "W" and not month.first <= at <= month.last)
    return sum(min(parts) < t.at < max(parts) for t in others)


def _month_words(tokens: list[Token]) -> list[_Month]:
    found, at = [], 0
    while at < len(tokens):
        size = next((n for n in range(MAX_PHRASE, 0, -1) if _phrase(tokens, at, n)), 0)
        if size:
            found.append(_Month(at, at + size - 1, months(_phrase(tokens, at, size)), Slot()))
        at += size or 1
    return found


def _phrase(tokens: list[Token], at: int, size: int) -> str:
    """The words at a place as one phrase when it names a month, else an empty string."""
    words = tokens[at : at + size]
    if len(words) < size or any(t.kind != "W" for t in words):
        return ""
    phrase = " ".join(t.text for t in words)
    if months(phrase) and not (words[0].text in LINKS and months(words[-1].text)):  # 2 de mar.
        return phrase
    # Hebrew and Arabic write "in", "of" into the word: בפברואר
    return phrase[1:] if size == 1 and phrase[:1] in ("ב", "ל", "و", "ל") and months(phrase[1:]) else ""


def _loose_months(tokens: list[Token]) -> list[_Month]:
    """Inflected, misspelt, two-letter and minor languages' months: believed only with a day and a year beside them."""
    found = []
    for at, token in enumerate(tokens):
        beside = _near(tokens, at, -1, 1) is not None or _near(tokens, at, 1, 1) is not None
        if token.kind == "W" and beside and not weekdays(token.text):
            senses = (
                roman_months(token.text)
                or inflected_months(token.text)
                or misspelt_months(token.text)
                or short_months(token.text)
            )
            if senses:
                found.append(_Month(at, at, senses, Slot()))
    return found


def _around(tokens: list[Token], month: _Month) -> Template | None:
    """Day and year on the two sides of a month; a template without a slot for what is not there."""
    left, right = _near(tokens, month.first, -1, 1), _near(tokens, month.last, 1, 1)
    if right == month.last + 1 and tokens[right].size == NO_YEAR:  # 24 Nov 20266
        return None
    left_size = _year_or_size(tokens, left)
    right_size = _year_or_size(tokens, right)
    if left is not None and right is not None and left_size <= 2 and right_size <= 2:
        return _between(tokens, month, left, right)
    day = year = None
    if left is not None and left_size <= 2 and right_size in (3, 4):  # 11 février 2026
        day, year = _first_of_range(tokens, left), right
    elif right is not None and right_size <= 2:  # 2026. február 11., February 11, 2026
        day = right
        year = left if left_size == 4 else _year_after(tokens, right)
    elif left is not None and left_size <= 2:  # 1978, 1 Peb; 11 février
        beyond = _near(tokens, left, -1, 1)
        before = beyond is not None and tokens[beyond].size == 4
        day, year = (
            (left, beyond) if before else (_first_of_range(tokens, left), _far_year(tokens, month.last))
        )
    elif 4 in (left_size, right_size):
        year = right if right_size == 4 else left
    if day is None and year is None:
        return None
    if year is None and tokens[-1].kind == "N" and tokens[-1].size == 4 and not _is_elsewhere(tokens, month):
        year = len(tokens) - 1  # words that are not known stand between
    return _template(month, tokens, day, year, Kind.FIXED)


def _is_elsewhere(tokens: list[Token], month: _Month) -> bool:
    """`May 5 results: June 3, 2026`: the year at the end is that of another month, which no range leads to."""
    rest = tokens[month.last + 1 :]
    named = any(t.kind == "W" and months(t.text) and not weekdays(t.text) for t in rest)
    return named and not any(map(is_range, rest))


def _year_or_size(tokens: list[Token], at: int | None) -> int:
    """Digits of a number; an abbreviated year ('26) counts as a whole one, a missing number as none."""
    if at is None:
        return 0
    return 4 if tokens[at].text == YEAR_MARK else tokens[at].size


def _between(tokens: list[Token], month: _Month, left: int, right: int) -> Template:
    """A month between two short numbers: a day with a year of two digits, unless more is to be seen."""
    beyond = _near(tokens, right, 1, 0)
    if beyond is not None and tokens[beyond].size == 4:
        return _template(month, tokens, right, beyond, Kind.FIXED)
    if _stands_after_range(tokens, right):
        return _template(month, tokens, left, _far_year(tokens, month.last), Kind.FIXED)
    return _template(month, tokens, _first_of_range(tokens, left), right, Kind.NAMED)


def _template(month: _Month, tokens: list[Token], day: int | None, year: int | None, kind: int) -> Template:
    c = _slot(tokens[day]) if day is not None else Slot()
    a = _slot(tokens[year]) if year is not None else Slot()
    if kind == Kind.NAMED:
        a, c = c, a  # left to right: the list decides which is the day
    era = month.senses[0].era if month.senses else 0
    crosses = day is not None and year is not None and _crosses(tokens, month, max(day, year))
    return Template(kind, a, month.number, c, senses=month.senses, crosses=crosses, era=era)


def _crosses(tokens: list[Token], month: _Month, end: int) -> bool:
    """`29 December – 2 January 2026`: a range to an earlier month begins in the year before the one it names."""
    between = tokens[month.last + 1 : end]
    later = next((months(t.text) for t in between if t.kind == "W" and months(t.text)), ())
    if not (later and month.senses) or later[0].era != month.senses[0].era:
        return False
    return any(map(is_range, between)) and later[0].month < month.senses[0].month


def _near(tokens: list[Token], at: int, step: int, words: int) -> int | None:
    """The number next to a token, over punctuation and at most so many short linking words."""
    at += step
    while 0 <= at < len(tokens):
        token = tokens[at]
        if token.kind == "N":
            return at
        if token.kind == "W":
            if token.text in MONTH_AFTER:
                at += step
                continue
            words -= 1
            if words < 0 or len(token.text) > LINK_WORD or months(token.text):
                return None
        elif token.text in _APART or (token.text in DASHES and not token.glued):
            return None
        at += step
    return None


def _first_of_range(tokens: list[Token], at: int) -> int:
    """`12–14 March`: the number before the dash, where it can be a day."""
    if at >= 2 and (is_range(tokens[at - 1]) or tokens[at - 1].text == "/"):
        before = at - 2 - (tokens[at - 2].text == ".")
        if before >= 0 and tokens[before].kind == "N" and tokens[before].size <= 2:
            return before
    return at


def _year_after(tokens: list[Token], day: int) -> int | None:
    """The year that follows a day, over a range (`19 - 20, 2016`); two digits only after a comma."""
    beyond = _near(tokens, day, 1, 1)
    if beyond is None:
        return _far_year(tokens, day)
    if tokens[beyond].size == 4:
        return beyond
    closed = beyond + 1 == len(tokens) or tokens[beyond + 1].kind == "P"
    beside = tokens[beyond - 1].text == "," or beyond == day + 1
    if tokens[beyond].size == 2 and beside and closed:
        return beyond
    further = _near(tokens, beyond, 1, 1)
    return further if further is not None and tokens[further].size == 4 else None


def _far_year(tokens: list[Token], at: int) -> int | None:
    """A year after the second half of a range with two months: `28 February – 3 March 2026`."""
    rest = tokens[at + 1 :]
    if len(rest) < 2 or not is_range(rest[0]) or rest[1].kind != "N" or sum(t.kind == "N" for t in rest) > 2:
        return None
    return next((at + 1 + i for i, t in enumerate(rest) if t.kind == "N" and t.size == 4), None)


def _stands_after_range(tokens: list[Token], at: int) -> bool:
    """`28 Feb – 3 Mar`: the number after the dash is the next day, not a year."""
    return is_range(tokens[at - 1]) and at + 1 < len(tokens) and not tokens[at].glued


def _slot(token: Token) -> Slot:
    return Slot(token.at, token.size)
