"""Of a range the first day: `Sat 14 and Sun 15 March 2026` is read as `Sat 14 March 2026`.

Two days that share a month or a year are one date with a second day written into it, in whatever language. So the second
one is taken out of the tokens before a date is looked for, with its weekday and the word or mark that joins it
(`pipelines.range_joiners`), and every finder sees an ordinary date. A joiner counts only between two numbers of days
of which a month serves both; a word that is a month elsewhere (`och`, `au`) is thus no month there.

A number directly behind a word that neither announces nor names a day may be that word's (`Amtsblatt 12/20.11.2026`, `Halle 2 und
28. September`): what is read there is open (`Span.loose`).

What the shape cannot tell, the values do (`Span.last`): in one month the second day is the later one, else the first
number is none (`Saison 22 - 15 mars`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipelines.dates.ranges.doubts import (
    Pair,
    closes_pair,
    is_behind_range,
    is_marked_range,
    is_of_word,
    is_parted,
    joins_by_mark,
)
from pipelines.dates.ranges.parts import (
    COMMAS,
    MAX_BETWEEN,
    NUMBERED,
    STOPS,
    is_coded,
    is_day,
    is_hyphen,
    is_link,
    is_weekday,
    joiner_sizes,
    leads_to_joiner,
    may_join,
    month_before,
    month_behind,
    month_senses,
    month_size,
    number_behind,
    past_weekday,
)
from pipelines.dates.ranges.whole_dates import first_whole, in_whole_dates
from pipelines.dates.tokens.lexer import DASHES, DAY_DIGITS, YEAR_DIGITS, Token
from pipelines.dates.tokens.template import Slot
from pipelines.dates.tokens.year_beside import LINK_WORD, number_before
from pipelines.dates.words.senses import Sense, is_known
from pipelines.dates.words.wording import DAY_PARTS


class Span(NamedTuple):
    """What is left to know of a range that was taken to its first day.

    Attributes:
        first: the number of the first day, where both are of one month.
        last: the number of the last day there.
        crosses: whether the month of the first is of the year before the one written behind the last.
        month: the number of the last month, where a sign marks it and the year is not written before it: `12月25日 - 1月3日 2027`.
        loose: whether words or hours stand before it, so that the first number may be theirs (`Ligue 1 - 15 mars`).
        named: the last month of a range whose first day is in numbers, 0 without one: `28.12. – 3. Januar 2027`.
        parted: whether two numbers stand before a day that a looser mark parts from them, whatever its list says
            (`Grades 3 to 5 - 19 March`).
    """

    first: Slot = Slot()
    last: Slot = Slot()
    crosses: bool = False
    month: Slot = Slot()
    loose: bool = False
    parted: bool = False
    named: int = 0


_Told = tuple[list[Token], Span]


def first_days(tokens: list[Token]) -> _Told:
    """Return the tokens of a shape with every range taken to its first day, and what is left to know of it."""
    numbers = [token.size for token in tokens if token.kind == "N"]
    if len(numbers) < len(("first", "last")) or not may_join(tokens):
        return tokens, Span()
    kept, span = first_whole(tokens) if numbers.count(YEAR_DIGITS) > 1 else tokens, Span()
    # bytes of days joined to a later one: a comma joins 14 to 15 in `14, 15 and 16`
    chained: set[int] = set()
    whole = in_whole_dates(kept)
    for at in range(len(kept) - 2, -1, -1):
        if (
            not is_day(kept, at)
            or at in whole
            or (at and kept[at - 1].text in NUMBERED)
            or is_coded(kept, at)
        ):
            continue
        while told := next(filter(None, (_told(kept, pair) for pair in _pairs(kept, at, chained))), None):
            doubts = [(span.loose, span.parted), (told[1].loose, told[1].parted)]
            loose, parted = map(any, zip(*doubts, strict=True))
            kept, span = told[0], told[1]._replace(loose=loose, parted=parted)
            chained.add(kept[at].at)
    return kept, span


def _pairs(tokens: list[Token], at: int, chained: set[int]) -> Iterator[Pair]:
    """The days that may be joined to the one here, over points, weekdays and a month of its own."""
    month, named, here = None, False, at + 1
    while here < min(len(tokens), at + MAX_BETWEEN):
        token = tokens[here]
        for size in joiner_sizes(tokens, here):
            right = _right(tokens, here + size)
            if right is None or (
                named and month is None and not any(map(is_weekday, tokens[here + size : right + 3]))
            ):
                continue  # 3 min - 14 mars: Min is a Sunday in Jakarta
            pair = Pair(at, here, here + size, right, month)
            if tokens[right].at not in chained and is_behind_range(tokens, pair):
                continue
            if token.text not in COMMAS or _may_list(tokens, at, right, chained):
                yield pair
        weekday = is_weekday(token)
        size = month_size(tokens, here) if month is None else 0
        if size and (not weekday or leads_to_joiner(tokens, here + size)):
            month, here = here, here + size
        elif weekday or token.text in STOPS or token.kind == "U" or is_link(token) or is_hyphen(tokens, here):
            named, here = named or weekday, here + 1
        else:
            return


def _may_list(tokens: list[Token], left: int, right: int, chained: set[int]) -> bool:
    """A comma joins days of a longer list, or two that name their weekdays."""
    named = [any(map(is_weekday, tokens[max(0, at - 2) : at])) for at in (left, right)]
    return tokens[right].at in chained or all(named)


def _right(tokens: list[Token], at: int) -> int | None:
    """The day behind a joiner, over weekdays, short words, and a month that stands before it."""
    for here in range(at, min(len(tokens), at + MAX_BETWEEN)):
        token, before = tokens[here], tokens[here - 1]
        if token.kind == "N" and not (here + 1 < len(tokens) and tokens[here + 1].text in ("Y", "M")):
            return here if token.size <= DAY_DIGITS else None
        if token.kind == "P":
            hyphen = token.text in DASHES and token.glued and before.kind == "W"  # ו-15, segunda-feira
            if not (
                hyphen or (token.text in STOPS and (here > at or (token.text == "." and before.kind == "W")))
            ):
                return None
        elif token.kind == "W" and not (
            len(token.text) <= LINK_WORD
            or is_weekday(token)
            or month_size(tokens, here)
            or (token.text in DAY_PARTS and before.text == "-")
        ):
            return None
    return None


def _told(tokens: list[Token], pair: Pair) -> _Told | None:
    """The tokens with a pair taken to its first day, or None where it is none."""
    behind = month_behind(tokens, pair.right)
    if behind is not None and not _is_of_next(tokens, pair, behind[0]):
        return _day_first(tokens, pair, *behind)
    if number_behind(tokens, pair.right) is not None:
        return _in_numbers(tokens, pair) if pair.month is None else None
    before = month_before(tokens, pair.left)
    if before is None or pair.month is not None or tokens[pair.join].text == "/":
        return None
    own = next(here for here in range(pair.right - 1, pair.join - 1, -1) if tokens[here].text != ".")
    if own >= pair.past and (month_size(tokens, own) or tokens[own].text == "M"):
        kept, span = _of_two_months(tokens, pair, pair.right + 1, before, month_senses(tokens, own))
        marked = tokens[own].text == "M" and not _follows_year(tokens, pair)
        return kept, span._replace(month=tokens[own - 1].slot) if marked else span
    kept, _ = _of_one_month(tokens, pair, len(tokens))
    # the first stands beside its month, so it is the day whatever the other is: - 2 photos
    return kept, Span()


def _is_of_next(tokens: list[Token], pair: Pair, month: int) -> bool:
    """`Nov 4-7 - Nov 19, 2026`: a dash between spaces leads on to a month, and both days stand behind one of their own."""
    dash = tokens[month - 1]
    apart = dash.kind == "P" and dash.text in DASHES and not (dash.glued and tokens[month].glued)
    return apart and pair.month is None and month_before(tokens, pair.left) is not None


def _day_first(tokens: list[Token], pair: Pair, at: int, size: int) -> _Told | None:
    """`14. bis 16. März`, `28. Februar bis 3. März`, `May 5 to 3 June`."""
    first: tuple[Sense, ...] = ()
    if closes_pair(tokens, pair):
        return _pair_first(tokens, pair, at, at + size)
    if number_before(tokens, pair.left):  # Version 2.3 – 15 March
        return None
    if pair.month is not None:
        first = month_senses(tokens, pair.month)
    elif pair.left and month_size(tokens, pair.left - 1) and not is_weekday(tokens[pair.left - 1]):
        before = month_before(tokens, pair.left) or ()
        if is_known(before) or not is_known(month_senses(tokens, at)):  # Messe, July in Ladin
            first = before
    if first or pair.month is not None:
        return _of_two_months(tokens, pair, at + size, first, month_senses(tokens, at))
    kept, span = _of_one_month(tokens, pair, at)
    return kept, span._replace(loose=is_of_word(tokens, pair), parted=is_parted(tokens, pair))


def _pair_first(tokens: list[Token], pair: Pair, month: int, end: int) -> _Told | None:
    """`5.11. – 20. November 2026`, `5. 11. až 20. listopadu 2026`: the first day in numbers, with the year of the last."""
    while end < len(tokens) and (tokens[end].text in STOPS or is_link(tokens[end])):
        end += 1
    senses = month_senses(tokens, month)
    if not (is_known(senses) and end < len(tokens) and tokens[end].size == YEAR_DIGITS):
        return None
    return [*tokens[: pair.join], *tokens[end:]], Span(named=senses[0].month)


def _of_two_months(
    tokens: list[Token], pair: Pair, end: int, first: tuple[Sense, ...], last: tuple[Sense, ...]
) -> _Told:
    """Without the last day and its month; of `29 December – 2 January 2026` the year is that of the last day."""
    both = bool(first and last) and first[0].era == last[0].era
    crosses = both and not _follows_year(tokens, pair) and last[0].month < first[0].month
    spoken = [{language for sense in senses for language in sense.languages} for senses in (first, last)]
    # Lokale 3 / 28. september: no month of the same language
    loose = all(spoken) and not set.intersection(*spoken)
    end = past_weekday(tokens, end, len(tokens))
    cut = pair.join  # 2 జన, శుక్ర – 3 జన, 2026: no weekday between the first month and the year
    while cut - 1 > pair.left and cut - 1 != pair.month and is_weekday(tokens[cut - 1]):
        cut -= 1
    return [*tokens[:cut], *tokens[end:], *tokens[cut : pair.join]], Span(crosses=crosses, loose=loose)


def _follows_year(tokens: list[Token], pair: Pair) -> bool:
    """Whether a year stands before the first day."""
    return any(t.kind == "N" and t.size == YEAR_DIGITS for t in tokens[: pair.left])


def _of_one_month(tokens: list[Token], pair: Pair, month: int) -> _Told:
    """Without the last day, its weekday before a month, and what joins it; weekdays of the first day stay."""
    end = past_weekday(tokens, pair.right + 1, month)
    own = [token for token in tokens[pair.left + 1 : pair.join] if token.kind == "W"]
    kept = [*tokens[: pair.left + 1], *own, *tokens[end:]]
    return kept, Span(tokens[pair.left].slot, tokens[pair.right].slot)


def _in_numbers(tokens: list[Token], pair: Pair) -> _Told | None:
    """`14 e 15/03/2026`, `12.-14.03.26`, `03/14-15/2026`; of `14.03. e 15.03.2026` the joiner becomes a dash."""
    last, mark = number_behind(tokens, pair.right), tokens[pair.right + 1].text
    if last is None:
        return None
    before = tokens[pair.left - 1]
    chained = tokens[pair.join].text == mark  # N° 12/08/09/2026
    if pair.left and before.text == mark and before.glued and is_day(tokens, pair.left - 2) and not chained:
        if tokens[last].size == YEAR_DIGITS:
            return _of_one_month(tokens, pair, len(tokens))
        if mark in DASHES or not any(t.kind == "W" for t in tokens[pair.join : pair.right]):
            return None
        dash = Token("P", "\N{EN DASH}", tokens[pair.join].at, 0, False)
        return [*tokens[: pair.join], dash, *tokens[pair.right :]], Span()
    if tokens[last].size > DAY_DIGITS or (
        joins_by_mark(tokens, pair) and not is_marked_range(tokens, pair, last)
    ):
        return None
    loose = is_of_word(tokens, pair)
    if loose and tokens[pair.join].text == "/":  # Amtsblatt 12/20.11.2026
        day = tokens[pair.right]._replace(glued=False)
        return [*tokens[: pair.left], day, *tokens[pair.right + 1 :]], Span(loose=True)
    kept, span = _of_one_month(tokens, pair, len(tokens))
    return kept, span._replace(loose=loose, parted=is_parted(tokens, pair))
