"""Latin text of one byte a letter that was read as another encoding of Latin letters: `pøíští` is `příští`, `bêdzie` `będzie`.

No byte is lost, and what stands there are letters of other languages, which names have, too. So a list must show it: many of
its letters are none of its language, one pair of codecs turns them all into letters that the language writes there, and the
texts that come out are in that language by themselves. Names of another one (`Jørgen` in a Polish list) become letters that nobody
writes there, or too few.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.repair.columns.groups import Groups, Key
from pipelines.repair.encodings.readings import ENTITY_SIGNS, LOST, SENTENCE_SIGNS, byte_of
from pipelines.repair.likelihood.letters import Letters, of_language
from pipelines.repair.likelihood.prevailing import prevailing
from pipelines.repair.mojibake.latin_in_cyrillic import log_chance
from pipelines.repair.mojibake.old_encodings import share_of_utf8

PAIRS = {
    ("sloppy-windows-1252", "cp1250"): 0.0,
    ("sloppy-windows-1252", "iso8859-2"): 0.0,
    ("sloppy-windows-1252", "cp1254"): 0.0,
    ("sloppy-windows-1252", "cp1257"): 0.0,
    ("sloppy-windows-1250", "cp1252"): -2.0,
    ("sloppy-windows-1250", "iso8859-2"): -2.0,
    ("iso8859-2", "cp1250"): -2.0,
    ("sloppy-windows-1252", "macroman"): -3.0,
    ("sloppy-windows-1252", "cp850"): -3.0,
    ("macroman", "cp1252"): -4.0,
    ("cp850", "cp1252"): -4.0,
    ("cp437", "cp1252"): -5.0,
}
"""What such text was read as, and what it was, with the logarithm of how often. Pairs that nobody had, such as MacRoman for
Windows-1257, only turn names of one language into letters of another."""
SURE, CLEAR = 20.0, 3.0
"""Log-odds by which one pair of codecs must be likelier than the list as it stands, and than any other pair that gives other texts."""
OF_A_TEXT = 2.0
"""Log-odds by which a text must be likelier read back."""
SHARE = 0.25
"""Share of a list's texts above ASCII that must be so, where none shows letters that the wrong codec has not; names are fewer."""
BESIDE, BESIDE_TEXTS = 20.0, 2
"""Log-odds of each of so many texts, where others of the list came through right."""
COMMON, RARE, CONTROL = 0.02, 1e-4, 1e-7
"""Chance that a sign of the kind that text is full of, any other, and a control of Latin-1 stands in its place."""
FIT = 0.65
"""Share of the groups of three letters that the language must know of these: of Kurdish and Sango names in a Latvian list it does not."""
WRITES = 2e-5
"""Share of the letters that one must have to be the language's: profiles have `ö` of names in Vietnamese."""
HALF = 0.5
"""Share of the bytes above ASCII that are characters of UTF-8, from which on a text is what `mojibake` reads back."""
ASKED = 60
"""Texts of a list that are asked."""

Pair = tuple[str, str]
_COMMON_SIGNS = SENTENCE_SIGNS | ENTITY_SIGNS


def read_lists(
    column: pa.Array, lists: Groups | None, rows: NDArray[np.int64], language: Callable[[int], str]
) -> dict[int, str]:
    """The texts of every list that was read as another encoding of Latin letters, read back, by row number.

    Args:
        column: all texts.
        lists: which list each is from; all one if None.
        rows: those with signs or letters where no language has them; the others of their lists are asked where these prove it.
        language: names the language of a row's list, "" where nobody knows.
    """
    suspects: dict[Key, list[tuple[int, str]]] = {}
    for row, text in zip(rows.tolist(), column.take(pa.array(rows)).to_pylist(), strict=True):
        suspects.setdefault(lists[row] if lists else None, []).append((row, text))
    found: dict[int, str] = {}
    for key, some in suspects.items():
        if all(_is_utf8(text) for _, text in some):
            continue
        spoken = language(some[0][0])
        letters = of_language(spoken)
        if letters is None:
            continue
        members = lists.rows(key) if lists else np.arange(len(column))
        texts = column.take(pa.array(members))
        different = pc.unique(texts).to_pylist()
        pair = pair_of([text for text in different if text and not text.isascii()], spoken)
        if pair is None:
            continue
        for row, text in zip(members.tolist(), texts.to_pylist(), strict=True):
            read = read_back(text, letters, pair) if text and not text.isascii() else None
            if read is not None:
                found[row] = read
    return found


def pair_of(texts: Iterable[str], language: str) -> Pair | None:
    """What the texts of a list were read as, and what they were; None where nothing proves it.

    Args:
        texts: those above ASCII, each once.
        language: of the list.
    """
    letters = of_language(language)
    if letters is None:
        return None
    asked = list(islice((text for text in sorted(texts) if not _is_utf8(text)), ASKED))
    if not any(_is_strange(text, letters) for text in asked):
        return None
    weighed: dict[tuple[str | None, ...], tuple[float, Pair]] = {}
    for pair, prior in PAIRS.items():
        gains = [_gain(text, letters, pair) for text in asked]
        read = tuple([now for now, gain in gains if now is not None])
        total = prior + sum([gain for now, gain in gains if now is not None])
        if read and _proven(asked, gains, letters, pair) and total > weighed.get(read, (SURE, pair))[0]:
            weighed[read] = total, pair
    ranked = sorted(weighed.values(), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] <= ranked[1][0] + CLEAR):
        return None
    pair = ranked[0][1]
    now = [read for read in (read_back(text, letters, pair) for text in asked) if read is not None]
    return pair if prevailing(pd.Series(now, dtype="str")) == language.split("-")[0] else None


def read_back(text: str, letters: Letters, pair: Pair) -> str | None:
    """A text of a list that went through two codecs; None where it is likelier as it stands."""
    return _gain(text, letters, pair)[0]


def _proven(asked: list[str], gains: list[tuple[str | None, float]], letters: Letters, pair: Pair) -> bool:
    """Whether texts enough of a list say so: a quarter of it, or some that say it loudly beside those that came through right."""
    said = [gain for _, gain in gains if gain]
    right = sum([not _has(text, pair[0]) for text in asked])
    if right > len(said):
        fits = sum([letters.fit(now) for now, _ in gains if now is not None]) >= FIT * len(said)
        return fits and sum([gain >= BESIDE for gain in said]) >= BESIDE_TEXTS
    return len(said) >= SHARE * len(asked)


def _gain(text: str, letters: Letters, pair: Pair) -> tuple[str | None, float]:
    """A text read back and by how much it is likelier so; None where it is not."""
    read = _read(text, pair)
    if read is None or not _is_letter_by_letter(text, read, letters):
        return None, 0.0
    gain = log_chance(read, text, letters) - log_chance(text, text, letters)
    shown = [(was, now) for was, now in zip(text, read, strict=True) if was != now]
    gain -= sum([_of_sign(was) for was, now in shown if now.isalpha()])
    if gain < OF_A_TEXT and any(now.isalpha() or was in _COMMON_SIGNS for was, now in shown):
        return None, 0.0
    return read, max(0.0, gain)  # a common sign for a rare one speaks for nothing, and goes with its list


def _of_sign(character: str) -> float:
    """Log-probability of a sign as such; letters are weighed by what stands around them."""
    if character.isalpha():
        return 0.0
    return math.log(COMMON if character in _COMMON_SIGNS else RARE if character.isprintable() else CONTROL)


def _is_letter_by_letter(text: str, read: str, letters: Letters) -> bool:
    """Whether all that changes becomes letters of the language, and signs where signs stood."""
    changed = {(was, now) for was, now in zip(text, read, strict=True) if was != now}
    if any(_breaks_case(read, at) for at, was in enumerate(text) if was != read[at]):
        return False
    return bool(changed) and all(
        letters.share(now.lower()) >= WRITES if now.isalpha() else now in _COMMON_SIGNS and not was.isalpha()
        for was, now in changed
    )


def _breaks_case(read: str, at: int) -> bool:
    """Whether a letter is a capital behind a small one, or a small one behind two capitals."""
    if read[at].isupper():
        return read[max(0, at - 1) : at].islower()
    return (
        read[at].islower() and read[max(0, at - 2) : at].isupper() and read[at - 2 : at].isalpha() and at > 1
    )


def _read(text: str, pair: Pair) -> str | None:
    """A text as other bytes, None where a codec does not have it."""
    if not _has(text, pair[0]):
        return None
    read = text.translate(_table(pair))
    return None if LOST in read and LOST not in text else read


def _has(text: str, codec: str) -> bool:
    """Whether a codec has every character of a text."""
    return _bytes(codec).keys() >= set(text)


@cache
def _bytes(codec: str) -> dict[str, int]:
    """The characters of a codec with their bytes, the controls of Latin-1 among those of Windows-1252."""
    return {chr(code): code for code in range(0xA0)} | byte_of(codec)


@cache
def _table(pair: Pair) -> dict[int, str]:
    return {ord(c): bytes((byte,)).decode(pair[1], "replace") for c, byte in _bytes(pair[0]).items()}


def _is_utf8(text: str) -> bool:
    """Whether the bytes of a text are UTF-8, whichever of the wrong codecs it was read as."""
    return any(share_of_utf8(_encoded(text, read_as)) >= HALF for read_as, _ in PAIRS)


def _encoded(text: str, codec: str) -> bytes:
    """A text in a codec, `?` for what it does not have."""
    table = _bytes(codec)
    return bytes([table.get(character, 0x3F) for character in text])


def _is_strange(text: str, letters: Letters) -> bool:
    """Whether a text has a letter that its language does not, or a sign between letters."""
    return any(
        not letters.knows(c)
        if c.isalpha()
        else text[at : at + 1].isalpha() and text[at + 2 : at + 3].isalpha()
        for at, c in enumerate(text[1:])
        if c > "\x7f"
    )
