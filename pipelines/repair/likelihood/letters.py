"""How likely a letter is after two others, in a language: what tells `britâ(nica)` from `exhortÃ`.

The counts are langdetect's own profiles (1-, 2- and 3-grams of 55 languages, case kept), read one language at a
time and only where a suspect asks. A language without a profile is counted from the column's own text (`counted_letters`). Punctuation
and digits are not in the profiles: `corpus` knows them.

In: a language code. Out: probabilities, interpolated over the three orders, never zero (`FLOOR`).
langdetect folds some letters together before it counts (all of U+1EA0 to U+1EFF into one, kana and ideographs into
classes); the same folding is undone here by spreading a class evenly over its members.
"""

from __future__ import annotations

import json
import re
from functools import cache, cached_property, lru_cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

FLOOR = 1e-7
"""Probability of a letter that the language's profile does not know."""
CAPITAL_INSIDE = 1e-3
"""How much rarer a capital is after a small letter than elsewhere."""

FITTED = 80
"""Characters at the end of a text that are held against a language."""
_WEIGHTS = (0.7, 0.2, 0.1)  # of the 3-gram, the 2-gram and the letter alone
_SAME = {"nb": "no", "nn": "no", "zh": "zh-cn", "iw": "he", "in": "id", "fil": "tl", "sh": "hr", "bs": "hr"}
_COUNTED = {"ș": "ş", "ț": "ţ", "Ș": "Ş", "Ț": "Ţ", "\u06cc": "\u064a"}
"""Romanian letters and the Persian yeh, as langdetect counts them."""
_PAIRS_REMEMBERED = 4_000  # pairs of letters kept a language with what follows them, some 10 MB
_REMEMBERED = 200_000  # chances kept a language, some 20 MB
_FOLDED = re.compile("[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]")
_ROUNDED = 1e-9  # by which two ways to add up the same weights may differ
_VIETNAMESE = "\u1ec3"
_VIETNAMESE_LETTERS = 45  # lower-case letters of U+1EA0 to U+1EFF in use


Weight = tuple[float, float, float]
"""What a letter weighs alone, what it weighs at least in any place, and its share of a gram's weight."""
_NOT_SEEN: dict[str, int] = {}


class Some:
    """Some letters of one language, and what they weigh together.

    Attributes:
        each: the letters.
        grams: the letters as the profile counts them.
        sums: their weight and each one's, after a small letter (True) and elsewhere.
        ranks: the likeliest first where none is seen after what stands before it, each with its gram and weight; by the same.
        by_gram: the letters of `ranks` by gram; by the same.
        firsts: the two likeliest, by what stands before them and their alphabet.
    """

    __slots__ = ("by_gram", "each", "firsts", "grams", "ranks", "sums")

    def __init__(self, each: tuple[str, ...]) -> None:
        self.each = each
        self.grams = frozenset(map(_fold, each))
        self.sums: dict[bool, tuple[float, dict[str, list[Weight]]]] = {}
        self.ranks: dict[bool, list[tuple[str, str, Weight]]] = {}
        self.by_gram: dict[bool, dict[str, list[tuple[str, Weight]]]] = {}
        self.firsts: dict[tuple[str, int], list[str]] = {}


class Letters:
    """Counts of letters, pairs and triples of one language.

    Attributes:
        grams: the counts.
        size: letters counted.
        alphabet: the letters.
    """

    def __init__(self, grams: dict[str, int], beside: Letters | None = None) -> None:
        """Take the counts of a language, and those that tell of it besides; what they add is no letter of its alphabet."""
        self.grams = self._own = grams
        self._beside = beside
        self._single = {gram: count for gram, count in grams.items() if len(gram) == 1}
        self._starts = sum([count for gram, count in grams.items() if gram[0] == " " and len(gram) == 2])
        self.alphabet = frozenset(filter(str.isalpha, self._single))
        if beside is not None:
            self.grams = _sums(grams, beside.grams)
            self._single = _sums(self._single, beside._single)
            self._starts += beside._starts
        self.size = sum(self._single.values()) or 1
        self._starts = self._starts or 1
        self._chances: dict[tuple[str, str], float] = {}
        self._afters: dict[tuple[str, str], dict[str, float]] = {}

    @cached_property
    def above_ascii(self) -> float:
        """Share of the letters that take more than one byte."""
        return sum([count for gram, count in self._single.items() if gram > "\x7f"]) / self.size

    def share(self, pair: str) -> float:
        """Share of two letters among the pairs of letters in running text."""
        return self.grams.get("".join(map(_fold, pair)), 0) / self.size

    def knows(self, letter: str) -> bool:
        """Whether the letter is one of the language's."""
        folded = _fold(letter)
        return folded in self.alphabet or folded.lower() in self.alphabet or _FOLDED.match(letter) is not None

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters of the language, those that langdetect counts as one each for itself."""
        if _VIETNAMESE not in self.alphabet:
            return self.alphabet
        return self.alphabet | {chr(code) for code in range(0x1EA0, 0x1EFA)}

    def chance(self, letter: str, before: str) -> float:
        """Probability of a letter after the end of `before`, of which the last two characters count."""
        key = (letter, before[-2:])
        known = self._chances.get(key)
        if known is None:
            if len(self._chances) >= _REMEMBERED:
                self._chances.clear()
            known = self._chances[key] = self._chance(*key)
        return known

    def _chance(self, letter: str, before: str) -> float:
        letter = _fold(letter)
        first, second = _context(before)
        grams = self.grams
        triple = _ratio(grams.get(first + second + letter, 0), grams.get(first + second, 0))
        seen = self._starts if second == " " else grams.get(second, 0)
        return self._weighed(
            letter, triple, _ratio(grams.get(second + letter, 0), seen), before[-1:].islower()
        )

    def _weighed(self, gram: str, triple: float, pair: float, inside: bool) -> float:
        """Probability of a letter as the profile counts it, by its shares after two letters and after one, inside a word or not."""
        share = 1 / _VIETNAMESE_LETTERS if gram == _VIETNAMESE else 1.0
        alone, floor = self.grams.get(gram, 0) / self.size, FLOOR
        w3, w2, w1 = _WEIGHTS
        if inside and gram.isupper():
            alone, floor = alone * CAPITAL_INSIDE, FLOOR / 10
        return max(floor, share * (w3 * triple + w2 * pair + w1 * alone))

    def leading(self, letters: Some, before: str) -> list[str]:
        """Those of some letters above ASCII among which the two likeliest are after the end of `before`.

        Of the few that are ever seen there, and the two commonest of all others, they are those that weigh no less than the
        second, but for rounding. In Greek and Cyrillic nearly every letter is seen behind every other.
        """
        inside = before[-1:].islower()
        ranked = letters.ranks.get(inside)
        if ranked is None:
            ranked = letters.ranks[inside] = self._ranked(letters, inside)
            of_gram = letters.by_gram[inside] = {}
            for letter, gram, each in ranked:
                of_gram.setdefault(gram, []).append((letter, each))
        after, by_gram = self._after(*_context(before)), letters.by_gram[inside]
        others = islice((one for one in ranked if one[1] not in after), 2)
        found = [(least, letter) for letter, _, (_, least, _) in others]
        for gram in by_gram.keys() & after.keys():
            more = after[gram]
            for letter, (value, least, share) in by_gram[gram]:
                weight = share * more + value
                found.append((weight if weight > least else least, letter))
        if len(found) <= 2:
            return [letter for _, letter in found]
        second = sorted([weight for weight, _ in found])[-2] * (1 - _ROUNDED)
        return [letter for weight, letter in found if weight >= second]

    def _ranked(self, letters: Some, inside: bool) -> list[tuple[str, str, Weight]]:
        """Some letters, the likeliest first where none is seen; of those that are counted as one the first two."""
        _, values = self._sum(letters, inside)
        of_gram: dict[str, list[str]] = {}
        for letter in sorted(letters.each):
            of_gram.setdefault(_fold(letter), []).append(letter)
        ranked = [(letter, gram, values[gram][0]) for gram, some in of_gram.items() for letter in some[:2]]
        return sorted(ranked, key=lambda each: (-each[2][1], each[0]))

    def mass(self, letters: Some, before: str) -> float:
        """Sum of `chance` over some letters in one place.

        Few letters are ever seen after two others; the rest count as the letter alone does, and that sum is kept.
        """
        first, second = _context(before)
        total, values = self._sum(letters, before[-1:].islower())
        after = self._after(first, second)
        for gram in sorted(letters.grams & after.keys()):  # a sum of floats depends on its order
            more = after[gram]
            for value, least, share in values[gram]:
                weight = share * more + value
                if weight > least:
                    total += weight - least
        return total

    def _sum(self, letters: Some, inside: bool) -> tuple[float, dict[str, list[Weight]]]:
        """What some letters weigh together where none is seen, and each of them; kept."""
        known = letters.sums.get(inside)
        if known is None:
            known = letters.sums[inside] = self._alone(letters, inside)
        return known

    def _alone(self, letters: Some, inside: bool) -> tuple[float, dict[str, list[Weight]]]:
        total = 0.0
        values: dict[str, list[Weight]] = {gram: [] for gram in letters.grams}
        for letter in letters.each:
            gram = _fold(letter)
            share = 1 / _VIETNAMESE_LETTERS if gram == _VIETNAMESE else 1.0
            weight, floor = share * _WEIGHTS[2] * self.grams.get(gram, 0) / self.size, FLOOR
            if inside and gram.isupper():
                weight, floor = weight * CAPITAL_INSIDE, FLOOR / 10
            total += max(floor, weight)
            values[gram].append((weight, max(floor, weight), share))
        return total, values

    def _after(self, first: str, second: str) -> dict[str, float]:
        """What the letters above ASCII that are seen behind one other, and behind two if there is a `first`, weigh more for it."""
        known = self._afters.get((first, second))
        if known is None:
            if len(self._afters) >= _PAIRS_REMEMBERED:
                self._afters.clear()
            known = dict(self._after("", second)) if first else {}
            before = first + second
            seen = self._starts if before == " " else self.grams.get(before, 0)
            for gram, count in self._behind.get(before, _NOT_SEEN).items():
                known[gram] = known.get(gram, 0.0) + _WEIGHTS[2 - len(before)] * _ratio(count, seen)
            self._afters[first, second] = known
        return known

    @cached_property
    def _behind(self) -> dict[str, dict[str, int]]:
        """Letters above ASCII behind one other character, and behind two, with their counts."""
        if self._beside is None:
            return _by_former(self.grams)
        others = self._beside._behind  # which few texts change little
        own = _by_former({gram: self.grams[gram] for gram in self._own})
        return others | {former: others.get(former, _NOT_SEEN) | each for former, each in own.items()}

    def fit(self, text: str) -> float:
        """Share of the groups of three letters (or a gap and two) at the text's end that the language knows."""
        plain = " ".join("".join(map(letter_or_gap, text[-FITTED:])).split())
        groups = {plain[at : at + 3] for at in range(len(plain) - 2)}
        groups = {group for group in groups if group[1] != " "}
        known = sum([group in self.grams or group.lower() in self.grams for group in groups])
        return known / len(groups) if groups else 0.0

    def ends(self, before: str) -> float:
        """Probability that a word ends after the end of `before`."""
        first, second = _context(before)
        if second == " ":
            return 0.0
        grams = self.grams
        triple = _ratio(grams.get(first + second + " ", 0), grams.get(first + second, 0))
        pair = _ratio(grams.get(second + " ", 0), grams.get(second, 0))
        return 0.8 * triple + 0.2 * pair


def _by_former(grams: dict[str, int]) -> dict[str, dict[str, int]]:
    """Letters above ASCII by what stands before them, with their counts."""
    found: dict[str, dict[str, int]] = {}
    for gram, count in grams.items():
        if gram[-1] > "\x7f" and len(gram) > 1:
            found.setdefault(gram[:-1], {})[gram[-1]] = count
    return found


def _sums(some: dict[str, int], others: dict[str, int]) -> dict[str, int]:
    return others | {gram: count + others.get(gram, 0) for gram, count in some.items()}


def _ratio(part: int, whole: int) -> float:
    return min(1.0, part / whole) if whole else 0.0


def _context(before: str) -> tuple[str, str]:
    """The two characters before, everything that is no letter being one kind of gap; capitals as small letters."""
    last, former = before[-1:], before[-2:-1]
    if not last.isalpha():
        return "", " "
    second = _fold(last)
    return (_fold(former), second.lower()) if former.isalpha() else (" ", second)


def _fold(character: str) -> str:
    return _VIETNAMESE if "\u1ea0" <= character <= "\u1eff" else _COUNTED.get(character, character)


@lru_cache(maxsize=8192)
def letter_or_gap(character: str) -> str:
    """A letter as the profiles count it; a space for anything else."""
    return _fold(character) if character.isalpha() else " "


@lru_cache(maxsize=64)
def of_language(code: str) -> Letters | None:
    """The letters of a language by ISO 639-1 code or tag (`pt-BR`), None where langdetect has no profile."""
    name = counted_as(code)
    return Letters(profile(name)) if name in names() else None


def counted_as(code: str) -> str:
    """The name of the profile that has a language's letters, or would have: Bosnian is counted as Croatian."""
    if code.lower() in ("zh-tw", "zh-hant", "zh-hk"):
        return "zh-tw"
    name = code.split("-")[0].lower()
    return _SAME.get(name, name)


def profile(name: str) -> dict[str, int]:
    """The counts of a profile of langdetect."""
    grams: dict[str, int] = json.loads((_folder() / name).read_text(encoding="utf-8"))["freq"]
    return grams


@cache
def _folder() -> Path:
    found = find_spec("langdetect")  # an import would start the detector
    if found is None or found.origin is None:
        raise ModuleNotFoundError(
            "langdetect is not installed, expected its profiles: pip install langdetect"
        )
    return Path(found.origin).parent / "profiles"


@cache
def names() -> frozenset[str]:
    """The languages that have a profile."""
    return frozenset(file.name for file in _folder().iterdir())
