"""The joiners of ranges as the lexer sees them: folded, token by token (`pipelines.range_joiners` has them as written)."""

from __future__ import annotations

from functools import cache

from pipelines.dates.words.fold import fold
from pipelines.range_joiners import JOINERS

# Words of more than two letters that stand before the first of two days: from, the, on the days.
OPENERS = frozenset(
    map(
        fold,
        "between zwischen entre mellan mellom mellem tussen między između між между from från the vom von zum den des der die "
        "das les van het fra las del dal dai dei dos nos nas els als tra kun από days dias días dies "
        "jours tage tagen giorni dagen dagene dagarna dni dny dniach ngày từ วันที่ tanggal tgl hari dari "
        "date dates datum data fecha fechas termin termine wann when quand quando cuándo".split(),
    )
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
