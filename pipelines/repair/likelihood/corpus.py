"""The chance of a character in its place: the language's letters, corrected by the site's own words and signs.

Letters come from the language's profile (`letters`), signs from a small table (`signs`) and the site's counts, words
from the site's lexicon. What the language alone says is kept by the last letters (`letters_alone`), so that a column with
thousands of ends pays for each kind of end once; the lexicon is asked only where the language leaves doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from pipelines.repair.encodings.readings import Tail
from pipelines.repair.likelihood.alphabets import alphabet, alphabet_of, as_romanian
from pipelines.repair.likelihood.counted_letters import of_any, of_texts
from pipelines.repair.likelihood.heads import eastern, eastern_mass, in_capitals, word_before
from pipelines.repair.likelihood.letters import Letters, Some, of_language
from pipelines.repair.likelihood.letters_alone import EAST, Alone, Left, Weights, fitting
from pipelines.repair.likelihood.lexicon import END, Lexicon, Onward
from pipelines.repair.likelihood.site_signs import PAIR_SIZE, SiteSigns

WITNESSES = 10
"""Words of the site that the language's own letters count for."""
TRUST = 0.75
"""Weight of the site's own words where it has many; the rest stays with the language."""
LETTERED = 300
"""Texts that show the letters of a language without a profile."""

_NOTHING = Onward(0, {})
_FOREIGN = re.compile(r"[^\W\d_\x00-\x7f]")


class Corpus:
    """A site's lexicon read in one language.

    Attributes:
        lexicon: the site's words and signs.
        language: ISO 639-1 code or tag, "" where nobody knows.
        weighed_alone: by kind of end, what `weighing` has worked out from letters and signs alone.
        lefts: by a last character and the alphabet before it, what it can be left of, and whether the site adds to that.
    """

    def __init__(self, lexicon: Lexicon, language: str = "") -> None:
        self.lexicon = lexicon
        self.language = language
        self.weighed_alone: dict[str, Weights] = {}
        self.lefts: dict[tuple[str, int], list[tuple[Left, bool]]] = {}
        self._alone: dict[tuple[str, str], float] = {}
        self._options: dict[Left, tuple[str, ...]] = {}
        self._parts: dict[Left, tuple[Some, frozenset[str], float, float]] = {}
        self._fitting: dict[Left, tuple[str, ...]] = {}
        self._option_sets: dict[Left, frozenset[str]] = {}
        self._firsts: dict[tuple[str, Left], list[str]] = {}
        self._likely: dict[tuple[str, str, Left], tuple[str, float]] = {}
        self._asked, self._found = "", _NOTHING
        self._alphabets: dict[str, int] = {}
        self._usual: set[str] = set()  # what is no letter, or one of the language
        self._masses: dict[tuple[str, Left], float] = {}

    @cached_property
    def _profile(self) -> Letters | None:
        return of_language(self.language) if self.language else None

    @property
    def profiled(self) -> bool:
        """Whether the language's letters are known beforehand."""
        return self._profile is not None

    @cached_property
    def letters(self) -> Letters:
        """The letters of the language, or of the texts where it has no profile."""
        known = self._profile
        if known is None and not (self.language and self.lexicon.texts):
            return of_any()
        return known or of_texts(text[:-END] for text in self.lexicon.texts[:LETTERED])

    def shows(self, letter: str) -> bool:
        """Whether the language's profile or, without one, its texts have a letter."""
        return (self.profiled or bool(self.lexicon.texts)) and self.letters.knows(letter)

    @cached_property
    def _signs(self) -> SiteSigns:
        return SiteSigns(self.lexicon, self.letters)

    @cached_property
    def _alone_letters(self) -> Alone:
        known = _remembered(self.language) if self.language == "" or of_language(self.language) else None
        return known or Alone(self.letters)

    @cached_property
    def candidates(self) -> tuple[str, ...]:
        """Characters above ASCII that a text of this corpus may lose, but for those of `eastern` text."""
        known = self._alone_letters
        return tuple(sorted({*known.high, *known.signs, *self._own}))

    @cached_property
    def _own(self) -> tuple[str, ...]:
        """The candidates that nobody but the site writes."""
        found = self.lexicon.characters - self._alone_letters.known
        return tuple(sorted(EAST.sub("", "".join(found))))

    def options(self, tail: Tail) -> tuple[str, ...]:
        """The candidates that leave exactly this tail: signs, and letters of the text's alphabet."""
        return self._options_of(_left(tail))

    def _options_of(self, left: Left) -> tuple[str, ...]:
        known = self._options.get(left)
        if known is None:
            found = [*self._alone_letters.options(left), *self._other_options(left)]
            if not left[2] and self.language[:2].lower() == "ro":
                found = as_romanian(found, self.lexicon.characters)
            known = self._options[left] = tuple(sorted(found))
        return known

    def _other_options(self, left: Left) -> tuple[str, ...]:
        if left not in self._fitting:
            own = fitting(self._own, left) if self._own else ()
            usual = self._alone_letters.fitting_signs(left)
            self._fitting[left] = tuple(sorted((*usual, *own))) if own else usual
        return self._fitting[left]

    def alone(self, character: str, before: str) -> float:
        """Probability of a character in this place, as the language alone has it."""
        context = before[-2:]
        if character.isupper() and in_capitals(before):
            character, context = character.lower(), context.lower()
        key = (character, context)
        if key not in self._alone:
            self._alone[key] = (
                self._alone_letters.chance(*key)
                if character.isalpha() and character not in "ªº"
                else self._signs.chance(*key)
            )
        return self._alone[key]

    def chance(self, character: str, before: str) -> float:
        """Probability of a character in this place: the language's, corrected by the site's words."""
        return self._corrected(character, before, self._onward(before))

    def _corrected(self, character: str, before: str, onward: Onward) -> float:
        """`chance`, by what the site's words do here."""
        alone = self.alone(character, before)
        words, seen, _ = onward
        if not words:
            return alone
        trust = TRUST * words / (words + WITNESSES)
        if character.isupper():
            if not in_capitals(before):
                return (1 - trust) * alone
            character = character.lower()
        follows = seen.get(character, 0.0)
        if character.isascii():
            follows += self.lexicon.goes_on(word_before(before), character)
        return trust * follows / words + (1 - trust) * alone

    def _onward(self, before: str) -> Onward:
        if before != self._asked:  # a text is asked for several characters in a row
            word = word_before(before)
            self._asked, self._found = before, self.lexicon.onward(word) if word else _NOTHING
        return self._found

    def ends_word(self, before: str) -> float:
        """Probability that a word ends here: the language's, corrected by the site's words."""
        alone = max(1e-3, self.letters.ends(before))
        words, _, whole = self._onward(before)
        if not words:
            return alone
        trust = TRUST * words / (words + WITNESSES)
        return trust * whole / words + (1 - trust) * alone

    def mass(self, tail: Tail) -> float:
        """Probability that a character which leaves this tail stood in this place."""
        if eastern(tail.head):
            return eastern_mass(tail)
        if in_capitals(tail.head):
            return sum(self.chance(character, tail.head) for character in self.options(tail))
        left = _left(tail)
        return self._mass_of_small(left, self._small_mass_alone(tail.head, left), self._onward(tail.head))

    def mass_of_small(self, tail: Tail, alone: float) -> float:
        """`mass` of an end that is neither eastern nor in capitals, from its `mass_alone`."""
        onward = self._onward(tail.head)
        return self._mass_of_small(_left(tail), alone, onward) if onward.words else alone

    def _mass_of_small(self, left: Left, alone: float, onward: Onward) -> float:
        words, seen, _ = onward
        if not words:
            return alone
        trust = TRUST * words / (words + WITNESSES)
        options = self._option_set(left) if seen else ()
        fitting = sum([count for character, count in seen.items() if character in options])
        return trust * fitting / words + (1 - trust) * alone

    def _option_set(self, left: Left) -> frozenset[str]:
        known = self._option_sets.get(left)
        if known is None:
            known = self._option_sets[left] = frozenset(self._options_of(left))
        return known

    def likeliest(self, tail: Tail) -> tuple[str, float]:
        """The character that most likely left this tail, and its share of all that could have."""
        head = tail.head
        if eastern(head):
            return "", 0.0
        left = _left(tail)
        options, onward = self._options_of(left), self._onward(head)
        if not options:
            return "", 0.0
        if in_capitals(head):
            chances = {each: self._corrected(each, head, onward) for each in options}
            first = sorted(self._first(options, head))
            return _best({each: chances[each] for each in first}, sum(chances.values()))
        word = word_before(head) if onward.words else ""
        key = (head[-2:] if head[-1:].isalpha() else "", word, left)  # all that it depends on
        known = self._likely.get(key)
        if known is None:
            firsts, mass = self._first_alone(options, head, left), self._small_mass_alone(head, left)
            if onward.words:
                likely = sorted(self._option_set(left).intersection(onward.seen).union(firsts))
                chances = {each: self._corrected(each, head, onward) for each in likely}
                known = _best(chances, self._mass_of_small(left, mass, onward))
            else:
                known = firsts[0], self.alone(firsts[0], head) / mass if mass else 0.0
            self._likely[key] = known
        return known

    def _first_alone(self, options: tuple[str, ...], head: str, left: Left) -> list[str]:
        """`_first` behind small letters, where few have to be asked; remembered."""
        context = head[-2:]
        known = self._firsts.get((context, left))
        if known is None:
            letters, signs = self._alone_letters.parted(options)
            firsts = self._alone_letters.firsts(letters, left[0], context)
            known = self._first([*firsts, *self._signs.firsts(signs, context)], head)
            self._firsts[context, left] = known
        return known

    def _first(self, among: Sequence[str], head: str) -> list[str]:
        """The two of some characters that the language alone puts first."""
        return sorted(among, key=lambda character: (-self.alone(character, head), character))[:2]

    def mass_alone(self, tail: Tail) -> float:
        """`mass` as the language alone has it."""
        if eastern(tail.head):
            return eastern_mass(tail)
        left = _left(tail)
        if not in_capitals(tail.head):
            return self._small_mass_alone(tail.head, left)
        key = (f"^{tail.head[-2:]}", left)
        known = self._masses.get(key)
        if known is None:
            known = self._masses[key] = sum([self.alone(each, tail.head) for each in self._options_of(left)])
        return known

    def _small_mass_alone(self, head: str, left: Left) -> float:
        """`mass_alone` of an end that is neither eastern nor in capitals."""
        key = (head[-2:] if head[-1:].isalpha() else head[-1:], left)
        known = self._masses.get(key)
        if known is None:
            letters = self._alone_letters.mass(head[-2:], left)
            known = self._masses[key] = letters + self.mass_of_others(left, head)
        return known

    def _parts_of(self, left: Left) -> tuple[Some, frozenset[str], float, float]:
        """Of what is no letter of the language: the letters, the signs, and the signs' shares after gap and letter."""
        if left not in self._parts:
            letters, signs = self._alone_letters.parted(self._other_options(left))
            gapped, lettered = [
                self._signs.share_of(signs, after) if signs else 0.0 for after in (False, True)
            ]
            self._parts[left] = (letters, signs, gapped, lettered)
        return self._parts[left]

    def weighed_ends(self) -> dict[str, Weights]:
        """By kind of end, what `weighing` has worked out from the language's letters alone, for any site; it may add to it."""
        return self._alone_letters.weighed()

    def letters_mass(self, context: str, left: Left) -> float:
        """The part of `mass_alone` that is the language's letters, after the two characters of `context`."""
        return self._alone_letters.mass(context, left)

    def adds(self, left: Left) -> bool:
        """Whether signs of this site, or letters that are none of the language's, can leave this, too."""
        letters, signs, _, _ = self._parts_of(left)
        return bool(letters.each or signs)

    def mass_of_others(self, left: Left, before: str) -> float:
        """Probability of a sign, or a letter of another language, that leaves this: all signs by two sums."""
        letters, signs, gapped, lettered = self._parts_of(left)
        total = self._alone_letters.mass_of(letters, left[0], before[-2:]) if letters.each else 0.0
        if not before[-1:].isalpha():
            return total + gapped
        if not signs:
            return total
        behind, places = self._signs.behind_pair(before[-2:])
        seen = sum([n for sign, n in behind.items() if sign in signs]) if behind else 0.0
        return total + (seen + lettered * PAIR_SIZE) / places

    def foreign_share(self, text: str, like: str) -> float:
        """Share of a text's letters that are of the same alphabet as `like`, but none of the language's."""
        if text.isascii():
            return 0.0
        kind, other = alphabet(like), 0
        for character in set(text) - self._usual:
            if self._strange(character) == kind:
                other += text.count(character)
        return other / len(text) if other else 0.0

    def _strange(self, character: str) -> int:
        """The alphabet of a letter that the language does not know, -1 of any other character."""
        found = self._alphabets.get(character)
        if found is None:
            strange = _FOREIGN.match(character) and not self.letters.knows(character)
            found = self._alphabets[character] = alphabet(character) if strange else -1
            if not strange:
                self._usual.add(character)
        return found

    def continues(self, before: str, character: str) -> float:
        """How often the corpus goes on with a character after the beginning of the last word of `before`."""
        return self._onward(before).seen.get(character.lower(), 0.0)


@lru_cache(maxsize=64)
def _remembered(language: str) -> Alone:
    return Alone((of_language(language) if language else None) or of_any())


def _left(tail: Tail) -> Left:
    return alphabet_of(tail.head), tail.shown, tail.kept, tail.reading


def _best(chances: dict[str, float], mass: float) -> tuple[str, float]:
    """The character that is likeliest, of several the first, and its share of what all weigh."""
    best = max(chances, key=lambda character: chances[character])
    return best, chances[best] / mass if mass else 0.0
