"""How likely one letter follows another, in each language: the evidence by which an encoding is recognised.

The counts are langdetect's own profiles (Wikipedia, 55 languages), which this project carries anyway; no second model
is shipped. A reading of bytes is plausible when its pairs of letters are frequent in some language. Letters are folded
to lower case; a pair that writes a capital after a small letter pays `CAPITAL_INSIDE`, because most wrong readings do
just that. Everything that is no letter is one class, split by what pages really contain: `_USUAL` punctuation, rare
signs, and control characters, which no page has.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel import Locale

LEAST_BACKOFF = 0.01
"""Least share of a letter's followers that its profile may have lost; langdetect drops pairs rarer than about 1e-5 of
all, which for most letters is 1 to 6 % of what follows them."""

CAPITAL_INSIDE = 5.0
"""Nats for a capital after a small letter within one word. 10 gives the same 530 of 531 generated pages, 2 gives 529."""

UNSEEN = 1e-5
"""Share of a letter the language's profile does not know: a foreign name has it once in some thousand words.
1e-6 and 1e-4 give the same 530 of 531 pages."""

_USUAL = frozenset("\u00a0«»“”„‘’‚–—…·•°©®€§№¿¡")
_GAP = " "
USUAL = -math.log(0.02)
"""Cost of a usual sign."""

_VOWEL_SIGNS = re.compile("[\u05b0-\u05c2\u064b-\u0652]")
_VOWEL_COST = 2.0
"""Cost of a vowel sign, which Hebrew and Arabic seldom write. Of 3,384 pages of one to ten scraps in 33 languages, in their old
encodings and declared rightly, wrongly or not, one more is misread with 1 and 14 are with 4."""
_RARE_COST = -math.log(0.0003)
_CONTROL_COST = 16.0
"""Costs of any other sign, and of a control character, which no text holds."""
_ALIASES = str.maketrans("șțȘȚیکİ", "şţŞŢيكi")


@dataclass(frozen=True, slots=True)
class Pairs:
    """One language: shares of letters, and of letters after letters.

    Attributes:
        language: langdetect's code.
        single: share of each letter.
        after: for a first letter, the share its profile lost and the shares of what follows.
    """

    language: str
    single: Mapping[str, float]
    after: Mapping[str, tuple[float, Mapping[str, float]]]

    def share(self, first: str, second: str) -> float:
        """Return the share of `second` among what follows `first`, both folded to a letter or a gap."""
        lost, shares = self.after.get(first, _NOTHING)
        return shares.get(second, 0.0) + lost * self.single.get(second, UNSEEN)


_NOTHING: tuple[float, Mapping[str, float]] = (1.0, {})


@cache
def pairs(language: str) -> Pairs:
    """Load one language: langdetect's profile (2 ms), or for a language it lacks the names in CLDR (20 ms)."""
    counts = _profile(language) if language in PROFILES else _names(language)
    letters = {gram: count for gram, count in counts.items() if len(gram) == 1}
    after: dict[str, dict[str, float]] = {}
    for gram, count in counts.items():
        if len(gram) == 2:
            after.setdefault(gram[0], {})[gram[1]] = count
    gaps = sum(after.get(_GAP, {}).values())  # a word begins as often as one ends
    letters[_GAP] = gaps
    whole = sum(letters.values())
    return Pairs(
        language,
        {letter: count / whole for letter, count in letters.items()},
        {first: _followers(found, letters.get(first, 0.0)) for first, found in after.items()},
    )


def _followers(found: Mapping[str, float], seen: float) -> tuple[float, Mapping[str, float]]:
    kept = sum(found.values())
    whole = max(seen, kept / (1 - LEAST_BACKOFF))
    return 1 - kept / whole, {second: count / whole for second, count in found.items()}


PROFILES = frozenset(
    "af ar bg ca cs cy da de el en es et fa fi fr he hr hu id it lt lv mk nl no pl pt ro ru sk sl sq sv th tr uk ur".split()
)
"""Languages whose profile is langdetect's; the others of `charset.CANDIDATES` come from CLDR."""


def _profile(language: str) -> dict[str, float]:
    text = files("langdetect").joinpath("profiles", language).read_text(encoding="utf-8")
    counts: dict[str, float] = {}
    for gram, count in json.loads(text)["freq"].items():
        if len(gram) <= 2:
            folded = fold(gram)
            counts[folded] = counts.get(folded, 0.0) + count
    return counts


def _names(language: str) -> dict[str, float]:
    locale = Locale.parse(language)
    names = [*locale.languages.values(), *locale.territories.values(), *locale.currencies.values()]
    words = re.findall(r"[^\W\d_]+", fold(" ".join(names)))
    counts: Counter[str] = Counter()
    for word in words:
        counts.update(word)
        counts.update(one + two for one, two in zip(f" {word}", f"{word} ", strict=True))
    return dict(counts)


def fold(text: str) -> str:
    """Return text as the profiles know it: lower case, Romanian and Persian letters as langdetect writes them."""
    return text.translate(_ALIASES).lower()


def sign_cost(character: str) -> float:
    """Return the cost of a character that is no letter: usual punctuation, a rare sign, a control character."""
    if character in _USUAL:
        return USUAL
    if is_vowel_sign(character):
        return _VOWEL_COST
    return _CONTROL_COST if character < "\u00a0" else _RARE_COST


def is_vowel_sign(character: str) -> bool:
    """Whether a character is a vowel sign of Hebrew or Arabic, which stands on a letter."""
    return _VOWEL_SIGNS.match(character) is not None
