"""Names and phrases that a release of CLDR has not, as sites write them.

Releases differ: CLDR 49 (Babel 2.19) calls the Sinhala months by those of the moon, has Hebrew no dual (`לפני יומיים`, two days ago) and
Thai no short weekdays (`ส.`), and a smaller language's noon is the Albanian afternoon; 47 (Babel 2.18) lacks `จันทร์` and `berî 3 rojan`. With
either all are read. Beside them stand names that no release has: Tamil weekdays, Haitian ones, the Kurdish months of sites (`Reşemî`), Māori
ones. Left out are those that are other words as well: of the Arabic weekdays without their article some are persons (`جمعة`). The Hebrew ones
without `יום` are ordinals, and thus among `wording.LINKS`. `tests/golden/day_names.tsv` says of each language what is read.
"""

from __future__ import annotations

from typing import NamedTuple

from pipelines.word_tables import rows_of


class Earlier(NamedTuple):
    """One meaning that words had.

    Attributes:
        kind: "month", "weekday", "half" or "ago".
        language: of the words.
        number: 1 to 12; 0 (Monday) to 6; the first hour of a half day; how many units, negative before now.
        unit: a letter of `ago.UNITS`, "" but for "ago".
        words: the ways to say it, `0` for an amount.
    """

    kind: str
    language: str
    number: int
    unit: str
    words: tuple[str, ...]


EARLIER: tuple[Earlier, ...] = tuple(
    Earlier(
        kind, language, int(number.rpartition(" ")[2]), number.rpartition(" ")[0], tuple(said.split(", "))
    )
    for kind, language, number, said in rows_of(__package__, "earlier.txt", 4)
)
"""All of them, in the order of the table."""
