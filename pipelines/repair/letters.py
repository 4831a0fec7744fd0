"""How likely a letter is after two others, in a language: what tells `britâ(nica)` from `exhortÃ`.

The counts are langdetect's own profiles (1-, 2- and 3-grams of 55 languages, case kept), read one language at a
time and only where a suspect asks. A language without a profile is counted from the column's own text. Punctuation
and digits are not in the profiles: `corpus` knows them.

In: a language code. Out: probabilities, interpolated over the three orders, never zero (`FLOOR`).
langdetect folds some letters together before it counts (all of U+1EA0 to U+1EFF into one, kana and ideographs into
classes); the same folding is undone here by spreading a class evenly over its members.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources

FLOOR = 1e-7
"""Probability of a letter that the language's profile does not know."""
CAPITAL_INSIDE = 1e-3
"""How much rarer a capital is after a small letter than elsewhere."""

_WEIGHTS = (0.7, 0.2, 0.1)  # of the 3-gram, the 2-gram and the letter alone
_SAME = {"nb": "no", "nn": "no", "zh": "zh-cn", "iw": "he", "in": "id", "fil": "tl", "sh": "hr", "bs": "hr"}
_CEDILLA = {"ș": "ş", "ț": "ţ", "Ș": "Ş", "Ț": "Ţ"}  # Romanian, as langdetect counts it
_FOLDED = re.compile("[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]")
_VIETNAMESE = "\u1ec3"
_VIETNAMESE_LETTERS = 45  # lower-case letters of U+1EA0 to U+1EFF in use


class Letters:
    """Counts of letters, pairs and triples of one language."""

    def __init__(self, grams: dict[str, int]) -> None:
        self._grams = grams
        self._letters = sum(count for gram, count in grams.items() if len(gram) == 1) or 1
        self._starts = sum(count for gram, count in grams.items() if len(gram) == 2 and gram[0] == " ") or 1
        self.alphabet = frozenset(gram for gram in grams if len(gram) == 1 and gram.isalpha())

    def knows(self, letter: str) -> bool:
        """Whether the letter is one of the language's."""
        folded = _fold(letter)
        return folded in self.alphabet or folded.lower() in self.alphabet or _FOLDED.match(letter) is not None

    def chance(self, letter: str, before: str) -> float:
        """Probability of a letter after the end of `before`, of which the last two characters count."""
        share = 1.0
        letter = _CEDILLA.get(letter, letter)
        if "\u1ea0" <= letter <= "\u1eff":
            letter, share = _VIETNAMESE, 1 / _VIETNAMESE_LETTERS
        first, second = _context(before)
        grams = self._grams
        triple = _ratio(grams.get(first + second + letter, 0), grams.get(first + second, 0))
        seen = self._starts if second == " " else grams.get(second, 0)
        pair = _ratio(grams.get(second + letter, 0), seen)
        alone = grams.get(letter, 0) / self._letters
        w3, w2, w1 = _WEIGHTS
        floor = FLOOR
        if letter.isupper() and before[-1:].islower():
            alone, floor = alone * CAPITAL_INSIDE, FLOOR / 10
        return max(floor, share * (w3 * triple + w2 * pair + w1 * alone))

    def ends(self, before: str) -> float:
        """Probability that a word ends after the end of `before`."""
        first, second = _context(before)
        if second == " ":
            return 0.0
        grams = self._grams
        triple = _ratio(grams.get(first + second + " ", 0), grams.get(first + second, 0))
        pair = _ratio(grams.get(second + " ", 0), grams.get(second, 0))
        return 0.8 * triple + 0.2 * pair


def _ratio(part: int, whole: int) -> float:
    return min(1.0, part / whole) if whole else 0.0


def _context(before: str) -> tuple[str, str]:
    """The two characters before, everything that is no letter being one kind of gap; capitals as small letters."""
    pair = [(_fold(c) if c.isalpha() else " ") for c in before[-2:]]
    second = pair[-1] if pair else " "
    first = pair[0] if len(pair) == 2 else " "
    if second == " ":
        first = ""
    return first, second.lower() if first not in ("", " ") else second


def _fold(character: str) -> str:
    return _VIETNAMESE if "\u1ea0" <= character <= "\u1eff" else _CEDILLA.get(character, character)


@lru_cache(maxsize=64)
def of_language(code: str) -> Letters | None:
    """The letters of a language by ISO 639-1 code or tag (`pt-BR`), None where langdetect has no profile."""
    name = _SAME.get(code.split("-")[0].lower(), code.split("-")[0].lower())
    if code.lower() in ("zh-tw", "zh-hant", "zh-hk"):
        name = "zh-tw"
    if name not in names():
        return None
    file = resources.files("langdetect") / "profiles" / name
    grams: dict[str, int] = json.loads(file.read_text(encoding="utf-8"))["freq"]
    return Letters(grams)


@cache
def names() -> frozenset[str]:
    """The languages that have a profile."""
    return frozenset(file.name for file in (resources.files("langdetect") / "profiles").iterdir())


def of_texts(texts: Iterable[str]) -> Letters:
    """The letters of the texts themselves, for a language without a profile."""
    grams: Counter[str] = Counter()
    for text in texts:
        plain = " " + " ".join("".join(_fold(c) if c.isalpha() else " " for c in text).split()) + " "
        grams.update(plain)
        grams.update(a + b for a, b in zip(plain, plain[1:], strict=False))
        grams.update(a + b + c for a, b, c in zip(plain, plain[1:], plain[2:], strict=False))
    del grams[" "]
    return Letters(dict(grams))
