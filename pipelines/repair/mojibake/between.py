"""What a character weighs between two texts: how often a language and a site have it there.

Used where a byte was lost and several characters may have stood in its place (`lossy`).
"""

from __future__ import annotations

import math
import re
from functools import cache

from pipelines.repair.decoding import eastasian
from pipelines.repair.encodings.readings import LOST
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.letters_alone import EAST

UNSEEN = 0.1
"""How much rarer two letters are that a language's running text never has side by side than each alone tells: `яо` in Ukrainian."""
GAPPED = 0.3
"""Share of the signs behind a word that a gap follows: `”` and `…` far more often than a letter. 0.1 and 1 change none of
3,000 damaged texts."""
LESS = 0.1
"""What a group of two letters counts beside one of three, and one letter beside two."""
OTHER_SCRIPT = 4.0
"""Nats by which a script of the East may explain a text less than another one, and still be its own: one character of another
country's spelling costs as many."""
RARE = 1e-5
"""Share of text below which a syllable of Korean is rarer than its neighbours tell."""
Scripts = tuple[eastasian.Script, ...]
_HANGUL = frozenset(map(chr, range(0xAC00, 0xD7A4)))
INDIC = re.compile("[\u0900-\u0dff]")
"""Letters and signs of India's scripts."""
_HEBREW = re.compile("[\u05d0-\u05ea]")
"""Letters of Hebrew."""
_POINTS = re.compile("[\u05b0-\u05bd\u05bf-\u05c7]")
"""Its vowels: the profile counts none of them, and a word goes on behind one (`דאָס` in Yiddish)."""
_WORD_BEFORE = re.compile(r"[^\W\d_]*\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]*")


def in_place(character: str, before: str, after: str, corpus: Corpus, among: Scripts | None = None) -> float:
    """Weight of a character between two texts: the letters around it, and the whole word where the site knows it.

    Args:
        character: what is weighed.
        before: the text before it.
        after: the text behind it.
        corpus: of its language and site.
        among: the scripts of the East that the text may be in; any if None.
    """
    if _HEBREW.match(character):
        before, after = _POINTS.sub("", before), _POINTS.sub("", after)
    left, right = word_before(before), _word_after(after)
    weight, context = corpus.chance(character, before), before[-3:] + character
    if EAST.match(character):  # the profiles count kana and ideographs by kinds
        often = in_the_east(character, among)
        weight = weight * min(1.0, often / RARE) if character in _HANGUL else often
    for letter in after[: 3 if right else 4]:  # as many letters in any case
        if letter == LOST:
            break
        if letter.isalpha():
            weight *= corpus.chance(letter, context)
        else:
            weight *= _goes_on(letter, context, corpus, among)
        context += letter
    if right and corpus.profiled and character < "\u0530" and not corpus.letters.share(character + right[0]):
        weight *= UNSEEN
    words = corpus.lexicon.words
    seen = words[(left + character + right).lower()]
    if not right and after.startswith(" "):
        seen = min(seen, words[_word_after(after[1:]).lower()])
    return weight * (1 + 200 * min(3, seen))


def of_indic(character: str, before: str, after: str, corpus: Corpus) -> float:
    """Weight of a letter or sign of India between two texts: the groups of three that the profile counts, signs included."""
    grams = corpus.letters.grams
    a, b = (_letter(before[-2:-1]), _letter(before[-1:]))
    y, z = (_letter(after[:1]), _letter(after[1:2]))
    alone = grams.get(character, 0)
    if not alone:
        return 0.0
    weight = float(alone)
    for three, two in (
        (a + b + character, b + character),
        (b + character + y, character + y),
        (character + y + z, character + y),
    ):
        weight *= (grams.get(three, 0) + LESS * grams.get(two, 0) + LESS**2 * alone) / alone
    return weight


def chance_of_indic(character: str, before: str, corpus: Corpus) -> float:
    """Probability of a letter or sign of India after the end of `before`, as `Letters.chance` has it of letters alone."""
    grams = corpus.letters.grams
    a, b = _letter(before[-2:-1]), _letter(before[-1:]) or " "
    three, two = grams.get(a + b, 0), grams.get(b, 0)
    chance = 0.1 * grams.get(character, 0) / corpus.letters.size
    chance += 0.7 * grams.get(a + b + character, 0) / three if three and a else 0.0
    return chance + (0.2 * grams.get(b + character, 0) / two if two else 0.0)


def _letter(character: str) -> str:
    """A character as the profiles count it beside others; a space for what is none of theirs, and nothing for a lost one."""
    return "" if character == LOST else character if INDIC.match(character) else " "


@cache
def in_the_east(character: str, among: Scripts | None = None) -> float:
    """How often a character of the East stands in the one of some scripts, or of all, where it is commonest."""
    return math.exp(-min(eastasian.cost(character, script) for script in among or eastasian.scripts()))


def _goes_on(sign: str, text: str, corpus: Corpus, among: Scripts | None) -> float:
    """How often a gap or a sign follows the end of a text."""
    last = text[-1]
    if sign == " " and EAST.match(last) and last not in _HANGUL:
        return max(script.space for script in among or eastasian.scripts())
    return GAPPED if not last.isalpha() and not last.isspace() else corpus.letters.ends(text) + 1e-4


def scripts_of(text: str, language: str) -> Scripts:
    """The scripts of the East that a text may be in: those of its language, less what its characters speak against.

    Where two characters may have stood the rarer one is often common in another script: `堊` for `加` in simplified Chinese.
    """
    some = [script for script in eastasian.scripts() if script.language == language[:2].lower()]
    letters = "".join(EAST.findall(text))
    costs = [(eastasian.cost(letters, script), script) for script in some or eastasian.scripts()]
    least = min(nats for nats, _ in costs)
    return tuple(script for nats, script in costs if nats <= least + OTHER_SCRIPT)


def is_seldom(character: str) -> bool:
    """Whether a character is an ideograph or a syllable that no old encoding of its languages counts among the common ones."""
    return ("\u4e00" <= character <= "\u9fff" or character in _HANGUL) and in_the_east(character) < RARE


def word_before(text: str) -> str:
    """The letters at the end of a text, which a word begins with."""
    found = _WORD_BEFORE.search(text)
    return found[0] if found else ""


def _word_after(text: str) -> str:
    found = _WORD_AFTER.match(text)
    return found[0] if found else ""
