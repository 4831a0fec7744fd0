"""A cell that tells two days, each behind words of its own: `Zuletzt überarbeitet: 20.11.2026 | Freigegeben am: 18.11.2026`.

Languages have more words for a change and a publication than any table. So where no word tells which day is the entry's, the
days do: what was published was not changed before, so that an earlier second day is rather that of the publication behind a
word for a change; behind any other word the first one is as likely. Either is open: `Updated: … | Effective: …` is built
alike. The shape tells where the second day's words begin; the days are compared when both are read.
"""

from __future__ import annotations

from pipelines.dates.tokens.clock import HOUR_WORDS
from pipelines.dates.tokens.deadlines import is_deadline
from pipelines.dates.tokens.lexer import YEAR_DIGITS, Token
from pipelines.dates.tokens.template import Second
from pipelines.dates.tokens.updates import is_dated, is_prefixed_month, tells_change, tells_publication
from pipelines.dates.words.names import months, short_months, weekdays
from pipelines.dates.words.wording import (
    APART,
    DAY_PARTS,
    LINKS,
    MONTH_AFTER,
    MONTH_BEFORE,
    YEAR_BEFORE,
    YEAR_WORDS,
)

TWO_DAYS = 4  # numbers of two days with their years
SHORTEST = 3  # letters of a word that labels a day
LABEL_WORDS_MAX = 3
"""Of the second day: more of them tell something, `by Dr Smith, who joined us on` a day."""
_IDEOGRAPHS = "\u2e80"  # from here on one sign may be a word
_OF_DATES = LINKS | MONTH_BEFORE | MONTH_AFTER | YEAR_BEFORE | YEAR_WORDS | DAY_PARTS | HOUR_WORDS


def second_day(tokens: list[Token]) -> Second:
    """Return where a cell's second day begins, if it has words of its own and neither day is known to be the entry's."""
    numbers = [at for at, token in enumerate(tokens) if token.kind == "N"]
    if len(numbers) < TWO_DAYS and not any(map(tells_change, tokens)):
        return Second()
    labels = [at for at, token in enumerate(tokens) if _labels(token)]
    if not labels or not numbers or labels[0] > numbers[0]:
        return Second()
    first = [tokens[at] for at in labels if at < numbers[0]]
    changed = any(map(tells_change, first))
    told = is_dated if changed else _is_whole
    parts = [at for at, token in enumerate(tokens) if token.text and token.text in APART]
    starts = sorted({*labels, *parts}) if changed else [at for at in labels if at - 1 in parts]
    behind = next((at for at in starts if at > numbers[0] and told(tokens[:at])), None)
    if behind is None or not told(tokens[behind:]) or any(map(tells_publication, first)):
        return Second()
    until = next(n for n in numbers if n > behind)
    second = [tokens[at] for at in labels if behind <= at < until]
    words = sum(token.kind == "W" for token in tokens[behind:until])
    if (
        words > LABEL_WORDS_MAX
        or any(tells_change(t) or is_deadline(t) for t in second)
        or {t.text for t in first} == {t.text for t in second}
    ):
        return Second()
    return Second(tokens[behind].at, changed, changed and not second)


def _labels(token: Token) -> bool:
    """Whether a word is no part of a date."""
    word = token.text
    return (
        token.kind == "W"
        and (len(word) >= SHORTEST or word > _IDEOGRAPHS)
        and word not in _OF_DATES
        and not (months(word) or short_months(word) or weekdays(word) or is_prefixed_month(word))
    )


def _is_whole(tokens: list[Token]) -> bool:
    """Whether a day is told with its year."""
    years = any(t.kind == "N" and t.size == YEAR_DIGITS for t in tokens)
    numeric = sum(t.kind == "N" for t in tokens) >= len(("day", "month", "year"))
    return is_dated(tokens) and (years or numeric)
