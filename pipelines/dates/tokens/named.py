"""Dates whose month is a word."""

from __future__ import annotations

from typing import NamedTuple

from pipelines.dates.tokens.foreign_numbers import (
    follows_name,
    is_number_of_act,
    is_number_of_word,
    is_of_chain,
    stands_before_pair,
)
from pipelines.dates.tokens.lexer import DASHES, DAY_DIGITS, YEAR_DIGITS, YEAR_MARK, Token
from pipelines.dates.tokens.month_words import Month, longest_phrase, loose_months, month_phrase, month_words
from pipelines.dates.tokens.numeric import is_range
from pipelines.dates.tokens.template import Kind, Slot, Template
from pipelines.dates.tokens.year_beside import (
    counts_behind,
    is_year_beside,
    near,
    number_before,
    year_after,
)
from pipelines.dates.words.names import (
    MIN_PREFIX,
    months,
    rather_month,
    weekday_senses,
    weekdays,
)
from pipelines.dates.words.senses import is_known
from pipelines.dates.words.wording import APART, LINKS, MONTH_AFTER, MONTH_BEFORE, MONTH_ORDINALS

JOINING_NAMES = "/" + DASHES  # between two names of months
# Words for the month or the day, and Gaelic articles, between a day and the name of its month
_OF_MONTH = frozenset("viz an am dhen t na mi mhi mes mois mese mesec mesiac month day".split())
_OF = ("de", "del", "of")  # between a day, its month and its year
CODED = {("m", 2), ("th", 1), ("th", 2)}  # a word glued to a month's number and its digits: M02, Th2
CLEARLY = 10.0  # times likelier a month than a weekday; of names that are both, mar has 3 and sam 0.1; the rarest month, xul, has 20
NO_YEAR = 5  # digits of a year with one too many


def find_numbered_month(tokens: list[Token]) -> Template | None:
    """Return a date whose month is a word and a number: `7 tháng 12, 2024`, `2026 оны 2-р сарын 11`."""
    for at, token in enumerate(tokens):
        if token.kind != "W":
            continue
        pointed = token.text == "th" and _is_pointed(tokens, at + 1)  # Th.7
        after = at + 1 + pointed
        following = tokens[after] if after < len(tokens) and tokens[after].kind == "N" else None
        coded = following is not None and following.glued and (token.text, following.size) in CODED
        if following is not None and following.size <= 2 and (token.text in MONTH_BEFORE or coded):
            found = _around(tokens, Month(at, after, (), following.slot))
            # 1 Th.5, 16-24: a letter to the Thessalonians has no year
            return None if pointed and (found is None or found.a.size != YEAR_DIGITS) else found
        if token.text in MONTH_AFTER:
            number = next((i for i in range(at - 1, max(-1, at - 4), -1) if tokens[i].kind == "N"), None)
            between = tokens[number + 1 : at] if number is not None else []
            # 17 нэгдүгээр сар: the word is the month's
            if any(t.kind == "W" and t.text not in MONTH_ORDINALS for t in between):
                continue
            if number is not None and tokens[number].size <= 2:
                return _around(tokens, Month(number, at, (), tokens[number].slot))
    return None


def _is_pointed(tokens: list[Token], at: int) -> bool:
    """Whether a point stands here that glues the word before it to what follows."""
    return tokens[at : at + 1] != [] and tokens[at].text == "." and tokens[at].glued


def without_of_month(tokens: list[Token]) -> list[Token]:
    """Words between a day and the name of its month that say no more than that: `9 a viz Gwengolo`, `27 An t-Samhain`, `5th day of May`."""
    if not any(t.text in _OF_MONTH for t in tokens):
        return tokens
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        day = next((t for t in reversed(kept) if not _says_month(t)), None)
        named = next((t for t in tokens[at:] if not _says_month(t)), None)
        if (
            _says_month(token)
            and day is not None
            and day.kind == "N"
            and day.size <= DAY_DIGITS
            and named is not None
            and named.kind == "W"
            and months(named.text)
        ):
            continue
        kept.append(token)
    return kept


def _says_month(token: Token) -> bool:
    return (
        token.text in _OF_MONTH
        or token.text in _OF
        or token.text in ("a", "di", "do")
        or (token.text in DASHES and token.glued)
    )


def find_named(tokens: list[Token]) -> Template | None:
    """Return the date around a month word; of several, the first that has the most of day and year beside it."""
    tokens = _without_partings(tokens)
    words = month_words(tokens)
    once = _without_second_name(tokens, words)
    if once.tokens is not tokens:
        told = find_named(once.tokens)
        return told._replace(crosses=once.crosses) if told else None
    named = ((month, _around(tokens, month)) for month in words)
    found = [(month, template) for month, template in named if template]
    if found:
        most = max(_completeness(template) for _, template in found)
        found = [item for item in found if _completeness(item[1]) == most]
        # two words claim one day: mar. 11 févr.
        rivals = [item for item in found if item[1].c == found[0][1].c]
        best = max(rivals, key=lambda item: _claim(tokens, *item))
        if not weekdays(tokens[best[0].last].text) or rather_month(tokens[best[0].last].text) >= 1:
            return best[1]._replace(loose=best[1].loose or _is_claimed_twice(tokens, best, rivals))
        beside = [item for item in _loose_whole(tokens) if _words_within(tokens, *item) == 0]
        return (beside or [best])[0][1]  # Sen, 29 Des 2025
    whole = _loose_whole(tokens)
    return max(whole, key=lambda item: -_words_within(tokens, *item))[1] if whole else None


def _loose_whole(tokens: list[Token]) -> list[tuple[Month, Template]]:
    """Loose months with a day and a year, or with a day before them and no word behind."""
    loose = ((month, _around(tokens, month)) for month in loose_months(tokens))
    return [
        (month, t)
        for month, t in loose
        if t
        and t.c.size
        and (t.a.size or _ends(tokens, month))
        and (t.a.size > DAY_DIGITS or is_known(month.senses) or not month.senses[0].languages)  # Mk 7,13
        and not _is_link_to_month(tokens, month, t)
    ]


def _is_link_to_month(tokens: list[Token], month: Month, template: Template) -> bool:
    """`1 no brumario 2026`: two letters, behind them the word that must be the month; but `23 تش-یەکی 2025` is one name."""
    joined = all(token.glued for token in tokens[month.last + 1 : month.last + 3])
    return (
        len(tokens[month.last].text) < MIN_PREFIX
        and not joined
        and _words_within(tokens, month, template) > 0
    )


def _without_partings(tokens: list[Token]) -> list[Token]:
    """`18 | Nov | 2026`, `18 - Nov - 2026`: what parts a date from its surroundings elsewhere only joins where nothing else is in the cell."""
    marks = [token.text for token in tokens if token.kind == "P" and token.text != "."]
    parts = [token for token in tokens if token.kind != "P"]
    alone = [part.kind for part in parts] == ["N", "W", "N"]
    return (
        parts
        if alone and len(marks) == 2 and marks[0] == marks[1] and marks[0] in (*APART, *DASHES)
        else tokens
    )


class _Once(NamedTuple):
    """The tokens of a date with one name of a month, and whether it is of the year before the one that the other one has."""

    tokens: list[Token]
    crosses: bool = False


def _without_second_name(tokens: list[Token], words: list[Month]) -> _Once:
    """A month told twice, or two months of one year, as the first: `تشرين الثاني/نوفمبر 2026`, `November/December 2026`, `November – January 2027`."""
    for first in words:
        second = first.last + 1
        marked = second < len(tokens) and tokens[second].kind == "P" and tokens[second].text in JOINING_NAMES
        second += marked
        most = longest_phrase(tokens, second) if second < len(tokens) else 0
        size = next((n for n in range(most, 0, -1) if month_phrase(tokens, second, n)), 0)
        if not size:
            continue
        told = {sense.month for sense in months(month_phrase(tokens, second, size))}
        again = bool(told & {sense.month for sense in first.senses})
        end = second + size
        linked = end
        while linked < len(tokens) and (tokens[linked].text in _OF or tokens[linked].text == ","):
            linked += 1
        year = linked < len(tokens) and tokens[linked].kind == "N" and tokens[linked].size == YEAR_DIGITS
        if again or (marked and year and near(tokens, first.first, -1, 1) is None):
            crosses = not again and max(told) < min(sense.month for sense in first.senses)
            return _Once([*tokens[: first.last + 1], *tokens[end:]], crosses)
    return _Once(tokens)


def _ends(tokens: list[Token], month: Month) -> bool:
    """`13. des.`, `13 Des · 3 menit baca`: a month that is a linking word elsewhere, behind a day and before no word, or with nothing else."""
    word, at = tokens[month.last].text, month.last
    if word not in LINKS or len(word) < MIN_PREFIX:
        return False
    day = at - 1 - (at > 0 and tokens[at - 1].text == ".")
    follows = at + 1 < len(tokens) and tokens[at + 1].kind == "W"
    behind = day >= 0 and tokens[day].size in (1, DAY_DIGITS) and not follows
    return behind or sum(t.kind != "P" and not weekdays(t.text) for t in tokens) == len(("day", word))


def _completeness(template: Template) -> int:
    """Day and year count most, a year of four digits more than one of two; a month of another calendar less."""
    whole = template.a.size > DAY_DIGITS  # Kolo 2, 28. září 2026: no second of kolovoz
    return 2 * bool(template.c.size) + 2 * bool(template.a.size) + whole - bool(template.era)


def _claim(tokens: list[Token], month: Month, template: Template) -> tuple[bool, bool, int, int, float]:
    """How well a month word claims its day: a weekday stands beside it in its language, it is none as well, and no words part the date."""
    share = rather_month(tokens[month.last].text)
    return (
        _has_own_weekday(tokens, month),
        share >= CLEARLY,
        -_words_within(tokens, month, template),
        -_commas_to_day(tokens, month, template),
        share,
    )


def _is_claimed_twice(
    tokens: list[Token], best: tuple[Month, Template], rivals: list[tuple[Month, Template]]
) -> bool:
    """`Mawrth 29 Medi`, `Mar 29 Cab 2026`: on both sides of the day a month, or a word that may be one behind what may be a weekday."""
    own, *_ = claim = _claim(tokens, *best)
    if own:
        return False
    others = [_claim(tokens, *item) for item in rivals if item[1].senses != best[1].senses]
    if any(other[0] == own and other[2:4] == claim[2:4] for other in others):
        return True
    return bool(weekdays(tokens[best[0].last].text)) and _words_within(tokens, *best) > 0


def _has_own_weekday(tokens: list[Token], month: Month) -> bool:
    """Whether another word is a weekday in a language of the month: `Paz 15 Şub` is Turkish, and no October of Polish."""
    spoken = frozenset[str]().union(*(sense.languages for sense in month.senses))
    others = (t for at, t in enumerate(tokens) if t.kind == "W" and not month.first <= at <= month.last)
    return any(languages & spoken for t in others for languages in weekday_senses(t.text).values())


def _commas_to_day(tokens: list[Token], month: Month, template: Template) -> int:
    """Commas between a month and its day: of `Jean Mars, 7 novembre` the 7th is of November."""
    low, high = sorted((tokens[month.first].at, template.c.at))
    return sum(low < t.at < high for t in tokens if t.text in (",", "،")) if template.c.size else 0


def _words_within(tokens: list[Token], month: Month, template: Template) -> int:
    """Other words between the first and the last part of a date: `le 05 Des. 2025` is no date of `le`."""
    parts = [tokens[month.first].at, *(slot.at for slot in (template.a, template.c) if slot.size)]
    others = (t for at, t in enumerate(tokens) if t.kind == "W" and not month.first <= at <= month.last)
    return sum(min(parts) < t.at < max(parts) and t.text not in _OF for t in others)


class _Sides(NamedTuple):
    """The numbers nearest to a month, by their places among the tokens; none where it is another word's.

    Attributes:
        left: of the number before it.
        right: of the number behind it.
        maybe: slot of two digits behind day and month that are the year or count what follows, else an empty one.
        of_word: whether the number before it was a word's.
    """

    left: int | None
    right: int | None
    maybe: Slot
    of_word: bool


def _around(tokens: list[Token], month: Month) -> Template | None:
    """Day and year on the two sides of a month; a template without a slot for what is not there."""
    sides = _sides(tokens, month)
    if sides is None:
        return None
    left, right = sides.left, sides.right
    short = _year_or_size(tokens, left) <= 2 and _year_or_size(tokens, right) <= 2
    if left is not None and right is not None and short:
        return _between(tokens, month, left, right)
    day, year, loose = _day_and_year(tokens, left, right)
    if day is None and year is None:
        return None
    if year is None and tokens[-1].kind == "N" and tokens[-1].size == 4 and not _is_elsewhere(tokens, month):
        year = len(tokens) - 1  # words that are not known stand between
    if year is None:
        loose, maybe = loose or sides.of_word, sides.maybe
    else:
        loose, maybe = loose or sides.maybe.size > 0, Slot()
    return _template(month, tokens, day, year, Kind.FIXED)._replace(loose=loose, maybe_year=maybe)


def _sides(tokens: list[Token], month: Month) -> _Sides | None:
    """The numbers beside a month that may be its day and year; None where a number says that it is no month."""
    left, right = near(tokens, month.first, -1, 1), near(tokens, month.last, 1, 1)
    maybe, of_word = Slot(), False
    if right is not None and stands_before_pair(tokens, month, right):
        return None
    if left is not None and number_before(tokens, left):  # 15.11. von Jan Mai
        left = None
    if right is not None and (
        is_number_of_act(tokens, month, right) or (left is None and is_of_chain(tokens, month, right))
    ):
        return None
    if left is not None and right is not None and is_number_of_word(tokens, month, left):
        left, of_word = None, True
    if left is not None and right is not None:
        beside = is_year_beside(tokens, month.first, month.last, left, right)
        parted = any(t.kind == "P" and t.text != "." for t in tokens[month.last + 1 : right])
        if not beside and not parted and tokens[right].size == DAY_DIGITS and counts_behind(tokens, right):
            maybe = tokens[right].slot
        right = right if beside else None
    if right == month.last + 1 and tokens[right].size == NO_YEAR:  # 24 Nov 20266
        return None
    return _Sides(left, right, maybe, of_word)


def _day_and_year(
    tokens: list[Token], left: int | None, right: int | None
) -> tuple[int | None, int | None, bool]:
    """Which of the numbers beside a month is its day and which its year, not both short; and whether that is loose."""
    left_size, right_size = _year_or_size(tokens, left), _year_or_size(tokens, right)
    if left is not None and left_size <= 2 and right_size in (3, 4):  # 11 février 2026
        return left, right, False
    if right is not None and right_size <= 2:  # 2026. február 11., February 11, 2026
        year = year_after(tokens, right)
        whole = year is not None and tokens[year].size == YEAR_DIGITS
        if left is not None and left_size == 4 and not (whole and _is_behind_mark(tokens, left)):
            year = left  # but Ley 11/2026, de Oct 19, 2024 is of 2024, and 2024. dec. 15. 2025. jan. 10. begins in 2024
        return right, year, False
    if left is not None and left_size <= 2:  # 1978, 1 Peb; 11 février
        beyond = near(tokens, left, -1, 1)
        if beyond is None or tokens[beyond].size != 4:
            return left, None, False
        return left, beyond, follows_name(tokens, beyond, left)
    if right_size == 4 and right is not None:
        return _day_at_the_end(tokens, right), right, False
    return None, left if left_size == 4 else None, False


def _day_at_the_end(tokens: list[Token], year: int) -> int | None:
    """`Nov 2026, 18`: a box with the day under its month and year, and nothing else in it."""
    day = near(tokens, year, 1, 0)
    alone = (
        sum(t.kind == "N" for t in tokens) == len(("year", "day")) and sum(t.kind == "W" for t in tokens) == 1
    )
    return day if day == len(tokens) - 1 and tokens[day].size <= 2 and alone else None


def _is_elsewhere(tokens: list[Token], month: Month) -> bool:
    """`May 5 results: June 3, 2026`: the year at the end is that of another month, which no range leads to."""
    rest = tokens[month.last + 1 :]
    named = any(t.kind == "W" and months(t.text) and not weekdays(t.text) for t in rest)
    return named and not any(map(is_range, rest))


def _year_or_size(tokens: list[Token], at: int | None) -> int:
    """Digits of a number; an abbreviated year ('26) counts as a whole one, a missing number as none."""
    if at is None:
        return 0
    return 4 if tokens[at].text == YEAR_MARK else tokens[at].size


def _is_behind_mark(tokens: list[Token], at: int) -> bool:
    """Whether a mark glues a year to the number before it: the one of an act, `11/2026`."""
    return at > 1 and tokens[at].glued and tokens[at - 1].kind == "P" and tokens[at - 2].kind == "N"


def _between(tokens: list[Token], month: Month, left: int, right: int) -> Template:
    """A month between two short numbers: a day with a year of two digits, unless more is to be seen."""
    beyond = near(tokens, right, 1, 0)
    if beyond is not None and tokens[beyond].size == 4:
        return _template(month, tokens, right, beyond, Kind.FIXED)
    pointed = tokens[left + 1].text == "." and tokens[left + 1].glued
    return _template(month, tokens, left, right, Kind.NAMED)._replace(pointed=pointed)


def _template(month: Month, tokens: list[Token], day: int | None, year: int | None, kind: int) -> Template:
    c = tokens[day].slot if day is not None else Slot()
    a = tokens[year].slot if year is not None else Slot()
    if kind == Kind.NAMED:
        a, c = c, a  # left to right: the list decides which is the day
    era = month.senses[0].era if month.senses else 0
    return Template(kind, a, month.number, c, senses=month.senses, era=era)
