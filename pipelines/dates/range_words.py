"""The joiners of ranges as the lexer sees them: folded, token by token (`pipelines.joining` has them as written)."""

from __future__ import annotations

from functools import cache

from pipelines.dates.fold import fold
from pipelines.joining import JOINERS

# Words of more than three letters that stand before the first day and announce the last.
OPENERS = frozenset(
    map(fold, "between zwischen entre mellan mellom mellem tussen między između между from från".split())
)


def joiners() -> list[tuple[str, ...]]:
    """Return every joiner as the texts of its tokens, longest first."""
    phrases = (phrase.split() for row in JOINERS.values() for phrase in row.split("|"))
    folded = {tuple(fold(part) or part for part in phrase) for phrase in phrases}
    return sorted(folded, key=lambda phrase: (-len(phrase), phrase))


@cache
def joining_words() -> frozenset[str]:
    """Return the joiners that are one token."""
    return frozenset(phrase[0] for phrase in joiners() if len(phrase) == 1)
