"""How likely a language writes what a reading gives: what decides between codecs that both read a text back.

Two codecs often show the same bytes as letters of different languages: `MÃ€rz` is `MÀrz` by Windows-1252 and `März` by
ISO-8859-15. The characters above ASCII are weighed one by one, and the words of the site are asked.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from itertools import islice

from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.letters import CAPITAL_INSIDE

_ABOVE = re.compile("[^\x00-\x7f]")
_EUROPEAN = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f]")
READ = 400
"""Characters above ASCII of a text that are weighed."""
UNTOLD = 1e-4
"""Chance of an accented letter of Europe that no profile has, in a language without one: Icelandic writes `Þ`, and nobody `ƭ`."""
TRACE = 2e-6
"""Share of the letters up to which one is none of those that profiles have: `ð` stands in foreign names."""
LEAST = 1e-5
"""Chance that a character must have in its place to explain anything: an unknown one does not."""


def _as_capitals(text: str, chance: Callable[[str, str], float]) -> Iterator[float]:
    """The least chance of each character above ASCII: that of its small letter where it is a capital behind no small one, in capitals.

    Profiles leave rare letters out, so French has `î` and no `Î`: `Île` and `GÎTE` would be less likely than `ôle` and `GôTE`.
    """
    for found in islice(_ABOVE.finditer(text), READ):
        before = text[max(0, found.start() - 2) : found.start()]
        opens = found[0].isupper() and not before[-1:].islower()
        yield CAPITALS * chance(found[0].lower(), before.lower()) if opens else 0.0


CAPITALS = 0.1
"""Share of capitals among the first letters of words; of `é` in French text 0.2."""


class Writing:
    """What a language says of a reading.

    Args:
        language: gives its code, "" where nobody knows; asked, like the corpus, only where there is something to weigh.
        corpus: gives the letters and the site's words.
    """

    def __init__(self, language: Callable[[], str], corpus: Callable[[], Corpus]) -> None:
        self._language = language
        self._corpus = corpus

    @property
    def language(self) -> str:
        """The code of the language, "" where nobody knows."""
        return self._language()

    @property
    def corpus(self) -> Corpus:
        """The letters and the site's words."""
        return self._corpus()

    def weight(self, text: str) -> float:
        """Log-probability of the characters above ASCII."""
        return sum(map(math.log, self._weighed(text)))

    def among_readings(self, text: str) -> float:
        """`weight` beside other readings of the same text: what letters of another language say of an unknown one is little."""
        return self._beside(text, self._corpus().chance)

    def among_readings_alone(self, text: str) -> float:
        """`among_readings` as the language alone has it, which is quicker: no words are counted."""
        return self._beside(text, self._corpus().alone)

    def _beside(self, text: str, chance: Callable[[str, str], float]) -> float:
        chances = self._chances(text, chance)
        if not self._corpus().profiled:
            return sum(map(math.log, map(max, chances, self._untold(text))))
        return sum(map(math.log, map(max, chances, _as_capitals(text, chance))))

    def _untold(self, text: str) -> Iterator[float]:
        """The least chance of each character above ASCII."""
        share = self._corpus().letters.share
        for found in _ABOVE.finditer(text):
            inside = found[0].isupper() and text[max(0, found.start() - 1) : found.start()].islower()
            untold = _EUROPEAN.match(found[0]) and share(found[0].lower()) < TRACE
            yield 0.0 if not untold else UNTOLD * CAPITAL_INSIDE if inside else UNTOLD

    def explains(self, text: str) -> bool:
        """Whether most of the characters above ASCII have their place in the language."""
        chances = self._weighed(text)
        return 2 * sum([chance >= LEAST for chance in chances]) > len(chances)

    def _weighed(self, text: str) -> list[float]:
        chance = self._corpus().chance
        return list(map(max, self._chances(text, chance), _as_capitals(text, chance)))

    def _chances(self, text: str, chance: Callable[[str, str], float]) -> list[float]:
        places = [at for at, character in enumerate(text) if character > "\x7f"][:READ]
        return [chance(text[at], text[max(0, at - 2) : at]) for at in places]
