"""What a site's own text says about its words and signs: the lexicon, and the chance of a character in its place.

A corpus is counted once per site (or list) and language, only when a suspect needs it, from texts that are not
themselves suspect. Letters come from the language's profile (`letters`), signs from counts over a small prior.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from pipelines.repair.letters import FLOOR, Letters, of_language, of_texts
from pipelines.repair.readings import Tail, fits

_SIGNS_AFTER_LETTER = {
    "’": 4e-3, "”": 2e-3, "“": 2e-4, "»": 1.5e-3, "…": 1.5e-3, "–": 3e-4, "—": 5e-4, "‘": 1e-4, "\u00a0": 1e-3,
    "™": 1e-4, "®": 1e-4, "·": 1e-4, "º": 1e-4, "ª": 1e-4, "°": 1e-4, "‐": 1e-4, "‑": 1e-4, "›": 1e-4, "€": 1e-4,
    "„": 2e-6, "«": 5e-6, "²": 2e-5, "•": 2e-6, "‚": 1e-6, "′": 2e-5,
}  # fmt: skip
_SIGNS_AFTER_GAP = {
    "–": 8e-3, "“": 4e-3, "„": 3e-3, "«": 4e-3, "—": 3e-3, "”": 6e-4, "‘": 6e-4, "’": 4e-4, "…": 1e-3, "»": 2e-3,
    "•": 4e-4, "€": 3e-4, "¿": 6e-4, "¡": 3e-4, "·": 2e-4, "‹": 1e-4, "£": 1e-4, "§": 1e-4, "©": 1e-4, "°": 1e-4,
    "\u00a0": 2e-4, "‚": 2e-5, "º": 1e-4, "ª": 1e-4, "→": 5e-5, "−": 1e-4, "×": 1e-4, "±": 2e-5, "®": 2e-5, "′": 2e-5,
    "√": 2e-5, "≈": 2e-5, "≠": 1e-5, "∂": 5e-6, "∆": 5e-6, "∞": 5e-6, "≤": 1e-5, "≥": 1e-5, "½": 1e-5, "¼": 1e-5,
}  # fmt: skip
"""Share of each sign among the characters after a letter, and after anything else, in edited text of Latin, Greek and
Cyrillic alphabets; orders of magnitude, soon outweighed by the site's own counts."""
_PRIOR_SIZE = 2000
"""Characters that the prior counts for: about ten teasers."""
_WORD = re.compile(r"[^\W\d_]+")
_EAST = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_EAST_LEADS = {0xE3: 0.35, 0xE4: 0.12, 0xE5: 0.15, 0xE6: 0.14, 0xE7: 0.10, 0xE8: 0.07, 0xE9: 0.05, 0xEF: 0.05,
               0xEA: 0.03, 0xEB: 0.03, 0xEC: 0.05, 0xED: 0.03, 0xE2: 0.01, 0xC2: 0.003}  # fmt: skip
"""Share of the UTF-8 lead bytes among the characters of Chinese, Japanese and Korean text."""
LONE_GREEK = 1e-5
"""Share of Greek letters that stand for a quantity, such as `π` or `µ`, in text of any language."""
PAIR_SIZE = 50
"""Places after the same two letters that the chance of a sign counts for."""
TRUST = 0.75
"""Weight of the site's own words where it has many; the rest stays with the language."""
OTHER_ALPHABET = 1e-2
"""How much rarer a letter is right after one of another alphabet than where a word begins."""
WITNESSES = 10
"""Words of the site that the language's own letters count for."""
MOST_TEXTS = 4000
"""Texts that a corpus reads; more change nothing that a threshold can see."""


class Questions(NamedTuple):
    """What question marks do in a corpus.

    Attributes:
        share: of the texts, those that end in one after a known word.
        gap: of the question marks, those after a gap, as in French.
        losses: how likely a broken character became one; words with one inside are the sign.
    """

    share: float
    gap: float
    losses: float


class Corpus:
    """Words and signs of a site in one language.

    Attributes:
        texts: the texts it is counted from.
        language: ISO 639-1 code, "" where nobody knows.
    """

    def __init__(self, texts: Iterable[str], language: str = "") -> None:
        self.texts = tuple(text for text, _ in zip(texts, range(MOST_TEXTS), strict=False))
        self.language = language
        self._counts: dict[str, int] = {}

    @cached_property
    def letters(self) -> Letters:
        """The letters of the language, or of the texts where it has no profile."""
        known = of_language(self.language) if self.language else None
        return known or of_texts(text[:-_END] for text in self.texts)

    @cached_property
    def words(self) -> Counter[str]:
        """Words in small letters with their counts; the last word of a text may be half and does not count."""
        found: Counter[str] = Counter()
        for text in self.texts:
            found.update(_WORD.findall(_HURT.sub(" ", text.lower()))[:-1])
        return found

    @cached_property
    def followed(self) -> Counter[tuple[str, str]]:
        """Words in small letters with the sign right after them."""
        found: Counter[tuple[str, str]] = Counter()
        for text in self.texts:
            found.update(_WORD_AND_SIGN.findall(text[:-_END].lower()))
        return found

    @cached_property
    def _typographic(self) -> float:
        """Share of the typographic among the apostrophes inside words."""
        curly = straight = 0
        for (_, sign), count in self.followed.items():
            curly += count if sign == "’" else 0
            straight += count if sign == "'" else 0
        return (curly + 0.5) / (curly + straight + 1.0)

    @cached_property
    def _sorted_words(self) -> list[str]:
        return sorted(self.words)

    @cached_property
    def _sums(self) -> list[int]:
        return [0, *accumulate(self.words[word] for word in self._sorted_words)]

    @cached_property
    def _signs(self) -> dict[bool, tuple[Counter[str], int]]:
        after: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        size = {True: 0, False: 0}
        for text in self.texts:
            text = text[:-_END]
            lettered = sum(map(str.isalpha, text))
            size[True] += lettered
            size[False] += len(text) - lettered
            for before, sign in _NON_ASCII_SIGN.findall(text):
                after[before.isalpha()][sign] += 1
        return {True: (after[True], size[True]), False: (after[False], size[False])}

    @cached_property
    def candidates(self) -> tuple[str, ...]:
        """Characters above ASCII that a text of this corpus may lose."""
        own = {c for text in self.texts for c in set(text) if c > "\x7f" and not 0xE000 <= ord(c) <= 0xF8FF and c < "\U0010f000"}
        own -= {"\N{REPLACEMENT CHARACTER}"}
        signs = {*_SIGNS_AFTER_GAP, *_SIGNS_AFTER_LETTER}
        return tuple(sorted(signs | own | {c for c in self.letters.alphabet if c > "\x7f"}))

    def chance(self, character: str, before: str) -> float:
        """Probability of a character in this place: the language's, corrected by the site's words."""
        alone = self._chance_alone(character, before)
        found = _WORD_END.search(before[-40:])
        if found is None:
            return alone
        beginning = found[0].lower()
        words = self.starting(beginning)
        if not words:
            return alone
        trust = TRUST * words / (words + WITNESSES)
        if character.isupper() and not (before[-1:].isupper() and _in_capitals(found[0], before)):
            return (1 - trust) * alone
        return trust * self.seen(beginning, character) / words + (1 - trust) * alone

    def _chance_alone(self, character: str, before: str) -> float:
        lettered = before[-1:].isalpha()
        if character.isalpha() and character not in "ªº":
            chance = self.letters.chance(*_cased(character, before))
            if not lettered and _GREEK.match(character):
                return max(chance, LONE_GREEK)
            return chance * OTHER_ALPHABET if lettered and _other_alphabet(character, before[-1]) else chance
        counts, size = self._signs[lettered]
        prior = (_SIGNS_AFTER_LETTER if lettered else _SIGNS_AFTER_GAP).get(character, FLOOR)
        chance = (counts[character] + prior * _PRIOR_SIZE) / (size + _PRIOR_SIZE)
        if not lettered:
            return chance
        pair = before[-2:].lower()
        seen = self._count(pair + character)
        if character == "’":
            seen = (seen + self._count(pair + "'")) * self._typographic
        return (seen + chance * PAIR_SIZE) / (self._count(pair) + PAIR_SIZE)

    @cached_property
    def _joined(self) -> str:
        return "\n".join(text[:-_END] for text in self.texts).lower()

    def _count(self, part: str) -> int:
        if part not in self._counts:
            self._counts[part] = self._joined.count(part)
        return self._counts[part]

    def ends_word(self, before: str) -> float:
        """Probability that a word ends here: the language's, corrected by the site's words."""
        alone = max(1e-3, self.letters.ends(before))
        found = _WORD_END.search(before[-40:])
        words = self.starting(found[0].lower()) if found else 0
        if not found or not words:
            return alone
        trust = TRUST * words / (words + WITNESSES)
        return trust * self.words[found[0].lower()] / words + (1 - trust) * alone

    @cached_property
    def questions(self) -> Questions:
        """What question marks do in this corpus."""
        ends = gaps = marks = inside = 0
        for text in self.texts:
            ends += text.endswith("?") and bool(self.words[_last_word(text[:-1])])
            found = text[:-1].count("?")
            if found:
                marks += found
                gaps += len(_GAP_QUESTION.findall(text[:-1]))
                inside += len(_INNER_QUESTION.findall(text))
        size = len(self.texts)
        return Questions((ends + 0.02 * 20) / (size + 20), (gaps + 0.05) / (marks + 5), min(0.3, 0.02 + 0.1 * inside))

    def foreign_share(self, text: str) -> float:
        """Share of a text's letters that the language's alphabet lacks."""
        other = sum(c > "\x7f" and c.isalpha() and not self.letters.knows(c) for c in text)
        return other / max(1, len(text)) if other else 0.0

    def mass(self, tail: Tail) -> float:
        """Probability that a character which leaves this tail stood in this place."""
        if eastern(tail.head):
            if not tail.kept:
                return 0.9
            return _EAST_LEADS.get(tail.kept[0], FLOOR) / 64.0 ** (len(tail.kept) - 1)
        return sum(self.chance(character, tail.head) for character in self.candidates if fits(character, tail))

    def starting(self, beginning: str) -> float:
        """How many words of the corpus start so, repeats counted."""
        words, sums = self._sorted_words, self._sums
        return sums[bisect_left(words, beginning + "\U0010ffff")] - sums[bisect_left(words, beginning)]

    def seen(self, beginning: str, character: str) -> float:
        """How often the corpus goes on with a character after the beginning of a word."""
        if character.isalpha() and character not in "ªº":
            return self.starting(beginning + character.lower())
        if character != "’":
            return self.followed[beginning, character]
        both = self.followed[beginning, "’"] + self.followed[beginning, "'"]
        return both * self._typographic


_WORD_AND_SIGN = re.compile(r"([^\W\d_]+)([^\x00-\x7f\w]|[ªº']|\?)")
_WORD_END = re.compile(r"[^\W\d_]+\Z")
_GREEK = re.compile("[\u00b5\u0391-\u03c9]")
_GAP_QUESTION = re.compile(r"[\s\u00a0\u202f]\?")
_INNER_QUESTION = re.compile(r"(?<![\w/&=.#?])[^\W\d_]+\?[^\W\d_]*[a-zß-öø-ÿ](?![\w/=])")
_HURT = re.compile("[^\\W\\d_]*[?\ufffd\U0010f780-\U0010f7ff]+[^\\W\\d_]+")
_END = 3  # characters at the end that may be left of a lost one
_NON_ASCII_SIGN = re.compile(r"(.?)([^\x00-\x7f\w]|[ªº])", re.DOTALL)


def _last_word(text: str) -> str:
    found = _WORD_END.search(text[-40:].rstrip())
    return found[0].lower() if found else ""


def eastern(text: str) -> bool:
    """Whether the end of a text is Chinese, Japanese or Korean."""
    end = text[-12:]
    return len(_EAST.findall(end)) * 3 > len(end)


def _cased(character: str, before: str) -> tuple[str, str]:
    """In a word of capitals, small letters stand in for them: profiles hold few words of capitals."""
    word = re.search(r"[^\W\d_]+\Z", before[-20:])
    if word and character.isupper() and _in_capitals(word[0], before):
        return character.lower(), before[-3:].lower()
    return character, before


def _other_alphabet(letter: str, other: str) -> bool:
    return _alphabet(letter) != _alphabet(other)


def _alphabet(letter: str) -> int:
    code = ord(letter)
    if code < 0x370:
        return 0
    return 1 if code < 0x400 else 2 if code < 0x530 else 0 if 0x1E00 <= code < 0x1F00 else 3


def _in_capitals(word: str, before: str) -> bool:
    return word.isupper() and (len(word) > 1 or _loud(before))


def _loud(before: str) -> bool:
    letters = [c for c in before[-40:] if c.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.7 * len(letters)
