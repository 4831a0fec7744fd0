"""One layer of mojibake off a text that was read as a Chinese, Japanese or Korean encoding: whether, and by which.

That the bytes are UTF-8 is little for a short text: a character in twenty of clean Chinese, and of clean Korean, is a
letter of some alphabet. So the text as it stands is weighed against what it would be: an East Asian text is made of
common characters (`eastasian`), a wrong reading of rare ones, or of ideographs inside Latin words; and a text is
written in one script, of letters that its languages have.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipelines.repair.decoding import eastasian
from pipelines.repair.encodings import multibyte
from pipelines.repair.likelihood.writing import Writing
from pipelines.repair.marks import MARKS
from pipelines.repair.mojibake.layers import Layer

SURE = 13.0
"""Nats by which a text must be likelier read back where its list proves no reading. Of 307,000 pieces of one to
four characters of clean Chinese, Japanese and Korean text and 375,000 whole cells the nearest has 11.4 (`隨機 (%1)`, else 8.5)."""
PROVEN = 4.0
"""The same where other texts of the list went through this encoding. Of those 682,000 texts 38 would have it, beside
titles of such a list."""
SPOKEN = 4.0
"""What the list's language adds, where it is written in the letters that come out."""
WEIGHED = 400
"""Characters of a text that are weighed."""
BROKEN = 0.5
"""Lost characters for each whole one, at most."""
_IN_LATIN = re.compile("[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]")
_LETTER, _RARE_LETTER, _SIGN, _RARE_SIGN, _NEVER = 4.5, 10.0, 4.5, 8.0, 40.0  # nats
_SCRIPT, _MIXED = 4.0, 12.0  # for each script, and for each besides the first
_LOSS, _HALF = 3.0, 9.0  # for each lost character, for half of one at the end
_PRIOR = {"gb18030": 0.0, "cp932": 0.0, "cp949": 1.0, "big5": 1.0, "euc_jp": 3.0}
_SIGNS = frozenset("“”‘’„«»‹›–—…•·°©®™€£§×")
_UNSHOWN = frozenset("\u00a0\u00ad\u200b\u200c\u200d\u202f\ufeff")
_EASTERN = re.compile("[\u1100-\u11ff\u3000-\u31ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]")
_ASCII_LETTER = re.compile("[A-Za-z]")
_UNSEEN = re.compile(f"[{MARKS}\ufffd]")
# compatibility forms: as common as what they stand for
_STANDS_FOR = re.compile("[\uf900-\ufaff\uff61-\uff9f]+")
# Half-width kana are single bytes of Shift_JIS and any two may be a letter of UTF-8; a whole text of them is Japanese, unless
# they stand in a word of small ASCII letters. UTF-8 of another alphabet has ideographs within a word or two.
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")
_OTHER = re.compile("[^\x00-\x7f\uff61-\uff9f]|[a-z][\uff61-\uff9f]|[\uff61-\uff9f][a-z]")
_COMMON = (
    ("LATIN", re.compile("[\u00c0-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u1ea0-\u1ef9ƏəǎǐǒǔƒǦǧ]")),
    ("CYRILLIC", re.compile("[\u0401-\u0457\u045e\u045f\u0490\u0491\u049a-\u04ba\u04d8-\u04e9]")),
    ("ARABIC", re.compile("[\u0621-\u063a\u0641-\u0652\u0670\u0679\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1-\u06d2]")),
    ("GREEK", re.compile("[\u0386-\u03ce]")),
)  # fmt: skip
"""The letters of an alphabet that languages of today are written in."""


class Weighed(NamedTuple):
    """A text without a layer.

    Attributes:
        nats: by which it is likelier than as it stands.
        family: the encoding, as `multibyte` names it.
        text: what it is then.
    """

    nats: float
    family: str
    text: str


def outer(text: str, known: Sequence[str], writing: Writing | None) -> Layer | None:
    """The layer of a multi-byte encoding off a text; None where it has none.

    Args:
        text: as it came, or without other layers.
        known: codecs that the list proves.
        writing: tells which letters the language has.
    """
    weighed = _weighed(text, writing)
    sure = [one for one in weighed if one.nats > (PROVEN if one.family in known else SURE)]
    best = max(sure, key=lambda one: one.nats + (SURE - PROVEN) * (one.family in known), default=None)
    return Layer(best.text, best.family, 0) if best is not None else None


def has_none(text: str) -> bool:
    """Whether no multi-byte encoding reads a text back to anything, likely or not."""
    return not _read(text)


def likeliest(text: str, writing: Writing) -> Weighed | None:
    """The likeliest layer of a text that is likelier without it, though it may not be so by much."""
    best = max(_weighed(text, writing), key=lambda one: one.nats, default=None)
    return best if best is not None and best.nats > PROVEN else None


def _weighed(text: str, writing: Writing | None) -> list[Weighed]:
    return [
        Weighed(_gain(text, whole, writing) - _PRIOR[family], family, whole.text)
        for family, whole in _read(text)
    ]


@lru_cache(maxsize=4)  # a text that is left as it is is asked again for what its list may prove
def _read(text: str) -> tuple[tuple[str, multibyte.Whole], ...]:
    """By encoding, what a text would be, but for what is broken too often to be anything."""
    if not multibyte.may_be(text) or (_HALF_WIDTH.search(text) and not _OTHER.search(text)):
        return ()
    found = [(family, multibyte.read_as(text, family)) for family in multibyte.families_of(text)]
    return tuple(
        (family, whole)
        for family, whole in found
        if whole is not None and whole.sequences > 0 and whole.broken <= BROKEN * whole.sequences
    )


def _gain(text: str, whole: multibyte.Whole, writing: Writing | None) -> float:
    """Nats by which a text is likelier as it would be than as it stands."""
    read = _UNSEEN.sub("", whole.text)
    share = max(1.0, len(text) / WEIGHED)
    near = read[: round(len(read) / share)]
    gain = share * (as_eastern(text[:WEIGHED]) - cost(near)) - _LOSS * whole.broken - _HALF * whole.half
    if gain > 0 and _IN_LATIN.search(text) is None:  # a character that comes again is no more evidence
        above = [character for character in text if character > "\x7f"]
        gain *= len(set(above)) / len(above)
    if writing is not None and writing.language and _EASTERN.search(near) is None and writing.explains(near):
        gain += SPOKEN
    return gain


def as_eastern(text: str) -> float:
    """The cost of a text in the East Asian script that it is likeliest in, in nats."""
    bare = _STANDS_FOR.sub(lambda part: unicodedata.normalize("NFKC", part[0]), _UNSEEN.sub("", text))
    return min(eastasian.cost(bare, script) for script in eastasian.scripts())


def cost(text: str) -> float:
    """The cost of a text in the script that it shows, in nats."""
    if _EASTERN.search(text) is not None:
        return as_eastern(text)
    above = [character for character in text if character > "\x7f"]
    scripts = {script for script, _ in map(_of, above) if script}
    total = sum([nats for _, nats in map(_of, above)]) + _MIXED * max(0, len(scripts) - 1)
    if scripts == {"LATIN"} and _ASCII_LETTER.search(text):
        return total
    return total + _SCRIPT * len(scripts)


@lru_cache(maxsize=4096)
def _of(character: str) -> tuple[str, float]:
    """The script of a character, "" for a sign of any, and its cost."""
    kind = unicodedata.category(character)
    if character in _SIGNS:
        return "", _SIGN
    if character in _UNSHOWN:
        return "", _RARE_SIGN
    if kind[0] not in "LMN":
        return "", _RARE_SIGN if kind[0] in "PS" else _NEVER
    script = unicodedata.name(character, "").partition(" ")[0]
    if script in ("COMBINING", "MODIFIER"):
        return "", _RARE_LETTER
    for name, letters in _COMMON:
        if script == name:
            return script, _LETTER if letters.match(character) else _RARE_LETTER
    return script, _LETTER
