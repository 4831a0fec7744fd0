"""Names and phrases that CLDR had until its version 48 (Babel 2.18), as sites go on writing them.

CLDR 49 calls the Sinhala months by those of the moon, has Hebrew no dual (`לפני יומיים`, two days ago) and Thai no short weekdays
(`ส.`), and a smaller language's noon is the Albanian afternoon. Of months and weekdays that it left out stand here those of languages
that are official somewhere; of phrases those that are read by nothing else.
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
