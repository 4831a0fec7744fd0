"""What a language's letters alone say of a place and of what is left of a lost character, remembered for the process.

A site's signs and words differ from list to list; its language's letters do not. So the sums over a language's letters
are worked out once for each kind of end, and every later list of that language finds them ready.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from functools import lru_cache

from pipelines.repair.encodings.readings import Tail, byte_of, fits, needs
from pipelines.repair.likelihood.alphabets import OTHER, alphabet, alphabet_of, foreign_sign
from pipelines.repair.likelihood.letters import Letters, Some
from pipelines.repair.likelihood.signs import AFTER_GAP, AFTER_LETTER

OTHER_ALPHABET = 1e-2
"""How much rarer a letter is right after one of another alphabet than where a word begins."""
LONE_GREEK = 1e-5
"""Share of Greek letters that stand for a quantity, such as `π` or `µ`, in text of any language."""
MOST_REMEMBERED = 100_000
"""Places and ends kept a language, some 20 MB."""
MOST_FIRST = 1_000
"""Places for which a set of letters keeps the likeliest two: 100 bytes each."""
MOST_PARTED = 100
"""Sets of characters kept a language, some 20 kB each; each site that has signs of its own brings as many as ends."""
EAST = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_GREEK = re.compile("[\u00b5\u0391-\u03c9]")

_SMALLEST = {2: "\x80", 3: "\u0800", 4: "\U00010000"}
"""The first character of so many bytes."""
_AROUND = 15
"""Characters of an end that tell whether the text before it is Chinese, Japanese or Korean: 12, and 3 in question."""

Left = tuple[int, str, bytes, tuple[str, ...]]
"""What is left of a character: the alphabet before it, and what a `Tail` shows, keeps and was read as."""

Weights = list[tuple[float, float]]
"""Of each way to see an end as half a character: its log-odds, and the chance that a character which leaves it stood there."""


def kind_of_end(text: str, size: int) -> str:
    """What of an end decides, as far as the language alone is asked; "" where the whole text does.

    It is the characters in question, two before them (three where more than one is in question) and the alphabet; behind a
    gap the alphabet alone. Near a capital, which may stand in a word of capitals, and in Chinese, Japanese and Korean it
    is the whole text.

    Args:
        text: without its marker.
        size: characters at the end that are in question, 1 to 3.
    """
    around = text[-_AROUND:]
    before = around[-size - 1 : -1]
    if not before.islower() and any(map(str.isupper, before)):
        return ""
    if not around.isascii() and EAST.search(around) is not None:
        return ""
    if around[-size - 1 : -size].isalpha():
        return around[-size - 2 - (size > 1) :]
    near = f"\0{around[-1]}" if size == 1 else around[-size - 3 :]
    return f"{alphabet_of(text[:-size])}{near}"


class Alone:
    """The letters of one language in their places.

    Args:
        letters: the language's.

    Attributes:
        known: what any text of the language may lose.
    """

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._high = tuple(sorted(c for c in letters.letters if c > "\x7f" and not EAST.match(c)))
        self._signs = tuple(sorted({*AFTER_GAP, *AFTER_LETTER}.difference(self._high)))
        self.known = frozenset((*self._high, *self._signs))
        self._fitting_signs: dict[Left, tuple[str, ...]] = {}
        self._chances: dict[tuple[str, str], float] = {}
        self._options: dict[Left, tuple[str, ...]] = {}
        self._lettered: dict[Left, Some] = {}
        self._parted: dict[tuple[str, ...], tuple[Some, frozenset[str]]] = {}
        self._masses: dict[tuple[str, Left], float] = {}
        self._weighed: dict[str, Weights] = {}

    @property
    def high(self) -> tuple[str, ...]:
        """The language's letters above ASCII that a text may lose, in order."""
        return self._high

    @property
    def signs(self) -> tuple[str, ...]:
        """The signs that any text may lose, in order, but those that are letters of the language."""
        return self._signs

    def weighed(self) -> dict[str, Weights]:
        """By kind of end, what `weighing` has worked out from these letters alone; it may add to it."""
        if len(self._weighed) >= MOST_REMEMBERED // 2:
            self._weighed.clear()
        return self._weighed

    def chance(self, character: str, context: str) -> float:
        """Probability of a letter after the two characters of `context`."""
        key = (character, context)
        known = self._chances.get(key)
        if known is None:
            if len(self._chances) >= MOST_REMEMBERED:
                self._chances.clear()
            known = self._chances[key] = self._chance(character, context)
        return known

    def firsts(self, letters: Some, kind: int, context: str) -> list[str]:
        """The two likeliest of some letters of one alphabet, in order, after the two characters of `context`."""
        key = (context if context[-1:].isalpha() else "", kind)
        known = letters.firsts.get(key)
        if known is None:
            if len(letters.firsts) >= MOST_FIRST:
                letters.firsts.clear()
            among = (
                self._letters.leading(letters, context) if _plain(letters, kind, context) else letters.each
            )
            ranked = sorted(among, key=lambda letter: (-self.chance(letter, context), letter))
            known = letters.firsts[key] = ranked[:2]
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

    def fitting_signs(self, left: Left) -> tuple[str, ...]:
        """The signs that leave exactly this."""
        known = self._fitting_signs.get(left)
        if known is None:
            known = self._fitting_signs[left] = fitting(self._signs, left)
        return known

    def parted(self, characters: tuple[str, ...]) -> tuple[Some, frozenset[str]]:
        """Letters and signs apart: of what lists of a language can lose, most is the same in all of them."""
        known = self._parted.get(characters)
        if known is None:
            if len(self._parted) >= MOST_PARTED:
                self._parted.clear()
            letters = tuple(c for c in characters if c.isalpha() and c not in "ªº")
            known = Some(letters), frozenset(characters).difference(letters)
            self._parted[characters] = known
        return known

    def mass(self, context: str, left: Left) -> float:
        """Probability that a letter which leaves this stood after the two characters of `context`."""
        key = (context, left)
        known = self._masses.get(key)
        if known is None:
            if len(self._masses) >= MOST_REMEMBERED:
                self._masses.clear()
            known = self._masses[key] = self._mass(context, left)
        return known

    def _mass(self, context: str, left: Left) -> float:
        letters = self._lettered.get(left)
        if letters is None:
            letters = Some(tuple(c for c in self.options(left) if c.isalpha() and c not in "ªº"))
            self._lettered[left] = letters
        return self.mass_of(letters, left[0], context)

    def mass_of(self, letters: Some, kind: int, context: str) -> float:
        """Sum of `chance` over some letters of one alphabet."""
        if not letters.each:
            return 0.0
        if _plain(letters, kind, context):
            return self._letters.mass(letters, context)
        return sum([self.chance(letter, context) for letter in letters.each])


def _plain(letters: Some, kind: int, context: str) -> bool:
    """Whether nothing makes letters of one alphabet likelier or rarer after two characters than the language has them."""
    if context[-1:].isalpha():
        return alphabet(context[-1]) == kind
    return not any(map(_GREEK.match, letters.each))


def fitting(characters: tuple[str, ...], left: Left) -> tuple[str, ...]:
    """Those of some characters, in order, that leave exactly this: letters and vowel signs of the alphabet before it, and signs."""
    kind, shown, kept, reading = left
    tail = Tail("", shown, reading, kept)
    simple = bool(kept) and len(reading) < 2  # the bytes are those of the character itself
    if simple:
        first, last = _beginning_so(kept)
        characters = characters[bisect_left(characters, first) : bisect_right(characters, last)]
    near = [
        c
        for c in characters
        if (alphabet(c) == kind if c.isalpha() else kind == OTHER or not foreign_sign(c))
    ]
    if simple and all(len(byte_of(codec)) == 128 for codec in reading):  # it shows every byte
        return tuple(near)
    return tuple([character for character in near if fits(character, tail)])


@lru_cache(maxsize=512)
def _beginning_so(kept: bytes) -> tuple[str, str]:
    """The first character whose bytes can begin so, and the last one; the last before the first where none can."""
    size = needs(kept[0])
    more = 6 * (size - len(kept))
    code = kept[0] & (0x7F >> size)
    for byte in kept[1:]:
        code = code << 6 | byte & 0x3F
    if more <= 0 or code << more > sys.maxunicode:
        return "\x01", "\x00"
    return max(chr(code << more), _SMALLEST[size]), chr(min((code + 1 << more) - 1, sys.maxunicode))
