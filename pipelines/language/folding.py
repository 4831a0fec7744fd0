"""Texts as one stream of folded characters: the form in which the n-gram model reads a whole column.

langdetect walks a text character by character in Python; here a column becomes one array of code points with a space
after each text. Capitals are folded, because the profiles hold almost none and langdetect skips words in capitals
(23 % of ALL CAPS titles right). Links and mail addresses become a space; marks of lost bytes, joiners and direction
marks vanish: none of them says anything about a language. The first look is at a line's length; what it leaves open is
read up to `LONGEST` characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

# of 417 texts of 150 characters and more, 411 are right whether 150 or 300 are read, 408 with 60
LONGEST = 200  # characters read
# 60, 64, 80, 100 and 120 as the first change at most 3 of 5,160 labels against 200 at once; 64 saves a fifth of the time of 100
LOOKS = (64, LONGEST)  # characters read at first, and again where those do not settle it
ROOM = 4  # characters kept for each that is read, where links and marks are taken out
# Characters looked through for them for each that is read: no link is longer before its slash or point
_NEAR = 2
_LINKED = r"@|://|www\.|\.[A-Za-z]{2,4}(?:\W|$)"
_LINKS = r"(?i)(?:[a-z][a-z0-9+.-]*://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[a-z0-9-]+\.)+[a-z]{2,4}\b(?:/\S*)?"
# what NFC may join to the letter before: accents, Arabic hamza, nukta, kana voicing, Hangul parts; and the Indic letters with a
# nukta that it takes apart, which keyboards write in one
_COMBINING = (
    "[\u0300-\u036f\u0653-\u0655\u093c\u09bc\u3099\u309a\u1161-\u11ff"
    "\u0958-\u095f\u09dc\u09dd\u09df\u0a33\u0a36\u0a59-\u0a5b\u0a5e\u0b5c\u0b5d]"
)
_POLYTONIC = "[\u1f00-\u1fff]"
_ACUTE, _DIAERESIS, _ACCENTS = "\u0301", "\u0308", frozenset("\u0300\u0301\u0342")
FRAME = 4  # Latin letters for each byte of others at most, among which they are names; those of words without a capital one each
FEWEST = 6  # bytes of other letters at least: two of Chinese, three of Cyrillic
_LATIN = "A-Za-z\xaa\xba\xc0-\xd6\xd8-\xf6\xf8-\u024f\u1e00-\u1eff"
_LATIN_WORD = re.compile(rf"[{_LATIN}][{_LATIN}\u0300-\u036f\d'\N{{RIGHT SINGLE QUOTATION MARK}}-]*")
_OTHERS = "[\u0370-\u1dff\u2c80-\ud7ff\uf900-\uffdc]"
LOST = "[\U0010f700-\U0010f7ff\ufffd]"  # a lost byte or character
_MARKS = "[\U0010f700-\U0010f7ff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufffd]+"


@dataclass(frozen=True, slots=True)
class Stream:
    """Code points of many texts behind one another.

    Attributes:
        points: uint32 code points: a space, then each text and a space.
        ends: int64, one more entry than texts: text k is `points[ends[k]:ends[k + 1]]`, its last space included.
    """

    points: NDArray[np.uint32]
    ends: NDArray[np.int64]


def sound(texts: pd.Series) -> pa.Array:
    """The cells as large strings: null, numbers and other objects become empty, lone surrogates question marks."""
    if texts.dtype != "str":
        texts = pd.Series([_sound_cell(cell) for cell in texts], dtype="str")
    array = pa.array(texts, type=pa.large_string(), from_pandas=True)
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    return shortened(pc.fill_null(array, ""), ROOM * LONGEST)


def shortened(array: pa.Array, longest: int) -> pa.Array:
    """The texts, at most so many characters of each; the same object where none holds as many bytes."""
    if len(array) == 0 or pc.max(pc.binary_length(array)).as_py() <= longest:
        return array
    return pc.utf8_slice_codeunits(array, 0, longest)


def unlinked(array: pa.Array, longest: int = LONGEST) -> pa.Array:
    """The texts without links, mail addresses and marks, composed (NFC), so far that as many characters are left."""
    near = shortened(array, _NEAR * longest)
    held = pc.match_substring_regex(near, f"{_LINKED}|{_MARKS}|{_COMBINING}|{_POLYTONIC}")
    if not pc.any(held).as_py():
        return near
    return pc.replace_with_mask(near, held, _unlinked(shortened(array.filter(held), ROOM * longest)))


def _unlinked(array: pa.Array) -> pa.Array:
    array = _where(array, _LINKED, lambda some: pc.replace_substring_regex(some, _LINKS, " "))
    array = _where(array, _MARKS, lambda some: pc.replace_substring_regex(some, _MARKS, ""))
    array = _where(array, _COMBINING, lambda some: pc.utf8_normalize(some, "NFC"))
    return _where(array, _POLYTONIC, _monotonic)


def _monotonic(array: pa.Array) -> pa.Array:
    """Greek with breathings and three accents in today's letters, which are those that the models know."""
    return pa.array([text.translate(_monotonic_letters()) for text in array.to_pylist()], array.type)


@cache
def _monotonic_letters() -> dict[int, str]:
    letters: dict[int, str] = {}
    for code in range(0x1F00, 0x2000):
        base, *accents = list(unicodedata.normalize("NFD", chr(code)))
        kept = _DIAERESIS * (_DIAERESIS in accents) + _ACUTE * (not _ACCENTS.isdisjoint(accents))
        letters[code] = unicodedata.normalize("NFC", base + kept)
    return letters


def among_others(array: pa.Array) -> NDArray[np.bool_]:
    """Texts whose words in Latin letters are names among words in others: `GStreamer 세트에 있는 플러그인들`."""
    found: NDArray[np.bool_] = pc.match_substring_regex(array, _OTHERS).to_numpy(zero_copy_only=False)
    for row in np.flatnonzero(found).tolist():
        found[row] = _is_among_others(array[row].as_py())
    return found


def _is_among_others(text: str) -> bool:
    names = _LATIN_WORD.findall(text)
    others = len("".join(filter(str.isalpha, _LATIN_WORD.sub("", text))).encode())
    words = sum(len(name) for name in names if name.islower())
    return bool(names) and others >= max(FEWEST, words) and others * FRAME >= sum(map(len, names))


def without_latin(array: pa.Array) -> pa.Array:
    """The texts without what is written in Latin letters."""
    return pa.array([_LATIN_WORD.sub(" ", text) for text in array.to_pylist()], array.type)


def fold(array: pa.Array, longest: int = LONGEST) -> pa.Array:
    """The texts in lower case, at most so many characters."""
    return pc.utf8_lower(pc.utf8_slice_codeunits(array, 0, longest))


def stream(texts: list[str]) -> Stream:
    """Lay folded texts behind one another as code points."""
    joined = " " + " ".join(texts) + " " if texts else " "
    points = np.frombuffer(joined.encode("utf-32-le"), dtype=np.uint32)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts)) + 1
    return Stream(points, np.concatenate([np.ones(1, np.int64), 1 + np.cumsum(lengths)]))


def _sound_cell(cell: object) -> str:
    return cell.encode("utf-8", "replace").decode("utf-8") if isinstance(cell, str) else ""


def _where(array: pa.Array, pattern: str, change: Callable[[pa.Array], pa.Array]) -> pa.Array:
    """Change only the texts that hold the pattern: looking for it takes 0.15 µs, a change 1 to 3."""
    held = pc.match_substring_regex(array, pattern)
    return pc.replace_with_mask(array, held, change(array.filter(held))) if pc.any(held).as_py() else array
