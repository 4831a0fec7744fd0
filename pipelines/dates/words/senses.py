"""What a month word may mean: a month of a calendar, in some languages."""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

from pipelines.dates.days.eras import Era
from pipelines.dates.words.fold import fold
from pipelines.dates.words.wording import BIKRAM, ETHIOPIC, HIJRI, JALALI, WEB_LANGUAGES

_WEIGHT = {language: 1.0 / (rank + 1) for rank, language in enumerate(WEB_LANGUAGES)}
_CALENDARS = (
    (Era.JALALI, JALALI),
    (Era.BIKRAM, BIKRAM),
    (Era.HIJRI, HIJRI),
    (Era.ETHIOPIC, ETHIOPIC),
)
FAR_RARER = 0.1
"""Share of the likelier sense's weight up to which a language that nothing speaks for makes no doubt: of nine words for two
months the Haitian `out` alone is so much rarer (1 to 15 the Portuguese one), the others 1 to 5 at most."""
# Languages that months of a calendar speak for, where another language has the same words for others.
_VOTES = {Era.ETHIOPIC: frozenset({"am"})}


class Sense(NamedTuple):
    """One month a word may mean.

    Attributes:
        month: 1 to 12.
        languages: languages in which it does; empty for most months of another calendar.
        era: the calendar of the month.
    """

    month: int
    languages: frozenset[str]
    era: int = Era.UNSAID


def weight(languages: frozenset[str]) -> float:
    """Share of the web written in these languages, up to a constant: the prior of a word's sense."""
    return math.fsum(_WEIGHT.get(language, 0.0) for language in languages)  # the same in any order


def is_known(senses: tuple[Sense, ...]) -> bool:
    """Return whether a month is one of the web's languages, or of another calendar."""
    return any(sense.era or weight(sense.languages) for sense in senses)


@cache
def calendar_months() -> dict[str, tuple[Sense, ...]]:
    """Return the names of months of other calendars, folded, and what each means."""
    table: dict[str, tuple[Sense, ...]] = {}
    for era, names in _CALENDARS:
        for month, forms in enumerate(names, 1):
            for form in forms.split("|"):
                words = " ".join(fold(part) for part in form.split())
                table[words] = (*table.get(words, ()), Sense(month, _VOTES.get(era, frozenset()), era))
    return table
