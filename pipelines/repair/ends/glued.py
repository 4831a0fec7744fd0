"""Half a character that no alphabet explains: a letter of another script glued to the end of a word (`რედაქტირებაá`).

Where a word of Georgian, Khmer or Chinese ends in a Latin, Greek or Cyrillic letter, that letter is the first byte of
the character that was cut, if the word's own characters begin with that byte. Box-drawing characters, which is what the
codepages of DOS have for first bytes, stand behind no letter of any script either. Neither needs a language. In Chinese,
Japanese and Korean a name in Latin letters may stand between (`Wesnothï¼`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipelines.repair.encodings.readings import Tail, needs, tails
from pipelines.repair.likelihood.alphabets import NEAR

_FIRST = "\u0530"
"""No code point below is of a script but Latin, Greek, Cyrillic and their signs."""
_WORTH = re.compile(
    f"[{_FIRST}-\u1c7f\u2c80-\u2ddf\u2e80-\ua63f\ua800-\ud7ff\uf900-\ufaff\U00010800-\U0002ffff├┬┼┘┌\u2550-\u256c]"
)
_ABOVE_THE_THREE = re.compile("[\u0530-\U0010ffff]")
_EASTERN = "\u2e80"
"""First code point of Chinese, Japanese and Korean: their characters begin with more bytes than a text need show."""
_NAME = re.compile(r"[\u2e80-\ufffe][\x20-\x7e]{0,30}\Z")
"""A name in Latin letters, or a number, in Chinese, Japanese or Korean text."""
_NAMED = re.compile(r"[\u2e80-\ufffe][\x20-\x7e]{0,30}[^\x00-\x7f]{1,2}\Z")
_GAPPED_NAME = re.compile(r"[\u2e80-\ufffe]\W{0,3}[\x21-\x7e]{1,24} \Z")
"""One name in Latin letters, and a gap: more of them may be a phrase in a language that has a word of one letter (`La vita è`)."""
_KANA = re.compile("[\u3041-\u30ff]")
"""Japanese, whose commonest characters begin with the byte that is `ã`."""
_NO_LATIN = "\u0250"
"""First code point behind the Latin letters; one of them alone is no unit, as `Ω` is."""
LEAST_GAPPED = 20
"""Characters of Chinese, Japanese or Korean before a gap and a lone letter: a shorter text may be a name."""
_CLOSING = frozenset("“”‘’«»‹›…–—™®©")
"""Signs that stand behind a letter in a name of that kind, or close it (`“Café”`), and are bytes of no character then."""
_DRAWN = frozenset("├┬┼╞╟╚╔╩╦╠╬╧╨╤╥╙╘╒╓╫╪")
"""What the codepages of DOS have for the first bytes of two; not what authors draw lines and blocks with."""


def of_other_script(character: str) -> bool:
    """Whether a character is a letter or a mark of a script that is neither Latin, Greek nor Cyrillic."""
    return character >= _FIRST and _is_written(character)


@lru_cache(maxsize=4096)
def _is_written(character: str) -> bool:
    code = ord(character)
    if (
        0x1C80 <= code < 0x2C00
        or 0x2C60 <= code < 0x2C80
        or 0x2DE0 <= code < 0x2E80
        or 0xA640 <= code < 0xA800
    ):
        return False  # more of the three, and signs
    return character.isalpha() or unicodedata.category(character) in ("Mn", "Mc")


def has_other_script(text: str) -> bool:
    """Whether a text holds letters of a script that is neither Latin, Greek nor Cyrillic."""
    return not text.isascii() and any(map(of_other_script, set(_ABOVE_THE_THREE.findall(text))))


@lru_cache(maxsize=1 << 14)  # a column asks twice, before its mojibake is read back and after
def glued(text: str) -> Tail | None:
    """The cut end of a text, without its marker, that shows itself by its script; None where there is none.

    Args:
        text: the end of a text, `NEAR` characters of it at least where there are as many.
    """
    if text[-1:] < "\x80" or not _may_be(text):
        return None
    found = [tail for tail in tails(text, rare=True) if tail.reading]
    beside = [tail for tail in found if _beside_other_script(tail) or _behind_name(tail)]
    return max(beside, key=lambda tail: len(tail.kept), default=None) or next(filter(_drawn, found), None)


def worth_asking(text: str) -> bool:
    """A quick look: whether a text holds a character of another script, or of those that draw."""
    return not text.isascii() and _WORTH.search(text) is not None


def _may_be(text: str) -> bool:
    end = text[-4:]
    if end[-1] in _DRAWN or any(c >= _FIRST and _is_written(c) for c in end[:-1]):
        return True
    if end[-1] > "\x7f" and _NAMED.search(text[-NEAR:]) is not None:
        return True
    return " " in end[:-1] and of_other_script(text[:-1].rpartition(" ")[0][-1:] or " ")


def _behind_name(tail: Tail) -> bool:
    """Whether an end is no letter of a name in Chinese, Japanese or Korean: two bytes of one character, or of another alphabet."""
    first = tail.shown[0]
    if needs(tail.kept[0]) != 3 or not first.isalpha() or _NAME.search(tail.head) is None:
        return False
    if len(tail.head) >= LEAST_GAPPED and _GAPPED_NAME.search(tail.head) and _begins_one(tail):
        return True
    if len(tail.shown) > 1:
        return _CLOSING.isdisjoint(tail.shown)
    if first == "ã" and len(tail.head) >= LEAST_GAPPED and _KANA.search(tail.head[-NEAR:]):
        return True
    before = tail.head[-2:]
    odd_case = before[-1:].islower() if first.isupper() else before.isupper() and before.isalpha()
    return "\u0430" <= first <= "\u044f" or (first < "\u0180" and odd_case)


def _drawn(tail: Tail) -> bool:
    return tail.shown[0] in _DRAWN and tail.head[-1:].isalpha()


def _beside_other_script(tail: Tail) -> bool:
    first = tail.shown[0]
    bare = tail.head.rstrip()
    if not bare or not of_other_script(bare[-1]):
        return False
    if of_other_script(first) or not (first.isalpha() or (first in _DRAWN or first in "┘┌")):
        return False
    if bare[-1] >= _EASTERN:
        alone = len(bare) >= LEAST_GAPPED and first < _NO_LATIN and _begins_one(tail)
        return needs(tail.kept[0]) == 3 and (tail.head == bare or alone)
    return _begins_one(tail)


def _begins_one(tail: Tail) -> bool:
    """Whether a character of another script right before an end begins with the byte that it is."""
    size = needs(tail.kept[0])
    return any(
        len(whole) == size and whole.startswith(tail.kept[:1])
        for whole in (c.encode("utf-8", "surrogatepass") for c in set(tail.head[-NEAR:]) if c >= _FIRST)
    )
