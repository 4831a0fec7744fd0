"""Cyrillic text of one encoding that was read as another one: `оПХБЕР` and `рТЙЧЕФ` are `Привет`.

Between KOI8-R and Windows-1251 every letter becomes another one, and small letters become capitals, so that words begin small
and go on in capitals. No language writes so; what a reading makes of them is held against the letters of five languages.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.repair.columns.groups import Groups, Key
from pipelines.repair.encodings.readings import ENTITY_SIGNS, LOST, byte_of
from pipelines.repair.likelihood.letters import Letters, of_language

PAIRS = (("koi8-r", "cp1251"), ("koi8-u", "cp1251"), ("cp1251", "koi8-u"))
"""What such text was read as, and what it was; KOI8-U has the letters of KOI8-R, and more."""
_LANGUAGES = ("ru", "uk", "bg", "mk")
SURE = 20.0
"""Nats by which a list's texts must be likelier read back: true titles of three words have 75 and more, and no clean text of
391,829 in 575 languages, a seventh of them in small letters and one in capitals, is touched."""
OF_A_TEXT = 3.0
"""The same where its list is proven."""
_ASKED = 60
"""Texts of a list that are asked."""
_SIGN, _RARE, _LINE = map(math.log, (0.01, 1e-4, 1e-9))
_TURNED = re.compile("[а-џґ][А-ЯЀ-ЏҐ]{2}")
_SEWN = re.compile("[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")
"""Latin letters beside Cyrillic ones: Latin text that was read as Cyrillic (`bГ®ne`)."""
_CYRILLIC = re.compile("[Ѐ-ӿ]")


class Found(NamedTuple):
    """What a list was: the pair of codecs, and the letters of its language."""

    pair: tuple[str, str]
    letters: Letters


def read_lists(column: pa.Array, lists: Groups | None, rows: NDArray[np.int64]) -> dict[int, str]:
    """The texts of every list that was read as another Cyrillic encoding, read back, by row number.

    Args:
        column: all texts.
        lists: which list each is from; all one if None.
        rows: those that may be such.
    """
    turned: dict[Key, list[str]] = {}
    for row, text in zip(rows.tolist(), column.take(pa.array(rows)).to_pylist(), strict=True):
        if _TURNED.search(text):
            turned.setdefault(lists[row] if lists else None, []).append(text)
    found: dict[int, str] = {}
    for key, texts in turned.items():
        proven = _proven(sorted(set(texts)))
        if proven is None:
            continue
        members = lists.rows(key) if lists else np.arange(len(column))
        for row, text in zip(members.tolist(), column.take(pa.array(members)).to_pylist(), strict=True):
            read = _read_back(text, proven) if text and _CYRILLIC.search(text) else None
            if read is not None:
                found[row] = read
    return found


def _proven(texts: Sequence[str]) -> Found | None:
    """What some texts prove to have been."""
    best, gain = None, SURE
    asked = {pair: [(text, read) for text in texts[:_ASKED] if (read := _read(text, pair))] for pair in PAIRS}
    for letters in filter(None, map(of_language, _LANGUAGES)):
        for pair, some in asked.items():
            now = sum([_weight(read, letters) - _weight(text, letters) for text, read in some])
            if now > gain:
                best, gain = Found(pair, letters), now
    return best


def _read_back(text: str, found: Found) -> str | None:
    read = _read(text, found.pair)
    stands = read is None or _weight(read, found.letters) - _weight(text, found.letters) <= OF_A_TEXT
    return None if stands else read


def _weight(text: str, letters: Letters) -> float:
    """Log-probability of the characters above ASCII."""
    total = 0.0
    for at, character in enumerate(text):
        if character > "\x7f":
            if character.isalpha():
                total += math.log(letters.chance(character, text[max(0, at - 2) : at]))
            else:
                line = "\u2500" <= character <= "\u25ff"
                total += _LINE if line else _SIGN if character in ENTITY_SIGNS else _RARE
    return total


def _read(text: str, pair: tuple[str, str]) -> str | None:
    """A text in other letters; None where one codec has not all of them, or words still begin small and go on in capitals."""
    if _SEWN.search(text):
        return None
    read = text.translate(_table(pair))
    strange = any(c > "\x7f" and ord(c) not in _table(pair) and c not in ENTITY_SIGNS for c in set(text))
    return None if strange or LOST in read or read == text or _TURNED.search(read) else read


@cache
def _table(pair: tuple[str, str]) -> dict[int, str]:
    return {ord(c): bytes((byte,)).decode(pair[1], "replace") for c, byte in byte_of(pair[0]).items()}
