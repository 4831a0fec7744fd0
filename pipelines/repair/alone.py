"""What a language's letters alone say of a place and of what is left of a lost character, remembered for the process.

A site's signs and words differ from list to list; its language's letters do not. So the sums over a language's letters
are worked out once for each kind of end, and every later list of that language finds them ready.
"""

from __future__ import annotations

import re

from pipelines.repair.alphabets import alphabet
from pipelines.repair.letters import Letters
from pipelines.repair.readings import Tail, fits

OTHER_ALPHABET = 1e-2
"""How much rarer a letter is right after one of another alphabet than where a word begins."""
LONE_GREEK = 1e-5
"""Share of Greek letters that stand for a quantity, such as `π` or `µ`, in text of any language."""
MOST_REMEMBERED = 100_000
"""Places and ends kept a language, some 20 MB."""
EAST = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_GREEK = re.compile("[\u00b5\u0391-\u03c9]")

Left = tuple[int, str, bytes, tuple[str, ...]]
"""What is left of a character: the alphabet before it, and what a `Tail` shows, keeps and was read as."""


class Alone:
    """The letters of one language in their places.

    Args:
        letters: the language's.
    """

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._high = tuple(sorted(c for c in letters.letters if c > "\x7f" and not EAST.match(c)))
        self._chances: dict[tuple[str, str], float] = {}
        self._options: dict[Left, tuple[str, ...]] = {}
        self._masses: dict[tuple[str, Left], float] = {}

    @property
    def high(self) -> tuple[str, ...]:
        """The language's letters above ASCII that a text may lose, in order."""
        return self._high

    def chance(self, character: str, context: str) -> float:
        """Probability of a letter after the two characters of `context`."""
        key = (character, context)
        known = self._chances.get(key)
        if known is None:
            if len(self._chances) >= MOST_REMEMBERED:
                self._chances.clear()
            known = self._chances[key] = self._chance(character, context)
        return known

    def _chance(self, character: str, before: str) -> float:
        chance = self._letters.chance(character, before)
        if not before[-1:].isalpha():
            return max(chance, LONE_GREEK) if _GREEK.match(character) else chance
        return chance * OTHER_ALPHABET if alphabet(character) != alphabet(before[-1]) else chance

    def options(self, left: Left) -> tuple[str, ...]:
        """The letters that leave exactly this."""
        known = self._options.get(left)
        if known is None:
            known = self._options[left] = fitting(self._high, left)
        return known

    def mass(self, context: str, left: Left) -> float:
        """Probability that a letter which leaves this stood after the two characters of `context`."""
        key = (context, left)
        known = self._masses.get(key)
        if known is None:
            if len(self._masses) >= MOST_REMEMBERED:
                self._masses.clear()
            known = sum(
                [self.chance(c, context) for c in self.options(left) if c.isalpha() and c not in "ªº"]
            )
            self._masses[key] = known
        return known


def fitting(characters: tuple[str, ...], left: Left) -> tuple[str, ...]:
    """Those of some characters that leave exactly this: signs, and letters of the alphabet before it."""
    kind, shown, kept, reading = left
    tail = Tail("", shown, reading, kept)
    near = [c for c in characters if not c.isalpha() or alphabet(c) == kind]
    return tuple([character for character in near if fits(character, tail)])
