"""Cyrillic text of one encoding that was read as another one: `оПХБЕР` and `рТЙЧЕФ` are `Привет`.

Between KOI8-R and Windows-1251 every letter becomes another one, and small letters become capitals, so that words begin small
and go on in capitals. No language writes so; what a reading makes of them is held against the letters of five languages.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.repair.columns.groups import Groups, Key
from pipelines.repair.columns.texts import Texts
from pipelines.repair.encodings.readings import ENTITY_SIGNS, LOST, byte_of
from pipelines.repair.likelihood.letters import Letters, of_language
from pipelines.repair.mojibake.cased import is_utf8

PAIRS = (("koi8-r", "cp1251"), ("koi8-u", "cp1251"), ("cp1251", "koi8-u"))
"""What such text was read as, and what it was; KOI8-U has the letters of KOI8-R, and more."""
_LANGUAGES = ("ru", "uk", "bg", "mk")
SURE = 20.0
"""Nats by which a list's texts must be likelier read back: true titles of three words have 75 and more, and no clean text of
391,829 in 575 languages, a seventh of them in small letters and one in capitals, is touched."""
WRITTEN = -4.6
"""Nats of a letter in the mean, at least: eleven true texts have -2.4 to -3.7 in their own language, of clean ones that were read
as others none has more than -5.4."""
OF_A_TEXT = 3.0
"""The same where its list is proven."""
_ASKED = 60
"""Texts of a list that are asked."""
_SIGN, _RARE = map(math.log, (0.01, 1e-4))
_TURNED = re.compile("[а-џґ][А-ЯЀ-ЏҐ]{2}")
_SEWN = re.compile("[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")
"""Latin letters beside Cyrillic ones: Latin text that was read as Cyrillic (`bГ®ne`)."""
_NO_TEXT = re.compile(f"[{LOST}¶\u2500-\u25ff]")
"""A byte that is no character, and the signs between words that KOI8 and DOS draw boxes and ends of paragraphs with."""
_READ_AS = ("sloppy-windows-1251", "koi8-u", "cp866", "cp437", "iso-8859-5")
"""What a text in UTF-8 may have been read as, so that another step reads it back."""
_ASCII = re.compile("[\0-\x7f]+")
_CYRILLIC = re.compile("[Ѐ-ӿ]")


class Found(NamedTuple):
    """What a list was: the pair of codecs, and the letters of its language."""

    pair: tuple[str, str]
    letters: Letters


def read_lists(column: Texts, lists: Groups | None, rows: NDArray[np.int64]) -> dict[int, str]:
    """The texts of every list that was read as another Cyrillic encoding, read back, by row number.

    Args:
        column: all texts.
        lists: which list each is from; all one if None.
        rows: those that may be such.
    """
    turned: dict[Key, list[str]] = {}
    for row, text in zip(rows.tolist(), column.of(rows), strict=True):
        if _TURNED.search(text):
            turned.setdefault(lists[row] if lists else None, []).append(text)
    found: dict[int, str] = {}
    for key, texts in turned.items():
        able = _able(sorted(set(texts))[:_ASKED])
        if not able:
            continue
        members = lists.rows(key) if lists else np.arange(len(column))
        all_ = dict(zip(members.tolist(), column.or_missing(members), strict=True))
        cyrillic = {row: text for row, text in all_.items() if text and _CYRILLIC.search(text)}
        best = max(able, key=partial(_gain, sorted(set(cyrillic.values()))[:_ASKED]))
        found |= {row: read for row, text in cyrillic.items() if (read := _read_back(text, best)) is not None}
    return found


def _able(texts: Sequence[str]) -> list[Found]:
    """What some texts may have been, surely another encoding's."""
    every = [Found(pair, letters) for letters in filter(None, map(of_language, _LANGUAGES)) for pair in PAIRS]
    return [one for one in every if _gain(texts, one) > SURE and _is_written(texts, one)]


def _is_written(texts: Sequence[str], found: Found) -> bool:
    """Whether texts, read back, are in letters of the language: Mongolian with Caps Lock on is likelier as anything else, too."""
    read = "".join([read for text in texts if (read := _read(text, found.pair))])
    letters = sum(map(str.isalpha, _ASCII.sub("", read)))
    return _weight(read, found.letters) > WRITTEN * letters


def _gain(texts: Sequence[str], found: Found) -> float:
    """By how many nats texts are likelier read back."""
    reads = ((text, _read(text, found.pair)) for text in texts)
    return sum([_weight(read, found.letters) - _weight(text, found.letters) for text, read in reads if read])


def _read_back(text: str, found: Found) -> str | None:
    return _read(text, found.pair) if _gain([text], found) > OF_A_TEXT else None


@lru_cache(maxsize=1024)  # for each pair
def _weight(text: str, letters: Letters) -> float:
    """Log-probability of the characters above ASCII, in small letters: who leaves Caps Lock on writes `вКЛЮЧИТЬ`."""
    total, small = 0.0, text.lower()
    for at, character in enumerate(small):
        if character > "\x7f":
            if character.isalpha():
                total += math.log(letters.chance(character, small[max(0, at - 2) : at]))
            else:
                total += _SIGN if character in ENTITY_SIGNS else _RARE
    return total


@lru_cache(maxsize=1024)  # for each language
def _read(text: str, pair: tuple[str, str]) -> str | None:
    """A text in other letters; None where one codec has not all of them, or words still begin small and go on in capitals."""
    if _SEWN.search(text) or any(is_utf8(text, codec) for codec in _READ_AS):
        return None
    read = text.translate(_table(pair))
    strange = any(c > "\x7f" and ord(c) not in _table(pair) and c not in ENTITY_SIGNS for c in set(text))
    return None if strange or read == text or _NO_TEXT.search(read) or _TURNED.search(read) else read


@cache
def _table(pair: tuple[str, str]) -> dict[int, str]:
    return {ord(c): bytes((byte,)).decode(pair[1], "replace") for c, byte in byte_of(pair[0]).items()}
