"""The chance of a sign in its place: a small table, corrected by what the site writes, and behind which letters."""

from __future__ import annotations

from functools import lru_cache

from pipelines.repair.likelihood.before import pair_of
from pipelines.repair.likelihood.letters import FLOOR, Letters
from pipelines.repair.likelihood.lexicon import Lexicon
from pipelines.repair.likelihood.signs import AFTER_GAP, AFTER_LETTER, PRIOR_SIZE

PAIR_SIZE = 50
"""Places after the same two letters that the chance of a sign counts for."""


class SiteSigns:
    """The signs of one site in one language.

    Args:
        lexicon: the site's words and signs.
        letters: the language's.
    """

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        self._lexicon = lexicon
        self._letters = letters
        self._pairs: dict[str, tuple[dict[str, float], float]] = {}
        self._firsts: dict[tuple[frozenset[str], bool], list[str]] = {}

    def chance(self, character: str, before: str) -> float:
        """Probability of a sign after the two characters of `before`."""
        lettered = before[-1:].isalpha()
        chance = self._share(character, lettered)
        if not lettered:
            return chance
        behind, places = self.behind_pair(before[-2:])
        return (behind.get(character, 0.0) + chance * PAIR_SIZE) / places

    def firsts(self, signs: frozenset[str], before: str) -> list[str]:
        """Some signs with the two likeliest among them, by `chance`: those the site has behind these letters, and the usual two."""
        if not signs:
            return []
        lettered = before[-1:].isalpha()
        usual = self._firsts.get((signs, lettered))
        if usual is None:
            counts, told = self._lexicon.signs[lettered][0], _by_table(signs, lettered)
            among = signs.intersection(counts).union([sign for sign in told if sign not in counts][:2])
            ranked = sorted(among, key=lambda sign: (-self._share(sign, lettered), sign))
            usual = self._firsts[signs, lettered] = ranked[:2]
        behind = signs.intersection(self.behind_pair(before[-2:])[0]) if lettered else ()
        return [*usual, *sorted(behind.difference(usual))] if behind else usual

    def _share(self, character: str, lettered: bool) -> float:
        counts, size = self._lexicon.signs[lettered]
        prior = (AFTER_LETTER if lettered else AFTER_GAP).get(character, FLOOR)
        return (counts[character] + prior * PRIOR_SIZE) / (size + PRIOR_SIZE)

    def share_of(self, signs: frozenset[str], lettered: bool) -> float:
        """Sum of `_share` over some signs: the site has few of them, the table some more, the rest the floor."""
        counts, size = self._lexicon.signs[lettered]
        seen = sum([counts[sign] for sign in sorted(signs & counts.keys())])
        return (seen + _prior_of(signs, lettered) * PRIOR_SIZE) / (size + PRIOR_SIZE)

    def behind_pair(self, context: str) -> tuple[dict[str, float], float]:
        """The signs that the site has behind two letters, and of how many places that is."""
        known = self._pairs.get(context)
        if known is None:
            pair, size = pair_of(context), self._lexicon.signs[True][1]
            places = self._letters.share(pair) * size + PAIR_SIZE
            known = self._pairs[context] = (self._lexicon.paired.get(pair, {}), places)
        return known


@lru_cache(maxsize=4096)
def _prior_of(signs: frozenset[str], lettered: bool) -> float:
    """Sum of the shares that the table has for some signs, behind a letter or a gap."""
    table = AFTER_LETTER if lettered else AFTER_GAP
    told = signs & table.keys()
    return sum([table[sign] for sign in sorted(told)]) + FLOOR * (len(signs) - len(told))


@lru_cache(maxsize=4096)
def _by_table(signs: frozenset[str], lettered: bool) -> tuple[str, ...]:
    """Some signs, the commonest by the table before; what a site has of them moves few."""
    table = AFTER_LETTER if lettered else AFTER_GAP
    return tuple(sorted(signs, key=lambda sign: (-table.get(sign, FLOOR), sign)))
