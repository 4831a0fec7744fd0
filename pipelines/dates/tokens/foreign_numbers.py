"""Numbers beside a month that belong to something else: to a weekday's pair, to a name, to a room."""

from __future__ import annotations

from pipelines.dates.tokens.lexer import DAY_DIGITS, YEAR_DIGITS, Token
from pipelines.dates.tokens.month_words import Month
from pipelines.dates.tokens.updates import ANNOUNCING
from pipelines.dates.tokens.year_beside import is_continued
from pipelines.dates.words.names import MIN_PREFIX, spelt_months, weekdays
from pipelines.dates.words.senses import weight
from pipelines.dates.words.wording import DATE_WORDS, LINKS, YEAR_BEFORE

# Share of the web (`senses.weight`) of languages whose months are believed before `9/2026`; Albanian has .02, Danish .04.
LARGER = 0.02
# words whose year is the date's
NO_NAMES = ANNOUNCING | DATE_WORDS | YEAR_BEFORE


def stands_before_pair(tokens: list[Token], month: Month, day: int) -> bool:
    """`Sam. 23/01`, `Sze 05.11.`, `Hạn: 17/04`: a month that is a weekday too, or a word with a colon, before a day and its month in numbers."""
    marks = [t.text for t in tokens[month.last + 1 : day]]
    joining, closing = ([t.text for t in tokens[at : at + 1]] for at in (day + 1, day + 3))
    continued = is_continued(tokens, day)
    weekday = set(marks) <= {"."} and bool(weekdays(tokens[month.last].text))
    if joining == closing == ["."]:
        return weekday and continued and tokens[day + 2].size <= DAY_DIGITS and tokens[day + 3].glued
    return joining == ["/"] and continued and (weekday or marks == [":"])


def follows_name(tokens: list[Token], year: int | None, day: int) -> bool:
    """`World Cup 2026: 18 November`: a year directly behind a word may be that word's, but for `Updated 2026, 18 November`, `सन् 2026 …`."""
    word = tokens[year - 1] if year else None
    if word is None or year is None or any(t.kind == "W" for t in tokens[year:day]):
        return False
    return (
        word.kind == "W"
        and len(word.text) >= MIN_PREFIX
        and word.text not in NO_NAMES
        and not weekdays(word.text)
    )


def is_of_chain(tokens: list[Token], month: Month, right: int) -> bool:
    """`Jan Mai, So, 15.11.`: a number behind a comma that a point glues to another short one is no day of the month."""
    parted = any(t.text == "," for t in tokens[month.last + 1 : right])
    chained = is_continued(tokens, right) and tokens[right + 1].text == "."
    return parted and chained and tokens[right + 2].size <= DAY_DIGITS


def is_number_of_act(tokens: list[Token], month: Month, right: int) -> bool:
    """`Ata 5/2026`, `Sak 9/2026`, `Publié en 11/2026`: before a number that a stroke joins to a year only a month that larger languages spell so is one."""
    stroke, year = tokens[right + 1 : right + 2], tokens[right + 2 : right + 3]
    joined = is_continued(tokens, right) and stroke[0].text == "/" and year[0].size == YEAR_DIGITS
    word = tokens[month.last].text
    spelt = any(weight(sense.languages) >= LARGER for sense in spelt_months(word))
    return joined and tokens[right].size <= DAY_DIGITS and (word in LINKS or not spelt)


def is_number_of_word(tokens: list[Token], month: Month, left: int) -> bool:
    """`Room 16, Nov 24`: a number between a word and a comma, where another one stands behind the month."""
    word = tokens[left - 1] if left else None
    parted = [t.text for t in tokens[left + 1 : month.first]] in ([","], ["،"])
    named = word is not None and word.kind == "W" and len(word.text) >= MIN_PREFIX
    return (
        parted
        and tokens[left].size <= DAY_DIGITS
        and named
        and word is not None
        and word.text not in NO_NAMES
        and not weekdays(word.text)
    )
