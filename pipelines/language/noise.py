"""Text of no language: prices, codes, links, dates in digits, single letters, a row of keys.

Asked before any model, because a model names some language for everything (half of the noise, with langdetect). What
carries digits is taken out as a token, `COVID-20` and `EC57-4` whole; of the rest, words of two or more letters count.
Only short texts in plain ASCII can be a row of keys: whoever types letters with accents types a language.
"""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.language.bayes import plausibility
from pipelines.language.folding import fold, stream
from pipelines.language.profiles import profiles

REASONS = (
    "",
    "no word in it",
    "too few letters",
    "a code or a unit",
    "one letter over and over",
    "a row of keys",
    "letters that no model can place",
    "a line of a program",
)
_WORDLESS, _FEW, _CODE, _REPEATED, _KEYS, UNPLACED, _LINE = range(1, 8)

FEWEST = 3  # cased letters; below, nothing can be said
SHORTEST_PAIR = 2  # letters of a script without case, where one letter may be a syllable or a word
ACRONYM = 5  # capitals of a lone word beside digits, such as ISBN
MASHED_WORDS = 4  # longer texts are never a row of keys
PLAUSIBLE = 1.1  # mean log-weight of trigrams; 0.4 % of 2,650 real short ASCII texts lie below, none in a common language
RUN_PLAUSIBLE = 2.0  # rows of neighbouring keys below this are no words: `asdf` yes, German `wert` (2.3) no
RUN_LETTERS = 5  # letters of a row of keys at least; 3 and 10 leave every label of the language set as it is

_DIGITS = re.compile(r"\d")
_PLAIN_WORDS = re.compile(r"[A-Za-z]{2,}")
_LETTERS = re.compile(r"[^\W\d_]+")
_TOKENS_WITH_DIGITS = re.compile(r"(?:(?<![A-Za-z_./:#+\-])[A-Za-z_./:#+\-]++)?[0-9][A-Za-z0-9_./:#+\-%]*")
# a line of a program, whatever its words: a tag, an empty call, a block, an assignment of one; of 137,793 interface strings in
# 100 languages two hold such signs, and none of the development rows in a language
_PROGRAM = (
    r"^\s*<[^<>]*>\s*$|\w\(\)|[;{]\s*\}|\)\s*\{|^\s*\$\w+[/=]|\s=\s*[\[({\"'<]"
    r"|\s-{1,2}[a-z]+\s+[\"']|\s\*\s.*;\s*$"
)
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop", "yxcvbnm")
_NEIGHBOURS = frozenset(a + b for row in _ROWS for a, b in pairwise(row))
_STEPS = _NEIGHBOURS | {pair[::-1] for pair in _NEIGHBOURS}


def speechless(plain: pa.Array) -> NDArray[np.int8]:
    """Why each text is of no language, as a place in `REASONS`; 0 where it may be of one.

    Args:
        plain: texts without links and marks, case kept, from `folding.unlinked`: the few that hold little evidence.
    """
    texts = plain.to_pylist()
    bare = [_TOKENS_WITH_DIGITS.sub(" ", text) for text in texts]
    reasons = np.fromiter(map(_reason, bare, texts), np.int8, len(texts))
    reasons[pc.match_substring_regex(plain, _PROGRAM).to_numpy(zero_copy_only=False)] = _LINE
    suspects = [row for row, text in enumerate(bare) if not reasons[row] and _typed_plainly(text)]
    if suspects:
        folded = fold(pa.array([bare[row] for row in suspects], type=pa.large_string())).to_pylist()
        likely = plausibility(stream(folded), profiles()).tolist()
        reasons[suspects] = list(map(_mash, folded, likely))
    return reasons


def _reason(bare: str, text: str) -> int:
    """Why a text is of no language, by what is left of it without tokens that carry digits."""
    words = _words(bare)
    letters = sum(map(len, words))
    if len(words) > 1 and letters > FEWEST:
        return 0
    if not bare.isascii() and sum(map(_caseless, bare)) >= SHORTEST_PAIR:
        return 0
    if not words:
        return _WORDLESS
    if letters < FEWEST:
        return _FEW
    digits = _DIGITS.search(text) is not None
    acronym = len(words) == 1 and words[0].isupper() and letters <= ACRONYM
    if (digits and (acronym or letters == FEWEST)) or (acronym and letters == FEWEST):
        return _CODE
    return 0


def _words(bare: str) -> list[str]:
    if bare.isascii():
        return _PLAIN_WORDS.findall(bare)
    words = _LETTERS.findall(bare)
    if not all(map(str.isalpha, words)):  # `²` and `Ⅳ` are neither letters nor decimals
        words = "".join([sign if sign.isalpha() else " " for sign in bare]).split()
    return [word for word in words if len(word) > 1]


def _caseless(sign: str) -> bool:
    return sign.isalpha() and sign.lower() == sign.upper()


def _typed_plainly(bare: str) -> bool:
    return bare.isascii() and len(re.findall(r"[A-Za-z]+", bare)) <= MASHED_WORDS


def _mash(text: str, mean: float) -> int:
    words = re.findall(r"[a-z]+", text)
    if all(len(set(word)) == 1 for word in words):
        return _REPEATED
    if mean < PLAUSIBLE:
        return _KEYS
    run = all(a + b in _STEPS for word in words for a, b in pairwise(word))
    return _KEYS if run and mean < RUN_PLAUSIBLE and sum(map(len, words)) >= RUN_LETTERS else 0
