"""The chance of a character in its place: the language's letters, corrected by the site's own words and signs.

Letters come from the language's profile (`letters`), signs from a small table (`signs`) and the site's counts, words
from the site's lexicon. What the language alone says is kept by the last letters (`alone`), so that a column with
thousands of ends pays for each kind of end once; the lexicon is asked only where the language leaves doubt.
"""

from __future__ import annotations

import re
from functools import cached_property

from pipelines.repair.letters import FLOOR, Letters, of_any, of_language, of_texts
from pipelines.repair.lexicon import END, Lexicon, Onward, last_word, pair_of
from pipelines.repair.readings import Tail, fits
from pipelines.repair.signs import AFTER_GAP, AFTER_LETTER, PRIOR_SIZE

WITNESSES = 10
"""Words of the site that the language's own letters count for."""
TRUST = 0.75
"""Weight of the site's own words where it has many; the rest stays with the language."""
PAIR_SIZE = 50
"""Places after the same two letters that the chance of a sign counts for."""
OTHER_ALPHABET = 1e-2
"""How much rarer a letter is right after one of another alphabet than where a word begins."""
LONE_GREEK = 1e-5
"""Share of Greek letters that stand for a quantity, such as `π` or `µ`, in text of any language."""
LETTERED = 300
"""Texts that show the letters of a language without a profile."""

_NOTHING = Onward(0, {})
_EAST = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_EAST_LEADS = {0xE3: 0.35, 0xE4: 0.12, 0xE5: 0.15, 0xE6: 0.14, 0xE7: 0.10, 0xE8: 0.07, 0xE9: 0.05, 0xEF: 0.05,
               0xEA: 0.03, 0xEB: 0.03, 0xEC: 0.05, 0xED: 0.03, 0xE2: 0.01, 0xC2: 0.003}  # fmt: skip
"""Share of the UTF-8 lead bytes among the characters of Chinese, Japanese and Korean text."""
_NEAR = 40  # characters before a place that hold its word
_GREEK = re.compile("[\u00b5\u0391-\u03c9]")
_FOREIGN = re.compile(r"[^\W\d_\x00-\x7f]")


class Corpus:
    """A site's lexicon read in one language.

    Attributes:
        lexicon: the site's words and signs.
        language: ISO 639-1 code or tag, "" where nobody knows.
    """

    def __init__(self, lexicon: Lexicon, language: str = "") -> None:
        self.lexicon = lexicon
        self.language = language
        self._alone: dict[tuple[str, str], float] = {}
        self._options: dict[tuple[int, str, bytes, tuple[str, ...]], tuple[str, ...]] = {}
        self._option_sets: dict[tuple[int, str, bytes, tuple[str, ...]], frozenset[str]] = {}
        self._firsts: dict[tuple[str, str, bytes, tuple[str, ...]], set[str]] = {}
        self._masses: dict[tuple[str, str, bytes, tuple[str, ...]], float] = {}

    @cached_property
    def letters(self) -> Letters:
        """The letters of the language, or of the texts where it has no profile."""
        known = of_language(self.language) if self.language else None
        if known is None and not (self.language and self.lexicon.texts):
            return of_any()
        return known or of_texts(text[:-END] for text in self.lexicon.texts[:LETTERED])

    @cached_property
    def candidates(self) -> tuple[str, ...]:
        """Characters above ASCII that a text of this corpus may lose, but for those of `eastern` text."""
        own = {c for c in self.letters.letters if c > "\x7f"}
        found = {*AFTER_GAP, *AFTER_LETTER} | self.lexicon.characters | own
        return tuple(sorted(c for c in found if not _EAST.match(c)))

    def options(self, tail: Tail) -> tuple[str, ...]:
        """The candidates that leave exactly this tail: signs, and letters of the text's alphabet."""
        key = (_alphabet_of(tail.head), tail.shown, tail.kept, tail.reading)
        if key not in self._options:
            near = [c for c in self.candidates if not c.isalpha() or _alphabet(c) == key[0]]
            self._options[key] = tuple(character for character in near if fits(character, tail))
        return self._options[key]

    def alone(self, character: str, before: str) -> float:
        """Probability of a character in this place, as the language alone has it."""
        context = before[-2:]
        if character.isupper() and in_capitals(before):
            character, context = character.lower(), context.lower()
        key = (character, context)
        if key not in self._alone:
            self._alone[key] = (
                self._letter(*key) if character.isalpha() and character not in "ªº" else self._sign(*key)
            )
        return self._alone[key]

    def _letter(self, character: str, before: str) -> float:
        chance = self.letters.chance(character, before)
        if not before[-1:].isalpha():
            return max(chance, LONE_GREEK) if _GREEK.match(character) else chance
        return chance * OTHER_ALPHABET if _alphabet(character) != _alphabet(before[-1]) else chance

    def _sign(self, character: str, before: str) -> float:
        lettered = before[-1:].isalpha()
        counts, size = self.lexicon.signs[lettered]
        prior = (AFTER_LETTER if lettered else AFTER_GAP).get(character, FLOOR)
        chance = (counts[character] + prior * PRIOR_SIZE) / (size + PRIOR_SIZE)
        if not lettered:
            return chance
        pair = pair_of(before)
        seen: float = self.lexicon.pairs[pair, character]
        if character == "’":
            seen = (seen + self.lexicon.pairs[pair, "'"]) * self.lexicon.typographic
        return (seen + chance * PAIR_SIZE) / (self.letters.share(pair) * size + PAIR_SIZE)

    def chance(self, character: str, before: str) -> float:
        """Probability of a character in this place: the language's, corrected by the site's words."""
        alone = self.alone(character, before)
        words, seen = self._onward(before)
        if not words:
            return alone
        trust = TRUST * words / (words + WITNESSES)
        if character.isupper():
            if not in_capitals(before):
                return (1 - trust) * alone
            character = character.lower()
        return trust * seen.get(character, 0.0) / words + (1 - trust) * alone

    def _onward(self, before: str) -> Onward:
        word = _word(before)
        return self.lexicon.onward(word) if word else _NOTHING

    def ends_word(self, before: str) -> float:
        """Probability that a word ends here: the language's, corrected by the site's words."""
        alone = max(1e-3, self.letters.ends(before))
        words, _ = self._onward(before)
        if not words:
            return alone
        trust = TRUST * words / (words + WITNESSES)
        return trust * self.lexicon.words[_word(before)] / words + (1 - trust) * alone

    def mass(self, tail: Tail) -> float:
        """Probability that a character which leaves this tail stood in this place."""
        if eastern(tail.head):
            return _eastern_mass(tail)
        if in_capitals(tail.head):
            return sum(self.chance(character, tail.head) for character in self.options(tail))
        alone = self.mass_alone(tail)
        words, seen = self._onward(tail.head)
        if not words:
            return alone
        trust = TRUST * words / (words + WITNESSES)
        fitting = sum(count for character, count in seen.items() if character in self._option_set(tail))
        return trust * fitting / words + (1 - trust) * alone

    def _option_set(self, tail: Tail) -> frozenset[str]:
        key = (_alphabet_of(tail.head), tail.shown, tail.kept, tail.reading)
        if key not in self._option_sets:
            self._option_sets[key] = frozenset(self.options(tail))
        return self._option_sets[key]

    def likeliest(self, tail: Tail) -> tuple[str, float]:
        """The character that most likely left this tail, and its share of all that could have."""
        if eastern(tail.head) or not self.options(tail):
            return "", 0.0
        likely = self._first_alone(tail)
        if not in_capitals(tail.head):
            likely = {*likely, *(c for c in self._onward(tail.head).seen if c in self._option_set(tail))}
        weights = {character: self.chance(character, tail.head) for character in sorted(likely)}
        best = max(weights, key=lambda character: weights[character])
        mass = self.mass(tail)
        return best, weights[best] / mass if mass else 0.0

    def _first_alone(self, tail: Tail) -> set[str]:
        """The two candidates that the language alone puts first."""
        key = (tail.head[-2:] + ("^" if in_capitals(tail.head) else ""), tail.shown, tail.kept, tail.reading)
        if key not in self._firsts:
            ranked = sorted(self.options(tail), key=lambda character: -self.alone(character, tail.head))
            self._firsts[key] = set(ranked[:2])
        return self._firsts[key]

    def mass_alone(self, tail: Tail) -> float:
        """`mass` as the language alone has it."""
        if eastern(tail.head):
            return _eastern_mass(tail)
        if in_capitals(tail.head):
            return sum(self.alone(character, tail.head) for character in self.options(tail))
        near = tail.head[-2:] if tail.head[-1:].isalpha() else f"{_alphabet_of(tail.head)}{tail.head[-1:]}"
        key = (near, tail.shown, tail.kept, tail.reading)
        if key not in self._masses:
            self._masses[key] = sum(self.alone(character, tail.head) for character in self.options(tail))
        return self._masses[key]

    def foreign_share(self, text: str, like: str) -> float:
        """Share of a text's letters that are of the same alphabet as `like`, but none of the language's."""
        kind = _alphabet(like)
        other = sum(_alphabet(c) == kind and not self.letters.knows(c) for c in _FOREIGN.findall(text))
        return other / len(text) if other else 0.0

    def continues(self, before: str, character: str) -> float:
        """How often the corpus goes on with a character after the beginning of the last word of `before`."""
        return self._onward(before).seen.get(character.lower(), 0.0)


def _word(before: str) -> str:
    return last_word(before[-_NEAR:])


def eastern(text: str) -> bool:
    """Whether the end of a text is Chinese, Japanese or Korean."""
    end = text[-12:]
    if end.isascii():
        return False
    return _EAST.match(end[-1]) is not None or len(_EAST.findall(end)) * 3 > len(end)


def _eastern_mass(tail: Tail) -> float:
    if not tail.kept:
        return 0.9
    return _EAST_LEADS.get(tail.kept[0], FLOOR) / 64.0 ** (len(tail.kept) - 1)


def _alphabet_of(text: str) -> int:
    """The alphabet of the last letter of a text."""
    for letter in reversed(text[-_NEAR:]):
        if letter.isalpha():
            return _alphabet(letter)
    return 0


def _alphabet(letter: str) -> int:
    code = ord(letter)
    if code < 0x370:
        return 0
    return 1 if code < 0x400 else 2 if code < 0x530 else 0 if 0x1E00 <= code < 0x1F00 else 3


def in_capitals(before: str) -> bool:
    """Whether the word before a place is in capitals: two or more, or one in a text of capitals."""
    if not before[-1:].isupper():
        return False
    if before[-2:-1].isupper():
        return before[len(before) - len(_word(before)) :].isupper()
    letters = [c for c in before[-_NEAR:] if c.isalpha()]
    return (
        not before[-2:-1].isalpha()
        and len(letters) > 3
        and sum(map(str.isupper, letters)) > 0.7 * len(letters)
    )
